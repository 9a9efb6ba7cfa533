from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cijferbouw import maak_stuk

from modellen.afspraak import Actie, Actiestatus
from modellen.document import Eigenschappen, Grens, Leesstatus, Pagina
from modellen.stuk import Soort
from modellen.vergadering import Agendapunt
from pipeline.audit import audit_stuk
from pipeline.audit.kalender import find_pasen, find_vrije_dag
from pipeline.rulebook import Regelboek, check_regels

REGELBOEK = Regelboek()


def stuk_met(tekst="Een stuk.", *, datum="2026-03-04", soort=Soort.MEMO, **document):
    stuk = maak_stuk("", boven=tekst, datum=datum, soort=soort)
    return replace(stuk, document=replace(stuk.document, **document))


def regels(stuk):
    return [b.regel.removeprefix("audit.") for b in audit_stuk(stuk, REGELBOEK)]


def bron(stuk):
    return stuk.document.citeer(0, len(stuk.document.tekst), regel="toets")


def test_a_sound_document_gives_no_findings():
    assert (
        regels(stuk_met("Op woensdag 4 maart 2026 is het verslag vastgesteld.")) == []
    )


def test_every_unread_page_is_told_with_its_number():
    paginas = (
        Pagina(nummer=1),
        Pagina(nummer=2, status=Leesstatus.ONGELEZEN),
        Pagina(nummer=3, status=Leesstatus.LEEG),
        Pagina(nummer=4, status=Leesstatus.ONGELEZEN),
    )
    gevonden = audit_stuk(stuk_met(paginas=paginas), REGELBOEK)
    assert [(b.klasse.value, b.pagina) for b in gevonden] == [
        ("ontbreekt", 2),
        ("ontbreekt", 4),
    ]
    assert gevonden[0].omschrijving.startswith("Blz. 2 heeft geen leesbare tekst")


def test_open_changes_and_doubtful_boundaries_are_questions():
    assert regels(stuk_met(eigenschappen=Eigenschappen(wijzigingen_open=True))) == [
        "wijzigingen_open"
    ]
    assert regels(
        stuk_met(grens=Grens(redenen=("nieuwe aanhef",), zekerheid=0.55))
    ) == ["grens_onzeker"]
    assert (
        regels(stuk_met(grens=Grens(redenen=("nieuwe aanhef",), zekerheid=0.95))) == []
    )


def test_hidden_columns_and_sheets_are_named():
    stuk = maak_stuk(
        "Naam | Tel | Intern\nA | b | geheim\nC | d | e", blad="lijst", bestand="x.xlsx"
    )
    tabel = stuk.document.tabellen[0]
    cellen = tuple(replace(c, verborgen=c.kolom == 3) for c in tabel.cellen)
    half = replace(stuk.document, tabellen=(replace(tabel, cellen=cellen),))
    (melding,) = audit_stuk(replace(stuk, document=half), REGELBOEK)
    assert "kolom C van 'lijst'" in melding.omschrijving
    cellen = tuple(replace(c, verborgen=True) for c in tabel.cellen)
    heel = replace(stuk.document, tabellen=(replace(tabel, cellen=cellen),))
    (melding,) = audit_stuk(replace(stuk, document=heel), REGELBOEK)
    assert "blad 'lijst'" in melding.omschrijving


def test_formulas_without_a_result_are_missing_figures():
    stuk = maak_stuk("Gemeente | Bod\nGoes | \nHulst | 3", blad="b", bestand="x.xlsx")
    tabel = stuk.document.tabellen[0]
    cellen = tuple(
        replace(c, formule="=1+1", berekend=False) if (c.rij, c.kolom) == (2, 2) else c
        for c in tabel.cellen
    )
    document = replace(stuk.document, tabellen=(replace(tabel, cellen=cellen),))
    (melding,) = audit_stuk(replace(stuk, document=document), REGELBOEK)
    assert (melding.klasse.value, melding.verdacht) == ("ontbreekt", ("b!B2",))


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Wij zien u op dinsdag 21 januari 2026.", 1),
        ("Wij zien u op woensdag 21 januari 2026.", 0),
        ("Overleg vrijdag 6 maart om tien uur.", 0),
        ("Overleg vrijdag 5 maart om tien uur, dus vrijdag 5 maart.", 1),
        ("Bereikbaar maandag t/m vrijdag, vrijdag 1x per maand.", 0),
    ],
)
def test_a_weekday_must_belong_to_its_date(tekst, aantal):
    assert regels(stuk_met(tekst)) == ["weekdag"] * aantal


