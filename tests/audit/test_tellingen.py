from __future__ import annotations

from dataclasses import replace

from cijferbouw import maak_stuk
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.audit import audit_stuk
from pipeline.extraction.cijfers import find_cijfers
from pipeline.rulebook import Regelboek

REGELBOEK = Regelboek()
NAMEN = ("Goes", "Hulst", "Tholen", "Veere", "Sluis", "Borsele")


def bevindingen(tekening, **anders):
    stuk = maak_stuk(tekening, **anders)
    gevuld = replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))
    return audit_stuk(gevuld, REGELBOEK)


def kort(tekening, **anders):
    return [
        (b.klasse.value, b.gevonden, b.verwacht)
        for b in bevindingen(tekening, **anders)
    ]


def test_a_total_beyond_rounding_is_an_error_with_a_hint():
    (fout,) = bevindingen(
        """
Gemeente | Capaciteit | Bezet
Goes     | 415        | 402
Hulst    | 252        | 243
Tholen   | 96         | 91
Totaal   | 763        | 763
"""
    )
    assert (fout.klasse.value, fout.gevonden, fout.verwacht, fout.verschil) == (
        "fout", "763", "736", "+27",
    )  # fmt: skip
    assert "verwisseld" in fout.omschrijving
    assert fout.verdacht[0] == "tabel 1 r5 k3"


def test_rounded_rows_may_miss_the_total_by_half_each():
    tabel = """
Gemeente | Opgave oek | Bod oek
Goes     | 34         | 30
Hulst    | 33         | 30
Tholen   | 33         | 30
Totaal   | 101        | 90
"""
    (melding,) = bevindingen(tabel)
    assert melding.klasse.value == "afronding"
    assert "grens 1,5" in melding.omschrijving


def test_a_total_over_themes_that_follows_from_its_parts_is_told_once():
    tabel = """
Gemeente | Opgave 2026 | <     | <
^        | Oek         | Asiel | Totaal
Goes     | 34          | 10    | 44
Hulst    | 33          | 10    | 43
Tholen   | 33          | 10    | 43
Totaal   | 101         | 30    | 131
"""
    assert kort(tabel) == [("afronding", "101", "100")]


def test_what_is_still_unknown_counts_as_nothing_and_is_told():
    (melding,) = bevindingen(
        """
Gemeente | Bod oek | Bod asiel
Goes     | 34      | 10
Hulst    | 33      | ntb
Tholen   | 33      | 10
Veere    | 20      | -
Borsele  | 10      | 5
Totaal   | 130     | 25
"""
    )
    assert melding.klasse.value == "ontbreekt"
    assert "Hulst" in melding.omschrijving
    assert melding.verdacht == ("tabel 1 r3 k3",)


def test_totals_on_top_and_subtotals_are_added_up_too():
    goed = """
Gemeente  | Bod oek
Totaal    | 100
Goes      | 50
Hulst     | 30
Tholen    | 20
"""
    assert kort(goed) == []
    delen = """
Gemeente     | Bod oek | Bod asiel
Goes         | 50      | 5
Hulst        | 30      | 5
Tholen       | 20      | 5
Subtotaal oost | 100   | 15
Veere        | 50      | 5
Sluis        | 30      | 5
Borsele      | 20      | 5
Subtotaal west | 109   | 15
Totaal       | 200     | 30
"""
    assert kort(delen) == [("fout", "109", "100")]


def test_shares_averages_and_national_figures_are_not_added_up():
    tabel = """
Gemeente          | Opgave oek | Bod oek | Dekking
Goes              | 50         | 40      | 80%
Hulst             | 30         | 30      | 100%
Tholen            | 20         | 30      | 150%
Totaal            | 100        | 100     | 100%
Verschil          |            | 0       |
Landelijke opgave | 9.000      |         |
"""
    assert kort(tabel) == []


def test_a_total_of_something_else_is_a_question():
    tabel = """
Gemeente | Opgave oek | Bod oek | Bod asiel
Goes     | 50         | 40      | 3
Hulst    | 30         | 30      | 4
Tholen   | 20         | 30      | 5
Totaal   | 400        | 500     | 60
"""
    assert {k for k, _, _ in kort(tabel)} == {"vraag"}


