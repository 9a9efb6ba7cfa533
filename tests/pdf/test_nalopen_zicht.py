"""Whether a drawn page shows a word: its own ink, and not what borders on it."""

from __future__ import annotations

from PIL import Image, ImageDraw

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
