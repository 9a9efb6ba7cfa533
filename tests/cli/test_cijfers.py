"""``verwerk cijfers`` as a user runs it, on a small dossier and the example one."""

from __future__ import annotations

import json

import openpyxl
import pytest
from programma import INVOER, export, run


def werkmap(pad, totaal):
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "puzzel"
    for rij in (
        ["Gemeente", "Opgave oek 2026", "Bod oek 2026"],
        ["Goes", 143, 120],
        ["Hulst", 266, 280],
        ["Tholen", 318, 300],
        ["Totaal", totaal, 700],
    ):
        blad.append(rij)
    boek.save(pad)


@pytest.fixture
def dossier(tmp_path):
    map_ = tmp_path / "invoer"
    map_.mkdir()
    werkmap(map_ / "puzzel.xlsx", 772)
    return map_, tmp_path / "uit"


def test_a_wrong_total_is_shown_first_and_counts_with_streng(dossier):
    map_, uit = dossier
    run(map_, uitvoer=uit)
    schoon = run("cijfers", uitvoer=uit)
    assert schoon.startswith("fout        puzzel.xlsx")
    assert "totaal 772, som van de 3 rijen 727" in schoon
    assert "twee cijfers verwisseld" in schoon
    run("cijfers", "--streng", uitvoer=uit, verwacht=10)
    run(map_, "--streng", uitvoer=uit, verwacht=10)
    (fout,) = [b for b in export(uit)["bevindingen"] if b["klasse"] == "fout"]
    assert fout["verdacht"][0] == "puzzel!B5"


def test_a_folder_may_be_given_and_is_read_first(dossier):
    map_, uit = dossier
    uitkomst = json.loads(run("cijfers", map_, "--json", uitvoer=uit))
    assert [b["klasse"] for b in uitkomst["bevindingen"]] == ["fout"]
    werkmap(map_ / "puzzel.xlsx", 727)
    assert "Geen bevindingen" in run("cijfers", map_, "--streng", uitvoer=uit)


def test_a_file_that_changed_or_went_is_named_not_shown(dossier):
    map_, uit = dossier
    run(map_, uitvoer=uit)
    werkmap(map_ / "puzzel.xlsx", 727)
    run("cijfers", uitvoer=uit)
    assert "is gewijzigd na het lezen" in (uit / "cijferverslag.html").read_text(
        "utf-8"
    )
    (map_ / "puzzel.xlsx").unlink()
    run("cijfers", uitvoer=uit)
    assert "staat niet meer op zijn plaats" in (uit / "cijferverslag.html").read_text(
        "utf-8"
    )


def test_the_example_dossier_gives_the_findings_its_figures_have(tmp_path):
    run(INVOER, uitvoer=tmp_path)
    uitkomst = json.loads(run("cijfers", "--json", uitvoer=tmp_path))
    per_regel = {}
    for b in uitkomst["bevindingen"]:
        per_regel.setdefault(b["regel"].removeprefix("audit."), []).append(b)
    assert [b["klasse"] for b in uitkomst["bevindingen"] if b["klasse"] == "fout"] == [
        "fout"
    ]
    (memo,) = per_regel["totaal_fout"]
    assert (memo["gevonden"], memo["verwacht"]) == ("1.168", "1.186")
    (vorm,) = per_regel["onderdeel"]
    assert vorm["bestand"].endswith("Formulier bod gemeente Medemblik.xlsx")
    (afzender,) = per_regel["formulier_afzender"]
    assert "passen alleen bij Hoorn" in afzender["omschrijving"]
    (versie,) = per_regel["stand_versie"]
    assert "Hoorn voorstel asiel 220 → 260 (+40)" in versie["omschrijving"]
    assert "Waterland voorstel Oekraïne 60 → 75 (+15)" in versie["omschrijving"]
    (procent,) = per_regel["tekst_versie"]
    assert "'58%'" in procent["omschrijving"]
    assert "698 tot 710" in procent["omschrijving"]
    assert (tmp_path / "cijferverslag.xlsx").is_file()
