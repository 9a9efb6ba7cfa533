"""Gaps that the eye takes for one mark get one box and one code."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from pipeline.pdf.lakken.gaten import AANSLUITEND
from pipeline.pdf.lakken.matrix import stretch
from pipeline.pdf.lakken.ocrlaag import ink_around, ink_corners, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.pdf.lakken.gaten import Gat
    from pipeline.pdf.lakken.matrix import Punt
    from pipeline.pdf.lakken.stroom import Loop

Vierhoek = tuple["Punt", "Punt", "Punt", "Punt"]

ERNAAST = 0.1
"""How far, in heights of a line, an OCR layer may lie off the picture under it."""


@dataclass(slots=True)
class Groep:
    """Neighbouring gaps of one mark; ``gebied`` is the area that the mark blackens."""

    vlak: int
    gaten: list[Gat]
    gebied: Vierhoek | None = None

    @property
    def hoeken(self) -> Vierhoek:
        """The corners of the box on the page, from bottom left."""
        if self.gebied or not self._is_layer:
            return self.gebied or self.omtrek
        return widen(self._inkt)

    @property
    def omtrek(self) -> Vierhoek:
        """The corners around the gaps themselves."""
        eerste, laatste = self.gaten[0], self.gaten[-1]
        links = eerste.loop.corners(eerste.x, eerste.x + eerste.breedte)
        rechts = laatste.loop.corners(laatste.x, laatste.x + laatste.breedte)
        return (links[0], rechts[1], rechts[2], links[3])

    @property
    def _inkt(self) -> Vierhoek:
        """The corners around what an OCR layer stands for."""
        eerste, laatste = self.gaten[0], self.gaten[-1]
        van, _ = ink_around(eerste.loop, eerste.x, eerste.x + eerste.breedte)
        _, tot = ink_around(laatste.loop, laatste.x, laatste.x + laatste.breedte)
        a, _, _, d = ink_corners(eerste.loop, van, van)
        _, b, c, _ = ink_corners(laatste.loop, tot, tot)
        return (a, b, c, d)

    @property
    def breedte(self) -> float:
        """The width of the box in the text space of its first gap."""
        van, tot, *_ = self.omtrek
        schaal = stretch(self.gaten[0].loop.naar_pagina) or 1.0
        return hypot(tot[0] - van[0], tot[1] - van[1]) / schaal

    @property
    def op_het_laatst(self) -> bool:
        """Whether the box must be painted over everything else on the page."""
        return self._is_layer or any(g.loop.bedekt for g in self.gaten)

    @property
    def _is_layer(self) -> bool:
        return any(g.loop.is_laag for g in self.gaten)


def marked_areas(lopen: Iterable[Loop], geen: int) -> Iterator[tuple[Vierhoek, int]]:
    """Where marked glyphs lie on the page, each stretch with its mark but ``geen``."""
    for loop in lopen:
        for van, tot in runs_of(loop):
            if loop.weg[van] == geen:
                continue
            laatste = loop.glieven[tot - 1]
            stuk = loop.glieven[van].x, laatste.x + laatste.breedte
            if loop.is_laag:
                yield (
                    widen(ink_corners(loop, *ink_around(loop, *stuk))),
                    loop.weg[van],
                )
            else:
                yield loop.corners(*stuk), loop.weg[van]


def widen(hoeken: Vierhoek) -> Vierhoek:
    """Corners around words that lie over a picture: the layer may lie a little off."""
    a, b, c, d = hoeken
    lang = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    hoog = hypot(d[0] - a[0], d[1] - a[1])
    dx, dy = ((b[i] - a[i]) / lang * hoog * ERNAAST for i in (0, 1))
    ux, uy = ((d[i] - a[i]) * ERNAAST for i in (0, 1))
    return (
        (a[0] - dx - ux, a[1] - dy - uy),
        (b[0] + dx - ux, b[1] + dy - uy),
        (c[0] + dx + ux, c[1] + dy + uy),
        (d[0] - dx + ux, d[1] - dy + uy),
    )


def group_gaps(gaten: Iterable[Gat]) -> Iterator[Groep]:
    """Groups of gaps in the order of showing."""
    groep: Groep | None = None
    for gat in gaten:
        if groep and groep.vlak == gat.vlak and _touch(groep.gaten[-1], gat):
            groep.gaten.append(gat)
            continue
        if groep:
            yield groep
        groep = Groep(gat.vlak, [gat])
    if groep:
        yield groep


def _touch(een: Gat, twee: Gat) -> bool:
    """Whether the second gap begins where the first ends, on the same baseline."""
    if een.loop.stroom is not twee.loop.stroom:
        return False
    eind = een.loop.corners(een.x, een.x + een.breedte)[1]
    begin = twee.loop.corners(twee.x, twee.x + twee.breedte)[0]
    em = abs(een.loop.staat.grootte) * stretch(een.loop.naar_pagina)
    return hypot(begin[0] - eind[0], begin[1] - eind[1]) <= AANSLUITEND * em
