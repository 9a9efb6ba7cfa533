"""Rules around a place: asked all at once, and found as if each were asked alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.persoonsgegevens.nabij import (
    VENSTER,
    Naregels,
    Voorregels,
    matching_before,
    matching_behind,
)
from pipeline.rulebook import Regel, Regelboek

REGELS = Regelboek().regels("persoonsgegevens")
VOOR = [r for r in REGELS if r.soort == "naam.voor"]
NA = [r for r in REGELS if r.soort == "naam.na"]
STUKKEN = sorted({z for r in (*VOOR, *NA) for z in (*r.wel, *r.niet, *r.woorden)})


def make_regel(naam, patroon, **velden):
    return Regel(
        id=naam, soort="x", uitleg="x", bestand="x.toml", patroon=patroon, **velden
    )


def holds_before(regel, links):
    stuk = links.lower()[-(regel.nabij or regel.bereik) :]
    return (
        (not regel.woorden or any(w in stuk for w in regel.woorden))
        and (regel.eis is None or regel.eis.search(links))
        and regel.vorm.search(links, len(links) - regel.bereik)
    )


VOORREGELS = Voorregels(tuple(VOOR))


@given(
    st.lists(st.sampled_from(STUKKEN), max_size=4).map("".join),
    st.sampled_from(["", *STUKKEN]),
)
def test_all_rules_before_a_place_are_found_that_hold_by_themselves(tekst, erna):
    links = tekst[-VENSTER:]

    gevonden = matching_before(VOORREGELS, tekst + erna, len(tekst))

    assert list(gevonden) == [r for r in VOOR if holds_before(r, links)]


@given(
    st.lists(st.sampled_from(STUKKEN), min_size=1, max_size=3).map("".join), st.data()
)
def test_a_place_inside_a_word_of_a_rule_is_not_behind_that_word(tekst, data):
    plek = data.draw(st.integers(0, len(tekst)))
    links = tekst[max(0, plek - VENSTER) : plek]

    gevonden = matching_before(VOORREGELS, tekst, plek)

    assert list(gevonden) == [r for r in VOOR if holds_before(r, links)]


@given(st.lists(st.sampled_from(STUKKEN), max_size=3).map("".join))
def test_all_rules_behind_a_place_are_found_that_hold_by_themselves(rechts):
    gevonden = matching_behind(Naregels(tuple(NA)), rechts)

    laag = rechts.lower()
    assert list(gevonden) == [
        r for r in NA if r.can_match(laag) and r.vorm.match(rechts)
    ]


def test_a_rule_without_words_is_always_tried():
    regel = make_regel("los", r"xx \Z")

    assert matching_before(Voorregels((regel,)), "een xx ", 7) == (regel,)
    assert matching_before(Voorregels(()), "een xx ", 7) == ()


@pytest.mark.parametrize("patroon", [r"(a)\1", r"(?s)a.a", r"(?P<x>a)a"])
def test_rules_of_an_organisation_that_cannot_be_joined_hold_all_the_same(patroon):
    eigen, ander = make_regel("eigen", patroon), make_regel("ander", r"(?P<x>b)b")

    assert matching_behind(Naregels((eigen, ander)), "aaa") == (eigen,)
    assert matching_behind(Naregels((eigen, ander)), "bb") == (ander,)
