"""One slip in one cell: it is found, told once, and the cell stands in front."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cijferbouw import maak_stuk
from hypothesis import given, settings
from hypothesis import strategies as st
from puzzeltabellen import LIMBURG, PUZZELS, TWENTE, VORMEN, ZEELAND, draw, make_puzzel
from verschrijven import mutations

from pipeline.audit.cijfers import check_tabellen
from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()


def gelezen(rijen):
    stuk = maak_stuk(draw(rijen))
    return replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))


def fouten(stuk):
    alle = check_tabellen(stuk, REGELBOEK)
    return [b for b in alle if b.klasse.value == "fout"]


@pytest.mark.parametrize("puzzel", PUZZELS, ids=lambda p: p.gebieden[0])
@pytest.mark.parametrize("vorm", VORMEN)
def test_a_table_that_is_right_has_no_error(vorm, puzzel):
    stuk = gelezen(vorm(puzzel))
    assert len(stuk.cijfers) > 8 * len(puzzel.gebieden)
    assert fouten(stuk) == []


@pytest.mark.parametrize("vorm", VORMEN)
@settings(max_examples=12, deadline=None)
@given(
    gebieden=st.sampled_from([ZEELAND, TWENTE, LIMBURG]),
    zaad=st.integers(100, 10_000),
    keuze=st.data(),
)
def test_a_slip_in_any_layout_is_one_finding_with_the_cell_among_the_first_three(
    vorm, gebieden, zaad, keuze
):
    stuk = gelezen(vorm(make_puzzel(gebieden, zaad)))
    alle = list(mutations(stuk))
    _, cijfer, mis = alle[keuze.draw(st.integers(0, len(alle) - 1))]
    (fout,) = fouten(mis)
    assert cijfer.cel in fout.verdacht[:3]
    assert cijfer.id in fout.cijfers


def met_fout(tekening, oud, nieuw):
    goed = gelezen_tekening(tekening)
    assert fouten(goed) == []
    return fouten(gelezen_tekening(tekening.replace(oud, nieuw, 1)))


def gelezen_tekening(tekening):
    stuk = maak_stuk(tekening)
    return replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))


DRIE = """
Gemeente | Opgave 2026 | <     | <
^        | Oek         | Asiel | Totaal
Goes     | 143         | 27    | 170
Hulst    | 266         | 35    | 301
Tholen   | 318         | 49    | 367
Veere    | 205         | 18    | 223
Totaal   | 932         | 129   | 1.061
"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "woord"),
    [
        ("266", "626", "twee cijfers verwisseld"),
        ("266", "2.660", "een nul te veel"),
        ("266", "-266", "het minteken"),
        ("266", "296", "één cijfer anders"),
        ("205", "318", "rij verschoven"),
    ],
)
def test_the_hint_says_which_slip_it_looks_like(oud, nieuw, woord):
    (fout,) = met_fout(DRIE, oud, nieuw)
    assert woord in fout.omschrijving
    assert f"met {oud}" in fout.omschrijving


def test_two_slips_in_two_rows_are_two_findings():
    eerst = DRIE.replace("266 ", "626 ")
    gevonden = met_fout(eerst.replace("626 ", "266 "), "49 ", "94 ")
    assert [b.verdacht[0] for b in gevonden] == ["tabel 1 r5 k3"]
    beide = fouten(gelezen_tekening(eerst.replace("49 ", "94 ")))
    assert {b.verdacht[0] for b in beide} == {"tabel 1 r4 k2", "tabel 1 r5 k3"}


def test_an_unknown_number_makes_a_sum_that_cannot_be_checked():
    tekening = DRIE.replace("35    | 301", "ntb   | 301").replace("129 ", "129 ")
    stuk = gelezen_tekening(tekening)
    assert fouten(stuk) == []


def test_a_sum_below_its_known_parts_is_an_error_even_with_an_unknown_part():
    tekening = DRIE.replace("266         | 35    | 301", "266         | ntb   | 106")
    assert [b.verdacht[0] for b in fouten(gelezen_tekening(tekening))] == [
        "tabel 1 r4 k4"
    ]


DEKKING = """
Gemeente | Opgave oek | Bod oek | Dekking | Verschil
Goes     | 143        | 120     | 84%     | -23
Hulst    | 266        | 280     | 105%    | 14
Tholen   | 318        | 300     | 94%     | -18
Veere    | 205        | 100     | 49%     | -105
Totaal   | 932        | 800     | 86%     | -132
"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "plek"),
    [("105%", "150%", "tabel 1 r3 k4"), ("-105", "105", "tabel 1 r5 k5")],
)
def test_shares_and_differences_are_recomputed(oud, nieuw, plek):
    (fout,) = met_fout(DEKKING, oud, nieuw)
    assert fout.verdacht[0] == plek


def test_a_part_is_never_more_than_its_whole():
    tekening = """
Gemeente | Asiel | waarvan amv | Oekraïne
Goes     | 143   | 20          | 120
Hulst    | 266   | 35          | 280
Tholen   | 318   | 40          | 300
Totaal   | 727   | 95          | 700
"""
    assert met_fout(tekening, "20 ", "20 ") == []
    beide = tekening.replace("35          | 280", "352         | 280").replace(
        "95          | 700", "412         | 700"
    )
    (fout,) = fouten(gelezen_tekening(beide))
    assert fout.verdacht[0] in {"tabel 1 r3 k3", "tabel 1 r3 k2"}
    assert "groter dan het geheel" in fout.omschrijving
