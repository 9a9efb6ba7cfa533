"""The name of a meeting as it is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.rulebook import Regelboek

_RAND = re.compile(r"\s+(?:van|in)$")


def find_naam(tekst: str, regelboek: Regelboek) -> tuple[str, int, int] | None:
    """The fullest name of a meeting in a text, with its span."""
    beste: tuple[str, int, int] | None = None
    for regel in regelboek.regels("documenten", "vergadering.naam"):
        for raak in regel.find(tekst):
            naam = _RAND.sub("", raak["naam"].strip())
            eind = raak.start("naam") + len(naam)
            if beste is None or (
                generic(beste[0], regelboek) and not generic(naam, regelboek)
            ):
                beste = (naam, raak.start("naam"), eind)
    return beste


def generic(naam: str, regelboek: Regelboek) -> bool:
    """Whether a name says no more than that people meet."""
    namen = regelboek.tabel("documenten/vergaderingen.toml")["algemeen"]["namen"]
    return naam.casefold() in namen
