"""Names and small questions of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_UIT = {"0", "false", "off", "none"}

WEG = frozenset(
    W + n for n in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr")
)
"""What never gives text: deletions, moved-away text, field codes, properties."""

DOORZICHTIG = frozenset(
    W + n
    for n in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "hyperlink",
              "fldSimple", "dir", "bdo", "rubyBase", "sdt")
)  # fmt: skip
"""What stands around text without changing it."""


def attr(element: etree._Element | None, naam: str = "val") -> str | None:
    """A ``w:`` attribute of an element that may be absent."""
    return None if element is None else element.get(W + naam)


def number(element: etree._Element | None, naam: str = "val") -> int | None:
    """A whole number in an attribute, or nothing."""
    waarde = attr(element, naam)
    try:
        return None if waarde is None else int(float(waarde))
    except (ValueError, OverflowError):
        return None


def switch(ouder: etree._Element | None, naam: str) -> bool | None:
    """An on/off property: on, off, or not said."""
    element = None if ouder is None else ouder.find(W + naam)
    if element is None:
        return None
    return (attr(element) or "1").lower() not in _UIT


def choice(element: etree._Element) -> etree._Element | None:
    """The branch of an AlternateContent to read: its choice, else the fallback."""
    keus = element.find(f"{MC}Choice")
    return element.find(f"{MC}Fallback") if keus is None else keus
