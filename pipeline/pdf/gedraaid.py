"""Text that runs up, down or aslant, or upside down: read by itself, set level first.

pdfium decides for a page as a whole which way its lines run. One block that runs the
other way makes it read the whole page letter by letter, and it joins the lines of such
a block into one. So text that runs across is read from a copy of the page in memory on
which nothing else stands, turned level; where it stood is kept. Level is what lies so
before the page itself is turned to be shown: all of a turned page is read from copies.
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
_MEESTE_SCHEEF = 8
"""Slants on one page at most: letters along a curve are read as they come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gekeerd:
    """How a page is shown of which the text was turned; ``terug`` undoes the turn."""

    stand: Stand
    terug: Matrix

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> Kader:
        """The frame of two corners of the turned page, as the page is shown."""
        hoeken = [apply(self.terug, x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = zip(*hoeken, strict=True)
        return self.stand.frame(min(xs), min(ys), max(xs), max(ys))


def find_turns(bladzijde: pdfium.PdfPage, stand: Stand) -> list[int]:
    """The turns of text that does not run as the page does, in degrees."""
    return sorted({keer for _, keer in _turned(bladzijde, stand)} - {0})


def set_level(bladzijde: pdfium.PdfPage, stand: Stand, hoek: int) -> Stand | Gekeerd:
    """Leave only the text with this turn, and turn it level; 0 is the page's own."""
    dingen = _turned(bladzijde, stand)
    remove(bladzijde, [ding for ding, eigen in dingen if eigen != hoek])
    ligt = (hoek + stand.draai) % 360
    if not ligt:
        return stand
    keer = _rotation(stand, ligt)
    for nummer in range(c.FPDFPage_CountObjects(bladzijde.raw)):
        c.FPDFPageObj_Transform(c.FPDFPage_GetObject(bladzijde.raw, nummer), *keer)
    return Gekeerd(stand=stand, terug=invert(keer) or keer)


def _turned(bladzijde: pdfium.PdfPage, stand: Stand) -> list[tuple[Tekstding, int]]:
    """The text of a page, each with its turn from the way that the page runs."""
    dingen = [(ding, _turn(ding, stand)) for ding in walk_text(bladzijde)]
    if len({h for _, h in dingen if h % _KWART}) <= _MEESTE_SCHEEF:
        return dingen
    return [(ding, 0 if hoek % _KWART else hoek) for ding, hoek in dingen]


def _turn(ding: Tekstding, stand: Stand) -> int:
    """Quarter turns where text runs along an edge of the page, else whole degrees."""
    a, b, *_ = multiply(get_matrix(ding.ding), ding.naar_blad)
    hoek = (math.degrees(math.atan2(b, a)) - stand.draai) % 360
    kwart = round(hoek / _KWART) * _KWART
    return (kwart if abs(hoek - kwart) < _SCHEEF else round(hoek)) % 360


def _rotation(stand: Stand, hoek: int) -> Matrix:
    """The map that undoes a turn; quarter turns land on the same corner of the page."""
    links, onder = stand.links, stand.onder
    if hoek % _KWART:
        cos, sin = math.cos(math.radians(hoek)), math.sin(math.radians(hoek))
        return cos, -sin, sin, cos, links, onder
    kaarten = {
        _KWART: (0.0, -1.0, 1.0, 0.0, links - onder, stand.rechts + onder),
        2 * _KWART: (-1.0, 0.0, 0.0, -1.0, links + stand.rechts, onder + stand.boven),
        3 * _KWART: (0.0, 1.0, -1.0, 0.0, stand.boven + links, onder - links),
    }
    return kaarten[hoek]
