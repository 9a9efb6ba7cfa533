"""Every rule of the rulebook proves itself, and none can be made to hang."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.rulebook import Regel, Regelboek, check_regels

REGELBOEK = Regelboek()
KAMERS = [k for k in REGELBOEK.kamers() if REGELBOEK.regels(k)]
ALLE = [(k, r) for k in KAMERS for r in REGELBOEK.regels(k)]
LENGTE = 20_000
# What is typed: in other scripts some letters count as capitals of ours and are none.
TEKENS = "".join(map(chr, (9, 10, *range(0x20, 0x7F), *range(0xC0, 0x100))))
# Runs of what patterns begin with: a pattern that tries every way to cut them never ends.
NAAR = [
    "a", " ", "1.", "- ", "(", "wordt ", "is de ", "de gemeente ", "het college van de ",
    "afgesproken is ", "zal zullen gaat ", "worden heeft is zijn kan ", "verslag actie besluit ",
]  # fmt: skip


@pytest.mark.parametrize("kamer", KAMERS)
def test_the_sentences_of_every_rule_hold(kamer):
    assert check_regels(REGELBOEK.regels(kamer)) == ()


@pytest.mark.parametrize(("kamer", "regel"), ALLE, ids=lambda x: getattr(x, "id", x))
def test_every_pattern_gets_through_nasty_text(kamer, regel):
    for stuk in NAAR:
        tekst = (stuk * LENGTE)[:LENGTE]
        for treffer in regel.vorm.finditer(tekst):
            assert treffer.end() <= LENGTE


@pytest.mark.parametrize("kamer", ["acties", "besluiten"])
def test_words_of_a_rule_stand_before_its_pattern(kamer):
    """A sentence the pattern finds has one of its words, else the rule never speaks."""
    for regel in REGELBOEK.regels(kamer):
        for zin in regel.wel:
            assert any(w in zin.lower() for w in regel.woorden), (regel.id, zin)


@pytest.mark.parametrize(
    ("kamer", "regel"),
    [(k, r) for k, r in ALLE if r.voorop or r.aanloop],
    ids=lambda x: getattr(x, "id", x),
)
def test_a_rule_that_looks_near_its_words_only_finds_all_there_is(kamer, regel):
    zinnen = [z for r in REGELBOEK.regels(kamer) for z in (*r.wel, *r.niet)]
    tekst = "\n".join([*zinnen, *map(str.upper, zinnen)])

    overal = [m.span() for m in regel.vorm.finditer(tekst)]

    assert overal
    assert [m.span() for m in regel.find(tekst)] == overal


@pytest.mark.parametrize(
    ("kamer", "regel"),
    [
        (k, r)
        for k, r in ALLE
        if k in {"persoonsgegevens", "cijfers", "woo"} and r.woorden
    ],
    ids=lambda x: getattr(x, "id", x),
)
@given(data=st.data())
@settings(
    max_examples=40,
    derandomize=True,  # a new example is no reason to be red
    suppress_health_check=[HealthCheck.too_slow],  # nor is a busy machine
)
def test_all_that_a_pattern_can_find_holds_one_of_the_words(kamer, regel, data):
    """A word that was left out would make the rule miss what its pattern knows."""
    zin = data.draw(st.from_regex(regel.patroon, alphabet=TEKENS))

    if regel.vorm.search(zin):
        waar = zin.lower()[-regel.nabij :]  # 0: anywhere
        assert any(woord in waar for woord in regel.woorden)


def test_a_rule_that_wrongly_claims_to_begin_with_a_word_is_reported():
    regel = Regel(
        id="x", soort="x", uitleg="x", bestand="x.toml", patroon="de (?:heer|vrouw)",
        woorden=("heer",), voorop=True, wel=("Daar liep de heer",),
    )  # fmt: skip

    assert "vindt niet" in check_regels((regel,))[0]


@pytest.mark.parametrize("pad", ["acties/kolommen.toml"])
def test_the_patterns_of_columns_are_valid(pad):
    tabel = REGELBOEK.tabel(pad)

    for patroon in (*tabel["kolommen"].values(), *tabel["tussenkoppen"].values()):
        assert re.compile(patroon).fullmatch("zomaar iets anders") is None


def test_a_list_of_an_organisation_is_read_however_it_was_typed(tmp_path):
    bestand = tmp_path / "lijsten" / "regios" / "items.txt"
    bestand.parent.mkdir(parents=True)
    bestand.write_bytes(
        "# een noot\r\n\r\n Meent \r\n  # nog een\r\n'Één#twee\r\n#".encode()
    )

    lijst = Regelboek(tmp_path).lijst("regios")

    assert lijst[: len(eigen := Regelboek().lijst("regios"))] == eigen
    assert lijst[len(eigen) :] == ("Meent", "'Één#twee")
    assert all(r == r.strip() and r and not r.startswith("#") for r in eigen)
    assert Regelboek(tmp_path).lijst("regios", str.upper)[-1] == "'ÉÉN#TWEE"
