"""Firms that are called after people, and offices that a sentence tells."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    "zin",
    [
        "De factuur van De Vries Schoonmaak is te hoog.",
        "Parkeren op terrein Van Hoof Metaal.",
        "Vlaai van bakkerij Wijma.",
        "Terugkoppelen over de huur van Bosch & Duin.",
        "Mail naar secretariaatprt@meent.example.",
        "Zij wonen bij meubelfabriek Lankveld.",
    ],
)
def test_een_bedrijf_met_de_naam_van_iemand_blijft_leesbaar(zin):
    assert gevonden(zin) == []


@pytest.mark.parametrize(
    ("regels", "naam"),
    [
        (["Mevrouw Lea Brouwer-van Dam knikt."], "Lea Brouwer-van Dam"),
        (["Aanwezig: Brouwer-van Dam, Lea"], "Brouwer-van Dam, Lea"),
        (["Zijlmans-ten Hoor, E.A.M. (Els)"], "Zijlmans-ten Hoor, E.A.M. (Els)"),
        (["Ab & Lea komen ook.", "Groet, Lea"], "Lea"),
        (["Vraag het Lea Slotemaker in de pauze."], "Lea Slotemaker"),
    ],
)
def test_een_mens_gaat_als_geheel_weg(regels, naam):
    assert naam in gevonden(*regels)


def test_een_huisnummer_met_toevoeging_hoort_bij_het_adres():
    adres = gevonden("Mevrouw S. Quakkelaar", "Dorpsstraat 7-bis", "8712 BB Koudum")
    assert any("7-bis" in stuk for stuk in adres)


@pytest.mark.parametrize(
    "zin",
    [
        "Wiebe Quakkelaar is de wethouder van Westerwolde.",
        "Wiebe Quakkelaar werd burgemeester.",
        "Bestuurlijk verantwoordelijk: Wiebe Quakkelaar",
        "o Wiebe Quakkelaar – dijkgraaf Schieland en de Krimpenerwaard – ja",
    ],
)
def test_een_ambt_dat_de_zin_vertelt_houdt_de_naam_leesbaar(zin):
    assert gevonden(zin) == []


def test_een_groet_aan_ambten_met_namen_is_aan_hen():
    groet = "Geachte burgemeesters, beste Wiebe en Lea, beste Oetske,"
    assert gevonden(groet) == ["Oetske"]


def test_een_ambt_dat_van_een_ander_is_doet_dat_niet():
    assert gevonden("Wiebe Quakkelaar is de burgemeester kwijt.") == [
        "Wiebe Quakkelaar"
    ]
    assert gevonden("De broer van Wiebe Quakkelaar is de burgemeester van Meppel.") == [
        "Wiebe Quakkelaar"
    ]
    tabel = "Kopie|Wiebe Quakkelaar||Portefeuillehouder|wethouder Lea Slotemaker"
    assert gevonden(tabel) == ["Wiebe Quakkelaar"]
    assert gevonden("Van: Statengriffie (Wiebe Quakkelaar)") == ["Wiebe Quakkelaar"]
