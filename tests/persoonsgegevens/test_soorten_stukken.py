"""Kinds of papers that were once read wrongly, each with names of its own."""

from __future__ import annotations

import re._parser as patroonlezer

import pytest

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek
from pipeline.taal.woordvorm import woordvorm

BOEK = Regelboek()


def gevonden(*regels):
    bouwer = Bouwer(Bron(bestand="stuk.pdf", sha256="0" * 64, formaat="pdf"))
    for regel in regels:
        if "|" in regel:
            _rij(bouwer, regel)
        else:
            bouwer.blok(regel, OpPagina(1))
    vondsten = find_persoonsgegevens([bouwer.build()], BOEK)
    return [g.citaat for g in vondsten.gegevens]


def _rij(bouwer, regel):
    bouwer.open_tabel()
    for rij, stuk in enumerate(regel.split("||"), 1):
        for kolom, cel in enumerate(stuk.split("|"), 1):
            bouwer.open_cel(rij)
            bouwer.blok(cel, OpPagina(1))
            bouwer.close_cel(OpPagina(1), kolom=kolom)
    bouwer.close_tabel()


@pytest.mark.parametrize(
    "regels",
    [
        ["De burgermeester van Borger-Odoorn, Wiebe Quakkelaar, wil meer tijd."],
        ["Aanwezig: de heer Wiebe Quakkelaar ( burgerneester )"],
        ["staatsecretaris Wiebe Quakkelaar was er"],
        ["A. Quakkelaar, burgemeester / B. Slotemaker, C. Ophuizen en D. Hoge, wethouders"],
        ["Portefeuillehouder is Wiebe Quakkelaar."],
        ["de burgemeester, krachtens artikel 171 Gemeentewet", "................", "Wiebe Quakkelaar"],
        ["DE COMMISSARIS VAN DE KONING IN DE PROVINCIE WOLDENLAND", "Geachte leden,", "Hoogachtend,", "mr. Wiebe Quakkelaar"],
        ["De wethouder van Dorpsma, Wiebe Quakkelaar, knikt."],
        ["Functie|Naam||Portefeuillehouder (wethouder)|W. Quakkelaar"],
        ["Onderwerp|PFH||Wonen|Quakkelaar"],
        ["NAAM                  ROL", "Quakkelaar, Wiebe           wethouder Meppel        ja"],
    ],
)  # fmt: skip
def test_wie_een_ambt_heeft_blijft_leesbaar(regels):
    assert gevonden(*regels) == []


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        (
            ["de wethouders Ab Quakkelaar en Bo Slotemaker, mw. M. Ophuizen (Nidos)"],
            ["M. Ophuizen"],
        ),
        (
            ["Ab Quakkelaar (burgemeester Ommen), Bo Slotemaker, Cas Ophuizen"],
            ["Bo Slotemaker", "Cas Ophuizen"],
        ),
        (["Onderwerp|Wie||Wonen|Ab Quakkelaar (gedeputeerde)|Bo Slotemaker"], ["Bo Slotemaker"]),
        (["Van:\tQuakkelaar, Wiebe op 't (BMO/Veiligheid)"], ["Quakkelaar, Wiebe op 't"]),
        (["[9:04 AM] Quakkelaar, Wiebe", "ja hoor"], ["Quakkelaar, Wiebe"]),
        (["Zie mail van Kees de Rijk."], ["Kees de Rijk"]),
        (["Dear Wiebe,", "Ms Quakkelaar called."], ["Wiebe", "Quakkelaar"]),
        (["En die ambtenaar, ene Quakkelaar, was er."], ["Quakkelaar"]),
        (["Laatst gewijzigd door: w.quakkelaar"], ["w.quakkelaar"]),
        (["Huisgenoten: Djoerd (partner), Wafaa (14)"], ["Djoerd", "Wafaa"]),
        (["Peter, neem jij de cijfers mee?"], ["Peter"]),
        (["Bel Linda van Dijk, 06-21351674", "11.30 uur vertrek"], ["Linda van Dijk", "06-21351674"]),
        (["(mobiel): 06-44832747   (vast): (0592) 31 75 84"], ["06-44832747", "(0592) 31 75 84"]),
        (["bel +49 1512 3456789 of +380 67 123 45 67"], ["+49 1512 3456789", "+380 67 123 45 67"]),
    ],
)  # fmt: skip
def test_wie_geen_ambt_heeft_gaat_weg(regels, weg):
    assert gevonden(*regels) == weg


