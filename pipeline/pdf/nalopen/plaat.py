"""Words on a page that is a picture, as text recognition reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.pdf.nalopen.woorden import Inktwoord
from pipeline.pdf.ocr import recognise
from pipeline.pdf.stand import find_stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

    from pipeline.pdf.vormen import Regel

_APART = -1_000
"""Lines of a picture are numbered below those of the text, so that none meet."""


def recognise_words(bladzijde: pypdfium2.PdfPage) -> list[Inktwoord]:
    """The words recognised on a page, in points from the top left; none without OCR."""
    regels = recognise(bladzijde, find_stand(bladzijde))
    return [w for nr, r in enumerate(regels) for w in _part(r, _APART - nr)]


def _part(regel: Regel, nummer: int) -> Iterator[Inktwoord]:
    """The words of a line, each where its share of the letters lies."""
    kader, lang = regel.kader, max(len(regel.tekst), 1)
    per_teken = (kader.rechts - kader.links) / lang
    plek = 0
    for woord in regel.tekst.split(" "):
        links = kader.links + plek * per_teken
        rechts = links + len(woord) * per_teken
        plek += len(woord) + 1
        if woord:
            yield Inktwoord(
                tekst=woord, links=links, boven=kader.boven, rechts=rechts,
                onder=kader.onder, kleur=None, regel=nummer,
            )  # fmt: skip
