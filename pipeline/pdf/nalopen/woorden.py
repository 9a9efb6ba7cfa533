"""The words of a page, each with the ink it is printed in."""

from __future__ import annotations

from ctypes import byref, c_uint
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.pdf.lettervakken import read_chars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2

    from modellen.plaats import Kader
    from pipeline.pdf.lettervakken import Teken

_NIET_GETOOND = {3, 7}
"""Modes of text that paint nothing (9.3.6): an OCR layer, or a clip."""

_REGELEINDE = "\r\n"
Kleur = tuple[int, int, int]


class Inktwoord(NamedTuple):
    """A word with its box from the top left as shown, its colour, and its line.

    ``kleur`` is ``None`` for text that paints nothing by itself.
    """

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float
    kleur: Kleur | None
    regel: int

    @property
    def hart(self) -> float:
        """The middle from top to bottom."""
        return (self.boven + self.onder) / 2


def read_words(
    bladzijde: pypdfium2.PdfPage, vakken: Sequence[Kader] = ()
) -> list[Inktwoord]:
    """The words of a page in the order of its text; lines count from 0.

    A word that lies partly in one of ``vakken`` falls apart at its edge.
    """
    tekens = read_chars(bladzijde)
    laag = bladzijde.get_textpage()
    try:
        return list(_gather(tekens, laag, vakken))
    finally:
        laag.close()


def _gather(
    tekens: list[Teken], laag: pypdfium2.PdfTextPage, vakken: Sequence[Kader]
) -> Iterator[Inktwoord]:
    regel = begin = 0
    vorig = -1
    for plek, teken in enumerate(tekens):
        vak = _inside(teken, vakken) if vakken else -1
        if vak != vorig and begin < plek:
            yield from _words(tekens, begin, plek, laag, regel)
            begin = plek
        vorig = vak
        if teken.tekst.isspace() or teken.tekst == "\x00":
            if begin < plek:
                yield from _words(tekens, begin, plek, laag, regel)
            begin = plek + 1
            regel += teken.tekst in _REGELEINDE
    if begin < len(tekens):
        yield from _words(tekens, begin, len(tekens), laag, regel)


def _words(
    tekens: list[Teken], begin: int, eind: int, laag: pypdfium2.PdfTextPage, regel: int
) -> Iterator[Inktwoord]:
    """The letters of a word; a code printed right behind it in another ink apart."""
    kleur, laatste = _colour(laag, begin), _colour(laag, eind - 1)
    knip = eind
    if laatste != kleur:
        knip = next(p for p in range(begin, eind) if _colour(laag, p) != kleur)
    yield _word(tekens[begin:knip], kleur, regel)
    if knip < eind:
        yield _word(tekens[knip:eind], laatste, regel)


def _inside(teken: Teken, vakken: Sequence[Kader]) -> int:
    """The number of the box that holds the middle of a character, -1 for none."""
    x, y = teken.hart
    for nummer, k in enumerate(vakken):
        if k.links <= x <= k.rechts and k.boven <= y <= k.onder:
            return nummer
    return -1


def _word(deel: list[Teken], kleur: Kleur | None, regel: int) -> Inktwoord:
    return Inktwoord(
        "".join(t.tekst for t in deel).replace("\ufffe", "-"),
        min(t.links for t in deel),
        min(t.boven for t in deel),
        max(t.rechts for t in deel),
        max(t.onder for t in deel),
        kleur,
        regel,
    )


def _colour(laag: pypdfium2.PdfTextPage, plek: int) -> Kleur | None:
    """The colour a character is filled with, mixed with white as far as it is thin."""
    ding = pdfium.FPDFText_GetTextObject(laag.raw, plek)
    if ding and pdfium.FPDFTextObj_GetTextRenderMode(ding) in _NIET_GETOOND:
        return None
    r, g, b, a = (c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(
        laag.raw, plek, byref(r), byref(g), byref(b), byref(a)
    ):
        return (0, 0, 0)
    dicht = a.value / 255
    rood, groen, blauw = (round(255 - (255 - k.value) * dicht) for k in (r, g, b))
    return (rood, groen, blauw)
