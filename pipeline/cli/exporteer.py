"""``verwerk exporteer``: the whole store as one JSON document."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.omgeving import Omgeving, open_store, with_omgeving


@click.command(short_help="Schrijf alles als één JSON-bestand.")
@click.argument(
    "bestand", type=click.Path(path_type=Path, dir_okay=False), metavar="BESTAND.json"
)
@with_omgeving
def exporteer(bestand: Path, *, omgeving: Omgeving) -> None:
    """Schrijf alles wat bewaard is naar BESTAND.json.

    De vorm staat in docs/export.schema.json. Een bestaand bestand wordt vervangen.
    """
    from pipeline.writers.export import write_export

    with open_store(omgeving) as archief:
        write_export(archief.dossier(), bestand)
    omgeving.say(f"Geschreven: {bestand}")
