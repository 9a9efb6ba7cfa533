"""Who got an office, is a member of a council, or has the office behind the name."""

from __future__ import annotations

import pytest
from vindbouw import masked

LEESBAAR = [
    "Lea Kolk werd in 2019 wethouder van Meppel.",
    "Lea Kolk is per 1 maart 2021 gedeputeerde geworden.",
    "Lea Kolk is benoemd tot burgemeester.",
    "Vorige week is Lea Kolk beëdigd als wethouder van Assen.",
    "Lea Kolk trad in 2015 aan als dijkgraaf.",
    "Lea Kolk is wethouder geweest in Meppel.",
    "Lea Kolk is sinds 2019 wethouder en woont in Meppel.",
    "Burgemeester is nu Lea Kolk.",
    "De brief van het lid van Provinciale Staten Lea Kolk",
    "De leden van de gemeenteraad Mina Botros, Wobbo Plas en Lea Kolk",
    "PS-lid Lea Kolk stelde vragen.",
    "AB-lid mevrouw Kolk",
    "Met vriendelijke groet,\n\nLea Kolk Burgemeester",
    "Lea Kolk Wethouder van Meppel\nMina Botros Gedeputeerde",
    "Lea Kolk Wethouder Zorg en Welzijn",
]
GELAKT = [
    "De zus van Lea Kolk werd in 2019 wethouder van Meppel.",
    "Lea Kolk is benoemd tot adviseur van de burgemeester.",
    "Lea Kolk is in 2019 door de wethouder benoemd.",
    "De leden van de raad van toezicht Mina Botros en Lea Kolk",
    "Aan de leden van de gemeenteraad\nLea Kolk\n06-12345678",
    "Aan de raadsleden\nLea Kolk\n",
    "Steller Lea Kolk Wethouder\nMina Botros",
    "Lea Kolk Burgemeester Botros",
    "Lea Kolk is burgemeester en wethouders kwijt.",
]


@pytest.mark.parametrize("tekst", LEESBAAR)
def test_who_holds_the_office_stays_readable(tekst: str) -> None:
    assert not any("Kolk" in stuk for stuk in masked(tekst))


@pytest.mark.parametrize("tekst", GELAKT)
def test_who_does_not_is_proposed(tekst: str) -> None:
    assert "Lea Kolk" in masked(tekst)
