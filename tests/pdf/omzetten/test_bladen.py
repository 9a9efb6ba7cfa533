"""Workbooks on paper: tables that can be read aloud, with every word whole."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import page
import pdfplumber
import pikepdf
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from modellen.document import Vorm
from pipeline.pdf.omzetten import convert_office, has_office, naar_pdf, to_pdf
from pipeline.pdf.omzetten import kantoor as kantoormodule
from pipeline.readers import read_file
from pipeline.settings import Grenzen

kantoor = pytest.mark.skipif(not has_office(), reason="LibreOffice is niet gevonden")

ROOSTER = [
    ["Gemeente", "Plekken", "Contactpersoon", "Bijzonderheden"],
    ["Veenland", 1234, "Wietske Klaver", "De locatie aan de kade wordt pas in het najaar opgeleverd, zegt de aannemer"],
    ["Zandhuizen", 87, None, "geen"],
    ["Heerderhout", None, "Ad Poldervaart", None],
]  # fmt: skip


def schrijf(pad, rijen, *, naam="Opgave", opmaak=None):
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = naam
    for rij in rijen:
        blad.append(rij)
    for cel in blad[1]:
        cel.font, cel.fill = Font(bold=True), PatternFill("solid", fgColor="DDEEFF")
    if opmaak:
        opmaak(blad)
    boek.save(pad)
    return pad


def lees(pad):
    return read_file(pad, pad.name, Grenzen()).documenten[0]


def cellen(pdf):
    """The table of the first page as the structure tree gives it: rows of cells."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        per_nummer = {}
        for teken in document.pages[0].chars:
            per_nummer.setdefault(teken["mcid"], []).append(teken["text"])
    with pikepdf.open(BytesIO(pdf)) as document:
        tabel = document.Root.StructTreeRoot.K[0].K[0]
        assert tabel.S == "/Table"
        return [[_woorden(td, per_nummer) for td in tr.K] for tr in tabel.K]


def _woorden(td, per_nummer):
    delen = ["".join(per_nummer[int(n)]).strip() for n in td.get("/K", [])]
    return " ".join(delen)


def keur(pdf, tmp_path):
    pad = tmp_path / "keur.pdf"
    pad.write_bytes(pdf)
    return [
        (profiel, f.rule_id)
        for profiel in ("ua1", "pdfa2b")
        for f in page.validate_pdf(str(pad), profile=profiel).failures
    ]


@kantoor
def test_libreoffice_shows_a_sheet_and_its_cells_are_read_row_by_row(tmp_path):
    pad = schrijf(tmp_path / "opgave.xlsx", ROOSTER)
    pdf, hoe = to_pdf(lees(pad), pad)
    assert hoe == "LibreOffice"
    assert keur(pdf, tmp_path) == []
    assert cellen(pdf) == [
        ["Opgave", "", "", ""],
        *([str(c or "") for c in rij] for rij in ROOSTER),
    ]


@kantoor
def test_the_same_workbook_gives_the_same_pages(tmp_path):
    pad = schrijf(tmp_path / "opgave.xlsx", ROOSTER)
    assert convert_office(pad) == convert_office(pad)


def rand(blad):
    """Head and foot as a secretariat has them: with a font, a date and page numbers."""
    blad.oddHeader.left.text = "Opgave R&&D per gemeente"
    blad.oddHeader.right.text = "Contact: Wietske Klaver"
    blad.oddHeader.right.font = "Arial,Bold"
    blad.oddHeader.right.size = 9
    blad.oddFooter.center.text = "&A, pagina &P van &N"
    blad.oddFooter.right.text = "Vastgesteld door Ad Poldervaart op &D"
    blad.evenFooter.left.text = "Staat nergens: alle bladen zijn gelijk"


@pytest.mark.parametrize("kantoor_is_er", [pytest.param(True, marks=kantoor), False])
def test_head_and_foot_of_a_sheet_stand_on_its_pages(
    kantoor_is_er, tmp_path, monkeypatch
):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: kantoor_is_er)
    pad = schrijf(tmp_path / "rand.xlsx", ROOSTER, opmaak=rand)
    stuk = lees(pad)
    zones = [(b.zone.value, b.tekst) for b in stuk.blokken if b.vorm is not Vorm.CEL]
    assert zones == [
        ("koptekst", "Opgave"),
        ("koptekst", "Opgave R&D per gemeente"),
        ("koptekst", "Contact: Wietske Klaver"),
        ("voettekst", "Vastgesteld door Ad Poldervaart op"),
    ]
    pdf, _ = to_pdf(stuk, pad)
    with pdfplumber.open(BytesIO(pdf)) as document:
        tekst = " ".join(document.pages[0].extract_text().split())
    for _, regel in zones:
        assert regel in tekst
    assert (
        tekst.index("Contact: W") < tekst.index("Veenland") < tekst.index("Vastgesteld")
    )
    assert "Staat nergens" not in tekst


