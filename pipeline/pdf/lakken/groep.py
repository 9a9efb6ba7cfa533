"""Gaps that the eye takes for one mark get one box and one code."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from pipeline.pdf.lakken.gaten import AANSLUITEND
from pipeline.pdf.lakken.matrix import bounds, stretch
from pipeline.pdf.lakken.ocrlaag import ink_around, ink_corners, runs_of
from pipeline.pdf.lakken.stroom import GEWOON
from pipeline.pdf.lakken.zoeken import SCHUIN, covered, lies_in, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.pdf.lakken.gaten import Gat
    from pipeline.pdf.lakken.matrix import Punt
    from pipeline.pdf.lakken.stroom import Doos, Loop, Staat

Vierhoek = tuple["Punt", "Punt", "Punt", "Punt"]

_SPELING = 1.5
"""Points of a box that may fall outside what its text is cut off by."""

_OVERHEEN = 0.2
"""The part of a box over which may be painted: shading of the row below, for one."""

DUBBEL = 0.7
"""The part of a box that must lie under another for the two to be one."""

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
    def volgorde(self) -> int:
        """Its place in the order of painting of the whole page."""
        return self.gaten[0].loop.volgorde

    @property
    def op_het_laatst(self) -> bool:
        """Whether the box must be painted over everything else on the page."""
        return self._is_layer or any(
            g.loop.bedekt
            or self._shows_through(g.loop.staat)
            or self._is_painted_over(g.loop)
            for g in self.gaten
        )

    def _is_painted_over(self, loop: Loop) -> bool:
        """Whether the source painted so much of the box that it would hide it."""
        return any(covered(bounds(self.omtrek), d) > _OVERHEEN for d in loop.overheen)

    def _shows_through(self, staat: Staat) -> bool:
        """Whether what is painted as this text is would not cover all of its box."""
        if staat.doorzichtig or staat.menging not in GEWOON or staat.knip_krom:
            return True
        return staat.knip is not None and not lies_in(
            bounds(self.omtrek), staat.knip, _SPELING
        )

    @property
    def _is_layer(self) -> bool:
        return any(g.loop.is_laag for g in self.gaten)


def marked_areas(lopen: Iterable[Loop], geen: int) -> Iterator[tuple[Vierhoek, int]]:
    """Where marked glyphs lie on the page, each mark but ``geen`` in as few as it can.

    Stretches that the eye takes for one are one, also over several runs.
    """
    open_: tuple[Vierhoek, int] | None = None
    for loop in lopen:
        for van, tot in runs_of(loop):
            plek = loop.weg[van]
            if plek == geen:
                continue
            hoeken = _corners_of(loop, van, tot)
            if open_ and open_[1] == plek and _adjoin(open_[0], hoeken, _em(loop)):
                (a, _, _, d), (_, b, c, _) = open_[0], hoeken
                open_ = (a, b, c, d), plek
                continue
            if open_:
                yield open_
            open_ = hoeken, plek
    if open_:
        yield open_


def _corners_of(loop: Loop, van: int, tot: int) -> Vierhoek:
    laatste = loop.glieven[tot - 1]
    stuk = loop.glieven[van].x, laatste.x + laatste.breedte
    if loop.is_laag:
        return widen(ink_corners(loop, *ink_around(loop, *stuk)))
    return loop.corners(*stuk)


def slanted_on(lopen: Sequence[Loop], dozen: Sequence[Doos]) -> Iterator[Vierhoek]:
    """The corners of every slanted run that touches one of some areas.

    With all that goes on without a gap: a word can lie in several runs.
    """
    schuin = [
        (loop, _corners_of(loop, 0, len(loop.glieven)))
        for loop in lopen
        if loop.glieven and _is_slanted(loop)
    ]
    raak = {
        n
        for n, (loop, _) in enumerate(schuin)
        if any(overlap(loop.box_all(), doos) > 0 for doos in dozen)
    }
    for n in range(1, len(schuin)):
        vorig, (loop, hoeken) = schuin[n - 1][1], schuin[n]
        if _adjoin(vorig, hoeken, _em(loop)) and {n - 1, n} & raak:
            raak |= {n - 1, n}
    for n in sorted(raak):
        yield widen(schuin[n][1])


def _is_slanted(loop: Loop) -> bool:
    a, b, *_ = loop.naar_pagina
    return min(abs(a), abs(b)) >= SCHUIN * max(abs(a), abs(b))


def _em(loop: Loop) -> float:
    return abs(loop.staat.grootte) * stretch(loop.naar_pagina)


def _adjoin(een: Vierhoek, twee: Vierhoek, em: float) -> bool:
    """Whether the second stretch begins where the first ends, to the eye."""
    (_, eind, *_), (begin, *_) = een, twee
    return hypot(begin[0] - eind[0], begin[1] - eind[1]) <= AANSLUITEND * em


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


def find_doubles(groepen: Iterable[Groep]) -> set[int]:
    """The boxes, by identity, that another of the same mark in their place replaces.

    Words that were printed twice, with a shadow, need one box: one that stands in the
    text, and of those the one that is painted last.
    """
    gezet: dict[int, list[Doos]] = defaultdict(list)
    over: set[int] = set()
    for groep in sorted(groepen, key=lambda g: (g.op_het_laatst, -g.volgorde)):
        doos, eerder = bounds(groep.omtrek), gezet[groep.vlak]
        if any(covered(doos, d) >= DUBBEL for d in eerder):
            over.add(id(groep))
        else:
            eerder.append(doos)
    return over


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
    links = een.loop.corners(een.x, een.x + een.breedte)
    rechts = twee.loop.corners(twee.x, twee.x + twee.breedte)
    return _adjoin(links, rechts, _em(een.loop))
