"""A source that showed less than it held: found, reported, and taken out."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, places_of, redact, shown
from PIL import Image

from modellen.lakken import Leksoort
from pipeline.pdf.vrijgave import make_release

REGEL = line(f"Behandeld door {GEHEIM} te Assen")
OP_DE_NAAM = "150 690 100 20 re f\n"
CODE = "1 g " + line("5.1.2e", x=160, grootte=8)


def annotation(soort, **meer):
    def bouw(pdf, pagina):
        pagina.obj.Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name(f"/{soort}"),
                    Rect=[153, 690, 237, 712],
                    **meer,
                )
            ]
        )

    return bouw


BEDEKT = {
    "een zwart vlak": "0 g " + OP_DE_NAAM,
    "een wit vlak": "1 g " + OP_DE_NAAM,
    "een donkerblauw vlak": "0 0 .2 rg " + OP_DE_NAAM,
    "een vlak met een code erop": "0 g " + OP_DE_NAAM + CODE,
    "een vlak om de inkt alleen": "0 g 150 697.5 100 12 re f\n",
    "een dikke streep": "16 w 150 703 m 245 703 l S\n",
    "een vlak van lijnen": "0 g 150 690 m 250 690 l 250 710 l 150 710 l h f\n",
    "een van twee vlakken in een pad": "0 g 20 20 30 30 re " + OP_DE_NAAM,
}


ZWART_OP_ZWART = {
    "zwart op zwart": "0 g " + OP_DE_NAAM,
    "bijna zwart op zwart": ".05 g " + OP_DE_NAAM + "0 0 .1 rg ",
}


@pytest.mark.parametrize("hoe", ZWART_OP_ZWART)
def test_black_letters_on_black_shading_are_gone(hoe):
    """What a word processor makes of black shading: first the ground, then letters."""
    invoer = make_pdf(ZWART_OP_ZWART[hoe] + REGEL)
    assert places_of(invoer, GEHEIM)
    uit = redact(invoer, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert "Behandeld" in shown(uit.inhoud)
    (lek,) = uit.uitslag.bronlekken
    assert lek.soort is Leksoort.ONDER_VLAK


@pytest.mark.parametrize("hoe", BEDEKT)
def test_text_under_paint_is_gone_without_any_mark(hoe):
    invoer = make_pdf(REGEL + BEDEKT[hoe])
    assert places_of(invoer, GEHEIM)
    uit = redact(invoer, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert "Behandeld" in shown(uit.inhoud)
    assert "Assen" in shown(uit.inhoud)
    (lek,) = uit.uitslag.bronlekken
    assert lek.soort is Leksoort.ONDER_VLAK


ZICHTBAAR = {
    "op zwart, met wit ertussen": "0 g "
    + OP_DE_NAAM
    + "1 g "
    + OP_DE_NAAM
    + "0 g "
    + REGEL,
    "wit op zwart": "0 g " + OP_DE_NAAM + "1 g " + REGEL + "0 g ",
    "zwart op donkerrood": ".5 0 0 rg " + OP_DE_NAAM + "0 g " + REGEL,
    "in een lijst met een gat": REGEL
    + "0 g "
    + OP_DE_NAAM.replace("f", "")
    + "151 691 98 18 re f*\n",
    "in een lijst die om zijn gat heen loopt": REGEL
    + "0 g "
    + OP_DE_NAAM.replace("f", "")
    + "151 709 98 -18 re f\n",
    "een vlak achter de tekst": "0.8 g " + OP_DE_NAAM + "0 g " + REGEL,
    "wit dat elders wordt afgeknipt": REGEL + "q 9 9 9 9 re W n 1 g 0 0 595 842 re f Q",
    "een onderstreping": REGEL + "1 w 150 698 m 250 698 l S",
}


@pytest.mark.parametrize("hoe", ZICHTBAAR)
def test_text_that_shows_stays(hoe):
    uit = redact(make_pdf(ZICHTBAAR[hoe]), naalden=[])
    assert GEHEIM in shown(uit.inhoud)
    assert not uit.uitslag.bronlekken


def test_text_under_a_see_through_marker_stays():
    def bouw(pdf, pagina):
        geel = pikepdf.Dictionary(ca=0.4)
        pagina.obj.Resources.ExtGState = pikepdf.Dictionary(H=geel)

    uit = redact(make_pdf(REGEL + "/H gs 1 1 0 rg " + OP_DE_NAAM, bouw=bouw))
    assert GEHEIM in shown(uit.inhoud)


def test_a_dark_box_without_a_ground_is_told_from_one_with():
    kaal = redact(make_pdf(REGEL + "0 g " + OP_DE_NAAM), naalden=[])
    met = redact(make_pdf(REGEL + "0 g " + OP_DE_NAAM + CODE), naalden=[])
    assert [lek.vlak for lek in kaal.uitslag.bronlekken] == [True]
    assert [lek.vlak for lek in met.uitslag.bronlekken] == [False]


GETEKEND = {
    "een lakmarkering": ("Redact", {}, Leksoort.NIET_TOEGEPAST),
    "een zwarte markeerstift": (
        "Highlight",
        {"C": [0, 0, 0]},
        Leksoort.DONKERE_MARKERING,
    ),
    "een zwart vierkant": ("Square", {"IC": [0]}, Leksoort.DONKERE_MARKERING),
    "een dikke zwarte pen": (
        "Ink",
        {"C": [0, 0, 0], "BS": pikepdf.Dictionary(W=14)},
        Leksoort.DONKERE_MARKERING,
    ),
}


@pytest.mark.parametrize("hoe", GETEKEND)
def test_a_mark_that_was_never_applied_is_carried_out(hoe):
    soort, meer, lek = GETEKEND[hoe]
    invoer = make_pdf(REGEL, bouw=annotation(soort, **meer))
    assert places_of(invoer, GEHEIM)
    uit = redact(invoer, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert [b.soort for b in uit.uitslag.bronlekken] == [lek]


def test_a_mark_that_names_its_ground_keeps_it():
    bouw = annotation("Redact", OverlayText=pikepdf.String("5.1.2e"))
    uit = redact(make_pdf(REGEL, bouw=bouw), naalden=[])
    assert [v.grond for v in uit.uitslag.geplaatst] == ["5.1.2e"]
    assert "5.1.2e" in shown(uit.inhoud)


def test_a_yellow_marker_is_no_redaction():
    uit = redact(make_pdf(REGEL, bouw=annotation("Highlight", C=[1, 1, 0])), naalden=[])
    assert GEHEIM in shown(uit.inhoud)


def test_pixels_under_a_black_box_in_a_scan_are_gone():
    plaat = Image.effect_noise((400, 400), 90)

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(plaat.tobytes())
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width = beeld.Height = 400
        beeld.BitsPerComponent, beeld.ColorSpace = 8, pikepdf.Name.DeviceGray
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=beeld)
        inhoud = b"q 400 0 0 400 100 200 cm /I Do Q 0 g 200 300 100 50 re f"
        pagina.obj.Contents = pdf.make_stream(inhoud)

    uit = make_release(make_pdf("", bouw=bouw), [], OPTIES, "Stuk", [])
    assert uit.in_orde
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        (beeld,) = (
            o
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        )
        pixels = pikepdf.PdfImage(beeld).as_pil_image().convert("L")
    assert pixels.crop((105, 255, 195, 295)).getextrema() == (0, 0)
    assert pixels.crop((0, 0, 90, 90)).getextrema()[1] > 200


@pytest.mark.parametrize("soort", ["Square", "Circle", "Polygon"])
def test_a_shape_with_a_ground_on_it_points_out_an_area(soort):
    tekening = "2 w 60 310 m 100 350 140 300 180 350 c S "

    def bouw(_, pagina):
        pagina.obj.Annots = [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name(f"/{soort}"),
                Rect=[50, 295, 260, 360],
                C=[1, 0, 0],
                Contents=pikepdf.String("5.1.2e handtekening"),
            )
        ]

    uit = redact(make_pdf(line("Met groet") + tekening, bouw=bouw))
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    (vak,) = uit.uitslag.geplaatst
    assert vak.grond == "5.1.2e"
    assert "5.1.2e" in shown(uit.inhoud)
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        bevelen = pikepdf.parse_content_stream(pdf.pages[0])
        assert "S" not in [str(b.operator) for b in bevelen]


def test_a_shape_with_another_note_points_out_nothing():
    def bouw(_, pagina):
        pagina.obj.Annots = [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Square,
                Rect=[50, 690, 260, 720],
                Contents=pikepdf.String("mooi"),
            )
        ]

    uit = redact(make_pdf(line("Met groet"), bouw=bouw))
    assert not uit.uitslag.geplaatst
    assert "Met groet" in shown(uit.inhoud)


def test_an_unapplied_mark_takes_the_ground_of_the_words_in_it():
    """Half of a name lies under the mark: one ground for both, and no plain box."""
    invoer = make_pdf(REGEL, bouw=annotation("Redact"))
    uit = redact(invoer, GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert {v.grond for v in uit.uitslag.geplaatst} == {"5.1.2e"}
    assert not places_of(uit.inhoud, GEHEIM)


def test_an_area_around_a_proposal_leaves_one_box_and_one_code():
    wijst_aan = annotation("Square", Contents=pikepdf.String("5.1.2e"))
    uit = redact(make_pdf(REGEL, bouw=wijst_aan), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert shown(uit.inhoud).count("5.1.2e") == len(uit.uitslag.geplaatst)
    assert not places_of(uit.inhoud, GEHEIM)
