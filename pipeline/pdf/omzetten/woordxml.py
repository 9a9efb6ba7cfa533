"""Small helpers for the XML of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
_NEE = {"0", "false", "off"}
_STRIKT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")


def parse(ruw: bytes) -> etree._Element:
    """The root of a part; no entities, no network."""
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(_transitional(ruw), lezer)


def write(wortel: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(
        wortel, xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _transitional(ruw: bytes) -> bytes:
    """Strict Open XML with the names everyone reads (ISO 29500-1 against 29500-4)."""
    if _STRIKT[0] not in ruw:
        return ruw
    paren = {
        b"wordprocessingml/main": b"wordprocessingml/2006/main",
        b"drawingml/main": b"drawingml/2006/main",
        b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
        b"drawingml/picture": b"drawingml/2006/picture",
        b"officeDocument/relationships": b"officeDocument/2006/relationships",
        b"officeDocument/math": b"officeDocument/2006/math",
    }
    for strikt, gewoon in paren.items():
        ruw = ruw.replace(_STRIKT[0] + strikt, _STRIKT[1] + gewoon)
    return ruw


def attr(element: etree._Element | None, naam: str = "val") -> str | None:
    """An attribute of Word's own."""
    return None if element is None else element.get(W + naam)


def switch(eigenschappen: etree._Element | None, naam: str) -> bool | None:
    """Whether a property is on, off, or not said."""
    gevonden = None if eigenschappen is None else eigenschappen.find(W + naam)
    if gevonden is None:
        return None
    return (attr(gevonden) or "1").lower() not in _NEE


def remove(elementen: Iterable[etree._Element]) -> None:
    """Take elements out with all that is in them; what stands behind them stays."""
    for element in list(elementen):
        ouder = element.getparent()
        if ouder is not None:
            _keep_tail(element, ouder)
            ouder.remove(element)


def unwrap(elementen: Iterable[etree._Element]) -> None:
    """Put what is in an element in its place."""
    for element in list(elementen):
        ouder = element.getparent()
        if ouder is None:
            continue
        plek = ouder.index(element)
        for kind in reversed(element):
            ouder.insert(plek, kind)
        ouder.remove(element)


def _keep_tail(element: etree._Element, ouder: etree._Element) -> None:
    if not (element.tail or "").strip():
        return
    vorige = element.getprevious()
    if vorige is None:
        ouder.text = (ouder.text or "") + (element.tail or "")
    else:
        vorige.tail = (vorige.tail or "") + (element.tail or "")
