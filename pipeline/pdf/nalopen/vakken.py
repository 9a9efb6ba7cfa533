"""Dark boxes on a drawn page, whoever painted them and however."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.plaats import Kader
from pipeline.pdf.nalopen.zicht import SCHAAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

ZWART = 40
"""Lightness below which a pixel is part of a box."""

SMALST = 8.0
LAAGST = 6.0
BREEDST = 0.93
"""Parts of the page: what spans it all is a bar of the layout."""

HOOGST = 0.6
_SPELING = 2


def find_boxes(beeld: Image.Image) -> list[Kader]:
    """The upright, evenly dark rectangles on a page, from top to bottom."""
    breed, hoog = beeld.size
    donker = beeld.convert("L").point(lambda w: 255 if w < ZWART else 0)
    dozen = [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in _rectangles(donker.tobytes(), breed, hoog)
        if y1 - y0 >= LAAGST * SCHAAL
        and x1 - x0 <= BREEDST * breed
        and y1 - y0 <= HOOGST * hoog
    ]
    return [
        Kader(*(w / SCHAAL for w in doos))
        for doos in sorted(dozen, key=lambda d: (d[1], d[0]))
    ]


def _rectangles(
    pixels: bytes, breed: int, hoog: int
) -> Iterator[tuple[int, int, int, int]]:
    """Runs of dark pixels that begin and end at the same x on line after line."""
    vorm = re.compile(rb"\xff{%d,}" % int(SMALST * SCHAAL))
    open_: list[tuple[int, int, int]] = []
    for y in range(hoog + 1):
        rij = pixels[y * breed : (y + 1) * breed]
        lopen = [r.span() for r in vorm.finditer(rij)]
        over = []
        for x0, x1, van in open_:
            raak = next((p for p in lopen if _same(p, (x0, x1))), None)
            if raak is None:
                yield (x0, van, x1, y)
            else:
                lopen.remove(raak)
                over.append((x0, x1, van))
        open_ = over + [(x0, x1, y) for x0, x1 in lopen]


def _same(een: tuple[int, int], twee: tuple[int, int]) -> bool:
    return abs(een[0] - twee[0]) <= _SPELING and abs(een[1] - twee[1]) <= _SPELING
