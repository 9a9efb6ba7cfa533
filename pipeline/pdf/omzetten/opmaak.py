"""Styles, settings and fonts of a Word document: what shapes its pages, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.pdf.omzetten.woordxml import W, attr, remove

if TYPE_CHECKING:
    from lxml import etree

_INSTELLINGEN = frozenset(
    W + n
    for n in (
        "evenAndOddHeaders", "mirrorMargins", "gutterAtTop", "defaultTabStop",
        "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
        "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore",
        "footnotePr", "endnotePr", "compat", "themeFontLang", "clrSchemeMapping",
        "decimalSymbol", "listSeparator", "displayBackgroundShape",
        "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    )
)  # fmt: skip
_VAN_STIJL = ("aliases", "rsid", "personal", "personalCompose", "personalReply", "link")


def clean_settings(wortel: etree._Element) -> None:
    """Keep of the settings only those that shape a page."""
    remove(k for k in wortel if k.tag not in _INSTELLINGEN)


def clean_styles(wortel: etree._Element) -> None:
    """Rename the document's own styles: their names end up among the tags of a PDF."""
    for nummer, stijl in enumerate(wortel.iterfind(f"{W}style"), 1):
        remove(k for n in _VAN_STIJL for k in stijl.iterfind(W + n))
        naam = stijl.find(f"{W}name")
        if attr(stijl, "customStyle") in {"1", "true", "on"} and naam is not None:
            naam.set(f"{W}val", f"Stijl {nummer}")


def clean_fonts(wortel: etree._Element) -> None:
    """Fonts by name only: an embedded font is a file of someone."""
    remove(
        e
        for naam in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
        for e in wortel.iter(W + naam)
    )
