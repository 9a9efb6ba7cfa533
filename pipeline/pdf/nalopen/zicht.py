"""What the eye sees of a word: its ink against the ground it lies on.

A page is drawn as any viewer does, marks and notes included. A word is hidden when its
own colour does not show where its letters must be. That holds whatever hides it: a
rectangle, a picture, white ink, a note, or black burnt into a scan above an OCR layer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from pipeline.pdf.nalopen.woorden import Inktwoord, Kleur

SCHAAL = 2.0
DONKER = 90
LICHT = 150
_ZELFDE = 24
_DEEL = 0.3
_MEEST = 0.62
_KLEINST = 2
_RUIM = 10
_INKT: Kleur = (0, 0, 0)


class Zicht:
    """A drawn page that can be asked whether it shows a word."""

    def __init__(self, beeld: Image.Image) -> None:
        self._beeld = beeld.convert("RGB")
        self._grijs = beeld.convert("L")

    def is_outside(self, woord: Inktwoord) -> bool:
        """Whether a word lies beside the page."""
        breed, hoog = (w / SCHAAL for w in self._grijs.size)
        return (
            woord.rechts < 0 or woord.onder < 0 or woord.links > breed
            or woord.boven > hoog
        )  # fmt: skip

    def ground(self, woord: Inktwoord) -> int:
        """The most common lightness where a word lies, from 0 for black to 255."""
        telling = self._grijs.crop(self._box(woord)).histogram()
        return max(range(256), key=telling.__getitem__)

    def hides(self, woord: Inktwoord) -> bool:
        """Whether the page does not show a word that it holds."""
        doos = self._box(woord)
        if min(doos[2] - doos[0], doos[3] - doos[1]) < _KLEINST:
            return False
        telling = self._grijs.crop(doos).histogram()
        grond = max(range(256), key=telling.__getitem__)
        if woord.kleur is None:
            return _is_covered(telling, grond)
        inkt = _lightness(woord.kleur)
        if abs(inkt - grond) < _ZELFDE:
            return not self._has_colour(doos)
        drempel = grond + _DEEL * (inkt - grond)
        if inkt < grond:
            return not any(telling[: int(drempel) + 1])
        return not any(telling[int(drempel) :])

    def _has_colour(self, doos: tuple[int, int, int, int]) -> bool:
        """Whether colours of one lightness still tell letters from their ground."""
        randen = self._beeld.crop(doos).getextrema()
        return any(isinstance(r, tuple) and r[1] - r[0] > 2 * _ZELFDE for r in randen)

    def _box(self, woord: Inktwoord) -> tuple[int, int, int, int]:
        breed, hoog = self._grijs.size
        x0, y0 = max(0, int(woord.links * SCHAAL)), max(0, int(woord.boven * SCHAAL))
        x1 = min(breed, max(x0 + 1, round(woord.rechts * SCHAAL)))
        y1 = min(hoog, max(y0 + 1, round(woord.onder * SCHAAL)))
        if x1 - x0 > _RUIM and y1 - y0 > _RUIM:  # what borders on it is not its ink
            x0, y0, x1, y1 = x0 + 2, y0 + 1, x1 - 2, y1 - 1
        return (min(x0, x1), min(y0, y1), x1, y1)


def is_light_on_dark(woord: Inktwoord, grond: int) -> bool:
    """Whether a word is printed light on a dark ground, as a code on its box is."""
    return (
        woord.kleur is not None and grond < DONKER and _lightness(woord.kleur) > LICHT
    )


def _lightness(kleur: Kleur) -> int:
    return round(0.299 * kleur[0] + 0.587 * kleur[1] + 0.114 * kleur[2])


def _is_covered(telling: list[int], grond: int) -> bool:
    """Whether a picture shows no letters where an OCR layer reads them.

    All dark or of one even colour; a scan of printed words is neither.
    """
    alle = sum(telling)
    donker = sum(telling[:DONKER])
    if donker >= _MEEST * alle:
        return True
    nabij = sum(telling[max(0, grond - _ZELFDE) : grond + _ZELFDE])
    return nabij >= 0.995 * alle
