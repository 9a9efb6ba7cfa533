"""The productierapport: what the platform of VWS accepts and refuses."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from modellen.inventaris import Inventarisregel
from modellen.lakblad import Beoordeling
from pipeline.lakken.vwsrapport import check_productierapport
from pipeline.pdf.legenda import load_grondslagen
from pipeline.rulebook import Regelboek
from pipeline.writers.productierapport import make_productierapport

PLATFORM = Path(__file__).parents[3] / "shared" / "woo-platform"
BOEK = Regelboek()
GRONDEN = load_grondslagen(BOEK)
SOORTEN = BOEK.tabel("woo/publicatie.toml")["vws"]


def verwacht():
    if not PLATFORM.is_dir():
        return []
    with (PLATFORM / "EXPECTED.csv").open(encoding="utf-8", newline="") as bestand:
        return [(r["file"], r["expected"]) for r in csv.DictReader(bestand)]


@pytest.mark.skipif(not PLATFORM.is_dir(), reason="../shared/woo-platform ontbreekt")
@pytest.mark.parametrize(("bestand", "uitkomst"), verwacht())
def test_de_bestanden_van_het_platform_krijgen_de_uitkomst_van_het_platform(
    bestand, uitkomst
):
    pad = PLATFORM / bestand
    if pad.suffix not in {".xlsx", ".csv"}:
        pytest.skip("geen werkmap")
    gevonden = "; ".join(map(str, check_productierapport(pad))) or "OK"
    assert gevonden == uitkomst


def regel(nummer="0001", **velden):
    velden = {
        "datum": date(2025, 3, 4),
        "titel": "Verslag",
        "soort": "verslag",
        "afzender": "",
        "ontvanger": "",
        "beoordeling": Beoordeling.DEELS,
        "gronden": ("5.1.2e", "5.2.1"),
        "toelichting": "",
        **velden,
    }
    return Inventarisregel(nummer=nummer, **velden)


def rijen(tmp_path, *regels):
    pad = tmp_path / "productierapport.xlsx"
    pad.write_bytes(
        make_productierapport(regels, GRONDEN, "PRT-2025", SOORTEN, date(2025, 12, 1))
    )
    assert check_productierapport(pad) == ()
    koppen, *rest = (
        openpyxl.load_workbook(pad).worksheets[0].iter_rows(values_only=True)
    )
    return [dict(zip(koppen, r, strict=True)) for r in rest]


def test_wat_wij_schrijven_neemt_het_platform_aan(tmp_path):
    (rij,) = rijen(
        tmp_path,
        regel(
            link="https://voorbeeld.example/a b.pdf",
            toelichting="x" * 2000,
            titel="é" * 400,
        ),
    )
    assert rij["Datum"] == "2025-03-04"
    assert rij["Beoordelingsgrond"] == "5.1.2e; 5.2"
    assert rij["Beoordeling"] == "Deels openbaar"
    assert len(rij["Document"].encode()) <= 500


def test_een_grond_die_het_platform_niet_kent_staat_in_de_toelichting(tmp_path):
    (rij,) = rijen(tmp_path, regel(gronden=("5.1.4",)))
    assert rij["Beoordelingsgrond"] is None
    assert "5.1 lid 4" in rij["Toelichting"]


def test_buiten_verzoek_heeft_er_geen_plaats_en_een_dubbel_stuk_verwijst(tmp_path):
    (rij,) = rijen(
        tmp_path,
        regel(beoordeling=Beoordeling.BUITEN),
        regel("0002", beoordeling=Beoordeling.NIET, gronden=(), dubbel_van="0001"),
    )
    assert (rij["ID"], rij["Beoordelingsgrond"], rij["Gerelateerd ID"]) == (
        "0002",
        "dubbel",
        "PRT-2025-0001",
    )


def test_dezelfde_vrijgave_geeft_dezelfde_bytes():
    een, twee = (
        make_productierapport([regel()], GRONDEN, "M", SOORTEN, date(2025, 1, 1))
        for _ in range(2)
    )
    assert een == twee