@pytest.mark.parametrize(
    "zin",
    [
        "De noodopvang De Kamp en sporthal De Boerhoorn sluiten.",
        "Aannemer Dura Vermeer begint, De Bruijn Sloopwerken bv volgt.",
        "Bus naar het Anne Frankplein en de Burgemeester Jollesstraat",
        "Zij kwamen via Berlin, Bern, Rome en Stockholm.",
        "T +31 70 370 79 11 (general)",
        "Of bel in (alleen audio) +31 20 708 0899,,36581204#",
        "Senior Policy Officer | Directorate for Migration Policy",
        "Bijlage toegevoegd: foto_tuin.jpg",
        "Dagblad van de Veenkoloniën schreef erover.",
        "Van: secretariaat@prt.example\nVan de zeven acties zijn er twee af.",
        "De burgemeester van Waterland was er.",
    ],
)
def test_gebouwen_bedrijven_en_algemene_nummers_blijven(zin):
    assert gevonden(*zin.split("\n")) == []


def test_geen_regel_kijkt_minder_ver_terug_dan_haar_patroon_reikt():
    regels = BOEK.regels("persoonsgegevens", "naam.voor")
    begrensd = [r for r in regels if r.bereik != 90]
    assert len(begrensd) > 5
    for regel in begrensd:
        assert patroonlezer.parse(regel.patroon).getwidth()[1] <= regel.bereik, regel.id


def test_een_woordvorm_vindt_het_langste_woord():
    import re

    vorm = re.compile(woordvorm(["van", "van de", "van der", "te"]))
    assert [vorm.match(t).group() for t in ("van der", "van x", "te")] == [
        "van der",
        "van",
        "te",
    ]


def personen(*regels):
    bouwer = Bouwer(Bron(bestand="stuk.pdf", sha256="0" * 64, formaat="pdf"))
    for regel in regels:
        bouwer.blok(regel, OpPagina(1))
    return find_persoonsgegevens([bouwer.build()], BOEK).personen


@pytest.mark.parametrize(
    "regel",
    [
        "Aanwezig: Ytzen Slotemaker, Aleid Hoogerbeets (gemeentesecretaris)",
        "Aanwezig: Ytzen Slotemaker, Aleid Hoogerbeets (GroenLinks)",
        "Met Ytzen Slotemaker en Aleid Hoogerbeets (staatssecretaris)",
    ],
)
def test_het_ambt_van_de_laatste_van_een_rij_is_niet_dat_van_de_rij(regel):
    assert gevonden(regel) == ["Ytzen Slotemaker"]


def test_een_ambt_in_het_meervoud_is_wel_dat_van_de_rij():
    assert gevonden("Met Ytzen Slotemaker en Aleid Hoogerbeets (wethouders)") == []


def test_een_voornaam_met_een_letter_is_wie_er_voluit_staat():
    (wie,) = personen(
        "Aanwezig: Djurre van der Wielandt (COA)",
        "Djurre vd W. vraagt aandacht voor de planning.",
        "Djurre W. belt terug.",
    )
    assert wie.naam == "Djurre van der Wielandt"
    assert len(wie.vermeldingen) == 3


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("HJ opent de vergadering.", ["HJ"]),
        ("Volgens WS klopt dat.", ["WS"]),
        ("Het WS van de regio is klaar.", []),
        ("BQ opent de vergadering.", []),
    ],
)
def test_initialen_in_een_zin_zijn_van_wie_het_stuk_noemt(zin, weg):
    kop = "Aanwezig: Henk-Jan Hoogerbeets (COA), Wytske Stroosnijder (Nidos)"
    assert gevonden(kop, zin)[2:] == weg


