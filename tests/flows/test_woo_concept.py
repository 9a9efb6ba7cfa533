"""A draft says how much of it a person decided, and the account who decided what."""

from __future__ import annotations

import json
import shutil

import docx
import openpyxl
import pytest
from programma import redact, run


@pytest.fixture(scope="module")
def voorgesteld(tmp_path_factory):
    """A paper with two people, and the sheets that were made of it."""
    werk = tmp_path_factory.mktemp("concept")
    stuk = docx.Document()
    stuk.add_paragraph("Behandeld door Ytzen Slotemaker, beleidsadviseur.")
    stuk.add_paragraph("Mevrouw Lea Kolk belde over de sleutels.")
    (werk / "invoer").mkdir()
    stuk.save(werk / "invoer" / "memo.docx")
    run("woo", "personen", werk / "invoer", uitvoer=werk / "uit")
    return werk


def decide(voorgesteld, doel, **personen):
    """The sheet after someone filled in ``personen.xlsx``, in a folder of its own."""
    uitvoer = doel / "uit"
    shutil.copytree(voorgesteld / "uit", uitvoer)
    boek = openpyxl.load_workbook(uitvoer / "personen.xlsx")
    vel = boek.worksheets[0]
    koppen = [c.value for c in vel[1]]
    for rij in range(2, vel.max_row + 1):
        naam = vel.cell(rij, koppen.index("naam") + 1).value.split()[-1]
        if naam in personen:
            vel.cell(rij, koppen.index("besluit") + 1).value = personen[naam]
    boek.save(uitvoer / "personen.xlsx")
    run("woo", "voorstel", voorgesteld / "invoer", uitvoer=uitvoer)
    return redact(uitvoer, "--aanvaard-voorstellen"), uitvoer


def deciders(uitvoer):
    (stuk,) = json.loads((uitvoer / "verantwoording.json").read_text("utf-8"))
    return sorted(m["door"] for m in stuk["markeringen"])


def test_without_decisions_it_says_that_nobody_decided(voorgesteld, tmp_path):
    uit, uitvoer = decide(voorgesteld, tmp_path)
    assert "2 voorstellen zijn aanvaard zonder dat iemand erover besloot" in uit
    assert "nog nergens over" in uit
    assert deciders(uitvoer) == ["voorstel aanvaard"] * 2


def test_who_was_decided_on_in_the_list_of_people_is_counted(voorgesteld, tmp_path):
    uit, uitvoer = decide(voorgesteld, tmp_path, Kolk="lakken")
    assert "1 voorstel is aanvaard zonder dat iemand erover besloot" in uit
    assert "besloot over 1 markering en 1 persoon" in uit
    assert deciders(uitvoer) == ["niet vermeld", "voorstel aanvaard"]
