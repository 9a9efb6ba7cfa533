"""Reading order: the order of the content, mended where it jumps back up the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.vormen import Regel


def sort_lines(regels: Sequence[Regel]) -> list[Regel]:
    """Lines in the order a person reads them.

    Producers write text column by column, in order; what they write out of order are
    running heads, boxes and stamps. So the content is cut into runs that go down, and
    a run that lies wholly above an earlier one goes before it.
    """
    lopen = _runs(regels)
    if len(lopen) == 1:
        return list(regels)
    uit: list[list[Regel]] = []
    for loop in lopen:
        plek = len(uit)
        while plek and _comes_before(loop, uit[plek - 1]):
            plek -= 1
        uit.insert(plek, loop)
    return [regel for loop in uit for regel in loop]


def _runs(regels: Sequence[Regel]) -> list[list[Regel]]:
    lopen: list[list[Regel]] = []
    for regel in regels:
        vorige = lopen[-1][-1] if lopen else None
        if vorige is None or regel.kader.boven < vorige.kader.boven - regel.letter:
            lopen.append([regel])
        else:
            lopen[-1].append(regel)
    return lopen or [[]]


def _comes_before(loop: list[Regel], eerder: list[Regel]) -> bool:
    """Above it, or beside it to the left."""
    onder = max(r.kader.onder for r in loop)
    boven = min(r.kader.boven for r in eerder)
    if onder <= boven + 1:
        return True
    hoogte = min(r.kader.boven for r in loop) < max(r.kader.onder for r in eerder)
    rechts = max(r.kader.rechts for r in loop)
    return hoogte and rechts < min(r.kader.links for r in eerder)
