"""Text that is painted see-through, cut off or as its own shadow: the box covers all."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from lakproef import line, make_pdf, redact, shown
from PIL import Image, ImageDraw

ZIN, NAAM = "De heer Zonderland opent de locatie", "Zonderland"


def darkness(inhoud):
    """The part of the place of the name that is black."""
    with pypdfium2.PdfDocument(inhoud) as pdf:
        plaat = pdf[0].render(scale=2, grayscale=True).to_pil().convert("L")
    vak = plaat.crop((2 * 120, 2 * 131, 2 * 170, 2 * 143))
    return sum(v < 60 for v in vak.tobytes()) / (vak.width * vak.height)


def page(inhoud, **staat):
    def bouw(pdf, pagina):
        pagina.obj.Resources.ExtGState = pikepdf.Dictionary(
            G=pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, **staat)
        )

    return make_pdf(inhoud, bouw=bouw)


@pytest.mark.parametrize(
    ("inhoud", "staat"),
    [
        pytest.param(f"/G gs {line(ZIN)}", {"ca": 0.4}, id="doorschijnend"),
        pytest.param(
            f"q /G gs {line(ZIN)} Q {line(ZIN)}", {"ca": 0}, id="eerst onzichtbaar"
        ),
        pytest.param(
            f"/G gs {line(ZIN)}", {"BM": pikepdf.Name.Screen}, id="gemengd"
        ),
        pytest.param(
            f"q 70 704 300 4 re W n {line(ZIN)} Q", {}, id="half afgesneden"
        ),
    ],
)  # fmt: skip
def test_the_box_covers_what_its_text_would_not(inhoud, staat):
    uit = redact(page(inhoud, **staat), NAAM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert darkness(uit.inhoud) > 0.6
    assert NAAM not in shown(uit.inhoud)


def test_a_form_that_is_painted_see_through_has_boxes_that_cover():
    def bouw(pdf, pagina):
        vorm = pdf.make_stream(f"/V gs {line(ZIN)}".encode())
        vorm.Type, vorm.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        vorm.BBox = [0, 0, 595, 842]
        vorm.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency)
        vorm.Resources = pikepdf.Dictionary(
            Font=pagina.obj.Resources.Font,
            ExtGState=pikepdf.Dictionary(V=pikepdf.Dictionary(ca=1)),
        )
        pagina.obj.Resources.XObject = pikepdf.Dictionary(A=pdf.make_indirect(vorm))
        pagina.obj.Resources.ExtGState = pikepdf.Dictionary(
            G=pikepdf.Dictionary(ca=0.4)
        )

    uit = redact(make_pdf("q /G gs /A Do Q", bouw=bouw), NAAM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert darkness(uit.inhoud) > 0.6


def test_a_shadow_that_is_an_image_in_a_mask_makes_a_picture_of_the_page():
    schaduw = Image.new("L", (350, 30), 0)
    ImageDraw.Draw(schaduw).text((10, 5), ZIN, fill=200)

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(schaduw.tobytes())
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width, beeld.Height = schaduw.size
        beeld.ColorSpace, beeld.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        groep = pdf.make_stream(b"q 350 0 0 30 62 690 cm /I Do Q")
        groep.Type, groep.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        groep.BBox = [0, 0, 595, 842]
        groep.Group = pikepdf.Dictionary(
            S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray
        )
        groep.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=beeld))
        masker = pikepdf.Dictionary(
            S=pikepdf.Name.Luminosity, G=pdf.make_indirect(groep)
        )
        pagina.obj.Resources.ExtGState = pikepdf.Dictionary(
            G=pikepdf.Dictionary(SMask=masker)
        )

    inhoud = f"q /G gs 62 690 350 30 re f Q {line(ZIN)}"
    uit = redact(make_pdf(inhoud, bouw=bouw), NAAM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert uit.uitslag.gerasterd
    assert darkness(uit.inhoud) > 0.6


GROND = "1 1 .6 rg 60 {y} 320 -80 re f 0 g\n"
"""The ground of a text box, painted over what stands under it, from a height down."""


@pytest.mark.parametrize("boven", [700, 704, 706, 708, 730])
@pytest.mark.parametrize("rest", ["De zin eronder loopt door tot de rand", ZIN])
def test_the_box_of_a_name_in_a_filled_text_box_lies_on_top(boven, rest):
    """The ground hides all of the line under it, or only a part."""
    inhoud = line(rest, y=702) + GROND.format(y=boven) + line(ZIN)
    uit = redact(make_pdf(inhoud), NAAM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert darkness(uit.inhoud) > 0.6
    assert NAAM not in shown(uit.inhoud)


def test_a_shadow_has_one_box_and_it_is_the_one_on_top():
    inhoud = line(ZIN, x=73, y=699) + GROND.format(y=708) + line(ZIN)
    uit = redact(make_pdf(inhoud), NAAM)
    assert uit.in_orde
    assert not uit.uitslag.gerasterd
    assert shown(uit.inhoud).count("5.1.2e") == 1
    assert darkness(uit.inhoud) > 0.6


def test_a_name_that_is_painted_over_for_the_greater_part_keeps_its_box():
    inhoud = line(ZIN) + "1 g 60 690 320 12 re f\n"
    uit = redact(make_pdf(inhoud), NAAM)
    assert uit.in_orde
    assert darkness(uit.inhoud) > 0.6


def test_a_see_through_picture_over_the_text_does_not_cover_the_code():
    def bouw(pdf, pagina):
        masker = pdf.make_stream(b"\x80" * 100)
        beeld = pdf.make_stream(b"\xff\xff\x00" * 100)
        for ding, soort in ((masker, "DeviceGray"), (beeld, "DeviceRGB")):
            ding.Type, ding.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
            ding.Width, ding.Height, ding.BitsPerComponent = 10, 10, 8
            ding.ColorSpace = pikepdf.Name(f"/{soort}")
        beeld.SMask = pdf.make_indirect(masker)
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=pdf.make_indirect(beeld))

    invoer = make_pdf(f"{line(ZIN)} q 320 0 0 40 60 685 cm /I Do Q", bouw=bouw)
    uit = redact(invoer, NAAM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    with pypdfium2.PdfDocument(uit.inhoud) as pdf:
        plaat = pdf[0].render(scale=2, grayscale=True).to_pil().convert("L")
    vak = plaat.crop((2 * 124, 2 * 131, 2 * 186, 2 * 143)).tobytes()
    assert min(vak) < 20  # as black as a box is
    assert max(vak) > 240  # as white as its code is
