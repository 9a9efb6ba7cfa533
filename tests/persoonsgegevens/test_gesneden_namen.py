"""Names of which a part was cut off: double surnames, glued particles, two cells."""

from __future__ import annotations

import pytest
from vindbouw import find, masked

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Gerrit-Jan Vlietstra-ten Hoor komt.", ["Gerrit-Jan Vlietstra-ten Hoor"]),
        ("Mevrouw Anna Brouwer-van der Weg komt.", ["Anna Brouwer-van der Weg"]),
        ("A. Kolk-van het Veld en Otto Kolk-van 't Einde", ["A. Kolk-van het Veld", "Otto Kolk-van 't Einde"]),
        ("Aan: Kolk-in het Veld, Lea", ["Kolk-in het Veld, Lea"]),
        ("CC: 't Mannetje, Roelie", ["'t Mannetje, Roelie"]),
        ("Aan: Bakker-Ó Briain, Siobhán", ["Bakker-Ó Briain, Siobhán"]),
        ("Cc: Ó Briain, Siobhán", ["Ó Briain, Siobhán"]),
        ("Dhr van't Hek en mevrouw in't Veld kwamen.", ["van't Hek", "in't Veld"]),
        ("Ook Jan op't Hof was er.", ["Jan op't Hof"]),
        ("Dit komt uit de mail van Kolk, Lea.", []),
    ],
)  # fmt: skip
def test_the_whole_of_a_surname_goes(zin, weg):
    assert [w for w in weg if w not in masked(zin)] == []


@pytest.mark.parametrize(
    "zin",
    [
        "Het huis van't jaar is op't Hof. Wij gaan in't Oosten zwemmen.",
        "Het verkeers- en vervoersplan, de Noord-Zuid-lijn en de Beleids- en Adviesgroep.",
        "Kosten van het Woo-loket en het Wmo-team.",
        "Het voorstel van de Raad van het Zorg-team.",
    ],
)
def test_words_of_the_same_form_stay(zin):
    assert masked(zin) == []


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("t.a.v. Roos van het Wil-team", ["Roos"]),
        ("Otto Brandsma van het Wmo-loket belt.", ["Otto Brandsma"]),
        ("Lea Kolk van de afdeling Zorg belt.", ["Lea Kolk"]),
        ("Lea Kolk-van der Weg van het Wmo-team belt.", ["Lea Kolk-van der Weg"]),
    ],
)
def test_a_team_behind_a_name_is_cut_off(zin, weg):
    assert masked(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Aanwezig: Nguyễn Thu Hà, Lea Kolk.", ["Nguyễn Thu Hà", "Lea Kolk"]),
        ("Cc: Nguyễn, Thu Hà", ["Nguyễn, Thu Hà"]),
        ("Cc: Trần, Thị Mai; Kolk, Lea Brandsma", ["Trần, Thị Mai", "Kolk", "Lea Brandsma"]),
        ("Mevrouw Hà Thị Lan belde met Đỗ Minh Quân.", ["Hà Thị Lan", "Đỗ Minh Quân"]),
        ("Há Lea, hoe gaat het?", ["Lea"]),
        ("Voilà, het besluit. Déjà vu.", []),
    ],
)  # fmt: skip
def test_vietnamese_names_are_whole(zin, weg):
    assert masked(zin) == weg


def test_two_cells_are_one_name():
    tekst = (
        "Marijn van der|Wouden-Aksoy|12||Lea|Kolk|14||Otto|van Brandsma|15||"
        "Ytzen|Quakkelaar|16"
    )
    assert gevonden(tekst) == [
        *("Marijn van der", "Wouden-Aksoy", "Lea", "Kolk", "Otto", "van Brandsma"),
        *("Ytzen", "Quakkelaar"),
    ]


def test_the_surname_can_stand_first():
    assert gevonden("Kolk|Lea|14||Brandsma|Otto|15") == [
        "Kolk",
        "Lea",
        "Brandsma",
        "Otto",
    ]


@pytest.mark.parametrize(
    ("tekst", "niet"),
    [
        ("Lea|Beheer|x||Otto|Opvang|y", {"Beheer", "Opvang"}),
        ("Roos|Rood|12||Wil|Wit|13", {"Rood", "Wit"}),
        ("Naam|Gemeente||Lea|Assen||Otto|Emmen", {"Assen", "Emmen"}),
    ],
)
def test_what_stands_beside_a_first_name_is_not_always_a_surname(tekst, niet):
    assert not niet & set(gevonden(tekst))


def test_a_row_of_people_is_not_read_as_one_name():
    tekst = "Plan|Lea|Otto|Ria|Brandsma|Kees\nNota|Kees|Lea|Otto|Brandsma|Ria"
    namen = {p.naam for p in find(tekst.replace("|", "\t")).personen}
    assert not any("Brandsma" in n and n != "Brandsma" for n in namen)


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Even voorstellen: Yanti Boerkamp", ["Yanti Boerkamp"]),
        ("Even voorstellen: Yanti", ["Yanti"]),
        ("Ik ben Yanti Boerkamp en ik werk hier.", ["Yanti Boerkamp"]),
        ("Ik ben Yanti.", ["Yanti"]),
        ("Mijn naam is Yanti.", ["Yanti"]),
        ("Goedemiddag, u spreekt met Djurre.", ["Djurre"]),
        ("Welkom aan onze nieuwe collega Yanti Boerkamp.", ["Yanti Boerkamp"]),
        ("Even voorstellen: burgemeester Yanti Boerkamp", []),
        ("Ik ben wethouder Otto Rooseboom.", []),
        ("Even voorstellen: team Opvang", []),
        ("Even voorstellen: Regietafel Opvang", []),
        ("Ik ben Nederlander. Ik ben Turks. Ik ben Projectleider.", []),
        ("Ik heet u welkom namens Nidos.", []),
    ],
)
def test_who_introduces_themselves_is_found(zin, weg):
    assert masked(zin) == weg


@pytest.mark.parametrize(
    ("kop", "weg"),
    [
        ("Van: Dijksma, Lena Verzonden: maandag 3 maart Aan: Kuipers, Lea Cc: Brandsma, Piet Onderwerp: opvang", ["Dijksma, Lena", "Kuipers, Lea", "Brandsma, Piet"]),
        ("From: Lena Dijksma Sent: Monday To: Lea Kuipers Subject: shelter", ["Lena Dijksma", "Lea Kuipers"]),
        ("Kolk, Lea Notulist: iemand van het team", []),
    ],
)  # fmt: skip
def test_the_head_of_a_mail_can_stand_on_one_line(kop, weg):
    assert [w for w in weg if w not in masked(kop)] == []
