from __future__ import annotations

import hashlib
import re
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.dossier import maak_invoer
from tests.dossier.puzzel import DECEMBER, OPGAVE, SEPTEMBER

INVOER = maak_invoer.WORTEL / "invoer"
WAARHEID = tomllib.loads(
    (Path(__file__).parent / "waarheid.toml").read_text(encoding="utf-8")
)
NAMEN = [naam for naam, _ in maak_invoer.STUKKEN]
MAX_BYTES = 1_500_000


def _print(naam: str) -> list[str]:
    import pdfplumber

    with pdfplumber.open(INVOER / naam) as pdf:
        return [blad.extract_text() for blad in pdf.pages]


def _leden(pad: Path) -> dict[str, str]:
    with zipfile.ZipFile(pad) as zip_:
        return {n: hashlib.sha256(zip_.read(n)).hexdigest() for n in zip_.namelist()}


@pytest.mark.parametrize(("naam", "make"), maak_invoer.STUKKEN, ids=NAMEN)
def test_the_same_bytes_each_time(naam, make):
    assert make() == make()


@pytest.mark.parametrize("naam", [n for n in NAMEN if n.endswith(("docx", "xlsx"))])
def test_what_is_committed_is_what_the_script_makes(naam, tmp_path):
    vers = tmp_path / "vers.zip"
    vers.write_bytes(dict(maak_invoer.STUKKEN)[naam]())
    assert _leden(vers) == _leden(INVOER / naam)


def test_the_script_writes_all_files_of_the_folder_and_no_other(tmp_path):
    geschreven = {
        p.relative_to(tmp_path).as_posix() for p in maak_invoer.write_invoer(tmp_path)
    }
    aanwezig = {
        p.relative_to(INVOER).as_posix() for p in INVOER.rglob("*") if p.is_file()
    }
    assert geschreven == aanwezig == {b["pad"] for b in WAARHEID["bestand"]}


def test_the_dossier_stays_small():
    assert sum(p.stat().st_size for p in INVOER.rglob("*") if p.is_file()) < MAX_BYTES


def test_mistakes_name_files_of_the_dossier():
    assert {b for f in WAARHEID["bevinding"] for b in f["bestanden"]} <= set(NAMEN)


def test_glued_pdf_begins_its_parts_where_the_truth_says():
    bundel = next(b for b in WAARHEID["bestand"] if b["pad"].startswith("bundel/"))
    bladen = _print(bundel["pad"])
    for deel in bundel["document"]:
        eerste, laatste = deel["paginas"]
        assert deel["begint_op"] in bladen[eerste - 1]
        boven = bladen[eerste - 1].index(deel["begint_op"])
        assert (boven > 100) is deel.get("halverwege", False)
        assert laatste <= len(bladen)


def test_scan_holds_a_picture_and_no_text():
    assert _print("brieven/scan brief gemeente Opmeer.pdf") == [""]


def test_weekdays_fit_their_dates_but_for_the_one_that_must_not():
    dagen = [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ]
    maanden = ("september", "oktober", "november", "december", "januari")
    vorm = re.compile(
        rf"({'|'.join(dagen)}) (\d+) ({'|'.join(maanden)}) (202[56])", re.IGNORECASE
    )
    fout = set()
    for bron in Path(__file__).parent.glob("stuk_*.py"):
        for dag, nummer, maand, jaar in vorm.findall(bron.read_text(encoding="utf-8")):
            m = (9, 10, 11, 12, 1)[maanden.index(maand)]
            if dagen[date(int(jaar), m, int(nummer)).weekday()] != dag.lower():
                fout.add(f"{dag} {nummer} {maand} {jaar}")
    assert fout == {"dinsdag 21 januari 2026"}


def test_workbook_stores_the_results_of_its_formulas():
    import openpyxl

    pad = INVOER / "puzzel/Puzzel Waterland-Oost stand 1 sept 2025.xlsx"
    blad = openpyxl.load_workbook(pad, data_only=True)["puzzel sept"]
    formules = openpyxl.load_workbook(pad)["puzzel sept"]
    assert formules["C7"].value == "=C$17*$B7/$B$17"
    assert blad["C7"].value == pytest.approx(1897 * 20418 / 370171)
    assert (blad["C17"].value, blad["H17"].value, blad["H9"].value) == (
        1897,
        741,
        "ntb",
    )
    assert blad["H18"].value == pytest.approx(741 / 1214)


def test_rounded_shares_do_not_add_up_where_the_truth_says_so():
    afgerond = [
        sum(round(SEPTEMBER.opgave(g)[k]) for g in SEPTEMBER.bod) for k in range(3)
    ]
    assert (OPGAVE, tuple(afgerond)) == ((1897, 1214, 118), (1895, 1214, 120))


def test_two_gemeenten_changed_between_the_states():
    anders = {g for g, bod in SEPTEMBER.bod.items() if DECEMBER.bod[g] != bod}
    assert anders == {"Hoorn", "Waterland"}
    assert (SEPTEMBER.totaal_bod(), DECEMBER.totaal_bod()) == (
        (1760, 741, 110),
        (1775, 781, 110),
    )
