from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from functools import partial

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from modellen.document import Zone
from pipeline.readers.werkmap.blad import Ruwcel, Werkblad, address, position
from pipeline.readers.werkmap.rekenen import Rekenaar
from pipeline.readers.werkmap.weergave import show_general, show_value


@pytest.fixture
def werkboek(tmp_path):
    def make(vul, naam="cijfers.xlsx"):
        boek = openpyxl.Workbook()
        vul(boek)
        pad = tmp_path / naam
        boek.save(pad)
        return pad

    return make


def cellen(lezing, nummer=0):
    document = lezing.documenten[0]
    return {
        c.adres: (document.cel_tekst(c), c) for c in document.tabellen[nummer].cellen
    }


def test_stored_value_and_shown_text_are_both_kept(werkboek, lees):
    def vul(boek):
        blad = boek.active
        blad.title = "Puzzel"
        blad.append(
            [
                "Gemeente",
                0.8154,
                5721.9,
                1735,
                date(2024, 7, 19),
                12.5,
                "ntb",
                True,
            ]
        )
        for cel, formaat in zip(
            "BCDEF", ["0%", "#,##0", "#,##0", "dd-mm-yyyy", "General"], strict=True
        ):
            blad[f"{cel}1"].number_format = formaat

    rij = cellen(lees(werkboek(vul)))
    assert {k: v[0] for k, v in rij.items()} == {
        "Puzzel!A1": "Gemeente", "Puzzel!B1": "82%", "Puzzel!C1": "5.722", "Puzzel!D1": "1.735",
        "Puzzel!E1": "19-07-2024", "Puzzel!F1": "12,5", "Puzzel!G1": "ntb", "Puzzel!H1": "WAAR",
    }  # fmt: skip
    assert rij["Puzzel!B1"][1].waarde == "0.8154"
    assert rij["Puzzel!C1"][1].waarde == "5721.9"
    assert rij["Puzzel!E1"][1].waarde is None, "a date is no figure"
    assert str(rij["Puzzel!D1"][1].plaats) == "blad 'Puzzel', cel D1"


def test_a_formula_without_a_stored_result_is_worked_out_and_says_so(werkboek, lees):
    def vul(boek):
        boek.active.append(
            [
                2,
                3.5,
                "=SUM(A1:B1)",
                "=ROUND(C1*100%,0)",
                "=C1/Los!A1",
                "=VLOOKUP(1,A1:B1,1)",
            ]
        )
        boek.active["E1"].number_format = "0%"
        boek.create_sheet("Los").append([11, '=IF(A1>10,"hoog","laag")', "=D1", "=C1"])

    lezing = lees(werkboek(vul))
    rij = cellen(lezing)
    assert [rij[f"Sheet!{k}1"][0] for k in "CDEF"] == ["5,5", "6", "50%", ""]
    assert [rij[f"Sheet!{k}1"][1].waarde for k in "CDEF"] == ["5.5", "6", "0.5", None]
    assert rij["Sheet!C1"][1].formule == "=SUM(A1:B1)"
    assert not any(rij[f"Sheet!{k}1"][1].berekend for k in "CDEF")
    assert rij["Sheet!A1"][1].berekend
    assert cellen(lezing, 1)["Los!B1"][0] == "hoog"
    assert cellen(lezing, 1)["Los!C1"][0] == "", "a circle has no value"


@settings(deadline=None)
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=20))
def test_a_sum_is_the_sum(getallen):
    cel = partial(Ruwcel, kolom=1, soort="n", formaat="General")
    blad = Werkblad()
    for rij, getal in enumerate(getallen, 1):
        blad.cellen[rij, 1] = cel(rij=rij, waarde=str(getal), formule=None)
    blad.cellen[99, 1] = cel(
        rij=99, waarde=None, formule=f"=SUM(A1:A{len(getallen)})-A1", berekend=False
    )
    Rekenaar({"x": blad}).fill("x")
    assert int(blad.cellen[99, 1].waarde) == sum(getallen[1:])


def test_merged_hidden_and_comments(werkboek, lees):
    def vul(boek):
        blad = boek.active
        blad.append(["kop", None, "x"])
        blad.append(["a", "b", "c"])
        blad.append(["d", "e", "f"])
        blad.merge_cells("A1:B1")
        blad.row_dimensions[2].hidden = True
        blad.column_dimensions["C"].hidden = True
        blad["A3"].comment = Comment("controleren", "wie dan ook")
        boek.create_sheet("Weg").append(["verstopt"])
        boek["Weg"].sheet_state = "hidden"

    lezing = lees(werkboek(vul))
    rij = cellen(lezing)
    assert (rij["Sheet!A1"][1].kolomspan, "Sheet!B1" in rij) == (2, False)
    assert [a for a, (_, c) in rij.items() if c.verborgen] == [
        "Sheet!C1",
        "Sheet!A2",
        "Sheet!B2",
        "Sheet!C2",
        "Sheet!C3",
    ]
    assert all(c.verborgen for _, c in cellen(lezing, 1).values())
    document = lezing.documenten[0]
    assert [
        (b.tekst, b.plaats.cel) for b in document.blokken if b.zone == Zone.OPMERKING
    ] == [("controleren", "A3")]
    assert [pag.nummer for pag in document.paginas] == [1, 2]
    assert document.tekst.startswith("kop\tx\na\tb\tc\nd\te\tf")


