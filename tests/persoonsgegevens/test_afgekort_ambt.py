"""An office of two letters, one told below a chat, and someone set in between commas."""

from __future__ import annotations

import pytest
from vindbouw import masked


@pytest.mark.parametrize(
    "stuk",
    [
        "bgm Koster erbij, wh Evers later\n\nEvers wil liever kleinschalig.",
        "concept naar wh Ten Bal voor vrijdag",
        "weth. De Lange en wh. Berhane komen. Wh Van den Berg niet.",
    ],
)
def test_wh_is_a_wethouder(stuk: str) -> None:
    assert masked(stuk) == []


def test_who_works_for_one_is_proposed() -> None:
    assert masked("Bianca Kolk (adviseur wh Evers) belde.") == ["Bianca Kolk"]


def test_in_capitals_it_is_someone_and_behind_a_number_a_measure() -> None:
    stuk = "1. lijst doorsturen (WH)\n2. accu 12 Wh Jansen belde\n\nWim Hamer was er."
    assert masked(stuk) == ["WH", "Jansen", "Wim Hamer"]


def test_a_line_below_a_chat_tells_who_holds_an_office_in_all_of_it() -> None:
    stuk = (
        "[03-10-2022 19:02] Tim: zijn de bedden er?\n"
        "[03-10-2022 19:04] Mo Kuiper: ja\n"
        "[03-10-2022 19:05] Tim: super\n"
        "[03-10-2022 21:41] Lea Dam: Succes allemaal!\n\n"
        "(Tim = burgemeester Kolk, Dam is de wethouder)"
    )
    assert masked(stuk) == ["Mo Kuiper"]


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("Eén jongen, Ton, wordt overgeplaatst.", ["Ton"]),
        ("Een oude vrouw, Roos, belde.", ["Roos"]),
        ("De leerling, Demir, kwam later.", ["Demir"]),
        ("Een gemeente, Assen, doet mee.", []),
        ("De bewoner, Vervolgens belde iemand.", []),
    ],
)
def test_someone_is_named_between_commas(zin: str, wie: list[str]) -> None:
    assert masked(zin) == wie
