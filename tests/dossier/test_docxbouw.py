from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.dossier import docxbouw as d
from tests.dossier.vast import TIJDSTIP, fix_pdf, fix_zip


def _xml(inhoud: bytes, lid: str) -> str:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return zip_.read(lid).decode()


def _make(tekst: str) -> bytes:
    doc = d.make_docx("proef")
    d.add_tekst(doc, doc.add_paragraph(), tekst)
    return d.save_docx(doc)


def test_marks_become_tracked_changes():
    xml = _xml(_make("Er komen {-tien-}{+twaalf+} plekken."), "word/document.xml")
    assert "<w:delText" in xml
    assert xml.index("tien") < xml.index("<w:ins") < xml.index("twaalf")


def test_marks_become_footnote_comment_and_hidden_text():
    inhoud = _make("Vast{^Zie bijlage 2.^} bedrag{!Nagaan!}{~geheim~}")
    assert "Zie bijlage 2." in _xml(inhoud, "word/footnotes.xml")
    assert "Nagaan" in _xml(inhoud, "word/comments.xml")
    assert "<w:vanish/>" in _xml(inhoud, "word/document.xml")


def test_automatic_numbers_are_not_in_the_text():
    doc = d.make_docx("proef")
    lijst = d.add_numbering(doc, (("decimal", "%1."), ("lowerLetter", "%2)")))
    d.add_punt(doc, "Opening", lijst)
    d.add_punt(doc, "Verslag", lijst, 1)
    opnieuw = docx.Document(io.BytesIO(d.save_docx(doc)))
    assert [p.text for p in opnieuw.paragraphs] == ["Opening", "Verslag"]
    assert opnieuw.paragraphs[1]._p.pPr.numPr.ilvl.val == 1


def test_zip_keeps_its_members_and_loses_its_clock():
    bron = io.BytesIO()
    with zipfile.ZipFile(bron, "w") as zip_:
        zip_.writestr(zipfile.ZipInfo("b.xml", (2025, 1, 2, 3, 4, 6)), "<b/>")
        zip_.writestr("a.xml", "<a/>")
    vast = fix_zip(bron.getvalue())
    with zipfile.ZipFile(io.BytesIO(vast)) as zip_:
        assert zip_.namelist() == ["b.xml", "a.xml"]
        assert {lid.date_time for lid in zip_.infolist()} == {TIJDSTIP}
    assert fix_zip(vast) == vast


def test_print_tells_its_day_and_keeps_its_offsets():
    inhoud = b"1 0 obj\n(D:20000101000000+00'00')\nendobj\nstartxref\n8\n"
    vast = fix_pdf(inhoud, "20250922")
    assert b"(D:20250922090000+00'00')" in vast
    assert len(vast) == len(inhoud)
    with pytest.raises(ValueError, match="eight digits"):
        fix_pdf(inhoud, "2025-09-22")
