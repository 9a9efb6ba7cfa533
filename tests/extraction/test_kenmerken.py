from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from modellen.stuk import Soort
from pipeline.extraction.kenmerken import find_kenmerken
from pipeline.rulebook import Regelboek
from tests.splitting.papier import make_paper

REGELBOEK = Regelboek()

BRIEF = """
Gemeente Veenhorst
Regietafel Zeewold
Postbus 12
4321 AA Delfzee
Veenhorst, 4 maart 2025
Ons kenmerk: 2025-17
Betreft: reactie op de verdeling
Geachte voorzitter,
Op 1 mei bespreken wij dit in de raad.
Hoogachtend,
burgemeester en wethouders
"""
MEMO = """
MEMO
Aan: leden regietafel
Van: team opvang
Datum: 5 maart 2025
Onderwerp: kosten van kleine locaties
De kosten lopen op.
"""
AGENDA = """
# Agenda regietafel Zeewold
Dinsdag 11 maart 2025, 14.00 - 15.30 uur, gemeentehuis Delfzee
1. Opening
2. Verslag 4 februari 2025
3. Stand van zaken
4. Rondvraag
"""
ANNOTATIE = """
# Geannoteerde agenda regietafel Zeewold 11 maart 2025
1. Opening
Voorgesteld besluit: de agenda vaststellen.
2. Verdeling
Voorgesteld besluit: instemmen met variant B.
"""
VERSLAG = """
^ CONCEPT
# Verslag bestuurlijk overleg Zeewold 11 maart 2025
Aanwezig: A. Kolkman (voorzitter), B. ter Haarst
1. Opening
De voorzitter opent de vergadering om 14.00 uur.
2. Verslag 4 februari
Het verslag van 4 februari wordt vastgesteld.
"""
ACTIELIJST = """
Actielijst regietafel Zeewold
Datum: 11 maart 2025
| Nr | Actie | Wie | Gereed |
| 1 | Overzicht maken | secretaris | 1 april |
| 2 | Brief sturen | voorzitter | 15 april |
"""
BESLUITEN = """
Besluitenlijst stuurgroep opvang 11 maart 2025
| Nr | Besluit |
| 1 | De verdeling is vastgesteld. |
"""
MAIL = """
Van: Anke Kolkman <anke@zeewold.example>
Verzonden: dinsdag 4 maart 2025 10:12
Aan: Bo ter Haarst <bo@delfzee.example>
Onderwerp: stukken voor volgende week
Beste Bo,
Hierbij de stukken.
Groet, Anke
"""
PUZZEL = """
De Zeewoldse puzzel 2025
Peildatum 1 februari 2025
| Gemeente | Opgave | Bijdrage | Verschil |
| Delfzee | 120 | 100 | -20 |
| Veenhorst | 80 | 95 | 15 |
| Totaal | 200 | 195 | -5 |
"""
FORMULIER = """
| | Realisatie | Opgave | Voorstel |
| AZC | 100 | 120 | 120 |
| Noodopvang | 30 | 0 | 0 |
| AMV | 5 | 12 | 12 |
| Nidos | 4 | 6 | 6 |
| Statushouders | 40 | 45 | 45 |
"""
LEGENDA = """
Toelichting grondslagen
J   Artikel 5.1, tweede lid, onder e: de persoonlijke levenssfeer
N   Artikel 5.1, tweede lid, onder i: het goed functioneren
"""


