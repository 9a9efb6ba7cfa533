"""Offices that the sentence tells, and not the word before or behind a name."""

from __future__ import annotations

import pytest
from vindbouw import masked as gevonden


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        pytest.param(
            "Vier wethouders waren er al vroeg, onder wie Zhanna Winter (Tiel) en "
            "Wobbo Plas (Ede); Oetske Brink van het COA kwam later.",
            ["Oetske Brink"],
            id="meervoud, onder wie",
        ),
        pytest.param(
            "De burgemeesters uit de regio komen, te weten Mina Botros en Lea Kolk.",
            [],
            id="meervoud, te weten",
        ),
        pytest.param(
            "De adviseurs van de burgemeesters, te weten Mina Botros en Lea Kolk.",
            ["Mina Botros", "Lea Kolk"],
            id="de adviseurs van de burgemeesters",
        ),
        pytest.param(
            "De burgemeesters vroegen hulp aan buren uit het dorp, onder wie Mina "
            "Botros en Lea Kolk.",
            ["Mina Botros", "Lea Kolk"],
            id="van anderen, onder wie",
        ),
        pytest.param(
            "Mina Botros, die de burgemeester adviseert, en Lea Kolk, die wethouder is.",
            ["Mina Botros"],
            id="wie een ambt heeft, en wie het dient",
        ),
        pytest.param(
            "Geachte wethouder, geachte heer Botros,\n\nU vroeg ons advies.\n",
            [],
            id="aangesproken met ambt en naam",
        ),
        pytest.param(
            "Geachte raadsleden, beste heer Botros,\n\nU vroeg ons advies.\n",
            ["Botros"],
            id="aan meer dan een",
        ),
        pytest.param(
            "Wethouder Lea Kolk knikte. Haar collega Mina Botros, die als wethouder over "
            "water gaat, zweeg.",
            [],
            id="die als wethouder",
        ),
        pytest.param(
            "Aan de heer Botros, van wie ik weet dat hij als raadslid op de dijk woont.",
            [],
            id="van wie ik weet dat hij als",
        ),
        pytest.param(
            "Mina Botros, die wethouder Kolk belde, kreeg geen antwoord.",
            ["Mina Botros"],
            id="wie een wethouder belt is er geen",
        ),
        pytest.param(
            "Ik heb de gedeputeerde gesproken, Mina Botros, en die wil een nota.",
            [],
            id="bijstelling na een werkwoord",
        ),
        pytest.param(
            "Volgens mij zou Mina Botros (wnd. burgemeester) eerst bellen.",
            [],
            id="afkorting tussen haakjes",
        ),
        pytest.param(
            "De nota gaat naar de CdK. Mina schrijft, Wobbo leest mee. --> maandag\n"
            "De bijlage volgt. --> Mina\n",
            ["Mina", "Wobbo", "Mina"],
            id="een zin die op cdk eindigt",
        ),
        pytest.param(
            "Aanwezig: wethouder Lea Kolk.\n1. Trekker: Kolk. Notulist: Botros.\n",
            ["Botros"],
            id="wie een ambt heeft trekt ook",
        ),
        pytest.param(
            "Aan de bewoners van de Nieuwe Vismarkt en omgeving,\n",
            [],
            id="bewoners van een straat",
        ),
        pytest.param(
            "Gekozen is variant B. Hoeksche Waard stemt tegen. J. Botros van Hoeksche "
            "Waard belt.",
            ["J. Botros"],
            id="een gemeente van twee woorden",
        ),
        pytest.param(
            "Ik belde Mina Botros, want die is raadslid voor het dorp.",
            [],
            id="want die is",
        ),
        pytest.param(
            "Haar collega Mina Botros neemt waar, die doet als wethouder ook de veiligheid.",
            [],
            id="die doet als",
        ),
        pytest.param(
            "Ik spreek Mina Botros. Als burgemeester wordt die daar vaker op bevraagd.",
            [],
            id="de volgende zin: als",
        ),
        pytest.param(
            "Ik spreek Mina Botros. Als burgemeester wordt Lea Kolk daar op bevraagd.",
            ["Mina Botros"],
            id="de volgende zin: als, over een ander",
        ),
        pytest.param(
            "Mina Botros rijdt niet zelf, als burgemeester heeft zij een chauffeur.",
            [],
            id="als burgemeester heeft zij",
        ),
        pytest.param("Als raadslid heeft Botros gelijk.", [], id="als raadslid heeft"),
        pytest.param(
            "De burgemeester zelf, Mina Botros, en de locoburgemeester, dat is Lea Kolk.",
            [],
            id="zelf, en dat is",
        ),
        pytest.param(
            '"Ik kreeg als wethouder veel mail", vertelt Botros. Haar man Wobbo knikt.',
            ["Wobbo"],
            id="wie iets zegt van zichzelf",
        ),
        pytest.param(
            "Ik kreeg van de wethouder veel mail, vertelt Mina Botros.",
            ["Mina Botros"],
            id="wie iets zegt van een ander",
        ),
    ],
)
def test_the_sentence_tells_who_holds_an_office(tekst, weg):
    assert gevonden(tekst) == weg


@pytest.mark.parametrize(
    "tekst",
    [
        "Gedeputeerde Thiago Tavares Lopes komt. Laat Tavares Lopes het woord doen.",
        "Toenmalig wethouder Minh Martina was erbij. Kan Martina dat bevestigen?",
        "Statenlid Olek ten Kate-Wiarda vraagt het. Wijs Ten Kate-Wiarda op de brief.",
    ],
)
def test_the_surname_of_an_office_holder_may_look_like_a_first_name(tekst):
    assert gevonden(tekst) == []