def test_the_word_in_the_header_does_not_decide_what_a_sum_holds():
    tabel = """
Gemeente | Opgave 2026 | <     | <   | <
^        | Oek         | Asiel | AMV | Oek + Asiel
Goes     | 100         | 50    | 5   | 155
Hulst    | 200         | 60    | 6   | 266
Tholen   | 300         | 70    | 7   | 377
Totaal   | 600         | 180   | 18  | 798
"""
    (melding,) = bevindingen(tabel)
    assert melding.klasse.value == "definitie"
    assert "noemt Oekraïne en asiel" in melding.omschrijving
    assert "de som van Oekraïne, amv en asiel" in melding.omschrijving


def test_each_year_has_its_own_total():
    tabel = """
Gemeente | Opgave 2026 | <     | <      | Opgave 2027 | <     | <
^        | Oek         | Asiel | Totaal | Oek         | Asiel | Totaal
Goes     | 100         | 50    | 150    | 10          | 5     | 15
Hulst    | 200         | 60    | 260    | 20          | 6     | 26
Tholen   | 300         | 70    | 370    | 30          | 7     | 97
Veere    | 400         | 80    | 480    | 40          | 8     | 48
Totaal   | 1.000       | 260   | 1.260  | 100         | 26    | 126
"""
    (fout,) = bevindingen(tabel)
    assert fout.klasse.value == "fout"
    assert fout.verdacht[0] == "tabel 1 r5 k7"


def test_a_table_of_mostly_zeros_still_says_which_cell():
    tabel = """
Gemeente | Opgave 2026 | <     | <   | <
^        | Oek         | Asiel | AMV | Totaal
Goes     | 1           | 0     | 0   | 1
Hulst    | 21          | 0     | 0   | 0
Tholen   | 0           | 0     | 0   | 0
Veere    | 0           | 0     | 0   | 0
Totaal   | 1           | 0     | 0   | 1
"""
    (fout,) = bevindingen(tabel)
    assert fout.verdacht[0] == "tabel 1 r4 k2"


def test_a_number_that_can_be_read_in_two_ways_is_a_question_not_a_number():
    (melding,) = bevindingen(
        """
Gemeente | Bod oek
Goes     | 1,735
Hulst    | 40
Tholen   | 30
Veere    | #DEEL/0!
"""
    )
    assert melding.klasse.value == "vraag"
    assert melding.verdacht == ("tabel 1 r2 k2", "tabel 1 r5 k2")


cel = st.integers(0, 900)
tabel_st = st.lists(st.tuples(cel, cel, cel), min_size=4, max_size=6)


def teken(rijen, totalen):
    regels = ["Gemeente | Opgave 2026 | < | < | <", "^ | Oek | Asiel | AMV | Totaal"]
    regels += [
        " | ".join([naam, *map(str, rij)])
        for naam, rij in zip(NAMEN, rijen, strict=False)
    ]
    return "\n".join([*regels, " | ".join(["Totaal", *map(str, totalen)])])


def met_sommen(rijen):
    vol = [[*rij, sum(rij)] for rij in rijen]
    return vol, [sum(kolom) for kolom in zip(*vol, strict=True)]


@given(tabel_st)
def test_a_table_that_adds_up_gives_no_finding(rijen):
    vol, totalen = met_sommen(rijen)
    assert kort(teken(vol, totalen)) == []


def test_a_wrong_cell_among_small_numbers_is_not_taken_for_a_part_left_out():
    (fout,) = bevindingen(teken([[21, 0, 4, 5], *[[0] * 4] * 3], [1, 0, 4, 5]))
    assert (fout.klasse.value, fout.verdacht[0]) == ("fout", "tabel 1 r3 k2")


@given(tabel_st, st.data())
def test_one_wrong_cell_is_one_finding_that_names_the_cell(rijen, data):
    vol, totalen = met_sommen(rijen)
    rij = data.draw(st.integers(0, len(vol) - 1))
    kolom = data.draw(st.integers(0, 3))
    ernaast = data.draw(st.integers(20, 5000))
    assume(len({r[kolom] for r in vol}) > 1)
    vol[rij][kolom] += ernaast
    gevonden = bevindingen(teken(vol, totalen))
    fouten = [b for b in gevonden if b.klasse.value in {"fout", "vraag"}]
    assert len(fouten) == 1
    assert fouten[0].klasse.value == "fout"
    assert fouten[0].verdacht[0] == f"tabel 1 r{rij + 3} k{kolom + 2}"
