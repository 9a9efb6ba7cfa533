"""``verwerk zoek``: full text, with Dutch word forms."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from pipeline.cli.omgeving import Omgeving, open_store, with_omgeving

if TYPE_CHECKING:
    from pipeline.storage import Treffer


@click.command(short_help="Zoek woorden in alle gelezen stukken.")
@click.argument("vraag", nargs=-1, required=True, metavar="WOORDEN")
@click.option(
    "--meest",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    metavar="AANTAL",
    help="Aantal treffers dat hooguit wordt getoond.",
)
@with_omgeving
def zoek(vraag: tuple[str, ...], meest: int, *, omgeving: Omgeving) -> None:
    """Zoek WOORDEN in alle gelezen stukken; woordvormen en synoniemen tellen mee.

    Tussen aanhalingstekens: precies die woorden achter elkaar. opvang* vindt alles wat
    zo begint, -woord sluit uit.
    """
    with open_store(omgeving) as archief:
        treffers = archief.zoek(" ".join(vraag), limiet=meest)
    if omgeving.als_json:
        click.echo(
            json.dumps([_as_dict(t) for t in treffers], ensure_ascii=False, indent=2)
        )
        return
    if not treffers:
        omgeving.say("Niets gevonden.")
    for treffer in treffers:
        plek = f", blz. {treffer.pagina}" if treffer.pagina else ""
        click.echo(click.style(f"{treffer.bestand}{plek}", bold=True))
        click.echo(f"    {_mark(treffer)}")


def _mark(treffer: Treffer) -> str:
    """The line with its hits in bold on a terminal, plain on a pipe."""
    if not sys.stdout.isatty():
        return " ".join(treffer.regel.split())
    stukken, vorige = [], 0
    for begin, eind in treffer.posities:
        stukken.append(treffer.regel[vorige:begin])
        stukken.append(click.style(treffer.regel[begin:eind], bold=True))
        vorige = eind
    return "".join((*stukken, treffer.regel[vorige:])).replace("\n", " ")


def _as_dict(treffer: Treffer) -> dict[str, object]:
    return {
        "document": treffer.document,
        "bestand": treffer.bestand,
        "titel": treffer.titel,
        "pagina": treffer.pagina,
        "regel": treffer.regel,
        "posities": [list(p) for p in treffer.posities],
    }
