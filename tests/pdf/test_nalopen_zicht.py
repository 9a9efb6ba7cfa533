"""Whether a drawn page shows a word: its own ink, and not what borders on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lakproef import GEHEIM, OPTIES, line, make_pdf, redact
from lekbouw import NAAM
from PIL import Image, ImageDraw

from pipeline.pdf.nalopen.feiten import read_published
from pipeline.pdf.nalopen.woorden import Inktwoord
from pipeline.pdf.nalopen.zicht import Zicht

WOORD = Inktwoord("def", 20, 20, 40.4, 30, (0, 0, 0), 0)


def page(*vlakken):
    beeld = Image.new("RGB", (200, 100), "white")
    tekenaar = ImageDraw.Draw(beeld)
    for doos, kleur in vlakken:
        tekenaar.rectangle(doos, fill=kleur)
    return Zicht(beeld)


def test_a_marker_that_borders_on_a_black_box_does_not_show_the_word_under_it():
    assert page(((80, 30, 120, 70), "khaki"), ((36, 36, 79, 64), "black")).hides(WOORD)


def test_a_neighbour_whose_ink_touches_the_box_does_not_show_the_word_under_it():
    assert page(((80, 30, 120, 70), "black")).hides(WOORD)


def test_ink_of_its_own_shows():
    assert not page(((50, 45, 60, 55), "black")).hides(WOORD)


@pytest.mark.parametrize("opschrift", ["5.1.2e", "J"])
def test_the_code_on_a_box_is_read_from_a_page_that_became_a_picture(opschrift):
    invoer = make_pdf(NAAM + "q 7 Tr " + line("uitsnede", y=500) + " Q")
    opties = replace(OPTIES, opschriften={"5.1.2e": opschrift})
    uit = redact(invoer, GEHEIM, opties=opties)
    assert uit.in_orde
    assert uit.uitslag.gerasterd
    feiten = read_published(uit.inhoud, lambda w: w == "5.1.2e")
    regel = next(r for r in feiten.bladen[0].regels if "Behandeld" in r)
    assert opschrift in regel