def agenda(titel, datum="2026-03-04"):
    stuk = stuk_met(f"3. {titel}", soort=Soort.AGENDA, datum=datum)
    punt = Agendapunt(volgnummer="3.", titel=titel, herkomst=bron(stuk))
    return replace(stuk, agendapunten=(punt,))


def test_an_agenda_cannot_prepare_what_was_already_held():
    assert regels(agenda("Voorbereiding bestuurlijke PRT 25 februari 2026")) == [
        "voorbereiding"
    ]
    assert regels(agenda("Voorbereiding bestuurlijke PRT 11 maart 2026")) == []
    assert regels(agenda("Terugkoppeling bestuurlijke PRT 25 februari 2026")) == []


def test_a_paper_of_a_meeting_needs_a_date():
    assert regels(stuk_met(soort=Soort.VERSLAG, datum=None)) == ["zonder_datum"]
    assert regels(stuk_met(soort=Soort.BRIEF, datum=None)) == []


def met_acties(*acties):
    stuk = stuk_met("Actie: iets doen.")
    return replace(
        stuk,
        acties=tuple(
            Actie(omschrijving="iets doen", herkomst=bron(stuk), **a) for a in acties
        ),
    )


def test_actions_without_owner_or_term_are_one_finding():
    stuk = met_acties(
        {
            "actiehouders": ("secretaris",),
            "termijn": date(2026, 4, 1),
            "termijn_tekst": "1 april",
        },
        {"actiehouders": ("COA",)},
        {},
        {"status": Actiestatus.GEREED},
    )
    (melding,) = audit_stuk(stuk, REGELBOEK)
    assert melding.klasse.value == "info"
    assert melding.omschrijving.startswith(
        "Van de 3 lopende acties in dit stuk heeft er één geen actiehouder en hebben er 2 geen termijn."
    )
    (alleen,) = audit_stuk(met_acties({"actiehouders": ("COA",)}), REGELBOEK)
    assert alleen.omschrijving.startswith(
        "De lopende actie in dit stuk heeft geen termijn."
    )


@pytest.mark.parametrize(
    ("dag", "tekst", "naam"),
    [
        (date(2026, 4, 5), "5 april 2026", "eerste paasdag"),
        (date(2026, 4, 6), "uiterlijk 6 april 2026", "tweede paasdag"),
        (date(2026, 5, 14), "14 mei 2026", "Hemelvaartsdag"),
        (date(2026, 3, 15), "15 maart 2026", "een zondag"),
        (date(2026, 3, 16), "16 maart 2026", None),
        (date(2026, 5, 31), "eind mei 2026", None),
    ],
)
def test_a_term_on_a_day_off_is_told_when_a_day_is_named(dag, tekst, naam):
    stuk = met_acties(
        {"actiehouders": ("COA",), "termijn": dag, "termijn_tekst": tekst}
    )
    gevonden = audit_stuk(stuk, REGELBOEK)
    assert [naam in b.omschrijving for b in gevonden] == ([True] if naam else [])


def test_easter_falls_where_the_calendar_has_it():
    bekend = [
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2024, 3, 31),
        (2025, 4, 20),
        (2038, 4, 25),
    ]
    assert [find_pasen(j) for j, _, _ in bekend] == [date(*d) for d in bekend]
    assert find_vrije_dag(date(2025, 12, 25), REGELBOEK) == "eerste kerstdag"


def test_the_gravest_come_first():
    paginas = (Pagina(nummer=1, status=Leesstatus.ONGELEZEN),)
    stuk = replace(
        met_acties({}),
        document=stuk_met("Op dinsdag 21 januari 2026.", paginas=paginas).document,
    )
    klassen = [b.klasse.value for b in audit_stuk(stuk, REGELBOEK)]
    assert klassen == ["ontbreekt", "vraag", "info"]


def test_the_rules_of_figures_and_audit_prove_themselves():
    for kamer in ("cijfers", "audit"):
        assert check_regels(REGELBOEK.regels(kamer)) == ()
