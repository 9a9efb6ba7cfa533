"""Dutch dates: a table people can read, round trips, and numbers that are no dates."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.taal.datum import Datumsoort, Precisie, find_data

GEZEGD = date(2024, 7, 19)
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def _lees_tabel():
    tekst = (Path(__file__).parent / "datumtabel.txt").read_text(encoding="utf-8")
    tekst = tekst.replace("26\njuli", "26\\njuli")
    for regel in tekst.splitlines():
        if regel and not regel.startswith("#"):
            yield [v.strip().replace("\\n", "\n") for v in regel.split("|")]


TABEL = list(_lees_tabel())
MET_DATUM = [r for r in TABEL if len(r) > 1]
ZONDER_DATUM = [r[0] for r in TABEL if len(r) == 1]


def test_the_table_is_long_enough_to_mean_something():
    assert len(MET_DATUM) >= 120
    assert len(ZONDER_DATUM) >= 20


@pytest.mark.parametrize("rij", MET_DATUM, ids=lambda r: r[0])
def test_a_phrase_means_its_interval(rij):
    woorden, van, tot, precisie, soort = rij
    (datering,) = find_data(woorden, GEZEGD)

    assert datering.van == (None if van == "-" else date.fromisoformat(van))
    assert datering.tot == (None if tot == "-" else date.fromisoformat(tot))
    assert datering.precisie == precisie
    assert datering.soort == soort.rstrip("!")
    assert datering.strikt == soort.endswith("!")


@pytest.mark.parametrize("woorden", ZONDER_DATUM)
def test_what_only_looks_like_a_date_is_none(woorden):
    assert find_data(woorden, GEZEGD) == ()


def test_the_stated_weekday_is_checked():
    (goed,) = find_data("dinsdag 23 juli 2024", GEZEGD)
    (fout,) = find_data("maandag 23 juli 2024", GEZEGD)
    (zonder,) = find_data("23 juli 2024", GEZEGD)

    assert (goed.weekdag_klopt, fout.weekdag_klopt) == (True, False)
    assert zonder.weekdag_klopt is None


def test_without_an_anchor_an_unfinished_date_stays_open():
    open_, vast = find_data("vóór 1 april, en op 3 mei 2025", None)

    assert (open_.van, open_.tot, open_.precisie) == (None, None, Precisie.DAG)
    assert open_.soort is Datumsoort.VOOR
    assert vast.tot == date(2025, 5, 3)


def test_several_dates_in_one_sentence_stand_in_order():
    tekst = "Reactie vóór 1 september; bespreking op 4 oktober en besluit eind 2024."
    data = find_data(tekst, GEZEGD)

    assert [d.tekst for d in data] == ["vóór 1 september", "4 oktober", "eind 2024"]


_DAG = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))


@given(_DAG, _DAG)
def test_every_day_survives_being_written_out(dag, anker):
    tekst = (
        f"Dat is {DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}."
    )
    (datering,) = find_data(tekst, anker)

    assert datering.van == datering.tot == dag
    assert datering.weekdag_klopt is True


@given(
    _DAG,
    st.sampled_from(
        ["{d}-{m}-{j}", "{d:02}-{m:02}-{j}", "{d}/{m}/{j}", "{j}-{m:02}-{d:02}"]
    ),
)
def test_every_day_survives_in_figures(dag, vorm):
    tekst = "Vastgesteld op " + vorm.format(d=dag.day, m=dag.month, j=dag.year)
    (datering,) = find_data(tekst, None)

    assert datering.tot == dag


@given(_DAG, st.integers(min_value=1, max_value=180))
def test_a_limit_without_a_year_lies_ahead(anker, dagen):
    dag = anker + timedelta(days=dagen)
    (datering,) = find_data(f"uiterlijk {dag.day} {MAANDEN[dag.month - 1]}", anker)

    if (dag.month, dag.day) != (2, 29):
        assert datering.tot == dag


@given(st.text(), st.none() | st.dates())
def test_spans_hold_the_words_and_never_overlap(tekst, anker):
    einde = 0
    for datering in find_data(tekst, anker):
        assert tekst[datering.begin : datering.eind] == datering.tekst
        assert datering.begin >= einde
        einde = datering.eind


_STUKJES = st.sampled_from(
    [
        "12",
        " uur",
        "%",
        "€ ",
        "1.735",
        "06-12345678",
        " plekken",
        "week",
        "juli",
        "eind ",
        "'24",
        "volgende ",
        "2024",
        "-",
        "/",
        ".",
        " ",
        "1/3",
        "\n",
        "dinsdag",
        "kwartaal ",
        "tweede ",
        "helft ",
        "31",
        "februari",
    ]
)


@given(st.lists(_STUKJES, max_size=25), _DAG)
def test_no_heap_of_date_words_breaks_the_grammar(stukjes, anker):
    tekst = "".join(stukjes)
    for datering in find_data(tekst, anker):
        assert tekst[datering.begin : datering.eind] == datering.tekst
        if datering.van and datering.tot:
            assert datering.van <= datering.tot


@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=12))
def test_prose_full_of_numbers_holds_no_dates(getallen):
    stukken = (f"{n:,}".replace(",", ".") + " plekken" for n in getallen)
    tekst = "De gemeenten leveren " + ", ".join(stukken) + f" ({getallen[0] % 101}%)."

    assert find_data(tekst, GEZEGD) == ()
