"""From a folder to a release: proposals, a person decides, and nothing leaks out."""

from __future__ import annotations

import json
import re
import shutil

import openpyxl
import pypdfium2
import pytest
from programma import INVOER, VOORBEELDEN, run


@pytest.fixture(scope="module")
def voorstel(tmp_path_factory):
    """A folder with papers, and the sheet that was made of them."""
    werk = tmp_path_factory.mktemp("woo")
    map_ = werk / "invoer"
    map_.mkdir()
    for pad in (
        "2025-11-06 verslag ambtelijk overleg.docx",
        "mail/RE agenda en actielijst, noodopvang Medemblik.eml",
        "bundel/Stukken ambtelijk overleg 25 september.pdf",
    ):
        shutil.copyfile(INVOER / pad, map_ / pad.rsplit("/", 1)[-1])
    uitvoer = werk / "uitvoer"
    run("woo", "voorstel", map_, uitvoer=uitvoer)
    return map_, uitvoer


@pytest.fixture
def kopie(voorstel, tmp_path):
    """The sheet in a folder of its own, to decide on."""
    pad = tmp_path / "lakblad.xlsx"
    shutil.copyfile(voorstel[1] / "lakblad.xlsx", pad)
    return pad


def change(pad, blad, kop, waarde, rij=2):
    boek = openpyxl.load_workbook(pad)
    vel = boek[blad]
    koppen = [c.value for c in vel[1]]
    vel.cell(rij, koppen.index(kop) + 1).value = waarde
    boek.save(pad)


def texts(map_):
    uit = {}
    for pad in sorted((map_ / "vrijgave" / "documenten").glob("*.pdf")):
        with pypdfium2.PdfDocument(pad) as document:
            uit[pad.stem] = " ".join(
                b.get_textpage().get_text_range() for b in document
            )
    return uit


def test_the_sheet_has_a_row_for_every_proposal_with_ground_and_reason(voorstel):
    boek = openpyxl.load_workbook(voorstel[1] / "lakblad.xlsx")
    assert boek.sheetnames[:4] == [
        "Documenten",
        "Personen",
        "Markeringen",
        "Voor een mens",
    ]
    rijen = list(boek["Markeringen"].iter_rows(min_row=2, values_only=True))
    koppen = [c.value for c in boek["Markeringen"][1]]
    assert len(rijen) > 5
    for rij in rijen:
        regel = dict(zip(koppen, rij, strict=True))
        assert regel["grond"].startswith("5.")
        assert regel["reden"]
        assert not regel["besluit"]


def test_without_decisions_nothing_is_released(kopie):
    run("woo", "lakken", kopie, uitvoer=kopie.parent, verwacht=7)
    assert not (kopie.parent / "vrijgave").exists()


@pytest.mark.parametrize("stijl", ["code", "letter"])
def test_accepted_proposals_are_gone_and_the_account_says_who(kopie, stijl):
    opties = ("--aanvaard-voorstellen", "--stijl", stijl)
    run("woo", "lakken", kopie, *opties, uitvoer=kopie.parent)
    boek = openpyxl.load_workbook(kopie)
    koppen = [c.value for c in boek["Markeringen"][1]]
    rijen = boek["Markeringen"].iter_rows(min_row=2, values_only=True)
    gelezen = texts(kopie.parent)
    for rij in rijen:
        regel = dict(zip(koppen, rij, strict=True))
        patroon = rf"(?<!\w){re.escape(regel['tekst'])}(?!\w)"
        assert not re.search(patroon, gelezen[regel["nummer"]])
    code = "5.1.2e" if stijl == "code" else "J"
    assert any(
        re.search(rf"(?<!\w){re.escape(code)}(?!\w)", t) for t in gelezen.values()
    )
    account = json.loads((kopie.parent / "verantwoording.json").read_text("utf-8"))
    assert all(m["door"] for d in account for m in d["markeringen"])
    controles = json.loads((kopie.parent / "nacontrole.json").read_text("utf-8"))
    assert all(d["geslaagd"] for d in controles)


def test_names_of_files_and_titles_do_not_leak(kopie):
    run("woo", "lakken", kopie, "--aanvaard-voorstellen", uitvoer=kopie.parent)
    namen = [p.name for p in (kopie.parent / "vrijgave" / "documenten").iterdir()]
    assert all(re.fullmatch(r"[A-Za-z0-9]+\.pdf", n) for n in namen)


