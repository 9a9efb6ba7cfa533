"""Words in pictures: a screenshot in a memo, a line that a searchable scan misses."""

from __future__ import annotations

from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.shared import Cm
from PIL import Image, ImageDraw, ImageFont
from programma import redact, run
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from modellen.plaats import Kader
from pipeline.lakken.beeldtekst import Beeldregel, Beeldvondst, find_in_pictures
from pipeline.pdf import beeldwoorden
from pipeline.pdf.beeldwoorden import read_pictures
from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.ocr import find_tesseract

tesseract = pytest.mark.skipif(
    find_tesseract() is None, reason="Tesseract met nld is hier niet"
)
MAIL = [
    "Van: Wobbo Zonderland",
    "Aan: Secretariaat regietafel",
    "Geachte mevrouw Plassenaar,",
    "Bel mij op 06-51239876 over de planning.",
]


def schermafdruk(regels, breed=1000):
    """A picture of lines of text, as a screenshot has them."""
    beeld = Image.new("L", (breed, 70 * len(regels) + 40), 255)
    pen, letter = ImageDraw.Draw(beeld), ImageFont.load_default(size=40)
    for nummer, regel in enumerate(regels):
        pen.text((30, 20 + 70 * nummer), regel, fill=0, font=letter)
    return beeld


def scan(regels, laag):
    """A page that is one picture, with only the lines of ``laag`` as hidden text.

    Each line is 21 points high, the first begins at 606 from the bottom.
    """
    uit = BytesIO()
    doek = Canvas(uit, pagesize=(400, 640), invariant=1)
    beeld = schermafdruk(regels)
    hoog = 0.3 * beeld.height
    doek.drawImage(ImageReader(beeld), 50, 620 - hoog, 0.3 * beeld.width, hoog)
    for nummer, regel in enumerate(regels):
        if regel in laag:
            tekst = doek.beginText(59, 601 - 21 * nummer)
            tekst.setTextRenderMode(3)
            tekst.setFont("Helvetica", 12)
            tekst.textOut(regel)
            doek.drawText(tekst)
    doek.save()
    return uit.getvalue()


def gelezen(pdf):
    """What recognition reads of a page as it looks."""
    with pypdfium2.PdfDocument(pdf) as document:
        plaat = document[0].render(scale=3).to_pil()
    uit = BytesIO()
    plaat.save(uit, format="PDF", resolution=216)
    (blad,) = read_pictures(uit.getvalue(), {})
    return " ".join(r.tekst for r in blad.regels)


@tesseract
@pytest.mark.parametrize("hoek", [90, 270])
def test_a_screenshot_on_its_side_is_read_where_it_lies(hoek):
    uit = BytesIO()
    doek = Canvas(uit, pagesize=(400, 640), invariant=1)
    doek.drawString(40, 600, "Verslag van het overleg over de opvang")
    beeld = schermafdruk(MAIL).rotate(hoek, expand=True, fillcolor=255)
    doek.drawImage(ImageReader(beeld), 100, 150, 0.3 * beeld.width, 0.3 * beeld.height)
    doek.save()

    (blad,) = read_pictures(uit.getvalue(), {})

    assert [r.tekst for r in blad.regels] == MAIL
    for regel in blad.regels:
        kader = regel.kader
        assert kader.onder - kader.boven > 3 * (kader.rechts - kader.links)
        assert kader.links >= 100
        assert kader.rechts <= 100 + 0.3 * beeld.width
        assert 490 - 0.3 * beeld.height <= kader.boven
        assert kader.onder <= 490


@tesseract
def test_pictures_beside_each_other_have_lines_of_their_own():
    uit = BytesIO()
    doek = Canvas(uit, pagesize=(640, 300), invariant=1)
    for x, regel in ((20, "Bel Wobbo Plas"), (330, "Mail Oetske Brink")):
        beeld = schermafdruk([regel], breed=900)
        doek.drawImage(ImageReader(beeld), x, 150, 0.3 * beeld.width, 33)
    doek.save()

    (blad,) = read_pictures(uit.getvalue(), {})

    assert [r.tekst for r in blad.regels] == ["Bel Wobbo Plas", "Mail Oetske Brink"]


@tesseract
def test_only_the_lines_that_the_text_does_not_say_are_read():
    (blad,) = read_pictures(scan(MAIL, MAIL[:2]), {})

    assert [r.tekst for r in blad.regels] == MAIL[2:]
    assert list(read_pictures(scan(MAIL, MAIL), {})) == []


@tesseract
def test_of_a_scan_only_what_recognition_passed_over_is_read_again():
    pdf = scan(MAIL, [])
    al = [Kader(50, 20, 350, 62)]  # the first two lines

    (blad,) = read_pictures(pdf, {1: al})

    assert [r.tekst for r in blad.regels] == MAIL[2:]


def test_without_the_program_the_page_is_counted_and_nothing_is_read(monkeypatch):
    monkeypatch.setattr(beeldwoorden, "find_tesseract", lambda: None)

    (blad,) = read_pictures(scan(MAIL, []), {})

    assert (blad.pagina, blad.regels) == (1, None)


def test_names_of_the_dossier_are_known_in_pictures_and_found_once():
    tekst = "Zonderland belt\nmet Plassenaar en Zonderlander"
    gevonden = find_in_pictures(tekst, [], {"Zonderland", "Plassenaar", "Bo"})

    assert [tekst[v.begin : v.eind] for v in gevonden] == ["Zonderland", "Plassenaar"]


def test_a_find_is_as_large_as_the_words_it_touches():
    woorden = (("Bel", Kader(0, 0, 9, 5)), ("Kolk", Kader(10, 0, 20, 6)))
    regel = Beeldregel(pagina=1, begin=30, woorden=woorden)
    vondst = Beeldvondst(begin=35, eind=37, soort="naam", grond="5.1.2e")

    assert regel.frame(vondst.begin, vondst.eind) == Kader(10, 0, 20, 6)
    assert regel.frame(30, 38) == Kader(0, 0, 20, 6)
    assert regel.frame(0, 30) is None


def release(map_, uitvoer):
    run("woo", "voorstel", map_, uitvoer=uitvoer)
    redact(uitvoer, "--aanvaard-voorstellen")
    (uit,) = sorted((uitvoer / "vrijgave" / "documenten").glob("*.pdf"))
    return gelezen(uit.read_bytes())


@tesseract
@pytest.mark.skipif(not has_office(), reason="LibreOffice is niet gevonden")
def test_a_screenshot_in_a_memo_keeps_its_lines_and_loses_its_people(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    stuk, beeld = docx.Document(), BytesIO()
    stuk.add_paragraph("Memo over de planning. Hieronder de mail van gisteren.")
    schermafdruk(MAIL).save(beeld, format="PNG")
    stuk.add_picture(beeld, width=Cm(14))
    stuk.save(map_ / "memo.docx")

    tekst = release(map_, tmp_path / "uit")

    assert [w for w in ("Zonderland", "Plassenaar", "51239876") if w in tekst] == []
    assert "Aan: Secretariaat regietafel" in tekst
    assert "over de planning" in tekst


@tesseract
def test_a_line_that_a_searchable_scan_misses_is_redacted_too(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    (map_ / "scan.pdf").write_bytes(scan(MAIL, MAIL[1:2]))

    tekst = release(map_, tmp_path / "uit")

    assert [w for w in ("Zonderland", "Plassenaar", "51239876") if w in tekst] == []
    assert "Secretariaat" in tekst
