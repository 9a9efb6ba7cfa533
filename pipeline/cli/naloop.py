"""``verwerk woo naloop``: what is wrong with what is public already."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Omgeving, with_omgeving
from pipeline.cli.woorden import count, name_failure
from pipeline.errors import Uitgang

if TYPE_CHECKING:
    from modellen.naloop import Naloopbevinding
    from pipeline.flows.naloop import Naloop

_OP_SCHERM = 20
_BRONNEN = 3
_BREED = 100


@click.command(short_help="Loop na wat al openbaar is: lekken, resten, gronden.")
@click.argument(
    "paden",
    type=click.Path(path_type=Path, exists=True),
    metavar="MAP…",
    nargs=-1,
    required=True,
)
@with_omgeving
def naloop(paden: tuple[Path, ...], *, omgeving: Omgeving) -> int:
    """Loop gepubliceerde pdf's na, van uzelf of van een ander.

    Alles in de genoemde mappen en bestanden wordt samen gelezen: wat onder vlakken
    of in eigenschappen staat, resten van namen en nummers, wie hier gelakt is en
    daar leesbaar, en of gronden en legenda kloppen. Van een map met 'vrijgave/'
    erin telt alleen die.

    Schrijft naloop.xlsx en naloop.html in de uitvoermap. Daarin staan letterlijke
    woorden: niet publiceren. Uitgang 8 als iets nu lekt, 0 als er geen lek is.
    """
    from pipeline.flows.naloop import audit
    from pipeline.writers.naloop import write_findings

    instellingen = omgeving.instellingen
    gedaan = audit(
        paden,
        instellingen.uitvoer,
        instellingen.regels,
        None if omgeving.stil or omgeving.als_json else _show_progress,
    )
    doelen = write_findings(
        gedaan.bevindingen,
        gedaan.mislukt,
        gedaan.paden,
        instellingen.uitvoer,
        bestanden=gedaan.bestanden,
        vandaag=instellingen.datum,
    )
    if omgeving.als_json:
        click.echo(json.dumps(_as_json(gedaan), ensure_ascii=False, indent=2))
    else:
        _tell(gedaan, doelen, omgeving)
    if gedaan.lekken:
        return int(Uitgang.LEK)
    return int(Uitgang.DEELS if gedaan.mislukt else Uitgang.KLAAR)


def _show_progress(gedaan: int, alle: int) -> None:
    """A line that counts along on a terminal; quiet on a pipe."""
    if sys.stderr.isatty():
        einde = "\n" if gedaan == alle else ""
        click.echo(
            f"\r{gedaan} van {alle} bestanden gelezen{einde}", err=True, nl=False
        )


def _tell(gedaan: Naloop, doelen: tuple[Path, ...], omgeving: Omgeving) -> None:
    omgeving.say(
        f"{count(gedaan.bestanden, 'bestand', 'bestanden')} nagelopen, "
        f"{count(gedaan.bladzijden, 'bladzijde', 'bladzijden')}."
    )
    for mislukking in gedaan.mislukt:
        omgeving.say(
            f"Niet gelezen: {name_failure(mislukking.bestand, mislukking.reden)}"
        )
    if not gedaan.bevindingen:
        omgeving.say("Er is niets gevonden.")
    else:
        telling = Counter(b.ernst.value for b in gedaan.bevindingen)
        omgeving.say(", ".join(f"{n} keer '{e}'" for e, n in telling.items()) + ".")
    for bevinding in gedaan.bevindingen[:_OP_SCHERM]:
        _show(bevinding, omgeving)
    meer = len(gedaan.bevindingen) - _OP_SCHERM
    if meer > 0:
        omgeving.say(f"\nEn nog {meer}; zie het verslag.")
    omgeving.say(f"\nVerslag: {doelen[0]} en {doelen[1]} (niet publiceren).")


def _show(bevinding: Naloopbevinding, omgeving: Omgeving) -> None:
    omgeving.say(f"\n[{bevinding.ernst.value}] {bevinding.titel}")
    omgeving.say(f"    {bevinding.wat}")
    for plek in bevinding.bronnen[:_BRONNEN]:
        blad = f", blz. {plek.pagina}" if plek.pagina else ""
        woorden = plek.woorden
        if len(woorden) > _BREED:
            woorden = woorden[: _BREED - 1] + "…"
        omgeving.say(f"    - {plek.bestand}{blad}: {woorden}")
    meer = len(bevinding.bronnen) - _BRONNEN
    if meer > 0:
        omgeving.say(f"    - en nog {count(meer, 'plaats', 'plaatsen')}")
    omgeving.say(f"    Doe: {bevinding.advies}")


def _as_json(gedaan: Naloop) -> dict[str, object]:
    return {
        "bestanden": gedaan.bestanden,
        "bladzijden": gedaan.bladzijden,
        "lekken": len(gedaan.lekken),
        "bevindingen": [
            {
                "id": b.id,
                "soort": b.soort,
                "ernst": b.ernst.value,
                "titel": b.titel,
                "wat": b.wat,
                "advies": b.advies,
                "vervanging": b.vervanging,
                "bronnen": [
                    {"bestand": p.bestand, "pagina": p.pagina, "woorden": p.woorden}
                    for p in b.bronnen
                ],
            }
            for b in gedaan.bevindingen
        ],
        "mislukt": [{"bestand": m.bestand, "reden": m.reden} for m in gedaan.mislukt],
    }