@pytest.mark.parametrize(
    ("blad", "kop", "waarde", "melding"),
    [
        ("Markeringen", "besluit", "misschien", "geen besluit"),
        ("Markeringen", "tekst", "iets anders", "de tekst is gewijzigd"),
        ("Documenten", "beoordeling", "half", "geen beoordeling"),
        ("Documenten", "nummer", "9999", "niet bekend"),
    ],
)
def test_a_sheet_that_contradicts_itself_is_refused(kopie, blad, kop, waarde, melding):
    change(kopie, blad, kop, waarde)
    uit = run("woo", "lakken", kopie, uitvoer=kopie.parent, verwacht=7)
    assert not (kopie.parent / "vrijgave").exists()
    assert melding in uit
    assert "is verwijderd" not in uit


def test_who_asks_for_another_folder_is_told_where_it_is(kopie, tmp_path):
    elders = tmp_path / "elders"
    uit = run("woo", "lakken", kopie, "--aanvaard-voorstellen", uitvoer=elders)
    assert "naast lakblad.xlsx" in uit
    assert (kopie.parent / "vrijgave").is_dir()
    assert not elders.exists()


def test_an_unknown_ground_is_refused(kopie):
    change(kopie, "Markeringen", "besluit", "lakken")
    change(kopie, "Markeringen", "grond", "5.9.9z")
    run("woo", "lakken", kopie, uitvoer=kopie.parent, verwacht=7)


def test_a_deleted_row_is_missed(kopie):
    boek = openpyxl.load_workbook(kopie)
    boek["Markeringen"].delete_rows(2)
    boek.save(kopie)
    run(
        "woo",
        "lakken",
        kopie,
        "--aanvaard-voorstellen",
        uitvoer=kopie.parent,
        verwacht=7,
    )


def test_decisions_stay_when_the_proposal_is_made_again(voorstel):
    map_, uitvoer = voorstel
    change(uitvoer / "lakblad.xlsx", "Markeringen", "besluit", "niet lakken")
    change(uitvoer / "lakblad.xlsx", "Markeringen", "door", "jurist")
    run("woo", "voorstel", map_, uitvoer=uitvoer)
    boek = openpyxl.load_workbook(uitvoer / "lakblad.xlsx")
    koppen = [c.value for c in boek["Markeringen"][1]]
    eerste = dict(zip(koppen, [c.value for c in boek["Markeringen"][2]], strict=True))
    assert (eerste["besluit"], eerste["door"]) == ("niet lakken", "jurist")


def test_a_source_that_changed_since_is_refused(voorstel, tmp_path):
    map_, uitvoer = tmp_path / "invoer", tmp_path / "uitvoer"
    shutil.copytree(voorstel[0], map_)
    run("woo", "voorstel", map_, uitvoer=uitvoer)
    shutil.copyfile(
        INVOER / "memo bekostiging kleine locaties.docx",
        map_ / "2025-11-06 verslag ambtelijk overleg.docx",
    )
    opties = ("--aanvaard-voorstellen",)
    run("woo", "lakken", uitvoer / "lakblad.xlsx", *opties, uitvoer=uitvoer, verwacht=7)


@pytest.mark.skipif(
    not VOORBEELDEN.is_dir(), reason="de voorbeelden staan er niet naast"
)
def test_of_the_examples_all_that_must_go_is_gone_and_the_rest_stands(tmp_path):
    run("woo", "voorstel", VOORBEELDEN, uitvoer=tmp_path, verwacht=3)
    opties = ("--aanvaard-voorstellen",)
    run("woo", "lakken", tmp_path / "lakblad.xlsx", *opties, uitvoer=tmp_path)
    samen = " ".join(" ".join(texts(tmp_path).values()).split())
    for pad in VOORBEELDEN.glob("*.gold.json"):
        gold = json.loads(pad.read_text("utf-8"))
        over = [
            w for w in gold["gone"] if re.search(rf"(?<!\w){re.escape(w)}(?!\w)", samen)
        ]
        assert not over
        assert all(w in samen for w in gold["keep"])
