"""Lists as bad as they come: nothing is dropped, nothing invented, doubt is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modellen.afspraak import Actiestatus
from pipeline.audit import audit_stuk
from pipeline.extraction.acties import find_acties
from tests.extraction.test_acties_passages import REGELBOEK, make_stuk


def lees(tekst, soort="actielijst", datum="2025-03-06"):
    from datetime import date

    dag = date.fromisoformat(datum) if datum else None
    stuk = make_stuk({"id": "slecht", "soort": soort, "datum": dag, "tekst": tekst})
    return replace(stuk, acties=find_acties(stuk, REGELBOEK))


def meldingen(stuk, regel):
    return [
        b.omschrijving
        for b in audit_stuk(stuk, REGELBOEK)
        if b.regel == f"audit.{regel}"
    ]


def test_a_status_nobody_knows_is_open_and_said():
    stuk = lees("""
# Actielijst
| Nr. | Actie | Wie | Gereed | Status |
| 1 | Leegstand in kaart brengen | Wijchen | 1 april 2025 | op de plank |
""")
    (actie,) = stuk.acties
    assert actie.status is Actiestatus.OPEN
    assert actie.herkomst.zekerheid < 0.9
    assert "op de plank" in actie.stand_van_zaken
    assert "op de plank" in meldingen(stuk, "status_onbekend")[0]


def test_a_list_without_day_or_owner_is_kept_without_either():
    stuk = lees(
        """
# Actielijst
| Actie | Wie | Gereed | Status |
| Overzicht van locaties delen |  | vóór 1 april | open |
""",
        datum=None,
    )
    (actie,) = stuk.acties
    assert actie.actiehouders == ()
    assert actie.termijn is None
    assert actie.termijn_tekst == "vóór 1 april"
    assert meldingen(stuk, "zonder_datum")
    assert meldingen(stuk, "acties_onvolledig")


def test_a_column_and_words_that_contradict_are_a_finding():
    stuk = lees("""
# Actielijst
| Nr. | Actie | Wie | Gereed | Status |
| 1 | Uiterlijk 15 maart 2025 de begroting aanleveren | Wijchen | 1 april 2025 | open |
| 2 | Spreken over verlenging tot 1 september 2026 | COA | 1 mei 2025 | open |
""")
    assert [a.termijn.isoformat() for a in stuk.acties] == ["2025-04-01", "2025-05-01"]
    (melding,) = meldingen(stuk, "actie_termijn")
    assert "01-04-2025" in melding
    assert "15-03-2025" in melding


@pytest.mark.parametrize(
    "rijen",
    [
        "| Actie | Wie |\n| Overzicht van locaties delen | COA |",
        "| Actie | Status |\n| Overzicht van locaties delen | open |",
        "| Lopende acties | < | < |\n| Actie | Wie | Gereed |\n| Overzicht van locaties delen | COA | < |",
    ],
    ids=["zonder termijn", "zonder wie", "samengevoegde cellen"],
)
def test_missing_and_merged_columns_lose_no_action(rijen):
    stuk = lees(f"# Actielijst\n{rijen}")
    assert [a.omschrijving for a in stuk.acties] == ["Overzicht van locaties delen"]


def test_owner_and_wording_that_differ_between_text_and_list_are_findings():
    stuk = lees(
        """
# 4. Financiering
Actie: het ministerie levert vóór 1 mei 2025 een overzicht van de normbedragen voor kleinschalige opvang.
# Actielijst
| Actie | Wie | Gereed |
| Overzicht normbedragen kleinschalige opvang | ministerie en provincie | 1 mei 2025 |
""",
        soort="verslag",
    )
    (actie,) = stuk.acties
    assert len(actie.elders) == 1
    (houder,) = meldingen(stuk, "actie_houder")
    assert "ministerie" in houder
    assert "provincie" in houder


def test_the_same_owner_in_other_letters_is_no_finding():
    stuk = lees(
        """
# 4. Financiering
Actie: gemeente Wijchen levert vóór 1 mei 2025 een overzicht van leegstand.
# Actielijst
| Actie | Wie | Gereed |
| Overzicht van leegstand leveren | gem. Wijchen | 1 mei 2025 |
""",
        soort="verslag",
    )
    assert len(stuk.acties) == 1
    assert meldingen(stuk, "actie_houder") == []
