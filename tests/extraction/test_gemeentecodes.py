"""The codes of gemeenten against the list that DiWoo publications use (TOOI)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.rulebook import Regelboek

LIJST = Path(__file__).parents[3] / "shared" / "diwoo" / "diwoo-metadata-lijsten.xsd"
ANDERE_NAAM = {"gm0373": "Bergen (NH)"}


def regels():
    rijen = [r.split(";") for r in Regelboek().lijst("gemeenten")]
    return [(r[0].strip(), r[1].strip()) for r in rijen]


def test_a_code_has_one_form_and_one_gemeente():
    codes = [code for code, _ in regels() if code]
    assert all(re.fullmatch(r"gm\d{4}", code) for code in codes)
    assert len(codes) == len(set(codes)) > 340


@pytest.mark.skipif(not LIJST.is_file(), reason="de map shared ontbreekt")
def test_every_code_is_that_of_its_gemeente():
    tekst = LIJST.read_text(encoding="utf-8")
    vorm = re.compile(
        r'gemeente/(gm\d{4})">.*?<dita:p[^>]*>gemeente (.*?)</dita:p>', re.DOTALL
    )
    bekend = {code: naam.strip() for code, naam in vorm.findall(tekst)}
    for code, naam in regels():
        if code:
            assert bekend[code].lower() == ANDERE_NAAM.get(code, naam).lower()
