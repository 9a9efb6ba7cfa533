"""A word with a slip in it is no person; a strange name on the same place is."""

from __future__ import annotations

import pytest
from vindbouw import masked as gevonden


@pytest.mark.parametrize(
    "zin",
    [
        "Afsproken is om de puzzel te maken.",
        "Gevraagt wordt of de gemeente meedoet.",
        "3. Geconstatteerd werd dat er te weinig plekken zijn.",
        "Medegedeelt is dat de brief later komt.",
        "Besprooken wordt het plan van aanpak. Genegeerdt werd het niet.",
        "Toegevoegt zijn de bijlagen.",
    ],
)
def test_a_misspelt_participle_is_no_person(zin: str) -> None:
    assert gevonden(zin) == []


@pytest.mark.parametrize(
    ("zin", "naam"),
    [
        ("Oetske is ziek vandaag.", "Oetske"),
        ("Belkacem wordt maandag gebeld.", "Belkacem"),
        ("Verhulsdonck wordt gevraagd om te helpen.", "Verhulsdonck"),
        ("Gevraagt heeft de tafel niets, want Oetske is er niet.", "Oetske"),
    ],
)
def test_a_strange_name_before_the_same_verb_is_found(zin: str, naam: str) -> None:
    assert naam in gevonden(zin)
