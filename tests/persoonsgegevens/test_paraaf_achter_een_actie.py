"""Initials at the end of an action, and a double surname that no list has."""

from __future__ import annotations

import pytest
from vindbouw import masked


def test_an_action_beside_others_that_end_in_initials_ends_in_initials() -> None:
    stuk = "- regeling opzoeken (AvK)\n- agenda checken (BT)\n- overleg (COA)\n\nAnna van Kolk"
    assert set(masked(stuk)) == {"AvK", "BT", "Anna van Kolk"}


def test_letters_behind_an_action_are_no_initials_where_none_are_known() -> None:
    assert masked("- subsidie aanvragen (BT)\n- bijdrage (ZQ)\n") == []


@pytest.mark.parametrize("pijl", ["->", "=>", "→"])
def test_an_arrow_leads_to_who_is_to_do_it(pijl: str) -> None:
    stuk = (
        "Leden: Esra Timmer, Sofie op den Akker\n\n"
        f"2. oproep plaatsen {pijl} ET\n3. spreekuur 10-12 {pijl} SodA\n4. brief {pijl} COA"
    )
    assert masked(stuk) == ["Esra Timmer", "Sofie op den Akker", "ET", "SodA"]


def test_a_strange_first_name_before_two_strange_surnames_is_someone() -> None:
    stuk = "[x] melding - Oetske\n\nteam: Oetske Demirtaş-Kaya, Ab van Loon"
    assert masked(stuk) == ["Oetske", "Oetske Demirtaş-Kaya", "Ab van Loon"]


@pytest.mark.parametrize(
    "stuk",
    [
        "INGEKOMEN 22 JAN 2025 reg. 25/1187",
        "INGEKOMEN 3 MEI 2025 – GEM. GROENEDIJK – afd. MO",
    ],
)
def test_a_stamp_names_no_one(stuk: str) -> None:
    assert masked(stuk) == []


def test_where_a_director_works_is_no_person() -> None:
    assert masked("welkom door Anna Kolk, directeur Woongoed Vechtrand") == [
        "Anna Kolk"
    ]
