"""Pictures of every kind that lie under a mark: its pixels go, the rest stays seen."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pypdfium2
import pytest
from lakproef import OPTIES, make_pdf
from PIL import Image, ImageDraw

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.pdf.vrijgave import make_release

KADER = Kader(links=72, boven=100, rechts=172, onder=150)
"""The left half of a picture that is drawn at 72, 692 with a size of 200 by 50."""


def stripes(modus="L"):
    """Bars that are told apart: an eye sees which are gone."""
    plaat = Image.new("L", (200, 50), 255)
    kwast = ImageDraw.Draw(plaat)
    for x in range(4, 200, 20):
        kwast.rectangle((x, 10, x + 8, 40), fill=30)
    return plaat.convert(modus)


def stream(pdf, data, maat, **velden):
    beeld = pdf.make_stream(data)
    beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    beeld.Width, beeld.Height = maat
    for naam, waarde in velden.items():
        beeld[f"/{naam}"] = waarde
    return beeld


def tint(pdf):
    """What makes ink grey: a function of one value."""
    return pikepdf.Dictionary(
        FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1
    )


def separation(pdf):
    inkt = Image.eval(stripes(), lambda v: 255 - v)
    ruimte = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name("/Zwart"), pikepdf.Name.DeviceCMYK,
         tint(pdf)]
    )  # fmt: skip
    return stream(pdf, inkt.tobytes(), inkt.size, BitsPerComponent=8, ColorSpace=ruimte)


def four_inks(pdf):
    """A photo of a printer: four inks in a profile, turned round as Adobe does."""
    uit = io.BytesIO()
    stripes("CMYK").save(uit, "JPEG", quality=95)
    profiel = stream(pdf, b"", (1, 1), N=4, Alternate=pikepdf.Name.DeviceCMYK)
    for sleutel in ("/Type", "/Subtype", "/Width", "/Height"):
        del profiel[sleutel]
    ruimte = pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_indirect(profiel)])
    return stream(
        pdf, uit.getvalue(), (200, 50), BitsPerComponent=8, ColorSpace=ruimte,
        Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip


def one_pixel_of_ink(pdf):
    """A page in layers, as copiers make small files: a pixel seen through a stencil."""
    vorm = stripes().point(lambda v: 255 if v > 128 else 0).convert("1")
    masker = stream(pdf, vorm.tobytes(), vorm.size, ImageMask=True, BitsPerComponent=1)
    return stream(
        pdf, b"\x10", (1, 1), BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray,
        Mask=pdf.make_indirect(masker),
    )  # fmt: skip


def sixteen_bits(pdf):
    diep = b"".join(bytes((v, v)) for v in stripes().tobytes())
    return stream(
        pdf, diep, (200, 50), BitsPerComponent=16, ColorSpace=pikepdf.Name.DeviceGray
    )


def palette(pdf):
    kleuren = bytes([0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0])
    ruimte = pikepdf.Array(
        [pikepdf.Name.Indexed, pikepdf.Name.DeviceCMYK, 2, pikepdf.String(kleuren)]
    )
    wijs = stripes().point(lambda v: 0 if v > 128 else 1)
    return stream(pdf, wijs.tobytes(), (200, 50), BitsPerComponent=8, ColorSpace=ruimte)


def page_with(beeld):
    def bouw(pdf, pagina):
        ding = pdf.make_indirect(beeld(pdf))
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=ding)
        pagina.obj.Contents = pdf.make_stream(b"q 200 0 0 50 72 692 cm /I Do Q")

    return make_pdf("", bouw=bouw)


def looks(inhoud):
    with pypdfium2.PdfDocument(inhoud) as pdf:
        return pdf[0].render(scale=2, grayscale=True).to_pil().convert("L")


SOORTEN = [separation, four_inks, one_pixel_of_ink, sixteen_bits, palette]


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda s: s.__name__)
def test_the_marked_half_goes_and_the_other_looks_as_it_did(soort):
    bron = page_with(soort)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(KADER,))
    uit = make_release(bron, [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd

    voor, na = looks(bron), looks(uit.inhoud)
    rechts = (360, 200, 544, 300)
    verschil = [
        abs(a - b)
        for a, b in zip(
            voor.crop(rechts).tobytes(), na.crop(rechts).tobytes(), strict=True
        )
    ]
    assert sum(verschil) / len(verschil) < 12
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        beelden = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)
                   and o.get("/Subtype") == "/Image"]  # fmt: skip
        assert beelden
        for beeld in beelden:
            linker = pikepdf.PdfImage(beeld).as_pil_image().convert("L")
            helft = linker.crop((4, 0, linker.width // 2 - 4, linker.height))
            laagst, hoogst = helft.getextrema()
            assert hoogst - laagst < 40, "een streep is nog te zien"


@pytest.mark.parametrize("maat", [(200, 1), (1, 1), (15_000, 20)])
def test_a_picture_of_an_odd_size_is_blacked_too(maat):
    def beeld(pdf):
        aantal = maat[0] * maat[1]
        return stream(
            pdf, zlib.compress(bytes([90, 10, 60, 0]) * aantal), maat,
            BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceCMYK,
            Filter=pikepdf.Name.FlateDecode,
        )  # fmt: skip

    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(KADER,))
    uit = make_release(page_with(beeld), [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]


def test_a_stencil_with_too_little_in_it_makes_a_picture_of_its_page():
    def beeld(pdf):
        return stream(pdf, b"\0" * 30, (200, 50), ImageMask=True, BitsPerComponent=1)

    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(KADER,))
    uit = make_release(page_with(beeld), [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde
    assert uit.uitslag.gerasterd
