"""The numbers of notes stand where Word prints them, and not in the text."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from lxml import etree

from pipeline.pdf.zetwerk.stuk import set_document
from pipeline.readers import read_file
from pipeline.readers.word.noten import Noten
from pipeline.readers.word.xml import W
from pipeline.settings import Grenzen
from tests.dossier import docxbouw as d

ZIN = "De nota van Jantine{^Van 3 mei.^} gaat over opvang{^Van het COA.^}, en meer."


def change(inhoud, deel, van, naar):
    """The file with something replaced in one of its parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            tekst = oud.read(naam)
            if naam == deel:
                assert van in tekst
                tekst = tekst.replace(van, naar, 1)
            nieuw.writestr(naam, tekst)
    return uit.getvalue()


@pytest.fixture
def lees(tmp_path):
    def read(bouw, wijzig=None):
        doc = d.make_docx("Nota")
        bouw(doc)
        inhoud = d.save_docx(doc)
        pad = tmp_path / "nota.docx"
        pad.write_bytes(wijzig(inhoud) if wijzig else inhoud)
        (document,) = read_file(pad, "nota.docx", Grenzen()).documenten
        return document

    return read


def printed(document):
    """Each block as it prints, the numbers of notes between brackets."""
    uit = []
    for blok in document.blokken:
        tekst = blok.tekst
        for plek, nummer in reversed(blok.noten):
            tekst = f"{tekst[:plek]}[{nummer}]{tekst[plek:]}"
        uit.append(tekst)
    return uit


def test_numbers_are_placed_and_the_text_stays_bare(lees):
    document = lees(lambda doc: d.add_tekst(doc, doc.add_paragraph(), ZIN))
    assert printed(document) == [
        "De nota van Jantine[1] gaat over opvang[2], en meer.",
        "[1]Van 3 mei.",
        "[2]Van het COA.",
    ]
    assert document.tekst.startswith("De nota van Jantine gaat over opvang, en meer.")


def test_an_automatic_number_before_it_moves_nothing(lees):
    def bouw(doc):
        lijst = d.add_numbering(doc, (("decimal", "%1.a."),))
        d.add_tekst(doc, d.add_punt(doc, "", lijst), "Eerste{^Noot.^} punt")

    assert printed(lees(bouw)) == ["1.a. Eerste[1] punt", "[1]Noot."]


def test_in_a_cell_and_behind_the_last_word(lees):
    def bouw(doc):
        tabel = d.add_tabel(doc, (("Naam", "Taak"), ("Pieter  Zand", "Verslag")))
        d.add_tekst(doc, tabel.cell(1, 0).paragraphs[0], "{^Vanaf maandag.^}")

    assert "Pieter Zand[1]" in printed(lees(bouw))


def test_a_mark_of_ones_own_is_text_and_counts_for_nothing(lees):
    def own(inhoud):
        van = b"<w:footnoteReference "
        return change(
            inhoud, "word/document.xml", van, van + b'w:customMarkFollows="1" '
        )

    document = lees(lambda doc: d.add_tekst(doc, doc.add_paragraph(), ZIN), own)
    assert printed(document)[0] == "De nota van Jantine gaat over opvang[1], en meer."


def test_endnotes_count_by_themselves_in_roman_figures():
    noten = Noten()

    def meet(soort, sleutel):
        element = etree.Element(f"{W}{soort}Reference")
        element.set(f"{W}id", str(sleutel))
        return noten.number(element)

    assert [meet("endnote", n) for n in (7, 3, 5, 9)] == ["i", "ii", "iii", "iv"]
    assert [meet("footnote", 4), meet("endnote", 3)] == ["1", "ii"]
    assert [meet("endnote", 20 + n) for n in range(40)][-1] == "xliv"


def test_what_is_set_anew_shows_them_raised(lees):
    document = lees(lambda doc: d.add_tekst(doc, doc.add_paragraph(), ZIN))
    with pypdfium2.PdfDocument(set_document(document, "Nota")) as pdf:
        tekst = " ".join(b.get_textpage().get_text_range() for b in pdf)
    for stuk in ("Jantine¹ gaat", "opvang², en", "¹ Van 3 mei.", "² Van het COA."):
        assert stuk in " ".join(tekst.split())
