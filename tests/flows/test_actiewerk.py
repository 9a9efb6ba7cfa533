"""Adding, joining and parting actions; reminders and a draft agenda."""

from __future__ import annotations

import shutil

import docx
import pytest
from programma import INVOER, export

from pipeline.cli.bewaking import run_guarded

DAG = "2025-12-03"
STUKKEN = (
    "2025-11-26 bestuurlijke PRT/Actie- en besluitenlijst PRT 26-11-2025.docx",
    "Actielijst PRT bijgewerkt 2-12.xlsx",
)


@pytest.fixture
def map_(tmp_path):
    invoer = tmp_path / "invoer"
    invoer.mkdir()
    for stuk in STUKKEN:
        shutil.copy(INVOER / stuk, invoer)
    call(tmp_path, "alles", str(invoer), "--stil")
    return tmp_path


def call(map_, *woorden, verwacht=0, datum=DAG):
    opties = ["--uitvoer", str(map_ / "uitvoer"), "--datum", datum]
    assert run_guarded([*woorden, *opties]) == verwacht


def acties(map_):
    return {a["nummer"]: a for a in export(map_ / "uitvoer")["acties"]}


def number(map_, woord):
    (nummer,) = [n for n, a in acties(map_).items() if woord in a["omschrijving"]]
    return nummer


def test_an_added_action_gets_the_next_number_and_stays(map_):
    voor = acties(map_)
    call(map_, "actie", "voegtoe", "Zaal reserveren", "--wie", "secretaris", "--termijn", "2026-01-10")  # fmt: skip
    call(map_, "alles", str(map_ / "invoer"), "--opnieuw", "--stil", datum="2025-12-04")
    nummer = number(map_, "Zaal reserveren")

    assert nummer not in voor
    assert nummer > max(voor)
    gevonden = acties(map_)[nummer]
    assert gevonden["actiehouders"] == ["secretaris"]
    assert gevonden["termijn"] == "2026-01-10"
    assert gevonden["document"] is None


def test_joined_actions_are_one_and_can_be_parted_again(map_, capsys):
    een, ander = number(map_, "Brief aan de minister"), number(map_, "achterstand")
    voor = acties(map_)
    call(map_, "actie", "samen", een, ander)
    assert ander not in acties(map_)
    capsys.readouterr()
    call(map_, "actie", "toon", ander)
    uit = capsys.readouterr().out
    assert uit.startswith(een)
    assert f"{ander} gaat op in {een}" in uit
    call(map_, "actie", "splits", een)
    assert acties(map_) == voor


def test_a_change_of_a_joined_number_counts_for_what_it_goes_by(map_):
    een, ander = number(map_, "Brief aan de minister"), number(map_, "achterstand")
    call(map_, "actie", "samen", een, ander)
    call(map_, "actie", "gereed", ander)

    assert acties(map_)[een]["status"] == "gereed"


def test_an_action_cannot_be_joined_with_itself(map_, capsys):
    een = number(map_, "Brief aan de minister")
    call(map_, "actie", "samen", een, een, verwacht=2)
    assert "al één actie" in capsys.readouterr().err


def test_recognised_statements_are_parted_for_good(map_):
    een = number(map_, "Brief aan de minister")
    call(map_, "actie", "splits", een)
    call(map_, "alles", str(map_ / "invoer"), "--opnieuw", "--stil", datum="2025-12-04")
    brieven = [
        a for a in acties(map_).values() if "rief aan de minister" in a["omschrijving"]
    ]

    assert len(brieven) == 2
    assert een in {b["nummer"] for b in brieven}


def test_an_action_is_split_in_words(map_, capsys):
    een = number(map_, "Brief aan de minister")
    call(
        map_,
        "actie",
        "splits",
        een,
        "--tekst",
        "Brief opstellen",
        "--tekst",
        "Brief versturen",
    )
    assert acties(map_)[een]["omschrijving"] == "Brief opstellen"
    nieuw = number(map_, "Brief versturen")
    assert acties(map_)[nieuw]["actiehouders"] == ["secretaris"]
    capsys.readouterr()
    call(map_, "actie", "toon", nieuw)
    assert f"gesplitst uit {een}" in capsys.readouterr().out


def test_one_part_is_no_split(map_, capsys):
    een = number(map_, "Brief aan de minister")
    call(map_, "actie", "splits", een, "--tekst", "Alleen dit", verwacht=2)
    assert "ten minste twee keer" in capsys.readouterr().err


def test_reminders_go_to_each_owner_and_the_calendar_holds_the_terms(map_):
    call(map_, "herinner", "--stil")
    uit = map_ / "uitvoer" / "herinneringen"
    secretaris = (uit / "secretaris.txt").read_text("utf-8")
    agenda = (uit / "termijnen.ics").read_bytes()

    assert "Brief aan de minister opstellen (19-12-2025)" in secretaris
    assert "woensdag 21 januari 2026" in secretaris
    assert b"DTSTART;VALUE=DATE:20251219\r\n" in agenda
    assert b"DTSTART:20260121T100000\r\n" in agenda
    assert all(len(r) <= 75 for r in agenda.split(b"\r\n"))
    assert agenda.count(b"BEGIN:VEVENT") == agenda.count(b"END:VEVENT")


def test_a_reminder_of_who_is_done_is_taken_away(map_):
    call(map_, "herinner", "--stil")
    secretaris = map_ / "uitvoer" / "herinneringen" / "secretaris.txt"
    assert secretaris.exists()
    call(map_, "actie", "gereed", number(map_, "Brief aan de minister"))
    call(map_, "herinner", "--stil")
    assert not secretaris.exists()


def test_the_draft_agenda_has_the_standing_points_and_what_was_put_off(map_):
    call(map_, "agenda", "--voor", "2026-01-21", "--stil")
    document = docx.Document(map_ / "uitvoer" / "agenda-2026-01-21.docx")
    punten = [rij.cells[1].text for rij in document.tables[0].rows[1:]]

    assert punten[:2] == ["Opening en vaststelling agenda", "Mededelingen"]
    assert "Vaststelling verslag 26 november 2025" in punten
    assert "Doorstroomlocatie Purmerend (was aangehouden)" in punten
    assert punten[-1] == "Sluiting"
