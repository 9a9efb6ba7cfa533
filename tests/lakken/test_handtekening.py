"""Pictures where a letter is signed are proposed; logos and photos are not."""

from __future__ import annotations

import re

import openpyxl
import pypdfium2
import pytest
from briefbouw import brief, pdf, scan, word
from programma import redact, run

from modellen.document import Bron, Leesstatus, Pagina
from modellen.lakblad import Lakblad, Woodocument
from modellen.plaats import Kader, OpPagina
from pipeline.errors import InvoerError, RegelError
from pipeline.lakken.handtekening import find_signatures, make_rows, read_vorm
from pipeline.lakken.lakblad import read_lakblad, write_lakblad
from pipeline.lakken.vlakken import accept_proposals, place_pictures
from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.ocr import find_tesseract
from pipeline.readers.opbouw import Bouwer
from pipeline.readers.pdf import read_pdf
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen

VORM = read_vorm(Regelboek())
TEKEN = (70, 415, 140, 60)
LOGO = (400, 30, 120, 50)
FOTO = (70, 180, 220, 150)
VOET = (70, 805, 140, 30)


def read(pad):
    bron = Bron(bestand=pad.name, sha256="0" * 64, formaat="pdf")
    return read_pdf(pad, bron, Grenzen()).document


def found(pad, *bladen):
    gevonden = find_signatures(read(pdf(pad, bladen)), VORM)
    return [(h.plek.pagina, round(h.plek.kader.boven)) for h in gevonden]


@pytest.mark.parametrize(
    ("blad", "verwacht"),
    [
        (brief(TEKEN), [(1, 415)]),
        (brief(LOGO, TEKEN, FOTO, VOET), [(1, 415)]),
        (brief(TEKEN, (300, 415, 140, 60)), [(1, 415), (1, 415)]),
        (brief((70, 450, 120, 50), tussen=["Gedeputeerde Staten,", "namens dezen,"]), [(1, 450)]),
        (brief((70, 415, 140, 60), slot="Hoogachtend,"), [(1, 415)]),
        (brief((70, 415, 140, 60), slot="Voor akkoord:"), [(1, 415)]),
        (brief(LOGO), []),
        (brief(FOTO), []),
        (brief(VOET), []),
        (brief(TEKEN, slot=""), []),
        (brief(TEKEN, slot="Met vriendelijke woorden sprak hij over een groet,"), []),
        (brief((70, 415, 10, 5)), []),
        (brief((0, 0, 595, 842)), []),
        (brief((70, 640, 140, 60)), []),
    ],
)  # fmt: skip
def test_only_a_picture_of_the_right_size_below_a_closing_line(
    tmp_path, blad, verwacht
):
    assert found(tmp_path / "brief.pdf", blad) == verwacht


def test_what_stands_on_every_page_is_of_the_letter_paper(tmp_path):
    stempel = (420, 415, 100, 40)
    bladen = (brief(TEKEN, stempel), [(70, 120, "Bijlage"), stempel])

    assert found(tmp_path / "brief.pdf", *bladen) == [(1, 415)]


def test_a_picture_on_top_of_the_page_after_the_closing_belongs_to_it(tmp_path):
    boven = [(70, 760, "De brief loopt door tot hier."), (70, 780, "Hoogachtend,")]
    onder = [(70, 110, 140, 60), (70, 190, "Ytzen Slotemaker"), LOGO]
    foto = [(70, 110, "Bijlage 1"), (70, 400, 220, 120)]

    assert found(tmp_path / "a.pdf", boven, onder) == [(2, 110)]
    assert found(tmp_path / "b.pdf", boven, foto) == []
    assert found(tmp_path / "c.pdf", boven[:1], onder) == []


def test_a_logo_below_name_and_address_of_who_signs_is_none(tmp_path):
    onder = [f"regel {n} van de afzender" for n in range(6)]
    blad = brief((70, 500, 100, 40), tussen=onder)

    assert found(tmp_path / "brief.pdf", blad) == []


def scanned(*regels):
    """A page that was read from one picture: lines with their top."""
    bouwer = Bouwer(Bron(bestand="s.pdf", sha256="0" * 64, formaat="pdf"))
    for boven, tekst in regels:
        bouwer.blok(
            tekst, OpPagina(1, Kader(70, boven, 70 + 5 * len(tekst), boven + 12))
        )
    heel = Kader(0, 0, 595, 842)
    blad = Pagina(
        nummer=1, breedte=595, hoogte=842, status=Leesstatus.OCR, beelden=(heel,)
    )  # fmt: skip
    return find_signatures(bouwer.build((blad,)), VORM)


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ([(400, "Hoogachtend,"), (480, "Ytzen Slotemaker")], [(414, 478)]),
        ([(400, "Hoogachtend,"), (440, "NW/W"), (480, "Ytzen Slotemaker")], [(414, 478)]),
        ([(400, "Hoogachtend,"), (414, "namens het bestuur"), (470, "Ytzen")], [(428, 468)]),
        ([(400, "Hoogachtend,"), (414, "Ytzen Slotemaker"), (428, "adviseur")], []),
        ([(400, "Geachte heer,"), (480, "Hierbij zend ik u de stukken.")], []),
        ([(400, "Hoogachtend,"), (700, "Een voetregel van het papier")], []),
        ([(400, "Hoogachtend,")], []),
    ],
)  # fmt: skip
def test_on_a_scan_it_is_the_white_below_a_closing_line(regels, verwacht):
    kaders = [h.plek.kader for h in scanned(*regels)]

    assert [(k.boven, k.onder) for k in kaders] == verwacht
    assert all(k.links < 70 < k.rechts for k in kaders)


