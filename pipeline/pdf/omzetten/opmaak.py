"""Styles, settings and fonts of a Word document: what shapes its pages, no more."""

from __future__ import annotations

import re
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
# The names by which programs know what a style is for.
_VAN_WORD = re.compile(
    r"normal|heading [1-9]|title|subtitle|header|footer|caption|toc [1-9]|toc heading"
    r"|body text(?: [23]| indent)?|list(?: [2-5]| paragraph)?|list (?:bullet|number)"
    r"(?: [2-5])?|footnote (?:text|reference)|endnote (?:text|reference)|page number"
    r"|hyperlink|strong|emphasis|quote|intense quote|table grid|normal table|no list"
    r"|default paragraph font|no spacing|plain text",
    re.IGNORECASE,
)
_VAN_STIJL = ("aliases", "rsid", "personal", "personalCompose", "personalReply", "link")


def clean_settings(wortel: etree._Element) -> None:
    """Keep of the settings only those that shape a page."""
    remove(k for k in wortel if k.tag not in _INSTELLINGEN)


def clean_styles(wortel: etree._Element) -> None:
    """Rename styles that are not Word's own: names end up among the tags of a PDF."""
    for nummer, stijl in enumerate(wortel.iterfind(f"{W}style"), 1):
        remove(k for n in _VAN_STIJL for k in stijl.iterfind(W + n))
        naam = stijl.find(f"{W}name")
        if naam is not None and not _VAN_WORD.fullmatch(attr(naam) or ""):
            naam.set(f"{W}val", f"Stijl {nummer}")


def clean_fonts(wortel: etree._Element) -> None:
    """Fonts by name only: an embedded font is a file of someone."""
    remove(
        e
        for naam in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
        for e in wortel.iter(W + naam)
    )