@kantoor
def test_a_line_under_words_is_not_the_edge_of_a_row(tmp_path):
    def onderstreep(blad):
        for rij in blad.iter_rows(min_row=2):
            for cel in rij:
                cel.font = Font(underline="single")

    pad = schrijf(tmp_path / "opgave.xlsx", ROOSTER, naam="Blad1", opmaak=onderstreep)
    pdf, _ = to_pdf(lees(pad), pad)
    assert len(cellen(pdf)) == len(ROOSTER)
    assert keur(pdf, tmp_path) == []


@kantoor
def test_a_sheet_with_a_figure_that_does_not_fit_is_set_anew(tmp_path):
    def smal(blad):
        blad.merge_cells("A1:B1")
        blad["A1"].value = 123456789012345
        blad["A1"].number_format = "0.0000000000"

    pad = schrijf(tmp_path / "smal.xlsx", [[None, "x"]], opmaak=smal)
    pdf, hoe = to_pdf(lees(pad), pad)
    assert hoe == "opnieuw opgemaakt"
    with pdfplumber.open(BytesIO(pdf)) as document:
        assert "123456789012345" in document.pages[0].extract_text().replace("\n", "")


def met_grafiek(blad):
    grafiek = BarChart()
    grafiek.title = "Plekken van Wietske Klaver"
    grafiek.add_data(Reference(blad, min_col=2, min_row=1, max_row=3))
    blad.add_chart(grafiek, "F2")


def met_opmerking(blad):
    met_grafiek(blad)
    blad["C4"].comment = Comment("Nog navragen", "W. Klaver")


@pytest.mark.parametrize("kantoor_is_er", [pytest.param(True, marks=kantoor), False])
@pytest.mark.parametrize("opmaak", [met_grafiek, met_opmerking])
def test_where_a_chart_lay_the_pages_say_so(
    kantoor_is_er, opmaak, tmp_path, monkeypatch
):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: kantoor_is_er)
    pad = schrijf(tmp_path / "opgave.xlsx", ROOSTER, opmaak=opmaak)
    pdf, _ = to_pdf(lees(pad), pad)
    with pdfplumber.open(BytesIO(pdf)) as document:
        tekst = "\n".join(b.extract_text() for b in document.pages)
    _, _, lijf = tekst.rpartition("Gemeente")
    assert lijf.count("[afbeelding]") == 1
    assert "van Wietske" not in tekst


@kantoor
def test_a_wide_sheet_runs_over_several_pages_and_stays_readable(tmp_path):
    rijen = [[f"Kolom nummer {k:02d}" for k in range(30)], [7] * 30]
    pad = schrijf(tmp_path / "breed.xlsx", rijen)
    pdf, hoe = to_pdf(lees(pad), pad)
    assert hoe == "LibreOffice"
    assert keur(pdf, tmp_path) == []
    with pdfplumber.open(BytesIO(pdf)) as document:
        assert len(document.pages) > 1
        assert min(t["size"] for t in document.pages[0].chars) > 5


def twee_letters(een, ander):
    """A file with two fonts, the book one and the bold one, under these numbers."""
    dingen = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<<"
        f"/F1 {een} 0 R/F2 {ander} 0 R>>>>>>",
        een: "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        ander: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    }
    uit, plekken = b"%PDF-1.4\n", []
    for nummer in sorted(dingen):
        plekken.append(len(uit))
        uit += f"{nummer} 0 obj\n{dingen[nummer]}\nendobj\n".encode()
    tabel = "".join(f"{plek:010d} 00000 n \n" for plek in plekken)
    kop = f"xref\n0 6\n0000000000 65535 f \n{tabel}trailer\n<</Size 6/Root 1 0 R>>\n"
    return uit + f"{kop}startxref\n{len(uit)}\n%%EOF\n".encode()


def test_an_order_of_chance_in_the_file_of_libreoffice_does_not_last():
    """It numbers its fonts now one way, now the other."""
    ruwe = [twee_letters(4, 5), twee_letters(5, 4)]
    uitkomsten = {kantoormodule._finish(ruw, "Stuk", is_boek=False) for ruw in ruwe}
    assert len(uitkomsten) == 1
