from __future__ import annotations

from datetime import date

from tests.dossier.toets import judge

WAARHEID = {
    "bestand": [
        {
            "pad": "verslag.docx",
            "geen_besluit": [["kabinet"]],
            "document": [
                {
                    "soort": "verslag",
                    "datum": date(2026, 3, 5),
                    "concept": True,
                    "vergadering": [{"datum": date(2026, 3, 5), "begin": "10:00"}],
                    "actie": [
                        {
                            "woorden": ["lijst"],
                            "houder": "hoorn",
                            "termijn": date(2026, 4, 1),
                        }
                    ],
                    "besluit": [{"woorden": ["agenda"], "resultaat": "vastgesteld"}],
                }
            ],
        }
    ]
}


def _export(**anders):
    actie = {
        "document": "d1", "omschrijving": "Stuurt de lijst", "citaat": "stuurt de lijst",
        "actiehouders": ["gemeente Hoorn"], "termijn": "2026-04-01", "status": "nieuw",
    }  # fmt: skip
    besluit = {
        "document": "d1", "omschrijving": "De agenda wordt vastgesteld", "citaat": "agenda",
        "resultaat": "vastgesteld",
    }  # fmt: skip
    document = {
        "id": "d1", "bestand": "verslag.docx", "soort": "verslag", "datum": "2026-03-05",
        "titel": None, "concept": True, "pagina_van": 1, "pagina_tot": 2,
    }  # fmt: skip
    vergadering = {
        "document": "d1",
        "datum": "2026-03-05",
        "begin": "10:00",
        "eind": None,
    }
    return {
        "documenten": [document],
        "acties": [actie | anders],
        "besluiten": [besluit],
        "vergaderingen": [vergadering],
    }


def test_a_true_export_misses_nothing():
    oordeel = judge(_export(), WAARHEID)
    assert (oordeel.gemist, oordeel.teveel) == ([], [])
    assert oordeel.deel("actie") == oordeel.deel("tijd") == 1


def test_a_wrong_owner_and_term_are_named():
    oordeel = judge(_export(actiehouders=[], termijn=None), WAARHEID)
    assert [g.split(":")[0] for g in oordeel.gemist] == ["houder", "termijn"]
    assert oordeel.deel("actie") == 1


def test_what_is_no_action_of_the_truth_is_too_much():
    export = _export()
    export["acties"].append(
        export["acties"][0] | {"omschrijving": "Iets", "citaat": "iets"}
    )
    assert judge(export, WAARHEID).teveel == ["actie: verslag.docx: Iets"]


def test_a_decision_of_others_counts_against():
    export = _export()
    export["besluiten"].append(
        export["besluiten"][0]
        | {"omschrijving": "Het kabinet besloot", "citaat": "kabinet"}
    )
    assert judge(export, WAARHEID).deel("geen besluit") == 0
