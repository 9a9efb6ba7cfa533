"""What is left of a run when glyphs are taken out: the gap, its box, and what follows.

The gap between two words that stay betrays the width of what stood there, and so, among
a list of names, the name (Bland, Iyer and Levchenko 2023). So a gap is one number, its
old kerning gone, on a grid of whole steps; what is rounded off is carried to the next
gap of the line, so that nothing on the line moves more than half a step.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

from pipeline.pdf.lakken.matrix import NIETS, apply, stretch

if TYPE_CHECKING:
    from pipeline.pdf.lakken.stroom import Loop

AANSLUITEND = 0.45
"""Em between two gaps that are still one mark to the eye."""

OP_DE_REGEL = 1.5
"""Em within which a run continues the line of the one before it."""


@dataclass(slots=True)
class Gat:
    """A stretch of a run that is taken out.

    ``na`` is the index in the rewritten operand behind which the gap stands, ``x`` and
    ``breedte`` its place along the baseline in text space after rounding.
    """

    loop: Loop
    vlak: int
    na: int
    x: float
    breedte: float


@dataclass(slots=True)
class Herschreven:
    """The new operand of a run: kept strings and displacements, and its gaps.

    ``schuif`` is how far, in text space, the run begins from where it began.
    """

    loop: Loop
    delen: list[bytes | float] = field(default_factory=list)
    gaten: list[Gat] = field(default_factory=list)
    schuif: float = 0.0


class Regelstand:
    """Carries what was rounded off along a line, from run to run."""

    def __init__(self, rooster: float) -> None:
        self.rooster = rooster
        self.rest = 0.0
        self._eind: tuple[float, float] | None = None

    def enter(self, loop: Loop) -> float:
        """The shift in text space with which a run begins."""
        begin = apply(loop.naar_pagina, 0.0, 0.0)
        if not loop.vervolg and not self._continues(loop, begin):
            self.rest = 0.0
        return -self.rest / (stretch(loop.naar_pagina) or 1.0)

    def leave(self, loop: Loop, eind: float) -> None:
        """Remember where the run ended, in text space along its old baseline."""
        self._eind = apply(loop.naar_pagina, eind, 0.0)

    def round(self, loop: Loop, breedte: float) -> float:
        """A gap in text space, on the grid; the rest is carried on."""
        schaal = stretch(loop.naar_pagina) or 1.0
        richting = -1.0 if breedte < 0 else 1.0
        exact = breedte * schaal + self.rest
        stappen = max(1, round(richting * exact / self.rooster))
        nieuw = richting * stappen * self.rooster
        self.rest = exact - nieuw
        return nieuw / schaal

    def _continues(self, loop: Loop, begin: tuple[float, float]) -> bool:
        if self._eind is None:
            return False
        em = loop.staat.grootte * stretch(loop.naar_pagina)
        dx, dy = begin[0] - self._eind[0], begin[1] - self._eind[1]
        return abs(dx) + abs(dy) <= OP_DE_REGEL * abs(em)


def rewrite(loop: Loop, stand: Regelstand) -> Herschreven:
    """The run without the glyphs of its marks."""
    nieuw = Herschreven(loop=loop, schuif=stand.enter(loop))
    _Knipper(nieuw, stand).run()
    laatste = loop.glieven[-1] if loop.glieven else None
    stand.leave(loop, laatste.x + laatste.voortgang if laatste else 0.0)
    return nieuw


class _Knipper:
    """Walks the old operand and builds the new one."""

    def __init__(self, nieuw: Herschreven, stand: Regelstand) -> None:
        self.nieuw = nieuw
        self.loop = nieuw.loop
        self.stand = stand
        self.x = nieuw.schuif
        self.gat = 0.0
        self.vlak = -1
        self.bewaard = bytearray()
        if abs(nieuw.schuif) > NIETS and not self.loop.vervolg:
            self._displace(nieuw.schuif)

    def run(self) -> None:
        glieven = self.loop.glieven
        plek = 0
        for nummer, deel in enumerate(self.loop.delen):
            if not isinstance(deel, pikepdf.String):
                self._number(float(deel))
                continue
            ruw = bytes(deel)
            if not ruw:
                self._empty()
                continue
            eind = plek
            while eind < len(glieven) and glieven[eind].deel == nummer:
                eind += 1
            self._string(ruw, plek, eind)
            plek = eind
        self._close_gap()
        self._flush()

    def _string(self, ruw: bytes, plek: int, eind: int) -> None:
        """The glyphs of one string, a stretch at a time."""
        weg = self.loop.weg
        while plek < eind:
            if plek in weg:
                self._drop(plek)
                plek += 1
                continue
            stop = plek + 1
            while stop < eind and stop not in weg:
                stop += 1
            self._keep(ruw, plek, stop)
            plek = stop

    def _drop(self, plek: int) -> None:
        if self.gat and self.vlak != self.loop.weg[plek]:
            self._close_gap()
        self._flush()
        self.vlak = self.loop.weg[plek]
        self.gat += self.loop.glieven[plek].voortgang

    def _keep(self, ruw: bytes, plek: int, stop: int) -> None:
        self._close_gap()
        eerste, laatste = self.loop.glieven[plek], self.loop.glieven[stop - 1]
        self.bewaard += ruw[eerste.begin : laatste.begin + laatste.lengte]
        self.x += laatste.x + laatste.voortgang - eerste.x

    def _number(self, getal: float) -> None:
        staat = self.loop.staat
        schuif = -getal / 1000 * staat.grootte * staat.th
        if self.gat:
            self.gat += schuif
            return
        self._flush()
        self.nieuw.delen.append(getal)
        self.x += schuif

    def _empty(self) -> None:
        """Keep an empty string: pdfium places what follows the run otherwise then."""
        if not self.gat:
            self._flush()
            self.nieuw.delen.append(b"")

    def _close_gap(self) -> None:
        """End a gap, with the kerning before it, as one rounded displacement."""
        if not self.gat:
            return
        delen = self.nieuw.delen
        breedte = self.gat
        kerning = delen[-1] if len(delen) > 1 else None
        if isinstance(kerning, float):
            delen.pop()
            kern = self._to_space(kerning)
            breedte, self.x = breedte + kern, self.x - kern
        wijd = self.stand.round(self.loop, breedte)
        gat = Gat(self.loop, self.vlak, len(delen), self.x, wijd)
        self.nieuw.gaten.append(gat)
        self._displace(wijd)
        self.x += wijd
        self.gat = 0.0

    def _displace(self, wijd: float) -> None:
        staat = self.loop.staat
        deler = staat.grootte * staat.th
        self.nieuw.delen.append(-wijd * 1000 / deler if deler else 0.0)

    def _to_space(self, getal: float) -> float:
        return -getal / 1000 * self.loop.staat.grootte * self.loop.staat.th

    def _flush(self) -> None:
        if self.bewaard:
            self.nieuw.delen.append(bytes(self.bewaard))
            self.bewaard = bytearray()
