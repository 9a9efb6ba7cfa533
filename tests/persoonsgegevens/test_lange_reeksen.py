"""The same names a thousand times: four times the text is four times the work."""

from __future__ import annotations

import sys

import pytest

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek
from tests.persoonsgegevens.test_soorten_stukken import gevonden

BOEK = Regelboek()
KEER = 100
STUKKEN = [
    "Jan, ",
    "Jan\n",
    "Jan en ",
    "Jan\t",
    "Jan: ",
    "> Jan ",
    "(Jan) ",
    "de Jan ",
    "Jan van ",
    "Van Jan ",
    "Jan, Kolk: ",
    "J. Kolk, ",
    "Jan Kolk; ",
    "Jan Kolk (JK), ",
    "JK = Jan Kolk, ",
    "JK/",
    "AK ",
    "Jan (wethouder), ",
    "burgemeester Jan, ",
    "Jan Kolk, Ab Meent (wethouders), ",
    "wethouder ",
    "van ",
    "a.kolk@meent.example, ",
    "06-12345678 ",
    "Kolk\t11-05-1977\t",
    "Kerkstraat 12, 9401 AA Assen, ",
]


def stuk(tekst):
    bouwer = Bouwer(Bron(bestand="stuk.txt", sha256="0" * 64, formaat="txt"))
    bouwer.blok(tekst, OpPagina(1))
    return bouwer.build()


def work(tekst):
    """How many instructions it takes to read a text."""
    document, stappen = stuk(tekst), 0

    def count(frame, gebeurtenis, _):
        nonlocal stappen
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        stappen += gebeurtenis == "opcode"
        return count

    ander = sys.gettrace()
    sys.settrace(count)
    try:
        find_persoonsgegevens([document], BOEK)
    finally:
        sys.settrace(ander)
    return stappen


@pytest.mark.parametrize("herhaald", STUKKEN)
def test_four_times_the_text_is_four_times_the_work(herhaald):
    find_persoonsgegevens([stuk(herhaald * 4 * KEER)], BOEK)  # words are remembered

    assert work(herhaald * 4 * KEER) < 1.25 * 4 * work(herhaald * KEER)


def test_a_long_line_of_pairs_holds_people_to_its_end():
    namen = ["Slotemaker, Lea", "Quakkelaar, Wiebe", "Bosch, Marieke van den"]

    assert gevonden(", ".join(namen * 30)) == namen * 30


def test_a_name_at_the_end_of_many_capitals_is_found():
    roep = "WIJ WILLEN DAT DIT NU STOPT " * 30

    assert gevonden("Mevrouw Lea Kolk belt.", f"{roep}LEA KOLK")[1:] == ["LEA KOLK"]
