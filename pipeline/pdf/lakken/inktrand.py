"""Where the ink ends of letters that the edge of a box would cut in two.

A text layer says where a word of a scan begins, and may be some points beside it. Half
a letter beside a box tells which letter it was, so the box runs on until its end.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import pypdfium2

from pipeline.pdf.lakken.matrix import apply
from pipeline.pdf.lakken.raster import picture_scale, single_page
from pipeline.pdf.lakken.ruimte import shown_matrix

if TYPE_CHECKING:
    from collections.abc import Callable

    import pikepdf
    from PIL.Image import Image

    from pipeline.pdf.lakken.matrix import Punt
    from pipeline.pdf.lakken.stroom import Loop

_SCHAAL = 2.0
"""Dots to a point: enough to see the gap between two letters; a hall has fewer."""

_VERST = 1.1
"""How far an edge moves at the most, in sizes of the letters: one wide letter."""

_STAP = 0.04
_HOOGTES = [deel / 20 for deel in range(6, 19)]
"""Where in a line is looked, of its height: a rule below its words is no letter."""

_VERSCHIL = 0.35
"""Part of all contrast around a line by which ink stands out from its paper."""

_VLAK = 40
"""Less contrast than this, of 255, and nothing is written there."""


class Inktrand:
    """A page as it looks, to find the ends of its letters; drawn when first asked."""

    def __init__(self, pdf: pikepdf.Pdf, nummer: int) -> None:
        self._pdf = pdf
        self._nummer = nummer
        self._getoond = shown_matrix(pdf.pages[nummer - 1])
        self._schaal = _SCHAAL

    @cached_property
    def _plaat(self) -> Image:
        with pypdfium2.PdfDocument(single_page(self._pdf, self._nummer - 1)) as los:
            schaal = min(_SCHAAL, picture_scale(*los[0].get_size()))
            beeld: Image = los[0].render(scale=schaal, grayscale=True).to_pil()
            self._schaal = schaal
            return beeld.convert("L")

    def widen(self, loop: Loop, van: float, tot: float) -> tuple[float, float]:
        """A stretch of a line, in its text space, without letters cut by its ends."""
        em = abs(loop.staat.grootte)
        if not em:
            return van, tot
        papier, contrast = self._tones(loop, van - em, tot + em)
        if contrast < _VLAK:
            return van, tot

        def inked(x: float) -> bool:
            return any(
                abs(tint - papier) > _VERSCHIL * contrast
                for tint in self._column(loop, x)
            )

        stap = _STAP * em
        return _walk(inked, van, -stap), _walk(inked, tot, stap)

    def _tones(self, loop: Loop, van: float, tot: float) -> tuple[int, int]:
        """The tone of the paper along a stretch, and how far its ink stands out."""
        stap = (tot - van) / max(1, round((tot - van) / abs(loop.staat.grootte) * 10))
        aantal = round((tot - van) / stap) if stap else 0
        tinten = sorted(
            tint for n in range(aantal) for tint in self._column(loop, van + n * stap)
        )
        return (tinten[len(tinten) // 2], tinten[-1] - tinten[0]) if tinten else (0, 0)

    def _column(self, loop: Loop, x: float) -> list[int]:
        """The tones from the foot to the head of a line."""
        onder, _, _, boven = loop.corners(x, x)
        return [
            tint
            for deel in _HOOGTES
            if (tint := self._tone(_between(onder, boven, deel))) is not None
        ]

    def _tone(self, punt: Punt) -> int | None:
        x, y = apply(self._getoond, *punt)
        breed, hoog = self._plaat.size
        plek = int(x * self._schaal), int(y * self._schaal)
        if not (0 <= plek[0] < breed and 0 <= plek[1] < hoog):
            return None
        return int(self._plaat.getpixel(plek))  # type: ignore[arg-type]  # grey is one number


def _walk(inked: Callable[[float], bool], rand: float, stap: float) -> float:
    """An edge, moved on to where its letter ends; where none does it stays."""
    x = rand
    for _ in range(round(_VERST / _STAP)):
        if not inked(x):
            return x
        x += stap
    return rand


def _between(onder: Punt, boven: Punt, deel: float) -> Punt:
    return (
        onder[0] + (boven[0] - onder[0]) * deel,
        onder[1] + (boven[1] - onder[1]) * deel,
    )
