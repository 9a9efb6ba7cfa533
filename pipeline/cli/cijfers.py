"""``verwerk cijfers``: the audit of the figures, on screen and as two reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Omgeving, open_store, with_omgeving
from pipeline.errors import Uitgang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from pipeline.flows.cijfers import Geschreven

TOON = 30


@click.command(short_help="Controleer de cijfers, en schrijf het cijferverslag.")
@click.argument("pad", type=click.Path(path_type=Path), metavar="[PAD]", required=False)
@click.option(
    "--streng", is_flag=True, help="Eindig met code 10 als er een bevinding 'fout' is."
)
@with_omgeving
def cijfers(pad: Path | None, *, streng: bool, omgeving: Omgeving) -> int:
    """Controleer de cijfers van wat gelezen is, de ernstigste bevinding eerst.

    Met PAD wordt die map eerst gelezen. In de uitvoermap komen cijferverslag.html en
    cijferverslag.xlsx, met de tabellen zoals ze waren en de verdachte cellen gekleurd.
    """
    from pipeline.flows.cijfers import report_figures

    if pad is not None:
        from pipeline.cli.alles import read_folder

        read_folder(omgeving, pad)
    with open_store(omgeving) as archief:
        gedaan = report_figures(archief, omgeving.instellingen)
    _tell(gedaan, omgeving)
    fout = any(b.klasse.value == "fout" for b in gedaan.verslag.bevindingen)
    return int(Uitgang.BEVINDINGEN if fout and streng else Uitgang.KLAAR)


def _tell(gedaan: Geschreven, omgeving: Omgeving) -> None:
    verslag = gedaan.verslag
    bestanden = {k.id: k.bestand for k in verslag.documenten}
    if omgeving.als_json:
        click.echo(_as_json(gedaan, bestanden))
        return
    for regel in _lines(verslag.bevindingen, bestanden):
        omgeving.say(regel)
    for bestand, reden in verslag.ongelezen:
        click.echo(f"Niet getoond: {bestand} {reden}.", err=True)
    omgeving.say()
    omgeving.say(f"Verslag       {gedaan.html}")
    omgeving.say(f"Werkmap       {gedaan.xlsx}")


def _lines(
    bevindingen: tuple[Bevinding, ...], bestanden: dict[str, str]
) -> Iterator[str]:
    """Each finding once, with the file it is in; the same words in copies once."""
    from pipeline.writers.cijferlijsten import group_findings

    groepen = group_findings(bevindingen)
    if not groepen:
        yield "Geen bevindingen: alles wat getoetst kon worden, klopt."
        return
    for groep in groepen[:TOON]:
        namen = dict.fromkeys(bestanden.get(b.document or "", "") for b in groep)
        meer = f" (en nog {len(namen) - 1})" if len(namen) > 1 else ""
        yield f"{groep[0].klasse.value:<11} {next(iter(namen))}{meer}"
        yield f"            {groep[0].omschrijving}"
    if len(groepen) > TOON:
        yield f"… en nog {len(groepen) - TOON} in het verslag."


def _as_json(gedaan: Geschreven, bestanden: dict[str, str]) -> str:
    waarden = {
        "bevindingen": [
            {
                "klasse": b.klasse.value,
                "regel": b.regel,
                "bestand": bestanden.get(b.document or ""),
                "pagina": b.pagina,
                "omschrijving": b.omschrijving,
                "gevonden": b.gevonden,
                "verwacht": b.verwacht,
                "verschil": b.verschil,
                "verdacht": list(b.verdacht),
            }
            for b in gedaan.verslag.bevindingen
        ],
        "verslag": str(gedaan.html),
        "werkmap": str(gedaan.xlsx),
    }
    return json.dumps(waarden, ensure_ascii=False, indent=2)
