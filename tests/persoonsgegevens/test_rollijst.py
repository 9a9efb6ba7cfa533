"""A list whose head tells what all on it are."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

LEESBAAR = [
    "Bestuurlijk:\nLea Kolk\nCor Staal\n\nHet overleg begint.",
    "Bestuurlijke deelnemers: Lea Kolk, Cor Staal",
    "Bestuurlijk: mevrouw Lea Kolk (Assen), de heer Cor Staal (Emmen)",
    "Aanwezig\nBestuurlijk\n- Lea Kolk, Assen\n- Cor Staal, Midden-Groningen",
    "Bestuurlijk\tLea Kolk, Cor Staal",
    "Aanwezig bestuurlijk: Lea Kolk; Cor Staal",
    "Portefeuillehouders:\nLea Kolk\nCor Staal",
    "Wethouders:\n- Lea Kolk\n- Cor Staal",
]
GELAKT = [
    ("Ambtelijk:\nLea Kolk\nCor Staal", ["Lea Kolk", "Cor Staal"]),
    (
        "Bestuurlijk: Lea Kolk, Cor Staal\nAmbtelijk: Ab Dam, Wim Post",
        ["Ab Dam", "Wim Post"],
    ),
    ("Bestuurlijk: Lea Kolk\nCor Staal", ["Cor Staal"]),
    ("Bestuurlijk:\nLea Kolk\nCor Staal, beleidsadviseur\nAb Dam", ["Cor Staal"]),
    ("Bestuurlijk: Lea Kolk, Cor Staal (secretaris)", ["Cor Staal"]),
    ("Bestuurlijk:\nLea Kolk\n\nCor Staal belde terug.", ["Cor Staal"]),
    ("Bestuurlijk: dit loopt via Lea Kolk.", ["Lea Kolk"]),
    ("Bestuurlijk overleg: Lea Kolk", ["Lea Kolk"]),
    ("Ambtelijk\nBestuurlijk\nLea Kolk\nCor Staal", ["Lea Kolk", "Cor Staal"]),
    ("Wethouders:\nLea Kolk vroeg ernaar.\nCor Staal niet.", ["Cor Staal"]),
]


@pytest.mark.parametrize("lijst", LEESBAAR)
def test_a_head_of_office_holders_leaves_the_list_readable(lijst: str) -> None:
    assert masked(lijst) == []
    assert len([p for p in find(lijst).personen if p.openbaar]) == 2


@pytest.mark.parametrize(("lijst", "weg"), GELAKT)
def test_who_is_not_on_that_list_or_has_a_role_is_proposed(
    lijst: str, weg: list[str]
) -> None:
    gelakt = masked(lijst)
    assert all(naam in gelakt for naam in weg)


def test_a_head_that_says_no_more_than_bestuurlijk_asks_to_be_confirmed() -> None:
    (wie,) = find("Bestuurlijk:\nLea Kolk").personen
    assert wie.openbaar
    assert wie.bevestigen