@pytest.mark.parametrize(
    ("tekst", "soort", "titel", "datum"),
    [
        (BRIEF, Soort.BRIEF, "reactie op de verdeling", date(2025, 3, 4)),
        (MEMO, Soort.MEMO, "kosten van kleine locaties", date(2025, 3, 5)),
        (AGENDA, Soort.AGENDA, "Agenda regietafel Zeewold", date(2025, 3, 11)),
        (ANNOTATIE, Soort.GEANNOTEERDE_AGENDA, "Geannoteerde agenda regietafel Zeewold 11 maart 2025", date(2025, 3, 11)),
        (VERSLAG, Soort.VERSLAG, "Verslag bestuurlijk overleg Zeewold 11 maart 2025", date(2025, 3, 11)),
        (ACTIELIJST, Soort.ACTIELIJST, "Actielijst regietafel Zeewold", date(2025, 3, 11)),
        (BESLUITEN, Soort.BESLUITENLIJST, "Besluitenlijst stuurgroep opvang 11 maart 2025", date(2025, 3, 11)),
        (MAIL, Soort.EMAIL, "stukken voor volgende week", date(2025, 3, 4)),
        (PUZZEL, Soort.CIJFERTABEL, "De Zeewoldse puzzel 2025", date(2025, 2, 1)),
        (FORMULIER, Soort.FORMULIER, "stuk", None),
        (LEGENDA, Soort.LEGENDA, "Toelichting grondslagen", None),
        ("De zon scheen die dag op het water.", Soort.OVERIG, "stuk", None),
    ],
)  # fmt: skip
def test_kind_title_and_date(tekst, soort, titel, datum):
    kenmerken = find_kenmerken(make_paper(tekst), REGELBOEK)
    assert (kenmerken.soort, kenmerken.titel, kenmerken.datum) == (soort, titel, datum)


def test_the_name_of_the_file_helps_where_the_text_says_little():
    kenmerken = find_kenmerken(
        make_paper(
            "Beste allen,\n1. Opening\n2. Cijfers\n3. Locaties\n4. Sluiting",
            "2025-03-11 agenda regietafel.docx",
        ),
        REGELBOEK,
    )
    assert kenmerken.soort is Soort.AGENDA
    assert kenmerken.datum == date(2025, 3, 11)
    assert kenmerken.titel == "agenda regietafel"


def test_a_message_is_of_the_day_it_was_sent():
    mail = make_paper(
        "Dag,\nOp 1 mei is het overleg.",
        "x.eml",
        verzonden=datetime(2025, 3, 4, 23, 30, tzinfo=UTC),
        onderwerp="RE: overleg",
    )
    kenmerken = find_kenmerken(mail, REGELBOEK)
    assert (kenmerken.soort, kenmerken.datum, kenmerken.titel) == (
        Soort.EMAIL,
        date(2025, 3, 4),
        "RE: overleg",
    )


@pytest.mark.parametrize(
    ("kop", "concept"),
    [
        ("# Conceptverslag regietafel 11 maart 2025", True),
        ("# (Concept)verslag regietafel 11 maart 2025", True),
        ("# Verslag regietafel 11 maart 2025 (concept)", True),
        ("^ CONCEPT\n# Verslag regietafel 11 maart 2025", True),
        ("# Verslag regietafel 11 maart 2025\nVastgesteld op 8 april 2025", False),
        ("# Verslag regietafel 11 maart 2025 - definitief", False),
        ("# Verslag regietafel 11 maart 2025", None),
        ("# Agenda regietafel 11 maart 2025\n1. Opening\n2. Conceptverslag 4 februari", None),
    ],
)  # fmt: skip
def test_concept_or_final(kop, concept):
    assert find_kenmerken(make_paper(kop), REGELBOEK).concept is concept


def test_a_title_is_no_running_header_and_no_stamp():
    kenmerken = find_kenmerken(
        make_paper(
            "^ Provincie Zeewold\nCONCEPT\nVertrouwelijk\n# Notitie noodopvang\nDe opvang is vol."
        ),
        REGELBOEK,
    )
    assert kenmerken.titel == "Notitie noodopvang"
    assert kenmerken.concept is True


def test_the_container_of_a_bundle_has_no_kind_of_its_own():
    from dataclasses import replace

    heel = make_paper(BRIEF, "2025-03-04 bundel brief agenda.pdf")
    houder = replace(heel, tekst="", blokken=(), tabellen=())
    kenmerken = find_kenmerken(houder, REGELBOEK)
    assert (kenmerken.soort, kenmerken.titel) == (Soort.OVERIG, "bundel brief agenda")
