"""Offices that a message, a list or the end of a sentence tells of a name elsewhere."""

from __future__ import annotations

import pytest
from vindbouw import masked as gevonden

KOP = "Van: Wobbo Plas\nAan: {aan}\nOnderwerp: de hal\n\n{zin}\n\nGroet,\nWobbo Plas\n"


@pytest.mark.parametrize(
    ("aan", "zin", "weg"),
    [
        pytest.param("Mina Botros", "Geachte burgemeester,\nDe hal is klaar.", [], id="aanhef"),
        pytest.param(
            "Mina Botros <post@meent.example>", "Beste wethouder, de hal is klaar.", [],
            id="aanhef, adres erachter",
        ),
        pytest.param(
            "Mina Botros; Lea Kolk", "Geachte burgemeester,\nDe hal is klaar.",
            ["Mina Botros", "Lea Kolk"], id="aan twee: van wie het ambt is, blijkt niet",
        ),
        pytest.param(
            "Mina Botros", "Geachte burgemeesters,\nDe hal is klaar.", ["Mina Botros"],
            id="aan meer dan een",
        ),
        pytest.param(
            "Mina Botros", "Geachte burgemeester Kolk,\nDe hal is klaar.", ["Mina Botros"],
            id="aan een burgemeester die anders heet",
        ),
        pytest.param(
            "Mina Botros", "Geachte secretaris,\nDe hal is klaar.", ["Mina Botros"],
            id="geen ambt waarvan de naam leesbaar blijft",
        ),
        pytest.param(
            "Mina Botros", "Dag Mina,\nIk vraag je als wethouder om hulp.", [],
            id="je als wethouder",
        ),
        pytest.param(
            "Mina Botros", "Dag Mina,\nIk vraag je de wethouder te bellen.",
            ["Mina Botros", "Mina"], id="de wethouder is een ander",
        ),
    ],
)  # fmt: skip
def test_a_message_tells_the_office_of_who_gets_it(aan, zin, weg):
    assert gevonden(KOP.format(aan=aan, zin=zin)) == ["Wobbo Plas", *weg, "Wobbo Plas"]


@pytest.mark.parametrize(
    ("zin", "leesbaar"),
    [
        ("Als wethouder kan ik dit niet ontraden.", True),
        ("Als burgemeester van Meent moet ik dit melden.", True),
        ("Ik zeg als wethouder van Meent niets.", True),
        ("Als wethouder kan Kolk dit niet ontraden.", False),
        ("Als adviseur van de wethouder kan ik dit niet ontraden.", False),
        ("Ik zag hem als wethouder al eens.", False),
        ("De hal is klaar.\n\nVan: Lea Kolk\nAls wethouder kan ik dit niet.", False),
    ],
)
def test_a_message_tells_the_office_of_who_sends_it(zin, leesbaar):
    tekst = f"Van: Mina Botros\nAan: secretariaat\nOnderwerp: de hal\n\n{zin}\n"

    assert ("Mina Botros" not in gevonden(tekst)) is leesbaar


@pytest.mark.parametrize(
    ("regel", "weg"),
    [
        ("allen wethouder", []),
        ("alle drie wethouder, behalve Tuinstra (burgemeester)", []),
        ("allen wethouder, behalve Tuinstra (adviseur)", ["Oetske Tuinstra", "Tuinstra"]),
        ("allen adviseur", ["Mina Botros", "Lea Kolk", "Oetske Tuinstra"]),
        ("alle wethouders van de regio waren er", ["Mina Botros", "Lea Kolk", "Oetske Tuinstra"]),
    ],
)  # fmt: skip
def test_the_line_below_a_list_tells_the_office_of_all_on_it(regel, weg):
    tekst = (
        "Wie het nog niet wist:\n• Meent: Mina Botros\n• Broek: Lea Kolk\n"
        f"• Sloten: Oetske Tuinstra\n{regel}\nDe hal is klaar.\n"
    )

    assert gevonden(tekst) == weg


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        ("Hij wil nu Mina Botros spreken, de burgemeester van Meent.", []),
        ("Hij riep dat hij naar Mina Botros zou gaan, de burgemeester.", []),
        ("Wij hebben Mina Botros gebeld, de burgemeester komt later.", ["Mina Botros"]),
        ("Hij wil de broer van Mina Botros spreken, de burgemeester.", ["Mina Botros"]),
        ("- Meent: Mina Botros i.p.v. Lea Kolk (beide wethouder)", []),
        ("- Meent: Mina Botros i.p.v. Lea Kolk (wethouder)", ["Mina Botros"]),
        ("Groet van Mina Botros, jullie voorzitter/gedeputeerde.", []),
        ("Groet van Mina Botros, jullie voorzitter/adviseur.", ["Mina Botros"]),
    ],
)
def test_the_end_of_a_sentence_tells_the_office(tekst, weg):
    assert gevonden(tekst) == weg


@pytest.mark.parametrize("aanhef", ["de heer/mevrouw", "de heer", "mevrouw"])
def test_an_address_of_an_office_names_who_holds_it_and_is_no_home(aanhef):
    tekst = (
        f"Aan de staatssecretaris van Justitie en Veiligheid\n{aanhef} M. Botros\n"
        "Langeweg 14\n2511 DP Den Haag\n"
    )

    assert gevonden(tekst) == []
