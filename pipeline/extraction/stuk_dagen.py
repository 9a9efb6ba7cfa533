"""Single days and times of day in a text, by the Dutch date grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Dag:
    """A day that a text names, with its span; ``grens`` when it is a limit."""

    begin: int
    eind: int
    datum: date
    grens: bool = False


def find_dagen(tekst: str, anker: date | None) -> list[Dag]:
    """The days a text names; spans of weeks or months are none."""
    if not any(ch.isdigit() for ch in tekst):
        return []
    from pipeline.taal.datum import find_data  # noqa: PLC0415 (loaded when first needed)

    return [
        Dag(begin=d.begin, eind=d.eind, datum=dag, grens=d.van is None or d.tot is None)
        for d in find_data(tekst, anker)
        if d.precisie == "dag" and (dag := d.tot or d.van) is not None
    ]


def first_dag(tekst: str, anker: date | None) -> date | None:
    """The first day a text names."""
    return next((d.datum for d in find_dagen(tekst, anker)), None)


def find_uren(tekst: str) -> tuple[time | None, time | None]:
    """From and until, by the first times of day a text names."""
    if not any(ch.isdigit() for ch in tekst):
        return None, None
    from pipeline.taal.tijd import find_tijden  # noqa: PLC0415 (loaded when first needed)

    eerste = next(iter(find_tijden(tekst)), None)
    return (eerste.van, eerste.tot) if eerste is not None else (None, None)
