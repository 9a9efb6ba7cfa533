"""Offices and names in pairs, in series with their seats, and behind a portfolio."""

from __future__ import annotations

import pytest
from vindbouw import masked

GEVALLEN = [
    ("Portefeuillehouder / steller: Lea Kolk / Ab Dam", ["Ab Dam"]),
    ("Behandelaar/wethouder: Ab Dam/Lea Kolk", ["Ab Dam"]),
    ("Wethouder / ambtenaar: Kolk / Wiersma", ["Wiersma"]),
    ("Burgemeester / wethouder: Kolk / Wiersma", []),
    ("Besproken met wethouder Kolk / Wiersma", ["Wiersma"]),
    ("burgemeester Kolk/Wiersma", ["Wiersma"]),
    ("Projectleider Kolk en Wiersma", ["Kolk", "Wiersma"]),
    ("Wethouders Kolk / Wiersma", []),
    ("Raadsleden Kolk (VVD), Botros (D66) en Wiersma (griffie)", ["Wiersma"]),
    ("Ambtelijk contact / wethouder: Ab Dam / Lea Kolk", ["Ab Dam"]),
    ("Ambtelijk opdrachtgever / wethouder: Ab Dam / Lea Kolk", ["Ab Dam"]),
    ("Burgemeester Kolk / Meppel", []),
    (
        "De burgemeesters van Assen (de heer Kolk), Meppel (Dam) en Emmen (Wiersma)",
        [],
    ),
    ("Overleg: wethouders van Assen (Lea Kolk), COA (Ab Dam)", ["Ab Dam"]),
    ("Overleg: wethouders van Assen (Lea Kolk), Winkelhof (Ab Dam)", ["Ab Dam"]),
    ("Aanwezig: wethouder Zorg, Jeugd en Onderwijs Lea Kolk", []),
    ("gedeputeerde Natuur, Landbouw: Lea Kolk", []),
    ("Wethouder Groen, Lea Kolk", ["Lea Kolk"]),
    ("Aanwezig: wethouder, Zorg en Jeugd, Lea Kolk", ["Lea Kolk"]),
]


@pytest.mark.parametrize(("tekst", "weg"), GEVALLEN)
def test_each_gets_the_role_of_the_own_place(tekst: str, weg: list[str]) -> None:
    assert masked(tekst) == weg


@pytest.mark.parametrize("kop", ["Wat\tWie", "Overleg\tDeelnemers", "Actie\tDoor wie?"])
def test_an_office_under_a_head_of_topics_is_not_of_who_stands_behind_it(
    kop: str,
) -> None:
    tekst = f"{kop}\nWethouder\tLea Kolk\nBrief\tAb Dam\nNota\tJet Wiersma\n"
    assert "Lea Kolk" in masked(tekst)


@pytest.mark.parametrize("kop", ["Functie\tNaam", "Rol\tWie"])
def test_an_office_under_a_head_of_functions_is(kop: str) -> None:
    tekst = f"{kop}\nWethouder\tLea Kolk\nAdviseur\tAb Dam\nJurist\tJet Wiersma\n"
    assert masked(tekst) == ["Ab Dam", "Jet Wiersma"]
