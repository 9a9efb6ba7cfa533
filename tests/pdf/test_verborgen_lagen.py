"""P9: what a layer hides does not come into view, however the layer is switched off."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import GEHEIM, line, make_pdf, places_of, redact, shown
from lekbouw import NAAM, cover, form
from pikepdf import Array, Dictionary, Name

STIL = "Vertrouwelijk bedrag 84000"


def group(pdf, **extra):
    return pdf.make_indirect(
        Dictionary(Type=Name.OCG, Name=pikepdf.String("laag"), **extra)
    )


def membership(aan, uit, **extra):
    return Dictionary(Type=Name.OCMD, OCGs=[aan, uit], **extra)


def rule(*delen):
    return Array([Name(f"/{delen[0]}"), *delen[1:]])


VERBORGEN = {
    "lid van een groep die uit is": lambda _aan, uit: Dictionary(
        Type=Name.OCMD, OCGs=uit
    ),
    "alle groepen moeten aan zijn": lambda aan, uit: membership(aan, uit, P=Name.AllOn),
    "alle groepen moeten uit zijn": lambda aan, uit: membership(
        aan, uit, P=Name.AllOff
    ),
    "een uitdrukking met en": lambda aan, uit: membership(
        aan, aan, VE=rule("And", aan, uit)
    ),
    "een uitdrukking met niet": lambda aan, _uit: membership(
        aan, aan, VE=rule("Not", aan)
    ),
    "een uitdrukking in een uitdrukking": lambda aan, uit: membership(
        aan, aan, VE=rule("Or", uit, rule("And", aan, rule("Not", aan)))
    ),
    "een uitdrukking die niemand kent": lambda aan, uit: membership(
        aan, aan, VE=rule("Xor", aan, uit)
    ),
    "een eis die niemand kent": lambda aan, _uit: membership(
        aan, aan, P=Name("/MostOn")
    ),
}
ZICHTBAAR = {
    "een van de groepen is aan": membership,
    "een van de groepen is uit": lambda aan, uit: membership(aan, uit, P=Name.AnyOff),
    "een uitdrukking met of": lambda aan, uit: membership(
        uit, uit, VE=rule("Or", aan, uit)
    ),
    "een lidmaatschap zonder groepen": lambda _aan, _uit: Dictionary(
        Type=Name.OCMD, OCGs=Array([])
    ),
}


def make_layered(maak):
    """A page with a line in a layer that ``maak`` makes of a group on and one off."""

    def bouw(pdf, pagina):
        aan, uit = group(pdf), group(pdf)
        pdf.Root.OCProperties = Dictionary(
            OCGs=[aan, uit], D=Dictionary(OFF=[uit], Order=[aan, uit])
        )
        laag = pdf.make_indirect(maak(aan, uit))
        pagina.obj.Resources.Properties = Dictionary(L=laag)
        stuk = f"\n/OC /L BDC\n{line(STIL, y=500)}EMC\n"
        pagina.obj.Contents = pdf.make_stream((NAAM + stuk).encode())

    return make_pdf("", bouw=bouw)


@pytest.mark.parametrize("hoe", VERBORGEN)
def test_what_a_membership_hides_is_gone(hoe):
    invoer = make_layered(VERBORGEN[hoe])
    assert places_of(cover(invoer), STIL)
    uit = redact(invoer, GEHEIM)
    assert not places_of(uit.inhoud, STIL)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


@pytest.mark.parametrize("hoe", ZICHTBAAR)
def test_what_a_membership_shows_stays(hoe):
    uit = redact(make_layered(ZICHTBAAR[hoe]), GEHEIM)
    assert STIL in shown(uit.inhoud)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


def test_a_group_that_its_usage_hides_is_gone():
    def maak(aan, uit):
        aan.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
        return membership(aan, aan)

    invoer = make_layered(maak)
    assert places_of(cover(invoer), STIL)
    assert not places_of(redact(invoer, GEHEIM).inhoud, STIL)


@pytest.mark.parametrize("verborgen", [True, False])
def test_a_note_in_a_layer_is_drawn_only_where_the_layer_shows(verborgen):
    def bouw(pdf, pagina):
        laag = group(pdf)
        uit = [laag] if verborgen else []
        pdf.Root.OCProperties = Dictionary(OCGs=[laag], D=Dictionary(OFF=Array(uit)))
        beeld = form(pdf, f"BT /F1 12 Tf 2 4 Td ({STIL}) Tj ET")
        beeld.BBox, beeld.Resources = [0, 0, 200, 20], pagina.obj.Resources
        noot = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=[72, 500, 272, 520], F=4,
            AP=Dictionary(N=beeld), OC=laag,
        )  # fmt: skip
        pagina.obj.Annots = [pdf.make_indirect(noot)]

    uit = redact(make_pdf(NAAM, bouw=bouw), GEHEIM)
    assert bool(places_of(uit.inhoud, STIL)) is not verborgen
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        assert "/OCProperties" not in pdf.Root
