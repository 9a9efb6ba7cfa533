"""A slip in a surname: found without comparing everyone with everyone."""

from __future__ import annotations

import itertools
import random

import pytest

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens, varianten
from pipeline.extraction.persoonsgegevens.personen import Personen, Wie
from pipeline.extraction.persoonsgegevens.varianten import _Buren, _shortened
from pipeline.readers.opbouw import Bouwer
from pipeline.taal.namen.naam import Naam
from pipeline.taal.namen.vorm import distance
from tests.persoonsgegevens.test_lange_reeksen import BOEK, work


def mensen(*teksten):
    documenten = []
    for nummer, tekst in enumerate(teksten):
        bron = Bron(bestand=f"{nummer}.txt", sha256=f"{nummer:064}", formaat="txt")
        bouwer = Bouwer(bron)
        bouwer.blok(tekst, OpPagina(1))
        documenten.append(bouwer.build())
    return {p.naam for p in find_persoonsgegevens(documenten, BOEK, None).personen}


@pytest.mark.parametrize(
    ("een", "twee"),
    [
        ("Slotemaker", "Slotemakker"),
        ("Slotemaker", "Sloetmaker"),
        ("Slotemaker", "Slotmakr"),
        ("Quakkelaar", "Kwakkelaar"),
    ],
)
def test_a_slip_in_a_long_surname_is_one_person(een, twee):
    assert len(mensen(f"Mevrouw L. {een} belt. Dank aan mevrouw {twee}.")) == 1


@pytest.mark.parametrize(
    ("een", "twee"),
    [
        ("Slotemaker", "Quakkelaar"),
        ("Slotemaker", "Slottemakkers"),
        ("Bakel", "Bakal"),
    ],
)
def test_another_surname_is_someone_else(een, twee):
    assert len(mensen(f"Mevrouw L. {een} belt. Dank aan mevrouw {twee}.")) > 1


def test_a_slip_in_another_document_tells_nothing():
    assert len(mensen("Mevrouw L. Slotemaker belt.", "Mevrouw Slotemakker.")) > 1


def test_those_nearby_are_the_same_as_when_all_are_compared():
    kans = random.Random(7)  # noqa: S311 (no secret)
    personen = Personen()
    for nummer in range(400):
        lengte = kans.choice([4, 5, 6, 7, 8, 9, 10])
        wie = Wie("".join(kans.choice("abc") for _ in range(lengte)))
        wie.adressen = [Naam(initialen="L")]
        wie.treffers = [Plek(nummer % 2)]
        personen.alle.append(wie)
    buren = _Buren(personen)

    for wie in personen.alle:
        if len(wie.sleutel) < 6:
            continue
        grens = 2 if len(wie.sleutel) > 7 else 1
        allen = [
            a
            for a in personen.alle
            if a.treffers[0].blad == wie.treffers[0].blad
            and 0 < distance(wie.sleutel, a.sleutel, grens) <= grens
        ]
        hier = [
            a
            for a in buren.near(wie, grens)
            if distance(wie.sleutel, a.sleutel, grens) <= grens
        ]
        assert hier == allen


class Plek:
    """As much of a mention as the index looks at."""

    def __init__(self, blad):
        self.blad = blad
        self.rol = None


@pytest.mark.parametrize("lengte", [28, 29, 30, 31, 32, 33, 60])
@pytest.mark.parametrize("plek", [0, 9, 14, 20, 26])
def test_a_slip_in_a_very_long_name_is_near(lengte, plek):
    woord = "".join("abcdefghijklmnopqrstuvwxyz"[i * i % 23] for i in range(lengte))
    ander = woord[:plek] + woord[plek + 1 :]
    for een, twee in (
        (woord, ander),
        (ander, woord),
        (woord, ander + "q"),
        (woord, woord + "qq"),
    ):
        personen = Personen()
        personen.alle = [Wie(een), Wie(twee)]
        for wie in personen.alle:
            wie.adressen, wie.treffers = [Naam(initialen="L")], [Plek(0)]

        assert _Buren(personen).near(personen.alle[0], 2) == [personen.alle[1]]


def test_a_word_with_letters_left_out_has_each_form_once():
    assert sorted(_shortened("aab", 1)) == ["aa", "aab", "ab"]
    assert sorted(_shortened("ab", 2)) == ["", "a", "ab", "b"]


def _other_names(aantal):
    kans = random.Random(aantal)  # noqa: S311 (no secret)
    klanken = ["bra", "ke", "lo", "min", "du", "sta", "ver", "po", "ri", "wen"]
    klanken += ["gul", "zee", "hof", "pijk", "tes", "noo", "vri", "am"]
    return [
        "".join(kans.choice(klanken) for _ in range(5)).capitalize()
        for _ in range(aantal)
    ]


def test_few_are_compared_in_a_long_list_of_other_names(monkeypatch):
    gemeten = []

    def count(*delen):
        gemeten.append(delen)
        return distance(*delen)

    monkeypatch.setattr(varianten, "distance", count)
    namen = _other_names(800)
    mensen("".join(f"L. {naam} (COA) sprak. " for naam in namen))

    assert len(gemeten) < 5 * len(namen)


def test_four_times_the_names_is_four_times_the_work():
    letters = itertools.cycle("ABCDEFGHJKLMNPRSTVW")
    namen = [f"{next(letters)}. {n} (COA) sprak. " for n in _other_names(800)]
    een, vier = "".join(namen[:200]), "".join(namen)
    mensen(vier)  # words are remembered

    assert work(vier) < 1.25 * 4 * work(een)
