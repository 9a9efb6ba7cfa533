"""Text beside the page: nobody sees it, every program reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.lezer import Letterkast, read_stream
from pipeline.pdf.lakken.matrix import page_box
from pipeline.pdf.lakken.vlak import make_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.lakken.stroom import Doos, Loop

SPELING = 1.0


def drop_outside(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Take out runs of text that lie wholly outside the page as it is shown."""
    kast = Letterkast()
    gedaan = False
    for pagina in pdf.pages:
        doos = page_box(pagina)
        if "/Contents" in pagina.obj:
            gedaan = _drop(pdf, pagina, doos, kast) or gedaan
    if gedaan:
        yield "tekst naast de bladzijde is verwijderd"


def _drop(pdf: pikepdf.Pdf, pagina: pikepdf.Page, doos: Doos, kast: Letterkast) -> bool:
    pagina.contents_coalesce()
    try:
        stroom = read_stream(pagina.obj, pagina.resources, kast)
    except (pikepdf.PdfError, ValueError, TypeError, IndexError):
        return False
    buiten = {loop.bevel for loop in stroom.lopen if _is_outside(loop, doos)}
    if not buiten:
        return False
    nieuw = [
        _still(bevel) if plek in buiten else bevel
        for plek, bevel in enumerate(stroom.bevelen)
    ]
    pagina.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(nieuw))
    return True


def _is_outside(loop: Loop, doos: Doos) -> bool:
    if not loop.glieven:
        return False
    x0, y0, x1, y1 = loop.box_all()
    return (
        x1 < doos[0] - SPELING
        or x0 > doos[2] + SPELING
        or y1 < doos[1] - SPELING
        or y0 > doos[3] + SPELING
    )


def _still(bevel: Any) -> Any:
    """An operator that shows nothing, for one that showed text off the page."""
    if str(bevel.operator) in {"'", '"'}:
        return make_op("T*")
    return make_op("TJ", pikepdf.Array([]))
