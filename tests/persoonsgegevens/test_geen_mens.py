"""Firms, schools, quarters and languages that look like people, and people beside."""

from __future__ import annotations

import pytest
from vindbouw import masked

NIEMAND = [
    "Ik spreek Engels en een beetje Nederlands.",
    "Wij spreken Spaans",
    "De bouw is gegund aan Volker Wessels.",
    "Namens North Sea Port was niemand aanwezig.",
    "Contact met Yuverta over taallessen",
    "Overleg in Emmerhout en Marsdijk",
    "Locatiemanager Koedijkslanden",
    "Toelichting:\nPost bezorgen bij de balie",
]
IEMAND = [
    ("Ik spreek Kolk morgen.", "Kolk"),
    ("Ik spreek mevrouw Engels nog.", "Engels"),
    ("De heer Volker Wessels belde.", "Volker Wessels"),
    ("Locatiemanager Kolk", "Kolk"),
    ("Toelichting: Kolk", "Kolk"),
    ("Toelichting:\nLea Kolk", "Lea Kolk"),
]


@pytest.mark.parametrize("tekst", NIEMAND)
def test_what_is_no_one_is_not_proposed(tekst: str) -> None:
    assert masked(tekst) == []


@pytest.mark.parametrize(("tekst", "naam"), IEMAND)
def test_someone_of_the_same_form_is(tekst: str, naam: str) -> None:
    assert naam in masked(tekst)
