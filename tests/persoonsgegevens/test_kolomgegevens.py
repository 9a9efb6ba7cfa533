"""Columns whose head says what stands below: cells that tell nothing by themselves."""

from __future__ import annotations

import pytest

from pipeline.extraction.persoonsgegevens.pijplijn import make_pijplijn
from pipeline.rulebook import Regelboek
from tests.persoonsgegevens.test_soorten_stukken import gevonden

NLP = make_pijplijn(Regelboek())
DEELNEMERS = (
    "Voorletters|Tussenvoegsel|Achternaam|Straat|Huisnr|Postcode|Plaats|Geb.datum|Mobiel"
    "||W.J.|van der|Quakkelaar|Kerkweg|4|8711 AA|Workum|02-03-1977|612345678"
    "||S.|-|Slotemaker|Dorpsstraat|12 a|8712 BB|Koudum|31-12-1969|06 12345670"
)


def test_in_een_lijst_van_mensen_blijft_niets_van_hen_over():
    over = [c for c in DEELNEMERS.replace("||", "|").split("|")[9:] if c != "-"]
    assert set(over) <= {*gevonden(DEELNEMERS)}


@pytest.mark.parametrize("kop", ["Locatie", "Organisatie", "Gemeente", "Naam locatie"])
def test_het_adres_van_een_locatie_blijft_leesbaar(kop):
    tabel = f"{kop}|Adres|Postcode|Contactpersoon||De Meent|Kerkweg 4|8711 AA|Wiebe Quakkelaar"
    assert gevonden(tabel) == ["Wiebe Quakkelaar"]


def test_het_postadres_en_de_rij_van_niemand_blijven_leesbaar():
    tabel = (
        "Naam|Adres|Plaats||Wiebe Quakkelaar|Postbus 12|Workum||totaal|Kerkweg 4|Koudum"
    )
    assert {"Postbus 12", "Kerkweg 4", "Koudum"}.isdisjoint(gevonden(tabel))


def test_een_plaats_alleen_is_geen_adres():
    assert gevonden("Naam|Plaats||Wiebe Quakkelaar|Koudum") == ["Wiebe Quakkelaar"]


def test_wie_een_ambt_heeft_staat_er_met_zijn_rij():
    tabel = "Naam|Functie|Voorletters||Wiebe Quakkelaar|burgemeester|W.J."
    assert gevonden(tabel) == []


@pytest.mark.parametrize("nummer", ["111222333", "1112.22.333", "111.22.23.33"])
def test_onder_de_kop_bsn_gaat_elk_nummer_weg(nummer):
    assert nummer in gevonden(f"Wie|BSN||Wiebe Quakkelaar|{nummer}")


def test_een_achternaam_die_een_plaats_is_gaat_weg_onder_zijn_kop():
    assert "Noordhoek" in gevonden(
        "Voornaam|Achternaam|Functie||Sytske|Noordhoek|adviseur"
    )


def test_de_naam_die_een_lijst_draagt_gaat_weg_als_iemand_zo_heet():
    assert gevonden("Lijst Wiebe Quakkelaar", "Mevrouw Wiebe Quakkelaar komt.") == [
        "Wiebe Quakkelaar",
        "Wiebe Quakkelaar",
    ]
    assert gevonden("Lijst Wiebe Quakkelaar haalt twee zetels.") == []


def test_initialen_voor_het_apenstaartje_zijn_van_iemand():
    assert gevonden("Mail naar w.q@meent.example of info@meent.example.") == ["w.q"]
    assert gevonden("Zie b.v. @meent en e.e.a. @team.") == []


@pytest.mark.parametrize(
    ("rij", "weg"),
    [
        ("Naam:\tJitze\tOosterhof", ["Jitze", "Oosterhof"]),
        ("Aanvrager\tWytske\tTolsma\tGoes", ["Wytske", "Tolsma"]),
        ("Naam:\tSanne\tGoes", ["Sanne"]),
        ("Naam:\tJitze\tSecretaris", ["Jitze"]),
        ("Naam:\tUtrecht\tAmersfoort", []),
    ],
)
def test_a_surname_in_the_cell_behind_a_promised_first_name(rij, weg):
    doc = NLP(f"Gegevens van de aanvraag\n{rij}\nStatus:\tin behandeling")
    assert [s.text for s in doc.spans["weg"]] == weg


@pytest.mark.parametrize("kop", ["Toestel", "Tst.", "Doorkiesnr", "Intern nummer"])
def test_een_toestelnummer_gaat_weg_ook_van_wie_een_ambt_heeft(kop):
    tabel = (
        f"Functie|Naam|{kop}||adviseur|Wiebe Quakkelaar|6623||wethouder|Lea Kolk|4471"
        "||receptie|balie|1000"
    )
    assert gevonden(tabel) == ["Wiebe Quakkelaar", "6623", "4471"]


def test_een_bestuurder_blijft_leesbaar_in_een_kolom_waar_geen_namen_staan():
    tabel = (
        "Actie|Wie|Status||Brief sturen|Wiebe Quakkelaar|ligt bij gedeputeerde Kolk"
        "||Kolk bellen|secretariaat|klaar"
    )
    assert gevonden(tabel) == ["Wiebe Quakkelaar"]


@pytest.mark.parametrize("kop", ["Bestuurlijk", "Best.", "Portefeuille"])
def test_het_ambt_in_de_kolom_van_bestuurders_is_niet_van_de_trekker(kop):
    tabel = (
        f"Locatie|Trekker|{kop}||Meent|Wiebe Quakkelaar|burg. Zevenbergen"
        "||Veld|S. Ophuizen|Noordhoek (wethouder)"
    )
    assert {"Wiebe Quakkelaar", "S. Ophuizen"} <= {*gevonden(tabel)}


def test_het_ambt_in_de_kolom_functie_is_van_wie_ervoor_staat():
    tabel = "Naam|Functie||Wiebe Quakkelaar|burgemeester Zevenbergen"
    assert gevonden(tabel) == []


def test_een_ambt_in_de_rij_erboven_is_geen_kop():
    tabel = (
        "Naam|Functie|Namens||Ab Dam|burgemeester|gemeente Meent||Jet Kolk|burgemeester"
        "|gemeente Veld||Lea Ophuizen|wethouder|gemeente Meent"
    )
    assert gevonden(tabel) == []


@pytest.mark.parametrize("kop", ["Contact", "Ondersteuner"])
def test_naast_een_kolom_van_wethouders_staat_wie_hen_helpt(kop):
    tabel = f"Gemeente|Wethouder|{kop}||Emmen|Ophuizen|Quakkelaar"
    assert gevonden(tabel) == ["Quakkelaar"]


@pytest.mark.parametrize(
    ("kop", "nummer"),
    [
        ("V-nummer", "2711234567"),
        ("V-nr.", "271.123.4567"),
        ("Paspoort nr.", "NXR4P2K81"),
    ],
)
def test_onder_een_kop_voor_een_nummer_van_iemand_gaat_het_weg(kop, nummer):
    assert nummer in gevonden(f"Naam|{kop}||Wiebe Quakkelaar|{nummer}")


@pytest.mark.parametrize("kop", ["Zaaknummer", "Nummer", "Kamernummer"])
def test_een_ander_nummer_in_de_rij_van_iemand_blijft(kop):
    assert gevonden(f"Naam|{kop}||Wiebe Quakkelaar|2711234567") == ["Wiebe Quakkelaar"]
