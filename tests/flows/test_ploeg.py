"""One bad file never takes the run down."""

from __future__ import annotations

from functools import partial

import pytest
from lastige_lezers import read_oddly

from modellen.bevinding import Mislukking
from modellen.stuk import Inname
from pipeline.errors import RegelError
from pipeline.flows.ploeg import run_crew
from pipeline.flows.werker import Opdracht, Werker
from pipeline.flows.werkproces import Taak
from pipeline.settings import MB, Grenzen


def run(namen, tmp_path, aantal=1, **grenzen):
    taak = Taak(grenzen=Grenzen(**grenzen), lees=read_oddly)
    opdrachten = [Opdracht(pad=tmp_path / n, bestand=n, sha256="") for n in namen]
    return {
        o.bestand: u for o, u in run_crew(opdrachten, aantal, partial(Werker, taak))
    }


def test_every_file_gets_an_outcome_whatever_its_neighbours_do(tmp_path):
    namen = ["a", "kapot", "b", "sterft", "c", "fout", "d"]
    uitkomst = run(namen, tmp_path)
    assert set(uitkomst) == set(namen)
    gelukt = {n for n, u in uitkomst.items() if isinstance(u, Inname)}
    assert gelukt == {"a", "b", "c", "d"}


def test_a_file_that_hangs_is_given_up(tmp_path):
    uitkomst = run(["a", "hangt", "b"], tmp_path, seconden=1.5)
    assert isinstance(uitkomst["hangt"], Mislukking)
    assert "langer dan" in uitkomst["hangt"].reden
    assert isinstance(uitkomst["b"], Inname)


def test_a_file_that_eats_memory_is_given_up(tmp_path):
    uitkomst = run(["eet", "b"], tmp_path, geheugen=200 * MB)
    assert "geheugen" in uitkomst["eet"].reden
    assert isinstance(uitkomst["b"], Inname)


def test_a_crash_of_the_process_names_the_file_and_what_to_do(tmp_path):
    reden = run(["sterft"], tmp_path)["sterft"].reden
    assert "liep vast" in reden
    assert "sla het opnieuw op" in reden


def test_an_unexpected_error_tells_its_kind_but_no_document_text(tmp_path):
    reden = run(["fout"], tmp_path)["fout"].reden
    assert "ZeroDivisionError" in reden
    assert "geheime" not in reden


def test_wrong_rules_stop_the_run(tmp_path):
    with pytest.raises(RegelError):
        run(["regels"], tmp_path)


@pytest.mark.parametrize("aantal", [2, 3])
def test_several_workers_share_the_files(tmp_path, aantal):
    namen = [f"{i}" for i in range(20)] + ["sterft 1", "sterft 2"]
    uitkomst = run(namen, tmp_path, aantal=aantal)
    assert set(uitkomst) == set(namen)
    assert sum(isinstance(u, Mislukking) for u in uitkomst.values()) == 2
