from __future__ import annotations

from modellen.stuk import Kenmerken, Soort, Stuk
from pipeline.extraction.agendapunten import find_agendapunten
from pipeline.rulebook import Regelboek
from tests.splitting.papier import make_paper

REGELBOEK = Regelboek()


def points(tekst: str, soort: Soort = Soort.AGENDA):
    document = make_paper(tekst)
    stuk = Stuk(
        document=document, kenmerken=Kenmerken(soort=soort, titel=None, datum=None)
    )
    gevonden = find_agendapunten(stuk, REGELBOEK)
    for p in gevonden:
        assert document.tekst[p.herkomst.begin : p.herkomst.eind] == p.herkomst.citaat
    return [(p.volgnummer, p.titel, p.niveau) for p in gevonden]


def test_numbers_as_printed_with_their_depth():
    assert points(
        "# Agenda\n1. Opening\n2b Verslag 4 februari\n3. Stand van zaken:\na. Oekraïne\nb. Asiel\n3.a. Cijfers\n4.1 Locaties\n5) Sluiting"
    ) == [
        ("1.", "Opening", 1),
        ("2b", "Verslag 4 februari", 2),
        ("3.", "Stand van zaken", 1),
        ("a.", "Oekraïne", 2),
        ("b.", "Asiel", 2),
        ("3.a.", "Cijfers", 2),
        ("4.1", "Locaties", 2),
        ("5)", "Sluiting", 1),
    ]


def test_what_begins_with_a_number_but_is_no_point():
    assert points(
        "# Agenda\n11 maart 2025\n14.00 uur inloop\n1. Opening\n12 gemeenten doen mee\n2. Sluiting"
    ) == [("1.", "Opening", 1), ("2.", "Sluiting", 1)]


def test_an_agenda_without_numbers():
    assert points("# Agenda\n* Opening\n* Cijfers\n* Sluiting") == [
        ("", "Opening", 1),
        ("", "Cijfers", 1),
        ("", "Sluiting", 1),
    ]


def test_the_points_of_minutes_are_headings_not_lists_inside():
    tekst = "# Verslag regietafel\n# 1. Opening\nDrie zaken zijn genoemd:\n1. de huur loopt af en de eigenaar wil niet verlengen.\n2. de kosten stijgen.\n# 2. Cijfers\nTekst.\n# 3. Sluiting"
    assert points(tekst, Soort.VERSLAG) == [
        ("1.", "Opening", 1),
        ("2.", "Cijfers", 1),
        ("3.", "Sluiting", 1),
    ]


def test_minutes_with_typed_points_in_sequence():
    tekst = "Verslag regietafel\n1. Opening\nDe voorzitter opent.\n2. Cijfers\nDe cijfers zijn besproken.\n1. eerste gevolg van dit alles is dat de gemeente meer moet betalen.\n3. Sluiting\nDe voorzitter sluit."
    assert points(tekst, Soort.VERSLAG) == [
        ("1.", "Opening", 1),
        ("2.", "Cijfers", 1),
        ("3.", "Sluiting", 1),
    ]


def test_points_in_a_table():
    assert points(
        "| Nr | Onderwerp | Toelichting |\n| 1 | Opening | door de voorzitter |\n| 2.a | Cijfers | zie bijlage |"
    ) == [("1", "Opening", 1), ("2.a", "Cijfers", 1)]


def test_the_subjects_of_an_action_list():
    assert points(
        "| Agenda Onderwerp | Door wie? |\n| Mededelingen | secretaris |\n| Opvang | gemeenten |",
        Soort.ACTIELIJST,
    ) == [("", "Mededelingen", 1), ("", "Opvang", 1)]


def test_a_letter_has_no_agenda():
    assert points("1. Opening\n2. Cijfers\n3. Sluiting", Soort.BRIEF) == []
