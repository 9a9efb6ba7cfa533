"""Numbers of people in other writings than the usual one."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("tekst", "gegeven"),
    [
        ("Burger Service Nummer 111 222 333", "111 222 333"),
        ("Burger Service Nummer: 111222333", "111222333"),
        ("Lea Kolk, geb. 12-mrt-1984", "12-mrt-1984"),
        ("geboren op 3-januari-1971", "3-januari-1971"),
        ("IBAN NL91abna0417164300", "NL91abna0417164300"),
        ("Paspoort van Lea Kolk. Documentnummer: NXR4P2K81", "NXR4P2K81"),
    ],
)
def test_a_number_in_another_writing_is_found(tekst, gegeven):
    assert gegeven in gevonden(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Burger Service Nummer 111 222 334",
        "Gebied 12-mrt-1984",
        "NL91abna0417164301",
        "Documentnummer: NXR4P2K81",
        "Ons paspoort voor ondernemers, documentnummer 2024-118",
    ],
)
def test_what_is_no_such_number_stays(tekst):
    assert gevonden(tekst) == []
