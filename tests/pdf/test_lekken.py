"""Every way in which a redacted PDF is known to leak: the naive box leaks, ours does not.

The numbers are those of the leak classes in docs/lakken.md.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import GEHEIM, line, make_pdf, places_of, redact, shown
from lekbouw import GEVALLEN, NAAM, build, cover, form, in_nested_forms
from PIL import Image, ImageDraw

from pipeline.errors import InvoerError
from pipeline.pdf.lakken.stippen import whiten_specks


@pytest.mark.parametrize("geval", GEVALLEN)
def test_a_black_box_leaks_and_ours_does_not(geval):
    invoer = build(geval)
    assert places_of(cover(invoer), "dijk") | places_of(cover(invoer), GEHEIM)
    merk = [] if "verborgen laag" in geval else [GEHEIM]
    uit = redact(invoer, *merk, naalden=[GEHEIM])
    assert not places_of(uit.inhoud, GEHEIM)
    assert "Dijk" not in shown(uit.inhoud)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


def test_text_beside_the_page_is_gone_without_a_mark():
    invoer = make_pdf(line(GEHEIM, x=700) + line("zichtbaar"))
    uit = redact(invoer, naalden=[GEHEIM])
    assert not places_of(uit.inhoud, GEHEIM)
    assert "zichtbaar" in shown(uit.inhoud)


def test_an_old_revision_is_gone():
    oud = make_pdf(NAAM)
    with pikepdf.open(io.BytesIO(oud)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(line("niets").encode())
        pdf.save(los := io.BytesIO())
    twee = oud + los.getvalue()
    uit = redact(twee, naalden=[GEHEIM])
    assert uit.inhoud.count(b"%%EOF") == 1
    assert not places_of(uit.inhoud, GEHEIM)


def test_a_form_that_two_pages_share_is_redacted_where_it_is_marked():
    def bouw(pdf, pagina):
        in_nested_forms(pdf, pagina)
        pdf.pages.append(pagina)

    uit = redact(make_pdf("", bouw=bouw), GEHEIM, naalden=[])
    met = [GEHEIM in t for t in shown(uit.inhoud).split("\f")]
    with_name = shown(uit.inhoud).count(GEHEIM)
    assert met
    assert with_name == 1


@pytest.mark.parametrize("filter_", ["JPEG", "PNG"])
def test_pixels_under_an_area_are_black_and_carry_nothing(filter_):
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.vrijgave import make_release

    plaat = Image.effect_noise((400, 400), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = GEHEIM
    ruw = io.BytesIO()
    plaat.save(ruw, filter_, exif=exif)

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(
            ruw.getvalue() if filter_ == "JPEG" else plaat.tobytes()
        )
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width, beeld.Height = 400, 400
        beeld.BitsPerComponent, beeld.ColorSpace = 8, pikepdf.Name.DeviceRGB
        if filter_ == "JPEG":
            beeld.Filter = pikepdf.Name.DCTDecode
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=beeld)
        pagina.obj.Contents = pdf.make_stream(b"q 400 0 0 400 100 200 cm /I Do Q")

    kader = Kader(links=200, boven=400, rechts=300, onder=500)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(make_pdf("", bouw=bouw), [vlak], OPTIES, "Stuk", [GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert GEHEIM.encode() not in uit.inhoud
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        (beeld,) = [
            o
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]
        pixels = pikepdf.PdfImage(beeld).as_pil_image().convert("L")
    binnen = pixels.crop((105, 165, 195, 235))
    assert binnen.getextrema()[1] <= 8
    assert (
        pixels.getpixel((10, 10)) == plaat.convert("L").getpixel((10, 10))
        or filter_ == "JPEG"
    )


def test_outlined_letters_under_an_area_are_gone():
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.vrijgave import make_release

    handtekening = "0 0 1 RG 2 w 110 500 m 140 540 160 460 190 500 c S\n"
    kader = Kader(links=100, boven=290, rechts=200, onder=390)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(make_pdf(handtekening), [vlak], OPTIES, "Stuk", [])
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        namen = [str(b.operator) for b in pikepdf.parse_content_stream(pdf.pages[0])]
    assert "S" not in namen


def test_the_gap_is_on_the_grid_and_no_kerning_is_left():
    invoer = make_pdf(
        "BT /F1 11 Tf 72 700 Td [(Aan ) 3 (Sanne ) -17.3 (van D) 41 (ijk) 8.25 ( te Assen)] TJ ET"
    )
    uit = redact(invoer, GEHEIM)
    (vak,) = uit.uitslag.geplaatst
    assert (vak.kader.rechts - vak.kader.links) % 1 == pytest.approx(0, abs=1e-3)


def test_the_code_is_real_text_at_the_place_of_what_went():
    uit = redact(make_pdf(line(f"Geachte mevrouw {GEHEIM}, wij")), GEHEIM)
    assert " ".join(shown(uit.inhoud).split()) == "Geachte mevrouw 5.1.2e , wij"


def test_a_locked_document_is_refused_with_advice():
    from pipeline.errors import InvoerError

    slot = pikepdf.Encryption(owner="baas", user="dicht")
    dicht = make_pdf(NAAM, opslaan={"encryption": slot})
    with pytest.raises(InvoerError, match="wachtwoord"):
        redact(dicht, GEHEIM)


def test_a_mark_that_cannot_be_placed_is_refused():
    from pipeline.errors import InvoerError

    with pytest.raises(InvoerError, match="niet te plaatsen"):
        redact(make_pdf(NAAM), "Iemand Anders")


def test_the_same_decisions_give_the_same_bytes():
    invoer = make_pdf(NAAM)
    assert redact(invoer, GEHEIM).inhoud == redact(invoer, GEHEIM).inhoud


def test_letters_on_yellow_paper_stay_as_they_are():
    """Between the strokes of letters the paper is as small as a speck."""
    plaat = Image.new("RGB", (600, 200), (255, 255, 153))
    ImageDraw.Draw(plaat).text((40, 60), "Dossier van de heer", fill=0, font_size=30)
    assert whiten_specks(plaat).tobytes() == plaat.tobytes()


def test_yellow_specks_of_a_printer_go_with_a_redacted_scan():
    """P21: a black box leaves them; a yellow marker stays."""
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.vrijgave import make_release

    plaat = Image.new("RGB", (600, 800), (252, 252, 250))
    teken = ImageDraw.Draw(plaat)
    teken.rectangle((300, 300, 400, 320), fill=(255, 240, 80))
    for x in range(20, 580, 60):
        teken.rectangle((x, 500, x + 1, 501), fill=(250, 245, 170))

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(plaat.tobytes())
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width, beeld.Height = plaat.size
        beeld.BitsPerComponent, beeld.ColorSpace = 8, pikepdf.Name.DeviceRGB
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=beeld)
        pagina.obj.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")

    def pixels(inhoud):
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            (beeld,) = (
                o
                for o in pdf.objects
                if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
            )
            return pikepdf.PdfImage(beeld).as_pil_image().convert("RGB")

    invoer = make_pdf("", bouw=bouw)
    assert pixels(cover(invoer)).getpixel((20, 500))[2] < 200
    kader = Kader(links=10, boven=10, rechts=100, onder=60)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(invoer, [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde
    na = pixels(uit.inhoud)
    assert all(na.getpixel((x, 500))[2] > 240 for x in range(20, 580, 60))
    assert na.getpixel((350, 310)) == (255, 240, 80)


def test_a_subset_font_no_longer_spells_the_name():
    """P16: numbered in order of appearance, its characters are the name itself."""
    from importlib.resources import files

    from fontTools.ttLib import TTFont
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont as Letter
    from reportlab.pdfgen.canvas import Canvas

    pad = files("pipeline.pdf.lakken").joinpath("opschrift.ttf")
    pdfmetrics.registerFont(Letter("Eigen", str(pad)))
    blad = Canvas(uit := io.BytesIO(), invariant=1)
    blad.setFont("Eigen", 12)
    blad.drawString(72, 700, f"beste {GEHEIM} uit Hoorn")
    blad.save()

    def spelled(inhoud):
        """What each font maps, and how many outlines it draws."""
        uit = []
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            for o in pdf.objects:
                if not isinstance(o, pikepdf.Dictionary) or "/ToUnicode" not in o:
                    continue
                kaart = parse_tounicode(o.ToUnicode.read_bytes())
                ttf = TTFont(io.BytesIO(o.FontDescriptor.FontFile2.read_bytes()))
                vol = [
                    n
                    for n in ttf.getGlyphOrder()
                    if ttf["glyf"][n].numberOfContours != 0
                ]
                uit.append((set("".join(kaart.values())), len(vol)))
        return uit

    from pipeline.pdf.lakken.codes import parse_tounicode

    naief = cover(uit.getvalue())
    assert any({"S", "D", "j", "k"} <= tekens for tekens, _ in spelled(naief))
    klaar = redact(uit.getvalue(), GEHEIM)
    assert klaar.in_orde, [c.toelichting for c in klaar.controles if not c.geslaagd]
    ervoor = {frozenset(t): n for t, n in spelled(naief)}
    erna = spelled(klaar.inhoud)
    assert not any({"S", "D", "j", "k"} & tekens for tekens, _ in erna)
    assert max(n for _, n in erna) < max(ervoor.values())


def test_a_box_is_whole_steps_wide_whatever_the_name():
    """P4: to the hundredth of a point a gap is a name; on the grid it is many."""
    namen = ("Bennekom", "Benschop", "Bakkeren")
    zinnen = [line(f"De heer {naam} belde over de opvang") for naam in namen]
    gaten = {
        round(v.kader.rechts - v.kader.links, 2)
        for zin, naam in zip(zinnen, namen, strict=True)
        for v in redact(make_pdf(zin), naam).uitslag.geplaatst
    }
    from reportlab.pdfbase.pdfmetrics import stringWidth

    breedtes = {round(stringWidth(n, "Helvetica", 12), 2) for n in namen}
    assert len(breedtes) == 3
    assert all(gat == round(gat) for gat in gaten)


def test_an_area_takes_whole_letters_only():
    """P3: of a letter that an area cuts, no half is left to read."""
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.vrijgave import make_release

    invoer = make_pdf(line("WWWWWWWWWW"))
    kader = Kader(links=88, boven=130, rechts=131, onder=146)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(invoer, [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert shown(uit.inhoud).count("W") == 5
    assert shown(cover(invoer)).count("W") == 10


def test_text_of_no_size_is_gone():
    """P5: letters of size zero are read by every program."""
    invoer = make_pdf(f"BT /F1 0 Tf 72 700 Td ({GEHEIM}) Tj ET " + line("zichtbaar"))
    assert places_of(cover(invoer), GEHEIM)
    uit = redact(invoer, GEHEIM, naalden=[GEHEIM])
    assert not places_of(uit.inhoud, GEHEIM)
    assert "zichtbaar" in shown(uit.inhoud)


def unpacked(inhoud):
    """All that the streams of a file hold."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return b"".join(
            d.read_bytes() for d in pdf.objects if isinstance(d, pikepdf.Stream)
        )


