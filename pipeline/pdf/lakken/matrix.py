"""Affine maps as PDF writes them: six numbers ``a b c d e f``.

A point (x, y) maps to (a·x + c·y + e, b·x + d·y + f); ISO 32000-2, 8.3.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Matrix = tuple[float, float, float, float, float, float]
Punt = tuple[float, float]

EENHEID: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

DIEPST = 50
"""Levels in a tree of pages; deeper is a circle."""

NIETS = 1e-9
"""What is too small to see, in any unit."""


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + o,
    )


def apply(m: Matrix, x: float, y: float) -> Punt:
    """Where a point goes."""
    a, b, c, d, e, f = m
    return (a * x + c * y + e, b * x + d * y + f)


def read_matrix(getallen: Any) -> Matrix:
    """A matrix from the six numbers of an operator or an array."""
    a, b, c, d, e, f = (float(g) for g in getallen)
    return (a, b, c, d, e, f)


def invert(m: Matrix) -> Matrix | None:
    """The map back; ``None`` for a map that flattens everything."""
    a, b, c, d, e, f = m
    det = a * d - b * c
    if abs(det) < NIETS**2:
        return None
    return (
        d / det,
        -b / det,
        -c / det,
        a / det,
        (c * f - d * e) / det,
        (b * e - a * f) / det,
    )


def translate(m: Matrix, tx: float, ty: float) -> Matrix:
    """First a shift, then ``m``."""
    a, b, c, d, e, f = m
    return (a, b, c, d, tx * a + ty * c + e, tx * b + ty * d + f)


def bounds(punten: Iterable[Punt]) -> tuple[float, float, float, float]:
    """The smallest upright rectangle around points: left, bottom, right, top."""
    xs, ys = zip(*punten, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def holds(hoeken: Sequence[Punt], punt: Punt) -> bool:
    """Whether a point lies in a shape without hollows, its corners in order."""
    x, y = punt
    kanten = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(hoeken, (*hoeken[1:], hoeken[0]), strict=True)
    ]
    return all(k > 0 for k in kanten) or all(k < 0 for k in kanten)


def page_box(pagina: Any) -> tuple[float, float, float, float]:
    """The box of a page that is shown: left, bottom, right, top.

    A crop box shows nothing outside the media box (ISO 32000-2, 14.11.2).
    """
    media, uitsnede = _sorted_box(pagina.mediabox), _sorted_box(pagina.cropbox)
    laag = map(max, media[:2], uitsnede[:2])
    hoog = map(min, media[2:], uitsnede[2:])
    x0, y0, x1, y1 = (*laag, *hoog)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else media


def _sorted_box(doos: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(g) for g in doos)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def page_turn(pagina: Any) -> int:
    """How far a page is turned when it is shown: 0, 90, 180 or 270 degrees."""
    knoop = pagina.obj
    for _ in range(DIEPST):
        if knoop is None or "/Rotate" in knoop:
            break
        knoop = knoop.get("/Parent")
    return int(knoop.get("/Rotate", 0)) % 360 if knoop is not None else 0


def stretch(m: Matrix) -> float:
    """How much a horizontal length grows."""
    return float((m[0] ** 2 + m[1] ** 2) ** 0.5)
