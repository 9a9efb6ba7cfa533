"""``verwerk woo zienswijze``: ask third parties for their view, and take it in."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.omgeving import Omgeving, with_omgeving
from pipeline.cli.woorden import count


@click.command()
@click.argument(
    "lakblad",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="LAKBLAD",
)
@click.option(
    "--partij",
    "partijen",
    multiple=True,
    metavar="NAAM",
    help="Maak een pakket voor deze derde; mag vaker.",
)
@click.option(
    "--weken",
    type=click.IntRange(1, 12),
    metavar="AANTAL",
    help="Weken om te antwoorden.",
)
@click.option(
    "--antwoord",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FORMULIER",
    help="Lees een ingevuld reactieformulier in.",
)
@with_omgeving
def zienswijze(
    lakblad: Path,
    *,
    partijen: tuple[str, ...],
    weken: int | None,
    antwoord: Path | None,
    omgeving: Omgeving,
) -> None:
    """Vraag derden om hun zienswijze, of neem hun antwoord op.

    Zonder --partij verschijnt wie bij de stukken betrokken is. Met --partij komt er een
    map met alleen de stukken die die partij aangaan, een brief en een formulier; de
    termijn staat in het dossier, en de vrijgave wacht erop.
    """
    from pipeline.flows.zienswijze import list_parties, make_packets, read_answer

    instellingen = omgeving.instellingen
    if antwoord is not None:
        partij = read_answer(lakblad, antwoord, instellingen)
        omgeving.say(f"De zienswijze van {partij} is opgenomen in het dossier.")
    elif partijen:
        for map_, gevraagd in make_packets(lakblad, partijen, instellingen, weken):
            stukken = count(len(gevraagd.documenten), "document", "documenten")
            omgeving.say(
                f"{gevraagd.partij}: {stukken} in {map_}; antwoord tot en met "
                f"{gevraagd.termijn:%d-%m-%Y}."
            )
    else:
        _tell_parties(list_parties(lakblad, instellingen), omgeving)


def _tell_parties(gevonden: dict[str, tuple[str, ...]], omgeving: Omgeving) -> None:
    if omgeving.als_json:
        click.echo(json.dumps(gevonden, ensure_ascii=False, indent=2))
        return
    for partij, nummers in gevonden.items():
        omgeving.say(f"{partij}  {', '.join(nummers)}")
    omgeving.say(
        f"{count(len(gevonden), 'partij is', 'partijen zijn')} bij de stukken "
        "betrokken. Maak een pakket met --partij NAAM."
    )