@pytest.mark.parametrize("grootte", [0.05, 0.3])
def test_text_too_small_to_see_is_gone_without_a_mark(grootte):
    """P5: a speck on paper, a name for every program."""
    invoer = make_pdf(line(GEHEIM, grootte=grootte) + line("zichtbaar", y=600))
    assert places_of(cover(invoer), GEHEIM)
    uit = redact(invoer, naalden=[GEHEIM])
    assert not places_of(uit.inhoud, GEHEIM)
    assert "zichtbaar" in shown(uit.inhoud)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


@pytest.mark.parametrize("hoe", ["0 Tz", "0 0 0 1 72 650 Tm"])
def test_text_squeezed_to_a_line_is_gone_without_a_mark(hoe):
    """P5: no letter has any width, and every program that reads bytes reads it."""
    invoer = make_pdf(
        f"BT /F1 11 Tf 72 650 Td {hoe} ({GEHEIM}) Tj ET 100 Tz " + line("zichtbaar")
    )
    assert GEHEIM.encode() in unpacked(invoer)
    uit = redact(invoer, naalden=[GEHEIM])
    assert GEHEIM.encode() not in unpacked(uit.inhoud)
    assert "zichtbaar" in shown(uit.inhoud)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


def test_labels_of_a_document_that_is_not_tagged_are_gone():
    """P10: no program shows them, and each program reads them."""

    def bouw(pdf, pagina):
        los = pikepdf.Dictionary(
            S=pikepdf.Name.P, ActualText=pikepdf.String("Van Dijck")
        )
        boom = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=[los])
        pdf.Root.StructTreeRoot = pdf.make_indirect(boom)

    invoer = make_pdf(NAAM, bouw=bouw)
    assert places_of(cover(invoer), "Van Dijck")
    uit = redact(invoer, GEHEIM)
    assert not places_of(uit.inhoud, "Van Dijck")
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


def test_forms_far_too_deep_in_each_other_are_refused_in_words():
    """P18: a chain that no program follows to its end."""

    def bouw(pdf, pagina):
        vorm = form(pdf, NAAM, Resources=pagina.obj.Resources)
        for _ in range(1500):
            kast = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=vorm))
            vorm = pdf.make_indirect(form(pdf, "/X Do", Resources=kast))
        pagina.obj.Resources.XObject = pikepdf.Dictionary(X=vorm)
        pagina.contents_add(pdf.make_stream(b" /X Do"))

    with pytest.raises(InvoerError, match="Druk hem opnieuw af"):
        redact(make_pdf(NAAM, bouw=bouw), GEHEIM)


def test_a_signature_that_goes_is_reported():
    """P17."""
    uit = redact(build("P17 in een ondertekening"), GEHEIM)
    assert any("ondertekening" in wat for wat in uit.gedaan)
