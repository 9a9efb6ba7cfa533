"""The mark in which each object of a page stands, as another library sees it."""

from __future__ import annotations

from ctypes import c_void_p, cast
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from pipeline.pdf.lakken.labels import ZONDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2


def read_marks(bladzijde: pypdfium2.PdfPage) -> dict[int, int]:
    """The number of the mark around each object, by its address.

    What stands in a form is in the mark around the form: the marks in a form are
    counted apart (ISO 32000-2, 14.7.5.2).
    """
    blad = bladzijde.raw
    merken: dict[int, int] = {}
    for nummer in range(pdfium.FPDFPage_CountObjects(blad)):
        ding = pdfium.FPDFPage_GetObject(blad, nummer)
        merk = int(pdfium.FPDFPageObj_GetMarkedContentID(ding))
        merken |= dict.fromkeys(_within(ding), merk)
    return merken


def address(ding: Any) -> int:
    """What tells an object from all others of its page."""
    return cast(ding, c_void_p).value or ZONDER


def _within(ding: Any) -> Iterator[int]:
    yield address(ding)
    if pdfium.FPDFPageObj_GetType(ding) == pdfium.FPDF_PAGEOBJ_FORM:
        for nummer in range(pdfium.FPDFFormObj_CountObjects(ding)):
            yield from _within(pdfium.FPDFFormObj_GetObject(ding, nummer))
