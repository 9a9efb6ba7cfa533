"""The people of a dossier on the screen."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from pipeline.cli.woorden import count, name_failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from modellen.bevinding import Mislukking
    from modellen.lakblad import Persoonsregel
    from pipeline.cli.omgeving import Omgeving


def show_people(
    personen: Sequence[Persoonsregel],
    mislukt: Sequence[Mislukking],
    doel: Path,
    omgeving: Omgeving,
) -> None:
    """Print who the dossier names, those to confirm first."""
    if omgeving.als_json:
        lijst = [asdict(p) for p in personen]
        click.echo(json.dumps(lijst, ensure_ascii=False, indent=2))
        return
    for persoon in personen:
        omgeving.say(f"{persoon.naam}  {persoon.functie}".rstrip())
        omgeving.say(f"    {' · '.join(_facts(persoon))}")
    bevestigen = sum(p.bevestigen and not p.keuze for p in personen)
    omgeving.say(
        f"{count(len(personen), 'persoon', 'personen')}, waarvan {bevestigen} om te "
        f"bevestigen. Kies in {doel}; het volgende voorstel in deze uitvoermap houdt "
        "zich eraan."
    )
    for mislukking in mislukt:
        omgeving.say(
            f"Niet gelezen: {name_failure(mislukking.bestand, mislukking.reden)}"
        )


def _facts(persoon: Persoonsregel) -> Iterator[str]:
    """What is proposed or decided, and where the person is named."""
    oordeel = (persoon.keuze or persoon.voorstel).value
    if persoon.keuze:
        oordeel += " (besloten)"
    elif persoon.bevestigen:
        oordeel += " (bevestig dit)"
    yield oordeel
    yield count(persoon.aantal, "vermelding", "vermeldingen")
    yield ", ".join(persoon.bronnen)
