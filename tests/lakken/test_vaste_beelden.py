"""Set anew with boxes of one width, a document keeps the pictures nobody marked."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from lakproef import line, make_pdf
from leugenletter import show_lines
from PIL import Image

from modellen.lakblad import Keuze, Lakregel, Woodocument
from modellen.stuk import Stuk
from pipeline.errors import InvoerError
from pipeline.flows.stukken import Bronstuk
from pipeline.flows.vaste_breedte import set_fixed
from pipeline.pdf.ocr import find_tesseract
from pipeline.readers import read_file
from pipeline.settings import Grenzen

ROOD, GROEN, BLAUW = (220, 20, 20), (20, 160, 20), (20, 20, 200)


def photo(kleur):
    """A JPEG that tells who made it."""
    exif = Image.Exif()
    exif[0x010E] = "Sanne van Dijk"
    beeld = Image.new("RGB", (60, 40), kleur)
    beeld.paste((255, 255, 255), (0, 0, 20, 10))
    beeld.save(uit := io.BytesIO(), "JPEG", exif=exif, quality=95)
    return uit.getvalue()


def place(pdf, pagina, naam, kleur, stand):
    """A picture on the page; ``stand`` is its matrix."""
    beeld = pdf.make_stream(photo(kleur))
    beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    beeld.Width, beeld.Height, beeld.BitsPerComponent = 60, 40, 8
    beeld.ColorSpace, beeld.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    if "/XObject" not in pagina.obj.Resources:
        pagina.obj.Resources.XObject = pikepdf.Dictionary()
    pagina.obj.Resources.XObject[f"/{naam}"] = beeld
    return f"q {stand} cm /{naam} Do Q\n"


def page(naam, extra=""):
    """A letter with a name in it, and three pictures: free, turned, under the name."""

    def bouw(pdf, pagina):
        inhoud = place(pdf, pagina, "Vrij", ROOD, "90 0 0 60 72 600")
        inhoud += place(pdf, pagina, "Gedraaid", GROEN, "0 60 -40 0 112 440")
        inhoud += place(pdf, pagina, "Onder", BLAUW, "90 0 0 60 72 300")
        tekst = (
            (72, 760, "Hierbij de kaart van de regio."),
            (72, 560, "Daarna de tekening van het gebouw."),
            (72, 400, f"De foto is van {naam} en zo."),
            (72, 330, naam),
            (72, 200, "Tot slot een groet."),
        )
        for x, y, t in tekst:
            inhoud += f"BT /F1 12 Tf {x} {y} Td ({t}) Tj ET\n"
        pagina.obj.Contents = pdf.make_stream((inhoud + extra).encode())

    return make_pdf("", bouw=bouw)


def set_anew(tmp_path, inhoud, naam):
    pad = tmp_path / "brief.pdf"
    pad.write_bytes(inhoud)
    document = read_file(pad, pad.name, Grenzen()).documenten[0]
    # Which file it was may not show: the same document with another name in it.
    vast = replace(document, bron=replace(document.bron, sha256="a" * 64))
    stuk = Woodocument(
        nummer="0001", document=vast.id, bestand=pad.name, titel="",
        sha256=vast.bron.sha256, soort="brief", datum=None,
    )  # fmt: skip
    regels, begin = [], vast.tekst.find(naam)
    while begin >= 0:
        regels.append(
            Lakregel(
                id=f"r{begin}", nummer="0001", document=vast.id, pagina=1, begin=begin,
                tekst=naam, omgeving="", soort="naam", grond="5.1.2e", reden="",
                zekerheid=1.0, keuze=Keuze.LAKKEN,
            )
        )  # fmt: skip
        begin = vast.tekst.find(naam, begin + 1)
    bron = Bronstuk(document=vast, pad=pad, stuk=Stuk.__new__(Stuk))
    return set_fixed(bron, stuk, regels, "Stuk", ("5.1.2e", "5.1.2d"))[0]


def pictures(inhoud):
    """The colour in the middle and the shape of each picture, and the word above it."""
    uit = []
    with pypdfium2.PdfDocument(inhoud) as document:
        blad = document[0]
        laag = blad.get_textpage()
        for ding in blad.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            links, onder, rechts, boven = ding.get_bounds()
            beeld = ding.get_bitmap().to_pil().convert("RGB")
            hart = beeld.getpixel((beeld.width // 2, beeld.height // 2))
            kleur = ("rood", "groen", "blauw")[hart.index(max(hart))]
            maat = (round(rechts - links), round(boven - onder))
            boven_beeld = laag.get_text_bounded(bottom=onder).split()
            uit.append((kleur, maat, boven_beeld[-1]))
    return uit


def test_a_picture_stays_by_its_text_and_one_under_words_is_left_out(tmp_path):
    uit = set_anew(tmp_path, page("Sanne van Dijk"), "Sanne van Dijk")
    assert pictures(uit) == [
        ("rood", (90, 60), "regio."),
        ("groen", (40, 60), "gebouw."),
    ]
    with pypdfium2.PdfDocument(uit) as document:
        tekst = document[0].get_textpage().get_text_range()
    assert tekst.count("[afbeelding]") == 2  # the notice, and the one left out
    assert b"Sanne" not in uit


def test_what_the_maker_of_the_photo_wrote_in_it_is_gone(tmp_path):
    invoer = page("Jan Jansen")
    assert b"Sanne van Dijk" in invoer
    assert b"Sanne van Dijk" not in set_anew(tmp_path, invoer, "Jan Jansen")


@pytest.mark.parametrize("naam", ["Bo Li", "Maria van den Heuvel-Oosterhuis"])
def test_with_its_pictures_too_the_page_is_the_same_byte_for_byte(naam, tmp_path):
    vast = set_anew(tmp_path, page("Jan Jansen"), "Jan Jansen")
    assert set_anew(tmp_path, page(naam), naam) == vast


BEDEKT = {
    "een vlak erover": "0 g 80 610 30 20 re f",
    "woorden erop": "BT /F1 9 Tf 80 620 Td (bijschrift) Tj ET",
}


@pytest.mark.parametrize("wat", BEDEKT)
def test_a_picture_that_is_not_seen_whole_is_left_out(wat, tmp_path):
    uit = set_anew(tmp_path, page("Jan Jansen", BEDEKT[wat]), "Jan Jansen")
    assert [kleur for kleur, _, _ in pictures(uit)] == ["groen"]


def test_a_picture_in_a_mark_of_the_source_is_left_out(tmp_path):
    with pikepdf.open(io.BytesIO(page("Jan Jansen"))) as pdf:
        merk = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Square,
            Rect=[70, 590, 100, 640],
            Contents=pikepdf.String("5.1.2d"),
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(merk)])
        pdf.save(los := io.BytesIO())
    uit = set_anew(tmp_path, los.getvalue(), "Jan Jansen")
    assert [kleur for kleur, _, _ in pictures(uit)] == ["groen"]


def test_a_picture_that_comes_back_on_every_page_is_set_once(tmp_path):
    with pikepdf.open(io.BytesIO(page("Jan Jansen"))) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.save(los := io.BytesIO())
    uit = set_anew(tmp_path, los.getvalue(), "Jan Jansen")
    assert [kleur for kleur, _, _ in pictures(uit)] == ["rood", "groen"]


def redaction(pdf, pagina):
    merk = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Redact, Rect=[70, 695, 200, 715]
    )
    pagina.obj.Annots = pikepdf.Array([pdf.make_indirect(merk)])


def layer(pdf, pagina):
    laag = pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("intern"))
    laag = pdf.make_indirect(laag)
    stand = pikepdf.Dictionary(OFF=pikepdf.Array([laag]))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([laag]), D=stand)
    pagina.obj.Resources.Properties = pikepdf.Dictionary(L=laag)


GEHEIM = line("Hier woont Piet Bakker", y=700)
VERBORGEN = {
    "een markering die nooit is toegepast": (GEHEIM, redaction),
    "een zwart vlak": (GEHEIM + "0 g 70 695 150 20 re f", None),
    "een verborgen laag": (f"/OC /L BDC {GEHEIM} EMC", layer),
    "naast de bladzijde": (line("Piet Bakker", x=800), None),
}


@pytest.mark.parametrize("hoe", VERBORGEN)
def test_what_the_source_hides_is_never_set_for_all_to_read(hoe, tmp_path):
    inhoud, bouw = VERBORGEN[hoe]
    invoer = make_pdf(line("Aan Jan Jansen, hallo", y=760) + inhoud, bouw=bouw)
    with pytest.raises(InvoerError, match="zonder --streng-breedte"):
        set_anew(tmp_path, invoer, "Jan Jansen")


@pytest.mark.skipif(find_tesseract() is None, reason="geen Tesseract")
def test_a_page_that_lies_is_set_anew_from_what_the_eye_reads(tmp_path):
    regels = ["Geachte heer Jan Jansen,", "Uw zaak over de opvang is behandeld."]
    leugen = dict(zip("JanseU", "Xqzrfw", strict=True))
    uit = set_anew(tmp_path, show_lines(regels, leugen), "Jan Jansen")
    with pypdfium2.PdfDocument(uit) as document:
        tekst = document[0].get_textpage().get_text_range()
    assert "Uw zaak over de opvang is behandeld" in " ".join(tekst.split())
    assert "Jansen" not in tekst


def test_what_is_seen_by_all_is_not_refused(tmp_path):
    invoer = make_pdf(line("Aan Jan Jansen, hallo", y=760) + GEHEIM)
    assert set_anew(tmp_path, invoer, "Jan Jansen")


def repeat(keer):
    """A running head on so many pages, and a sentence on the first."""
    kop = line("provincie Drenthe", y=815)
    with pikepdf.open(io.BytesIO(make_pdf(kop))) as pdf:
        for _ in range(keer):
            pdf.pages.append(pdf.pages[0])
        eerste = kop + line("Aan Jan Jansen, hallo", y=600)
        pdf.pages[0].obj.Contents = pdf.make_stream(eerste.encode())
        pdf.save(los := io.BytesIO())
    return los.getvalue()


def test_how_many_pages_the_source_took_is_not_told(tmp_path):
    een, drie = (set_anew(tmp_path, repeat(n), "Jan Jansen") for n in (1, 3))
    assert een == drie
