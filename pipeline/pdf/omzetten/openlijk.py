"""Whether a PDF says more than it shows: then its text may not be set anew.

What is hidden in place by a box, a layer or a mark that was never carried out would
stand there for all to read. The engine knows what goes; here is asked whether any does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.lakken import Lakopties
from pipeline.pdf.lakken.motor import lak_document, open_pdf, save_pdf
from pipeline.pdf.lakken.zoeken import fold
from pipeline.pdf.letterproef import REDEN
from pipeline.pdf.voorbereiden import prepare
from pipeline.pdf.voorbereiden.bronmerken import find_bronmerken
from pipeline.pdf.zoeken import read_pages

if TYPE_CHECKING:
    from collections.abc import Collection

_ZONDER = Lakopties(opschriften={}, uitleg={})


def find_hiding(inhoud: bytes, gronden: Collection[str]) -> list[int]:
    """The pages, from 1, of which the engine would take words away without a mark.

    A page whose letters show another text was read by looking at it. Raises
    ``InvoerError`` when the file cannot be opened.
    """
    with open_pdf(inhoud, lezen=True) as pdf:
        merken = [replace(v, grond="") for v, _ in find_bronmerken(pdf, gronden)]
        prepare(pdf)
        uitslag = lak_document(pdf, merken, _ZONDER)
        over = read_pages(save_pdf(pdf))
    gekeken = {g.pagina for g in uitslag.gerasterd if g.reden == REDEN}
    paren = zip(read_pages(inhoud), over, strict=True)
    return [
        n
        for n, (voor, na) in enumerate(paren, start=1)
        if n not in gekeken and _lost(voor, na)
    ]


def _lost(voor: str, na: str) -> bool:
    return bool(Counter(fold(voor)) - Counter(fold(na)))
