"""Numbers are given once and stay, whatever is read again; people's changes stay too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stukken_bouw import (
    list_with_actions,
    make_actie,
    make_besluit,
    make_document,
    make_inname,
    make_stuk,
    make_vergadering,
)

from modellen.afspraak import Actiestatus
from modellen.bevinding import Mislukking
from modellen.stuk import Soort
from pipeline.errors import GebruikError
from pipeline.storage import open_archief

MAP = "/dossier"
MAART = date(2025, 3, 14)
MEI = date(2025, 5, 9)


def numbers(archief):
    return {g.actie.omschrijving: g.nummer for g in archief.dossier().acties}


def store(archief, *innames):
    for inname in innames:
        archief.bewaar(MAP, inname, "1")
    archief.ken_nummers_toe()


def test_numbers_run_on_within_a_year_by_day_then_by_file_and_place(archief):
    store(
        archief,
        list_with_actions("a.docx", MEI, "Mei."),
        list_with_actions("b.docx", MAART, "Maart één.", "Maart twee."),
        list_with_actions("c.docx", date(2024, 1, 2), "Vorig jaar."),
        list_with_actions("d.docx", None, "Zonder dag."),
    )
    assert numbers(archief) == {
        "Zonder dag.": "0000-001",
        "Vorig jaar.": "2024-001",
        "Maart één.": "2025-001",
        "Maart twee.": "2025-002",
        "Mei.": "2025-003",
    }
    assert [g.nummer for g in archief.dossier().acties] == [
        "0000-001", "2024-001", "2025-001", "2025-002", "2025-003",
    ]  # fmt: skip


def test_the_year_is_that_of_the_meeting_before_that_of_the_minutes(archief):
    d = make_document("v.docx", "PRT van 18 december", "Dit wordt nagegaan.")
    v = make_vergadering(d, "PRT", date(2024, 12, 18))
    a = make_actie(d, "Dit wordt nagegaan.", vergadering=v.id)
    stuk = make_stuk(d, datum=date(2025, 1, 6), vergaderingen=(v,), acties=(a,))
    store(archief, make_inname(stuk))
    assert numbers(archief) == {"Dit wordt nagegaan.": "2024-001"}


def test_an_annex_without_a_date_takes_the_date_of_the_letter(archief):
    brief = make_document("brief.docx", "Brief.")
    bijlage = make_document(
        "brief.docx", "Dit wordt nagegaan.", deel="2", ouder=brief.id
    )
    stuk = make_stuk(bijlage, acties=(make_actie(bijlage, "Dit wordt nagegaan."),))
    store(archief, make_inname(make_stuk(brief, datum=MAART), stuk))
    assert numbers(archief) == {"Dit wordt nagegaan.": "2025-001"}


def test_decisions_have_a_row_of_their_own(archief):
    d = make_document("v.docx", "Het verslag wordt vastgesteld.", "Dit gaan we na.")
    stuk = make_stuk(
        d,
        datum=MAART,
        besluiten=(make_besluit(d, "Het verslag wordt vastgesteld."),),
        acties=(make_actie(d, "Dit gaan we na."),),
    )
    store(archief, make_inname(stuk))
    dossier = archief.dossier()
    assert [b.nummer for b in dossier.besluiten] == ["B2025-001"]
    assert [a.nummer for a in dossier.acties] == ["2025-001"]


def test_a_number_is_not_used_again_when_its_action_is_gone(archief):
    store(archief, list_with_actions("a.docx", MAART, "Eén.", "Twee."))
    store(archief, list_with_actions("a.docx", MAART, "Drie."))
    assert numbers(archief) == {"Drie.": "2025-003"}


def test_an_action_that_comes_back_has_its_number_back(archief):
    store(archief, list_with_actions("a.docx", MAART, "Eén.", "Twee."))
    archief.ruim_op(MAP, [])
    store(archief, list_with_actions("b.docx", MAART, "Nieuw."))
    store(archief, list_with_actions("a.docx", MAART, "Eén.", "Twee."))
    assert numbers(archief) == {
        "Eén.": "2025-001",
        "Twee.": "2025-002",
        "Nieuw.": "2025-003",
    }


def test_the_pdf_of_a_docx_adds_no_actions_and_the_docx_is_the_source(archief):
    store(
        archief,
        list_with_actions("lijst.pdf", MAART, "De provincie  stuurt de\u00a0lijst."),
        list_with_actions("lijst.docx", MAART, "De provincie stuurt de lijst."),
    )
    (actie,) = archief.dossier().acties
    assert actie.nummer == "2025-001"
    assert actie.actie.omschrijving == "De provincie stuurt de lijst."


def test_the_same_file_under_another_name_keeps_its_numbers(archief):
    store(archief, list_with_actions("concept.docx", MAART, "Eén.", "Twee."))
    voor = numbers(archief)
    archief.ruim_op(MAP, [])
    store(archief, list_with_actions("definitief.docx", MAART, "Nul.", "Eén.", "Twee."))
    na = numbers(archief)
    assert {k: na[k] for k in voor} == voor
    assert na["Nul."] == "2025-003"


def test_the_same_words_at_another_meeting_are_another_action(archief):
    store(
        archief,
        list_with_actions("maart.docx", MAART, "Stand van zaken opvragen."),
        list_with_actions("mei.docx", MEI, "Stand van zaken opvragen.", "Nieuw."),
    )
    nummers = [g.nummer for g in archief.dossier().acties]
    assert nummers == ["2025-001", "2025-002", "2025-003"]


def test_a_file_overwritten_by_the_next_list_gives_no_old_number_away(archief):
    maart = make_document("lijst.docx", "Lijst van maart", "Ingestemd.")
    mei = make_document("lijst.docx", "Lijst van mei", "Ingestemd.")
    for d, dag, nummer in ((maart, MAART, "B2025-001"), (mei, MEI, "B2025-002")):
        besluit = make_besluit(d, "Ingestemd.")
        store(archief, make_inname(make_stuk(d, datum=dag, besluiten=(besluit,))))
        assert [b.nummer for b in archief.dossier().besluiten] == [nummer]


def test_the_same_words_in_two_parts_of_a_file_are_two_decisions(archief):
    een = make_document("bundel.pdf", "Ingestemd.", deel="1", inhoud="bundel")
    twee = make_document("bundel.pdf", "Ingestemd.", deel="2", inhoud="bundel")
    stukken = [
        make_stuk(d, datum=dag, besluiten=(make_besluit(d, "Ingestemd."),))
        for d, dag in ((een, MAART), (twee, MEI))
    ]
    store(archief, make_inname(*stukken))
    nummers = [b.nummer for b in archief.dossier().besluiten]
    assert nummers == ["B2025-001", "B2025-002"]


def test_the_same_words_twice_in_one_document_are_two_decisions(archief):
    d = make_document("b.docx", "Ingestemd.", "Iets anders.", "Ingestemd.")
    twee = (make_besluit(d, "Ingestemd."), make_besluit(d, "Ingestemd.", keer=2))
    twin = make_document("b.pdf", "Ingestemd.", "Iets anders.", "Ingestemd.")
    ook = (make_besluit(twin, "Ingestemd."), make_besluit(twin, "Ingestemd.", keer=2))
    store(
        archief,
        make_inname(make_stuk(d, datum=MAART, besluiten=twee)),
        make_inname(make_stuk(twin, datum=MAART, besluiten=ook)),
    )
    besluiten = archief.dossier().besluiten
    assert [b.nummer for b in besluiten] == ["B2025-001", "B2025-002"]
    assert [b.besluit for b in besluiten] == list(twee)


def test_an_explicit_action_wins_from_one_read_between_the_lines(archief):
    tekst = "De provincie stuurt de lijst."
    docx, pdf = make_document("v.docx", tekst), make_document("l.pdf", tekst)
    vaag, klaar = make_actie(docx, tekst, expliciet=False), make_actie(pdf, tekst)
    store(
        archief,
        make_inname(make_stuk(docx, datum=MAART, acties=(vaag,))),
        make_inname(
            make_stuk(pdf, datum=MAART, soort=Soort.ACTIELIJST, acties=(klaar,))
        ),
    )
    assert [g.actie for g in archief.dossier().acties] == [klaar]


def test_a_better_reading_of_the_same_quote_keeps_the_number(archief):
    """A newer program trims the words and finds the date that the older one missed."""
    d = make_document("v.docx", "Actie: de provincie stuurt de lijst (secretaris)")
    heel = "Actie: de provincie stuurt de lijst (secretaris)"
    oud = make_actie(d, heel)
    archief.bewaar(MAP, make_inname(make_stuk(d, acties=(oud,))), "1")
    archief.ken_nummers_toe()
    nieuw = make_actie(d, heel, omschrijving="de provincie stuurt de lijst")
    archief.bewaar(MAP, make_inname(make_stuk(d, datum=MAART, acties=(nieuw,))), "2")
    archief.ken_nummers_toe()
    assert numbers(archief) == {"de provincie stuurt de lijst": "0000-001"}


def test_a_run_that_was_broken_off_shows_its_actions_without_a_number(archief):
    archief.bewaar(MAP, list_with_actions("a.docx", MAART, "Eén."), "1")
    assert numbers(archief) == {"Eén.": ""}


REGELS = st.lists(
    st.sampled_from(["Eén.", "Twee.", "Drie.", "Vier."]), min_size=1, max_size=4
)
LEZING = st.tuples(
    st.sampled_from(["a.docx", "a.pdf", "b.docx"]),
    st.sampled_from([MAART, MEI, None]),
    REGELS,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(lezingen=st.lists(LEZING, min_size=1, max_size=8))
def test_no_series_of_readings_changes_or_doubles_a_number(nieuw_adres, lezingen):
    bekend = {}
    with open_archief(nieuw_adres()) as archief:
        for bestand, dag, regels in lezingen:
            store(archief, list_with_actions(bestand, dag, *dict.fromkeys(regels)))
            acties = archief.dossier().acties
            assert len({g.nummer for g in acties}) == len(acties)
            assert all(g.nummer for g in acties)
            for g in acties:
                # One document and its words: the number first seen is the last.
                h = g.actie.herkomst
                assert bekend.setdefault((h.document, dag_of(archief, h), h.citaat), g.nummer) == g.nummer  # fmt: skip


def dag_of(archief, herkomst):
    kaarten = {k.id: k.datum for k in archief.dossier().documenten}
    return kaarten[herkomst.document]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(volgorde=st.permutations(range(4)))
def test_the_order_of_reading_makes_no_difference(nieuw_adres, volgorde):
    innames = [
        list_with_actions("a.docx", MEI, "Mei."),
        list_with_actions("b.docx", MAART, "Maart één.", "Maart twee."),
        list_with_actions("b.pdf", MAART, "Maart één.", "Maart twee."),
        list_with_actions("c.docx", None, "Zonder dag."),
    ]
    with open_archief(nieuw_adres()) as archief:
        store(archief, *innames)
        verwacht = archief.dossier()
    with open_archief(nieuw_adres()) as archief:
        store(archief, *(innames[plek] for plek in volgorde))
        assert archief.dossier() == verwacht


class TestWijzigen:
    def test_what_a_person_sets_wins_and_is_named(self, archief):
        store(archief, list_with_actions("a.docx", MAART, "Eén."))
        archief.wijzig_actie(
            "2025-001",
            status=Actiestatus.GEREED,
            actiehouders=("secretaris", "provincie"),
            termijn=MEI,
            door="M. Veldkamp",
            op=date(2025, 4, 1),
        )
        (g,) = archief.dossier().acties
        assert g.gewijzigd == ("actiehouders", "termijn", "status")
        assert g.actie.status is Actiestatus.GEREED
        assert g.actie.actiehouders == ("secretaris", "provincie")
        assert g.actie.termijn == MEI
        assert g.actie.omschrijving == "Eén."

    def test_it_survives_reading_again_and_a_source_that_was_away(self, archief):
        store(archief, list_with_actions("a.docx", MAART, "Eén."))
        archief.wijzig_actie("2025-001", omschrijving="Beter.", door="M.", op=MEI)
        kapot = Mislukking(bestand="a.docx", reden="beschadigd")
        archief.noteer_mislukt(MAP, kapot, "0" * 64, "1")
        archief.ken_nummers_toe()
        assert archief.dossier().acties == ()
        archief.wijzig_actie("2025-001", status=Actiestatus.OPEN, door="M.", op=MEI)
        store(archief, list_with_actions("a.docx", MAART, "Eén."))
        (g,) = archief.dossier().acties
        assert (g.actie.omschrijving, g.actie.status) == ("Beter.", "open")

    def test_the_last_change_of_a_field_holds_and_all_stay_on_record(self, archief):
        store(archief, list_with_actions("a.docx", MAART, "Eén."))
        archief.wijzig_actie("2025-001", actiehouders=(), door="A. Brink", op=MAART)
        archief.wijzig_actie(
            "2025-001", status=Actiestatus.IN_UITVOERING, door="A. Brink", op=MAART
        )
        archief.wijzig_actie(
            "2025-001", status=Actiestatus.GEREED, termijn=MEI, door="J. Post", op=MEI
        )
        assert archief.dossier().acties[0].actie.status is Actiestatus.GEREED
        assert [str(w) for w in archief.geschiedenis("2025-001")] == [
            "14-03-2025  A. Brink: actiehouders wordt n.t.b.",
            "14-03-2025  A. Brink: status wordt in uitvoering",
            "09-05-2025  J. Post: termijn wordt 09-05-2025",
            "09-05-2025  J. Post: status wordt gereed",
        ]

    @pytest.mark.parametrize("nummer", ["2025-002", "B2025-001", "", "'; --"])
    def test_an_unknown_number_is_refused(self, archief, nummer):
        store(archief, list_with_actions("a.docx", MAART, "Eén."))
        with pytest.raises(GebruikError, match="Er is geen actie"):
            archief.wijzig_actie(nummer, omschrijving="x", door="M.", op=MEI)
        with pytest.raises(GebruikError, match="verwerk toon acties"):
            archief.geschiedenis(nummer)
