"""The characters of a page with their boxes, as pdfium sees them."""

from __future__ import annotations

import sys
from ctypes import byref, c_double
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Teken(NamedTuple):
    """A character and its box in points from the bottom left of the page."""

    tekst: str
    links: float
    onder: float
    rechts: float
    boven: float

    @property
    def hart(self) -> tuple[float, float]:
        """The middle of the box."""
        return ((self.links + self.rechts) / 2, (self.onder + self.boven) / 2)


class Woord(NamedTuple):
    """Characters without white space between them."""

    tekst: str
    links: float
    onder: float
    rechts: float
    boven: float
    tekens: tuple[Teken, ...]


def read_chars(bladzijde: Any) -> list[Teken]:
    """The characters of a page in the order of reading, white space included."""
    tekst = bladzijde.get_textpage()
    links, rechts, onder, boven = (c_double() for _ in range(4))
    randen = (byref(links), byref(rechts), byref(onder), byref(boven))
    ruw, lees, meet = tekst.raw, pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox
    uit = []
    for plek in range(tekst.count_chars()):
        code = lees(ruw, plek)
        meet(ruw, plek, *randen)
        teken = chr(code) if 0 < code <= sys.maxunicode else "\ufffd"
        uit.append(Teken(teken, links.value, onder.value, rechts.value, boven.value))
    return uit


def make_words(tekens: Sequence[Teken]) -> Iterator[Woord]:
    """The words of a page."""
    deel: list[Teken] = []
    for teken in tekens:
        if teken.tekst.isspace() or teken.tekst == "\x00":
            if deel:
                yield _word(deel)
            deel = []
        else:
            deel.append(teken)
    if deel:
        yield _word(deel)


def _word(deel: list[Teken]) -> Woord:
    return Woord(
        "".join(t.tekst for t in deel),
        min(t.links for t in deel),
        min(t.onder for t in deel),
        max(t.rechts for t in deel),
        max(t.boven for t in deel),
        tuple(deel),
    )
