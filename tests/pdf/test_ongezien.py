"""What a picture holds and no page shows goes; what is seen looks as it did.

The picture has four bars of its own grey, so that each quarter can be looked for.
"""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from lakproef import OPTIES, make_pdf
from PIL import Image, ImageChops, ImageDraw

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.pdf.voorbereiden.ongezien import GEDAAN, VERKLEIND, drop_unseen
from pipeline.pdf.vrijgave import make_release

BREED, HOOG = 400, 100
GRIJZEN = (20, 50, 80, 110)
GEWOON = "q 200 0 0 50 72 692 cm /I Do Q"


def bars():
    plaat = Image.new("L", (BREED, HOOG), 255)
    kwast = ImageDraw.Draw(plaat)
    for plek, grijs in enumerate(GRIJZEN):
        kwast.rectangle((plek * 100 + 30, 20, plek * 100 + 70, 80), fill=grijs)
    return plaat


def document(*bladen):
    """Pages that show the picture as their content says."""

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(bars().tobytes())
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width, beeld.Height = BREED, HOOG
        beeld.ColorSpace, beeld.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=pdf.make_indirect(beeld))
        for inhoud in bladen[1:]:
            pdf.pages.append(pagina)
            pdf.pages[-1].obj.Contents = pdf.make_stream(inhoud.encode())
        pagina.obj.Contents = pdf.make_stream(bladen[0].encode())

    return make_pdf("", bouw=bouw)


def left_in(inhoud):
    """The bars that are left in any picture of a file."""
    uit = set()
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        for ding in pdf.objects:
            if isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") == "/Image":
                plaat = pikepdf.PdfImage(ding).as_pil_image().convert("L")
                for plek, grijs in enumerate(GRIJZEN):
                    x = (plek * 100 + 50) * plaat.width // BREED
                    if abs(plaat.getpixel((x, plaat.height // 2)) - grijs) < 12:
                        uit.add(plek)
    return uit


def release(bron, *vlakken):
    uit = make_release(bron, vlakken, OPTIES, "Stuk", [])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    return uit


def looks(inhoud, blad=0):
    with pypdfium2.PdfDocument(inhoud) as pdf:
        return pdf[blad].render(scale=2, grayscale=True).to_pil().convert("L")


@pytest.mark.parametrize(
    ("inhoud", "over"),
    [
        pytest.param(
            "q 72 692 100 50 re W n 200 0 0 50 72 692 cm /I Do Q", {0, 1},
            id="bijgesneden",
        ),
        pytest.param(
            GEWOON + " 1 g 170 680 110 80 re f", {0, 1}, id="wit vlak eroverheen"
        ),
        pytest.param(
            "q 200 0 0 50 -100 692 cm /I Do Q", {2, 3}, id="half naast de bladzijde"
        ),
        pytest.param(
            "q 0 200 -50 0 172 500 cm 1 0 0 1 0 0 cm /I Do Q 1 g 100 498 90 104 re f",
            {2, 3}, id="gekanteld en afgedekt",
        ),
    ],
)  # fmt: skip
def test_what_is_cut_off_or_covered_goes(inhoud, over):
    bron = document(inhoud)
    uit = release(bron)
    assert left_in(uit.inhoud) == over
    assert GEDAAN in uit.gedaan
    verschil = ImageChops.difference(looks(bron), looks(uit.inhoud))
    assert verschil.getextrema()[1] < 40


@pytest.mark.parametrize(
    "bladen",
    [
        pytest.param((GEWOON,), id="heel"),
        pytest.param((GEWOON + " 0 0 1 RG 170 680 110 80 re S",), id="een kader"),
        pytest.param(
            ("q 72 692 100 50 re W n 200 0 0 50 72 692 cm /I Do Q", GEWOON),
            id="bijgesneden, en elders heel",
        ),
    ],
)
def test_what_some_page_shows_stays(bladen):
    uit = release(document(*bladen))
    assert left_in(uit.inhoud) == {0, 1, 2, 3}
    assert GEDAAN not in uit.gedaan


def test_a_page_that_only_names_a_picture_shows_nothing_of_it():
    """Some programs give every page the resources of all."""
    los = "q 72 692 100 50 re W n 200 0 0 50 72 692 cm /I Do Q"
    uit = release(document(los, "q 10 10 50 50 re S Q"))
    assert left_in(uit.inhoud) == {0, 1}


def test_a_page_that_cannot_be_read_may_show_all_of_a_picture():
    los = "q 72 692 100 50 re W n 200 0 0 50 72 692 cm /I Do Q"
    bron = document(los, GEWOON.replace("q 200", "q 1 2 (x) Tm 200") + " ]")
    with pikepdf.open(io.BytesIO(bron)) as pdf:
        drop_unseen(pdf, bron)
        pdf.save(uit := io.BytesIO())
    assert left_in(uit.getvalue()) == {0, 1, 2, 3}


def test_a_picture_as_small_as_a_stamp_holds_no_more_than_it_shows():
    uit = release(document("q 20 0 0 5 72 692 cm /I Do Q"))
    assert VERKLEIND in uit.gedaan
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        breedtes = [
            int(o.Width) for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]  # fmt: skip
    assert max(breedtes) <= 84


def test_a_picture_too_large_to_open_is_not_opened_to_be_looked_at(monkeypatch):
    """Sixty thousand dots each way, of a few bytes: no mask is made of that size."""

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(b"")
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width = beeld.Height = 60_000
        beeld.ColorSpace, beeld.BitsPerComponent = pikepdf.Name.DeviceGray, 1
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=pdf.make_indirect(beeld))

    bron = make_pdf("q 200 0 0 200 72 492 cm /I Do Q", bouw=bouw)
    maten = []

    def transform(masker, maat, *hoe):
        maten.append(maat)
        return heel(masker, maat, *hoe)

    heel = Image.Image.transform
    monkeypatch.setattr(Image.Image, "transform", transform)
    with pikepdf.open(io.BytesIO(bron)) as pdf:
        assert drop_unseen(pdf, bron) == ()
    assert maten
    assert max(max(maat) for maat in maten) <= 2000


def test_a_picture_that_is_marked_is_blacked_wherever_it_lies():
    bron = document(GEWOON, "q 150 0 0 38 300 300 cm /I Do Q")
    derde = Kader(links=172, boven=95, rechts=222, onder=155)
    uit = release(bron, Lakvlak(pagina=1, grond="5.1.2e", kaders=(derde,)))
    assert left_in(uit.inhoud) == {0, 1, 3}
    assert [v.pagina for v in uit.uitslag.geplaatst] == [1, 2]


def test_paper_under_a_mark_is_not_blacked_on_other_pages():
    bron = document(GEWOON, "q 150 0 0 38 300 300 cm /I Do Q")
    rand = Kader(links=72, boven=100, rechts=200, onder=108)
    uit = release(bron, Lakvlak(pagina=1, grond="5.1.2e", kaders=(rand,)))
    assert [v.pagina for v in uit.uitslag.geplaatst] == [1]
