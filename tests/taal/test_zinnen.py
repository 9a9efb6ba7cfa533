"""Sentences of minutes, with the abbreviations that minutes are full of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.taal.zinnen import zinnen

GEKNIPT = [
    (
        "Dhr. Bos pakt dit op. Daarna volgt een memo.",
        ["Dhr. Bos pakt dit op.", "Daarna volgt een memo."],
    ),
    (
        "Reactie voor 1 april a.s. aan mij sturen.",
        ["Reactie voor 1 april a.s. aan mij sturen."],
    ),
    (
        "Dat was 2 mei jl. De tafel stemt in.",
        ["Dat was 2 mei jl.", "De tafel stemt in."],
    ),
    (
        "Mr. A.B. de Wit (o.a. Assen) komt terug.",
        ["Mr. A.B. de Wit (o.a. Assen) komt terug."],
    ),
    ("1. Opening. De voorzitter opent.", ["1. Opening.", "De voorzitter opent."]),
    ("Het zijn 1.735 plekken. Dat is 82%.", ["Het zijn 1.735 plekken.", "Dat is 82%."]),
    ("Kan dit? Ja! Ingestemd.", ["Kan dit?", "Ja!", "Ingestemd."]),
    ("Akkoord; de secretaris mailt.", ["Akkoord;", "de secretaris mailt."]),
    ("Zie bijv. Assen. Klaar.", ["Zie bijv. Assen.", "Klaar."]),
    ("Om 14.00 uur. Daarna niet.", ["Om 14.00 uur.", "Daarna niet."]),
    ("", []),
]


@pytest.mark.parametrize(("tekst", "delen"), GEKNIPT)
def test_a_text_falls_into_its_sentences(tekst, delen):
    assert [tekst[b:e] for b, e in zinnen(tekst)] == delen


@given(st.text(alphabet="aB. \n;?!1)'•-", max_size=80))
def test_sentences_cover_all_but_white_space_in_order(tekst):
    einde = 0
    for begin, eind in zinnen(tekst):
        assert not tekst[einde:begin].strip()
        assert tekst[begin:eind].strip() == tekst[begin:eind] != ""
        einde = eind
    assert not tekst[einde:].strip()
