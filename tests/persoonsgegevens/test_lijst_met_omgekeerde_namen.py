"""Lists with a person a line and the surname first, whatever organisation follows."""

from __future__ import annotations

from tests.persoonsgegevens.test_soorten_stukken import gevonden


def test_who_stands_in_a_list_of_turned_names_is_one_name():
    lijst = [
        "Kolk, Anna, gemeente Meent",
        "Karataş, Wytse, Vluchtelingenhulp Meent",
        "Dijkstra, Gerda, Thuis in de Buurt",
        "Dam, Piet van, wethouder Assen",
    ]

    assert [*gevonden(*lijst)] == ["Kolk, Anna", "Karataş, Wytse", "Dijkstra, Gerda"]


def test_a_line_of_first_names_is_no_turned_name():
    regels = ["Anna, Piet, Gerda en Wytse komen", "Emma, Ruud, Karin doen mee"]

    assert not any("," in g for g in gevonden(*regels))


def test_places_a_line_are_no_people():
    assert (
        gevonden("Assen, Emmen, Meppel en Urk", "Zwolle, Kampen, Raalte en Ommen") == []
    )


def test_a_point_with_a_turned_name_and_what_is_said_of_it():
    punten = [
        "- Veen, Bart van der, 15 mei 1986: heeft asiel aangevraagd",
        "- Koster, Maria: onbekend adres",
        "- Naaktgeboren, Małgorzata: vertrekt",
    ]

    assert [*gevonden(*punten)] == [
        "Veen, Bart van der",
        "15 mei 1986",
        "Koster, Maria",
        "Naaktgeboren, Małgorzata",
    ]
