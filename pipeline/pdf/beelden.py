"""Where the pictures of a PDF stand, page by page."""

from __future__ import annotations

import pypdfium2

from modellen.plaats import Kader, OpPagina
from pipeline.pdf.stand import find_stand
from pipeline.pdf.tekenwerk import read_drawing

_FIJN = 2.0
_DONKER = 160


def share_of_ink(inhoud: bytes, plek: OpPagina) -> float:
    """How much of a part of a page is dark: from 0 to 1; 0 without a frame."""
    k = plek.kader
    if k is None:
        return 0.0
    with pypdfium2.PdfDocument(inhoud) as document:
        beeld = document[plek.pagina - 1].render(scale=_FIJN).to_pil().convert("L")
    maten = [round(m * _FIJN) for m in (k.links, k.boven, k.rechts, k.onder)]
    stuk = beeld.crop((maten[0], maten[1], maten[2], maten[3]))
    telling: list[int] = stuk.histogram()
    return sum(telling[:_DONKER]) / max(1, sum(telling))


def find_beelden(inhoud: bytes) -> tuple[tuple[Kader, ...], ...]:
    """The frames of the pictures on each page, in points from the top left as shown."""
    with pypdfium2.PdfDocument(inhoud) as document:
        return tuple(
            tuple(Kader(*b) for b in read_drawing(blad.raw, find_stand(blad)).beelden)
            for blad in document
        )
