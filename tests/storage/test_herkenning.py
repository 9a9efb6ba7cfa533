"""The same action in the next list: recognised when it is, left alone when it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from stukken_bouw import make_actie, make_document, make_inname, make_stuk

from modellen.stuk import Soort
from pipeline.storage import open_archief
from pipeline.storage.herkenning import compare, make_kenteken

MAART, JUNI = date(2025, 3, 14), date(2025, 6, 20)


def statement(woorden, wie=(), termijn=None, *, rij=True, bestand="a.docx"):
    actie = make_actie(
        make_document(bestand, woorden), woorden, actiehouders=wie, termijn=termijn
    )
    regel = "acties/rij" if rij else "acties/zegt-toe"
    return replace(actie, herkomst=replace(actie.herkomst, regel=regel))


def same(een, ander):
    return compare(make_kenteken(een, MAART), make_kenteken(ander, JUNI)) > 0


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (("Overzicht leegstaande panden opstellen", ("Wijchen",), JUNI), ("Opstellen overzicht leegstaande panden", ("gemeente Wijchen",), JUNI)),
        (("Brief over normbedragen aan minister sturen", ("secretaris",), None), ("Ministerbrief normbedragen: brief sturen", ("secretaris",), None)),
        (("Handreiking participatie delen met raden", (), None), ("Handreiking participatie met de raden delen", ("A. Terwiel",), None)),
    ],
)  # fmt: skip
def test_other_words_for_the_same(een, ander):
    assert same(statement(*een, rij=False), statement(*ander))


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (("Overzicht locaties delen", ("Assen",), None), ("Overzicht locaties delen", ("Emmen",), None)),
        (("Gesprek voeren met COA over Hoogeveen", ("voorzitter",), None), ("Gesprek voeren met Nidos over voogden", ("voorzitter",), None)),
        (("Brief sturen", ("secretaris",), MAART), ("Brief lezen", ("secretaris",), JUNI)),
        (("Komt terug in januari", (), None), ("Dit komt terug in het overleg", (), None)),
    ],
)  # fmt: skip
def test_what_only_looks_the_same_is_left_alone(een, ander):
    assert not same(statement(*een), statement(*ander))


def test_prose_is_never_joined_with_prose():
    woorden = "De provincie levert een overzicht van leegstaande panden"
    een = statement(woorden, ("provincie",), JUNI, rij=False)
    assert not same(een, een)


def list_of(bestand, dag, *acties):
    document = make_document(bestand, *(a.omschrijving for a in acties))
    eigen = tuple(
        replace(
            make_actie(document, a.omschrijving),
            actiehouders=a.actiehouders,
            termijn=a.termijn,
            nummer_bron=a.nummer_bron,
        )
        for a in acties
    )
    rijen = tuple(
        replace(a, herkomst=replace(a.herkomst, regel="acties/rij")) for a in eigen
    )
    return make_inname(
        make_stuk(document, soort=Soort.ACTIELIJST, datum=dag, acties=rijen)
    )


@pytest.fixture
def archief(tmp_path):
    with open_archief(f"sqlite:///{(tmp_path / 'a.sqlite').as_posix()}") as geopend:
        yield geopend


def store(archief, *innames):
    for inname in innames:
        archief.bewaar("/d", inname, "1")
    archief.ken_nummers_toe()
    return archief.dossier().acties


def test_a_reworded_action_keeps_its_number_and_the_last_list_counts(archief):
    eerst = statement("Overzicht leegstaande panden opstellen", ("Wijchen",), MAART)
    later = statement("Overzicht van leegstaande panden", ("Wijchen",), JUNI)
    (actie,) = store(
        archief, list_of("a.docx", MAART, eerst), list_of("b.docx", JUNI, later)
    )

    assert actie.nummer == "2025-001"
    assert actie.actie.termijn == JUNI
    assert actie.eerste.omschrijving == eerst.omschrijving
    assert [v.dag for v in actie.vermeldingen] == [MAART, JUNI]


def test_the_order_of_reading_makes_no_difference(archief, tmp_path):
    lijsten = [
        list_of("a.docx", MAART, statement("Overzicht leegstaande panden opstellen", ("Wijchen",))),
        list_of("b.docx", JUNI, statement("Overzicht van leegstaande panden", ("Wijchen",)), statement("Zaal zoeken in Ede")),
    ]  # fmt: skip
    heen = [(g.nummer, g.actie.omschrijving) for g in store(archief, *lijsten)]
    with open_archief(f"sqlite:///{(tmp_path / 'b.sqlite').as_posix()}") as ander:
        terug = [(g.nummer, g.actie.omschrijving) for g in store(ander, *lijsten[::-1])]
    assert heen == terug


def test_two_rows_of_one_list_are_two_actions(archief):
    rij = statement("Overzicht leegstaande panden opstellen", ("Wijchen",))
    ander = statement("Overzicht leegstaande panden opstellen voor 2026", ("Wijchen",))
    assert len(store(archief, list_of("a.docx", MAART, rij, ander))) == 2


def test_a_number_that_a_list_prints_is_kept_while_it_is_free(archief):
    rij = replace(statement("Zaal zoeken in Ede"), nummer_bron="2024-017")
    dubbel = replace(statement("Iets heel anders regelen"), nummer_bron="2024-017")
    nummers = {g.actie.omschrijving: g.nummer for g in store(archief, list_of("a.docx", MAART, rij), list_of("b.docx", JUNI, dubbel))}  # fmt: skip

    assert nummers["Zaal zoeken in Ede"] == "2024-017"
    assert nummers["Iets heel anders regelen"] != "2024-017"
