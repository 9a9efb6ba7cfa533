"""Word documents with real styles: headings, tables with a repeated header, Dutch.

A template of the user's own keeps its styles, header, footer and paper; what we write
goes in the place of ``{{inhoud}}``, or at the end.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from pipeline.bestanden import fix_archive
from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

PLEK = "{{inhoud}}"
_LETTER = "Arial"
_BLAUW = RGBColor(0x1F, 0x3A, 0x5F)
_KOP = "D9E2EC"
_RAND = 1.5
_BREED, _HOOG = 29.7, 21.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column of a table: its head and its width in centimetres."""

    kop: str
    breedte: float


class Stuk:
    """A document in the making; ``bytes`` gives the file, the same each time."""

    def __init__(self, sjabloon: Path | None, *, liggend: bool) -> None:
        self._eigen = sjabloon is not None
        self._doc = _open(sjabloon)
        self._plek = _find_place(self._doc)
        if not self._eigen:
            _style(self._doc)
            _set_paper(self._doc, liggend=liggend)

    def fill(self, woorden: Mapping[str, str]) -> None:
        """Put words in the place of ``{{naam}}``, also in header and footer."""
        sectie = self._doc.sections
        delen = [self._doc, *(d for s in sectie for d in (s.header, s.footer))]
        for deel in delen:
            for alinea in _all_paragraphs(deel):
                for naam, waarde in woorden.items():
                    _replace(alinea, f"{{{{{naam}}}}}", waarde)

    def kop(self, tekst: str, niveau: int) -> None:
        """A heading; level 0 is the title."""
        naam = "Title" if niveau == 0 else f"Heading {niveau}"
        self._add(self._doc.add_paragraph(tekst, style=self._style(naam)))

    def alinea(self, tekst: str, *, stijl: str = "Normal") -> None:
        """A paragraph."""
        self._add(self._doc.add_paragraph(tekst, style=self._style(stijl)))

    def tabel(
        self, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], uitleg: str
    ) -> None:
        """A table with a header row that repeats; ``uitleg`` is its description."""
        tabel = self._doc.add_table(rows=1, cols=len(kolommen))
        tabel.style = self._style("Table Grid")
        tabel.alignment = WD_TABLE_ALIGNMENT.LEFT
        tabel.autofit = False
        _describe(tabel, uitleg)
        _fill_row(tabel.rows[0], [k.kop for k in kolommen], kop=True)
        for rij in rijen:
            _fill_row(tabel.add_row(), rij)
        for nummer, kolom in enumerate(kolommen):
            tabel.columns[nummer].width = Cm(kolom.breedte)
            for cel in tabel.columns[nummer].cells:
                cel.width = Cm(kolom.breedte)
        self._add(tabel)
        self._add(self._doc.add_paragraph())

    def bytes(self, *, titel: str, dag: date) -> bytes:
        """The file, with title, language and one moment for all its parts."""
        if self._plek is not None:
            self._plek.getparent().remove(self._plek)
        eigen = self._doc.core_properties
        eigen.title, eigen.language = titel, "nl-NL"
        if not self._eigen:
            eigen.author, eigen.comments, eigen.subject = "", "", ""
        eigen.last_modified_by = ""
        eigen.revision = 1
        uit = io.BytesIO()
        self._doc.save(uit)
        return fix_archive(uit.getvalue(), dag)

    def _add(self, deel: Any) -> None:  # noqa: ANN401 a paragraph or a table
        """Move what was added at the end to the place that the template gives."""
        if self._plek is not None:
            self._plek.addprevious(deel._element)  # noqa: SLF001 the XML is the document

    def _style(self, naam: str) -> str:
        """A style of the template, else the plain one."""
        namen = {s.name for s in self._doc.styles}
        reserve = "Normal Table" if naam.startswith("Table") else "Normal"
        return naam if naam in namen else reserve


def _open(sjabloon: Path | None) -> Any:  # noqa: ANN401 python-docx has no types
    if sjabloon is None:
        return docx.Document()
    try:
        return docx.Document(str(sjabloon))
    except Exception as fout:
        raise InvoerError(
            f"Het sjabloon {sjabloon} is geen leesbaar Word-bestand (docx). Open het "
            "in Word en sla het op als .docx."
        ) from fout


def _find_place(doc: Any) -> Any:  # noqa: ANN401
    for alinea in doc.paragraphs:
        if PLEK in alinea.text:
            return alinea._element  # noqa: SLF001
    return None


