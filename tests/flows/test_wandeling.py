"""Which files a run takes along."""

from __future__ import annotations

import os

import pytest

from pipeline.errors import InvoerError
from pipeline.flows.wandeling import walk


@pytest.fixture
def dossier(tmp_path):
    map_ = tmp_path / "invoer"
    (map_ / "bijlagen").mkdir(parents=True)
    (map_ / "b.docx").write_bytes(b"x")
    (map_ / "A.pdf").write_bytes(b"xx")
    (map_ / "bijlagen" / "c.xlsx").write_bytes(b"xxx")
    return map_


def names(wandeling):
    return [v.bestand for v in wandeling.bestanden]


def test_files_come_in_one_order_with_their_place_in_the_dossier(dossier, tmp_path):
    wandeling = walk(dossier, tmp_path / "uitvoer")
    assert names(wandeling) == ["A.pdf", "b.docx", "bijlagen/c.xlsx"]
    assert wandeling.heel


def test_the_output_folder_is_not_read(dossier):
    uitvoer = dossier / "uitvoer"
    uitvoer.mkdir()
    (uitvoer / "actielijst.docx").write_bytes(b"x")
    assert "uitvoer/actielijst.docx" not in names(walk(dossier, uitvoer))


def test_noise_is_passed_over(dossier, tmp_path):
    for naam in ("~$b.docx", ".DS_Store", "Thumbs.db"):
        (dossier / naam).write_bytes(b"x")
    assert names(walk(dossier, tmp_path / "uit")) == [
        "A.pdf",
        "b.docx",
        "bijlagen/c.xlsx",
    ]


def test_one_file_is_read_without_forgetting_its_folder(dossier, tmp_path):
    wandeling = walk(dossier / "b.docx", tmp_path / "uit")
    assert names(wandeling) == ["b.docx"]
    assert not wandeling.heel


def test_a_path_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(InvoerError, match="bestaat niet"):
        walk(tmp_path / "weg", tmp_path / "uit")


@pytest.mark.skipif(os.name == "nt", reason="symbolische koppelingen vragen rechten")
def test_a_link_out_of_the_folder_is_reported_and_not_followed(dossier, tmp_path):
    buiten = tmp_path / "geheim.docx"
    buiten.write_bytes(b"x")
    (dossier / "koppeling.docx").symlink_to(buiten)
    (dossier / "lus").symlink_to(dossier / "lus")
    wandeling = walk(dossier, tmp_path / "uit")
    assert {m.bestand for m in wandeling.mislukt} == {"koppeling.docx", "lus"}
    assert "koppeling.docx" not in names(wandeling)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="geen FIFO op dit systeem")
def test_a_fifo_is_reported_and_not_opened(dossier, tmp_path):
    os.mkfifo(dossier / "pijp.pdf")
    wandeling = walk(dossier, tmp_path / "uit")
    assert [m.bestand for m in wandeling.mislukt] == ["pijp.pdf"]