def test_een_straat_achter_de_naam_hoort_er_niet_bij():
    zin = "De bewoonster Bohdana H. uit de Larenseweg verhuist."
    assert gevonden(zin) == ["Bohdana H."]


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        # the role of the cell before is of the name before it, or of another column
        (["Gemeente|Bestuurder|Functie|Ambtelijk contact||Gouda|Wiebe Quakkelaar|burgemeester|Ytzen Slotemaker||Delft|vacature|wethouder|Aleid Hoogerbeets"],
         ["Ytzen Slotemaker", "Aleid Hoogerbeets"]),
        (["Week|Activiteit|Trekker||20|Conceptverslag naar minister|Y. Slotemaker"], ["Y. Slotemaker"]),
        # the role on the next line is of the name behind it
        (["Het verlof is verleend aan Y. Slotemaker", "Gedeputeerde Quakkelaar stemt in."], ["Y. Slotemaker"]),
        (["Achternaam|Voornaam|Functie||Quakkelaar|Wiebe|wethouder||Slotemaker|Ytzen|consulent"], ["Slotemaker", "Ytzen"]),
        (["Nr|Onderwerp|Portefeuille||1|Subsidie taalles|Quakkelaar"], []),
        (["Gast: wethouder Wiebe Quakkelaar van Tholen", "Quakkelaar vertelt over de locatie."], []),
        (["burgemeester en wethouders,", "de secretaris, de burgemeester,", "Y. Slotemaker W. Quakkelaar"], []),
        (["Bellen met het ministerie gaat via burg. Quakkelaar."], []),
        (["Dat moet Wiebe Quakkelaar zijn, wethouder van Noordenveld."], []),
        (["De gedeputeerde, Quakkelaar, gaat alleen mee naar Sluis."], []),
        (["Naam|Functie||Wiebe Quakkelaar|Gouverneur||Ytzen Slotemaker|Adviseur"], ["Ytzen Slotemaker"]),
        (["Aanwezig: Wiebe Quakkelaar, commissaris van de Koning, en Aleid Hoogerbeets (COA)", "Voorzitter Quakkelaar sluit."], ["Aleid Hoogerbeets"]),
    ],
)  # fmt: skip
def test_een_functie_is_van_wie_hij_is(regels, weg):
    assert gevonden(*regels) == weg


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        (["Resultaat|R|A||Locatiescan|Sanne|Ytzen||Plan|Ytzen|Sanne||Begroting|Sanne|Djurre"],
         ["Sanne", "Ytzen", "Ytzen", "Sanne", "Sanne", "Djurre"]),
        (["Soort|R|A||Scan|Nieuw|Tijdelijk||Plan|Tijdelijk|Nieuw||Kaart|Nieuw|Lopend"], []),
        (["Tesfalem: wie rijdt er morgen?", "Ravindra: ik!", "Tesfalem: fijn"], ["Tesfalem", "Ravindra", "Tesfalem"]),
        (["Locatie: nader te bepalen", "Kosten: 3 miljoen", "Locatie: Meent"], []),
        (["Datum|Begeleiding||5 sept|Sanne||12 sept|Ytzen||19 sept|Sanne en Djurre||26 sept|Djurre"],
         ["Sanne", "Ytzen", "Sanne", "Djurre", "Djurre"]),
        (["Bezoekers:", "1. Stroosnijder, Hadewych (Nidos)", "2. Benmeziane, Thijmen (gemeente)"],
         ["Stroosnijder, Hadewych", "Benmeziane, Thijmen"]),
        (["Mohamed de Boer schreef om 16:04: hier!"], ["Mohamed de Boer"]),
        (["Gisteren stond loodgieter Quakkelaar op de stoep."], ["Quakkelaar"]),
        (["Leidinggevende: Djurre Gebremariam"], ["Djurre Gebremariam"]),
        (["Mede-adviseurs: Siebrich Tymoshyk (juridisch), Ytzen Slotemaker (financiën)"], ["Siebrich Tymoshyk", "Ytzen Slotemaker"]),
        (["Onderwerp: Flexwonen Woonzorgvisie", "Gemeente: Dwingeloo Ruinen"], []),
        (["Djurre Zelenchuk  11-3 13:02", "Wie komt er?", "Jayant Benmeziane  11-3 13:05"], ["Djurre Zelenchuk", "Jayant Benmeziane"]),
        (["Geachte heer Slotemaker, beste Wafaa,"], ["Slotemaker", "Wafaa"]),
        (["De kinderen Foekje en Soufyan zitten hier op school."], ["Foekje", "Soufyan"]),
        (["Juf Zineb krijgt hulp van meester Soufyan."], ["Zineb", "Soufyan"]),
        (["AFSCHEID VAN WYTSKE VAN DEN BERG", "Onze collega Wytske van den Berg gaat weg."], ["WYTSKE VAN DEN BERG", "Wytske van den Berg"]),
        (["Aanwezig: Erik Brouwer (Woonservice)"], ["Erik Brouwer"]),
        (["Er bleven liggen:", "- mevrouw Van der Meer van de Hoofdstraat"], ["Van der Meer"]),
    ],
)  # fmt: skip
def test_namen_aan_het_gezelschap_waarin_ze_staan(regels, weg):
    assert gevonden(*regels) == weg


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        (["Paraaf manager|LvdB"], ["LvdB"]),
        (["Laatst gecontroleerd door: TD"], ["TD"]),
        (["Versiebeheer", "0.1 EdB eerste opzet"], ["EdB"]),
        (["Groet,", "KP"], ["KP"]),
        (["Deelnemers: FvZ, COA", "FvZ = Foekje van Zwieteren"], ["FvZ", "FvZ", "Foekje van Zwieteren"]),
        (["Aanwezig: PB, KdB, COA, VRD", "PB: drukke week gehad.", "17 april, KdB maakt de agenda."], ["PB", "KdB", "PB", "KdB"]),
        (["Akkoord: ja", "Versie 2"], []),
    ],
)  # fmt: skip
def test_initialen_waar_ze_zijn_beloofd(regels, weg):
    assert gevonden(*regels) == weg


