"""An image or form that no page shows is held back, whatever still points at it."""

from __future__ import annotations

import pytest
from lakproef import make_pdf
from pikepdf import Array, Dictionary, Name

from modellen.lakken import Lakuitslag
from pipeline.pdf.controle import Proef
from pipeline.pdf.controle.losse import Losse


def holds(bouw):
    proef = Proef(
        origineel=b"",
        gelakt=make_pdf("", bouw=bouw),
        uitslag=Lakuitslag(geplaatst=()),
        naalden=(),
        opschriften=(),
    )
    controle = Losse(proef)
    for ding in proef.objects():
        controle.look(ding)
    return all(c.geslaagd for c in controle.outcome())


def image(pdf):
    beeld = pdf.make_stream(bytes(3))
    beeld.Type, beeld.Subtype = Name.XObject, Name.Image
    beeld.Width = beeld.Height = 1
    beeld.BitsPerComponent, beeld.ColorSpace = 8, Name.DeviceRGB
    return beeld


def form(pdf, **middelen):
    vorm = pdf.make_stream(b"")
    vorm.Type, vorm.Subtype = Name.XObject, Name.Form
    vorm.BBox, vorm.Resources = [0, 0, 9, 9], Dictionary(middelen)
    return vorm


def on_a_page(pdf, pagina):
    pagina.obj.Resources.XObject = pdf.make_indirect(Dictionary(I=image(pdf)))


def in_a_form(pdf, pagina):
    vorm = form(pdf, **{"/XObject": Dictionary(I=image(pdf))})
    pagina.obj.Resources.XObject = Dictionary(V=vorm)


def as_a_mask(pdf, pagina):
    beeld = image(pdf)
    beeld.SMask = image(pdf)
    pagina.obj.Resources.XObject = Dictionary(I=beeld)


def in_a_state(pdf, pagina):
    masker = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=form(pdf))
    pagina.obj.Resources.ExtGState = Dictionary(A=Dictionary(SMask=masker))


def as_a_look(pdf, pagina):
    knop = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 9, 9])
    knop.AP = Dictionary(N=Dictionary(On=form(pdf), Off=form(pdf)), D=form(pdf))
    pagina.obj.Annots = Array([pdf.make_indirect(knop)])


@pytest.mark.parametrize(
    "bouw", [on_a_page, in_a_form, as_a_mask, in_a_state, as_a_look]
)
def test_what_a_page_shows_may_stay(bouw):
    assert holds(bouw)


def for_the_tags(pdf, pagina):
    merk = Dictionary(Type=Name.OBJR, Obj=image(pdf))
    element = Dictionary(Type=Name.StructElem, S=Name.Figure, K=merk)
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([element]))


def as_a_thumbnail(pdf, pagina):
    pagina.obj.Thumb = image(pdf)


def of_a_program(pdf, pagina):
    pagina.obj.PieceInfo = Dictionary(Maker=Dictionary(Private=form(pdf)))


@pytest.mark.parametrize("bouw", [for_the_tags, as_a_thumbnail, of_a_program])
def test_what_only_something_else_points_at_may_not(bouw):
    assert not holds(bouw)
