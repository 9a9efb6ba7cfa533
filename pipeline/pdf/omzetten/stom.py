"""Pages with letters of which the file does not say what letters they are.

The eye reads them, no program does: set anew, words would lack them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2

from pipeline.pdf.lettervakken import make_words, read_chars

if TYPE_CHECKING:
    from pipeline.pdf.lettervakken import Teken, Woord


def find_mute(inhoud: bytes) -> list[int]:
    """The pages, from 1, on which a word holds a letter that has no meaning."""
    uit = []
    with pypdfium2.PdfDocument(inhoud) as document:
        for nummer, bladzijde in enumerate(document, start=1):
            if any(map(_lacks_letters, make_words(read_chars(bladzijde)))):
                uit.append(nummer)
            bladzijde.close()
    return uit


def _lacks_letters(woord: Woord) -> bool:
    """Whether a letter and what has no meaning stand side by side on one line."""
    return any(
        _is_mute(een) != _is_mute(twee)
        and (een.tekst.isalpha() or twee.tekst.isalpha())
        and een.boven < twee.hart[1] < een.onder
        for een, twee in pairwise(t for t in woord.tekens if t.tekst)
    )


def _is_mute(teken: Teken) -> bool:
    return teken.tekst < " " or teken.tekst == "\N{REPLACEMENT CHARACTER}"
