"""Where words stand in a PDF: the pages, by the text that pdfium reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from pipeline.pdf.lakken.zoeken import fold

if TYPE_CHECKING:
    from collections.abc import Collection


def find_pages(inhoud: bytes, woorden: Collection[str]) -> dict[str, list[int]]:
    """The pages, from 1, on which each stretch of words stands; spaces do not count."""
    with pypdfium2.PdfDocument(inhoud) as document:
        teksten = [fold(b.get_textpage().get_text_range()) for b in document]
    los = [t.replace("-", "") for t in teksten]
    gevonden = {}
    for woord in woorden:
        naald = fold(woord)
        kaal = naald.replace("-", "")
        gevonden[woord] = [
            nummer
            for nummer, (tekst, zonder) in enumerate(zip(teksten, los, strict=True), 1)
            if naald in tekst or (kaal and kaal in zonder)
        ]
    return gevonden
