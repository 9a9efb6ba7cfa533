"""The puzzle laid anew: forms in, a table with live formulas out."""

from __future__ import annotations

import json

import openpyxl
import pytest
from programma import INVOER, export, run

TABEL = (
    ["Puzzel opvang 2026", None, None, None, None, None, None, None, None],
    ["stand per 1 september 2025", None, None, None, None, None, None, None, None],
    ["Gemeente", "Inwoners", "Opgave 2026", None, None, "Bod 2026", None, None, None],
    [None, None, "Oekraïne", "Asiel", "Amv", "Oekraïne", "Asiel", "Amv", None],
    ["Goes", 39000, 143, 60, 8, 100, 40, 4, None],
    ["Hulst", 27000, 99, 42, 5, 80, 30, 2, None],
    ["Tholen", 26000, 95, 40, 5, 70, 20, 1, None],
    ["Totaal", 92000, 337, 142, 18, 250, 90, 7, None],
)


def formulier(gemeente, datum, azc, nood, amv, totaal, goo):
    return (
        ["Formulier bod 2026", None],
        ["Gemeente:", gemeente],
        ["Datum:", datum],
        ["Aantal plekken", "bod 2026"],
        ["AZC", azc],
        ["Noodopvang", nood],
        ["Amv (onderdeel opgave)", amv],
        ["Totaal asiel", totaal],
        ["GOO (Oekraïne)", goo],
    )


def schrijf(pad, rijen, blad):
    boek = openpyxl.Workbook()
    boek.active.title = blad
    for rij in rijen:
        boek.active.append(rij)
    boek.save(pad)


@pytest.fixture
def gelezen(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    schrijf(map_ / "puzzel sept.xlsx", TABEL, "puzzel")
    vormen = {
        "Formulier Goes oud.xlsx": ("Goes", "1-10-2025", 10, 0, 2, 12, 90),
        "Formulier Goes.xlsx": ("Goes", "12-11-2025", 30, 20, 6, 56, 120),
        "Formulier Hulst.xlsx": ("Hulst", "14-11-2025", 50, 10, 6, 60, None),
        "Formulier Tholen.xlsx": ("Tholen", "10-12-2025", 9, 9, 9, 27, 9),
    }
    for naam, waarden in vormen.items():
        schrijf(map_ / naam, formulier(*waarden), "formulier")
    run(map_, uitvoer=tmp_path / "uit")
    return tmp_path / "uit"


def puzzel(uit, *woorden):
    return json.loads(run("puzzel", *woorden, "--json", uitvoer=uit))


def test_each_gemeente_has_its_latest_form_up_to_the_day(gelezen):
    uitkomst = puzzel(gelezen, "--stand", "2025-12-01")
    regels = {r["gebied"]: r for r in uitkomst["regels"]}
    assert list(regels) == ["Goes", "Hulst", "Tholen"]
    assert regels["Goes"]["formulier"] == "Formulier Goes.xlsx"
    # amv came on top of the total in Goes, and was inside it in Hulst
    assert regels["Goes"]["voorstel"] == {"oekraine": "120", "amv": "6", "asiel": "50"}
    assert regels["Hulst"]["voorstel"] == {"amv": "6", "asiel": "54"}
    assert regels["Tholen"]["voorstel"] == {}
    assert regels["Tholen"]["opgave"] == {"oekraine": "95", "asiel": "40", "amv": "5"}
    gezegd = {(o["gebied"], o["soort"]) for o in uitkomst["opmerkingen"]}
    assert gezegd == {
        ("Goes", "vervangen"),
        ("Hulst", "keuze"),
        ("Hulst", "ontbreekt"),
        ("Tholen", "later"),
        ("Tholen", "ontbreekt"),
    }


def test_an_earlier_day_takes_the_earlier_form(gelezen):
    regels = puzzel(gelezen, "--stand", "2025-10-31")["regels"]
    assert regels[0]["formulier"] == "Formulier Goes oud.xlsx"
    assert regels[0]["voorstel"]["oekraine"] == "90"


def test_the_workbook_computes_and_shows_what_it_computed(gelezen):
    pad = puzzel(gelezen, "--stand", "2025-12-01")["bestand"]
    formules = openpyxl.load_workbook(pad)["puzzel"]
    waarden = openpyxl.load_workbook(pad, data_only=True)["puzzel"]
    assert (formules["J5"].value, waarden["J5"].value) == ("=SUM(G5:I5)", 176)
    assert (formules["C8"].value, waarden["C8"].value) == ("=SUM(C5:C7)", 337)
    assert formules["G9"].value == '=IF(C8=0,"",G8/C8)'
    assert waarden["G9"].value == pytest.approx(120 / 337)
    assert (formules["H10"].value, waarden["H10"].value) == ("=H8-D8", 104 - 142)
    assert waarden["G6"].value == "ntb"
    bronnen = list(openpyxl.load_workbook(pad)["bronnen"].iter_rows(values_only=True))
    assert (
        "Goes",
        "voorstel oekraine",
        "Formulier Goes.xlsx",
        "formulier!B9 (120)",
    ) in (bronnen)


def test_what_was_laid_reads_back_without_a_single_finding_of_error(gelezen, tmp_path):
    puzzel(gelezen, "--stand", "2025-12-01")
    map_ = tmp_path / "terug"
    map_.mkdir()
    (gelezen / "puzzel-2025-12-01.xlsx").rename(map_ / "puzzel.xlsx")
    run(map_, "--streng", uitvoer=tmp_path / "uit2")
    klassen = {b["klasse"] for b in export(tmp_path / "uit2")["bevindingen"]}
    assert klassen <= {"ontbreekt", "info", "vraag"}


def test_the_example_dossier_gives_two_of_ten(tmp_path):
    run(INVOER, uitvoer=tmp_path)
    tekst = run("puzzel", "--stand", "2025-12-01", uitvoer=tmp_path)
    assert "2 van de 10 gemeenten" in tekst
    assert "op grond van de cijfers is het Hoorn" in tekst


def test_without_a_form_or_table_it_says_what_to_do(tmp_path):
    map_ = tmp_path / "in"
    map_.mkdir()
    schrijf(map_ / "niets.xlsx", [["alleen", "woorden"]], "blad")
    run(map_, uitvoer=tmp_path / "uit")
    run("puzzel", uitvoer=tmp_path / "uit", verwacht=2)
