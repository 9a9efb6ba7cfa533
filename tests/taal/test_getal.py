"""Numbers as people write them in Dutch."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.taal.getal import parse_getal
from pipeline.taal.letters import klein, vouw

GELEZEN = [
    ("1.735", "1735", 0, None),
    ("12,5", "12.5", 1, None),
    ("−7", "-7", 0, None),
    ("- 7", "-7", 0, None),
    ("5610", "5610", 0, None),
    ("1 735", "1735", 0, None),
    ("1\u00a0735", "1735", 0, None),
    ("82%", "82", 0, "%"),
    ("81,5 procent", "81.5", 1, "%"),
    ("€ 61,50", "61.50", 2, "€"),
    ("€ 1.250,-", "1250", 0, "€"),
    ("-€ 5", "-5", 0, "€"),
    ("61,50 euro", "61.50", 2, "€"),
    ("1,2 mln", "1200000", -5, None),
    ("1,2 miljoen euro", "1200000", -5, "€"),
    ("€ 3 miljard", "3000000000", -9, "€"),
    ("1.735,50", "1735.50", 2, None),
    ("0,735", "0.735", 3, None),
    ("twaalf", "12", 0, None),
    ("Honderdtwintig", "120", 0, None),
    ("tweeduizend", "2000", 0, None),
    ("tweeëntwintig", "22", 0, None),
    ("vijfentwintighonderd", "2500", 0, None),
    ("honderd en twaalf", "112", 0, None),
    ("anderhalf miljoen", "1500000", -5, None),
    ("één", "1", 0, None),
    ("45 plekken", "45", 0, "plekken"),
]


@pytest.mark.parametrize(("weergave", "waarde", "decimalen", "eenheid"), GELEZEN)
def test_a_dutch_number_is_read(weergave, waarde, decimalen, eenheid):
    getal = parse_getal(weergave)

    assert getal is not None
    assert (getal.waarde, getal.decimalen) == (Decimal(waarde), decimalen)
    assert getal.eenheid == eenheid
    assert getal.weergave == weergave


def test_a_negative_zero_keeps_its_sign():
    getal = parse_getal("-0")

    assert getal is not None
    assert str(getal.waarde) == "-0"


@pytest.mark.parametrize(
    "weergave",
    [
        "",
        "-",
        "ntb",
        "10.73",
        "1,735",
        "06",
        "007",
        "3-4",
        "4.000-5.000",
        "12 mei",
        "2024-I",
        "5.1.2e",
        "een",
        "1.23.456",
        "1,735,000",
        "2-3-2024",
        "n.v.t.",
        "+",
    ],
)
def test_what_is_ambiguous_or_no_number_is_refused(weergave):
    assert parse_getal(weergave) is None


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_every_whole_number_survives_the_dutch_notation(getal):
    gelezen = parse_getal(f"{getal:,}".replace(",", "."))

    assert gelezen is not None
    assert gelezen.waarde == getal


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_every_amount_survives_the_dutch_notation(bedrag):
    weergave = f"€ {bedrag:,.2f}".translate(str.maketrans(",.", ".,"))
    gelezen = parse_getal(weergave)

    assert gelezen is not None
    assert gelezen.waarde == bedrag


@given(st.text())
def test_folding_keeps_every_character_in_its_place(tekst):
    assert len(vouw(tekst)) == len(tekst)
    assert len(klein(tekst)) == len(tekst)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(tekst):
    gelezen = parse_getal(tekst)

    assert gelezen is None or gelezen.weergave == tekst
