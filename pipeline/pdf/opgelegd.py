"""The words that notes, stamps and fields draw on a page, wherever they come from.

What a field or note says of itself may differ from what it shows: that is what counts.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as c

from pipeline.pdf.tekst import Bladtekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.stand import Stand
    from pipeline.pdf.vormen import Regel


NIET_OP_DE_BLADZIJDE = {
    c.FPDF_ANNOT_LINK,
    c.FPDF_ANNOT_POPUP,
    c.FPDF_ANNOT_TEXT,
    c.FPDF_ANNOT_FILEATTACHMENT,
    c.FPDF_ANNOT_SOUND,
    c.FPDF_ANNOT_REDACT,
}
"""Kinds that show an icon, nothing, or a mark that was never carried out."""


def read_laid_on(
    pdf: pdfium.PdfDocument, bladzijde: pdfium.PdfPage, nummer: int, stand: Stand
) -> list[Regel]:
    """The lines that the appearances on a page, from 0, show; not its own content.

    The page is not opened again: its fields would lose their state.
    """
    if not any(_draws(bladzijde)):
        return []
    with pdfium.PdfDocument.new() as los:
        los.import_pages(pdf, [nummer])
        with closing(los[0]) as kaal:
            _clear(kaal)
            if c.FPDFPage_Flatten(kaal.raw, c.FLAT_NORMALDISPLAY) != c.FLATTEN_SUCCESS:
                return []
        with closing(los[0]) as plat:
            tekst = Bladtekst(plat, stand)
            try:
                return tekst.lines()
            finally:
                tekst.close()


def _clear(bladzijde: pdfium.PdfPage) -> None:
    """Take from a page what it draws itself, and the notes that show no words."""
    for _ in range(c.FPDFPage_CountObjects(bladzijde.raw)):
        ding = c.FPDFPage_GetObject(bladzijde.raw, 0)
        c.FPDFPage_RemoveObject(bladzijde.raw, ding)
        c.FPDFPageObj_Destroy(ding)
    c.FPDFPage_GenerateContent(bladzijde.raw)
    for index, tekent in reversed([*enumerate(_draws(bladzijde))]):
        if not tekent:
            c.FPDFPage_RemoveAnnot(bladzijde.raw, index)


def _draws(bladzijde: pdfium.PdfPage) -> Iterator[bool]:
    """Of each annotation whether it has an appearance that is part of the page."""
    for index in range(c.FPDFPage_GetAnnotCount(bladzijde.raw)):
        annot = c.FPDFPage_GetAnnot(bladzijde.raw, index)
        soort = c.FPDFAnnot_GetSubtype(annot)
        yield soort not in NIET_OP_DE_BLADZIJDE and c.FPDFAnnot_HasKey(annot, b"AP")
        c.FPDFPage_CloseAnnot(annot)
