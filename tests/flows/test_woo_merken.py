"""A mark in the source is released as the decision of who set it."""

from __future__ import annotations

import json

import docx
import openpyxl
import pytest
from programma import redact, run

WOORDEN = "hooguit drie ton voor het pand aan de haven"


@pytest.fixture(scope="module")
def voorgesteld(tmp_path_factory):
    """What was made of a memo with one comment: its folder, by the comment."""

    def make(notitie):
        werk = tmp_path_factory.mktemp("merk")
        stuk = docx.Document()
        alinea = stuk.add_paragraph("Vervolg. De gemeente betaalt ")
        stuk.add_comment(alinea.add_run(WOORDEN), text=notitie, author="Lea Kolk")
        alinea.add_run(", niet meer.")
        (werk / "invoer").mkdir()
        stuk.save(werk / "invoer" / "memo.docx")
        run("woo", "voorstel", werk / "invoer", uitvoer=werk / "uit")
        return werk / "uit"

    return make


def marks(uitvoer):
    (stuk,) = json.loads((uitvoer / "verantwoording.json").read_text("utf-8"))
    return [(m["grond"], m["besluit"], m["door"]) for m in stuk["markeringen"]]


def test_a_comment_with_a_ground_counts_as_decided_by_its_author(voorgesteld):
    uitvoer = voorgesteld("lakken: artikel 5.1, tweede lid, onder f Woo")
    redact(uitvoer)
    assert marks(uitvoer) == [("5.1.2f", "lakken", "Lea Kolk")]
    redact(uitvoer, "--aanvaard-voorstellen")
    assert marks(uitvoer) == [("5.1.2f", "lakken", "Lea Kolk")]


def test_a_question_is_a_proposal_and_waits_for_a_decision(voorgesteld):
    uitvoer = voorgesteld("5.1.2f?")
    uit = redact(uitvoer, verwacht=7)
    assert "nog niet besloten" in uit
    redact(uitvoer, "--aanvaard-voorstellen")
    assert marks(uitvoer) == [("5.1.2f", "lakken", "voorstel aanvaard")]


def test_a_question_about_deliberation_is_never_accepted_unseen(voorgesteld):
    uitvoer = voorgesteld("5.1.2i?")
    boek = openpyxl.load_workbook(uitvoer / "lakblad.xlsx")
    assert boek["Voor een mens"].max_row == 2
    redact(uitvoer, "--aanvaard-voorstellen")
    assert marks(uitvoer) == []
