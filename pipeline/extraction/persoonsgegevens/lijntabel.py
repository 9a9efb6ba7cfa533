"""Tables drawn with strokes or tabs: ``Actie | Wie | Wanneer`` with its rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TAB = "\t"
STREPEN = "|/;"
_STREPEN = {
    "|": re.compile(r"[ ]?\|[ ]?"),
    "/": re.compile(r"[ ]/[ ]"),
    ";": re.compile(";"),
    TAB: re.compile(TAB),
}
_MINSTENS = 3
"""Cells that make a line a row."""

_RIJ = {t: re.compile(rf"{re.escape(t)}[^\n{t}]*+{re.escape(t)}") for t in _STREPEN}
"""Two signs on a line: without them no line is a row."""


def find_cells(
    tekst: str, tekens: str, read_head: Callable[[str], str]
) -> Iterator[tuple[int, int, str]]:
    """Begin, end and head of each cell below a head that counts.

    ``tekens`` are the signs that part cells, each in tables of its own. ``read_head``
    gives the head that a cell is, "" for none. A row ends the table when it has no
    sign; one with fewer cells is passed over.
    """
    for teken in tekens:
        if _RIJ[teken].search(tekst):
            yield from _read(tekst, teken, read_head)


def find_blocks(
    tekst: str, plekken: Sequence[int]
) -> Iterator[list[list[tuple[int, int]]]]:
    """Rows of equally many cells under each other, parted by tabs, without a head.

    Each cell is where it begins and ends in the text. Blocks that hold none of the
    places, which are in order, are passed over.
    """
    if tekst.count(TAB) < _MINSTENS:
        return
    blok: list[tuple[str, int]] = []
    begin = tabs = 0
    for regel in (*tekst.split("\n"), ""):
        aantal = regel.count(TAB)
        if aantal != tabs or aantal < _MINSTENS - 1:
            if blok and has_any(plekken, blok[0][1], begin):
                yield [list(_cells(rij, van, _STREPEN[TAB])) for rij, van in blok]
            blok, tabs = [], aantal
        if aantal >= _MINSTENS - 1:
            blok.append((regel, begin))
        begin += len(regel) + 1


def has_any(plekken: Sequence[int], begin: int, eind: int) -> bool:
    """Whether one of the places lies in a stretch."""
    eerste = bisect_left(plekken, begin)
    return eerste < len(plekken) and plekken[eerste] < eind


def _read(
    tekst: str, teken: str, read_head: Callable[[str], str]
) -> Iterator[tuple[int, int, str]]:
    streep = _STREPEN[teken]
    koppen: dict[int, str] = {}
    breed = begin = 0
    for regel in tekst.split("\n"):
        genoeg = regel.count(teken) >= _MINSTENS - 1
        cellen = list(_cells(regel, begin, streep)) if genoeg else []
        begin += len(regel) + 1
        if len(cellen) < _MINSTENS:
            koppen = koppen if streep.search(regel) else {}
            continue
        namen = enumerate(read_head(tekst[van:tot]) for van, tot in cellen)
        nieuw = {i: naam for i, naam in namen if naam}
        if nieuw and not (koppen and len(cellen) == breed):
            koppen, breed = nieuw, len(cellen)
        elif len(cellen) == breed:
            yield from ((*cellen[i], kop) for i, kop in koppen.items())


def _cells(
    regel: str, begin: int, streep: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Where the cells of a line stand in the text, white space left out."""
    van = 0
    for raak in streep.finditer(regel):
        yield _bare(regel[van : raak.start()], begin + van)
        van = raak.end()
    yield _bare(regel[van:], begin + van)


def _bare(stuk: str, begin: int) -> tuple[int, int]:
    """Where a piece stands without the white space at its ends."""
    if stuk == stuk.strip():  # as most cells
        return begin, begin + len(stuk)
    rechts = stuk.lstrip()
    begin += len(stuk) - len(rechts)
    return begin, begin + len(rechts.rstrip())
