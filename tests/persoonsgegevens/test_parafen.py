"""Initials in a column of a table, of who is named in the same row."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden

RIJEN = (
    "Tineke Kuipers|gemeente Meent|TK||Fatou Zonneveld|COA|FZ||"
    "Els Zandstra|Nidos|EZ||Mirthe Gosewehr|IND|MGW"
)
LETTERS = ["TK", "FZ", "EZ", "MGW"]


def letters(*regels):
    return [g for g in gevonden(*regels) if g.isupper()]


@pytest.mark.parametrize(
    "kop", ["Paraaf in verslag", "Paraaf", "Initialen", "Afk.", "In verslag als"]
)
def test_initials_beside_names_are_found(kop):
    assert letters(f"Naam|Organisatie|{kop}||{RIJEN}") == LETTERS


def test_they_are_found_in_the_rest_of_the_paper():
    tabel = f"Naam|Organisatie|Paraaf in verslag||{RIJEN}"
    assert letters(tabel, "TK belt met MGW. EZ meldt dat FZ ziek is.") == [
        *LETTERS,
        *("TK", "MGW", "EZ", "FZ"),
    ]


def test_the_initials_can_stand_first_and_the_names_be_short():
    assert letters("Afk.|Naam||TK|Tineke Kuipers||FZ|Faouzi||EZ|Els") == [
        "TK",
        "FZ",
        "EZ",
    ]


def test_columns_can_be_made_of_spaces():
    regels = ["Naam                 Paraaf in verslag", "Tineke Kuipers       TK"]
    regels += ["Fatou Zonneveld      FZ", "Els Zandstra         EZ"]
    assert letters("\n".join(regels)) == ["TK", "FZ", "EZ"]


@pytest.mark.parametrize(
    "tabel",
    [
        "Ministerie|Afk.||Economische Zaken|EZ||Binnenlandse Zaken|BZK||Nationaal Overleg Opvang|NOO",
        "Naam|Akkoord|Paraaf||Lea Kolk|JA|OK",
        "Naam|Dienst|Afk.||Lea Kolk|Maatschappelijke ondersteuning|WMO",
        "Naam|Functie|Paraaf in verslag||Otto Rooseboom|wethouder|OTR",
    ],
)
def test_other_letters_stay(tabel):
    assert letters(tabel) == []


def test_the_head_is_no_name():
    assert "Afk" not in gevonden("Naam\tAfk.\nTineke Kuipers\tTK")
