from __future__ import annotations

import pytest

from modellen.stuk import Kenmerken, Soort, Stuk
from pipeline.extraction.deelnemers import find_deelnemers
from pipeline.rulebook import Regelboek
from tests.splitting.papier import make_paper

REGELBOEK = Regelboek()


def people(tekst: str, soort: Soort = Soort.VERSLAG):
    document = make_paper("# Verslag regietafel\n" + tekst)
    stuk = Stuk(
        document=document, kenmerken=Kenmerken(soort=soort, titel=None, datum=None)
    )
    gevonden = find_deelnemers(stuk, REGELBOEK)
    for d in gevonden:
        assert document.tekst[d.herkomst.begin : d.herkomst.eind] == d.herkomst.citaat
        assert d.naam in d.herkomst.citaat
    return [(d.naam, d.rol, d.organisatie, d.aanwezig) for d in gevonden]


def test_names_on_one_line():
    assert people(
        "Aanwezig: A. Kolkman (voorzitter), mw. B. ter Haarst (gemeente Delfzee), C. Vliegenthart en D. Ouwerling\nAfwezig m.k.: dhr. E. Slotboom (COA)"
    ) == [
        ("A. Kolkman", "voorzitter", None, True),
        ("B. ter Haarst", None, "gemeente Delfzee", True),
        ("C. Vliegenthart", None, None, True),
        ("D. Ouwerling", None, None, True),
        ("E. Slotboom", None, "COA", False),
    ]


def test_roles_behind_a_comma_go_with_the_name():
    assert people(
        "Aanwezig: Anke Kolkman, burgemeester Delfzee, Bo ter Haarst, wethouder Veenhorst, Cor de Wit"
    ) == [
        ("Anke Kolkman", "burgemeester", "Delfzee", True),
        ("Bo ter Haarst", "wethouder", "Veenhorst", True),
        ("Cor de Wit", None, None, True),
    ]


def test_a_list_under_a_heading():
    assert people(
        "Aanwezigen\n* burgemeester Kolkman (gemeente Delfzee)\n* Bo ter Haarst – COA\n* mevrouw C. van der Wal (Nidos) [CW]\n1. Opening\nDe voorzitter heet Jan de Boer welkom."
    ) == [
        ("Kolkman", "burgemeester", "gemeente Delfzee", True),
        ("Bo ter Haarst", None, "COA", True),
        ("C. van der Wal", None, "Nidos", True),
    ]


def test_names_behind_their_organisation():
    assert people(
        "Aanwezig:\nGemeente Delfzee: A. Kolkman, B. ter Haarst\nCOA: C. Vliegenthart\nAfgemeld: D. Ouwerling"
    ) == [
        ("A. Kolkman", None, "Gemeente Delfzee", True),
        ("B. ter Haarst", None, "Gemeente Delfzee", True),
        ("C. Vliegenthart", None, "COA", True),
        ("D. Ouwerling", None, None, False),
    ]


def test_a_table_of_people():
    assert people(
        "| Naam | Functie | Organisatie | Aanwezig |\n| A. Kolkman | burgemeester | Delfzee | ja |\n| B. ter Haarst | adviseur | provincie | afwezig |"
    ) == [
        ("A. Kolkman", "burgemeester", "Delfzee", True),
        ("B. ter Haarst", "adviseur", "provincie", False),
    ]


def test_fields_of_chair_and_note_taker():
    assert people("Voorzitter: mw. A. Kolkman\nNotulist: Bo ter Haarst") == [
        ("A. Kolkman", "voorzitter", None, True),
        ("Bo ter Haarst", "notulist", None, True),
    ]


@pytest.mark.parametrize("mark", ["5.1.2e", "[redacted] J", "████"])
def test_a_redacted_name_is_nobody(mark):
    assert people(f"Aanwezig: {mark}, A. Kolkman") == [("A. Kolkman", None, None, True)]


def test_a_sentence_is_no_attendance_list():
    assert people("Aanwezig waren ook bewoners van Delfzee.") == []
    assert people("Aanwezig: A. Kolkman", Soort.BRIEF) == []
