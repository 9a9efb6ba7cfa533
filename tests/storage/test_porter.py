"""Our stemmer against the library's: the same stem for every word."""

from __future__ import annotations

import pytest
import snowballstemmer
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.storage.porter import stem

# Version 2 of the library calls the same algorithm plain "dutch".
NAAM = "dutch_porter" if "dutch_porter" in snowballstemmer.algorithms() else "dutch"
library_stem = snowballstemmer.stemmer(NAAM).stemWord

LETTERGREPEN = [
    "en",
    "ene",
    "heden",
    "heid",
    "ing",
    "end",
    "ig",
    "lijk",
    "baar",
    "bar",
    "s",
    "se",
    "e",
    "i",
    "y",
    "ij",
    "aa",
    "oo",
    "ee",
    "uu",
    "k",
    "kk",
    "dd",
    "tt",
    "gem",
    "c",
    "j",
    "b",
    "st",
    "a",
    "o",
    "u",
    "r",
    "n",
    "sch",
]
WOORDEN = st.lists(st.sampled_from(LETTERGREPEN), max_size=7).map("".join)


@pytest.mark.parametrize(
    ("woord", "stam"),
    [
        ("opgaven", "opgav"),
        ("opgave", "opgav"),
        ("gemeenten", "gemeent"),
        ("mogelijkheden", "mogelijk"),
        ("plekken", "plek"),
        ("vergaderingen", "vergader"),
        ("maan", "man"),
        ("ja", "ja"),
    ],
)
def test_forms_of_a_word_come_together(woord, stam):
    assert stem(woord) == stam == library_stem(woord)


@settings(max_examples=400, deadline=None)
@given(WOORDEN)
@example("ooiuyeene")
@example("aieieyy")
def test_words_of_dutch_endings_have_the_stems_of_the_library(woord):
    assert stem(woord) == library_stem(woord)


@settings(max_examples=400, deadline=None)
@given(st.text("abcdeghijklnorstuwyz", max_size=14))
def test_any_word_has_the_stem_of_the_library(woord):
    assert stem(woord) == library_stem(woord)
