"""Whether a workbook came whole on paper: a narrow column cuts what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pypdfium2

from modellen.document import Vorm, Zone

if TYPE_CHECKING:
    from modellen.document import Document


def shows_all(document: Document, pdf: bytes) -> bool:
    """Whether every word in the cells of a workbook stands whole on its pages."""
    gezien = _pages(pdf)
    woorden = set(gezien.split())
    return all(w in woorden or w in gezien for w in _words(document))


def _words(document: Document) -> set[str]:
    return {
        woord
        for b in document.blokken
        if b.vorm is Vorm.CEL and b.zone is Zone.HOOFDTEKST and not b.verborgen
        for woord in normalize("NFKC", b.tekst).split()
    }


def _pages(pdf: bytes) -> str:
    """The text of all pages, with the signs that look alike folded together."""
    with pypdfium2.PdfDocument(pdf) as bladen:
        teksten = [blad.get_textpage().get_text_bounded() for blad in bladen]
    return normalize("NFKC", "\n".join(teksten))
