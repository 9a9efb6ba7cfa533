"""Marks for a document that became a PDF: each decision finds its own place there.

Two equal names can be decided differently. What stands before and after a name tells
which is which, for the order of a converted document is not that of its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from modellen.lakken import Lakvlak
from pipeline.pdf.lakken.zoeken import fold
from pipeline.pdf.zoeken import OMGEVING, Plek, find_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.lakblad import Lakregel

Hit = tuple[Plek, ...]


class _Voorkomen:
    """An occurrence of words in the source: its surroundings and what was decided."""

    def __init__(self, voor: str, na: str, grond: str | None) -> None:
        self.voor = voor
        self.na = na
        self.grond = grond

    def likeness(self, hit: Hit) -> int:
        """How many characters around it are the same."""
        return _common(self.voor[::-1], hit[0].voor[::-1]) + _common(self.na, hit[0].na)


def place_converted(
    tekst: str, invoer: bytes, regels: Sequence[Lakregel]
) -> list[Lakvlak]:
    """The marks on the pages of ``invoer`` for the rows on its source text.

    A place of which the source cannot be told with certainty is marked.
    """
    regels = [r for r in regels if not r.vlak]
    gekozen = {r.tekst for r in regels if r.keuze is Keuze.LAKKEN}
    plekken = find_places(invoer, sorted(gekozen))
    plat, begins = _fold_text(tekst)
    return [
        vlak
        for woorden in sorted(gekozen)
        for vlak in _marks(
            _occurrences(plat, begins, woorden, regels), plekken[woorden]
        )
    ]


def _marks(bronnen: list[_Voorkomen], hits: Sequence[Hit]) -> Iterator[Lakvlak]:
    eender = len({b.grond for b in bronnen}) == 1
    for nummer, hit in enumerate(hits):
        grond = bronnen[0].grond if eender else _decide(bronnen, hit, nummer)
        for plek in hit if grond else ():
            yield Lakvlak(
                pagina=plek.pagina,
                grond=grond or "",
                tekst=plek.tekst,
                kaders=plek.kaders,
            )


def _decide(bronnen: list[_Voorkomen], hit: Hit, nummer: int) -> str | None:
    """What was decided on the occurrence that a place is most like; in doubt a ground.

    Of several that are as much like it, the one with the same turn, else one that goes.
    """
    lijken = [b.likeness(hit) for b in bronnen]
    beste = [b for b, n in zip(bronnen, lijken, strict=True) if n == max(lijken)]
    if len(beste) == 1:
        return beste[0].grond
    if nummer < len(bronnen) and bronnen[nummer] in beste:
        return bronnen[nummer].grond
    return next((b.grond for b in beste if b.grond), None)


def _occurrences(
    plat: str, begins: Sequence[int], woorden: str, regels: Sequence[Lakregel]
) -> list[_Voorkomen]:
    """Every occurrence of words in the source text, decided or not."""
    naald = fold(woorden)
    eigen = {r.begin: r for r in regels if r.keuze is Keuze.LAKKEN}
    uit = []
    plek = plat.find(naald) if naald else -1
    while plek >= 0:
        regel = eigen.get(begins[plek])
        raak = regel is not None and fold(regel.tekst) == naald
        eind = plek + len(naald)
        uit.append(
            _Voorkomen(
                plat[max(0, plek - OMGEVING) : plek],
                plat[eind : eind + OMGEVING],
                regel.grond if regel is not None and raak else None,
            )
        )
        plek = plat.find(naald, plek + 1)
    if not any(v.grond for v in uit):  # the text was read otherwise: mark all
        grond = next(r.grond for r in regels if fold(r.tekst) == naald)
        return [_Voorkomen("", "", grond)]
    return uit


def _fold_text(tekst: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters where it began."""
    plat: list[str] = []
    begins: list[int] = []
    for plek, teken in enumerate(tekst):
        los = fold(teken)
        plat.append(los)
        begins += [plek] * len(los)
    return "".join(plat), begins


def _common(een: str, twee: str) -> int:
    """How many characters two texts begin with in common."""
    for nummer, (a, b) in enumerate(zip(een, twee, strict=False)):
        if a != b:
            return nummer
    return min(len(een), len(twee))
