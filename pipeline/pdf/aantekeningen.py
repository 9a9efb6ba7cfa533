"""What lies on top of a page: values of form fields, typed notes, comments."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING

import pypdfium2.raw as c

from pipeline.pdf.opgelegd import read_laid_on
from pipeline.pdf.tekens import clean
from pipeline.pdf.vormen import Regel

if TYPE_CHECKING:
    import pypdfium2 as pdfium

    from modellen.plaats import Kader
    from pipeline.pdf.stand import Stand

_GEZET = "☒"
_OPMERKINGEN = (
    c.FPDF_ANNOT_TEXT, c.FPDF_ANNOT_HIGHLIGHT, c.FPDF_ANNOT_UNDERLINE,
    c.FPDF_ANNOT_STRIKEOUT, c.FPDF_ANNOT_SQUARE, c.FPDF_ANNOT_CARET,
)  # fmt: skip
_HOKJES = {c.FPDF_FORMFIELD_CHECKBOX, c.FPDF_FORMFIELD_RADIOBUTTON}
_VERBORGEN = 0b100010
_GROND = re.compile(
    r"(?i)\s*(?:art\.?(?:ikel)?\s*)?5(?:\.[12])(?:\.\d)?\.?\s*[a-z]?\s*"
)
"""A ground and nothing else: a rectangle with it points out an area, no more."""


def read_annotations(
    pdf: pdfium.PdfDocument, bladzijde: pdfium.PdfPage, nummer: int, stand: Stand
) -> tuple[list[Regel], list[Regel]]:
    """What is filled in, typed or stamped on a page, from 1, and readers' comments."""
    velden: list[Regel] = []
    opmerkingen: list[Regel] = []
    aantal = c.FPDFPage_GetAnnotCount(bladzijde.raw)
    opgelegd = read_laid_on(pdf, bladzijde, nummer - 1, stand)
    for index in range(aantal):
        annot = c.FPDFPage_GetAnnot(bladzijde.raw, index)
        if not annot:
            continue
        try:
            soort = c.FPDFAnnot_GetSubtype(annot)
            if c.FPDFAnnot_GetFlags(annot) & _VERBORGEN:
                continue
            getoond = [r for r in opgelegd if frame_of(annot, stand).holds(r.kader)]
            if soort == c.FPDF_ANNOT_WIDGET:
                waarde = _field_value(pdf, annot)
                velden += _lines(waarde, annot, stand)
                hokje = _is_tick(pdf, annot)
                gezegd = [r for r in getoond if hokje or _says(waarde, r.tekst)]
                opgelegd = [r for r in opgelegd if r not in gezegd]
            elif soort == c.FPDF_ANNOT_FREETEXT and not getoond:
                velden += _lines(string_of(annot, b"Contents"), annot, stand)
            elif soort in _OPMERKINGEN:
                tekst = string_of(annot, b"Contents")
                if soort != c.FPDF_ANNOT_SQUARE or not _GROND.fullmatch(tekst):
                    opmerkingen += _lines(tekst, annot, stand)
        finally:
            c.FPDFPage_CloseAnnot(annot)
    return [*velden, *opgelegd], opmerkingen


def _says(waarde: str, tekst: str) -> bool:
    """Whether the value of a field holds a line that it shows."""
    return "".join(tekst.split()) in "".join(waarde.split())


def _lines(tekst: str, annot: c.FPDF_ANNOTATION, stand: Stand) -> list[Regel]:
    kader = frame_of(annot, stand)
    regels = (
        clean(r) for r in tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    return [Regel(tekst=r, kader=kader) for r in regels if r]


def frame_of(annot: c.FPDF_ANNOTATION, stand: Stand) -> Kader:
    """Where an annotation stands on the page as shown."""
    doos = c.FS_RECTF()
    c.FPDFAnnot_GetRect(annot, doos)
    return stand.frame(doos.left, doos.bottom, doos.right, doos.top)


def _field_value(pdf: pdfium.PdfDocument, annot: c.FPDF_ANNOTATION) -> str:
    if pdf.formenv is None:
        return string_of(annot, b"V")
    vorm = pdf.formenv.raw
    soort = c.FPDFAnnot_GetFormFieldType(vorm, annot)
    if soort in _HOKJES:
        return _GEZET if c.FPDFAnnot_IsChecked(vorm, annot) else ""
    if soort in {c.FPDF_FORMFIELD_PUSHBUTTON, c.FPDF_FORMFIELD_SIGNATURE}:
        return ""
    nodig = c.FPDFAnnot_GetFormFieldValue(vorm, annot, None, 0)
    buffer = ctypes.create_string_buffer(nodig)
    ruim = ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR))
    c.FPDFAnnot_GetFormFieldValue(vorm, annot, ruim, nodig)
    return buffer.raw[: max(nodig - 2, 0)].decode("utf-16-le", "replace")


def _is_tick(pdf: pdfium.PdfDocument, annot: c.FPDF_ANNOTATION) -> bool:
    """Whether a field is a box to tick: its sign is no word."""
    vorm = pdf.formenv
    if vorm is None:
        return False
    return c.FPDFAnnot_GetFormFieldType(vorm.raw, annot) in _HOKJES


def string_of(annot: c.FPDF_ANNOTATION, sleutel: bytes) -> str:
    """What an annotation says under a key; "" for nothing."""
    nodig = c.FPDFAnnot_GetStringValue(annot, sleutel, None, 0)
    if nodig <= 2:  # noqa: PLR2004 only the closing zero
        return ""
    buffer = ctypes.create_string_buffer(nodig)
    ruim = ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR))
    c.FPDFAnnot_GetStringValue(annot, sleutel, ruim, nodig)
    return buffer.raw[: nodig - 2].decode("utf-16-le", "replace")
