"""Letters that show something else than the text says: seen, read anew, or refused."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from lakproef import GEHEIM, OPTIES, make_pdf, places_of, redact, shown
from leugenletter import FONT, show_lines

from modellen.document import Leesstatus
from modellen.lakken import Lakvlak
from pipeline.pdf import PdfBestand, ocr
from pipeline.pdf.letterproef import find_lying
from pipeline.pdf.nalopen import read_published
from pipeline.pdf.nalopen.plaat import recognise_words
from pipeline.pdf.vrijgave import make_release
from pipeline.pdf.zoeken import find_places

REGELS = (
    f"Geachte mevrouw {GEHEIM},",
    "Uw zaak 2024-0731 is behandeld door de afdeling.",
    "Wij bellen u op 06-41234567 over de planning.",
)
NAAM = dict(zip("SanevDijk", "Xqzrfabwt", strict=True))
CIJFERS = dict(zip("0123456789", "1357902468", strict=True))
NIETS = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "\ufffd")
PRIVE = {chr(c): chr(0xE000 + c) for c in range(ord("A"), ord("z") + 1)}

met_ocr = pytest.mark.skipif(ocr.find_tesseract() is None, reason="geen Tesseract")


def lying(invoer):
    with pikepdf.open(io.BytesIO(invoer)) as pdf:
        return set(find_lying(pdf))


def seen(inhoud):
    """What an eye reads on the first page."""
    with pypdfium2.PdfDocument(inhoud) as document:
        return " ".join(w.tekst for w in recognise_words(document[0]))


def cover_found(invoer, woord):
    """What a naive tool does: look for the word, and paint a box where it stands."""
    with pikepdf.open(io.BytesIO(invoer)) as pdf:
        for hit in find_places(invoer, [woord])[woord]:
            k = hit[0].kaders[0]
            doos = f"{k.links} {842 - k.onder} {k.rechts - k.links} {k.onder - k.boven}"
            pdf.pages[0].contents_add(pdf.make_stream(f" q {doos} re f Q".encode()))
        pdf.save(uit := io.BytesIO())
    return uit.getvalue()


@pytest.mark.parametrize("beweert", [NAAM, CIJFERS, NIETS, PRIVE, {"n": "h"}])
def test_a_map_that_lies_is_seen_by_the_shapes_alone(beweert):
    assert lying(show_lines(REGELS, beweert)) == {1}


def test_a_font_that_says_what_it_shows_is_believed():
    assert lying(show_lines(REGELS)) == set()


def test_what_the_font_itself_calls_a_letter_counts_where_its_shape_leaves_doubt():
    regels = ["een vraag over de quota van 1955"]
    kaal = show_lines(regels, {"a": "m"}, kaal=True)
    met_namen = show_lines(regels, {"a": "m"}, kaal=False)
    assert lying(kaal) == set()
    assert lying(met_namen) == {1}


@pytest.mark.parametrize(
    "beweert",
    [
        {"é": "\u00e9", "-": "\u00ad", "'": "\u2019", '"': "\u201d", " ": "\u00a0"},
        {"E": "e", "A": "a", "2": "\u00b2", "o": "\u00ba"},
        {"ﬁ": "fi", "ﬂ": "fl", "½": "1/2", "µ": "\u03bc", "•": "\uf0b7", "×": "x"},
        {"o": "\uf06f", "l": "\uf06c", "x": "\uf078"},
    ],
    ids=["tekens", "stijl", "ligaturen", "opsomtekens"],
)
def test_another_spelling_of_the_same_sign_is_no_lie(beweert):
    regels = ["één 'EAE' \"m2\" over-leg", "ﬁets ﬂink ½ µ • × - l o x", *REGELS]
    assert lying(show_lines(regels, beweert)) == set()


def test_greek_and_cyrillic_letters_that_look_like_ours_are_no_lie():
    los = {"A": "\u0391", "E": "\u0415", "p": "\u0440", "c": "\u0441", "H": "\u041d"}
    assert lying(show_lines(["AEpcH HEAp", *REGELS[1:]], los)) == set()


def test_only_the_pages_that_show_the_lie_are_named():
    met, zonder = show_lines(REGELS, NAAM), show_lines(["123 456", "789"], NAAM)
    with pikepdf.new() as pdf:
        for deel in (met, zonder, make_pdf("")):
            with pikepdf.open(io.BytesIO(deel)) as los:
                pdf.pages.extend(los.pages)
        assert find_lying(pdf) == {1}


def test_a_lie_in_a_form_on_the_page_is_seen():
    with pikepdf.open(io.BytesIO(show_lines(REGELS, NAAM))) as pdf:
        pagina = pdf.pages[0]
        vorm = pdf.make_stream(pagina.obj.Contents.read_bytes())
        vorm.Type, vorm.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        vorm.BBox, vorm.Resources = [0, 0, 595, 842], pagina.obj.Resources
        pagina.obj.Resources = pikepdf.Dictionary(XObject={"/V": vorm})
        pagina.obj.Contents = pdf.make_stream(b"/V Do")
        assert find_lying(pdf) == {1}


@met_ocr
def test_what_the_naive_tool_covers_when_the_text_is_true():
    assert "Dijk" not in seen(cover_found(show_lines(REGELS), GEHEIM))


@met_ocr
def test_a_name_behind_another_text_leaks_under_a_box_and_not_from_us():
    invoer = show_lines(REGELS, NAAM)
    assert not places_of(invoer, GEHEIM)  # nobody who searches finds it
    assert "Dijk" in seen(cover_found(invoer, GEHEIM))  # and so it stays in sight
    uit = redact(invoer, GEHEIM, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert "Dijk" not in seen(uit.inhoud)
    assert "5.1.2e" in shown(uit.inhoud)
    assert "Uw zaak 2024-0731 is behandeld" in " ".join(shown(uit.inhoud).split())
    assert not any(leugen in shown(uit.inhoud) for leugen in ("Xqzzr", "abwt"))


@met_ocr
def test_a_page_that_lies_is_no_text_but_a_picture_though_nothing_is_marked():
    uit = make_release(show_lines(REGELS, CIJFERS), [], OPTIES, "Stuk", [])
    assert [g.pagina for g in uit.uitslag.gerasterd] == [1]
    assert "06-41234567" in shown(uit.inhoud)
    assert "12-93579024" not in shown(uit.inhoud)


@met_ocr
def test_a_name_that_recognition_reads_and_nobody_marked_stops_the_release():
    uit = make_release(show_lines(REGELS, NAAM), [], OPTIES, "Stuk", [GEHEIM])
    assert not uit.in_orde


def test_without_recognition_the_page_is_refused_with_its_reason(monkeypatch):
    monkeypatch.setattr(ocr, "find_tesseract", lambda: None)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst=GEHEIM)
    with pytest.raises(Exception, match="niet te plaatsen"):
        make_release(show_lines(REGELS, NAAM), [vlak], OPTIES, "Stuk", [GEHEIM])
    uit = make_release(show_lines(REGELS, NAAM), [], OPTIES, "Stuk", [])
    assert not uit.in_orde
    (fout,) = (c for c in uit.controles if not c.geslaagd)
    assert fout.pagina == 1
    assert "andere letters toont" in fout.toelichting


def test_what_recognition_reads_only_in_part_is_refused(monkeypatch):
    def half(bladzijde, stand, zeker=30.0):
        return echt(bladzijde, stand, zeker)[:1]

    echt = ocr.recognise
    monkeypatch.setattr("pipeline.pdf.lakken.herlezen.recognise", half)
    uit = make_release(show_lines(REGELS, NAAM), [], OPTIES, "Stuk", [])
    assert not uit.in_orde


@pytest.mark.parametrize("tesseract", [True, False])
def test_a_reader_never_takes_the_lie_for_the_text(tesseract, tmp_path, monkeypatch):
    if not tesseract:
        monkeypatch.setattr(ocr, "find_tesseract", lambda: None)
    elif ocr.find_tesseract() is None:
        pytest.skip("geen Tesseract")
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(show_lines(REGELS, NAAM))
    with PdfBestand(pad, "stuk.pdf") as pdf:
        (blad,) = pdf.pages()
    tekst = " ".join(r.tekst for r in blad.regels)
    assert "Xqzzr" not in tekst
    assert (GEHEIM in tekst) == tesseract
    assert blad.status is (Leesstatus.OCR if tesseract else Leesstatus.ONGELEZEN)


@met_ocr
def test_the_naloop_of_what_is_public_reads_what_shows():
    (blad,) = read_published(show_lines(REGELS, NAAM), lambda _: False).bladen
    assert blad.beeld
    assert GEHEIM in " ".join(blad.regels)
    assert "Xqzzr" not in " ".join(blad.regels)


def test_a_page_that_cannot_be_drawn_is_left_to_others():
    invoer = show_lines(REGELS, NAAM)
    with pikepdf.open(io.BytesIO(invoer)) as pdf:
        font = pdf.pages[0].obj.Resources.Font.F2
        del font["/DescendantFonts"]
        assert find_lying(pdf) == set()


def test_the_font_of_these_tests_is_a_real_one():
    assert FONT.stat().st_size > 50_000
