"""``verwerk actielijst``: the list for the next meeting, for Word and Excel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Datum, Omgeving, open_store, with_omgeving

if TYPE_CHECKING:
    from datetime import date

    from pipeline.flows.actielijst import Gemaakt


@click.command(short_help="Maak de actielijst voor een vergadering (Word en Excel).")
@click.option("--voor", type=Datum(), required=True, help="De dag van de vergadering.")
@click.option("--overleg", metavar="NAAM", help="Alleen acties van dit overleg.")
@click.option(
    "--indeling",
    type=click.Choice(["tabel", "agendapunt"]),
    default="tabel",
    show_default=True,
    help="Genummerde tabel, of twee kolommen per agendapunt.",
)
@click.option(
    "--sjabloon",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="DOCX",
    help="Eigen Word-bestand met stijlen, kop- en voettekst.",
)
@with_omgeving
def actielijst(
    voor: date,
    *,
    overleg: str | None,
    indeling: str,
    sjabloon: Path | None,
    omgeving: Omgeving,
) -> None:
    """Maak de actielijst voor de vergadering van --voor.

    Wat over de termijn is staat vooraan. Wijzigt u de lijst in Word of Excel, zet haar
    dan terug in de map met stukken: bij het lezen worden uw wijzigingen overgenomen.
    """
    from pipeline.flows.actielijst import Wens, write_actielijst
    from pipeline.flows.lijstinhoud import Vraag

    open_store(omgeving).sluit()
    vraag = Vraag(voor=voor, overleg=overleg, stand=omgeving.instellingen.datum)
    wens = Wens(indeling=indeling, sjabloon=sjabloon)
    _tell(write_actielijst(vraag, wens, omgeving.instellingen), omgeving)


def _tell(gemaakt: Gemaakt, omgeving: Omgeving) -> None:
    lijst = gemaakt.lijst
    if omgeving.als_json:
        waarden = {
            "lijst": lijst.lijst,
            "bestanden": [str(p) for p in gemaakt.bestanden],
            "blokken": {b.soort: [r.nummer for r in b.regels] for b in lijst.blokken},
            "besluiten": [g.nummer for g, _ in lijst.besluiten],
            "punten": [p.titel for p in lijst.punten],
        }
        click.echo(json.dumps(waarden, ensure_ascii=False, indent=2))
        return
    for blok in lijst.blokken:
        omgeving.say(f"{blok.kop:48} {len(blok.regels):4}")
    omgeving.say(f"{'Besluiten van de vorige vergadering':48} {len(lijst.besluiten):4}")
    omgeving.say(f"{'Aangemelde agendapunten':48} {len(lijst.punten):4}")
    if not lijst.overleg:
        omgeving.say("Op deze dag is geen vergadering bekend; de lijst is voor alles.")
    omgeving.say()
    for pad in gemaakt.bestanden:
        omgeving.say(f"Geschreven  {pad}")
