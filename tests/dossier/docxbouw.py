"""Word documents with what python-docx does not write by itself.

Running text may hold marks: ``{+in+}`` a tracked insertion, ``{-uit-}`` a tracked
deletion, ``{^noot^}`` a footnote, ``{!opmerking!}`` a comment on the words before it,
``{~verborgen~}`` hidden text.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from tests.dossier.vast import fix_zip

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

MERK = re.compile(r"\{([+\-^!~])(.*?)\1\}", re.DOTALL)
_SPOOR = {"auteur": "L. Brandwijk", "datum": "2025-09-19T09:12:00Z"}


def make_docx(titel: str, letter: str = "Calibri", punten: float = 11) -> Docx:
    """An empty document with properties and type face set."""
    doc = docx.Document()
    stijl = doc.styles["Normal"]
    stijl.font.name = letter
    stijl.font.size = Pt(punten)
    blad = doc.sections[0]
    blad.page_width, blad.page_height = Cm(21), Cm(29.7)
    blad.left_margin = blad.right_margin = Cm(2.3)
    eigen = doc.core_properties
    eigen.title, eigen.author, eigen.comments = titel, "Secretariaat regietafel", ""
    eigen.last_modified_by = "Secretariaat regietafel"
    return doc


def save_docx(doc: Docx, stempel: str = "2025-09-01T08:00:00Z") -> bytes:
    """The bytes of the document, the same each time."""
    uit = io.BytesIO()
    doc.save(uit)
    return fix_zip(uit.getvalue(), stempel)


def add_tekst(doc: Docx, par: Paragraph, tekst: str) -> Paragraph:
    """Write text with marks into a paragraph."""
    eind = 0
    for merk in MERK.finditer(tekst):
        par.add_run(tekst[eind : merk.start()])
        _MERKEN[merk[1]](doc, par, merk[2])
        eind = merk.end()
    par.add_run(tekst[eind:])
    return par


def _insert(doc: Docx, par: Paragraph, tekst: str) -> None:
    """Add a tracked insertion."""
    _track(par, "w:ins", "w:t", tekst)


def _delete(doc: Docx, par: Paragraph, tekst: str) -> None:
    """Add a tracked deletion."""
    _track(par, "w:del", "w:delText", tekst)


def _track(par: Paragraph, soort: str, element: str, tekst: str) -> None:
    om = OxmlElement(soort)
    eerder = par._p.getroottree().findall(f".//{qn('w:ins')}") + (
        par._p.getroottree().findall(f".//{qn('w:del')}")
    )
    om.set(qn("w:id"), str(900 + len(eerder)))
    om.set(qn("w:author"), _SPOOR["auteur"])
    om.set(qn("w:date"), _SPOOR["datum"])
    run = OxmlElement("w:r")
    woorden = OxmlElement(element)
    woorden.text = tekst
    woorden.set(qn("xml:space"), "preserve")
    run.append(woorden)
    om.append(run)
    par._p.append(om)


def _comment(doc: Docx, par: Paragraph, tekst: str) -> None:
    """Add a comment on the last run of the paragraph."""
    opmerking = doc.add_comment(
        par.runs[-1], text=tekst, author="F. Duyvendak", initials="FD"
    )
    opmerking._comment_elm.set(qn("w:date"), "2025-09-22T14:03:00Z")


def _hide(doc: Docx, par: Paragraph, tekst: str) -> None:
    """Add hidden text."""
    par.add_run(tekst).font.hidden = True


def _note(doc: Docx, par: Paragraph, tekst: str) -> None:
    """Add a footnote."""
    noten = _footnotes(doc)
    nummer = len(noten) - 1
    noten.append(
        parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{nummer}"><w:p><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {tekst}</w:t></w:r></w:p></w:footnote>'
        )
    )
    par._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{nummer}"/></w:r>'
        )
    )


def _footnotes(doc: Docx) -> BaseOxmlElement:
    """The root of the footnotes part, made when there is none yet."""
    try:
        deel = doc.part.part_related_by(RT.FOOTNOTES)
    except KeyError:
        wortel = parse_xml(
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
            '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
            "<w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
        )
        pakket = doc.part.package
        deel = XmlPart(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, wortel, pakket)
        doc.part.relate_to(deel, RT.FOOTNOTES)
    return deel.element


_MERKEN = {"+": _insert, "-": _delete, "^": _note, "!": _comment, "~": _hide}


def add_numbering(doc: Docx, niveaus: tuple[tuple[str, str], ...]) -> int:
    """Make a multi-level list of (format, text) per level; gives its number."""
    nummering = doc.part.numbering_part.element
    abstract = 90 + len(nummering.findall(qn("w:abstractNum")))
    lagen = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{soort}"/>'
        f'<w:lvlText w:val="{tekst}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{425 * (i + 1)}" w:hanging="425"/></w:pPr></w:lvl>'
        for i, (soort, tekst) in enumerate(niveaus)
    )
    nummering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="multilevel"/>{lagen}</w:abstractNum>'
        ),
    )
    return int(nummering.add_num(abstract).numId)


def add_punt(doc: Docx, tekst: str, lijst: int, niveau: int = 0) -> Paragraph:
    """A paragraph with automatic numbering: the number is not in its text."""
    par = add_tekst(doc, doc.add_paragraph(), tekst)
    nummer = par._p.get_or_add_pPr().get_or_add_numPr()
    nummer.get_or_add_ilvl().val = niveau
    nummer.get_or_add_numId().val = lijst
    return par


def add_veld(par: Paragraph, naam: str, tekst: str) -> None:
    """A content control inside a paragraph, as templates have for dates and names."""
    par._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{naam}"/></w:sdtPr>'
            f'<w:sdtContent><w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>'
            "</w:sdtContent></w:sdt>"
        )
    )


def wrap_veld(par: Paragraph, naam: str) -> None:
    """Put a whole paragraph into a content control."""
    veld = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{naam}"/></w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
    par._p.addprevious(veld)
    veld.find(qn("w:sdtContent")).append(par._p)


def add_tekstvak(par: Paragraph, tekst: str) -> None:
    """A text box, written twice as Word does: as drawing and as fallback."""
    inhoud = f"<w:txbxContent><w:p><w:r><w:t>{tekst}</w:t></w:r></w:p></w:txbxContent>"
    par._p.append(
        parse_xml(
            f"<w:r {nsdecls('w', 'wp', 'a')} "
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
            '<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="2160000" '
            'cy="540000"/><wp:docPr id="77" name="Tekstvak"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="2160000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom></wps:spPr><wps:txbx>{inhoud}</wps:txbx><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            '<mc:Fallback><w:pict><v:shape style="width:170pt;height:42pt"><v:textbox>'
            f"{inhoud}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )


def mark_blad(par: Paragraph) -> None:
    """Remember, as Word does when it saves, that a new page began at this paragraph."""
    par.runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))


def add_paginanummer(par: Paragraph, tussen: str = " van ") -> None:
    """The fields of "pagina x van y"."""
    par.add_run("Pagina ")
    for veld, erna in (("PAGE", tussen), ("NUMPAGES", "")):
        par._p.append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" {veld} "><w:r><w:t>1</w:t></w:r>'
                "</w:fldSimple>"
            )
        )
        par.add_run(erna)


def add_tabel(
    doc: Docx, rijen: tuple[tuple[str, ...], ...], breedtes: tuple[float, ...] = ()
) -> Table:
    """A ruled table; the first row is set bold. ``breedtes`` are in centimetres."""
    tabel = doc.add_table(rows=0, cols=len(rijen[0]), style="Table Grid")
    tabel.autofit = not breedtes
    for kolom, breed in zip(tabel.columns, breedtes, strict=False):
        kolom.width = Cm(breed)
    for i, rij in enumerate(rijen):
        cellen = tabel.add_row().cells
        for k, tekst in enumerate(rij):
            _fill(doc, cellen[k], tekst, vet=i == 0)
            if breedtes:
                cellen[k].width = Cm(breedtes[k])
    return tabel


def _fill(doc: Docx, cel: _Cell, tekst: str, *, vet: bool) -> None:
    """Each line of the text becomes a paragraph; a line with ``•`` becomes a bullet."""
    for i, regel in enumerate(tekst.split("\n")):
        par = cel.paragraphs[0] if i == 0 else cel.add_paragraph()
        if regel.startswith("• "):
            par.style = doc.styles["List Bullet"]
        add_tekst(doc, par, regel.removeprefix("• "))
        for run in par.runs:
            run.bold = vet or None
