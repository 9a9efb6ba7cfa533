"""Names no list knows, and what only looks like one: read by the place they stand in."""

from __future__ import annotations

import pytest
from vindbouw import make_document
from vindbouw import masked as gevonden

from modellen.persoon import Gegevenssoort, Persoonsgegeven
from pipeline.extraction.persoonsgegevens.uitkomst import _without_overlap


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        ("De begroting is rond, want Oetske rekent alles na.", ["Oetske"]),
        ("Vraag 3 gaat naar de afdeling (Oetske) en komt terug.", ["Oetske"]),
        (
            "Het rooster komt van de leiding: Oetske & Wobbo maken het.",
            ["Oetske", "Wobbo"],
        ),
        ("De sleutel is afgegeven aan Oetske.", ["Oetske"]),
        ("Dat Van der Meer het dossier overneemt is nieuw.", ["Van der Meer"]),
        ("De Groot zou dinsdag bellen.", ["De Groot"]),
        ("Hans heeft de cijfers nagekeken. Peter deed de rest.", ["Hans", "Peter"]),
        ("De melder (hr. Ophuizen) is gebeld.", ["Ophuizen"]),
        ("Auteur Ophuizen, Oetske\nVersie 2", ["Ophuizen, Oetske"]),
        ("Dat is volgens Oetske geen probleem.", ["Oetske"]),
        ("Open\n[ ] Oetske - lijst nalopen", ["Oetske"]),
        ("De mails van Bakker en De Boer zijn bewaard.", ["Bakker", "De Boer"]),
        ("Vraag het aan de balie, Ophuizen, toestel 4471.", ["Ophuizen", "4471"]),
        (
            "M. van der Meer      gezien\nL. van den Berg      terug",
            ["M. van der Meer", "L. van den Berg"],
        ),
        ("U bent op 4 mei 1971 geboren.", ["4 mei 1971"]),
        ("t.a.v. O. Ophuizen, Postbus 67, 7670 AB Meppel", ["O. Ophuizen"]),
        ("Fijn weekend!\nGroet,\nWillem, van Dijk\nTeam Asiel", ["Willem, van Dijk"]),
        ("Dat zei Oetske Ophuizen1 vorig jaar.", ["Oetske Ophuizen"]),
        ("Wie\tWat\tWanneer\nOetske\tde zaal regelen\tmaandag", ["Oetske"]),
        ("Week\tAchterwacht\tNummer\n14\tOphuizen\t112", ["Ophuizen"]),
        ("Opsteller: OO (Oetske Ophuizen)", ["OO", "Oetske Ophuizen"]),
        ("Jan van Dijk van Vastgoed Meent B.V. maakt bezwaar.", ["Jan van Dijk"]),
        ("Besluit over de kosten (steller Ophuizen).", ["Ophuizen"]),
        ("Er komt advies van het sociaal team (Ophuizen).", ["Ophuizen"]),
        ("Vragen? Bel gerust.\nOetske\nnamens het team", ["Oetske"]),
        ("Een van onze cursisten, Oetske, werkt nu in de zorg.", ["Oetske"]),
        (
            "Aan de raad\nPlein 1\n4531 GZ Terneuzen\nHans Bos\nLange Brink 17, 9401 AB Assen",
            ["Hans Bos", "Lange Brink 17, 9401 AB Assen"],
        ),
        (
            "Ophuizen, Oetske van\tLange Brink 13, 9401 AB Assen",
            ["Ophuizen, Oetske van", "Lange Brink 13, 9401 AB Assen"],
        ),
        ("Bilateraal Pieter/Hans\nVolgende week verder.", ["Pieter", "Hans"]),
        ("Stuur jij het memo nog naar Oetske? Dan is het klaar.", ["Oetske"]),
        ("En heeft Ophuizen al iets gehoord van de politie?", ["Ophuizen"]),
        ("Er lag een brief bij een medewerkster (Ophuizen).", ["Ophuizen"]),
        ("Namens Midden-Groningen\nW. van Dijk, jurist", ["W. van Dijk"]),
        ("Wie: E. Vos, L. van den Berg", ["E. Vos", "L. van den Berg"]),
    ],
)
def test_een_naam_die_in_geen_lijst_staat_wordt_gevonden(tekst, weg):
    assert gevonden(tekst) == weg