def rows(pad, **velden):
    document = read(pad)
    stuk = Woodocument(
        nummer="0001", document=document.id, bestand=pad.name, sha256="0" * 64,
        titel="t", soort="brief", datum=None, **velden,
    )  # fmt: skip
    gevonden = find_signatures(document, VORM)
    return stuk, document, tuple(make_rows(stuk, document, gevonden, VORM))


def test_the_row_is_doubtful_has_no_words_and_comes_back_from_the_sheet(tmp_path):
    pad = pdf(tmp_path / "brief.pdf", [[(70, 120, "Eerste blad")], brief(TEKEN)])
    stuk, document, (rij,) = rows(pad, pagina_van=2, pagina_tot=2)
    blad = Lakblad(map_=str(tmp_path), documenten=(stuk,), regels=(rij,))

    terug = read_lakblad(write_lakblad(blad, tmp_path / "l.xlsx"), ["5.1.2e"])

    assert terug.regels == (rij,)
    assert (rij.soort, rij.grond, rij.zekerheid) == ("handtekening", "5.1.2e", 0.5)
    assert (rij.pagina, rij.vlak.pagina, rij.begin) == (1, 1, rij.eind)
    assert document.tekst[: rij.begin].endswith("groet,")
    assert rows(pad)[2][0].pagina == 2
    assert rows(pad, pagina_van=1, pagina_tot=1)[2] == ()


def test_a_picture_that_moved_holds_the_release(tmp_path):
    _, _, regels = rows(pdf(tmp_path / "brief.pdf", [brief(TEKEN)]))
    (kader,) = (r.vlak.kader for r in regels)
    gekozen = accept_proposals(regels)

    assert len(place_pictures([[kader]], gekozen)) == 1
    assert place_pictures([[]], regels) == []
    with pytest.raises(InvoerError, match="bladzijde 1"):
        place_pictures([[]], gekozen)
    with pytest.raises(InvoerError, match="bladzijde 1"):
        place_pictures([], gekozen)


def test_a_table_of_an_organisation_that_is_not_in_order_is_named(tmp_path):
    (tmp_path / "woo").mkdir()
    (tmp_path / "woo" / "handtekening.toml").write_text("slot = '('")

    with pytest.raises(RegelError, match=re.escape("woo/handtekening.toml")):
        read_vorm(Regelboek(tmp_path))


def marked(uitvoer):
    boek = openpyxl.load_workbook(uitvoer / "lakblad.xlsx")
    koppen = [c.value for c in boek["Markeringen"][1]]
    rijen = boek["Markeringen"].iter_rows(min_row=2, values_only=True)
    alle = (dict(zip(koppen, r, strict=True)) for r in rijen)
    return [r for r in alle if r["soort"] == "handtekening"]


def ink(pad, pagina=0):
    """How many pixels of a page have the colour of the scrawl."""
    with pypdfium2.PdfDocument(pad) as document:
        beeld = document[pagina].render(scale=1.5).to_pil().convert("RGB")
    return sum(n for n, (r, g, b) in beeld.getcolors(1 << 20) if b > 90 > r and g < 90)


def strip(pad, boven, onder):
    """The black and white of a page between two heights in points."""
    with pypdfium2.PdfDocument(pad) as document:
        beeld = document[0].render(scale=2).to_pil().convert("L")
    return [
        255 * (p > 128) for p in beeld.crop((0, 2 * boven, 800, 2 * onder)).tobytes()
    ]


def release(map_, uitvoer):
    run("woo", "voorstel", map_, uitvoer=uitvoer)
    rijen = marked(uitvoer)
    redact(uitvoer, "--aanvaard-voorstellen")
    return rijen, sorted((uitvoer / "vrijgave" / "documenten").glob("*.pdf"))


def test_a_signature_in_a_pdf_is_proposed_and_gone_from_the_release(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    bron = pdf(map_ / "brief.pdf", [brief(TEKEN, LOGO)])

    (rij,), (uit,) = release(map_, tmp_path / "uit")

    assert (rij["pagina"], rij["grond"], rij["besluit"]) == (1, "5.1.2e", None)
    assert 0 < ink(uit) < 0.7 * ink(bron)  # the logo stays


@pytest.mark.skipif(not has_office(), reason="LibreOffice is not installed")
def test_a_signature_in_a_word_letter_is_proposed_and_gone(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    word(map_ / "a.docx", logo=True, midden=True)
    word(map_ / "b.docx", logo=True, midden=True, teken=False)

    (rij,), (uit, ander) = release(map_, tmp_path / "uit")

    assert (rij["nummer"], rij["pagina"]) == ("0001", 1)
    assert 0 < ink(uit) <= 1.05 * ink(ander)


@pytest.mark.skipif(find_tesseract() is None, reason="Tesseract met nld is hier niet")
def test_a_signature_on_a_scan_is_gone_and_the_words_around_it_stay(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    bron = scan(map_ / "brief.pdf", [brief((70, 425, 140, 70))])
    scan(map_ / "zonder.pdf", [brief()])

    (rij,), (uit, _) = release(map_, tmp_path / "uit")

    assert (rij["nummer"], "op een scan" in rij["reden"]) == ("0001", True)
    assert ink(bron) > 100
    assert ink(uit) == 0
    assert strip(uit, 388, 403) == strip(bron, 388, 403)
    assert strip(bron, 388, 403).count(0) > 50
