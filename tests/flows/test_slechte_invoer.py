"""A folder full of bad files: each gets its line, the good ones are read, nothing leaks."""

from __future__ import annotations

import json
import os
import sqlite3

import pytest
from programma import WORTEL, export, run

from tests.slechte_bestanden import Gevolg, clear_slechte, make_slechte


@pytest.fixture(scope="module")
def gedraaid(tmp_path_factory):
    """The records of the bad files, the summary as JSON, and where it all stands."""
    werk = tmp_path_factory.mktemp("slecht")
    map_, uitvoer = werk / "invoer", werk / "uitvoer"
    map_.mkdir()
    goed = WORTEL / "invoer" / "memo bekostiging kleine locaties.docx"
    (map_ / "goed.docx").write_bytes(goed.read_bytes())
    records = make_slechte(map_)
    buiten = set(werk.iterdir())
    uit = run(map_, "--json", uitvoer=uitvoer, verwacht=3)
    yield records, json.loads(uit), werk, uitvoer, buiten
    clear_slechte(map_)


def test_every_bad_file_has_the_outcome_it_must_have(gedraaid):
    records, verslag, _, uitvoer, _ = gedraaid
    mislukt = [naam for naam, _ in verslag["mislukt"]]
    gelezen = {d["bestand"] for d in export(uitvoer)["documenten"]}
    fout = []
    for record in records:
        naam = record.naam.encode("utf-8", "replace").decode()
        gemeld = any(m == naam or m.startswith(f"{naam}/") for m in mislukt)
        gehad = any(g == naam or g.startswith(f"{naam}/") for g in gelezen)
        kan = {
            Gevolg.MELDING: gemeld,
            Gevolg.RUIS: not gemeld and not gehad,
            Gevolg.GELEZEN: gehad,
        }
        if not any(kan[g] for g in record.gevolg):
            fout.append((naam, record.gevolg, record.waarom))
    assert not fout


def test_the_good_file_among_them_is_read(gedraaid):
    assert "goed.docx" in {d["bestand"] for d in export(gedraaid[3])["documenten"]}


def test_each_line_says_what_to_do_and_holds_no_document_text(gedraaid):
    for naam, reden in gedraaid[1]["mislukt"]:
        assert len(reden) > 20, naam
        assert "Traceback" not in reden
        assert "onverwachte fout" not in reden, (naam, reden)


def test_nothing_is_written_outside_the_output_folder(gedraaid):
    _, _, werk, uitvoer, buiten = gedraaid
    assert set(werk.iterdir()) - buiten <= {uitvoer}
    namen = {p.name for p in uitvoer.rglob("*")}
    assert namen <= {
        "verwerk.sqlite",
        "verwerk.sqlite-wal",
        "verwerk.sqlite-shm",
        "overzicht.html",
        "export.json",
        ".waarmerk.json",
    }


def test_the_store_is_whole(gedraaid):
    with sqlite3.connect(gedraaid[3] / "verwerk.sqlite") as los:
        assert los.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen rechten zoals deze")
def test_an_output_folder_that_cannot_be_made_is_explained(tmp_path, capfd):
    (tmp_path / "uit").write_text("een bestand", encoding="utf-8")
    run(WORTEL / "invoer", uitvoer=tmp_path / "uit" / "diep", verwacht=5)
