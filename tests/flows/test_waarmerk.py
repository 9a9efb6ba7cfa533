"""The seal holds only when nothing at all has changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from pipeline.flows import waarmerk
from pipeline.flows.wandeling import walk
from pipeline.settings import Instellingen

VERSLAG = {"bestanden": 1}


@pytest.fixture
def run(tmp_path):
    map_ = tmp_path / "invoer"
    map_.mkdir()
    pad = map_ / "a.docx"
    pad.write_bytes(b"inhoud")
    os.utime(pad, ns=(10**18, 10**18))
    uitvoer = tmp_path / "uitvoer"
    uitvoer.mkdir()
    database = uitvoer / "verwerk.sqlite"
    database.write_bytes(b"db")
    instellingen = Instellingen(
        uitvoer=uitvoer,
        database=f"sqlite:///{database.as_posix()}",
        datum=date(2025, 3, 1),
    )
    return map_, instellingen


def state(run, versie="1"):
    map_, instellingen = run
    return waarmerk.make_state(walk(map_, instellingen.uitvoer), instellingen, versie)


def seal(run):
    waarmerk.save_seal(run[1].uitvoer, state(run), VERSLAG)


def load(run, versie="1"):
    return waarmerk.load_seal(run[1].uitvoer, state(run, versie))


def test_nothing_changed_the_summary_holds(run):
    seal(run)
    assert load(run) == VERSLAG


def test_another_version_breaks_the_seal(run):
    seal(run)
    assert load(run, versie="2") is None


@pytest.mark.parametrize(
    "verander",
    [
        lambda map_, _: (map_ / "a.docx").write_bytes(b"anders"),
        lambda map_, _: (map_ / "b.docx").write_bytes(b"nieuw"),
        lambda map_, _: (map_ / "a.docx").unlink(),
        lambda _, inst: Path(inst.database[10:]).write_bytes(b"gewijzigd"),
    ],
    ids=["inhoud", "erbij", "weg", "archief"],
)
def test_any_change_breaks_the_seal(run, verander):
    seal(run)
    verander(*run)
    assert load(run) is None


def test_a_file_changed_this_instant_is_not_sealed(run):
    (run[0] / "a.docx").write_bytes(b"vers")
    seal(run)
    assert load(run) is None


def test_a_broken_seal_file_is_no_seal(run):
    (run[1].uitvoer / waarmerk.NAAM).write_text("{kapot", encoding="utf-8")
    assert load(run) is None
