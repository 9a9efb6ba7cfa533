"""Odd and hostile documents: handled, or refused with a message."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, places_of, redact, shown
from PIL import Image

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.errors import InvoerError
from pipeline.pdf.nesten import check_usable
from pipeline.pdf.vrijgave import make_release

ZIN = f"Aan {GEHEIM} en anderen"


def turned(pdf, pagina):
    pdf.Root.Pages.Rotate = 90


def cropped(pdf, pagina):
    pagina.obj.CropBox = pikepdf.Array([50, 100, 500, 800])


def doubled(pdf, pagina):
    pagina.obj.UserUnit = 2


VREEMD = {
    "een draaiing die de bladzijde erft": (line(ZIN), turned),
    "een verschoven uitsnede": (line(ZIN), cropped),
    "een grotere eenheid": (line(ZIN), doubled),
    "een negatieve lettergrootte": (
        f"BT /F1 -12 Tf -1 0 0 -1 72 700 Tm ({ZIN}) Tj ET",
        None,
    ),
    "gespiegelde assen": (
        f"q 1 0 0 -1 0 842 cm BT /F1 12 Tf 1 0 0 -1 72 142 Tm ({ZIN}) Tj ET Q",
        None,
    ),
    "een schuine regel": (f"BT /F1 12 Tf .87 .5 -.5 .87 72 300 Tm ({ZIN}) Tj ET", None),
    "gerekt en gespatieerd": (
        f"BT /F1 12 Tf 60 Tz 2 Tc 5 Tw 72 300 Td ({ZIN}) Tj ET",
        None,
    ),
    "opdrachten die op elkaar volgen": (
        f"BT /F1 12 Tf 72 300 Td (Aan {GEHEIM}) Tj ( en) Tj ( anderen) Tj ET",
        None,
    ),
    "een tekst zonder einde": (f"BT /F1 12 Tf 72 300 Td ({ZIN}) Tj", None),
}


@pytest.mark.parametrize("geval", VREEMD)
def test_an_odd_page_is_redacted_in_place(geval):
    inhoud, bouw = VREEMD[geval]
    uit = redact(make_pdf(inhoud, bouw=bouw), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    assert not uit.uitslag.gerasterd
    assert len(uit.uitslag.geplaatst) == 1


def test_a_page_as_large_as_a_hall_becomes_a_picture_that_fits():
    clip = f"BT 7 Tr /F1 12 Tf 72 300 Td ({ZIN}) Tj ET"
    uit = redact(make_pdf(clip, breed=14400, hoog=14400), GEHEIM)
    assert uit.in_orde
    assert len(uit.inhoud) < 5_000_000


def test_a_form_that_contains_itself_becomes_a_picture():
    def bouw(pdf, pagina):
        vorm = pdf.make_stream(b"")
        vorm.Type, vorm.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        vorm.BBox = [0, 0, 595, 842]
        kast = pikepdf.Dictionary(A=vorm)
        vorm.Resources = pikepdf.Dictionary(
            Font=pagina.obj.Resources.Font, XObject=kast
        )
        vorm.write((line(ZIN) + " /A Do").encode())
        pagina.obj.Resources.XObject = pikepdf.Dictionary(A=vorm)
        pagina.obj.Contents = pdf.make_stream(b"/A Do")

    uit = redact(make_pdf("", bouw=bouw), GEHEIM)
    assert uit.in_orde
    assert uit.uitslag.gerasterd
    assert not places_of(uit.inhoud, GEHEIM)


def test_forms_that_multiply_are_refused():
    def bouw(pdf, pagina):
        vorige = None
        for _ in range(11):
            vorm = pdf.make_indirect(pdf.make_stream(b"/A Do " * 8))
            vorm.Type, vorm.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            vorm.BBox = [0, 0, 595, 842]
            kast = pikepdf.Dictionary() if vorige is None else {"/A": vorige}
            vorm.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(kast))
            vorige = vorm
        pagina.obj.Resources.XObject = pikepdf.Dictionary(A=vorige)
        pagina.obj.Contents = pdf.make_stream(b"/A Do")

    with pytest.raises(InvoerError, match="niet te openen"):
        redact(make_pdf("", bouw=bouw), GEHEIM)


def packed(grootte):
    """Zeroes, packed without ever being whole in memory."""
    pers, blok = zlib.compressobj(9), bytes(1_000_000)
    delen = [pers.compress(blok) for _ in range(grootte // len(blok))]
    return b"".join([*delen, pers.flush()])


def test_a_picture_that_unpacks_without_end_is_not_opened():
    def bouw(pdf, pagina):
        beeld = pikepdf.Stream(pdf, packed(450_000_000))
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width = beeld.Height = 60_000
        beeld.BitsPerComponent, beeld.ColorSpace = 1, pikepdf.Name.DeviceGray
        beeld.Filter = pikepdf.Name.FlateDecode
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=beeld)
        inhoud = "q 500 0 0 700 0 0 cm /I Do Q " + line(ZIN)
        pagina.obj.Contents = pdf.make_stream(inhoud.encode())

    uit = redact(make_pdf("", bouw=bouw), GEHEIM)
    assert uit.in_orde
    assert uit.uitslag.gerasterd


def test_a_page_that_unpacks_without_end_is_refused():
    def bouw(pdf, pagina):
        inhoud = pikepdf.Stream(pdf, packed(1_000_000_000))
        inhoud.Filter = pikepdf.Name.FlateDecode
        pagina.obj.Contents = inhoud

    with pytest.raises(InvoerError):
        redact(make_pdf("", bouw=bouw), GEHEIM)


def test_a_damaged_table_is_mended_and_said():
    heel = make_pdf(line(ZIN))
    for stuk in (heel.replace(b"startxref", b"startxxxx"), heel[: len(heel) * 2 // 3]):
        uit = redact(stuk, GEHEIM)
        assert uit.in_orde
        assert "de bron was beschadigd en is hersteld" in uit.gedaan
        assert not places_of(uit.inhoud, GEHEIM)


@pytest.mark.parametrize("rommel", [b"", b"%PDF-1.4 niets", b"PK\x03\x04", b"\0" * 999])
def test_what_is_no_pdf_is_refused(rommel):
    with pytest.raises(InvoerError, match="beschadigd"):
        redact(rommel, GEHEIM)


def test_what_its_owner_locked_is_refused():
    niets = pikepdf.Permissions(modify_other=False)
    slot = pikepdf.Encryption(owner="baas", user="", allow=niets)
    with pytest.raises(InvoerError, match="niet worden gewijzigd"):
        redact(make_pdf(line(ZIN), opslaan={"encryption": slot}), GEHEIM)


def test_an_image_between_the_operators_is_blackened_in_place():
    def bouw(pdf, pagina):
        inhoud = b"q 100 0 0 100 100 500 cm BI /W 4 /H 4 /BPC 8 /CS /G ID "
        pagina.obj.Contents = pdf.make_stream(inhoud + b"\xc8" * 16 + b" EI Q")

    kader = Kader(links=100, boven=242, rechts=148, onder=292)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(make_pdf("", bouw=bouw), [vlak], OPTIES, "Stuk", [])
    assert uit.in_orde
    assert not uit.uitslag.gerasterd
    assert b"\xc8" * 16 not in uit.inhoud
    assert "5.1.2e" in shown(uit.inhoud)


def test_a_photo_that_nobody_marked_tells_nothing_of_its_maker():
    plaat = Image.effect_noise((60, 60), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = GEHEIM
    plaat.save(los := io.BytesIO(), "JPEG", exif=exif, comment=GEHEIM.encode())

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(los.getvalue() + b"staart " + GEHEIM.encode())
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width = beeld.Height = 60
        beeld.BitsPerComponent, beeld.ColorSpace = 8, pikepdf.Name.DeviceRGB
        beeld.Filter = pikepdf.Name.DCTDecode
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=beeld)
        pagina.obj.Contents = pdf.make_stream(b"q 60 0 0 60 100 200 cm /I Do Q")

    invoer = make_pdf("", bouw=bouw)
    assert places_of(invoer, GEHEIM)
    uit = redact(invoer, naalden=[GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        (beeld,) = (
            o
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        )
        nieuw = pikepdf.PdfImage(beeld).as_pil_image().convert("RGB")
    oud = Image.open(io.BytesIO(los.getvalue())).convert("RGB")
    assert nieuw.tobytes() == oud.tobytes()


@pytest.mark.parametrize("naam", ["Lang", "Page", "Mark", "Font"])
def test_a_surname_that_is_a_word_of_pdf_itself_holds_nothing_up(naam):
    uit = redact(make_pdf(line(f"Aan {naam} en anderen")), naam)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert naam not in shown(uit.inhoud)


def test_forms_that_multiply_are_refused_before_anybody_draws_them(tmp_path):
    def bouw(pdf, pagina):
        def vorm(inhoud, **binnen):
            ding = pdf.make_stream(inhoud)
            ding.Type, ding.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            ding.BBox = [0, 0, 595, 842]
            ding.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(**binnen))
            return ding

        ding = vorm(b"0 0 1 1 re f")
        for _ in range(9):
            ding = vorm(b"/A Do " * 10, A=ding)
        pagina.obj.Resources.XObject = pikepdf.Dictionary(A=ding)

    pad = tmp_path / "bom.pdf"
    pad.write_bytes(make_pdf("/A Do", bouw=bouw))
    with pytest.raises(InvoerError, match="zo vaak hetzelfde"):
        check_usable(pad)
    pad.write_bytes(make_pdf(line("gewoon")))
    check_usable(pad)


def test_an_encrypted_file_does_not_stop_the_folder_it_lies_in(tmp_path):
    pad = tmp_path / "dicht.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(pad, encryption=pikepdf.Encryption(owner="een", user="twee"))
    check_usable(pad)


@pytest.mark.parametrize("doos", [[0, 0, 0, 0], [0, 0, 595, 0], [9, 9, 9, 9]])
def test_a_page_without_a_size_is_redacted_as_programs_show_it(doos):
    def bouw(pdf, pagina):
        pagina.obj.MediaBox = doos

    uit = redact(make_pdf(line(f"Behandeld door {GEHEIM}"), bouw=bouw), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert "Behandeld door" in shown(uit.inhoud)
    assert not places_of(uit.inhoud, GEHEIM)
