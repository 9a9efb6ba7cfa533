"""The lines of a table in a scan, which keep recognition from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Masker = NDArray[np.bool_]

_DONKER = 140
_DUIM = 0.6
"""The length of a line at the least, in inches: no stroke of a letter is so long."""

_DIKSTE = 0.05
"""How thick a line is at most, in inches: what is thicker is a bar or a photo."""

_GROF = 2
"""How much smaller the picture is in which lines are looked for: it saves memory."""

_MINSTENS = 2
"""Lines to either side that make a table."""


def without_lines(plaat: Image.Image, fijnheid: float) -> Image.Image | None:
    """A grey picture without the lines of its tables; ``None`` where it has none.

    ``fijnheid`` is in pixels an inch.
    """
    donker: Masker = np.asarray(_darkest(plaat)) < _DONKER
    grof = fijnheid / _GROF
    lengte, dikte = int(_DUIM * grof), max(1, int(_DIKSTE * grof))
    liggend = _thin(_runs(donker, lengte), dikte)
    staand = _thin(_runs(donker.T, lengte), dikte).T
    if min(_count(liggend), _count(staand.T)) < _MINSTENS:
        return None
    masker = Image.fromarray(np.where(liggend | staand, 255, 0).astype(np.uint8))
    schoon = plaat.copy()
    schoon.paste(255, mask=masker.resize(plaat.size, Image.Resampling.NEAREST))
    return schoon


def _darkest(plaat: Image.Image) -> Image.Image:
    """The picture at half its size, each pixel the darkest: no thin line is lost."""
    breed, hoog = (max(_GROF, g // _GROF * _GROF) for g in plaat.size)
    donkerst = plaat.filter(ImageFilter.MinFilter(3)).crop((0, 0, breed, hoog))
    return donkerst.resize((breed // _GROF, hoog // _GROF), Image.Resampling.NEAREST)


def _runs(donker: Masker, lengte: int) -> Masker:
    """The pixels that lie in a run of at least some length in their row."""
    rijen, breed = donker.shape
    if breed < lengte:
        return np.zeros_like(donker)
    uit = np.zeros_like(donker)
    for rij in range(rijen):  # row by row: the sums of a whole page take much memory
        if not donker[rij].any():
            continue
        som = np.concatenate(([0], np.cumsum(donker[rij], dtype=np.int32)))
        vol: Masker = np.asarray(som[lengte:] - som[:-lengte] == lengte, np.bool_)
        uit[rij, lengte - 1 :] = vol
        for begin in np.flatnonzero(np.append(vol[:1], vol[1:] & ~vol[:-1])):
            uit[rij, begin : begin + lengte] = True
    return uit


def _thin(lijnen: Masker, dikte: int) -> Masker:
    """Those of the lines that are no bars: none lies in a column of many rows."""
    dik = _runs(np.ascontiguousarray(lijnen.T), dikte + 1).T
    return lijnen & ~dik


def _count(lijnen: Masker) -> int:
    """How many lines there are: groups of rows that hold one."""
    rijen: Masker = np.logical_or.reduce(lijnen, axis=1)
    return int(np.count_nonzero(rijen[1:] & ~rijen[:-1]) + bool(rijen[0]))
