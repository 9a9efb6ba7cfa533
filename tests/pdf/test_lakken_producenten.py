"""Habits of programs that make PDFs, each found to go wrong once."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from lakproef import GEHEIM, line, make_pdf, places_of, redact, shown
from pdfminer.high_level import extract_text

from pipeline.pdf.stand import find_stand

ADRES = "mailto:sanne.van.dijk@voorbeeld.nl"


def as_picture(pdf, pagina):
    """Make a page of which the letters cannot be placed: they are a clipping shape."""
    oud = pagina.obj.Contents.read_bytes().replace(b"BT", b"BT 7 Tr", 1)
    pagina.obj.Contents = pdf.make_stream(b"q " + oud + b" 0 0 595 842 re f Q")


def test_a_page_that_inherits_its_size_is_read_where_it_shows():
    def bouw(pdf, pagina):
        pdf.Root.Pages.MediaBox = pagina.obj.MediaBox
        del pagina.obj["/MediaBox"]

    ruw = make_pdf(line("tekst"), bouw=bouw)
    with pypdfium2.PdfDocument(ruw) as document:
        assert find_stand(document[0]).maat == (595, 842)


def tagged_link(pdf, pagina):
    """A link to a mail address that the structure tree refers to as well."""
    koppeling = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[60, 690, 200, 715],
            StructParent=1,
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(ADRES)),
        )
    )
    pagina.obj.Annots = [koppeling]
    wortel = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    element = pdf.make_indirect(
        pikepdf.Dictionary(
            S=pikepdf.Name.Link,
            P=wortel,
            K=[pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=koppeling)],
        )
    )
    wortel.K = element
    wortel.ParentTree = pikepdf.Dictionary(Nums=[1, element])
    pdf.Root.StructTreeRoot = wortel
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


def test_a_link_that_only_the_structure_still_names_is_gone():
    invoer = make_pdf(line(GEHEIM), bouw=tagged_link)
    uit = redact(invoer, GEHEIM, naalden=[GEHEIM, "sanne.van.dijk"])
    assert uit.in_orde
    assert not places_of(uit.inhoud, "sanne.van.dijk")


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_what_remains_on_a_picture_can_be_read(draai):
    def bouw(pdf, pagina):
        as_picture(pdf, pagina)
        pagina.obj.Rotate = draai

    uit = redact(make_pdf(line(f"Beste {GEHEIM}, tot morgen"), bouw=bouw), GEHEIM)
    assert uit.uitslag.gerasterd
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    for gelezen in (shown(uit.inhoud), extract_text(io.BytesIO(uit.inhoud))):
        woorden = gelezen.split()
        assert {"Beste", "5.1.2e", "tot", "morgen"} <= set(woorden)
        assert "Dijk" not in gelezen