@pytest.mark.parametrize(
    "tekst",
    [
        "De GGD-arts en de IND-balie doen mee.",
        "De locatie aan de Zwaluwmarkt ging naar de raad.",
        "Wethouders van Peel en Maas en van Horst a/d Maas waren er.",
        "In de Foodvalley en in Kennemerland blijft het aantal gelijk.",
        "De Syrische en Eritrese groep spreekt Tigrinya of Arabisch.",
        "Postbus 12, 2500 GE Den Haag, 088 715 70 00",
        "Bij calamiteiten: beveiliging, toestel 6400.",
        "Het algemene nummer is 0592 36 55 55.",
        "Retour aan crisisbeheersing@regio.example",
        "De opvang aan de Laan van Ophuizen sluit in mei.",
        "Bel het algemene nummer (0599) 31 02 20 of kom langs.",
        "Algemeen telefoonnummer 0592 31 44 55, e-mail ibt@meent.example",
        "Verslag BO Migratie, zie de bijlage.",
        "Aan de commissaris van de Koning\nVisarenddreef 1\n8232 PH Lelystad",
        "Reserveren kan via zaal201@meent.example.",
        "Soort\tStand\tDoor\nHelpdesk inrichten\tloopt\tKCC",
        "Er ligt een voorstel voor de aankoop De Ketting.",
    ],
)
def test_wat_op_een_naam_lijkt_en_van_niemand_is_blijft_staan(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Biedt plekken. Wil wel dat Ophuizen (cdk) dat bevestigt.",
        "Lijst: Ophuizen = commissaris van de Koning; Slotemaker = wethouder Meppel",
        "Spreeklijn: wijs op het overleg van collega-gedeputeerde Ophuizen.",
        "Op 7 november kwam burgem. Ophuizen langs.",
        "Oetske Ophuizen / wethouder Hoeksche Waard / aanwezig",
        "Portefeuillehouder(s) Oetske Ophuizen / Wobbo Slotemaker, gedeputeerden",
        "De burgemeester van Meppel, tevens voorzitter van de commissie,\nOetske Ophuizen,\ngelet op",
        "Hoogachtend,\nO. Ophuizen,\ncommissaris van de Koning in de provincie Drenthe",
        "Dat is aan de burgemeesters van de betrokken gemeenten: Ophuizen voor Zwolle, K. Slotemaker voor Kampen en T. Quakkelaar voor Meppel.",
        "Burgemeester Jansen van West Betuwe schreef een brief.\n• Jansen vraagt aandacht.",
        "Meppel, 2 mei 2025\nDe burgemeester voornoemd,\nO. Ophuizen",
        "Wij spraken de wethouder wonen en zorg Ophuizen over de bouw.",
        "Aanwezig was de gedeputeerde migratie, Oetske Ophuizen.",
        "Dat heeft zij tegen Ophuizen gezegd (onze gedeputeerde dus).",
        "Afwezig m.k.: Oetske Ophuizen (burgemeester Oosterhaar)",
        "Rol\tNaam\nBestuurlijk: burgemeester Assen\tOphuizen, Oetske",
    ],
)
def test_een_ambt_vlak_bij_een_onbekende_naam_houdt_haar_leesbaar(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Wie belt er? Hans denk ik.",
        'Bericht: "Hoi Hans, de dijkgraaf wil een afspraak."',
        "Aan de portefeuillehouders van de twaalf gemeenten, Hans Jansen (COA)",
        "De nota gedeputeerde: Hans, vrijdag af.",
        "Wethouder Ophuizen is bestuurlijk opdrachtgever, Hans Smit ambtelijk opdrachtgever.",
        "De wethouder wonen en Hans Jansen gaan samen.",
    ],
)
def test_een_ambt_in_de_buurt_maakt_niemand_leesbaar(tekst):
    assert any("Hans" in citaat for citaat in gevonden(tekst))


def test_letters_achter_een_organisatie_zijn_van_wie_ervoor_staat():
    tekst = "Aanwezig: Joke Kolk (Meppel, JK), Bo Tol (COA, BT)\n• JK: de zaal is vol.\n• BT en JK: cijfers"
    assert gevonden(tekst).count("JK") == 3


def test_een_naam_in_een_webadres_of_bestandsnaam_gaat_mee():
    tekst = (
        "Behandeld door: Oetske Ophuizen\n"
        "Zie https://www.meent.example/team/oetske-ophuizen?id=4 en "
        "www.meent.example/Oetske%20Ophuizen\nBijlage: cv_oetske_ophuizen.pdf"
    )
    assert gevonden(tekst) == [
        "Oetske Ophuizen",
        "oetske-ophuizen",
        "Oetske%20Ophuizen",
        "cv_oetske_ophuizen",
    ]


def test_een_webadres_van_een_organisatie_of_bestuurder_blijft_staan():
    tekst = (
        "Wethouder Oetske Ophuizen, zie www.meent.example/oetske-ophuizen en "
        "https://www.meent.example/opvang/verslag-van-de-raad.pdf"
    )
    assert gevonden(tekst) == []


def test_letters_voor_een_organisatie_zijn_van_wie_ervoor_staat():
    tekst = "Aanwezig: Joke Kolk (JK, Meppel), Bo Tol (BT, COA)\n• JK: de zaal is vol.\nBT vult aan dat het past."
    assert gevonden(tekst) == ["Joke Kolk", "JK", "Bo Tol", "BT", "JK", "BT"]


def test_wie_vervangt_krijgt_de_functie_en_niet_wie_vervangen_wordt():
    tekst = (
        "Wobbo Ophuizen / wethouder Hoeksche Waard / afwezig\n"
        "Oetske Slotemaker / vervangt Ophuizen, beleidsadviseur / aanwezig"
    )
    assert gevonden(tekst) == ["Oetske Slotemaker"]


