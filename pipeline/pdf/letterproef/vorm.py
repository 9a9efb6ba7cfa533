"""The shape of a glyph as a grid of ink, and how far two shapes are alike.

A shape is stretched to a square, so that size, place and condensing do not count; what
is much wider or narrower is another shape. Ink may lie one step off: letters are drawn
thin and fat.
"""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image, ImageChops

ZIJDE = 32
MINST = 12
"""Pixels of a box that can hold a shape at all."""

ANDERS = 1.9
"""How many times wider a shape is that cannot be the same letter."""

_ALLES = (1 << ZIJDE * ZIJDE) - 1
_LINKS = sum(1 << ZIJDE * rij for rij in range(ZIJDE))
_NIET_LINKS = _ALLES & ~_LINKS
_NIET_RECHTS = _ALLES & ~(_LINKS << (ZIJDE - 1))


class Vorm(NamedTuple):
    """The ink of a glyph as bits, the same a step wider, and width by height."""

    inkt: int
    ruim: int
    verhouding: float


def make_shape(beeld: Image.Image) -> Vorm | None:
    """The shape in a grey picture of one glyph; none when it is blank or cut off."""
    inkt = ImageChops.invert(beeld)
    doos = _halves(inkt).getbbox()
    if doos is None:
        return None
    x0, y0, x1, y1 = doos
    afgesneden = x0 == 0 or y0 == 0 or x1 == beeld.width or y1 == beeld.height
    if afgesneden or (x1 - x0) * (y1 - y0) < MINST:
        return None
    raster = inkt.crop(doos).resize((ZIJDE, ZIJDE), Image.Resampling.BILINEAR)
    bits = int.from_bytes(_halves(raster).tobytes(), "big")
    return Vorm(bits, _widen(bits), (x1 - x0) / (y1 - y0)) if bits else None


def _halves(beeld: Image.Image) -> Image.Image:
    """What is more than half ink."""
    return beeld.convert("1", dither=Image.Dither.NONE)


def likeness(een: Vorm, ander: Vorm) -> float:
    """How far two shapes are alike: 1 when all ink of each lies near the other's."""
    breed, smal = (
        max(een.verhouding, ander.verhouding),
        min(een.verhouding, ander.verhouding),
    )
    if breed > ANDERS * smal:
        return 0.0
    heen = (een.inkt & ander.ruim).bit_count() / een.inkt.bit_count()
    terug = (ander.inkt & een.ruim).bit_count() / ander.inkt.bit_count()
    return min(heen, terug)


def _widen(bits: int) -> int:
    """The bits and their neighbours on all sides."""
    naast = bits | (bits & _NIET_RECHTS) << 1 | (bits & _NIET_LINKS) >> 1
    return naast | (naast << ZIJDE & _ALLES) | naast >> ZIJDE