def _all_paragraphs(deel: Any) -> list[Any]:  # noqa: ANN401
    cellen = (c for t in deel.tables for r in t.rows for c in r.cells)
    return [*deel.paragraphs, *(a for c in cellen for a in c.paragraphs)]


def _replace(alinea: Any, oud: str, nieuw: str) -> None:  # noqa: ANN401
    if oud not in alinea.text:
        return
    tekst = alinea.text.replace(oud, nieuw)
    eerste, *rest = alinea.runs
    eerste.text = tekst
    for loop in rest:
        loop.text = ""


def _style(doc: Any) -> None:  # noqa: ANN401
    gewoon = doc.styles["Normal"]
    gewoon.font.name, gewoon.font.size = _LETTER, Pt(10)
    gewoon.paragraph_format.space_after = Pt(4)
    taal = gewoon.element.get_or_add_rPr()
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "nl-NL")
    taal.append(lang)
    standaard = doc.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if standaard is not None:
        standaard.set(qn("w:val"), "nl-NL")
    for naam, punten in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        stijl = doc.styles[naam]
        stijl.font.name, stijl.font.size = _LETTER, Pt(punten)
        stijl.font.color.rgb = _BLAUW
        stijl.font.bold = True
        stijl.paragraph_format.space_before = Pt(0 if naam == "Title" else 12)
        stijl.paragraph_format.space_after = Pt(4)
        stijl.paragraph_format.keep_with_next = True
        _drop_theme_font(stijl)


def _drop_theme_font(stijl: Any) -> None:  # noqa: ANN401
    letter = stijl.element.rPr.find(qn("w:rFonts"))
    for naam in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        letter.attrib.pop(qn(f"w:{naam}"), None)
    letter.set(qn("w:hAnsi"), _LETTER)


def _set_paper(doc: Any, *, liggend: bool) -> None:  # noqa: ANN401
    blad = doc.sections[0]
    breed, hoog = (_BREED, _HOOG) if liggend else (_HOOG, _BREED)
    blad.orientation = WD_ORIENT.LANDSCAPE if liggend else WD_ORIENT.PORTRAIT
    blad.page_width, blad.page_height = Cm(breed), Cm(hoog)
    blad.left_margin = blad.right_margin = Cm(_RAND)
    blad.top_margin = blad.bottom_margin = Cm(_RAND)
    voet = blad.footer.paragraphs[0]
    voet.alignment = 2
    voet.add_run("blz. ")
    _add_field(voet, "PAGE")
    voet.add_run(" van ")
    _add_field(voet, "NUMPAGES")


def _add_field(alinea: Any, code: str) -> None:  # noqa: ANN401
    veld = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), code)
    loop, tekst = OxmlElement("w:r"), OxmlElement("w:t")
    tekst.text = "1"
    loop.append(tekst)
    veld.append(loop)
    alinea._element.append(veld)  # noqa: SLF001


def _describe(tabel: Any, uitleg: str) -> None:  # noqa: ANN401
    eigen = tabel._element.tblPr  # noqa: SLF001
    for naam in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(naam)
        element.set(qn("w:val"), uitleg)
        eigen.append(element)


def _fill_row(rij: Any, woorden: Sequence[str], *, kop: bool = False) -> None:  # noqa: ANN401
    eigen = rij._tr.get_or_add_trPr()  # noqa: SLF001
    eigen.append(OxmlElement("w:cantSplit"))
    if kop:
        eigen.append(OxmlElement("w:tblHeader"))
    for cel, tekst in zip(rij.cells, woorden, strict=True):
        eerste, *rest = tekst.split("\n")
        cel.paragraphs[0].text = eerste
        for regel in rest:
            cel.add_paragraph(regel)
        for alinea in cel.paragraphs:
            alinea.paragraph_format.space_after = Pt(1)
            for loop in alinea.runs:
                loop.font.size = Pt(9)
                loop.font.bold = True if kop else None
        if kop:
            _shade(cel)


def _shade(cel: Any) -> None:  # noqa: ANN401
    vlak = OxmlElement("w:shd")
    vlak.set(qn("w:val"), "clear")
    vlak.set(qn("w:color"), "auto")
    vlak.set(qn("w:fill"), _KOP)
    cel._element.get_or_add_tcPr().append(vlak)  # noqa: SLF001