@pytest.mark.parametrize(
    ("regels", "weg"),
    [
        (["Post graag naar Lange Brink 25, 9401 AB Assen."], ["Lange Brink 25, 9401 AB Assen"]),
        (["Gemeente Assen, Postbus 5", "Van: Emma Brouwer, Lange Brink 18, 9401 AB Assen"], ["Emma Brouwer", "Lange Brink 18, 9401 AB Assen"]),
        (["Groet,", "Emma Bakker en Ytzen Slotemaker", "Lange Brink 27, 9401 AB Assen"], ["Emma Bakker", "Ytzen Slotemaker", "Lange Brink 27, 9401 AB Assen"]),
        (["Aan de staatssecretaris, de heer Y. Slotemaker", "Postbus 20301, 2500 EH Den Haag"], []),
        (["Bewoners kunnen terecht op de locatie:", "Lange Brink 25, 9401 AB Assen"], []),
        (["Bel Emma Bakker, telefoon (0592) 31 46 66."], ["Emma Bakker", "(0592) 31 46 66"]),
        (["Statengriffie, telefoon 0592-365555."], []),
    ],
)  # fmt: skip
def test_een_adres_of_nummer_is_van_wie_er_het_naast_bij_staat(regels, weg):
    assert gevonden(*regels) == weg
