"""The text objects of a page as pdfium holds it in memory, those in forms too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as c

from pipeline.pdf.lakken.matrix import EENHEID, multiply

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2 as pdfium

    from pipeline.pdf.lakken.matrix import Matrix


class Tekstding(NamedTuple):
    """A text object, the form it stands in, and the map from there to the page."""

    ding: Any
    vorm: Any
    naar_blad: Matrix


def walk_text(bladzijde: pdfium.PdfPage) -> Iterator[Tekstding]:
    """Every text object of a page."""
    for nummer in range(c.FPDFPage_CountObjects(bladzijde.raw)):
        ding = c.FPDFPage_GetObject(bladzijde.raw, nummer)
        yield from _walk(Tekstding(ding, None, EENHEID))


def _walk(ding: Tekstding) -> Iterator[Tekstding]:
    soort = c.FPDFPageObj_GetType(ding.ding)
    if soort == c.FPDF_PAGEOBJ_TEXT:
        yield ding
    elif soort == c.FPDF_PAGEOBJ_FORM:
        binnen = multiply(get_matrix(ding.ding), ding.naar_blad)
        for nummer in range(c.FPDFFormObj_CountObjects(ding.ding)):
            kind = c.FPDFFormObj_GetObject(ding.ding, nummer)
            yield from _walk(Tekstding(kind, ding.ding, binnen))


def get_matrix(ding: Any) -> Matrix:
    """The matrix of an object; that of nothing where it has none."""
    m = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(ding, m):
        return EENHEID
    return m.a, m.b, m.c, m.d, m.e, m.f


def remove(bladzijde: pdfium.PdfPage, dingen: Sequence[Tekstding]) -> int:
    """Take objects off a page in memory; no text of it may be open. Gives how many."""
    weg = 0
    for ding, vorm, _ in dingen:
        if vorm is None:
            los = c.FPDFPage_RemoveObject(bladzijde.raw, ding)
        else:
            los = c.FPDFFormObj_RemoveObject(vorm, ding)
        if los:
            c.FPDFPageObj_Destroy(ding)
            weg += 1
    return weg
