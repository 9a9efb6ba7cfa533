"""P6, P10: what a program called its pictures, fonts, classes and types tells of nobody."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import line, make_pdf, places_of, redact, shown
from lekbouw import cover, form, in_structure

from pipeline.pdf.schoon import sleutelnamen

NAAM, SLEUTEL = "Quirijn Zwartveldhuis", "Zwartveldhuis"
TEKST = line(f"Behandeld door {NAAM}")
VIERKANT = "0 0 1 rg 72 500 90 90 re f"


def as_form(pdf, pagina):
    vorm = form(pdf, VIERKANT, Name=pikepdf.Name("/beeld_zwartveldhuis"))
    pagina.obj.Resources.XObject = pikepdf.Dictionary({"/QZwartveldhuis": vorm})
    pagina.contents_add(pdf.make_stream(b" /QZwartveldhuis Do"))


def as_font(pdf, pagina):
    letters = pagina.obj.Resources.Font
    letters["/Zwartveldhuis"] = letters.F1
    letters.F1.Name = pikepdf.Name("/Zwartveldhuis")
    pagina.contents_add(
        pdf.make_stream(b" BT /Zwartveldhuis 12 Tf 72 640 Td (Blijft) Tj ET")
    )


def in_a_nested_form(pdf, pagina):
    binnen = form(pdf, VIERKANT)
    kast = pikepdf.Dictionary({"/Foto_zwartveldhuis": binnen})
    boven = form(
        pdf, "/Foto_zwartveldhuis Do", Resources=pikepdf.Dictionary(XObject=kast)
    )
    pagina.obj.Resources.XObject = pikepdf.Dictionary(B=boven)
    pagina.contents_add(pdf.make_stream(b" /B Do"))


def as_class_and_type(pdf, pagina):
    in_structure(pdf, pagina)
    pagina.obj.Contents = pdf.make_stream(f"/P <</MCID 0>> BDC\n{TEKST}EMC\n".encode())
    wortel = pdf.Root.StructTreeRoot
    soort = pikepdf.Name("/Kop_Zwartveldhuis")
    (element,) = wortel.K
    for sleutel in ("/ActualText", "/Alt", "/E", "/T"):
        del element[sleutel]
    element.C, element.S = pikepdf.Name("/Zwartveldhuis"), soort
    plaats = pikepdf.Dictionary(O=pikepdf.Name.Layout, Placement=pikepdf.Name.Block)
    wortel.ClassMap = pikepdf.Dictionary({"/Zwartveldhuis": plaats})
    wortel.RoleMap = pikepdf.Dictionary({str(soort): pikepdf.Name.H1})


def as_mark(pdf, pagina):
    as_class_and_type(pdf, pagina)
    merk = f"/Opmaak#20Zwartveldhuis << /MCID 0 >> BDC\n{TEKST}EMC\n"
    los = "/Zwartveldhuis BMC 0 0 m 9 9 l S EMC\n/Stip_Zwartveldhuis MP\n"
    pagina.obj.Contents = pdf.make_stream((merk + los).encode())


@pytest.mark.parametrize(
    "bouw", [as_form, as_font, in_a_nested_form, as_class_and_type, as_mark]
)
def test_a_name_in_a_key_goes_and_the_page_shows_what_it_showed(bouw):
    invoer = make_pdf(TEKST, bouw=bouw)
    assert "objecten" in places_of(cover(invoer), SLEUTEL)
    uit = redact(invoer, NAAM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, SLEUTEL)
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        ruw = [d.read_bytes() for d in pdf.objects if isinstance(d, pikepdf.Stream)]
    assert not any(SLEUTEL.lower().encode() in r.lower() for r in ruw)


def test_what_such_a_key_draws_stays():
    assert "Blijft" in shown(redact(make_pdf(TEKST, bouw=as_font), NAAM).inhoud)


def test_what_a_class_said_is_said_by_the_element_itself():
    uit = redact(make_pdf(TEKST, bouw=as_class_and_type), NAAM)
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        element = pdf.Root.StructTreeRoot.K[0]
        assert element.S == pikepdf.Name.H1
        assert element.A[0].Placement == pikepdf.Name.Block


def test_a_name_that_is_left_in_a_mark_holds_the_release(monkeypatch):
    monkeypatch.setattr(sleutelnamen, "tag_names", lambda _: ())
    uit = redact(make_pdf(TEKST, bouw=as_mark), NAAM)
    assert not uit.in_orde
