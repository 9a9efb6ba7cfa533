"""Where the pictures of a PDF stand, page by page."""

from __future__ import annotations

import pypdfium2

from modellen.plaats import Kader
from pipeline.pdf.stand import find_stand
from pipeline.pdf.tekenwerk import read_drawing


def find_beelden(inhoud: bytes) -> tuple[tuple[Kader, ...], ...]:
    """The frames of the pictures on each page, in points from the top left as shown."""
    with pypdfium2.PdfDocument(inhoud) as document:
        return tuple(
            tuple(Kader(*b) for b in read_drawing(blad.raw, find_stand(blad)).beelden)
            for blad in document
        )
