"""Many redacted words are looked for at once, in every way they may stand."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.pdf.controle.naalden import LANGST, STUK, Spellingnet, Vangnet, fold

LETTERS = st.text(alphabet="aAbéß.-@' 0", min_size=1, max_size=8)


def slow(naalden, tekst):
    """Each word by itself, as it must be: with nothing of a word before or behind it.

    A line may end at its hyphen, and the hyphen may then be left out.
    """
    uit = set()
    for naald in naalden:
        plat = fold(naald)
        patroon = r"\s+".join(map(re.escape, plat.split()))
        patroon = re.sub(r"(?<=\w)\\-(?=\w)", r"(?:-\\s*|\\s*\\n\\s*)", patroon)
        voor, na = (
            r"[^\W\d_]" if c.isalpha() else r"\w" for c in (plat[:1], plat[-1:])
        )
        if re.search(rf"(?<!{voor}){patroon}(?!{na})", tekst):
            uit.add(naald)
    return uit


@given(
    st.lists(LETTERS.filter(str.strip), max_size=6),
    st.text(alphabet="aAbéß.-@' 0\n", max_size=60),
)
def test_the_net_finds_what_each_word_by_itself_would_find(naalden, tekst):
    plat = fold(tekst)
    assert set(Vangnet(naalden).standing(plat)) == slow(naalden, plat)


@given(
    st.lists(LETTERS.filter(str.strip), max_size=6),
    st.text(alphabet="aAbéß.- 0", max_size=60),
)
def test_names_without_their_spaces_are_found(naalden, tekst):
    plat = fold(tekst)
    dicht = "".join(plat.split())
    verwacht = {
        n
        for n in naalden
        if len(fold(n).split()) > 1 and "".join(fold(n).split()) in dicht
    }
    assert set(Vangnet(naalden).joined(plat)) == verwacht


def test_a_footnote_glued_to_a_name_hides_it_from_no_one():
    net = Vangnet(["Sanne de Wit", "4471"])
    assert set(net.standing(fold("volgens Sanne de Wit3"))) == {"Sanne de Wit"}
    assert set(net.standing(fold("volgens Sanne de Witte, 14471 of 44712"))) == set()
    ruw = b"BT (Sanne de Wit3) Tj ET"
    assert Spellingnet(["Sanne de Wit"]).find(ruw) == {"Sanne de Wit"}


def test_a_name_in_another_script_is_found_and_nothing_else_is():
    net = Spellingnet(["Олена Шевченко", "Ελένη Παππά"])
    assert net.find(b"BT (een zin zonder haar) Tj ET 20 0 20") == set()
    assert net.find("... Олена Шевченко ...".encode()) == {"Олена Шевченко"}
    assert net.find("Ελένη Παππά".encode("utf-16-be")) == {"Ελένη Παππά"}


def test_a_part_of_a_longer_word_is_not_the_word():
    net = Vangnet(["Bos", "Sanne de Wit", "06-12345678"])
    assert list(net.standing(fold("Het bosje van Bosman, 06-123456789"))) == []
    assert set(net.standing(fold("Bel Bos (06-12345678)"))) == {"Bos", "06-12345678"}
    assert list(net.joined(fold("sannedewit@post"))) == ["Sanne de Wit"]


def test_bytes_are_searched_in_pieces_as_if_they_were_one():
    net = Spellingnet(["Kamphuis"])
    for plek in (0, STUK - 4, STUK, STUK + LANGST - 3, STUK + LANGST):
        gewoon = b" " * plek + b"kamphuis" + b" " * STUK
        assert net.find(gewoon) == {"Kamphuis"}
        assert not net.find(gewoon.replace(b"kamphuis", b"xkamphuis"))
        assert not net.find(gewoon.replace(b"kamphuis", b"kamphuisx"))
        breed = b"\0" * plek + "Kamphuis".encode("utf-16-be") + b"\0" * STUK
        assert net.find(breed) == {"Kamphuis"}
