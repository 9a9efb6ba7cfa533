"""A page that every program still reads but that shows nothing is held back."""

from __future__ import annotations

from lakproef import line, make_pdf

from modellen.lakken import Lakuitslag
from pipeline.pdf.controle import Proef
from pipeline.pdf.controle.beeld import check_look

TEKST = "".join(
    line(f"Regel {n} van een gewone brief over opvang", y=700 - 14 * n)
    for n in range(20)
)


def look(voor, na):
    proef = Proef(
        origineel=make_pdf(voor),
        gelakt=make_pdf(na),
        uitslag=Lakuitslag(geplaatst=()),
        naalden=(),
        opschriften=(),
    )
    return [c.geslaagd for c in check_look(proef)]


def test_the_same_page_passes():
    assert look(TEKST, TEKST) == [True]


def test_text_that_became_invisible_does_not():
    assert look(TEKST, f"3 Tr {TEKST}".replace("BT", "BT 3 Tr")) == [False]


def test_half_a_step_of_the_grid_is_no_matter():
    assert look(TEKST, TEKST.replace(" 72 ", " 72.5 ")) == [True]
