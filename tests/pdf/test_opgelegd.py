"""What lies on a page is read as it shows: stamps, signatures, fields, drawings used twice."""

from __future__ import annotations

import pikepdf
import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, places_of
from lekbouw import cover, form

from modellen.lakken import Lakvlak
from pipeline.pdf.vrijgave import make_release
from pipeline.readers import read_file
from pipeline.settings import Grenzen

BRIEF = line("Geachte heer, mevrouw, hierbij ontvangt u het stuk.", y=760)


def lay_on(soort, tekst=f"Akkoord: {GEHEIM}", **meer):
    def bouw(pdf, pagina):
        beeld = form(pdf, f"0 0 200 40 re S BT /F1 12 Tf 5 15 Td ({tekst}) Tj ET")
        beeld.BBox, beeld.Resources = [0, 0, 200, 40], pagina.obj.Resources
        aantekening = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{soort}"),
            Rect=[100, 400, 300, 440],
            F=4,
            AP=pikepdf.Dictionary(N=beeld),
            **meer,
        )
        pagina.obj.Annots = pikepdf.Array([pdf.make_indirect(aantekening)])
        if soort == "Widget":
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pagina.obj.Annots)

    return bouw


GEVALLEN = {
    "een stempel": lay_on("Stamp"),
    "een ondertekening": lay_on(
        "Widget", FT=pikepdf.Name.Sig, T=pikepdf.String("handtekening")
    ),
    "een watermerk": lay_on("Watermark"),
    "getypte tekst die anders heet": lay_on("FreeText", Contents=pikepdf.String("x")),
    "een veld dat iets anders toont dan het zegt": lay_on(
        "Widget",
        FT=pikepdf.Name.Tx,
        T=pikepdf.String("naam"),
        V=pikepdf.String("onbekend"),
    ),
    "een knop": lay_on(
        "Widget", FT=pikepdf.Name.Btn, Ff=65536, T=pikepdf.String("knop")
    ),
}


def read(tmp_path, inhoud):
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(inhoud)
    (document,) = read_file(pad, "stuk.pdf", Grenzen()).documenten
    return document


@pytest.mark.parametrize("geval", GEVALLEN)
def test_a_name_that_only_an_appearance_shows_is_read_and_can_be_redacted(
    tmp_path, geval
):
    invoer = make_pdf(BRIEF, bouw=GEVALLEN[geval])
    (blok,) = [b for b in read(tmp_path, invoer).blokken if GEHEIM in b.tekst]
    kaders = tuple(r.kader for r in blok.regels)
    assert places_of(cover(invoer), GEHEIM)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst=GEHEIM, kaders=kaders)
    uit = make_release(invoer, [vlak], OPTIES, "Stuk", [GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)


def test_a_value_is_read_once(tmp_path):
    veld = lay_on(
        "Widget",
        FT=pikepdf.Name.Tx,
        T=pikepdf.String("naam"),
        V=pikepdf.String(f"Akkoord: {GEHEIM}"),
    )
    assert read(tmp_path, make_pdf(BRIEF, bouw=veld)).tekst.count(GEHEIM) == 1


@pytest.mark.parametrize("soort", ["Redact", "Link"])
def test_what_is_no_part_of_the_page_is_not_read(tmp_path, soort):
    assert GEHEIM not in read(tmp_path, make_pdf(BRIEF, bouw=lay_on(soort))).tekst


def test_a_drawing_that_a_page_uses_twice_has_its_words_where_they_show(tmp_path):
    def bouw(pdf, pagina):
        vorm = form(pdf, line(f"Aan {GEHEIM}", y=100), Resources=pagina.obj.Resources)
        pagina.obj.Resources.XObject = pikepdf.Dictionary(V=vorm)
        for hoog in (0, 300, 600):
            pagina.contents_add(pdf.make_stream(b" q 1 0 0 1 0 %d cm /V Do Q" % hoog))

    document = read(tmp_path, make_pdf("", bouw=bouw))
    boven = sorted(r.kader.boven for b in document.blokken for r in b.regels)
    assert boven == pytest.approx([132.6, 432.6, 732.6], abs=1)
