"""The text of a Word part as it reads: changes accepted, hidden text and marks gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pipeline.pdf.omzetten.velden import flatten_fields
from pipeline.pdf.omzetten.woordxml import (
    MC,
    OFFICE,
    VML,
    WP,
    A,
    W,
    attr,
    remove,
    unwrap,
)
from pipeline.pdf.omzetten.woordxml import switch as is_on
from pipeline.pdf.zetwerk.vellen import BEELD

if TYPE_CHECKING:
    from pipeline.pdf.omzetten.stijlen import Verborgen

_WEG = tuple(
    W + n
    for n in (
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange",
        "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange", "numberingChange",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "altChunk",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
        "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr",
        "cellIns", "cellMerge", "subDoc", "control", "movie", "contentPart",
    )
)  # fmt: skip
_OPEN = tuple(
    W + n
    for n in ("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag",
              "hyperlink", "dir", "bdo")
)  # fmt: skip
_STEMPELS = frozenset(
    {
        *("concept", "vertrouwelijk", "geheim", "kopie", "voorbeeld", "ontwerp"),
        *("intern", "spoed", "definitief", "draft", "confidential", "copy", "sample"),
        *("urgent", "internal", "final", "do", "not"),
    }
)
"""What watermarks say of a document, and never of a person."""

_MERKEN = ("ins", "del", "moveFrom", "moveTo")


def clean_text(wortel: etree._Element, verborgen: Verborgen) -> None:
    """Leave in a part what its pages show, changes accepted as Word does."""
    remove(wortel.iter(f"{MC}Fallback"))
    _replace_lettering(wortel)
    _drop_rows_and_cells(wortel)
    _join_paragraphs(wortel)
    remove(m for ppr in wortel.iter(f"{W}rPr", f"{W}trPr") for m in _marks(ppr))
    remove(wortel.iter(*_WEG))
    unwrap(wortel.iter(*_OPEN))
    flatten_fields(wortel)
    _drop_hidden(wortel, verborgen)
    _clean_drawings(wortel)
    _drop_traces(wortel)


def _replace_lettering(wortel: etree._Element) -> None:
    """Words that are drawn as a picture: a watermark that is no stamp is named one.

    Its letters are no text on the page, so no mark can take one of them away.
    """
    for pad in list(wortel.iter(f"{VML}textpath")):
        beeld = next(pad.iterancestors(f"{W}pict"), None)
        woorden = str(pad.get("string", "")).lower().split()
        if beeld is None or all(w in _STEMPELS for w in woorden):
            continue
        ouder = beeld.getparent()
        if ouder is not None:
            tekst = etree.Element(f"{W}t")
            tekst.text = BEELD
            ouder.replace(beeld, tekst)
    remove(wortel.iter(f"{A}prstTxWarp"))


def _marks(eigenschappen: etree._Element) -> list[etree._Element]:
    return [k for n in _MERKEN for k in eigenschappen.iterfind(W + n)]


def _drop_rows_and_cells(wortel: etree._Element) -> None:
    """Rows and cells that a change took away, and rows that are hidden."""
    weg = [
        tr
        for tr in wortel.iter(f"{W}tr")
        if tr.find(f"{W}trPr/{W}del") is not None
        or is_on(tr.find(f"{W}trPr"), "hidden")
    ]
    remove(weg)
    remove(
        tc for tc in wortel.iter(f"{W}tc") if tc.find(f"{W}tcPr/{W}cellDel") is not None
    )
    remove(t for t in wortel.iter(f"{W}tbl") if next(t.iter(f"{W}tr"), None) is None)
    remove(t for t in wortel.iter(f"{W}tr") if next(t.iter(f"{W}tc"), None) is None)


def _join_paragraphs(wortel: etree._Element) -> None:
    """A deleted end of a paragraph joins it to the next."""
    for alinea in reversed(list(wortel.iter(f"{W}p"))):
        merk = alinea.find(f"{W}pPr/{W}rPr/{W}del")
        if merk is None:
            continue
        volgende = alinea.getnext()
        if volgende is None or volgende.tag != f"{W}p":
            continue
        eigen = [k for k in alinea if k.tag != f"{W}pPr"]
        begin = 1 if volgende.find(f"{W}pPr") is not None else 0
        for nummer, kind in enumerate(eigen):
            volgende.insert(begin + nummer, kind)
        remove([alinea])


def _drop_hidden(wortel: etree._Element, verborgen: Verborgen) -> None:
    for alinea in list(wortel.iter(f"{W}p")):
        runs = [r for r in alinea.iter(f"{W}r") if _paragraph_of(r) is alinea]
        weg = [r for r in runs if verborgen.run(r, alinea)]
        remove(weg)
        if weg and len(weg) == len(runs) and verborgen.mark(alinea):
            _drop_paragraph(alinea)


def _paragraph_of(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(f"{W}p"), None)


def _drop_paragraph(alinea: etree._Element) -> None:
    """A paragraph goes unless it is the last one or a section ends there."""
    ouder = alinea.getparent()
    if ouder is None or alinea.find(f"{W}pPr/{W}sectPr") is not None:
        return
    volgende = alinea.getnext()
    if volgende is None or volgende.tag == f"{W}sectPr":
        eigen = alinea.find(f"{W}pPr/{W}numPr")
        remove([] if eigen is None else [eigen])
        return
    remove([alinea])


def _clean_drawings(wortel: etree._Element) -> None:
    """Pictures keep their alternative text and lose their names."""
    remove(wortel.iter(f"{OFFICE}OLEObject", f"{OFFICE}LockedField"))
    namen = list(wortel.iter(f"{WP}docPr", "{*}cNvPr"))
    remove(
        next(d.iterancestors(f"{W}drawing"), d) for d in namen if d.get("hidden") == "1"
    )
    for nummer, element in enumerate(namen, 1):
        element.set("name", f"Beeld {nummer}")
        if "hidden" in element.attrib:
            del element.attrib["hidden"]
    remove(wortel.iter(f"{A}hlinkClick", f"{A}hlinkHover"))
    for vorm in wortel.iter("{urn:schemas-microsoft-com:vml}*"):
        for naam in ("href", "target", f"{OFFICE}title", f"{OFFICE}href"):
            if naam in vorm.attrib:
                del vorm.attrib[naam]


def _drop_traces(wortel: etree._Element) -> None:
    """The numbers of writing sessions and paragraphs, and empty runs' authors."""
    for element in wortel.iter("{*}*"):
        for naam in list(element.attrib):
            kort = str(naam).rpartition("}")[2]
            if kort.startswith("rsid") or kort in {
                "paraId",
                "textId",
                "author",
                "date",
            }:
                del element.attrib[naam]
    for taal in wortel.iter(f"{W}p"):
        if attr(taal, "id") is not None:
            del taal.attrib[f"{W}id"]
