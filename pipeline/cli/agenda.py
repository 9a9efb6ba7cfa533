"""``verwerk agenda``: a draft agenda for the next meeting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Datum, Omgeving, open_store, with_omgeving

if TYPE_CHECKING:
    from datetime import date


@click.command(short_help="Stel een conceptagenda op voor een vergadering (Word).")
@click.option("--voor", type=Datum(), required=True, help="De dag van de vergadering.")
@click.option("--overleg", metavar="NAAM", help="Welk overleg, als er meer zijn.")
@click.option(
    "--sjabloon",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="DOCX",
    help="Eigen Word-bestand met stijlen, kop- en voettekst.",
)
@with_omgeving
def agenda(
    voor: date, *, overleg: str | None, sjabloon: Path | None, omgeving: Omgeving
) -> None:
    """Stel een conceptagenda op: vaste punten, wat is aangemeld, wat is aangehouden."""
    from pipeline.flows.agenda import write_agenda
    from pipeline.flows.lijstinhoud import Vraag

    open_store(omgeving).sluit()
    vraag = Vraag(voor=voor, overleg=overleg, stand=omgeving.instellingen.datum)
    voorstel, pad = write_agenda(vraag, sjabloon, omgeving.instellingen)
    if omgeving.als_json:
        punten = [titel for titel, _ in voorstel.punten]
        waarden = {"bestand": str(pad), "punten": punten}
        click.echo(json.dumps(waarden, ensure_ascii=False, indent=2))
        return
    for nummer, (titel, _) in enumerate(voorstel.punten, start=1):
        omgeving.say(f"{nummer:2}. {titel}")
    omgeving.say(f"Geschreven  {pad}")
