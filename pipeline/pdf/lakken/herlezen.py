"""A page whose text cannot be trusted, read by looking at it: text recognition.

What the text layer is good for is where its words stand: recognition must have found
something it is certain of at nearly every one of those places, or the page is unread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from modellen.plaats import Kader
from pipeline.pdf.lakken.labels import label_under
from pipeline.pdf.lakken.raster import Gezien, see_words, single_page
from pipeline.pdf.lakken.ruimte import to_space
from pipeline.pdf.ocr import recognise
from pipeline.pdf.stand import find_stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from pipeline.pdf.lakken.stroom import Doos
    from pipeline.pdf.vormen import Regel

ZEKER = 60.0
"""How certain recognition must be of a word, of 100, for the word to count as read."""

MEESTE = 0.9
"""The part of the words that must have been read."""

RUIM = 2.0
"""Points that the middle of a word may lie beside what was recognised."""


def read_anew(pdf: pikepdf.Pdf, nummer: int) -> tuple[Gezien, bool]:
    """The words that show on a page, from 0, and whether that is nearly all of them."""
    pagina = pdf.pages[nummer]
    with pypdfium2.PdfDocument(single_page(pdf, nummer)) as document:
        bladzijde = document[0]
        stand = find_stand(bladzijde)
        alles = recognise(bladzijde, stand)
        zeker = recognise(bladzijde, stand, ZEKER) if alles else []
        tekst = see_words(bladzijde)
        bladzijde.close()
    woorden = list(_words(alles, pagina))
    labels = [label_under(doos, tekst.woorden, tekst.labels) for _, doos in woorden]
    gelezen = [doos for _, doos in _words(zeker, pagina)]
    raak = sum(any(_holds(g, p) for g in gelezen) for _, p in tekst.woorden)
    return Gezien(woorden, labels), bool(gelezen) and raak >= MEESTE * len(
        tekst.woorden
    )


def _words(regels: Sequence[Regel], pagina: pikepdf.Page) -> Iterator[tuple[str, Doos]]:
    """The words of lines with their boxes in the user space of a page."""
    for regel in regels:
        for w in regel.woorden:
            kader = Kader(w.links, w.boven, w.rechts, w.onder)
            yield w.tekst, to_space(pagina, kader)


def _holds(groot: Doos, klein: Doos) -> bool:
    """Whether the middle of a box lies in another, or just beside it."""
    x, y = (klein[0] + klein[2]) / 2, (klein[1] + klein[3]) / 2
    return (
        groot[0] - RUIM <= x <= groot[2] + RUIM
        and groot[1] - RUIM <= y <= groot[3] + RUIM
    )
