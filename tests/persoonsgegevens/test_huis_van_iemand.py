"""Addresses in running text: where someone lives goes, where an office or shelter is stays."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("Een omwonende van de Molenstraat 22b had vragen.", "Molenstraat 22b"),
        ("De bewoonster van Wilgenlaan 7 belde.", "Wilgenlaan 7"),
        ("Melding van Esdoornlaan 41: weer overlast.", "Esdoornlaan 41"),
        ("Onze overburen (Lange Kerkstraat 8) klagen.", "Lange Kerkstraat 8"),
        ("De buren van nummer 3 (Vaartweg 3) klagen.", "Vaartweg 3"),
        ("De man is thuis opgehaald (Wilgenlaan 4).", "Wilgenlaan 4"),
        ("Zij stonden voor de deur op de Vaartweg 3.", "Vaartweg 3"),
        ("Bij hem aan de deur (Vaartweg 3, 9401 AB Assen) hing niets.", "Vaartweg 3, 9401 AB Assen"),
        ("Betrokkene kreeg niets: het is verzonden naar Vaartweg 3 in Assen.", "Vaartweg 3 in Assen"),
        ("Lea Kolk\nRetouradres: Vaartweg 3, Meppel\n\nGeachte raad,", "Vaartweg 3, Meppel"),
        ("Retouradres: L. Kolk, Vaartweg 3, Meppel", "Vaartweg 3, Meppel"),
    ],
)  # fmt: skip
def test_an_address_where_someone_lives_goes(tekst, adres):
    assert adres in gevonden(*tekst.split("\n"))


@pytest.mark.parametrize(
    "tekst",
    [
        "De bewoners van het azc aan de Molenstraat 22 bellen.",
        "De huurders van de flat (Molenstraat 22) bellen.",
        "Pand Molenstraat 22 is leeg; de eigenaar wil verkopen.",
        "Bewoners bellen over het pand Molenstraat 22 in Assen.",
        "De opvang aan de Molenstraat 22 te Assen krijgt bewoners.",
        "Locatie: Molenstraat 22. De bewoners van Molenstraat 22 bellen.",
        "De bewoners van Molenstraat 22 t/m 40 kregen een brief.",
        "De bewoners van de Molenstraat bellen.",
        "De offerte is gestuurd naar Molenstraat 22 in Assen.",
        "Gemeente Meent\nRetouradres: Molenstraat 22, Assen\n\nGeachte raad,",
    ],
)
def test_an_address_of_many_or_of_nobody_stays(tekst):
    assert gevonden(*tekst.split("\n")) == []


def test_a_building_is_not_glued_to_the_name_before_it():
    assert gevonden("Eigenaar: J. Kolk. Pand Molenstraat 22 te Assen is leeg.") == [
        "J. Kolk"
    ]


def test_a_building_in_the_row_of_its_owner_stays():
    rij = "Adres|Eigenaar||Pand Molenstraat 22, 9401 AA Assen|J. Kolk"

    assert gevonden(rij) == ["J. Kolk"]


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("De bewoonster van Lage Vaart 18-2 belde.", "Lage Vaart 18-2"),
        ("Zij staat ingeschreven op Vaartweg 3.", "Vaartweg 3"),
        ("Een man, wonend op de Vaartweg 3, belde.", "Vaartweg 3"),
        ("Hoogachtend,\n\nLea Kolk\nVaartweg 3\n", "Vaartweg 3"),
        ("Lea Kolk, Vaartweg 3, Assen", "Vaartweg 3, Assen"),
    ],
)
def test_a_home_without_postcode_or_town_goes(tekst, adres):
    assert adres in gevonden(*tekst.split("\n"))


@pytest.mark.parametrize(
    "tekst",
    [
        "Met vriendelijke groet,\nGemeente Meent\nVaartweg 3",
        "Agenda\nVaartweg 3\nRondvraag",
        "De bewoners van het woonwagencentrum aan de Vaartweg 3 bellen.",
        "Klacht over het pand aan de Vaartweg 3. Melding van Vaartweg 3.",
    ],
)
def test_an_address_under_no_ones_name_stays(tekst):
    assert gevonden(*tekst.split("\n")) == []


def test_an_address_does_not_begin_in_the_sentence_before_it():
    tekst = "Aanvrager: Lea Hoekstra. Burg. Dekkerweg 3, 9401 AB Assen"

    assert gevonden(tekst) == ["Lea Hoekstra", "Burg. Dekkerweg 3, 9401 AB Assen"]
