"""A rectangle on a page: with a ground it points out an area, with more it is a remark."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from modellen.document import Zone


@pytest.mark.parametrize(
    ("woorden", "opmerkingen"),
    [
        ("5.1.2e", []),
        ("art. 5.1.2 e", []),
        ("5.2", []),
        ("5.1.2i of toch niet?", ["5.1.2i of toch niet?"]),
        ("graag nalezen", ["graag nalezen"]),
    ],
)
def test_a_ground_alone_on_a_rectangle_is_no_remark(
    tmp_path, lees, woorden, opmerkingen
):
    pad = tmp_path / "plattegrond.pdf"
    blad = Canvas(str(pad))
    blad.drawString(72, 700, "Plattegrond van de locatie")
    blad.save()
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        vlak = Dictionary(
            Type=Name.Annot, Subtype=Name.Square, Rect=Array([70, 690, 200, 720]),
            Contents=String(woorden), C=Array([1, 0, 0]), F=4,
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(vlak)])
        pdf.save(pad)

    (document,) = lees(pad).documenten

    gelezen = [b.tekst for b in document.blokken if b.zone is Zone.OPMERKING]
    assert gelezen == opmerkingen
