"""Searchable scans: the ink of a word goes, wherever its OCR layer says it stands.

The layers are made as Tesseract makes them: letters of one width, a word and the space
behind it in the width of the word, and a baseline for a lower edge.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from lakproef import OPTIES, line, make_pdf, redact, shown

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.pdf.lakken.inktrand import Inktrand
from pipeline.pdf.lakken.raster import MEESTE_PIXELS
from pipeline.pdf.vrijgave import make_release

HOOG = 842


def ink_of(pdf):
    """Each letter of a page with the frame of its ink, in points from the top left."""
    with pypdfium2.PdfDocument(pdf) as document:
        tekst = document[0].get_textpage()
        uit = []
        for n in range(tekst.count_chars()):
            x0, y0, x1, y1 = tekst.get_charbox(n)
            uit.append((tekst.get_text_range(n, 1), (x0, HOOG - y1, x1, HOOG - y0)))
        return uit


def words_of(inkt):
    woord = []
    for letter, doos in [*inkt, (" ", None)]:
        if letter.strip():
            woord.append((letter, doos))
        elif woord:
            yield woord
            woord = []


def squeezed(zichtbaar, ruimte, hoogte):
    """The words of a layer that keeps word and space within the ink of the word."""
    for woord in words_of(ink_of(zichtbaar)):
        tekst = "".join(letter for letter, _ in woord)
        x0, x1 = woord[0][1][0], woord[-1][1][2]
        yield tekst, x0, 100 * (x1 - x0) / ((len(tekst) + ruimte) * 0.5 * hoogte)


def with_whole_spaces(zichtbaar):
    """The words of a layer of which each space reaches to the next word."""
    woorden = list(words_of(ink_of(zichtbaar)))
    for woord, volgend in zip(woorden, [*woorden[1:], None], strict=True):
        tekst = "".join(letter for letter, _ in woord)
        x0 = woord[0][1][0]
        eind = volgend[0][1][0] if volgend else woord[-1][1][2] + 4
        yield tekst, x0, 100 * (eind - x0) / ((len(tekst) + 1) * 6)


def scan(zichtbaar, *, ruimte=1, hoogte=12, naast=0.0, woorden=None):
    """The page as a picture, with a layer of its words; ``ruimte`` are extra letters.

    ``naast`` is how far, in points, the layer lies to the right of the ink; ``woorden``
    are other words for the layer: each with its place and how far it is stretched.
    """
    with pypdfium2.PdfDocument(zichtbaar) as document:
        plaat = document[0].render(scale=2).to_pil().convert("L")
    laag = ["BT 3 Tr"]
    for tekst, x0, rek in woorden or squeezed(zichtbaar, ruimte, hoogte):
        veilig = tekst.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        laag.append(
            f"/F2 {hoogte} Tf {rek:.3f} Tz 1 0 0 1 {x0 + naast:.2f} 700 Tm ({veilig}{' ' * ruimte}) Tj"
        )
    inhoud = "q 595 0 0 842 0 0 cm /Im0 Do Q\n" + "\n".join([*laag, "ET"])

    def build(pdf, pagina):
        beeld = pdf.make_stream(plaat.tobytes())
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width, beeld.Height = plaat.size
        beeld.ColorSpace, beeld.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        letter = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.GlyphLessFont, FirstChar=32, LastChar=255,
            Widths=pikepdf.Array([500] * 224), Encoding=pikepdf.Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(pikepdf.Dictionary(
                Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name.GlyphLessFont,
                Flags=32, FontBBox=pikepdf.Array([0, 0, 500, 1000]), ItalicAngle=0,
                Ascent=1000, Descent=-1, CapHeight=1000, StemV=80)),
        )  # fmt: skip
        pagina.obj.Resources.Font.F2 = pdf.make_indirect(letter)
        pagina.obj.Resources.XObject = pikepdf.Dictionary(Im0=pdf.make_indirect(beeld))

    return make_pdf(inhoud, bouw=build)


def outside(zichtbaar, geheim, kaders):
    """The letters of a secret of which some ink lies beside the boxes."""
    inkt = ink_of(zichtbaar)
    begin = "".join(letter for letter, _ in inkt).index(geheim)
    return [
        letter
        for letter, (x0, y0, x1, y1) in inkt[begin : begin + len(geheim)]
        if letter.strip()
        and not any(
            k.links <= x0 and x1 <= k.rechts and k.boven <= y0 and y1 <= k.onder
            for k in kaders
        )
    ]


@pytest.mark.parametrize("ruimte", [1, 0], ids=["tesseract", "passend"])
@pytest.mark.parametrize(
    ("zin", "geheim"),
    [
        ("Geachte mevrouw Bos, u krijgt bericht", "Bos"),
        ("De heer Jan Mol belt u op", "Jan Mol"),
        ("Gebeld door Jurgen Gijp", "Jurgen Gijp"),
        ("Bel 06-33445566 over dit dossier", "06-33445566"),
        ("Mail: w.mmmillig@meent.example of bel", "w.mmmillig"),
        ("Zie dossier-Illimini van vandaag", "Illimini"),
    ],
)
def test_no_ink_of_a_marked_word_is_left_beside_its_box(zin, geheim, ruimte):
    zichtbaar = make_pdf(line(zin))
    uit = redact(scan(zichtbaar, ruimte=ruimte), geheim)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    kaders = [v.kader for v in uit.uitslag.geplaatst]
    assert outside(zichtbaar, geheim, kaders) == []
    assert geheim not in shown(uit.inhoud)


@pytest.mark.parametrize("ruimte", [1, 0], ids=["tesseract", "passend"])
def test_the_words_at_both_sides_keep_their_ink_and_their_text(ruimte):
    zichtbaar = make_pdf(line("De heer Jan Mol belt u op"))
    uit = redact(scan(zichtbaar, ruimte=ruimte), "Jan Mol")
    (kader,) = [v.kader for v in uit.uitslag.geplaatst]
    inkt = ink_of(zichtbaar)
    begin = "".join(letter for letter, _ in inkt).index("Jan Mol")
    for letter, (x0, _, x1, _) in (*inkt[:begin], *inkt[begin + 7 :]):
        naast = x1 <= kader.links + 1 or x0 >= kader.rechts - 1
        assert naast or letter == " "
    assert "belt" in shown(uit.inhoud)
    assert not uit.uitslag.gerasterd


@pytest.mark.parametrize("naast", [2.0, -2.0])
def test_no_half_letter_stands_beside_a_box_where_a_layer_lies_beside_its_ink(naast):
    zichtbaar = make_pdf(line("Rekening: NL00XXXX0000000000 van de stichting"))
    uit = redact(scan(zichtbaar, ruimte=0, naast=naast), "NL00XXXX0000000000")
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    kaders = [v.kader for v in uit.uitslag.geplaatst]
    assert outside(zichtbaar, "NL00XXXX0000000000", kaders) == []
    assert "stichting" in shown(uit.inhoud)


def test_a_layer_with_whole_spaces_tells_where_its_words_end():
    zin = "Bel haar op 06-33445566 of via de balie"
    zichtbaar = make_pdf(line(zin))
    laag = with_whole_spaces(zichtbaar)
    uit = redact(scan(zichtbaar, woorden=laag), "06-33445566")
    (kader,) = [v.kader for v in uit.uitslag.geplaatst]
    inkt = ink_of(zichtbaar)
    na = zin.index("of via")
    assert inkt[na][1][0] >= kader.rechts
    assert outside(zichtbaar, "06-33445566", [kader]) == []
    assert "of via" in " ".join(shown(uit.inhoud).split())
    assert not uit.uitslag.gerasterd


def test_slanted_words_that_were_read_in_pieces_go_as_one():
    zin = "Mevrouw Jetske Brandenburgh was hier"
    schuin = f"BT /F1 12 Tf .99 .139 -.139 .99 72 400 Tm ({zin}) Tj ET"
    pdf = make_pdf(line("Verslag") + schuin)
    eerste = next(d for letter, d in ink_of(pdf) if letter == "J")

    kader = Kader(*(round(m, 2) for m in eerste))
    vlak = Lakvlak(
        pagina=1, grond="5.1.2e", tekst="Jetske Brandenburgh", kaders=(kader,)
    )
    uit = make_release(
        pdf, [vlak], OPTIES, "Stuk", ["Jetske Brandenburgh", "Brandenburgh"]
    )
    assert uit.in_orde
    assert "Brandenburgh" not in shown(uit.inhoud)
    assert "was hier" in shown(uit.inhoud)


def test_an_underscore_does_not_make_a_page_a_picture():
    pdf = make_pdf(line("Zie CV_Foekje_Kolk.pdf en meer"))
    inkt = ink_of(pdf)
    begin = "".join(letter for letter, _ in inkt).index("CV_Foekje_Kolk")

    kaders = tuple(
        Kader(*(round(m, 2) for m in doos)) for _, doos in inkt[begin : begin + 14]
    )
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst="CV_Foekje_Kolk", kaders=kaders)
    uit = make_release(pdf, [vlak], OPTIES, "Stuk", ["CV_Foekje_Kolk"])
    assert uit.in_orde
    assert not uit.uitslag.gerasterd
    assert ".pdf en meer" in shown(uit.inhoud)


def test_a_mark_of_an_area_is_one_box_on_a_page_that_became_a_picture():
    pdf = make_pdf(line("Aan Sanne van Dijk en anderen"))
    gebied = Lakvlak(
        pagina=1, grond="5.1.2e", tekst=None, kaders=(Kader(90, 130, 170, 148),)
    )
    elders = Lakvlak(
        pagina=1, grond="5.1.2e", tekst="nergens", kaders=(Kader(300, 400, 380, 420),)
    )
    uit = make_release(pdf, [gebied, elders], OPTIES, "Stuk", [])
    assert uit.uitslag.gerasterd
    assert len(uit.uitslag.geplaatst) == 2


def test_words_at_the_high_end_of_a_slanted_line_are_found_by_the_frame_of_its_low_end():
    zin = "Op een dag in maart sprak mevrouw Jetske Brandenburgh met ons"
    schuin = f"BT 3 Tr /F1 12 Tf .9994 .035 -.035 .9994 72 400 Tm ({zin}) Tj ET"
    laag, hoog = 842 - 406, 842 - 398
    vlak = Lakvlak(
        pagina=1,
        grond="5.1.2e",
        tekst="Jetske Brandenburgh",
        kaders=(Kader(72, laag, 400, hoog),),
    )
    pdf = make_pdf(line("Verslag") + schuin)
    uit = make_release(pdf, [vlak], OPTIES, "Stuk", ["Jetske Brandenburgh"])
    assert uit.in_orde
    assert not uit.uitslag.gerasterd
    assert len(uit.uitslag.geplaatst) == 1
    assert "Brandenburgh" not in shown(uit.inhoud)
    assert "sprak mevrouw" in shown(uit.inhoud)
    assert "met ons" in shown(uit.inhoud)


def test_a_layer_on_a_page_as_large_as_a_hall_is_looked_at_in_fewer_dots():
    zin = "Geachte mevrouw Zonderland, u krijgt bericht"
    laag = f"BT 3 Tr /F1 12 Tf 72 9000 Td ({zin}) Tj ET"
    with pikepdf.open(BytesIO(make_pdf(laag, breed=14_000, hoog=14_000))) as pdf:
        breed, hoog = Inktrand(pdf, 1)._plaat.size
    assert breed * hoog <= MEESTE_PIXELS * 1.01


def test_letters_of_a_layer_without_a_size_hold_nothing_up():
    laag = "BT 3 Tr /F1 0 Tf 72 600 Td (Zonderland) Tj ET "
    uit = redact(make_pdf(laag + line("De heer Zonderland belt")), "Zonderland")
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
