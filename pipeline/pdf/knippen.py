"""A part of a PDF as a document of its own, with the tags of its own pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary

from pipeline.pdf.lakken.motor import open_pdf
from pipeline.pdf.schoon.poetsen import is_tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

Nummer = tuple[int, int]
DIEPST = 300
"""Levels in a structure tree; deeper is a circle."""

_CATALOGUS = {
    *("/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot"),
    *("/OCProperties", "/AcroForm"),
}
"""What a part needs of the whole; the rest speaks of other pages."""

_RIJEN = ("/StructParents", "/StructParent")


def cut_pages(inhoud: bytes, van: int | None, tot: int | None) -> bytes:
    """The pages ``van`` to ``tot``, from 1, as a document; whole when there are none.

    Of a tagged document the tags go along; a tree that makes no sense is left out.
    Raises ``InvoerError`` when the document is locked or broken.
    """
    if van is None or tot is None:
        return inhoud
    with open_pdf(inhoud) as pdf:
        del pdf.pages[tot:]
        del pdf.pages[: van - 1]
        for sleutel in [k for k in pdf.Root.keys() if k not in _CATALOGUS]:  # noqa: SIM118
            del pdf.Root[sleutel]
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        if is_tagged(pdf):
            _prune(pdf)
        uit = BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(uit, deterministic_id=True)
        return uit.getvalue()


def _prune(pdf: pikepdf.Pdf) -> None:
    """Take out of the structure tree what belongs to pages that are gone."""
    bladen = {p.obj.objgen for p in pdf.pages}
    wortel = pdf.Root.StructTreeRoot
    try:
        _keep_children(wortel, bladen, None, 0)
        _keep_rows(pdf, wortel)
    except (RecursionError, pikepdf.PdfError, TypeError, ValueError):
        del pdf.Root["/StructTreeRoot"]
        del pdf.Root["/MarkInfo"]


def _keep_children(
    element: Any,  # noqa: ANN401 pikepdf objects are dynamic
    bladen: set[Nummer],
    blad: Nummer | None,
    diepte: int,
) -> bool | None:
    """Leave an element what stands on a page that is kept; tells if anything is.

    ``None`` for an element without content, such as an empty cell: it stays in a row
    that stays.
    """
    if diepte > DIEPST:
        raise RecursionError
    if "/Pg" in element:
        blad = element.Pg.objgen
        if blad not in bladen:
            del element["/Pg"]
    kinderen = element.get("/K")
    rij = list(kinderen) if isinstance(kinderen, Array) else [kinderen]
    blijft = [(k, _stays(k, bladen, blad, diepte + 1)) for k in rij if k is not None]
    if blijft:
        element.K = Array([k for k, oordeel in blijft if oordeel is not False])
    if any(oordeel for _, oordeel in blijft):
        return True
    return False if any(o is False for _, o in blijft) else None


def _stays(
    kind: Any,  # noqa: ANN401
    bladen: set[Nummer],
    blad: Nummer | None,
    diepte: int,
) -> bool | None:
    if not isinstance(kind, Dictionary):
        return blad in bladen
    if "/S" in kind:
        return _keep_children(kind, bladen, blad, diepte)
    eigen = kind.Pg.objgen if "/Pg" in kind else blad
    return eigen in bladen


def _keep_rows(pdf: pikepdf.Pdf, wortel: Any) -> None:  # noqa: ANN401
    """Leave the parent tree the rows that pages and their contents name."""
    if "/ParentTree" not in wortel:
        return
    nodig = {int(d[s]) for d in _numbered(pdf) for s in _RIJEN if s in d}
    rijen = pikepdf.NumberTree(wortel.ParentTree)
    for nummer in [n for n in rijen.keys() if n not in nodig]:  # noqa: SIM118 no dictionary
        del rijen[nummer]


def _numbered(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Pages, their annotations, and the forms and images on them, at any depth."""
    gezien: set[Nummer] = set()
    for pagina in pdf.pages:
        yield pagina.obj
        yield from pagina.obj.get("/Annots", [])
        stapel: list[Any] = [pagina.resources]
        while stapel:
            for ding in dict(stapel.pop().get("/XObject", {})).values():
                if ding.objgen not in gezien:
                    gezien.add(ding.objgen)
                    yield ding
                    stapel.append(ding.get("/Resources", Dictionary()))
