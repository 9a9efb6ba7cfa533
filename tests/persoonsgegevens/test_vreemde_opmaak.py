"""Layouts by people who had not seen the rules stay read as well as they are now."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from persoonsgegevens_set import make_set

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def covered(span, vondsten):
    geraakt = set()
    for begin, eind in vondsten:
        geraakt |= set(range(max(begin, span[0]), min(eind, span[1])))
    return len(geraakt) / (span[1] - span[0])


@pytest.fixture(scope="module", params=[False, True], ids=["gangbaar", "zeldzaam"])
def telling(request):
    weg = raak = vals = blijft = geraakt = 0
    for v in make_set(toets=True, zeldzaam=request.param, ronden=1):
        gegevens = find_persoonsgegevens([v.document], REGELBOEK).gegevens
        vondsten = [(g.begin, g.eind) for g in gegevens]
        doel = [(begin, eind) for begin, eind, _ in v.weg]
        weg += len(doel)
        raak += sum(covered(d, vondsten) >= 0.9 for d in doel)
        vals += sum(covered(f, doel) == 0 for f in vondsten)
        blijft += len(v.blijft)
        geraakt += sum(covered(b, vondsten) > 0 for b in v.blijft)
    return {
        "recall": raak / weg,
        "precisie": raak / (raak + vals),
        "geraakt": geraakt / blijft,
    }


def test_most_of_what_must_go_is_found(telling):
    assert telling["recall"] >= 0.95


def test_little_else_is_touched(telling):
    assert telling["precisie"] >= 0.97
    assert telling["geraakt"] <= 0.05
