"""The lines of a table in a scan go before recognition looks; letters never do."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from modellen.document import Leesstatus
from pipeline.pdf.blad import read_page
from pipeline.pdf.ocr import find_tesseract, is_blank
from pipeline.pdf.stand import find_stand
from pipeline.pdf.tabellijnen import without_lines

DUIM = 200


def sheet(*tekens):
    plaat = Image.new("L", (900, 600), 245)
    doek = ImageDraw.Draw(plaat)
    for teken in tekens:
        teken(doek)
    return plaat


def grid(doek):
    for x in (50, 450, 850):
        doek.line((x, 50, x, 550), fill=20, width=3)
    for y in (50, 200, 350, 550):
        doek.line((50, y, 850, y), fill=20, width=3)


def letters(doek):
    doek.text((80, 100), "Ytzen Slotemaker", fill=10, font_size=40)


def bar(doek):
    doek.rectangle((480, 380, 820, 520), fill=0)


def test_the_lines_go_and_the_letters_stay():
    zonder = without_lines(sheet(grid, letters), DUIM)
    met_rand = sheet(letters)
    verschil = sum(
        abs(a - b) > 100
        for a, b in zip(zonder.tobytes(), met_rand.tobytes(), strict=True)
    )
    assert verschil == 0


def test_a_bar_is_no_line():
    zonder = without_lines(sheet(grid, bar), DUIM)
    assert zonder.getpixel((650, 450)) == 0


@pytest.mark.parametrize("tekens", [(), (letters,), (letters, bar)])
def test_without_a_table_nothing_is_done(tekens):
    assert without_lines(sheet(*tekens), DUIM) is None


@pytest.mark.parametrize("maat", [(1, 1), (3, 900), (900, 3)])
def test_any_size_will_do(maat):
    assert without_lines(Image.new("L", maat, 0), DUIM) is None


def as_page(plaat):
    from io import BytesIO

    uit = BytesIO()
    plaat.convert("L").save(uit, "PDF", resolution=DUIM)
    return pypdfium2.PdfDocument(uit.getvalue())


def test_the_back_of_a_scanned_sheet_is_empty_and_a_line_of_ink_is_not():
    def stof(doek):
        doek.point((300, 300), fill=0)

    def naam(doek):
        doek.text((300, 300), "J.K.", fill=0, font_size=24)

    assert is_blank(as_page(sheet(stof))[0])
    assert not is_blank(as_page(sheet(naam))[0])


@pytest.mark.skipif(find_tesseract() is None, reason="Tesseract met nld is hier niet")
def test_a_scanned_table_is_read():
    pdf = as_page(sheet(grid, letters))
    blad = read_page(pdf, pdf[0], 1)
    assert blad.status is Leesstatus.OCR
    assert "Slotemaker" in " ".join(r.tekst for r in blad.regels)
    assert find_stand(pdf[0]).maat[0] == pytest.approx(900 / DUIM * 72, abs=1)
