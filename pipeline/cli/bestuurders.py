"""``verwerk bestuurders``: who stays readable by their office."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.omgeving import EIGEN_REGELS, Omgeving, with_omgeving
from pipeline.cli.woorden import count


@click.group(short_help="Voer in wie om hun ambt leesbaar blijven.")
def bestuurders() -> None:
    """Voer in wie om hun ambt leesbaar blijven."""


@bestuurders.command()
@click.argument(
    "bestand",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="BESTAND",
)
@with_omgeving
def importeer(bestand: Path, *, omgeving: Omgeving) -> None:
    """Maak een lijst van BESTAND: de export van een register van bestuurders (csv).

    Bijvoorbeeld die van het Register van Overheidsorganisaties. De lijst komt in de map
    met eigen regels: die van --regels, anders 'eigen-regels' in de map waarin u werkt.
    Alleen ambten waarvan de drager leesbaar blijft, tellen mee. Voer hem opnieuw in als
    bestuurders wisselen.
    """
    from pipeline.flows.bestuurders import import_register

    doel, ingevoerd = import_register(
        bestand, omgeving.instellingen, omgeving.instellingen.regels or EIGEN_REGELS
    )
    omgeving.say(
        f"{count(len(ingevoerd.regels), 'bestuurder', 'bestuurders')} ingevoerd in "
        f"{doel}; {count(ingevoerd.overgeslagen, 'regel', 'regels')} overgeslagen "
        "(geen naam, een ander soort functie, of niet meer in functie)."
    )