def test_onder_twee_handtekeningen_krijgt_elk_zijn_eigen_functie():
    tekst = (
        "namens het college,\n"
        "O. Ophuizen                    W. Slotemaker\n"
        "burgemeester                   adviseur participatie"
    )
    assert gevonden(tekst) == ["W. Slotemaker"]


def test_wie_vragen_aan_een_ambt_beantwoordt_is_dat_ambt_niet():
    tekst = "Voor vragen aan de commissaris: Oetske Ophuizen, 06-12345678"
    assert gevonden(tekst) == ["Oetske Ophuizen", "06-12345678"]


@pytest.mark.parametrize("streep", [" | ", " / ", ";"])
def test_een_tabel_die_met_strepen_is_getekend_heeft_ook_een_kolom_met_namen(streep):
    regels = [
        ("Nr", "Actie", "Wie", "Wanneer"),
        ("1", "stuk maken", "Oetske", "mei"),
        ("2", "cijfers nazien", "Wobbo en Ophuizen", "juni"),
    ]
    tekst = "\n".join(streep.join(regel) for regel in regels)
    assert gevonden(tekst) == ["Oetske", "Wobbo", "Ophuizen"]


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        (
            "Wij wonen aan de Lange Brink 16, 9401 AB Assen.",
            ["Lange Brink 16, 9401 AB Assen"],
        ),
        (
            "mevrouw Oetske de Lange Brink 16, 9401 AB Assen",
            ["Oetske de Lange Brink 16, 9401 AB Assen"],
        ),
    ],
)
def test_een_adres_dat_als_naam_begint_gaat_heel_weg(tekst, weg):
    assert gevonden(tekst) == weg


def test_een_tweede_toestel_gaat_mee():
    assert gevonden("Oetske Ophuizen, toestel 4471 en 4482") == [
        "Oetske Ophuizen",
        "4471",
        "4482",
    ]


def test_een_vast_nummer_bij_een_naam_gaat_weg_ook_op_kantoor():
    tekst = "Secretariaat: Oetske Ophuizen, (0592) 31 41 59"
    assert gevonden(tekst) == ["Oetske Ophuizen", "(0592) 31 41 59"]


def test_de_letters_achter_een_kenmerk_zijn_van_wie_de_brief_maakte():
    tekst = "Kenmerk: 2024/118/OvD\nContact: O. van Dorpsma"
    assert gevonden(tekst) == ["OvD", "O. van Dorpsma"]


def test_een_huis_tussen_haakjes_is_van_wie_de_schade_heeft():
    tekst = "de schade van W. Ophuizen aan de schutting (Lange Brink 16, 9401 AB Assen)"
    assert gevonden(tekst) == ["W. Ophuizen", "Lange Brink 16, 9401 AB Assen"]


def test_van_twee_voorstellen_die_elkaar_raken_blijft_niets_liggen():
    document = make_document("Oetske de Lange Brink 16")
    lange_naam, naam, begin = (_voorstel(document, 0, e) for e in (21, 15, 12))
    adres = _voorstel(document, 10, 24)
    assert _citaten([lange_naam, adres], document) == ["Oetske de Lange Brink", "16"]
    assert _citaten([naam, adres], document) == ["Oetske de Lange", "Brink 16"]
    assert _citaten([begin, adres], document) == ["Oetske de", "Lange Brink 16"]


def _citaten(voorstellen, document):
    return [v.citaat for v in _without_overlap(voorstellen, document)]


def _voorstel(document, begin, eind):
    return Persoonsgegeven(
        soort=Gegevenssoort.NAAM,
        grond="5.1.2e",
        reden="proef",
        persoon=None,
        herkomst=document.citeer(begin, eind, regel="proef", zekerheid=0.9),
    )


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        ("Volgens Wiśniewska is dat kansloos.", ["Wiśniewska"]),
        ("Opgesteld i.a.m. Wytskelien Brzęczek.", ["Wytskelien Brzęczek"]),
        ("Mijn ambtenaren (Botrosz en zijn team) tellen mee.", ["Botrosz"]),
        ("Ruim. Beheer: Soufyana Brzęczek (Welzijn Broek).", ["Soufyana Brzęczek"]),
        ("Ik sprak een collega van de Nederlandse Arbeidsinspectie.", []),
    ],
)
def test_letters_and_words_around_a_name_that_no_list_knows(tekst, weg):
    assert gevonden(tekst) == weg


@pytest.mark.parametrize(
    "tekst",
    [
        "Reacties naar azcklazienaveen@meent.example of noodopvangemmen@meent.example.",
        "Er gaan extra stewards op de trein Emmen-Zwolle (Arriva).",
        "1. Meentstede telt 40 plekken. 2. Reestoever is vol en sluit in mei.",
        "Nr\tOntvanger\tIBAN\tBedrag\n1\tde kas\tonbekend\t12",
    ],
)
def test_posts_lines_houses_and_heads_are_no_people(tekst: str) -> None:
    assert gevonden(tekst) == []
