"""Sentences that may hide a promise, and actions that seem to be one."""

from __future__ import annotations

from datetime import date

import pytest
from stukken_bouw import make_actie, make_document, make_stuk

from modellen.afspraak import Actiestatus
from modellen.dossier import Dossier, GenummerdeActie
from modellen.stuk import Soort
from pipeline.audit import audit_dossier, audit_stuk
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def gemist(*alineas, soort=Soort.VERSLAG, acties=()):
    document = make_document("verslag.docx", *alineas)
    stuk = make_stuk(
        document, soort=soort, acties=tuple(make_actie(document, a) for a in acties)
    )
    return [
        b.omschrijving.split("«")[1].split("»")[0]
        for b in audit_stuk(stuk, REGELBOEK)
        if b.regel == "audit.gemist"
    ]


@pytest.mark.parametrize(
    "zin",
    [
        "De planning van de verbouwing moet nog worden afgestemd.",
        "De tekening volgt later.",
        "Dat wil de projectleider de volgende keer laten zien.",
        "Het COA is van plan het terrein te vergroten.",
        "Het zou goed zijn als de GGD aansluit.",
        "In afwachting van het advies ligt de bouw stil.",
    ],
)
def test_work_that_nobody_takes_on_is_listed(zin):
    assert gemist(f"De opkomst was hoog. {zin} Het verslag is kort.") == [zin]


@pytest.mark.parametrize(
    "zin",
    [
        "De gemeente heeft vorig jaar zestig plekken geopend.",
        "Kan iemand zeggen of dit nog moet worden aangepast?",
        "De locatie ligt aan de rand van het dorp.",
    ],
)
def test_what_asks_for_nothing_or_asks_the_reader_is_not(zin):
    assert gemist(zin) == []


def test_what_is_an_action_already_is_left_out():
    zin = "De secretaris zoekt uit wat er nog moet worden aangepast."
    assert gemist(zin) == [zin]
    assert gemist(zin, acties=[zin]) == []


def test_a_list_of_actions_hides_nothing():
    assert (
        gemist("De planning moet nog worden afgestemd.", soort=Soort.ACTIELIJST) == []
    )


def genummerd(nummer, woorden, *, wie=(), termijn=None, status=Actiestatus.NIEUW):
    document = make_document(f"{nummer}.docx", woorden)
    actie = make_actie(
        document, woorden, actiehouders=wie, termijn=termijn, status=status
    )
    return GenummerdeActie(nummer=nummer, actie=actie)


def gelijk(*acties):
    gevonden = audit_dossier(Dossier(acties=acties), REGELBOEK)
    return [b.omschrijving for b in gevonden if b.regel == "audit.acties_gelijk"]


def test_actions_about_one_thing_are_asked_about_once():
    eerste = genummerd(
        "2025-001",
        "Rooster van de nachtopvang uitwerken",
        wie=("GGD",),
        termijn=date(2025, 4, 1),
    )
    tweede = genummerd(
        "2025-004",
        "De GGD maakt het rooster nachtopvang",
        wie=("GGD",),
        termijn=date(2025, 4, 1),
    )
    derde = genummerd("2025-009", "Rooster nachtopvang delen", wie=("GGD",))
    [zin] = gelijk(eerste, tweede, derde)
    assert zin.startswith(
        "De acties 2025-001, 2025-004 en 2025-009 lijken over hetzelfde te gaan"
    )
    assert "'verwerk actie samen 2025-001 2025-004'" in zin


def test_other_subjects_of_one_owner_are_not():
    een = genummerd(
        "2025-001",
        "Brief aan de minister schrijven",
        wie=("secretaris",),
        termijn=date(2025, 4, 1),
    )
    twee = genummerd(
        "2025-002",
        "Zaal in Hoorn reserveren",
        wie=("secretaris",),
        termijn=date(2025, 4, 1),
    )
    assert gelijk(een, twee) == []


def test_two_closed_actions_need_no_joining():
    klaar = {"wie": ("GGD",), "status": Actiestatus.GEREED}
    een = genummerd("2025-001", "Rooster nachtopvang uitwerken", **klaar)
    twee = genummerd("2025-002", "Rooster nachtopvang uitwerken", **klaar)
    assert gelijk(een, twee) == []
