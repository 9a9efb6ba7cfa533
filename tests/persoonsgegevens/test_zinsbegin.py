"""What opens a run or a sentence and is no name: kinds of reception, adverbs, places."""

from __future__ import annotations

import pytest
from vindbouw import masked

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "POL Ter Apel is vol. De bus rijdt via Ter Apel.",
        "Bij POL Emmen en GVA De Wijk is plek. Ook De Wijk doet mee.",
        "HVO Vught sluit.\nVBL Meppel",
        "De GVA Vries opent.",
    ],
)
def test_a_kind_of_reception_before_a_place_is_no_initials(tekst):
    assert gevonden(tekst) == []


def test_initials_before_a_surname_that_is_also_a_place_stay():
    assert gevonden("Mevrouw J.P. Meppel belt.") == ["J.P. Meppel"]
    assert gevonden("Mevrouw JMA Meppel belt.") == ["JMA Meppel"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Anders vraagt de minister het.",
        "Dat moet nu. Anders zegt het COA nee.",
        "Anders vraagt hij het zelf.",
    ],
)
def test_an_adverb_before_who_speaks_is_no_name(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Anders vraagt om uitstel.", "Anders"),
        ("Anders zegt dat hij komt.", "Anders"),
        ("Wil zegt dat hij komt.", "Wil"),
        ("Marleen vraagt de minister het.", "Marleen"),
    ],
)
def test_who_speaks_himself_stays(tekst, naam):
    assert gevonden(tekst) == [naam]


@pytest.mark.parametrize(
    "erna",
    [
        "Hij komt uit Vries.",
        "Het plan Vries is klaar.",
        "\nVries, 3 november 2024",
        "Wij kijken dan langs Vries.",
    ],
)
def test_a_village_is_not_who_has_its_name_with_a_particle(erna):
    assert gevonden(f"Mevrouw De Vries belde. {erna}") == ["De Vries"]


def test_a_title_makes_it_one():
    assert gevonden("Mevrouw De Vries belde. De heer Vries ook.") == [
        "De Vries",
        "Vries",
    ]


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        (
            "Van Bianca de Groot kreeg ik bericht dat het later wordt.",
            "Bianca de Groot",
        ),
        ("Ik wacht. Van Jeroen van 't Hof hoorde ik niets.", "Jeroen van 't Hof"),
        ("Van Leo van Dijk is er nog geen reactie.", "Leo van Dijk"),
        ("Van Oetske Ophuizen begreep ik dat het mag.", "Oetske Ophuizen"),
        ("- Van Els hoorde ik niets.", "Els"),
        ("Op Karin Bos kun je rekenen.", "Karin Bos"),
    ],
)
def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name(
    zin: str, wie: str
) -> None:
    assert masked(zin) == [wie]


def test_a_particle_that_opens_a_sentence_stays_with_its_surname() -> None:
    assert masked("Met dank aan Van Thijn. Van Thijn vroeg het.") == [
        "Van Thijn",
        "Van Thijn",
    ]