def test_a_claimed_dimension_of_a_million_rows_is_not_believed(
    werkboek, lees, tmp_path
):
    pad = werkboek(lambda boek: boek.active.append(["enig", 1]))
    vals = tmp_path / "vals.xlsx"
    with zipfile.ZipFile(pad) as oud, zipfile.ZipFile(vals, "w") as nieuw:
        for info in oud.infolist():
            inhoud = oud.read(info).replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"')
            nieuw.writestr(info.filename, inhoud)
    document = lees(vals).documenten[0]
    assert (document.tabellen[0].rijen, document.tabellen[0].kolommen) == (1, 2)


def test_cells_far_apart_do_not_make_a_grid_of_millions(werkboek, lees):
    def vul(boek):
        boek.active["A1"] = "begin"
        boek.active["XFD1048576"] = "eind"

    tabel = lees(werkboek(vul)).documenten[0].tabellen[0]
    assert [c.adres for c in tabel.cellen] == ["Sheet!A1", "Sheet!XFD1048576"]


def test_shared_formulas_move_along(werkboek, lees, tmp_path):
    pad = werkboek(lambda boek: boek.active.append([1, 2]))
    gedeeld = tmp_path / "gedeeld.xlsx"
    rijen = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" si="0" ref="B1:B2">A1*2</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><f t="shared" si="0"/><v>8</v></c></row>'
    )
    with zipfile.ZipFile(pad) as oud, zipfile.ZipFile(gedeeld, "w") as nieuw:
        for info in oud.infolist():
            inhoud = oud.read(info).decode()
            if info.filename.endswith("sheet1.xml"):
                begin, eind = inhoud.index("<sheetData>"), inhoud.index("</sheetData>")
                inhoud = f"{inhoud[:begin]}<sheetData>{rijen}{inhoud[eind:]}"
            nieuw.writestr(info.filename, inhoud)
    assert cellen(lees(gedeeld))["Sheet!B2"][1].formule == "=A2*2"


@pytest.mark.parametrize(
    ("waarde", "formaat", "getoond"),
    [
        ("0.8154", "0%", "82%"), ("1.7124", "0.0%", "171,2%"), ("5721.9", "#,##0", "5.722"),
        ("-1056", "#,##0", "-1.056"), ("-1056", "#,##0;(#,##0)", "(1.056)"), ("0", "#,##0;-#,##0;-", "-"),
        ("1234567.891", "#,##0.00", "1.234.567,89"), ("12.5", "0.00", "12,50"), ("12.5", "General", "12,5"),
        ("3", "000", "003"), ("45492", "d mmmm yyyy", "19 juli 2024"), ("45492.5625", "dd-mm-yyyy hh:mm", "19-07-2024 13:30"),
        ("641238877", "00-00000000", "06-41238877"), ("1234", '00"-"00', "12-34"), ("20250312", "####-##-##", "2025-03-12"),
        ("612345678", "00 00 00 00 00", "06 12 34 56 78"), ("592314159", "(0000) 00 00 00", "(0592) 31 41 59"), ("5", '"A"-000', "A-005"),
        ("-12", "00-00", "-00-12"), ("0.25", "# ?/?", "1/4"), ("2.5", "# ?/?", "2 1/2"), ("45741", "mmm-yy", "mrt-25"),
        ("45492", "dd/mm/yy", "19-07-24"), ("45492", "d\\/m", "19/7"),
        ("1500", '"€" #,##0', "€ 1.500"), ("1500", "[$€-413] #,##0.00", "€ 1.500,00"), ("12500000", '0.0,,"M"', "12,5M"),
        ("7", '0 "plekken"', "7 plekken"), ("-5", "[Red]0;[Blue]-0", "-5"), ("1.25", "[h]:mm", "30:00"),
        ("0.1", "General", "0,1"), ("42", "@", "42"), ("2024", "General", "2024"), ("0.5", "#,##0", "1"), ("0", "#", ""),
    ],
)  # fmt: skip
def test_number_formats_show_in_dutch(waarde, formaat, getoond):
    assert show_value(waarde, formaat) == getoond


@settings(deadline=None)
@given(st.integers(-(10**10), 10**10))
def test_whole_numbers_survive_grouping(getal):
    assert int(show_value(str(getal), "#,##0").replace(".", "")) == getal


@settings(deadline=None)
@given(st.decimals(-(10**6), 10**6, places=3))
def test_general_shows_the_number_itself(getal):
    assert Decimal(show_general(getal).replace(",", ".")) == getal


@settings(deadline=None)
@given(st.integers(1, 1048576), st.integers(1, 16384))
def test_addresses_go_both_ways(rij, kolom):
    assert position(address(rij, kolom)) == (rij, kolom)


@pytest.mark.parametrize(
    ("naam", "gelezen"),
    [("Dossier Kolk", ["Dossier Kolk"]), ("Blad1", []), ("Sheet 2", [])],
)
def test_the_name_on_a_tab_is_read_unless_the_program_gave_it(
    werkboek, lees, naam, gelezen
):
    def vul(boek):
        boek.active.title = naam
        boek.active.append(["Gemeente", 3])

    document = lees(werkboek(vul)).documenten[0]
    koppen = [b.tekst for b in document.blokken if b.zone is Zone.KOPTEKST]
    assert koppen == gelezen
