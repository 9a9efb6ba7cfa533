"""Who sits in a council is told by what only its members do; others stay masked."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

LEDEN = [
    ("Raadsvergadering 3 mei. De leden Kolk en Dam leggen een stemverklaring af.",
     {"Kolk", "Dam"}),
    ("Statenvergadering. Het lid Ophuizen vraagt naar de kosten.", {"Ophuizen"}),
    ("Motie M2 (Ophuizen c.s.) is ingetrokken.", {"Ophuizen"}),
    ("Amendement A1 (VVD, ingediend door Ophuizen): verworpen", {"Ophuizen"}),
    ("De motie van het lid Kolk c.s. is afgedaan.", {"Kolk"}),
    ("Schriftelijke vragen over de opvang, gesteld door Ab Dam en Lea Kolk",
     {"Ab Dam", "Lea Kolk"}),
    ("Beste raadsleden en vooral Lea Kolk en Ab Dam,\nIk volg de raad al jaren.",
     {"Lea Kolk", "Ab Dam"}),
    ("Beste statenleden, met name Lea Kolk,\nIk heb een vraag.", {"Lea Kolk"}),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "namen"), LEDEN)
def test_members_of_a_council_stay_readable(tekst: str, namen: set[str]) -> None:
    assert {p.naam for p in find(tekst).personen if p.openbaar} == namen
    assert masked(tekst) == []


ANDEREN = [
    "De leden Kolk en Dam van de werkgroep zijn het eens. De raadsleden ook.",
    "De leden Kolk en Dam leveren morgen de cijfers aan.",
    "De motie is besproken met mevrouw Kolk van de afdeling.",
    "Na de motie belde Lea Kolk met het secretariaat.",
    "De brief over de motie is opgesteld door Lea Kolk.",
    "Beste raadsleden, beste Lea Kolk,\nHierbij de stukken.",
]


@pytest.mark.parametrize("tekst", ANDEREN)
def test_who_is_only_named_beside_a_council_is_masked(tekst: str) -> None:
    assert [p.naam for p in find(tekst).personen if p.openbaar] == []
    assert masked(tekst)


def test_idem_repeats_nothing_but_the_office_behind_it() -> None:
    tekst = (
        "Lea Kolk - gedeputeerde, box wordt beheerd\nAb Dam - idem, gedeputeerde "
        "financiën\nJet Ophuizen - idem, 840 items"
    )
    assert masked(tekst) == ["Jet Ophuizen"]


def test_how_someone_takes_part_ends_no_series_of_offices() -> None:
    tekst = (
        "Aanwezig: de burgemeesters Kolk (Assen) en Dam (Meppel, via Teams tot 12.50),"
        " Jet Ophuizen (COA)"
    )
    assert masked(tekst) == ["Jet Ophuizen"]


def test_the_letter_of_a_turn_is_no_initial() -> None:
    tekst = (
        "Op het podium: Lea ter Haar (wethouder)\nV. Mevrouw Dam vraagt naar het licht."
        "\nA. Er komt verlichting.\nV. Dhr. A. Kolk: waarom?\nA. Ter Haar: ik leg het uit."
    )
    assert masked(tekst) == ["Dam", "A. Kolk"]


def test_initials_at_the_begin_of_lines_stay_initials_without_turns() -> None:
    tekst = "Aanwezig:\nA. Ophuizen, COA\nV. Kolk, IND\nA. Dam, Nidos"
    assert masked(tekst) == ["A. Ophuizen", "V. Kolk", "A. Dam"]
