"""A page that became a picture: each word of its text layer where the eye sees it."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from lakproef import line, make_pdf, places_of, redact, shown

from pipeline.pdf.lakken.raster import see_words
from pipeline.pdf.lettervakken import make_words, read_chars
from pipeline.pdf.omzetten.stom import find_mute

NAAM = "Zonderland"


def lettered(codes):
    """A font in which some codes say another character, or none at all."""

    def bouw(pdf, pagina):
        regels = "".join(
            f"<{ord(t):02x}> <{t.encode('utf-16-be').hex()}>\n"
            for t in map(chr, range(32, 127))
            if t not in codes
        )
        regels += "".join(
            f"<{ord(c):02x}> <{t.encode('utf-16-be').hex()}>\n"
            for c, t in codes.items()
            if t
        )
        aantal = regels.count("\n")
        kaart = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"{aantal} beginbfchar\n{regels}endbfchar endcmap end end"
        )
        letter = pagina.obj.Resources.Font.F1
        letter.ToUnicode = pdf.make_stream(kaart.encode())
        # A pattern fill makes the page one that becomes a picture.
        vorm = pdf.make_stream(b"q 0 0 8 8 re f Q")
        vorm.PatternType, vorm.PaintType, vorm.TilingType = 1, 1, 1
        vorm.BBox, vorm.XStep, vorm.YStep = [0, 0, 8, 8], 8, 8
        vorm.Resources = pikepdf.Dictionary()
        pagina.obj.Resources.Pattern = pikepdf.Dictionary(P=vorm)

    return bouw


EMOJI = dict.fromkeys("#$%", "😀")
STUUR = {c: chr(n) for n, c in enumerate("#$%", start=1)}
PATROON = "/Pattern cs /P scn 400 60 80 80 re f\n"
BEVAT = (
    "### De cijfers zijn klaar $$$ zegt de heer Zonderland",
    "Ook mevrouw Vermeer %%% is akkoord met het voorstel",
    "De heer Zonderland dankt haar",
)


def page(codes):
    tekst = "".join(line(r, 72, 700 - 20 * n) for n, r in enumerate(BEVAT))
    return make_pdf(tekst + PATROON, bouw=lettered(codes))


def as_picture(invoer):
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from pipeline.pdf.lakken.motor import lak_document, open_pdf, save_pdf

    vlakken = [Lakvlak(pagina=1, grond="5.1.2e", tekst=NAAM)]
    with open_pdf(invoer) as pdf:
        uitslag = lak_document(pdf, vlakken, OPTIES, {1: "proef"})
        assert uitslag.gerasterd
        return save_pdf(pdf)


def words_of(inhoud):
    with pypdfium2.PdfDocument(inhoud) as pdf:
        return {w.tekst: w for w in make_words(read_chars(pdf[0]))}


@pytest.mark.parametrize("codes", [EMOJI, STUUR], ids=["emoji", "zonder betekenis"])
def test_no_word_moves_for_what_stands_before_it(codes):
    invoer = page(codes)
    uit = as_picture(invoer)
    assert places_of(uit, NAAM) == set()
    voor, na = words_of(invoer), words_of(uit)
    for woord in ("cijfers", "klaar", "Vermeer", "akkoord", "voorstel", "dankt"):
        assert abs(na[woord].links - voor[woord].links) < 2
        assert abs(na[woord].onder - voor[woord].onder) < 4


def test_the_box_covers_the_name_and_not_its_neighbour():
    uit = as_picture(page(EMOJI))
    with pypdfium2.PdfDocument(uit) as pdf:
        plaat = pdf[0].render(scale=2, grayscale=True).to_pil().convert("L")
    naam = words_of(page(EMOJI))[NAAM]
    midden = plaat.crop(tuple(round(2 * w) for w in naam[1:5]))
    assert sum(v < 60 for v in midden.tobytes()) > 0.6 * midden.width * midden.height


def test_a_word_that_a_hyphen_breaks_is_two_words_on_two_lines():
    invoer = make_pdf(line("Dit meldt de ambte-", 400, 700) + line("naar", 72, 684))
    with pypdfium2.PdfDocument(invoer) as pdf:
        gezien = see_words(pdf[0])
    assert [w for w, _ in gezien.woorden][-2:] == ["ambte-", "naar"]
    assert all(boven - onder < 16 for _, (_, onder, _, boven) in gezien.woorden)
    assert gezien.find("ambtenaar", []) == [d for _, d in gezien.woorden[-2:]]


def test_words_under_a_text_box_are_not_in_the_layer():
    invoer = make_pdf(
        line("Hieronder staat verborgen geheimzinnig", 72, 500)
        + "1 g 60 490 300 30 re f 0 g "
        + line("Boven staat Zonderland in het vak", 72, 520)
    )
    assert "geheimzinnig" not in shown(as_picture(invoer))


def test_a_glyph_without_a_letter_that_is_glued_to_a_name_goes_with_it():
    """``Zo#`` shows Zoë, and no program knows the last letter."""
    invoer = make_pdf(line("Mevrouw Zo# belt"), bouw=lettered({"#": "\x01"}))
    uit = redact(invoer, "Zo", naalden=[])
    with pypdfium2.PdfDocument(uit.inhoud) as pdf:
        over = [t.tekst for t in read_chars(pdf[0])]
    assert "\x01" not in over
    assert "belt" in shown(uit.inhoud)


def test_pages_with_such_letters_are_known():
    assert find_mute(make_pdf(line("Zo# belt"), bouw=lettered({"#": "\x03"}))) == [1]
    assert find_mute(make_pdf(line("Zo belt"))) == []
    assert (
        find_mute(make_pdf(line("Dit is af-", 400) + line("gebroken", 72, 684))) == []
    )
