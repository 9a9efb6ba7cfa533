"""A page that every program still reads but that shows nothing is held back."""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import line, make_pdf

from modellen.lakken import Geplaatst, Lakuitslag
from modellen.plaats import Kader
from pipeline.pdf.controle import Proef
from pipeline.pdf.controle.beeld import check_look
from pipeline.pdf.lakken.raster import Gezien, lay_words, rasterise, render_page

TEKST = "".join(
    line(f"Regel {n} van een gewone brief over opvang", y=700 - 14 * n)
    for n in range(20)
)


def look(voor, na, stap=1.0, vakken=()):
    proef = Proef(
        origineel=voor if isinstance(voor, bytes) else make_pdf(voor),
        gelakt=na if isinstance(na, bytes) else make_pdf(na),
        uitslag=Lakuitslag(geplaatst=tuple(vakken)),
        naalden=(),
        opschriften=(),
        stap=stap,
    )
    return [c.geslaagd for c in check_look(proef)]


def test_the_same_page_passes():
    assert look(TEKST, TEKST) == [True]


def test_text_that_became_invisible_does_not():
    assert look(TEKST, f"3 Tr {TEKST}".replace("BT", "BT 3 Tr")) == [False]


VAK = Geplaatst(pagina=1, kader=Kader(100, 42, 180, 56), grond="5.1.2e")
ZWART, WIT = "0 g 100 786 80 14 re f\n", "1 g 90 780 120 30 re f 0 g\n"


@pytest.mark.parametrize(
    ("na", "goed"),
    [
        pytest.param(f"{ZWART}1 g {line('5.1.2e', 105, 789, 9)}", True, id="met code"),
        pytest.param(WIT, False, id="niet gezet"),
        pytest.param(ZWART + WIT, False, id="overgeschilderd"),
        pytest.param(f"{ZWART}1 g 100 790 80 10 re f", False, id="grotendeels"),
    ],
)
def test_a_box_is_seen(na, goed):
    assert look(TEKST, f"{TEKST}{na}", vakken=[VAK]) == [goed]


def test_a_slanted_box_is_looked_for_where_it_lies():
    hoeken = ((100.0, 250.0), (250.0, 100.0), (260.0, 110.0), (110.0, 260.0))
    vak = Geplaatst(
        pagina=1, kader=Kader(100, 100, 260, 260), grond="5.1.2e", hoeken=hoeken
    )
    pad = " ".join(
        f"{x} {842 - y} {'l' if n else 'm'}" for n, (x, y) in enumerate(hoeken)
    )
    assert look("", f"0 g {pad} h f", vakken=[vak]) == [True]
    assert look("", "", vakken=[vak]) == [False]


def test_half_a_step_of_the_grid_is_no_matter():
    assert look(TEKST, TEKST.replace(" 72 ", " 72.5 ")) == [True]


def test_a_coarser_grid_moves_words_further():
    recht, verschoven = (
        "".join(f"1 w {x + d} 60 m {x + d} 780 l S\n" for x in range(60, 530, 30))
        for d in (0, 5)
    )
    assert look(recht, verschoven) == [False]
    assert look(recht, verschoven, stap=12) == [True]


def test_thin_lines_and_small_print_as_a_picture_show_what_they_showed():
    """Drawn small they are paler than the lines that they were made of."""
    ruit = "".join(
        f".3 w {n} 60 m {n} 780 l S 60 {n} m 530 {n} l S\n" for n in range(60, 530, 9)
    )
    voor = make_pdf(ruit + line("kleine letters overal", grootte=6))
    with pikepdf.open(io.BytesIO(voor)) as pdf:
        plaat, _ = render_page(pdf, 0)
        rasterise(
            pdf,
            pdf.pages[0],
            plaat,
            lay_words(pdf, pdf.pages[0], Gezien([], []), [], []),
        )
        pdf.save(uit := io.BytesIO())
    assert look(voor, uit.getvalue()) == [True]
    assert look(voor, make_pdf(line("kleine letters overal", grootte=6))) == [False]
