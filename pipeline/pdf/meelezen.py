"""A copy to read along: the proposed marks are shown, nothing is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.pdf.lakken.motor import lak_document, open_pdf, save_pdf
from pipeline.pdf.lakken.ruimte import to_space
from pipeline.pdf.misvormd import refuse_misshapen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.lakken import Geplaatst, Lakopties, Lakvlak

_GEEL = (1.0, 0.85, 0.2)


def show_marks(invoer: bytes, vlakken: Sequence[Lakvlak], opties: Lakopties) -> bytes:
    """The document with a highlight over every proposed mark, with its ground.

    The places are those where the engine would paint its boxes. Raises ``InvoerError``
    when the document is locked or broken or a mark cannot be placed.
    """
    with open_pdf(invoer) as proef, refuse_misshapen():
        uitslag = lak_document(proef, vlakken, opties)
    with open_pdf(invoer) as pdf:
        for vak in uitslag.geplaatst:
            _highlight(pdf, vak, opties)
        return save_pdf(pdf)


def _highlight(pdf: pikepdf.Pdf, vak: Geplaatst, opties: Lakopties) -> None:
    pagina = pdf.pages[vak.pagina - 1]
    x0, y0, x1, y1 = to_space(pagina, vak.kader)
    annot = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array([x0, y0, x1, y1]),
        QuadPoints=Array([x0, y1, x1, y1, x0, y0, x1, y0]),
        C=Array(list(_GEEL)),
        Contents=String(f"voorstel: {opties.opschriften.get(vak.grond, vak.grond)}"),
        F=4,
    )
    annot.AP = Dictionary(N=_appearance(pdf, (x0, y0, x1, y1)))
    if Name.Annots not in pagina.obj:
        pagina.obj.Annots = Array()
    pagina.obj.Annots.append(pdf.make_indirect(annot))


def _appearance(
    pdf: pikepdf.Pdf, doos: tuple[float, float, float, float]
) -> pikepdf.Stream:
    """A yellow rectangle through which the text shows (multiply)."""
    x0, y0, x1, y1 = doos
    r, g, b = _GEEL
    inhoud = f"/G gs {r} {g} {b} rg {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f"
    vorm = pdf.make_stream(inhoud.encode("ascii"))
    vorm.Type, vorm.Subtype = Name.XObject, Name.Form
    vorm.BBox = Array([x0, y0, x1, y1])
    vorm.Resources = Dictionary(
        ExtGState=Dictionary(G=Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
    )
    return vorm
