"""Who stands beside an office does not hold it, and stays masked."""

from __future__ import annotations

import pytest
from vindbouw import masked

ERNAAST = [
    "Secretaresse van de burgemeester: Lea Kolk.",
    "Secretaresse wethouder: Lea Kolk",
    "Woordvoerder van de minister: Lea Kolk",
    "De woordvoerder van de minister Lea Kolk belde terug.",
    "Chauffeur van de commissaris: Lea Kolk",
    "Ambtenaar bij wethouder: Lea Kolk",
    "Secretariaat burgemeester: Lea Kolk",
    "Buurvrouw van de wethouder, mevrouw Lea Kolk, klaagde over het geluid.",
    "Echtgenoot van de burgemeester: Lea Kolk",
    "Sollicitant voor het ambt van burgemeester: Lea Kolk",
    "Namens de burgemeester, de heer Lea Kolk, hoofd Juridische Zaken",
    "Namens de wethouder: Lea Kolk",
    "Afspraak burgemeester - Lea Kolk (bewoner) om 10 uur.",
    "1. Uitruil vastleggen in een brief aan de CdK - Lea Kolk - 18 oktober",
    "Bellen met de wethouder - Lea Kolk - uiterlijk 3 mei",
    "Adviseur wethouder Lea Kolk: 06-12345678",
    "Chauffeur burgemeester Lea Kolk",
    "Overleg met gedeputeerde (Lea Kolk)",
    "Gesprek met de wethouder (Lea Kolk, Ab Dam)",
    "Lea Kolk - burgemeester akkoord?",
    "Lea Kolk (wethouder nog bellen)",
    "Lea Kolk - gedeputeerde op de hoogte brengen",
    "Wethouders: Mina Botros, Wobbo Plas, Lea Kolk (ambtelijk)",
    "Lea Kolk, de zus van burgemeester Kolk, sprak in.",
    "Lea Kolk (zoon van wethouder Kolk)",
    "Toezegging aan raadsleden: Lea Kolk zoekt het uit",
    "Lea Kolk - burgemeester moet dit nog tekenen",
    "Lea Kolk (wethouder is akkoord)",
    "Lea Kolk is de nicht van wethouder Kolk.",
    "Zoon van burgemeester Kolk (Lea Kolk)",
    "De familie van gedeputeerde Kolk: Lea Kolk",
]
ZELF = [
    "De secretaresse van wethouder Lea Kolk belde.",
    "De woordvoerder van burgemeester Kolk belt. Burgemeester Lea Kolk komt ook.",
    "De brief van de wethouder, mevrouw Lea Kolk, is verstuurd.",
    "Besluit van de burgemeester: Lea Kolk tekent.",
    "Ik schrijf mede namens de minister van Wonen, mevrouw Lea Kolk, op uw brief.",
    "Namens het college, de burgemeester, Lea Kolk",
    "Voorzitter van het overleg, burgemeester: Lea Kolk",
    "Burgemeester - Lea Kolk",
    "De brief van de burgemeester - Lea Kolk - is vrijdag verzonden.",
    "Opening door de burgemeester - Lea Kolk",
    "Wethouder Lea Kolk (secretaresse: Ab Dam)",
    "Adviseur wethouder Kolk",
    "De adviseur van wethouder Lea Kolk belde.",
    "Verslag wethouder Lea Kolk",
    "Collega burgemeester Lea Kolk",
    "Overleg met de burgemeester (Kolk) over de opvang",
    "Gesprek met de wethouder (Lea Kolk)",
    "Gesprek met de wethouder (Lea Kolk, Meppel)",
    "Lea Kolk - wethouder wonen",
    "Lea Kolk, wethouder, akkoord",
    "Wethouders: Mina Botros, Lea Kolk (D66)",
    "Wethouder (afwezig): Lea Kolk",
    "Burgemeester (verhinderd) Lea Kolk",
    "Gedeputeerde (plv.): Lea Kolk",
]


@pytest.mark.parametrize("zin", ERNAAST)
def test_who_is_beside_an_office_is_proposed(zin: str) -> None:
    assert "Lea Kolk" in masked(zin)


@pytest.mark.parametrize("zin", ZELF)
def test_who_holds_the_office_stays_readable(zin: str) -> None:
    assert not any("Kolk" in stuk for stuk in masked(zin))


@pytest.mark.parametrize("ambt", ["wethouder Ophuizen", "wethouder Ophuizen-Dam"])
def test_officials_named_together_do_not_hold_the_office_of_a_namesake(
    ambt: str,
) -> None:
    tekst = (
        f"Ik noem {ambt} van Meent. Uw ambtenaren, de heer Ophuizen en mevrouw Kolk, "
        "waren er."
    )
    assert masked(tekst) == ["Ophuizen", "Kolk"]


ONDERWERP = [
    ("Stukken burgemeester: Lea Ophuizen", "Lea Ophuizen"),
    ("PS van de gedeputeerde: Lea Ophuizen", "Lea Ophuizen"),
    ("- terugkoppeling wethouder: Oetske doet dit", "Oetske"),
    ("Vragen raadsleden: Oetske beantwoordt ze", "Oetske"),
    ("Akkoord van de wethouder (L. Ophuizen 12-11)", "L. Ophuizen"),
    ("Afstemming met de burgemeester (Oetske regelt dit)", "Oetske"),
    ("Lea Ophuizen, de burgemeester en de politie praten verder.", "Lea Ophuizen"),
    ("Burgemeester Snijders en zijn vrouw Lea Snijders-Dam", "Lea Snijders-Dam"),
    ("De broer van wethouder Dam, Ab Dam, diende een zienswijze in.", "Ab Dam"),
    ("Lea Ophuizen\nBurgemeester en wethouders", "Lea Ophuizen"),
]


@pytest.mark.parametrize(("tekst", "naam"), ONDERWERP)
def test_an_office_that_a_task_is_about_is_not_of_who_does_it(
    tekst: str, naam: str
) -> None:
    assert naam in masked(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Verantwoordelijk gedeputeerde: Lea Ophuizen",
        "De burgemeester (Lea Ophuizen) opent.",
        "Lea Ophuizen, de burgemeester en voorzitter van het overleg, opent.",
        "Wethouder Dam en zijn collega Ophuizen (wethouder in Meent) spraken.",
    ],
)
def test_an_office_that_is_said_of_a_name_stays_of_that_name(tekst: str) -> None:
    assert masked(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Anna Kok-Bos, echtgenote van wethouder Kok, belde.",
        "Anna Smit, echtgenote van wethouder Smit, belde.",
        "Aan de leden van Provinciale Staten, Anna Zwiep schrijft u.",
        "Aan alle raadsleden, Anna Zwiep van team Wonen schrijft u.",
    ],
)
def test_who_is_married_to_an_office_holder_or_writes_to_many_is_masked(tekst):
    assert any("Anna" in naam for naam in masked(tekst))
