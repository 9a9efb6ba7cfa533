"""The lines of a table in a scan, which keep recognition from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Masker = NDArray[np.bool_]

_DONKER = 140
_DUIM = 0.6
"""The length of a line at the least, in inches: no stroke of a letter is so long."""

_DIKSTE = 0.05
"""How thick a line is at most, in inches: what is thicker is a bar or a photo."""

_MINSTENS = 2
"""Lines to either side that make a table."""


def without_lines(plaat: Image.Image, fijnheid: float) -> Image.Image | None:
    """A grey picture without the lines of its tables; ``None`` where it has none.

    ``fijnheid`` is in pixels an inch.
    """
    grijs = np.asarray(plaat)
    donker: Masker = grijs < _DONKER
    lengte, dikte = int(_DUIM * fijnheid), max(1, int(_DIKSTE * fijnheid))
    liggend = _thin(_runs(donker, lengte), dikte)
    staand = _thin(_runs(donker.T, lengte), dikte).T
    if min(_count(liggend), _count(staand.T)) < _MINSTENS:
        return None
    schoon = grijs.copy()
    schoon[_grown(liggend | staand)] = 255
    return Image.fromarray(schoon)


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


def _grown(lijnen: Masker) -> Masker:
    """The lines with the pixel beside them: their edges are grey."""
    ruim = lijnen.copy()
    ruim[1:] |= lijnen[:-1]
    ruim[:-1] |= lijnen[1:]
    ruim[:, 1:] |= lijnen[:, :-1]
    ruim[:, :-1] |= lijnen[:, 1:]
    return ruim
