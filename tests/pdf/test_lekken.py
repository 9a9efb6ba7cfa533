"""Every way in which a redacted PDF is known to leak: the naive box leaks, ours does not.

The numbers are those of the leak classes in docs/lakken.md.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import GEHEIM, line, make_pdf, places_of, redact, shown
from lekbouw import GEVALLEN, NAAM, build, cover, in_nested_forms
from PIL import Image


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
