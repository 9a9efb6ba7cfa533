"""Columns of running text: which lines of a page stand in one, and how wide it is.

A line of a narrow column stops far from the edge of the page, and yet it is full: the
sentence, and perhaps a name, goes on below.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.vormen import Regel

_MINSTE = 3
_TEKENS = 15
"""Letters on a line of running text, in the middle of them, at the least."""

_BREED = 0.7
_MEESTE = 0.6
"""Part of the lines of running text that fill so much of its width."""

_LOOPT = 0.25
"""Part of the lines whose sentence goes on below."""

_KEREN = 2
"""How many do at the least: in an address one may, with «t.a.v.»."""

_VERDER = frozenset({
    "aan", "als", "bij", "dan", "dat", "de", "der", "die", "dit", "door", "een", "en",
    "er", "heeft", "heer", "het", "hun", "ik", "in", "is", "maar", "met", "mevrouw",
    "na", "naar", "niet", "of", "om", "op", "over", "te", "ter", "tot", "tussen", "uit",
    "van", "voor", "was", "we", "werd", "wij", "wordt", "worden", "ze", "zich", "zij",
    "zijn",
})  # fmt: skip
"""Words with which no sentence ends."""


class Spalt(NamedTuple):
    """Lines in a row; the edges of their column, or nothing when they are in none."""

    regels: list[Regel]
    breedte: tuple[float, float] | None


def split_columns(regels: Sequence[Regel]) -> list[Spalt]:
    """Lines in reading order, those of each column of running text by themselves."""
    uit: list[Spalt] = []
    for naast, groep in _groups(regels):
        breedte = _edges(groep) if naast else None
        if uit and breedte is None and uit[-1].breedte is None:
            uit[-1].regels.extend(groep)
        else:
            uit.append(Spalt(groep, breedte))
    return uit


def _groups(regels: Sequence[Regel]) -> Iterator[tuple[bool, list[Regel]]]:
    """The stretches of each run, and whether text stands beside them."""
    lopen = _runs(regels)
    for voor, loop, na in zip([[], *lopen], lopen, [*lopen[1:], []], strict=False):
        buren = [*voor, *na]
        naast = [any(_is_beside(regel, buur) for buur in buren) for regel in loop]
        for deze, groep in groupby(zip(naast, loop, strict=True), lambda p: p[0]):
            yield deze, [regel for _, regel in groep]


def _runs(regels: Sequence[Regel]) -> list[list[Regel]]:
    """Lines as they go down; a new run where they go up, or aside."""
    lopen: list[list[Regel]] = []
    for regel in regels:
        vorige = lopen[-1][-1].kader if lopen else None
        kader = regel.kader
        if (
            vorige is None
            or kader.boven < vorige.boven - regel.letter
            or kader.links >= vorige.rechts
            or vorige.links >= kader.rechts
        ):
            lopen.append([])
        lopen[-1].append(regel)
    return lopen


def _is_beside(een: Regel, ander: Regel) -> bool:
    a, b = een.kader, ander.kader
    hoogte = a.boven < b.onder and b.boven < a.onder
    return hoogte and (a.rechts <= b.links or b.rechts <= a.links)


def _edges(regels: Sequence[Regel]) -> tuple[float, float] | None:
    """The edges of lines of running text; nothing for labels, lists and addresses."""
    if len(regels) < _MINSTE:
        return None
    links = min(r.kader.links for r in regels)
    rechts = max(r.kader.rechts for r in regels)
    lengtes = sorted(len(r.tekst) for r in regels)
    vol = sum(r.kader.rechts - links >= _BREED * (rechts - links) for r in regels)
    verder = sum(_goes_on(een, ander) for een, ander in pairwise(regels))
    loopt = (
        lengtes[len(lengtes) // 2] >= _TEKENS
        and vol >= _MEESTE * len(regels)
        and verder >= max(_KEREN, _LOOPT * (len(regels) - 1))
    )
    return (links, rechts) if loopt else None


def _goes_on(een: Regel, ander: Regel) -> bool:
    """Whether the sentence of a line goes on in the next one."""
    woorden = een.tekst.split()
    return (
        een.afgebroken
        or ander.tekst[:1].islower()
        or een.tekst.endswith(",")
        or (bool(woorden) and woorden[-1] in _VERDER)
    )
