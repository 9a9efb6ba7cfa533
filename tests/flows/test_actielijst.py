"""The list for the next meeting, and three rounds of editing and reading again."""

from __future__ import annotations

import json
import shutil
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from programma import INVOER, export

from pipeline.cli.bewaking import run_guarded

DAG = "2025-12-03"
VOOR = "2026-01-21"
STUKKEN = (
    "2025-11-26 bestuurlijke PRT/Actie- en besluitenlijst PRT 26-11-2025.docx",
    "Actielijst PRT bijgewerkt 2-12.xlsx",
)


@pytest.fixture
def map_(tmp_path):
    invoer = tmp_path / "invoer"
    invoer.mkdir()
    for stuk in STUKKEN:
        shutil.copy(INVOER / stuk, invoer)
    return tmp_path


def call(map_, *woorden, verwacht=0, datum=DAG):
    opties = ["--uitvoer", str(map_ / "uitvoer"), "--datum", datum]
    assert run_guarded([*woorden, *opties]) == verwacht


def read(map_, datum=DAG):
    call(map_, "alles", str(map_ / "invoer"), "--stil", datum=datum)


def make(map_, *meer, datum=DAG):
    call(map_, "actielijst", "--voor", VOOR, "--stil", *meer, datum=datum)
    return map_ / "uitvoer" / f"actielijst-{VOOR}.docx"


def acties(map_):
    return {a["nummer"]: a for a in export(map_ / "uitvoer")["acties"]}


def find(map_, woord):
    (gevonden,) = [a for a in acties(map_).values() if woord in a["omschrijving"]]
    return gevonden


def findings(map_, woord):
    alle = export(map_ / "uitvoer")["bevindingen"]
    return [b["omschrijving"] for b in alle if woord in b["omschrijving"]]


def cell(document, nummer, kop):
    for tabel in document.tables:
        koppen = [c.text for c in tabel.rows[0].cells]
        for rij in tabel.rows[1:]:
            if rij.cells[0].text == nummer and kop in koppen:
                return rij.cells[koppen.index(kop)]
    raise AssertionError(nummer)


def edit_docx(pad, doel, *wijzigingen):
    document = docx.Document(pad)
    for nummer, kop, tekst in wijzigingen:
        cell(document, nummer, kop).paragraphs[0].text = tekst
    document.save(doel)


def edit_xlsx(pad, doel, *wijzigingen):
    boek = openpyxl.load_workbook(pad)
    blad = boek["Acties"]
    koppen = {c.value: c.column for c in blad[4]}
    for nummer, kop, tekst in wijzigingen:
        (rij,) = [r[0].row for r in blad.iter_rows() if r[0].value == nummer]
        blad.cell(rij, koppen[kop]).value = tekst
    boek.save(doel)


def test_the_same_action_in_two_lists_has_one_number(map_):
    read(map_)
    brief = find(map_, "Brief aan de minister")

    assert len(brief["vermeldingen"]) == 2
    assert {v["dag"] for v in brief["vermeldingen"]} == {"2025-11-26", "2025-12-02"}


def test_the_document_has_real_structure(map_):
    read(map_)
    document = docx.Document(make(map_))

    assert document.paragraphs[0].style.name == "Title"
    koppen = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert koppen[0].startswith("Over de termijn")
    assert any(k.startswith("Afgehandeld sinds") for k in koppen)
    assert any(k.startswith("Besluiten van 26 november 2025") for k in koppen)
    blad = document.sections[0]
    assert blad.page_width > blad.page_height
    for tabel in document.tables:
        eigen = tabel.rows[0]._tr.trPr
        assert eigen.find(qn("w:tblHeader")) is not None
        assert tabel._element.tblPr.find(qn("w:tblDescription")) is not None
    assert document.core_properties.language == "nl-NL"


def test_the_same_list_gives_the_same_bytes(map_):
    read(map_)
    paden = [make(map_), map_ / "uitvoer" / f"actielijst-{VOOR}.xlsx"]
    eerst = [p.read_bytes() for p in paden]
    make(map_)

    assert [p.read_bytes() for p in paden] == eerst


@pytest.mark.parametrize("indeling", ["tabel", "agendapunt"])
@pytest.mark.parametrize("vorm", ["docx", "xlsx"])
def test_an_unchanged_list_that_comes_back_changes_nothing(map_, indeling, vorm):
    read(map_)
    voor = acties(map_)
    make(map_, "--indeling", indeling)
    shutil.copy(map_ / "uitvoer" / f"actielijst-{VOOR}.{vorm}", map_ / "invoer")
    read(map_)
    na = acties(map_)

    assert na == voor
    assert findings(map_, "actielijst") == []


def test_three_rounds_of_editing_lose_nothing(map_):
    read(map_)
    nummers = set(acties(map_))
    brief = find(map_, "Brief aan de minister")["nummer"]
    gesprek = find(map_, "Bestuurlijk gesprek")["nummer"]
    doel = map_ / "invoer" / "lijst terug.docx"

    edit_docx(make(map_), doel, (brief, "Status", "in uitvoering"), (brief, "Wie", "secretaris, COA"))  # fmt: skip
    read(map_)
    assert acties(map_)[brief]["status"] == "in_uitvoering"
    assert acties(map_)[brief]["actiehouders"] == ["secretaris", "COA"]

    make(map_)
    xlsx = map_ / "uitvoer" / f"actielijst-{VOOR}.xlsx"
    edit_xlsx(xlsx, map_ / "invoer" / "tweede.xlsx", (gesprek, "Gereed vóór", "15-01-2026"), (gesprek, "Actie", "Gesprek met Enkhuizen"))  # fmt: skip
    read(map_)
    assert acties(map_)[gesprek]["termijn"] == "2026-01-15"
    assert acties(map_)[gesprek]["omschrijving"] == "Gesprek met Enkhuizen"

    edit_docx(make(map_), doel, (brief, "Status", "gereed"), (brief, "Stand van zaken", "Verzonden op 2 december"))  # fmt: skip
    read(map_)
    na = acties(map_)
    assert set(na) == nummers
    assert na[brief]["status"] == "gereed"
    assert na[brief]["actiehouders"] == ["secretaris", "COA"]
    assert na[gesprek]["termijn"] == "2026-01-15"
    assert findings(map_, "niets overschreven") == []


