"""A paper whose letters show something else than its text says, from folder to release."""

from __future__ import annotations

import json

import openpyxl
import pypdfium2
import pytest
from leugenletter import show_lines
from programma import run

from pipeline.pdf.ocr import find_tesseract

REGELS = (
    "Geachte mevrouw Sanne van Dijk,",
    "Uw zaak over de opvang is behandeld door de afdeling Wonen.",
    "U kunt mevrouw Sanne van Dijk bellen op 06-41234567.",
    "Met vriendelijke groet, namens het college van burgemeester en wethouders",
)
LEUGEN = dict(zip("SanevDijk0123456789", "Xqzrfabwt1357902468", strict=True))


@pytest.fixture
def map_(tmp_path):
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "brief.pdf").write_bytes(show_lines(REGELS, LEUGEN))
    return bron


@pytest.mark.skipif(find_tesseract() is None, reason="geen Tesseract")
def test_what_the_eye_reads_is_proposed_and_goes(map_, tmp_path):
    uitvoer = tmp_path / "uit"
    gezegd = run("woo", "voorstel", map_, uitvoer=uitvoer)
    assert "1 bladzijde is met tekstherkenning gelezen" in gezegd
    boek = openpyxl.load_workbook(uitvoer / "lakblad.xlsx")
    tekst = str([c for r in boek["Markeringen"].values for c in r])
    assert "van Dijk" in tekst
    assert "06-41234567" in tekst
    run(
        *("woo", "lakken", uitvoer / "lakblad.xlsx", "--aanvaard-voorstellen"),
        uitvoer=uitvoer,
    )
    with pypdfium2.PdfDocument(uitvoer / "vrijgave/documenten/0001.pdf") as pdf:
        getoond = pdf[0].get_textpage().get_text_range()
    assert "behandeld door de afdeling Wonen" in " ".join(getoond.split())
    assert "Dijk" not in getoond
    assert "Xqzzr" not in getoond
    stand = json.loads((uitvoer / "nacontrole.json").read_text(encoding="utf-8"))
    assert "andere letters toont dan de tekst opgeeft" in json.dumps(stand)


def test_without_recognition_it_is_said_and_nothing_is_released(
    map_, tmp_path, monkeypatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    uitvoer = tmp_path / "uit"
    gezegd = run("woo", "voorstel", map_, uitvoer=uitvoer, verwacht=3)
    assert "Niet gelezen: brief.pdf: bladzijde 1" in gezegd
    blad = uitvoer / "lakblad.xlsx"
    run("woo", "lakken", blad, "--aanvaard-voorstellen", uitvoer=uitvoer, verwacht=8)
    assert not (uitvoer / "vrijgave").exists()
    stand = (uitvoer / "nacontrole.json").read_text(encoding="utf-8")
    assert "niet met zekerheid te lezen" in stand
