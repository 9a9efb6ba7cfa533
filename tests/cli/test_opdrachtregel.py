"""What a user types, and what comes back."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from pipeline.cli.bewaking import run_guarded
from pipeline.cli.taal import VERTALINGEN
from pipeline.cli.verwerk import verwerk
from pipeline.errors import Uitgang

WORTEL = Path(__file__).parents[2]


def test_an_unknown_word_gets_a_suggestion(capsys):
    assert run_guarded(["exporter"]) == 2
    fout = capsys.readouterr().err
    assert "'exporter' is geen opdracht en geen bestaand pad." in fout
    assert "Bedoelde u 'exporteer'?" in fout


def test_a_command_without_a_store_says_what_to_do_first(capsys, tmp_path):
    assert run_guarded(["toon", "acties", "--uitvoer", str(tmp_path)]) == 5
    assert "Voer eerst 'verwerk invoer/' uit" in capsys.readouterr().err


def test_a_date_that_does_not_exist_is_explained(capsys):
    assert run_guarded(["toon", "--datum", "2025-02-30"]) == 2
    assert "Schrijf jaar-maand-dag" in capsys.readouterr().err


@pytest.mark.parametrize("opdracht", [*verwerk.commands, ""])
def test_help_is_dutch(capsys, opdracht):
    assert run_guarded([*opdracht.split(), "--help"]) == 0
    uit = capsys.readouterr().out
    assert "Gebruik:" in uit
    assert not {"Usage", "Options:", "Commands", "Show"} & set(uit.split())


def test_no_command_has_the_name_of_a_folder_of_the_project():
    mappen = {"invoer", "uitvoer", "regels", "modellen", "pipeline", "tests"}
    assert not mappen & set(verwerk.commands)


def test_the_readme_names_every_command_and_every_exit_code():
    tekst = (WORTEL / "README.md").read_text(encoding="utf-8")
    for opdracht in set(verwerk.commands) - {"alles"}:
        assert f"verwerk {opdracht}" in tekst
    gemeld = {int(r.split("|")[1]) for r in tekst.splitlines() if _is_exit_row(r)}
    assert gemeld <= {int(u) for u in Uitgang}
    assert {0, 2, 3, 4, 5, 70, 130} <= gemeld


def _is_exit_row(regel):
    delen = regel.split("|")
    return len(delen) > 2 and delen[1].strip().isdigit()


def test_the_compiled_translation_is_that_of_its_source():
    map_ = VERTALINGEN / "nl" / "LC_MESSAGES"
    bron = read_po(io.BytesIO((map_ / "messages.po").read_bytes()), locale="nl")
    with (map_ / "messages.mo").open("rb") as stroom:
        vertaald = gettext.GNUTranslations(stroom)
    for woord in bron:
        if isinstance(woord.id, tuple):
            keren = [vertaald.ngettext(*woord.id, aantal) for aantal in (1, 2)]
            assert keren == list(woord.string)
        elif woord.id:
            assert vertaald.gettext(woord.id) == woord.string


@pytest.mark.parametrize(
    "woorden",
    [
        ["--uitvoer", "{map}", "toon", "acties"],
        ["toon", "acties", "--uitvoer", "{map}"],
        ["-v", "--uitvoer", "{map}", "toon"],
    ],
)
def test_common_options_may_stand_before_or_behind_the_command(
    woorden, capsys, tmp_path
):
    assert run_guarded([w.format(map=tmp_path) for w in woorden]) == 5
    assert str(tmp_path) in capsys.readouterr().err
