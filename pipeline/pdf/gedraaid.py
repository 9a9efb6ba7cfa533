"""Text that runs up or down a page, or upside down: read by itself, set level first.

pdfium decides for a page as a whole which way its lines run. One block that runs the
other way makes it read the whole page letter by letter, and it joins the lines of such
a block into one. So text that runs across is read from a copy of the page in memory on
which nothing else stands, turned level; where it stood is kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2.raw as c

from pipeline.pdf.dingen import get_matrix, remove, walk_text
from pipeline.pdf.lakken.matrix import apply, invert, multiply

if TYPE_CHECKING:
    import pypdfium2 as pdfium

    from modellen.plaats import Kader
    from pipeline.pdf.dingen import Tekstding
    from pipeline.pdf.lakken.matrix import Matrix
    from pipeline.pdf.stand import Stand

_SCHEEF = 12
"""Degrees that text may lean and still run along an edge of the page."""

_KWART = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Gekeerd:
    """How a page is shown of which the text was turned; ``terug`` undoes the turn."""

    stand: Stand
    terug: Matrix

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> Kader:
        """The frame of two corners of the turned page, as the page is shown."""
        een, ander = apply(self.terug, x0, y0), apply(self.terug, x1, y1)
        return self.stand.frame(*een, *ander)


def find_turns(bladzijde: pdfium.PdfPage, stand: Stand) -> list[int]:
    """The turns of text that runs across the page or stands upside down."""
    return sorted({_turn(ding, stand) for ding in walk_text(bladzijde)} - {0})


def set_level(bladzijde: pdfium.PdfPage, stand: Stand, hoek: int) -> Stand | Gekeerd:
    """Leave only the text with this turn, and turn it level; 0 is the page's own."""
    dingen = [(_turn(ding, stand), ding) for ding in walk_text(bladzijde)]
    remove(bladzijde, [ding for eigen, ding in dingen if eigen != hoek])
    if not hoek:
        return stand
    keer = _rotation(stand, hoek)
    for nummer in range(c.FPDFPage_CountObjects(bladzijde.raw)):
        c.FPDFPageObj_Transform(c.FPDFPage_GetObject(bladzijde.raw, nummer), *keer)
    return Gekeerd(stand=stand, terug=invert(keer) or keer)


def _turn(ding: Tekstding, stand: Stand) -> int:
    """A quarter turn of text from the way that the page runs; else nothing."""
    a, b, *_ = multiply(get_matrix(ding.ding), ding.naar_blad)
    hoek = (math.degrees(math.atan2(b, a)) - stand.draai) % 360
    kwart = round(hoek / _KWART) * _KWART
    return kwart % 360 if abs(hoek - kwart) < _SCHEEF else 0


def _rotation(stand: Stand, hoek: int) -> Matrix:
    """The map that undoes quarter turns, onto the same corner of the page."""
    links, onder = stand.links, stand.onder
    kaarten = {
        _KWART: (0.0, -1.0, 1.0, 0.0, links - onder, stand.rechts + onder),
        2 * _KWART: (-1.0, 0.0, 0.0, -1.0, links + stand.rechts, onder + stand.boven),
        3 * _KWART: (0.0, 1.0, -1.0, 0.0, stand.boven + links, onder - links),
    }
    return kaarten[hoek]
