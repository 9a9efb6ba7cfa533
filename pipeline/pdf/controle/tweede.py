"""A second reading of the pages, by a library that reads in another way.

The first one decides by where letters stand which of them make a line. Where that goes
wrong, for text that is drawn twice or runs two ways, it is blind to a name that anybody
sees. This one takes letters in the order in which they are drawn.
"""

from __future__ import annotations

import logging
import math
import re
import struct
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psparser import PSException

if TYPE_CHECKING:
    from collections.abc import Iterator

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a poor font is no fault here

_DUBBEL = re.compile(r"(?:([^\W\d_])\1){3}")
"""Three letters twice in a row; figures do that by themselves (``1 000 000``)."""

_DEEL_LOS = 0.25
"""The part of the words of a page that may be one letter."""

_LOS = 0.18
"""Em between two letters that no longer stand in one word."""

_STUK = (
    PDFException, PSException, struct.error, ArithmeticError, AssertionError,
    AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What the library raises on a font or page that it does not know: it says nothing."""


class _Schrijver(PDFTextDevice):
    """Writes down the letters of a page, with a space where the pen is moved."""

    def __init__(self, middelen: PDFResourceManager) -> None:
        super().__init__(middelen)
        self.middelen = middelen
        self.tekens: list[str] = []
        self.per_letter: dict[str, set[str]] = {}
        self._pen = (math.inf, math.inf)

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, *rest: Any
    ) -> float:
        """Take a letter; gives how far the pen moves behind it."""
        cid = rest[1]
        breed = float(font.char_width(cid)) * fontsize * scaling
        a, b, _, _, e, f = matrix
        em = math.hypot(a, b) * abs(fontsize)
        if math.hypot(e - self._pen[0], f - self._pen[1]) > _LOS * em:
            self.tekens.append(" ")
        self._pen = (e + a * breed, f + b * breed)
        with suppress(PDFUnicodeNotDefined):
            teken = font.to_unichr(cid)
            self.tekens.append(teken)
            self.per_letter.setdefault(str(font.fontname), set()).update(teken)
        return breed


def is_in_doubt(tekst: str) -> bool:
    """Whether a page reads as no page does: loose letters, or each of them twice.

    The second reading takes as long as all other checks together.
    """
    woorden = tekst.split()
    los = sum(len(w) == 1 and w.isalpha() for w in woorden)
    return los > _DEEL_LOS * len(woorden) or bool(_DUBBEL.search(tekst))


class Tweedelezer:
    """Reads pages again, each behind the one before: the way there is walked once."""

    def __init__(self, inhoud: bytes, begin: int) -> None:
        self._inhoud = inhoud
        self._plek = begin
        self._bladen: Iterator[PDFPage] | None = None
        self._middelen = PDFResourceManager()

    def read(self, nummer: int) -> str:
        """The text of a page, from 0; what cannot be read is empty."""
        if self._bladen is None:
            self._bladen = islice(_pages(self._inhoud), self._plek, None)
        pagina = next(islice(self._bladen, nummer - self._plek, None), None)
        self._plek = nummer + 1
        schrijver = _Schrijver(self._middelen)
        _write_down(schrijver, pagina)
        return "".join(schrijver.tekens)


def read_drawn(inhoud: bytes) -> dict[str, set[str]]:
    """The characters that are drawn in each font, whatever a replacement text says.

    Small capitals are drawn as capitals and read as small letters (14.9.4).
    """
    schrijver = _Schrijver(PDFResourceManager())
    for pagina in _pages(inhoud):
        _write_down(schrijver, pagina)
    return schrijver.per_letter


def _pages(inhoud: bytes) -> Iterator[PDFPage]:
    return PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(inhoud))))


def _write_down(schrijver: _Schrijver, pagina: PDFPage | None) -> None:
    if pagina is None:
        return
    with suppress(*_STUK):
        PDFPageInterpreter(schrijver.middelen, schrijver).process_page(pagina)
