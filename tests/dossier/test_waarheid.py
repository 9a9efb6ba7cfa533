from __future__ import annotations

import re
import tomllib
from datetime import date, time
from functools import cache
from pathlib import Path

import pytest

from modellen.afspraak import Actiesoort, Actiestatus, Resultaat
from modellen.bevinding import Klasse
from modellen.stuk import Soort
from tests.dossier.maak_invoer import WORTEL

readers = pytest.importorskip("pipeline.readers")

INVOER = WORTEL / "invoer"
WAARHEID = tomllib.loads(
    (Path(__file__).parent / "waarheid.toml").read_text(encoding="utf-8")
)
BESTANDEN = WAARHEID["bestand"]
PADEN = [b["pad"] for b in BESTANDEN]


@cache
def _lees(pad: str):
    from pipeline.settings import Grenzen

    return readers.read_file(INVOER / pad, pad, Grenzen())


def _plat(tekst: str) -> str:
    return re.sub(r"\s+", " ", tekst.lower())


@cache
def _tekst(pad: str) -> str:
    return _plat("\n".join(d.tekst for d in _lees(pad).documenten))


def _records(bestand, soort):
    return [r for d in bestand["document"] for r in d.get(soort, ())]


@pytest.mark.parametrize("bestand", BESTANDEN, ids=PADEN)
def test_the_words_of_the_truth_stand_in_the_file(bestand):
    if "ongelezen" in bestand:
        pytest.skip("deze bladzijden hebben geen tekst")
    tekst = _tekst(bestand["pad"])
    gezocht = [
        *(
            r["woorden"]
            for r in _records(bestand, "actie") + _records(bestand, "besluit")
        ),
        *bestand.get("geen_actie", ()),
        *bestand.get("geen_besluit", ()),
        *(d["titel"] for d in bestand["document"] if "titel" in d),
    ]
    assert [w for woorden in gezocht for w in woorden if w.lower() not in tekst] == []
    assert [w for w in bestand.get("niet_in_tekst", ()) if w in tekst] == []


@pytest.mark.parametrize("bestand", BESTANDEN, ids=PADEN)
def test_pages_and_attachments_are_those_of_the_truth(bestand):
    lezing = _lees(bestand["pad"])
    assert lezing.mislukt == ()
    eerste = lezing.documenten[0]
    laatste = [d["paginas"][1] for d in bestand["document"] if "paginas" in d]
    if laatste:
        assert len(eerste.paginas) == max(laatste)
    if "bijlagen" in bestand:
        assert list(eerste.eigenschappen.bijlagen) == bestand["bijlagen"]
    assert eerste.eigenschappen.wijzigingen_open is bestand.get(
        "wijzigingen_open", False
    )
    assert eerste.eigenschappen.zwarte_vlakken == bestand.get("zwarte_vlakken", 0)


def test_the_truth_speaks_the_words_of_the_model():
    for bestand in BESTANDEN:
        for document in bestand["document"]:
            soorten = document["soort"]
            assert set([soorten] if isinstance(soorten, str) else soorten) <= set(Soort)
        for actie in _records(bestand, "actie"):
            assert actie.get("soort", "actie") in set(Actiesoort)
            assert actie.get("status", "nieuw") in set(Actiestatus)
            assert actie["termijn"] == "" or isinstance(actie["termijn"], date)
        assert {b["resultaat"] for b in _records(bestand, "besluit")} <= set(Resultaat)
        for vergadering in _records(bestand, "vergadering"):
            assert time.fromisoformat(vergadering.get("begin", "09:00")).hour >= 9
    assert {b["klasse"] for b in WAARHEID["bevinding"]} <= set(Klasse)


def test_mistakes_can_be_found_in_the_files_they_name():
    for bevinding in WAARHEID["bevinding"]:
        samen = " ".join(_tekst(b) for b in bevinding["bestanden"])
        if "ongelezen" not in bevinding["over"]:
            assert [w for w in bevinding["over"] if w.lower() not in samen] == []
