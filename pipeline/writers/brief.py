"""Letters and decisions as Word documents with real styles."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from modellen.besluit import Stijl
from pipeline.bestanden import fix_archive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from docx.document import Document

    from modellen.besluit import Alinea

STIJLEN = {
    Stijl.TITEL: "Title",
    Stijl.KOP: "Heading 1",
    Stijl.TUSSENKOP: "Heading 2",
    Stijl.TEKST: "Normal",
    Stijl.PUNT: "List Bullet",
}


def make_brief(
    alineas: Sequence[Alinea],
    koptekst: str,
    vandaag: date,
    sjabloon: Path | None = None,
) -> bytes:
    """The paragraphs as a document, in the house style of ``sjabloon`` if there is one.

    A template is a Word document of the organisation with the usual style names; what
    stands in it stays above the text.
    """
    stuk = docx.Document(str(sjabloon) if sjabloon else None)
    if sjabloon is None:
        _set_house_style(stuk)
    _set_facts(stuk, alineas[0].tekst if alineas else "Besluit")
    if koptekst:
        _add_to_headers(stuk, koptekst)
    namen = {s.name for s in stuk.styles}
    for alinea in alineas:
        stijl = STIJLEN[alinea.stijl]
        stuk.add_paragraph(alinea.tekst, style=stijl if stijl in namen else None)
    uit = io.BytesIO()
    stuk.save(uit)
    return fix_archive(uit.getvalue(), vandaag)


def _add_to_headers(stuk: Document, koptekst: str) -> None:
    """Put words above every page; the letterhead of a template stays below them."""
    for nummer, sectie in enumerate(stuk.sections):
        koppen = [sectie.header]
        if sectie.different_first_page_header_footer:
            koppen.append(sectie.first_page_header)
        for kop in koppen:
            if nummer and kop.is_linked_to_previous:
                continue
            eerste = kop.paragraphs[0]
            leeg = not eerste.text and not eerste._p.xpath(".//w:drawing|.//w:pict")  # noqa: SLF001 no other way to see a logo
            regel = eerste if leeg else eerste.insert_paragraph_before()
            regel.add_run(koptekst)


def _set_house_style(stuk: Document) -> None:
    gewoon = stuk.styles["Normal"]
    gewoon.font.name, gewoon.font.size = "Arial", Pt(10.5)
    gewoon.paragraph_format.space_after = Pt(8)
    for naam, maat in (("Title", 18), ("Heading 1", 13), ("Heading 2", 11)):
        stijl = stuk.styles[naam]
        stijl.font.name, stijl.font.size = "Arial", Pt(maat)
        stijl.font.color.rgb = None
        letters = stijl.element.get_or_add_rPr().find(qn("w:rFonts"))
        for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            letters.attrib.pop(qn(f"w:{soort}"), None)
    sectie = stuk.sections[0]
    sectie.page_width, sectie.page_height = Cm(21), Cm(29.7)
    sectie.left_margin = sectie.right_margin = Cm(2.5)
    sectie.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _set_facts(stuk: Document, titel: str) -> None:
    """Title, language and no author: what a reader aloud needs, and nothing more."""
    kern = stuk.core_properties
    kern.title, kern.author, kern.language = titel, "", "nl-NL"
    kern.comments = kern.last_modified_by = ""
    rpr = stuk.styles["Normal"].element.get_or_add_rPr()
    taal = rpr.find(qn("w:lang"))
    if taal is None:
        taal = OxmlElement("w:lang")
        rpr.append(taal)
    taal.set(qn("w:val"), "nl-NL")