def test_a_conflict_is_reported_and_not_overwritten(map_):
    read(map_)
    brief = find(map_, "Brief aan de minister")["nummer"]
    lijst = make(map_)
    call(map_, "actie", "wijzig", brief, "--status", "vervallen")
    edit_docx(lijst, map_ / "invoer" / "terug.docx", (brief, "Status", "gereed"))
    read(map_)

    assert acties(map_)[brief]["status"] == "vervallen"
    (melding,) = findings(map_, "niets overschreven")
    assert brief in melding
    call(map_, "actie", "wijzig", brief, "--status", "vervallen")
    read(map_, "2025-12-04")
    assert findings(map_, "niets overschreven") == []


def test_a_later_change_is_not_undone_by_an_old_list(map_):
    read(map_)
    brief = find(map_, "Brief aan de minister")["nummer"]
    edit_docx(make(map_), map_ / "invoer" / "t.docx", (brief, "Status", "gereed"))
    read(map_)
    call(map_, "actie", "wijzig", brief, "--status", "open")
    read(map_, "2025-12-04")

    assert acties(map_)[brief]["status"] == "open"
    assert findings(map_, "niets overschreven") == []


def test_an_unknown_status_and_a_row_that_is_gone_are_reported(map_):
    read(map_)
    brief = find(map_, "Brief aan de minister")["nummer"]
    gesprek = find(map_, "Bestuurlijk gesprek")["nummer"]
    document = docx.Document(make(map_))
    cell(document, brief, "Status").paragraphs[0].text = "kwispelt"
    rij = cell(document, gesprek, "Nr.")._element.getparent()
    rij.getparent().remove(rij)
    document.save(map_ / "invoer" / "terug.docx")
    voor = acties(map_)[brief]["status"]
    read(map_)

    assert acties(map_)[brief]["status"] == voor
    assert findings(map_, "kwispelt")
    assert any(gesprek in b for b in findings(map_, "niet meer in het teruggekomen"))
    assert gesprek in acties(map_)


def test_a_new_row_in_the_list_is_a_new_action(map_):
    read(map_)
    voor = set(acties(map_))
    pad = make(map_)
    document = docx.Document(pad)
    rij = document.tables[0].add_row()
    rij.cells[3].text = "Vergaderzaal voor het werkbezoek reserveren"
    rij.cells[4].text = "secretariaat"
    document.save(map_ / "invoer" / "terug.docx")
    read(map_)
    (nieuw,) = set(acties(map_)) - voor

    assert acties(map_)[nieuw]["actiehouders"] == ["secretariaat"]
    make(map_)
    assert cell(docx.Document(pad), nieuw, "Actie").text.startswith("Vergaderzaal")


def test_what_was_closed_is_shown_once(map_):
    read(map_)
    make(map_)
    (map_ / "json").mkdir()
    brief = find(map_, "Brief aan de minister")["nummer"]
    call(map_, "actie", "gereed", brief)
    eerst = blocks(map_, VOOR)
    later = blocks(map_, "2026-03-18")

    assert brief in eerst["afgedaan"]
    assert brief not in later.get("afgedaan", [])


def blocks(map_, voor):
    import contextlib
    import io

    uit = io.StringIO()
    with contextlib.redirect_stdout(uit):
        call(map_, "actielijst", "--voor", voor, "--json")
    return json.loads(uit.getvalue())["blokken"]


def test_a_template_keeps_its_own_header_and_gives_the_place(map_):
    sjabloon = docx.Document()
    sjabloon.sections[0].header.paragraphs[0].text = "Provincie Voorbeeld {{datum}}"
    sjabloon.add_paragraph("Voorblad")
    sjabloon.add_paragraph("{{inhoud}}")
    sjabloon.add_paragraph("Slot")
    sjabloon.save(map_ / "huisstijl.docx")
    read(map_)
    document = docx.Document(make(map_, "--sjabloon", str(map_ / "huisstijl.docx")))

    assert document.sections[0].header.paragraphs[0].text == "Provincie Voorbeeld 21 januari 2026"  # fmt: skip
    teksten = [p.text for p in document.paragraphs if p.text]
    assert (teksten[0], teksten[-1]) == ("Voorblad", "Slot")
    assert not any("{{" in t for t in teksten)


def test_a_template_that_is_no_word_file_is_refused(map_, capsys):
    read(map_)
    (map_ / "x.docx").write_text("geen word")
    call(
        map_,
        "actielijst",
        "--voor",
        VOOR,
        "--sjabloon",
        str(map_ / "x.docx"),
        verwacht=3,
    )
    assert "x.docx" in capsys.readouterr().err


def test_words_that_look_like_a_formula_stay_words(map_):
    read(map_)
    brief = find(map_, "Brief aan de minister")["nummer"]
    call(
        map_,
        "actie",
        "wijzig",
        brief,
        "--tekst",
        '=HYPERLINK("x") nagaan bij de provincie',
    )
    make(map_)
    with zipfile.ZipFile(map_ / "uitvoer" / f"actielijst-{VOOR}.xlsx") as pakket:
        assert b"<f>" not in pakket.read("xl/worksheets/sheet1.xml")
