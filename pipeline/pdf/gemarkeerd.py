"""What a reader highlighted on a page: the words, and which of the same words."""

from __future__ import annotations

import ctypes
import re
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pypdfium2.raw as c

from pipeline.pdf.aantekeningen import frame_of, string_of
from pipeline.pdf.tekens import clean
from pipeline.pdf.vormen import Aangewezen, Markering

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

    from pipeline.pdf.stand import Stand

    Vierkant = tuple[float, float, float, float]
    """Left, lower, right and upper edge in user space."""


def read_highlights(bladzijde: pdfium.PdfPage, stand: Stand) -> list[Markering]:
    """The highlights of a page, with the words under them and the note beside them."""
    gevonden = []
    letters: _Letters | None = None
    with ExitStack() as stapel:
        for index in range(c.FPDFPage_GetAnnotCount(bladzijde.raw)):
            annot = c.FPDFPage_GetAnnot(bladzijde.raw, index)
            if not annot:
                continue
            stapel.callback(c.FPDFPage_CloseAnnot, annot)
            if c.FPDFAnnot_GetSubtype(annot) != c.FPDF_ANNOT_HIGHLIGHT:
                continue
            if letters is None:  # read once, and only for a page that has one
                tekstlaag = stapel.enter_context(closing(bladzijde.get_textpage()))
                letters = _Letters(tekstlaag, stand)
            gevonden.append(_read(letters, annot, stand))
    return gevonden


def squeeze(tekst: str) -> str:
    """A text without white space: lines and columns break it differently."""
    return "".join(tekst.split())


def _read(letters: _Letters, annot: c.FPDF_ANNOTATION, stand: Stand) -> Markering:
    stukken = [
        (tekst, letters.first_in(vak))
        for vak in _areas(annot)
        if (tekst := letters.text_in(vak))
    ]
    samen = " ".join(tekst for tekst, _ in stukken)
    wijzen = [(samen, stukken[0][1]), *stukken] if len(stukken) > 1 else stukken
    return Markering(
        woorden=tuple(letters.point_out(*stuk) for stuk in wijzen),
        notitie=clean(string_of(annot, b"Contents")),
        kader=frame_of(annot, stand),
        wie=" ".join(string_of(annot, b"T").split()),
    )


def _areas(annot: c.FPDF_ANNOTATION) -> Iterator[Vierkant]:
    """The four-sided areas of a highlight, line by line."""
    punten = c.FS_QUADPOINTSF()
    for nummer in range(c.FPDFAnnot_CountAttachmentPoints(annot)):
        if c.FPDFAnnot_GetAttachmentPoints(annot, nummer, punten):
            x = (punten.x1, punten.x2, punten.x3, punten.x4)
            y = (punten.y1, punten.y2, punten.y3, punten.y4)
            yield min(x), min(y), max(x), max(y)


class _Letters:
    """The letters of a page without white space, and where each stands."""

    def __init__(self, tekstlaag: pdfium.PdfTextPage, stand: Stand) -> None:
        self._laag, self._raw, self._stand = tekstlaag, tekstlaag.raw, stand
        alle = (
            (i, chr(c.FPDFText_GetUnicode(self._raw, i)))
            for i in range(tekstlaag.count_chars())
        )
        self._index = [(i, letter) for i, letter in alle if not letter.isspace()]
        self._tekst = "".join(letter for _, letter in self._index)

    def text_in(self, vak: Vierkant) -> str:
        """The words in an area, a space between them."""
        return " ".join(self._laag.get_text_bounded(*vak).split())

    def first_in(self, vak: Vierkant) -> int:
        """The number of the first letter of the page in an area."""
        links, onder, rechts, boven = vak
        for nummer in range(len(self._index)):
            x, y = self._middle(nummer)
            if links <= x <= rechts and onder <= y <= boven:
                return nummer
        return 0

    def point_out(self, tekst: str, eerste: int) -> Aangewezen:
        """Words that begin at a letter, with all places where the same words stand."""
        gelijk = [
            m.start() for m in re.finditer(re.escape(squeeze(tekst)), self._tekst)
        ]
        plekken = tuple(self._stand.show(*self._middle(n)) for n in gelijk)
        # Of a letter that lies half under the highlight the middle can lie outside it.
        welke = min(
            range(len(gelijk)), key=lambda n: abs(gelijk[n] - eerste), default=0
        )
        return Aangewezen(tekst=tekst, plekken=plekken, welke=welke)

    def _middle(self, nummer: int) -> tuple[float, float]:
        """The middle of a letter in user space."""
        randen = [ctypes.c_double() for _ in range(4)]
        c.FPDFText_GetCharBox(self._raw, self._index[nummer][0], *randen)
        links, rechts, onder, boven = (r.value for r in randen)
        return (links + rechts) / 2, (onder + boven) / 2
