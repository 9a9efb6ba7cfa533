"""What is drawn on a page: rulings, filled boxes and images."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2.raw as c

from pipeline.pdf.vormen import Lijn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.stand import Stand

_DUN = 3.0
_KORTSTE = 6.0
_ZWART = 40
_WIT = 245
_DEKKEND = 200
_VLAK = 5.0
_MEESTE_STUKKEN = 2000
_DIEPSTE = 4
_MEESTE_OBJECTEN = 40_000
_MEESTE_BEELDEN = 500  # a page that was cut into strips has more

Matrix = tuple[float, float, float, float, float, float]
_GEEN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True, kw_only=True)
class Tekenwerk:
    """Rulings by direction, dark boxes, images, and how much of the page they are."""

    liggend: list[Lijn] = field(default_factory=list)
    staand: list[Lijn] = field(default_factory=list)
    vlakken: list[tuple[float, float, float, float]] = field(default_factory=list)
    beelden: list[tuple[float, float, float, float]] = field(default_factory=list)
    beeld: float = 0.0
    paden: int = 0


def read_drawing(bladzijde: c.FPDF_PAGE, stand: Stand) -> Tekenwerk:
    """All that is drawn on a page, form objects included."""
    werk = Tekenwerk()
    aantal = min(c.FPDFPage_CountObjects(bladzijde), _MEESTE_OBJECTEN)
    for index in range(aantal):
        ding = c.FPDFPage_GetObject(bladzijde, index)
        soort = c.FPDFPageObj_GetType(ding)
        if soort != c.FPDF_PAGEOBJ_TEXT:
            _add(ding, soort, werk, stand, _GEEN, 0)
    return werk


def _add(
    ding: c.FPDF_PAGEOBJECT,
    soort: int,
    werk: Tekenwerk,
    stand: Stand,
    matrix: Matrix,
    diepte: int,
) -> None:
    if soort == c.FPDF_PAGEOBJ_PATH:
        _add_path(ding, werk, stand, matrix)
    elif soort == c.FPDF_PAGEOBJ_IMAGE:
        links, boven, rechts, onder = _frame(ding, stand, matrix)
        werk.beeld += max(rechts - links, 0) * max(onder - boven, 0)
        if len(werk.beelden) < _MEESTE_BEELDEN:
            werk.beelden.append((links, boven, rechts, onder))
    elif soort == c.FPDF_PAGEOBJ_SHADING:
        werk.paden += 1
    elif soort == c.FPDF_PAGEOBJ_FORM and diepte < _DIEPSTE:
        binnen = _multiply(_matrix(ding), matrix)
        for index in range(min(c.FPDFFormObj_CountObjects(ding), _MEESTE_OBJECTEN)):
            kind = c.FPDFFormObj_GetObject(ding, index)
            soort_kind = c.FPDFPageObj_GetType(kind)
            if soort_kind != c.FPDF_PAGEOBJ_TEXT:
                _add(kind, soort_kind, werk, stand, binnen, diepte + 1)


def _add_path(
    ding: c.FPDF_PAGEOBJECT, werk: Tekenwerk, stand: Stand, matrix: Matrix
) -> None:
    vul, streep = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(ding, vul, streep)
    if not vul.value and not streep.value:
        return
    werk.paden += 1
    donker, wit = _colours(ding) if vul.value else (False, False)
    if wit and not streep.value:
        return
    kader = _frame(ding, stand, matrix)
    stukken = c.FPDFPath_CountSegments(ding)
    if _add_box(kader, werk, dicht=stukken > 2 or bool(vul.value)):  # noqa: PLR2004 a line has two
        return
    if stukken > _MEESTE_STUKKEN:
        return
    for hoeken in _boxes(ding, stukken, stand, matrix):
        _add_outline(hoeken, werk, donker=donker)


def _add_box(
    kader: tuple[float, float, float, float], werk: Tekenwerk, *, dicht: bool
) -> bool:
    """Take a path that is so thin that it is a ruling; says whether it was."""
    links, boven, rechts, onder = kader
    breed, hoog = rechts - links, onder - boven
    if breed > _DUN and hoog > _DUN:
        return False
    del dicht
    if breed >= hoog and breed >= _KORTSTE:
        werk.liggend.append(Lijn((boven + onder) / 2, links, rechts))
    elif hoog > breed and hoog >= _KORTSTE:
        werk.staand.append(Lijn((links + rechts) / 2, boven, onder))
    return True


def _add_outline(
    punten: list[tuple[float, float]], werk: Tekenwerk, *, donker: bool
) -> None:
    """The straight sides of one closed or open figure, and its box when it is dark."""
    xs, ys = [p[0] for p in punten], [p[1] for p in punten]
    links, boven, rechts, onder = min(xs), min(ys), max(xs), max(ys)
    if _add_box((links, boven, rechts, onder), werk, dicht=True):
        return
    recht = 0
    for (x0, y0), (x1, y1) in pairwise(punten):
        if abs(y0 - y1) < 1 and abs(x0 - x1) >= _KORTSTE:
            werk.liggend.append(Lijn((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            recht += 1
        elif abs(x0 - x1) < 1 and abs(y0 - y1) >= _KORTSTE:
            werk.staand.append(Lijn((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
            recht += 1
    groot = rechts - links >= _VLAK and onder - boven >= _VLAK
    if donker and groot and recht >= 3:  # noqa: PLR2004 a box has three drawn sides and a close
        werk.vlakken.append((links, boven, rechts, onder))


def _boxes(
    ding: c.FPDF_PAGEOBJECT, stukken: int, stand: Stand, matrix: Matrix
) -> Iterator[list[tuple[float, float]]]:
    """The figures of a path as points on the page, closed ones back to their start."""
    eigen = _multiply(_matrix(ding), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    punten: list[tuple[float, float]] = []
    for index in range(stukken):
        stuk = c.FPDFPath_GetPathSegment(ding, index)
        c.FPDFPathSegment_GetPoint(stuk, x, y)
        soort = c.FPDFPathSegment_GetType(stuk)
        if soort == c.FPDF_SEGMENT_MOVETO and punten:
            if len(punten) > 1:
                yield punten
            punten = []
        punten.append(stand.show(*_apply(eigen, x.value, y.value)))
        if c.FPDFPathSegment_GetClose(stuk):
            punten.append(punten[0])
    if len(punten) > 1:
        yield punten


def _colours(ding: c.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    """Whether the fill is dark and covers, and whether it is white or not there."""
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    if not c.FPDFPageObj_GetFillColor(ding, r, g, b, a):
        return False, False
    kleuren = (r.value, g.value, b.value)
    donker = max(kleuren) <= _ZWART and a.value >= _DEKKEND
    return donker, min(kleuren) >= _WIT or a.value == 0


def _frame(
    ding: c.FPDF_PAGEOBJECT, stand: Stand, matrix: Matrix
) -> tuple[float, float, float, float]:
    links, onder, rechts, boven = (ctypes.c_float() for _ in range(4))
    if not c.FPDFPageObj_GetBounds(ding, links, onder, rechts, boven):
        return 0.0, 0.0, 0.0, 0.0
    een = stand.show(*_apply(matrix, links.value, onder.value))
    twee = stand.show(*_apply(matrix, rechts.value, boven.value))
    return (
        min(een[0], twee[0]),
        min(een[1], twee[1]),
        max(een[0], twee[0]),
        max(een[1], twee[1]),
    )


def _matrix(ding: c.FPDF_PAGEOBJECT) -> Matrix:
    m = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(ding, m):
        return _GEEN
    return m.a, m.b, m.c, m.d, m.e, m.f


def _multiply(een: Matrix, twee: Matrix) -> Matrix:
    if twee == _GEEN:
        return een
    a, b, cc, d, e, f = een
    p, q, r, s, t, u = twee
    return (
        a * p + b * r, a * q + b * s, cc * p + d * r, cc * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    if m == _GEEN:
        return x, y
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
