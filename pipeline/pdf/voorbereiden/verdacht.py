"""Pages on which part of an image may not be seen, told by the places of things."""

from __future__ import annotations

import ctypes
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as c

from pipeline.pdf.lakken.dekking import clip
from pipeline.pdf.lakken.zoeken import covered, lies_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.lakken.stroom import Doos

_NIETS = (0.0, 0.0, 0.0, 0.0)
_SPELING = 1.0
"""Points by which an image may stick out of what shows it."""

_DEEL = 0.01
"""Part of an image that something must cover to count."""

SCHERP = 300 / 72
"""Pixels to a point that an eye, and recognition, can tell apart."""

TE_FIJN = 2.04
"""Times as many, and an image holds what its page does not show; scans have twice."""

_DIEPST = 4
_MEESTE = 20_000
"""Objects of a page that are looked at; of a drawing with more all is suspect."""


def find_suspects(bron: bytes, bladen: Sequence[int]) -> set[int]:
    """The pages, from 1, of these that may not show the whole of an image."""
    if not bladen:
        return set()
    with pypdfium2.PdfDocument(bron) as pdf:
        return {n for n in bladen if n > len(pdf) or _is_suspect(pdf, n)}


def _is_suspect(pdf: pypdfium2.PdfDocument, nummer: int) -> bool:
    with closing(pdf[nummer - 1]) as bladzijde:
        blad = bladzijde.get_bbox()
        beelden: list[Doos] = []
        for aantal, (ding, soort, knip) in enumerate(_walk(bladzijde)):
            doos = _bounds(ding)
            bedekt = any(covered(beeld, doos) >= _DEEL for beeld in beelden)
            if aantal > _MEESTE or bedekt:
                return True
            if soort != c.FPDF_PAGEOBJ_IMAGE:
                continue
            if not all(lies_in(doos, vlak, _SPELING) for vlak in (blad, knip) if vlak):
                return True
            if _is_too_fine(ding, doos):
                return True
            beelden.append(doos)
    return False


def _is_too_fine(beeld: Any, doos: Doos) -> bool:
    """Whether an image has far more pixels than its place on the page can show."""
    breed, hoog = ctypes.c_uint(), ctypes.c_uint()
    if not c.FPDFImageObj_GetImagePixelSize(beeld, breed, hoog):
        return False
    ruim = SCHERP * TE_FIJN * max(doos[2] - doos[0], doos[3] - doos[1])
    return max(breed.value, hoog.value) > ruim


def _walk(bladzijde: pypdfium2.PdfPage) -> Iterator[tuple[Any, int, Doos | None]]:
    """All that is drawn but text, in order, with what cuts it off.

    An image in a form counts as one that something cuts: there is a box around it.
    """
    for plek in range(c.FPDFPage_CountObjects(bladzijde.raw)):
        ding = c.FPDFPage_GetObject(bladzijde.raw, plek)
        soort = c.FPDFPageObj_GetType(ding)
        if soort == c.FPDF_PAGEOBJ_FORM and _holds_image(ding, 0):
            yield ding, c.FPDF_PAGEOBJ_IMAGE, _NIETS
        elif soort != c.FPDF_PAGEOBJ_TEXT and not _is_line(ding, soort):
            yield ding, soort, _clip(ding)


def _holds_image(vorm: Any, diepte: int) -> bool:
    for plek in range(c.FPDFFormObj_CountObjects(vorm)):
        ding = c.FPDFFormObj_GetObject(vorm, plek)
        soort = c.FPDFPageObj_GetType(ding)
        if soort == c.FPDF_PAGEOBJ_IMAGE or diepte > _DIEPST:
            return True
        if soort == c.FPDF_PAGEOBJ_FORM and _holds_image(ding, diepte + 1):
            return True
    return False


def _is_line(ding: Any, soort: int) -> bool:
    """Whether something is a path that is only stroked: it covers nothing."""
    if soort != c.FPDF_PAGEOBJ_PATH:
        return False
    vul, streep = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(ding, vul, streep)
    return not vul.value


def _clip(ding: Any) -> Doos | None:
    """The smallest box around what all paths that cut something off leave of it."""
    knip = c.FPDFPageObj_GetClipPath(ding)
    uit: Doos | None = None
    for pad in range(max(c.FPDFClipPath_CountPaths(knip), 0) if knip else 0):
        punten = list(_points(knip, pad))
        if not punten:
            continue
        xs, ys = zip(*punten, strict=True)
        uit = clip((min(xs), min(ys), max(xs), max(ys)), uit) or _NIETS
    return uit


def _points(knip: Any, pad: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for plek in range(max(c.FPDFClipPath_CountPathSegments(knip, pad), 0)):
        stuk = c.FPDFClipPath_GetPathSegment(knip, pad, plek)
        if c.FPDFPathSegment_GetPoint(stuk, x, y):
            yield x.value, y.value


def _bounds(ding: Any) -> Doos:
    links, onder, rechts, boven = (ctypes.c_float() for _ in range(4))
    if not c.FPDFPageObj_GetBounds(ding, links, onder, rechts, boven):
        return _NIETS
    return links.value, onder.value, rechts.value, boven.value
