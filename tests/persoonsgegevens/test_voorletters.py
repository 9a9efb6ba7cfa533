"""A surname with initials behind its comma is someone of its own."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

WETHOUDER = "Wethouder Otto Rooseboom opent de vergadering.\n"


@pytest.mark.parametrize(
    ("tekst", "weg"),
    [
        ("Van: Rooseboom, T. <t.rooseboom@meent.example>", ["Rooseboom, T.", "t.rooseboom"]),
        ("Aanwezig: Rooseboom, T., Kuipers, L., Brandsma, P.J.", ["Rooseboom, T.", "Kuipers, L.", "Brandsma, P.J."]),
        ("Cc: Kuipers, L. van der; Haddouchi, Y. el", ["Kuipers, L. van der", "Haddouchi, Y. el"]),
        ("Van: Haddouchi, Y. el\nOnderwerp: opvang", ["Haddouchi, Y. el"]),
        ("Aan: Rooseboom, T\nCc: van der Kolk, Th.", ["Rooseboom, T", "van der Kolk, Th."]),
        ("1. Rooseboom, T.J.M. van\n2. Kuipers, mr. dr. L.", ["Rooseboom, T.J.M. van", "Kuipers, mr. dr. L."]),
        ("Kuipers, L. (COA), Brandsma, P. (IND) en Rooseboom, T. (Nidos)", ["Kuipers, L.", "Brandsma, P.", "Rooseboom, T."]),
        ("Van: Rooseboom, T. Verzonden: maandag 3 maart Aan: Kuipers, L. Cc: Brandsma, P. Onderwerp: opvang", ["Rooseboom, T.", "Kuipers, L.", "Brandsma, P."]),
        ("Aanwezig: Rooseboom, T. / Kuipers, L. / Brandsma , P.", ["Rooseboom, T.", "Kuipers, L.", "Brandsma , P."]),
        ("De heer Rooseboom, T. komt morgen.", ["Rooseboom, T."]),
        ("Dit staat in de mail van Kolk, L. over de woning.", ["Kolk, L."]),
        ("Aanwezig: Kuipers L., Kolk A. en Postma B.", ["Kuipers L.", "Kolk A.", "Postma B."]),
    ],
)  # fmt: skip
def test_a_surname_and_initials_are_one_name(tekst, weg):
    assert masked(tekst) == weg


@pytest.mark.parametrize(
    "wie", ["Rooseboom, T.", "Rooseboom, T.J. van", "Rooseboom T."]
)
@pytest.mark.parametrize("kop", ["Van", "Cc", "Aanwezig"])
def test_someone_else_of_that_surname_is_not_readable_by_an_office(kop, wie):
    assert masked(f"{WETHOUDER}{kop}: {wie}") == [wie]


def test_the_office_holder_stays_readable_when_written_so():
    gevonden = find(f"{WETHOUDER}Aan: Rooseboom, O.")
    assert not gevonden.gegevens
    assert [p.naam for p in gevonden.personen] == ["Otto Rooseboom"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Het gaat om de zaal in Assen, A. en B. zijn vrij.",
        "Bijlage: Kaart, B.",
        "Aannemer: Grondwerken, N.V.",
        "Zie Blok B. Dat is Hof A.",
        "Opvang, A.\nZorg, B.",
    ],
)
def test_a_letter_that_numbers_makes_no_name(tekst):
    assert masked(tekst) == []


def test_an_office_holder_before_someone_with_initials_is_not_joined_to_those():
    tekst = "Besluit\tburgemeester Blom, W. de Wit\tnieuw"
    assert masked(tekst) == ["W. de Wit"]
