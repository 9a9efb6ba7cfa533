"""In which block the words stand that someone pointed out, and which of the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.plaats import OpPagina
from pipeline.pdf.gemarkeerd import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Blok
    from pipeline.pdf.vormen import Aangewezen

    Gedraaid = list[tuple[Blok, int]]
    """Blocks of a page with the turn of their lines, in degrees."""

_RUIM = 2.0


def find_pointed(blokken: Gedraaid, woorden: Aangewezen) -> Iterator[tuple[Blok, int]]:
    """The blocks that hold the words, and how many letters stand before them there.

    White space is not counted. Of equal words in a block the same one is taken as of
    those that stand within its frame on the page.
    """
    if not woorden.plekken:
        return
    for blok, hoek in blokken:
        binnen = [n for n, plek in enumerate(woorden.plekken) if _holds(blok, plek)]
        if woorden.welke not in binnen:
            continue
        binnen.sort(key=lambda n: _reading_order(woorden.plekken[n], hoek))
        plekken = _places(woorden.tekst, blok.tekst)
        keer = binnen.index(woorden.welke)
        if keer < len(plekken):
            yield blok, plekken[keer]


def _reading_order(plek: tuple[float, float], hoek: int) -> tuple[int, float]:
    """By line and then along it, for lines with a turn."""
    x, y = plek
    langs, regel = {90: (-y, x), 180: (-x, -y), 270: (y, -x)}.get(hoek, (x, y))
    return round(regel / _RUIM), langs


def _places(tekst: str, blok: str) -> list[int]:
    """How many letters stand before words each time that they stand in a block."""
    return [m.start() for m in re.finditer(re.escape(squeeze(tekst)), squeeze(blok))]


def _holds(blok: Blok, plek: tuple[float, float]) -> bool:
    k = blok.plaats.kader if isinstance(blok.plaats, OpPagina) else None
    x, y = plek
    return k is not None and (
        k.links - _RUIM <= x <= k.rechts + _RUIM
        and k.boven - _RUIM <= y <= k.onder + _RUIM
    )
