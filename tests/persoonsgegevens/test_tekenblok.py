"""Two who sign beside or below each other each have the office of their own place."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

LEESBAAR = [
    (
        "burgemeester en wethouders van Meenthoven,\n"
        "de secretaris,\tde burgemeester,\nA.B. Kolk\tC. Staal"
    ),
    (
        "Gedeputeerde Staten van Drenthe,\n"
        "de secretaris,        de voorzitter,\nL. Kolk        Cor Staal"
    ),
    (
        "Hoogachtend,\nhet college van burgemeester en wethouders,\n\n"
        "mevrouw L. Kolk\tde heer C. Staal\ngemeentesecretaris\tburgemeester"
    ),
    "De raad voornoemd,\nde griffier,\t\tde voorzitter,\n\n\nL. Kolk\t\tC. Staal",
    (
        "De secretaris,                 De burgemeester,\n\n\n"
        "(handtekening)                 (handtekening)\n"
        "mr. L. Kolk                    drs. C. Staal"
    ),
    "Hoogachtend,\nde secretaris, de burgemeester,\nL. Kolk C. Staal",
    (
        "Burgemeester en wethouders van Assen,\n"
        "de secretaris,\nL. Kolk\nde burgemeester,\nC. Staal"
    ),
    "de burgemeester van Assen,\tde wethouder van Assen,\nLea Kolk\tCor Staal",
    "de secretaris\tde commissaris van de Koning\nLea Kolk\tCor Staal",
    "Lea Kolk,\nde wethouder\n\nCor Staal,\nde burgemeester",
]
GELAKT = [
    ("de directeur,\tde burgemeester,\nLea Kolk\tCor Staal", ["Lea Kolk"]),
    (
        "De wethouder,        De projectleider,\n\nL. Kolk        C. Staal",
        ["C. Staal"],
    ),
    (
        (
            "Het bestuur van de vereniging,\n"
            "de secretaris,\tde voorzitter,\nmr. L. Kolk\tdrs. C. Staal"
        ),
        ["L. Kolk", "C. Staal"],
    ),
    (
        "Namens de burgemeester,\tNamens de wethouder,\nLea Kolk\tCor Staal",
        ["Lea Kolk", "Cor Staal"],
    ),
    ("de verhuurder,\nL. Kolk\nde directeur,\nC. Staal", ["L. Kolk", "C. Staal"]),
    (
        (
            "de burgemeester,\nL. Kolk\n\nDe vereniging vraagt om een zaal.\n"
            "de secretaris,\nC. Staal"
        ),
        ["C. Staal"],
    ),
    (
        "Lea Kolk,\nde burgemeester van Assen heeft gebeld.",
        ["Lea Kolk"],
    ),
    ("Lea Kolk\tCor Staal\nburgemeester van Assen\tbeleidsmedewerker", ["Cor Staal"]),
]


@pytest.mark.parametrize("blok", LEESBAAR)
def test_each_takes_the_office_of_the_own_column(blok: str) -> None:
    assert masked(blok) == []
    assert len([p for p in find(blok).personen if p.openbaar]) == 2


@pytest.mark.parametrize(("blok", "weg"), GELAKT)
def test_who_signs_without_an_office_of_a_council_is_proposed(
    blok: str, weg: list[str]
) -> None:
    assert masked(blok) == weg


def test_who_signs_is_known_by_that_office_in_the_rest_of_the_paper() -> None:
    tekst = (
        "De heer Staal belde gisteren nog.\n"
        "Hoogachtend,\nde secretaris,\tde burgemeester,\nL. Kolk\tC. Staal"
    )
    assert masked(tekst) == []
