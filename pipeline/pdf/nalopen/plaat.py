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
    """The words of a line, each where it was read, as high as the line."""
    kader = regel.kader
    for woord in regel.woorden:
        yield Inktwoord(
            tekst=woord.tekst, links=woord.links, boven=kader.boven,
            rechts=woord.rechts, onder=kader.onder, kleur=None, regel=nummer,
        )  # fmt: skip
