"""Form fields that every program draws itself get the appearance that pdfium gives."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator


def draw_fields(pdf: pikepdf.Pdf) -> None:
    """Give fields with a value and without an appearance what a reader shows of them.

    Flattened as they are, they would leave nothing on the page (ISO 32000-1, 12.7.3.3).
    """
    if "/AcroForm" not in pdf.Root or not any(_bare(pagina) for pagina in pdf.pages):
        return
    pdf.save(bron := BytesIO())
    with pikepdf.open(BytesIO(_drawn(bron.getvalue()))) as getekend:
        for pagina, ander in zip(pdf.pages, getekend.pages, strict=True):
            nieuw = list(ander.obj.get("/Annots", []))
            for plek, veld in _bare(pagina):
                if plek < len(nieuw) and "/AP" in nieuw[plek]:
                    veld.AP = pdf.copy_foreign(getekend.make_indirect(nieuw[plek].AP))


def _bare(pagina: pikepdf.Page) -> list[tuple[int, Any]]:
    """The fields of a page that no appearance is given for, with their places."""
    alle: Iterator[tuple[int, Any]] = enumerate(pagina.obj.get("/Annots", []))
    return [
        (plek, ding)
        for plek, ding in alle
        if isinstance(ding, pikepdf.Dictionary)
        and ding.get("/Subtype") == "/Widget"
        and "/N" not in ding.get("/AP", {})
        and _value(ding) is not None
    ]


def _value(veld: Any) -> Any:
    """What was filled in, here or in the field that this is one place of."""
    return veld.get("/V", veld.get("/Parent", {}).get("/V"))


def _drawn(inhoud: bytes) -> bytes:
    """The document after pdfium showed each of its pages."""
    uit = BytesIO()
    with pypdfium2.PdfDocument(inhoud) as document:
        document.init_forms()
        for nummer in range(len(document)):
            with closing(document[nummer]) as bladzijde:
                bladzijde.get_textpage().close()
        document.save(uit)
    return uit.getvalue()
