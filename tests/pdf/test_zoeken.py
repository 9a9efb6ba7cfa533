"""Words that a line end breaks are found, also where the same word stands whole."""

from __future__ import annotations

import pytest
from lakproef import line, make_pdf

from pipeline.pdf.controle.naalden import Vangnet, fold
from pipeline.pdf.lakken.zoeken import fold as fold_glyphs
from pipeline.pdf.zoeken import find_places


def lines_of(*regels):
    return make_pdf(" ".join(line(r, y=700 - 16 * n) for n, r in enumerate(regels)))


@pytest.mark.parametrize(
    ("regels", "woord", "aantal"),
    [
        pytest.param(
            ("Mevrouw Plas-Brouwer kwam.", "Later sprak mevrouw Plas-",
             "Brouwer met het college."),
            "Plas-Brouwer", 2, id="een streepje van haar zelf",
        ),
        pytest.param(
            ("De heer Botermans kwam.", "Later sprak de heer Boter-",
             "mans met het college."),
            "Botermans", 2, id="een afgebroken naam",
        ),
        pytest.param(
            ("De heer Kapper kwam.", "Wij kochten een kap-per-meter."),
            "Kapper", 1, id="een streepje in de regel is geen naam",
        ),
    ],
)  # fmt: skip
def test_every_mention_is_found_in_the_order_of_the_text(regels, woord, aantal):
    plekken = find_places(lines_of(*regels), [woord])[woord]
    assert len(plekken) == aantal
    hoogten = [plek.kaders[0].boven for (plek,) in plekken]
    assert hoogten == sorted(hoogten)


def test_accents_that_stand_apart_are_found():
    assert fold_glyphs("Rene\u0301") == fold_glyphs("Ren\u00e9")
    apart = "".join(map(fold_glyphs, "Rene\u0301"))
    assert apart == fold_glyphs("Ren\u00e9")


@pytest.mark.parametrize(
    "tekst", ["sprak Plas-\r\nBrouwer met", "sprak Plas\r\nBrouwer met", "Plas-Brouwer"]
)
def test_the_after_check_reads_over_a_line_end(tekst):
    assert list(Vangnet(["Plas-Brouwer"]).standing(fold(tekst))) == ["Plas-Brouwer"]
