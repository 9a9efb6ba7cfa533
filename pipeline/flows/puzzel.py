"""The puzzle built anew from the forms in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.samenstel import make_puzzel
from pipeline.errors import GebruikError
from pipeline.writers.puzzel_xlsx import write_puzzel

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from modellen.puzzel import Puzzel
    from pipeline.settings import Instellingen
    from pipeline.storage import Archief


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelegd:
    """The puzzle that was made, and its file."""

    puzzel: Puzzel
    pad: Path


def lay_puzzel(
    archief: Archief, instellingen: Instellingen, stand: date, jaar: int | None
) -> Gelegd:
    """Write the puzzle of a day.

    Raises ``GebruikError`` when there is no form and no table for it.
    """
    puzzel = make_puzzel(archief.dossier(), stand, jaar)
    if puzzel is None:
        raise GebruikError(
            "Er zijn geen formulieren en geen puzzeltabel gevonden tot en met "
            f"{stand:%d-%m-%Y}. Lees eerst de map waarin ze staan: verwerk MAP"
        )
    instellingen.uitvoer.mkdir(parents=True, exist_ok=True)
    pad = instellingen.uitvoer / f"puzzel-{stand.isoformat()}.xlsx"
    write_puzzel(puzzel, pad)
    return Gelegd(puzzel=puzzel, pad=pad)
