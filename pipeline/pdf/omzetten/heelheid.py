"""Whether a file came on paper as it was read: nothing cut off, nothing besides.

A narrow column cuts what stands in it; a chart shows words that nobody decided on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

import pypdfium2

from modellen.document import Vorm, Zone

if TYPE_CHECKING:
    from modellen.document import Document

_WOORD = re.compile(r"[^\W\d_]{3,}")
_NOOT = re.compile(r"(?<=[^\W\d_]{3})[ivx]{1,5}\Z")
"""The number of an endnote, glued to the word before it."""
_RAND = frozenset({Zone.KOPTEKST, Zone.VOETTEKST})
_VANZELF = frozenset(
    {
        *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"),
        *("zondag", "januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december", "afbeelding"),
    }
)
"""What a field with the date of today shows anew, and what stands for a picture."""


def shows_all(document: Document, pdf: bytes) -> bool:
    """Whether every word in and around the cells of a workbook is whole on paper."""
    gezien = _pages(pdf)
    woorden = set(gezien.split())
    return all(w in woorden or w in gezien for w in _words(document))


def shows_nothing_else(document: Document, pdf: bytes) -> bool:
    """Whether every word on the pages of a document is in its text as well.

    What is not was never on a lakblad. A word that is broken off counts as its parts.
    """
    bekend = _letters(" ".join(b.nummer + b.tekst for b in document.blokken))
    gezien = set(_WOORD.findall(_pages(pdf).lower()))
    return all(
        woord in bekend or woord in _VANZELF or _NOOT.sub("", woord) in bekend
        for woord in map(_letters, gezien)
    )


def _letters(tekst: str) -> str:
    return "".join(t for t in normalize("NFKC", tekst).lower() if t.isalpha())


def _words(document: Document) -> set[str]:
    return {
        woord
        for b in document.blokken
        if (b.vorm is Vorm.CEL or b.zone in _RAND)
        and b.zone is not Zone.OPMERKING
        and not b.verborgen
        for woord in normalize("NFKC", b.tekst).split()
    }


def _pages(pdf: bytes) -> str:
    """The text of all pages, with the signs that look alike folded together."""
    with pypdfium2.PdfDocument(pdf) as bladen:
        teksten = [blad.get_textpage().get_text_bounded() for blad in bladen]
    return normalize("NFKC", "\n".join(teksten))
