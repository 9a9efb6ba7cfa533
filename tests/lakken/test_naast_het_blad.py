"""Names beside the text of a page: in a comment, on the tab of a sheet."""

from __future__ import annotations

import openpyxl
import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from programma import redact, run
from reportlab.pdfgen.canvas import Canvas

TEKST = "Mevrouw Oetske Kolk vraagt om uitstel van de zitting."


def release(map_, uitvoer):
    """The words on the released pages, after the proposals were accepted."""
    run("woo", "voorstel", map_, uitvoer=uitvoer)
    redact(uitvoer, "--aanvaard-voorstellen")
    (uit,) = (uitvoer / "vrijgave" / "documenten").glob("*.pdf")
    with pypdfium2.PdfDocument(uit) as document:
        return "\n".join(b.get_textpage().get_text_range() for b in document)


def test_a_comment_on_top_of_words_goes_and_the_words_stay(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    pad = map_ / "brief.pdf"
    blad = Canvas(str(pad))
    blad.setFont("Helvetica", 12)
    blad.drawString(72, 700, TEKST)
    blad.save()
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        notitie = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([250, 695, 250.05, 712]),
            Contents=String("Nagaan bij Oetske Kolk en Wobbo Terwisscha"), F=4,
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(notitie)])
        pdf.save(pad)

    woorden = release(map_, tmp_path / "uit")

    assert "vraagt om uitstel van de zitting." in woorden
    assert "Kolk" not in woorden
    assert "Wobbo" not in woorden


def test_a_sheet_that_is_named_after_someone_is_released_without_the_name(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "Dossier Kolk"
    blad.append(["mevrouw Oetske Kolk", 612345678])
    blad["B1"].number_format = "00-00000000"
    boek.save(map_ / "dossier.xlsx")

    woorden = release(map_, tmp_path / "uit")

    assert "Dossier" in woorden
    assert "Kolk" not in woorden
    assert "12345678" not in woorden
