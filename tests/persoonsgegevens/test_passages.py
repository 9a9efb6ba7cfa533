"""Passages that a person must see, and sentences that only look like one."""

from __future__ import annotations

import pytest
from lakbouw import document

from pipeline.extraction.persoonsgegevens.passages import find_passages
from pipeline.rulebook import Regelboek

BOEK = Regelboek()


def gronden(*alineas):
    return [
        (p.grond, p.herkomst.citaat)
        for p in find_passages((document("a.pdf", *alineas),), BOEK)
    ]


@pytest.mark.parametrize(
    "zin",
    [
        "Dit stuk is enkel bestemd voor intern gebruik.",
        "Deze berekening blijft voorlopig binnenskamers.",
        "Wil je dit nog even voor jezelf houden, en onder ons houden wat Meent zei?",
        "Houd het bedrag svp intern.",
        "Liever niet rondsturen voordat het college heeft besloten.",
        "Deze versie moet niet verder worden verspreid.",
        "Mail dit niet door, de eigenaar leest mee.",
        "Niet doorsturen: de prijs staat erin.",
        "Puur intern, de wethouder twijfelt nog.",
        "Ons mandaat reikt tot € 1,2 miljoen.",
        "Het mandaat van 450 plekken is nog niet bekend bij de eigenaar.",
        "Wij gaan nooit hoger dan 80 bedden.",
        "De pijngrens van de gemeente Kolk ligt lager.",
        "Het advies van onze advocaat is om te schikken.",
        "De landsadvocaat schat de proceskansen laag in.",
        "Als de buurt procedeert staan we juridisch zwak.",
        "Onze procespositie wordt er niet beter op.",
    ],
)
def test_wat_binnen_moet_blijven_wordt_voorgelegd(zin):
    assert gronden(zin) == [("5.1.2i", zin)]


@pytest.mark.parametrize(
    "zin",
    [
        "Deze lijst is sinds maart niet meer vertrouwelijk.",
        "De geheimhouding rond het pand in Meent vervalt op 1 mei.",
        "De raad stemde in met het opheffen van de geheimhouding.",
        "De onderhandelingen met de eigenaar waren vorig jaar afgerond.",
        "Na afloop van de onderhandelingen volgt een persbericht.",
        "Notitie huisvesting, voor intern beraad",
        "CONCEPT - ten behoeve van interne afweging",
        "De inhoud van deze e-mail en eventuele bijlagen kan vertrouwelijk zijn.",
        "Dit e-mailbericht is vertrouwelijk en uitsluitend bedoeld voor de geadresseerden.",
        "Als u dit bericht abusievelijk ontvangt, mag u het niet verspreiden.",
        "Verspreiding van vertrouwelijke gegevens uit deze mail is niet toegestaan.",
        "Het mandaatregister staat op de website.",
        "De directeur kreeg mandaat van het college om te tekenen.",
        "Er komen niet meer dan 40 bewoners.",
        "De mail kon door een storing niet worden doorgestuurd.",
        "Het formulier graag niet later dan vrijdag doorsturen.",
        "Interne verhuizingen blijven intern geregeld.",
        "De landsadvocaat sprak namens de provincie.",
        "Het signaal van de zender is zwak.",
    ],
)
def test_wat_er_alleen_op_lijkt_wordt_niet_voorgelegd(zin):
    assert gronden(zin) == []


@pytest.mark.parametrize(
    ("zin", "grond"),
    [
        (
            "De stukken zijn niet langer vertrouwelijk, maar ons uiterste bod wel.",
            "5.1.2i",
        ),
        ("De onderhandelingen zijn afgerond; deel dit nog niet met de raad.", "5.1.2i"),
        ("Deze mail bevat vertrouwelijke cijfers over ons bod.", "5.1.2i"),
        ("Voor intern beraad: wij adviseren te wachten.", "5.2.1"),
        ("Dit memo is opgesteld voor intern beraad.", "5.2.1"),
    ],
)
def test_wat_er_verder_in_zo_een_zin_staat_wordt_wel_voorgelegd(zin, grond):
    assert {g for g, _ in gronden(zin)} == {grond}


def test_een_titel_boven_een_mening_laat_de_mening_staan():
    uit = gronden("MEMO voor intern beraad", "Ik vind dit plan van Lea te duur.")
    assert uit == [("5.2.1", "Ik vind dit plan van Lea te duur.")]
