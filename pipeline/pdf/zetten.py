"""Words set into lines and rows: by height first, then from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.plaats import around
from pipeline.pdf.tekens import ends_broken
from pipeline.pdf.vormen import Regel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.pdf.vormen import Woord

_SCHUIN = 0.45


def set_rows(woorden: Iterable[Woord]) -> list[list[Woord]]:
    """Words at the same height, row by row from the top, each from left to right."""
    rijen: list[list[Woord]] = []
    for woord in sorted(woorden, key=lambda w: (w.hoogte, w.links)):
        if rijen and _same_height(rijen[-1][0], woord):
            rijen[-1].append(woord)
        else:
            rijen.append([woord])
    for rij in rijen:
        rij.sort(key=lambda w: w.links)
    return rijen


def set_lines(woorden: Iterable[Woord]) -> tuple[Regel, ...]:
    """Words as printed lines."""
    return tuple(make_line(rij) for rij in set_rows(woorden))


def make_line(woorden: Sequence[Woord]) -> Regel:
    """The words of one line, in order, as a line."""
    tekst = " ".join(w.tekst for w in woorden)
    return Regel(
        tekst=tekst,
        kader=around(woorden),
        letter=max(w.letter for w in woorden),
        vet=all(w.vet for w in woorden),
        afgebroken=ends_broken(tekst),
    )


def _same_height(een: Woord, ander: Woord) -> bool:
    dikte = min(een.onder - een.boven, ander.onder - ander.boven)
    return abs(een.hoogte - ander.hoogte) <= _SCHUIN * max(dikte, 1.0)
