"""A row of receivers that a line end breaks in a name; a name before "over De Linde"."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

GEBROKEN = [
    "Bcc:\n'Lea Kolk'; 'Oksana\nMelnyk'; 'Rob Staal'",
    "Aan: Lea Kolk; Oksana\nMelnyk; Rob Staal",
    'Aan: "Lea Kolk"; "Oksana van\nMelnyk"; "Rob Staal"',
]
HEEL = [
    "Wij zagen 'Oksana\nMelnyk vertrekt' op de lijst.",
    "Ik sprak Oksana\nMelnyk komt later.",
    "Op de lijst: Lea; Oksana\nAssen - Emmen",
]


@pytest.mark.parametrize("kop", GEBROKEN)
def test_a_surname_below_its_first_name_is_proposed(kop: str) -> None:
    assert any("Melnyk" in stuk for stuk in masked(kop))
    assert any(str(p.naam).endswith("Melnyk") for p in find(kop).personen)


@pytest.mark.parametrize("tekst", HEEL)
def test_a_line_that_is_no_such_row_joins_nothing(tekst: str) -> None:
    regels = {g.herkomst.regel for g in find(tekst).gegevens}
    assert "naam.helft" not in regels


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("De raad sprak met De Groot en De Jong over De Meerpaal.", "De Jong"),
        ("Gesproken met De Boer in De Dars.", "De Boer"),
        ("Overleg van Lea Kolk voor De Borken.", "Lea Kolk"),
        ("De Bruijne liet ons weten dat het te duur is.", "De Bruijne"),
    ],
)
def test_a_name_before_a_house_is_that_name_alone(zin: str, wie: str) -> None:
    assert wie in masked(zin)
