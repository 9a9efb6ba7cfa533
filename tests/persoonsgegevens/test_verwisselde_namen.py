"""The example papers stay read as well when other people stand in them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from persoonsgegevens_verwisseld import VOORBEELDEN, read_swapped

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="../shared/voorbeelden ontbreekt")
@pytest.mark.parametrize("zeldzaam", [False, True], ids=["gangbaar", "zeldzaam"])
@pytest.mark.parametrize("zaad", range(3))
def test_ook_met_andere_namen_gaat_weg_wat_weg_moet_en_niets_anders(zaad, zeldzaam):
    for voorbeeld in read_swapped(zaad, zeldzaam=zeldzaam):
        stuk = voorbeeld.document
        gevonden = find_persoonsgegevens([stuk], REGELBOEK).gegevens
        gelakt = {i for g in gevonden for i in range(g.begin, g.eind)}
        for begin, eind, _ in voorbeeld.weg:
            assert not any(
                stuk.tekst[i].isalnum() for i in range(begin, eind) if i not in gelakt
            )
        for begin, eind in voorbeeld.blijft:
            assert not gelakt & set(range(begin, eind))
        assert all(
            any(b < g.eind and g.begin < e for b, e, _ in voorbeeld.weg)
            for g in gevonden
        )
