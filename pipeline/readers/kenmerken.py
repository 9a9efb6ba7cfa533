"""What an Office package says of itself: title and date of the last change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pipeline.readers.tekens import one_line

if TYPE_CHECKING:
    from pipeline.readers.pakket import Pakket


def core_properties(pakket: Pakket) -> tuple[str | None, date | None]:
    """Title and day of the last change, where they are stated."""
    titel, gewijzigd = None, None
    for soort, deel in pakket.relations("").values():
        if soort != "core-properties" or deel not in pakket:
            continue
        for element in pakket.xml(deel):
            naam = element.tag.rpartition("}")[2]
            if naam == "title":
                titel = one_line(element.text or "") or None
            elif naam == "modified":
                gewijzigd = _day(element.text or "")
    return titel, gewijzigd


def _day(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst.strip()[:10])
    except ValueError:
        return None
