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


def readable(persoon):
    """Where an office keeps a name readable; of two roles the practice differs."""
    if not persoon.openbaar or persoon.rol in {"gemeentesecretaris", "griffier"}:
        return []
    return [(plek.begin, plek.eind) for plek in persoon.vermeldingen]


@pytest.fixture(scope="module", params=[False, True], ids=["gangbaar", "zeldzaam"])
def telling(request):
    weg = raak = vals = blijft = geraakt = leesbaar = 0
    for v in make_set(toets=True, zeldzaam=request.param, ronden=1):
        gevonden = find_persoonsgegevens([v.document], REGELBOEK)
        vondsten = [(g.begin, g.eind) for g in gevonden.gegevens]
        doel = [(begin, eind) for begin, eind, _ in v.weg]
        weg += len(doel)
        raak += sum(covered(d, vondsten) >= 0.9 for d in doel)
        vals += sum(covered(f, doel) == 0 for f in vondsten)
        blijft += len(v.blijft)
        geraakt += sum(covered(b, vondsten) > 0 for b in v.blijft)
        ambten = [plek for p in gevonden.personen for plek in readable(p)]
        leesbaar += sum(covered(d, ambten) > 0 for d in doel)
    return {
        "recall": raak / weg,
        "precisie": raak / (raak + vals),
        "geraakt": geraakt / blijft,
        "leesbaar": leesbaar,
    }


def test_most_of_what_must_go_is_found(telling):
    assert telling["recall"] >= 0.95


def test_little_else_is_touched(telling):
    assert telling["precisie"] >= 0.97
    assert telling["geraakt"] <= 0.05


def test_no_official_is_readable_by_an_office_that_is_not_theirs(telling):
    assert telling["leesbaar"] == 0
