"""What other libraries see in the dossier, our readers see too."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest
from oxmsg import Message

from modellen.document import Vorm
from pipeline.readers import read_file
from pipeline.settings import Grenzen

INVOER = Path(__file__).parents[2] / "invoer"


def of_kind(einde):
    return [pytest.param(p, id=p.stem[:40]) for p in sorted(INVOER.rglob(f"*{einde}"))]


def read(pad):
    return read_file(pad, pad.name, Grenzen()).documenten[0]


def words(tekst):
    return re.findall(r"\w+", tekst)


@pytest.mark.parametrize("pad", of_kind(".docx"))
def test_every_word_that_python_docx_sees_is_read(pad):
    zicht = docx.Document(str(pad))
    gezien = [a.text for a in zicht.paragraphs]
    gezien += [c.text for t in zicht.tables for r in t.rows for c in r.cells]
    assert set(words(" ".join(gezien))) <= set(words(read(pad).tekst))


@pytest.mark.parametrize("pad", of_kind(".xlsx"))
def test_every_number_that_openpyxl_sees_is_read_with_its_address(pad):
    boek = openpyxl.load_workbook(pad, data_only=True)
    ons = {
        c.adres: c.waarde
        for t in read(pad).tabellen
        for c in t.cellen
        if c.waarde is not None
    }
    hun = {
        f"{blad.title}!{cel.coordinate}": cel.value
        for blad in boek
        for rij in blad.iter_rows()
        for cel in rij
        if isinstance(cel.value, int | float) and not isinstance(cel.value, bool)
    }
    assert hun.keys() <= ons.keys()
    assert all(float(Decimal(ons[k])) == pytest.approx(v) for k, v in hun.items())


@pytest.mark.parametrize("pad", of_kind(".pdf"))
def test_every_ruled_table_that_pdfplumber_finds_is_read_cell_by_cell(pad):
    ons = [
        {"".join(_shown(d, c).split()) for c in t.cellen}
        for d in [read(pad)]
        for t in d.tabellen
    ]
    with pdfplumber.open(pad) as pdf:
        hun = [
            {"".join(c.split()) for rij in tabel for c in rij if c and c.strip()}
            for blad in pdf.pages
            for tabel in blad.extract_tables({"snap_tolerance": 5})
            if len(tabel) > 2 and len(tabel[0]) > 2
        ]
    for cellen in hun:
        assert max((len(cellen & o) / len(cellen) for o in ons), default=0) >= 0.9


def _shown(document, cel):
    return document.cel_tekst(cel).replace("\n", "")


@pytest.mark.parametrize("pad", of_kind(".msg"))
def test_a_message_says_what_python_oxmsg_reads(pad):
    hun, ons = Message.load(str(pad)), read(pad)
    assert ons.eigenschappen.onderwerp == hun.subject
    assert set(words(hun.body or "")) <= set(words(ons.tekst))
    assert len(ons.eigenschappen.bijlagen) == hun.attachment_count


def test_pages_without_text_hold_no_cells():
    for pad in INVOER.rglob("*.pdf"):
        document = read(pad)
        assert all(b.tekst for b in document.blokken if b.vorm is Vorm.CEL)
