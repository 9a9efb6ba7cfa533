"""A number that ends as a switchboard's, beside who has it."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Jelle Roorda\nadviseur\n0592 36 58 88", "0592 36 58 88"),
        ("Jelle Roorda\nT 0592-365100", "0592-365100"),
        ("Neem contact op met Hillechien Boxem via 0592-365100.", "0592-365100"),
        ("Overleg met Hillechien Boxem op 0592-365222.", "0592-365222"),
        ("Mijn doorkiesnummer is 0592-365333.", "0592-365333"),
        ("Mijn nummer is 0592-365100", "0592-365100"),
        ("Direct: 0592-365100", "0592-365100"),
    ],
)
def test_a_number_beside_who_has_it_is_proposed(tekst, nummer):
    assert nummer in gevonden(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Gemeente Meent\nBrink 3\n0592-365100",
        "Jelle Roorda\nGemeente Meent\n0592-365100",
        "Jelle Roorda\nadviseur\nalgemeen nummer 0592-365100",
        "Jelle Roorda, receptie 0592-365100",
        "Bel de gemeente op 0592-365222.",
        "Ons nummer is 0592-365333.",
    ],
)
def test_a_number_of_an_office_stays(tekst):
    assert not any(g.startswith("0592") for g in gevonden(tekst))


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Bel 050-5264530 (algemeen) of 050 526 45 31 van Lea Kolk.", "050 526 45 31"),
        ("Bewoner: u kunt mij thuis bereiken onder 0892 156 322.", "0892 156 322"),
        ("Mevrouw Kolk, bereikbaar op 0592-314200, belt.", "0592-314200"),
    ],
)
def test_a_remark_behind_another_number_says_nothing_of_this_one(tekst, nummer):
    assert nummer in gevonden(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Lea Kolk, 050-5264530 (algemeen)",
        "Lea Kolk: +49 1512 3456789 (algemeen)",
        "De receptie is bereikbaar op 050-5264530.",
        "Gemeente Meent, telefonisch bereikbaar op 0592-314100.",
    ],
)
def test_a_number_that_is_called_general_stays(tekst):
    assert not any("5" in g for g in gevonden(tekst))
