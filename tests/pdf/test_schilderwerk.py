"""Names in what a page paints with: the picture of a page shows them, and so leaks."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, places_of, redact, shown
from lekbouw import cover
from PIL import ImageChops
from verfbouw import VERF, build, in_fill, picture_in_fill, picture_in_mask, tile

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.pdf.lakken import lak_pdf
from pipeline.pdf.voorbereiden.schilderwerk import GEDAAN
from pipeline.pdf.vrijgave import make_release

MERK = "blijft"
"""A word of the page that is redacted in each case: its box is no part of the proof."""


def draw(inhoud, pagina=0):
    with pypdfium2.PdfDocument(inhoud) as document:
        return document[pagina].render(scale=1.5).to_pil().convert("L")


def differs(een, twee):
    """The pixels above the redacted word in which two pages differ clearly."""
    boven = (0, 0, een.width, 900)
    verschil = ImageChops.difference(een.crop(boven), twee.crop(boven))
    return sum(verschil.histogram()[60:])


@pytest.mark.parametrize("geval", VERF)
def test_a_picture_of_the_page_shows_the_name_and_ours_does_not(geval):
    invoer, zonder = build(geval), draw(build(geval, ""))
    assert differs(draw(invoer), zonder) > 100
    uit = redact(invoer, MERK, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert differs(draw(uit.inhoud), zonder) < 20
    assert any(GEDAAN in g for g in uit.gedaan)


@pytest.mark.parametrize("geval", VERF)
def test_a_page_of_which_nothing_is_marked_does_not_keep_the_name(geval):
    with pikepdf.open(io.BytesIO(build(geval))) as pdf:
        pdf.add_blank_page()
        los = pdf.make_stream(line(MERK).encode())
        pdf.pages[1].obj.Resources = pdf.pages[0].obj.Resources
        pdf.pages[1].obj.Contents = los
        pdf.pages.reverse()
        pdf.save(samen := io.BytesIO())
    uit = redact(samen.getvalue(), MERK, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert differs(draw(uit.inhoud, 1), draw(build(geval, ""))) < 20


@pytest.mark.parametrize("geval", [g for g in VERF if g != "een getekende letter"])
def test_the_engine_by_itself_says_that_it_made_a_picture(geval):
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst=MERK)
    _, uitslag = lak_pdf(build(geval), [vlak], OPTIES)
    (beeld,) = uitslag.gerasterd
    assert beeld.reden.startswith("tekst in een ")


def test_words_that_no_mark_asks_for_stay_in_the_pattern():
    merkteken = "KOPIE AFSCHRIFT"
    invoer = build("een vulling", merkteken)
    uit = redact(invoer, MERK, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not any(GEDAAN in g for g in uit.gedaan)
    assert differs(draw(uit.inhoud), draw(invoer)) < 20
    assert [g.reden for g in uit.uitslag.gerasterd] == ["tekst in een vulpatroon"]


def test_a_page_without_marks_keeps_the_letters_of_its_pattern():
    with pikepdf.open(io.BytesIO(build("een vulling", "KOPIE"))) as pdf:
        pdf.add_blank_page()
        pdf.pages[1].obj.Resources = pdf.pages[0].obj.Resources
        pdf.pages[1].obj.Contents = pdf.make_stream(line(GEHEIM).encode())
        pdf.pages.reverse()
        pdf.save(samen := io.BytesIO())
    uit = redact(samen.getvalue(), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert differs(draw(uit.inhoud, 1), draw(build("een vulling", "KOPIE"))) < 20


def test_a_document_without_redactions_stays_as_it_is():
    uit = redact(build("een vulling"))
    assert places_of(uit.inhoud, GEHEIM)
    assert not any(GEDAAN in g for g in uit.gedaan)


def test_a_form_that_the_page_shows_too_keeps_its_words_there():
    def bouw(pdf, pagina):
        in_fill(pdf, pagina, "")
        vorm = pdf.make_stream(line(f"Aan {GEHEIM} en anderen", y=300).encode())
        vorm.Type, vorm.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        vorm.BBox, vorm.Resources = [0, 0, 595, 842], pagina.obj.Resources
        kast = pikepdf.Dictionary(XObject=pikepdf.Dictionary(V=vorm))
        pagina.obj.Resources.Pattern = pikepdf.Dictionary(
            P=tile(pdf, "q 1 0 0 1 0 300 cm /V Do Q", kast)
        )
        pagina.obj.Resources.XObject = pikepdf.Dictionary(V=vorm)
        pagina.contents_add(pdf.make_stream(b"q /V Do Q"))

    uit = redact(make_pdf("", bouw=bouw), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert "Aan" in shown(uit.inhoud)
    assert "en anderen" in shown(uit.inhoud)
    assert len(uit.uitslag.geplaatst) == 1


def test_a_mark_of_which_the_words_stand_only_in_paint_is_carried_out():
    uit = redact(build("een vulling"), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert "blijft" in shown(uit.inhoud)
    assert any(GEDAAN in g for g in uit.gedaan)
    assert GEHEIM not in " ".join(uit.gedaan)


def paint_pixels(inhoud):
    """The pixels of all images in a file that lie nowhere but in paint or on a page."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return [
            (o.Width, o.Height)
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]


@pytest.mark.parametrize("bouw", [picture_in_fill, picture_in_mask])
@pytest.mark.parametrize(
    "kader",
    [
        Kader(links=70, boven=180, rechts=480, onder=300),
        Kader(links=0, boven=100, rechts=595, onder=450),
    ],
)
def test_pixels_in_paint_under_an_area_are_gone(bouw, kader):
    invoer = make_pdf("", bouw=lambda pdf, pagina: bouw(pdf, pagina, GEHEIM))
    zwart = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    assert (400, 100) in paint_pixels(cover(invoer))
    uit = make_release(invoer, [zwart], OPTIES, "Stuk", [])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert (400, 100) not in paint_pixels(uit.inhoud)
    assert "onder een vlak" in uit.uitslag.gerasterd[0].reden
    schaal = 1.5
    k = kader
    doos = (k.links + 3, k.boven + 3, k.rechts - 3, k.onder - 3)
    vak = draw(uit.inhoud).crop(tuple(round(w * schaal) for w in doos))
    rand = vak.crop((0, 0, vak.width, vak.height // 3))
    assert rand.getextrema()[1] < 60
