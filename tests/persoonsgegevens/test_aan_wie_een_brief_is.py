"""Whom a letter greets holds the office that it is addressed to."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    "brief",
    [
        "Aan de commissaris van de Koning in Drenthe\nPostbus 122\nBetreft: plan\nGeachte heer Zwiep,",
        "Aan: de burgemeester van Assen\nGeachte mevrouw Zwiep,",
        "T.a.v. de wethouder\nNoordersingel 33\nZeer geachte heer Zwiep,",
    ],
)  # fmt: skip
def test_the_office_of_the_address_is_of_who_is_greeted(brief):
    assert not any("Zwiep" in g for g in gevonden(*brief.split("\n")))


@pytest.mark.parametrize(
    "brief",
    [
        "Aan burgemeester en wethouders van Assen\nGeachte heer Zwiep,",
        "Aan de burgemeester van Assen\nt.a.v. mevrouw Anna Zwiep\nGeachte mevrouw Zwiep,",
        "Aan de bewoners van de Kade\nDe burgemeester is blij\nGeachte heer Zwiep,",
        "Aan de burgemeester, cc. de politie\nGeachte heer Zwiep,",
    ],
)  # fmt: skip
def test_a_letter_to_a_college_or_to_someone_else_tells_no_office(brief):
    assert any("Zwiep" in g for g in gevonden(*brief.split("\n")))


def test_letters_that_are_initials_in_a_list_of_them_are_no_party():
    regel = "Initialen: AJ = Anna Jager, WA = Weiming Aydoğan, GL = Grietinus Loman"

    assert {"Weiming Aydoğan", "GL", "WA"} <= set(gevonden(regel))
