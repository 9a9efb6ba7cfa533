"""An office before a comma: of the name behind it, of who stands before it, or neither."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

LIJSTEN = [
    ("Aanwezig: H. Dam - gedeputeerde, W. Ophuizen - COA", "W. Ophuizen"),
    ("Jet Dam, gedeputeerde, Ab Ophuizen, COA", "Ab Ophuizen"),
    ("M. Dam (Meent), burgemeester, W. Ophuizen (COA)", "W. Ophuizen"),
    ("mevrouw Dam, CdK, de heer Ophuizen, COA", "Ophuizen"),
    ("Jet Dam: gedeputeerde, Ab Ophuizen: COA", "Ab Ophuizen"),
    ("Cc: burgemeester, Lea Ophuizen", "Lea Ophuizen"),
    ("Aanwezig: CdK, Lea Ophuizen (provincie), Bo Dam (COA)", "Lea Ophuizen"),
    ("Deelnemers: burgemeesters, wethouders, Lea Ophuizen (COA)", "Lea Ophuizen"),
    ("De burgemeester, Roelof en Lea gaan mee.", "Roelof"),
    ("Het concept ligt bij burgemeester, Roelof leest mee.", "Roelof"),
    ("Mail naar wethouder, Lea Ophuizen in cc.", "Lea Ophuizen"),
    ("L. Ophuizen, Burgemeester Kolkstraat 14, 7901 AB Hoogeveen", "L. Ophuizen"),
    ("Lea Ophuizen, Wethouder Damstraat 3, Assen", "Lea Ophuizen"),
]


@pytest.mark.parametrize(("tekst", "naam"), LIJSTEN)
def test_an_office_on_a_list_is_not_of_the_next_name(tekst: str, naam: str) -> None:
    assert naam in masked(tekst)


BIJSTELLINGEN = [
    "De burgemeester, Lea Ophuizen, opent de vergadering.",
    "Namens het college,\nde burgemeester,\nL. Ophuizen",
    "Voorzitter: commissaris van de Koning, Lea Ophuizen",
    "Meent heeft een nieuwe wethouder, Lea Ophuizen, die zich inleest.",
    "5512\t06-03\tMinister van Asiel en Migratie, L. Ophuizen\tbesluit",
    "Aanwezig: de burgemeester, Lea Ophuizen, de secretaris",
]


@pytest.mark.parametrize("tekst", BIJSTELLINGEN)
def test_an_office_set_before_a_name_is_of_that_name(tekst: str) -> None:
    assert masked(tekst) == []


NAAMGENOTEN = [
    "Wethouder Ophuizen opent.\nBehandeld door: R. Ophuizen, afdeling Ruimte",
    "Gedeputeerde Ophuizen en Anna Ophuizen (VNG)",
    "CdK Ophuizen; Joost Ophuizen, COA",
    "Wethouder Ophuizen: akkoord. De heer Ophuizen van het COA: niet akkoord",
]


@pytest.mark.parametrize("tekst", NAAMGENOTEN)
def test_who_works_elsewhere_is_no_namesake_with_an_office(tekst: str) -> None:
    assert len(masked(tekst)) == 1
    assert sum(bool(p.openbaar) for p in find(tekst).personen) == 1


def test_an_office_by_surname_only_is_to_be_confirmed_for_who_is_named_in_full() -> (
    None
):
    (persoon,) = find("Burgemeester Ophuizen opent. Ook is er: K. Ophuizen.").personen
    assert persoon.openbaar
    assert persoon.bevestigen
    (zeker,) = find("Burgemeester K. Ophuizen opent. Ophuizen sluit.").personen
    assert not zeker.bevestigen


def test_who_asks_the_questions_of_a_council_is_no_official() -> None:
    tekst = (
        "Steller: Lea Ophuizen, fractie Gemeentebelangen\nRaadslid Ophuizen vraagt het."
    )
    assert masked(tekst) == []
