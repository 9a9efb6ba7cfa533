"""The table of the examples, cell by cell, from every format it comes in."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from modellen.stuk import Kenmerken, Soort, Stuk
from pipeline.extraction.cijfers import find_cijfers
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen

SHARED = Path(__file__).parents[2].parent / "shared"
WAARHEID = SHARED / "onderzoek" / "cijfers.md"
BESTANDEN = (
    "2024-07-19 puzzel.xlsx",
    "2024-07-19 brief invulling Spreidingswet.docx",
    "2024-07-19 brief invulling Spreidingswet.pdf",
    "2024-07-19 bundel mail brief tabel agenda.pdf",
)
KOLOMMEN = (
    ("inwoners", "aantal"),
    *((t, "opgave") for t in ("oekraine", "asiel", "amv", "totaal")),
    *((t, "voorstel") for t in ("oekraine", "asiel", "amv", "totaal")),
    *((t, "inbreng") for t in ("oekraine", "asiel", "amv")),
)
LEEG = {"~": "streepje", "ntb": "ntb", "∅": "leeg"}

pytestmark = pytest.mark.skipif(
    not WAARHEID.is_file(), reason="de map shared met voorbeelden ontbreekt"
)


def waarheid():
    tekst = WAARHEID.read_text(encoding="utf-8")
    regels = re.search(r"```csv\n(.*?)```", tekst, re.DOTALL)[1].splitlines()[1:]
    return [regel.split(";") for regel in regels]


def cijfers_van(naam):
    pad = SHARED / "voorbeelden" / naam
    for document in read_file(pad, naam, Grenzen()).documenten:
        stuk = Stuk(
            document=document,
            kenmerken=Kenmerken(soort=Soort.OVERIG, titel=None, datum=None),
        )
        gevonden = [c for c in find_cijfers(stuk, Regelboek()) if c.cel]
        if gevonden:
            return gevonden
    return []


def bij_naam(cijfers):
    return {
        (c.gebied, c.thema, c.maat): c
        for c in cijfers
        if c.maat not in {"verschil", "percentage"}
    }


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_cell_of_the_rows_and_the_total_is_read(naam):
    gelezen = bij_naam(cijfers_van(naam))
    for gebied, *cellen in waarheid()[:13]:
        wie = "Drenthe" if gebied.startswith("Totaal") else gebied
        for (thema, maat), cel in zip(KOLOMMEN, cellen, strict=True):
            cijfer = gelezen[wie, thema, maat]
            if cel in LEEG:
                assert (cijfer.waarde, cijfer.ontbreekt) == (None, LEEG[cel])
            else:
                assert cijfer.waarde == Decimal(cel), (wie, thema, maat)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_shares_and_differences_are_told_apart_though_their_labels_are_not(naam):
    cijfers = cijfers_van(naam)
    aandelen = [c.waarde for c in cijfers if c.maat == "percentage"]
    assert aandelen == [82, 171, 91, 108, 98, 157, 127]
    verschillen = [c.waarde for c in cijfers if c.maat == "verschil"]
    assert verschillen == [0, -1056, 1754, -20, 678, -112, 1408, 62]
    landelijk = [c.waarde for c in cijfers if c.gebied == "landelijk"]
    assert landelijk == [120000, 96000]


@pytest.mark.parametrize("naam", BESTANDEN)
def test_the_table_holds_nothing_else(naam):
    assert len(cijfers_van(naam)) == 13 * 12 + 8 + 9
    assert {str(c.stand) for c in cijfers_van(naam)} == {"2024-07-19"}


def test_the_form_without_a_name_has_years_measures_and_themes():
    cijfers = {c.cel: c for c in cijfers_van("2024-04-15 formulier bijdrage.xlsx")}
    assert {c.gebied for c in cijfers.values()} == {None}
    wat = {k: (c.thema, c.maat, c.jaar, c.waarde) for k, c in cijfers.items()}
    assert wat["formulier!B5"] == ("azc", "realisatie", 2023, 940)
    assert wat["formulier!C8"] == ("amv", "opgave", 2024, 24)
    assert wat["formulier!E9"] == ("totaal", "voorstel", 2025, 940)
    assert wat["formulier!B11"] == ("goo", "realisatie", 2023, 493)
    assert wat["formulier!D17"] == ("nidos", "voorstel", 2024, 13)
    assert cijfers["formulier!D17"].kwalificatie == "2024-I"


def test_numbers_in_the_message_keep_their_qualifiers():
    naam = "2024-07-19 terugkoppeling PRT.eml"
    document = read_file(SHARED / "voorbeelden" / naam, naam, Grenzen()).documenten[0]
    stuk = Stuk(
        document=document,
        kenmerken=Kenmerken(soort=Soort.EMAIL, titel=None, datum=None),
    )
    cijfers = find_cijfers(stuk, Regelboek())
    assert [(c.waarde, c.kwalificatie) for c in cijfers] == [
        (200, "een kleine"),
        (10, "van de twaalf"),
    ]
