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
