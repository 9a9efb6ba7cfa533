"""Planning tables, gate lists, notes and signed lists: who is of no office there."""

from __future__ import annotations

import pytest

from tests.persoonsgegevens.test_soorten_stukken import gevonden


@pytest.mark.parametrize(
    ("rijen", "weg"),
    [
        ("Hal|Meent|Tineke Kuipers|weth. Kolk", ["Tineke Kuipers"]),
        ("Hal|Meent|Kuipers/Postma|ged. Kolk", ["Kuipers", "Postma"]),
        ("Hal|Meent|F. Zonneveld|burg. Van Kolk", ["F. Zonneveld"]),
        ("Hal|Meent|F. Zonneveld|Quakkelma (wethouder)", ["F. Zonneveld"]),
        ("Hal|Meent|Kuipers|n.t.b.||Hal 2|Duin|Els Zandstra|-", ["Kuipers", "Els Zandstra"]),
    ],
)  # fmt: skip
def test_an_office_in_the_next_cell_is_of_who_is_named_there(rijen, weg):
    tabel = f"Locatie|Gemeente|Trekker|Bestuurlijk||{rijen}"
    assert gevonden(tabel) == weg


@pytest.mark.parametrize(
    "rijen",
    ["F. Zonneveld|Assen (wethouder)", "Els Zandstra|wethouder", "Els Zandstra|Emmen, wethouder"],
)  # fmt: skip
def test_an_office_in_the_next_cell_without_a_name_is_of_who_stands_before(rijen):
    assert gevonden(f"Naam|Gemeente||{rijen}") == []


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Els Zandstra       Lange Brink 12, 9401 AB Assen        w.g.", ["Els Zandstra", "Lange Brink 12, 9401 AB Assen"]),
        ("W. Zonneveld      Kerkstraat 3a, 8712 BB Koudum", ["W. Zonneveld", "Kerkstraat 3a, 8712 BB Koudum"]),
        ("Huize Kolk          Lange Brink 12, 9401 AB Assen", []),
        ("Gemeente Meent      Lange Brink 12, 9401 AB Assen", []),
        ("De Boskamp          Lange Brink 12, 9401 AB Assen", []),
        ("Adres voor de jaaropgave van nr. 5: volgt", []),
        ("Adres tbv jaaropgave nr 5: Lange Brink 12, 9401 AB Assen", ["Lange Brink 12, 9401 AB Assen"]),
        ("Adres tbv bezorging: Lange Brink 12, 9401 AB Assen", []),
    ],
)  # fmt: skip
def test_an_address_in_a_column_behind_a_name(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Toegewezen aan: Els Zandstra (2242)", ["Els Zandstra", "2242"]),
        ("Vragen aan F. Zonneveld (4471), team Wonen", ["F. Zonneveld", "4471"]),
        ("Els Zandstra (2024) schreef een boek.", ["Els Zandstra"]),
        ("Meenterveen (2242) en Duinen (4471)", []),
        ("Sporthal De Meent (2242)", []),
        ("F. Kolk\nTeam Wonen\ntel. (0192) 31 46 62 / f.kolk@meent.example / Postbus 1, 9400 AC Assen", ["F. Kolk", "(0192) 31 46 62", "f.kolk"]),
        ("Team Wonen\ntel. (0192) 31 46 66 / team.wonen@meent.example / Postbus 1, 9400 AC Assen", []),
        ("Team Wonen\ntel. (0192) 31 46 66 / Postbus 1, 9400 AC Assen", []),
        ("F. Kolk\ntel. (0192) 31 46 00 / f.kolk@meent.example / Postbus 1, 9400 AC Assen", ["F. Kolk", "f.kolk"]),
    ],
)  # fmt: skip
def test_a_short_or_direct_number_of_someone(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("1  AKUA ÖZBILGEN        geb. 4 mei 1971    kabinet", ["AKUA ÖZBILGEN", "4 mei 1971"]),
        ("DJOERE SZYMKOWSKA (geb. 04-05-1971)", ["DJOERE SZYMKOWSKA", "04-05-1971"]),
        ("Djoere Szymkowska, geboren op 4 mei 1971", ["Djoere Szymkowska", "4 mei 1971"]),
        ("LIJST TOEGANG geb. 4 mei 1971", ["4 mei 1971"]),
        ("Mevrouw Blok komt. Wijziging 7/4: Blok vervangen door een collega.", ["Blok", "Blok"]),
        ("Mevrouw Blok komt. Blok 3 wordt afgebroken. Blok A vervangen.", ["Blok"]),
        ("Kozijnen vervangen door kunststof.", []),
        ("Via pSG A. Spijkerbeer, DGX R. Quakkelsma", ["A. Spijkerbeer", "R. Quakkelsma"]),
        ("DFEZ L. Kolk en DGX R. Dam", ["L. Kolk", "R. Dam"]),
    ],
)  # fmt: skip
def test_people_on_a_list_or_in_a_note(zin, weg):
    assert gevonden(zin) == weg


