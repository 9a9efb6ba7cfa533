"""Habits of programs that make PDFs, each found to go wrong once."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, places_of, redact, shown
from pdfminer.high_level import extract_text

from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.pdf.lakken.zoeken import fold
from pipeline.pdf.ocr import make_lines, read_tsv
from pipeline.pdf.omzetten.versiering import mark_decoration
from pipeline.pdf.stand import find_stand
from pipeline.pdf.vrijgave import make_release
from pipeline.readers.pdf.alineas import make_paragraphs

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


def test_replacement_text_around_a_name_goes_and_the_page_stays_text():
    def regel(tekst, y):
        return f"/Span <</ActualText ({tekst})>> BDC {line(tekst, y=y)} EMC\n"

    invoer = make_pdf(regel(f"Beste {GEHEIM}, tot morgen", 700) + regel("Vandaag", 680))
    uit = redact(invoer, GEHEIM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    assert not places_of(uit.inhoud, GEHEIM)
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b"ActualText") == 1


@pytest.mark.parametrize("tweede", [line(GEHEIM, x=72.3), line(GEHEIM, grootte=12.4)])
def test_a_name_that_is_printed_twice_goes_twice_under_one_box(tweede):
    uit = redact(make_pdf(line(GEHEIM) + tweede), GEHEIM, naalden=[GEHEIM, "Sanne"])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert shown(uit.inhoud).count("5.1.2e") == 1


@pytest.mark.parametrize("hoek", ["0.866 0.5 -0.5 0.866", "-1 0 0 -1", "1 0 0.3 1"])
def test_a_slanting_line_stays_text(hoek):
    invoer = make_pdf(
        f"BT /F1 12 Tf {hoek} 300 300 Tm (Aan {GEHEIM} gericht) Tj 0 -14 Td "
        "(een tweede regel er vlak onder die lang is) Tj ET"
    )
    uit = redact(invoer, GEHEIM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    assert "Dijk" not in shown(uit.inhoud)


@pytest.mark.parametrize("grootte", ["-12 Tf -1 0 0 -1", "-12 Tf -100 Tz 1 0 0 -1"])
def test_a_code_turns_with_letters_of_negative_size(grootte):
    uit = redact(
        make_pdf(f"BT /F1 {grootte} 72 700 Tm (Aan {GEHEIM} zelf) Tj ET"), GEHEIM
    )
    assert uit.in_orde
    vak = uit.uitslag.geplaatst[0].kader
    with pypdfium2.PdfDocument(uit.inhoud) as document:
        blad = document[0]
        doos = (vak.links, 842 - vak.onder, vak.rechts, 842 - vak.boven)
        assert blad.get_textpage().get_text_bounded(*doos).strip() == "5.1.2e"


def test_a_line_that_runs_off_the_page_keeps_only_what_shows():
    uit = redact(make_pdf(line("zichtbaar en onzichtbaar", x=500)))
    assert "zichtb" in shown(uit.inhoud)
    assert not places_of(uit.inhoud, "onzichtbaar")


def test_a_pattern_without_letters_leaves_the_page_alone():
    def bouw(pdf, pagina):
        patroon = pdf.make_stream(b"0 0 5 5 re f")
        patroon.PatternType = patroon.PaintType = patroon.TilingType = 1
        patroon.BBox, patroon.XStep, patroon.YStep = [0, 0, 9, 9], 9, 9
        patroon.Resources = pikepdf.Dictionary(Font=pagina.obj.Resources.Font)
        pagina.obj.Resources.Pattern = pikepdf.Dictionary(P=patroon)

    vulling = "q /Pattern cs /P scn 50 50 100 100 re f Q "
    uit = redact(make_pdf(vulling + line(GEHEIM), bouw=bouw), GEHEIM)
    assert uit.in_orde
    assert not uit.uitslag.gerasterd


@pytest.mark.parametrize("naam", ["ArialMT", "Arial,Bold", "TimesNewRomanPS-BoldMT"])
def test_a_common_font_that_is_not_embedded_is_measured(naam):
    def bouw(_, pagina):
        pagina.obj.Resources.Font.F1.BaseFont = pikepdf.Name(f"/{naam}")

    uit = redact(make_pdf(line(f"Aan {GEHEIM} zelf"), bouw=bouw), GEHEIM)
    assert uit.in_orde
    assert not uit.uitslag.gerasterd


def test_an_empty_string_in_a_run_moves_nothing():
    na = "BT /F1 12 Tf 72 650 Td [(Een) () -300 (regel) -900] TJ (verder) Tj ET"
    uit = redact(make_pdf(line(f"{GEHEIM} hier") + na), GEHEIM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd


def test_marks_of_direction_do_not_hide_a_name():
    assert fold("\u200fSanne\u200e van\u202c Di\u00adjk") == "sannevandijk"


GRIJS = {"ColorSpace": pikepdf.Name.DeviceGray, "BitsPerComponent": 8}
INKT = {
    "gewoon": (b"\xa0", GRIJS),
    "omgekeerd": (b"\x5f", GRIJS | {"Decode": [1, 0]}),
    "zestien bits": (b"\xa0\xa0", GRIJS | {"BitsPerComponent": 16}),
    "vier inkten": (
        b"\0\0\0\x5f",
        {"ColorSpace": pikepdf.Name.DeviceCMYK, "BitsPerComponent": 8},
    ),
}


@pytest.mark.parametrize("soort", INKT)
@pytest.mark.parametrize("draai", [0, 90])
def test_on_a_scan_the_words_go_and_the_line_stays(soort, draai):
    pixel, sleutels = INKT[soort]

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(pixel * 100 * 100)
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width = beeld.Height = 100
        for sleutel, waarde in sleutels.items():
            beeld[f"/{sleutel}"] = waarde
        pagina.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=beeld))
        pagina.obj.Rotate = draai

    invoer = make_pdf("q 400 0 0 400 0 0 cm /I Do Q", bouw=bouw, breed=400, hoog=400)
    woord = Kader(100, 100, 180, 120)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", tekst=GEHEIM, kaders=(woord,))
    uit = make_release(invoer, [vlak], OPTIES, "Stuk", [GEHEIM])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    with pypdfium2.PdfDocument(uit.inhoud) as document:
        blad = document[0]
        assert blad.get_textpage().get_text_bounded().strip() == "5.1.2e"
        plaat = blad.render(scale=1).to_pil().convert("L")
    assert plaat.getpixel((104, 104)) == 0
    assert abs(plaat.getpixel((60, 110)) - plaat.getpixel((300, 300))) < 3
    assert 100 < plaat.getpixel((60, 110)) < 220


def test_a_recognised_line_knows_its_words():
    kop = [
        "level",
        "block_num",
        "par_num",
        "line_num",
        "left",
        "top",
        "width",
        "height",
        "conf",
        "text",
    ]
    rijen = [
        ["5", "1", "1", "1", "300", "300", "100", "40", "95", "Beste"],
        ["5", "1", "1", "1", "420", "300", "120", "40", "95", "Sanne,"],
    ]
    tabel = "\n".join("\t".join(rij) for rij in [kop, *rijen])
    (regel,) = make_lines(read_tsv(tabel), 300 / 72)
    (alinea,) = make_paragraphs([regel], frozenset(), (0.0, 500.0))
    assert alinea.tekst == "Beste Sanne,"
    (kader,) = alinea.regels
    assert [(w.begin, w.eind, w.kader.links) for w in kader.woorden] == [
        (0, 5, 72.0),
        (6, 12, 100.8),
    ]


def test_lines_outside_all_tags_become_decoration():
    kaal = "0 0 m 9 9 l S 5 5 20 20 re W n /P <</MCID 0>> BDC 1 1 m 2 2 l S EMC"
    ruw = make_pdf(kaal)
    with pikepdf.open(io.BytesIO(ruw)) as pdf:
        mark_decoration(pdf)
        bevelen = [str(b.operator) for b in pikepdf.parse_content_stream(pdf.pages[0])]
    assert bevelen == (
        ["BMC", "m", "l", "S", "EMC", "re", "W", "n", "BDC", "m", "l", "S", "EMC"]
    )


def test_a_note_and_a_picture_keep_what_a_reader_needs():
    def bouw(pdf, pagina):
        tagged_link(pdf, pagina)
        wortel = pdf.Root.StructTreeRoot
        for soort in ("Note", "Figure"):
            element = pikepdf.Dictionary(S=pikepdf.Name(f"/{soort}"), P=wortel)
            element.ID = pikepdf.String(GEHEIM)
            wortel.K.K.append(pdf.make_indirect(element))

    uit = redact(make_pdf(line(GEHEIM), bouw=bouw), GEHEIM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        noot, beeld = pdf.Root.StructTreeRoot.K.K
        assert str(noot.ID) == "noot000001"
        assert str(beeld.Alt) == "afbeelding"
        assert "/ID" not in beeld


def test_a_name_in_a_hidden_layer_costs_the_page_nothing():
    def bouw(pdf, pagina):
        laag = pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("uit"))
        laag = pdf.make_indirect(laag)
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[laag], D=pikepdf.Dictionary(OFF=[laag])
        )
        pagina.obj.Resources.Properties = pikepdf.Dictionary(L=laag)

    ruw = f"/OC /L BDC {line(GEHEIM, y=400)} EMC {line('zichtbaar')}"
    uit = redact(make_pdf(ruw, bouw=bouw), GEHEIM)
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    assert not uit.uitslag.geplaatst
    assert "zichtbaar" in shown(uit.inhoud)
    assert not places_of(uit.inhoud, GEHEIM)
