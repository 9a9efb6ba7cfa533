"""One meeting told of in several documents is one row."""

from __future__ import annotations

from datetime import date, time

import pytest
from stukken_bouw import (
    make_actie,
    make_document,
    make_inname,
    make_stuk,
    make_vergadering,
    quote,
)

from modellen.vergadering import Agendapunt
from pipeline.storage.vergaderingen import is_same, merge_vergaderingen

DAG = date(2025, 9, 17)


def meeting(naam, *, datum=DAG, bestand="a.docx", **meer):
    return make_vergadering(
        make_document(bestand, f"Verslag {naam}"), naam, datum, **meer
    )


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("PRT", "Provinciale Regietafel"),
        ("PRT", "bestuurlijk overleg Provinciale Regietafel Asiel"),
        ("Provinciale Regietafel Veluwerand", "bestuurlijke PRT"),
        ("ambtelijk overleg", "Ambtelijk overleg regietafel"),
        ("Ambtelijke PRT", "PRT ambtelijk"),
        ("regietafel 17 september", "de komende regietafel"),
        ("Stuurgroep Opvang", "stuurgroep opvang"),
    ],
)
def test_these_are_one_meeting(een, ander):
    a, b = meeting(een), meeting(ander, bestand="b.docx")
    assert is_same(a, b)
    assert is_same(b, a)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("bestuurlijke PRT", "ambtelijke PRT"),
        ("PRT", "LRT"),
        ("provinciale regietafel", "Landelijke Regietafel"),
        ("PRT", "Stuurgroep Opvang"),
        ("bestuurlijk overleg", "ambtelijk overleg PRT"),
        ("gemeenteraad Heidedorp", "gemeenteraad Vennebroek"),
    ],
)
def test_these_are_two_meetings(een, ander):
    a, b = meeting(een), meeting(ander, bestand="b.docx")
    assert not is_same(a, b)
    assert not is_same(b, a)


def test_another_day_or_another_part_of_the_day_is_another_meeting():
    a = meeting("PRT", begin=time(10))
    assert not is_same(a, meeting("PRT", datum=date(2025, 9, 18), bestand="b.docx"))
    assert not is_same(a, meeting("PRT", begin=time(15), bestand="b.docx"))
    assert is_same(a, meeting("PRT", begin=time(10, 5), bestand="b.docx"))


def test_het_overleg_is_the_only_meeting_of_that_day():
    prt = meeting("PRT Veluwerand", begin=time(10))
    los = meeting("het overleg", bestand="b.docx")
    assert len(merge_vergaderingen((los, prt))[0]) == 1
    stuurgroep = meeting("Stuurgroep Opvang", bestand="c.docx")
    assert len(merge_vergaderingen((los, prt, stuurgroep))[0]) == 3
    later = meeting("het overleg", begin=time(15), bestand="b.docx")
    assert len(merge_vergaderingen((later, prt))[0]) == 2


def test_without_a_day_nothing_is_joined():
    a, b = meeting("PRT", datum=None), meeting("PRT", datum=None, bestand="b.docx")
    assert len(merge_vergaderingen((a, b))[0]) == 2


def test_the_richest_source_wins_and_is_completed_from_the_others():
    aankondiging = meeting("PRT", aangekondigd=True, locatie="Statenzaal")
    agenda = meeting(
        "bestuurlijke PRT", begin=time(10), eind=time(11, 45), bestand="b.docx"
    )
    verslag = meeting("bestuurlijk overleg PRT", bestand="c.docx")
    (samen,), ids = merge_vergaderingen((aankondiging, verslag, agenda))
    assert samen.herkomst == agenda.herkomst
    assert (samen.begin, samen.eind, samen.locatie, samen.aangekondigd) == (
        time(10), time(11, 45), "Statenzaal", False,
    )  # fmt: skip
    assert ids == dict.fromkeys((aankondiging.id, verslag.id, agenda.id), samen.id)


def test_actions_and_agenda_points_follow_to_the_joined_meeting(archief):
    agenda = make_document("agenda.docx", "Agenda PRT", "1. Opening", "Volgende PRT")
    v = make_vergadering(agenda, "PRT", DAG, begin=time(10))
    later = make_vergadering(
        agenda, "Volgende PRT", date(2025, 12, 3), aangekondigd=True
    )
    punt = Agendapunt(volgnummer="1.", titel="Opening", herkomst=quote(agenda, "1. Opening"))  # fmt: skip
    verslag = make_document("verslag.docx", "Regietafel", "Dit gaan we na.")
    w = make_vergadering(verslag, "Regietafel", DAG)
    actie = make_actie(verslag, "Dit gaan we na.", vergadering=w.id)
    for stuk in (
        make_stuk(agenda, vergaderingen=(later, v), agendapunten=(punt,)),
        make_stuk(verslag, vergaderingen=(w,), acties=(actie,)),
    ):
        archief.bewaar("/dossier", make_inname(stuk), "1")
    dossier = archief.dossier()
    assert [x.datum for x in dossier.vergaderingen] == [DAG, later.datum]
    assert dossier.acties[0].actie.vergadering == v.id
    assert dossier.agendapunten[0].vergadering == v.id