LEDEN = "Leden: Saskia van Veen, Ilse Koster, Mirthe Gosewehr, Bart Vos"


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Vastgesteld (akkoord ontvangen van SvV, IK, MG; van BV mondeling)", ["SvV", "IK", "MG", "BV"]),
        ("Reacties binnen van COA, MT en OR", []),
        ("Gezien: afd.hfd IK d.d. 11/2, fin. MG d.d. 12/2, jur. -", ["IK", "MG"]),
        ("Gezien: MT d.d. 11/2, OR d.d. 12/2", []),
        ("Afschrift: SvV, archief", ["SvV"]),
        ("Afschrift: DIV, archief", []),
        ("Opgemaakt, fiat: MG", ["MG"]),
        ("Fiat van MT volgt", []),
    ],
)  # fmt: skip
def test_initials_of_who_has_seen_or_agreed(zin, weg):
    assert [g for g in gevonden(f"{LEDEN}\n{zin}") if " " not in g] == weg


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Naam|Duur|E-mail||Els Zandstra|1 u|e.zandstra@meent.example||Vergaderruimte PH-2.08|1 u|ph208@meent.example", ["Els Zandstra", "e.zandstra"]),
        ("Naam|Duur|E-mail||Els Zandstra|1 u|ez12@meent.example", ["Els Zandstra", "ez12"]),
        ("Meld u aan de balie in De Wijk of via dewijk@meent.example.", []),
        ("Meld u via dewijk@meent.example.", ["dewijk"]),
        ("COA|Els Zandstra|ez@meent.example||VNG Drenthe|bureau|vdg@meent.example", ["Els Zandstra", "ez"]),
    ],
)  # fmt: skip
def test_a_mailbox_of_a_room_a_place_or_a_body_stays(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    "zin",
    [
        "Mijlpaal|Wie|Wk||Plan|n.t.b.|19",
        "Nr|Indiener|Adres||4|Loonbedrijf Gebr. Kolk BV|Zijtak||5|Dam Beheer BV|Zijtak",
        "Muziek unit C. Aangesproken, uit. Rook hal B. Opgelost.",
        "Lunch in zaal Hertog Jan",
        "Stapelbed type Willem, incl. matras; stoel model Els",
    ],
)
def test_heads_firms_units_and_models_are_no_one(zin):
    assert gevonden(zin) == []


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("V. Wie betaalt de bus naar school?\nA. Ter Haar: dat doet het rijk niet.\nV. Hoe lang duurt dit nog?\nA. Dat hoort u in mei van ons.", ["Ter Haar"]),
        ("A. Ter Haar: dat doet het rijk niet.\nB. Zonneveld: hoe lang nog?", ["A. Ter Haar", "B. Zonneveld"]),
        ("A. Zonneveld vraagt naar de bus.\nV. Kuipers antwoordt daarop kort.\nA. Zonneveld dankt.", ["A. Zonneveld", "V. Kuipers", "A. Zonneveld"]),
        ("erbij waren: Djoere Szymkowska-Kaja en een stagiair", ["Djoere Szymkowska-Kaja"]),
        ("Wij waren erbij. Het was laat.", []),
    ],
)  # fmt: skip
def test_a_letter_of_an_answer_is_no_initial(zin, weg):
    assert gevonden(zin) == weg


@pytest.mark.parametrize(
    "zin",
    [
        "Taxatie opvragen bij Makelaardij Van der Veen --> volgt",
        "Het werk is gegund aan Bouwgroep Postma Kuipers.",
        "Zij zaten vrijdag bij Nieuwsuur, zie de knipselmap.",
        "Afstemmen met Actium en Wocom over doorstroom.",
        "Offerte Jan Snel ontvangen; school Titus Brandsma is leeg.",
        "Leden: n.t.b.\nVoorstellen: Hof van Meent, Sophiahof en Emmahof.",
        "Motie M3 vreemd aan de orde, Van Schaikpark: niet in stemming",
    ],
)
def test_firms_broadcasters_and_houses_are_no_one(zin):
    assert gevonden(*zin.split("\n")) == []


def test_a_surname_that_ends_as_a_house_is_found_in_a_list():
    assert gevonden("Leden:", "Westerhof, Djoere") == ["Westerhof, Djoere"]
    assert gevonden("Naam|Rol||Westerhof|lid||Els Kolk|lid") == [
        "Westerhof",
        "Els Kolk",
    ]


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("K. Zwart\nsecretaris", ["K. Zwart"]),
        ("W. Kolk      Kerkstraat 3a, 8712 BB Koudum", ["W. Kolk", "Kerkstraat 3a, 8712 BB Koudum"]),
        ("B. Bos en natuur\nC. Brand en veiligheid", []),
        ("V. Brand en veiligheid", []),
        ("K. Wegen\nM. Water\nN. Ruimte", []),
    ],
)  # fmt: skip
def test_a_late_letter_at_the_begin_of_a_line_numbers_nothing(zin, weg):
    assert gevonden(zin) == weg
