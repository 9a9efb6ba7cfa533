"""Tags: a page that becomes a picture keeps them; a form that changes keeps its own."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, places_of, redact
from pikepdf import Array, Dictionary, Name

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.pdf.lakken.codes import parse_tounicode
from pipeline.pdf.vrijgave import make_release

ZIN = f"Aan {GEHEIM} en anderen"
UITSNEDE = "BT 7 Tr /F1 12 Tf 72 600 Td (uitsnede) Tj ET"


def mark(soort, nummer, inhoud):
    return f"/{soort} <</MCID {nummer}>> BDC {inhoud} EMC"


def tagged(pdf, houder, soorten, *, stroom=None):
    """Give the marks of a page or form a structure tree."""
    pagina = pdf.pages[0].obj
    wortel = pdf.Root.get("/StructTreeRoot") or pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array())
    )
    pdf.Root.StructTreeRoot = wortel
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    rij = Array()
    for nummer, soort in enumerate(soorten):
        merk = nummer
        if stroom is not None:
            merk = Dictionary(Type=Name.MCR, MCID=nummer, Stm=stroom)
        element = Dictionary(
            Type=Name.StructElem, S=Name(f"/{soort}"), P=wortel, Pg=pagina, K=merk
        )
        rij.append(pdf.make_indirect(element))
        wortel.K.append(rij[-1])
    houder.StructParents = 0
    wortel.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, rij])))


def make_form(pdf, pagina):
    """A form with the sentence in a mark of its own, under the name A."""
    vorm = pdf.make_stream(mark("P", 0, line(ZIN)).encode())
    vorm.Type, vorm.Subtype = Name.XObject, Name.Form
    vorm.BBox = [0, 0, 595, 842]
    vorm.Resources = Dictionary(Font=pagina.obj.Resources.Font)
    pagina.obj.Resources.XObject = Dictionary(A=vorm)
    return vorm


def words_by_tag(inhoud):
    """The text of each mark on the first page by its tag, as the structure gives it."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        pagina = pdf.pages[0]
        letters = {}
        kaart = parse_tounicode(pagina.Resources.Font["/VwLaag"].ToUnicode.read_bytes())
        huidig = None
        for bevel in pikepdf.parse_content_stream(pagina):
            naam = str(bevel.operator)
            if naam == "BDC":
                huidig = int(bevel.operands[1].MCID)
                letters.setdefault(huidig, "")
            elif naam in {"EMC", "BMC"}:
                huidig = None
            elif naam == "Tj" and huidig is not None:
                ruw = bytes(bevel.operands[0])
                codes = [int.from_bytes(ruw[i : i + 2]) for i in range(0, len(ruw), 2)]
                letters[huidig] += "".join(kaart[c] for c in codes)
        wortel = pdf.Root.StructTreeRoot
        return [(str(e.S)[1:], letters[int(e.K)].strip()) for e in wortel.K]


def test_a_page_that_becomes_a_picture_keeps_its_tags():
    def bouw(pdf, pagina):
        inhoud = " ".join(
            [
                mark("H1", 0, line("Verslag", y=750)),
                mark("P", 1, line(ZIN, y=700)),
                mark("P", 2, line("Rondvraag en sluiting", y=650)),
                UITSNEDE,
            ]
        )
        pagina.obj.Contents = pdf.make_stream(inhoud.encode())
        tagged(pdf, pagina.obj, ["H1", "P", "P"])

    uit = redact(make_pdf("", bouw=bouw), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert uit.uitslag.gerasterd
    assert words_by_tag(uit.inhoud) == [
        ("H1", "Verslag"),
        ("P", "Aan en anderen 5.1.2e"),
        ("P", "Rondvraag en sluiting"),
    ]


def test_words_in_a_form_stand_in_the_mark_around_the_form():
    def bouw(pdf, pagina):
        make_form(pdf, pagina)
        inhoud = mark("H1", 0, line("Verslag", y=750)) + mark("P", 1, "/A Do")
        pagina.obj.Contents = pdf.make_stream(f"{inhoud} {UITSNEDE}".encode())
        tagged(pdf, pagina.obj, ["H1", "P"])

    uit = redact(make_pdf("", bouw=bouw), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert uit.uitslag.gerasterd
    assert words_by_tag(uit.inhoud) == [
        ("H1", "Verslag"),
        ("P", "Aan en anderen 5.1.2e"),
    ]


def test_a_page_without_tags_gets_none():
    uit = redact(make_pdf(line(ZIN) + UITSNEDE), GEHEIM)
    with pikepdf.open(BytesIO(uit.inhoud)) as pdf:
        bevelen = {str(b.operator) for b in pikepdf.parse_content_stream(pdf.pages[0])}
    assert uit.uitslag.gerasterd
    assert not bevelen & {"BDC", "BMC", "EMC"}


@pytest.mark.parametrize("uitsnede", ["", UITSNEDE])
def test_tags_within_a_form_do_not_keep_the_old_form(uitsnede):
    def bouw(pdf, pagina):
        vorm = make_form(pdf, pagina)
        pagina.obj.Contents = pdf.make_stream(f"/A Do {uitsnede}".encode())
        tagged(pdf, vorm, ["P"], stroom=vorm)

    uit = redact(make_pdf("", bouw=bouw), GEHEIM)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert not places_of(uit.inhoud, GEHEIM)
    with pikepdf.open(BytesIO(uit.inhoud)) as pdf:
        (element,) = pdf.Root.StructTreeRoot.K
        getekend = {x.objgen for x in pdf.pages[0].Resources.XObject.values()}
        kinderen = element.get("/K", [])
        merken = [kinderen] if isinstance(kinderen, Dictionary) else list(kinderen)
        assert all(m.Stm.objgen in getekend for m in merken)
        assert bool(merken) is not bool(uit.uitslag.gerasterd)


@pytest.mark.parametrize("uitsnede", ["", UITSNEDE])
def test_a_picture_that_the_tags_refer_to_is_not_kept_as_it_was(uitsnede):
    def bouw(pdf, pagina):
        beeld = pdf.make_stream(bytes([200, 30, 30]) * 100 * 100)
        beeld.Type, beeld.Subtype = Name.XObject, Name.Image
        beeld.Width = beeld.Height = 100
        beeld.BitsPerComponent, beeld.ColorSpace = 8, Name.DeviceRGB
        pagina.obj.Resources.XObject = Dictionary(I=beeld)
        inhoud = mark("Figure", 0, "q 200 0 0 200 100 300 cm /I Do Q") + uitsnede
        pagina.obj.Contents = pdf.make_stream(inhoud.encode())
        tagged(pdf, pagina.obj, ["Figure"])
        (element,) = pdf.Root.StructTreeRoot.K
        element.K = Array([0, Dictionary(Type=Name.OBJR, Obj=beeld)])

    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(Kader(90, 330, 310, 560),))
    uit = make_release(make_pdf("", bouw=bouw), [vlak], OPTIES, "proef", [])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    with pikepdf.open(BytesIO(uit.inhoud)) as pdf:
        beelden = [
            pikepdf.PdfImage(ding).as_pil_image().convert("RGB")
            for ding in pdf.objects
            if isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") == Name.Image
        ]
    rood = [max(b.get_flattened_data())[0] for b in beelden if b.width == 100]
    assert rood == ([0] if not uitsnede else [])
