"""An office, where it is held, and who holds it, in one run of capitals."""

from __future__ import annotations

import pytest
from vindbouw import masked

LEESBAAR = [
    "De CdK van Groningen Cor Staal opent de vergadering.",
    "Wethouder van Assen Cor Staal sluit af.",
    "Wethouder van Meenthoven Cor Staal sluit af.",
    "burgemeester van Midden-Groningen Aly Staal opent de school.",
    "De burgemeester van De Wolden C. Staal sprak.",
    "De burgemeester van Den Haag Cor van der Staal sprak.",
    "Burgemeester van Hoogeveen Cor Staal",
    "de wethouder van de gemeente Emmen Cor Staal",
    "de loco van Tynaarlo Staal komt",
    "de commissaris van de Koning van Drenthe Cor Staal",
    "de raadsleden van Assen Lea Kolk en Cor Staal stemden tegen",
    "De wethouder van Assen Cor Staal (voorzitter) opent.",
    "Namens de burgemeester van Emmen Cor Staal deel ik u mee dat het mag.",
    "De secretaresse van wethouder Cor Staal van Assen belt.",
]
GELAKT = [
    "de secretaresse van de wethouder van Assen Cor Staal belde",
    "De secretaresse van wethouder van Assen Cor Staal",
    "Adviseur wethouder van Assen Cor Staal",
    "De buurman van de burgemeester van Assen Cor Staal klaagde.",
    "De zoon van de wethouder van Meenthoven Cor Staal belde.",
    "Namens de burgemeester van Emmen Cor Staal, hoofd Juridische Zaken",
    "Bezwaar tegen de burgemeester van Assen Cor Staal, wonende te Assen",
    "Afspraak met de wethouder van Assen Cor Staal (bewoner)",
    "een inwoner van Assen Cor Staal belde",
    "De fietsenmaker van Assen Cor Staal belde.",
    "de projectleider van Meenthoven Cor Staal",
    "De wethouder van Assen belde Cor Staal.",
    "De burgemeester van Assen heeft Cor Staal gesproken.",
    "brief aan de burgemeester van Assen\nCor Staal\nBrink 3",
]


@pytest.mark.parametrize("zin", LEESBAAR)
def test_who_holds_an_office_somewhere_stays_readable(zin: str) -> None:
    assert not any("Staal" in stuk for stuk in masked(zin))


@pytest.mark.parametrize("zin", GELAKT)
def test_who_only_comes_from_there_or_stands_beside_is_proposed(zin: str) -> None:
    assert "Cor Staal" in masked(zin)


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("Echtgenote van de burgemeester: Wies Bal", "Wies Bal"),
        ("Zoon van de wethouder van Meent:\tMar Vis", "Mar Vis"),
    ],
)
def test_a_label_names_who_is_beside_an_office_whatever_it_looks_like(
    zin: str, wie: str
) -> None:
    assert masked(zin) == [wie]


@pytest.mark.parametrize(
    "zin",
    [
        "Brief van de burgemeester: Nieuw Bal in de schuur",
        "De man van de wethouder: geen bezwaar.",
        "De wethouder van Emmen Noord fietst.",
        "De burgemeester van Assen Marathon is een wandeling.",
    ],
)
def test_what_is_no_person_is_left(zin: str) -> None:
    assert masked(zin) == []


def test_who_is_followed_up_is_no_place() -> None:
    assert masked("Ik schrijf als opvolger van Oetske Ophuizen.") == ["Oetske Ophuizen"]
