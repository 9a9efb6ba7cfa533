"""Times of meetings as agendas print them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.taal.tijd import find_tijden

TIJDEN = [
    ("Dinsdag van 14.00 uur tot 15.00 uur, digitaal", "14:00", "15:00"),
    ("4 oktober van 12.00 – 13.00 uur", "12:00", "13:00"),
    ("Tijd: 09:30-11:00", "09:30", "11:00"),
    ("aanvang 14.00u in de Statenzaal", "14:00", None),
    ("We beginnen om half drie.", "14:30", None),
    ("Inloop vanaf kwart voor tien", "09:45", None),
    ("om kwart over twee", "14:15", None),
    ("van 10 tot 12 uur", "10:00", "12:00"),
    ("tussen 13.00 en 14.00 uur", "13:00", "14:00"),
    ("14.00 – ca. 15.30 uur", "14:00", "15:30"),
    ("van 14.00 tot 15.30", "14:00", "15:30"),
    ("Start: 9:05", "09:05", None),
    ("om 24.00 uur", "00:00", None),
    ("op 22 juli om 14u", "14:00", None),
]


@pytest.mark.parametrize(("tekst", "van", "tot"), TIJDEN)
def test_a_time_is_read(tekst, van, tot):
    (tijdvak,) = find_tijden(tekst)

    assert tijdvak.van == time.fromisoformat(van)
    assert tijdvak.tot == (time.fromisoformat(tot) if tot else None)


@pytest.mark.parametrize(
    "tekst",
    [
        "€ 14.00",
        "artikel 3.10",
        "12 uur per week",
        "binnen 24 uur",
        "25.10 uur",
        "1.20 en 2.40",
        "36 uur",
        "12.500 plekken",
        "tel. 06-12 34 56 78",
        "5.1.2e",
    ],
)
def test_prices_articles_and_lengths_are_no_times(tekst):
    assert find_tijden(tekst) == ()


@given(st.times(), st.sampled_from([".", ":"]), st.sampled_from([" uur", "u", " uur."]))
def test_every_minute_of_the_day_survives_being_written(tijd, teken, slot):
    tekst = f"De tafel begint om {tijd.hour:02}{teken}{tijd.minute:02}{slot}"
    (tijdvak,) = find_tijden(tekst)

    assert tijdvak.van == tijd.replace(second=0, microsecond=0)
    assert tekst[tijdvak.begin : tijdvak.eind].startswith(f"{tijd.hour:02}")
