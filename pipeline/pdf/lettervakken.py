"""The characters of a page with their boxes, as pdfium sees them."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from ctypes import (
    CFUNCTYPE,
    byref,
    c_int,
    c_ushort,
    c_void_p,
    cast,
    create_string_buffer,
)
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.pdf.tekens import join_halves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_RUIMTE = 512
RECHT = 1e-3
FIJN = 1000.0
STAP = 1000.0


class Teken(NamedTuple):
    """A character and its box in points from the top left of the page as shown."""

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float

    @property
    def hart(self) -> tuple[float, float]:
        """The middle of the box."""
        return ((self.links + self.rechts) / 2, (self.onder + self.boven) / 2)


class Woord(NamedTuple):
    """Characters without white space between them."""

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float
    tekens: tuple[Teken, ...]


def read_chars(bladzijde: Any) -> list[Teken]:
    """The characters of a page in the order of reading, white space included."""
    tekst = bladzijde.get_textpage()
    try:
        aantal = tekst.count_chars()
        if not aantal:
            return []
        letters, xs0, ys0, xs1, ys1 = _read_boxes(tekst, aantal)
    finally:
        tekst.close()
    a, b, c, d, e, f = _to_shown(bladzijde)
    if abs(b) > RECHT or abs(c) > RECHT:  # turned by a quarter
        xs0, ys0, xs1, ys1 = ys0, xs0, ys1, xs1
        a, d = c, b
    links, rechts = _span([a * x + e for x in xs0], [a * x + e for x in xs1], a)
    boven, onder = _span([d * y + f for y in ys0], [d * y + f for y in ys1], d)
    rijen = zip(letters, links, boven, rechts, onder, strict=True)
    return [_new(Teken, rij) for rij in rijen]


_new = tuple.__new__
"""Makes a character without a call of our own: there are thousands on a page."""


def _span(
    een: list[float], twee: list[float], richting: float
) -> tuple[list[float], list[float]]:
    """The lower and the higher ends of stretches that a map may have turned over."""
    return (een, twee) if richting >= 0 else (twee, een)


def _read_boxes(
    tekst: Any, aantal: int
) -> tuple[list[str], list[float], list[float], list[float], list[float]]:
    """Characters with left, bottom, right and top, as pdfium writes them in a row."""
    getallen = array("d", bytes(8 * 4 * aantal))
    plek, _ = getallen.buffer_info()
    ruw = cast(tekst.raw, c_void_p).value
    meet = _char_box()
    for nummer in range(aantal):
        meet(ruw, nummer, plek, plek + 8, plek + 16, plek + 24)
        plek += 32
    links, rechts, onder, boven = (getallen[n::4].tolist() for n in range(4))
    return read_letters(tekst, aantal), links, onder, rechts, boven


def read_letters(tekst: Any, aantal: int) -> list[str]:
    """A character for each that pdfium counts; an emoji counts for two, the second "".

    In one call; one by one where that gives another number: letters without a meaning
    are no part of what pdfium gives as a text.
    """
    ruimte = (c_ushort * (aantal + 1))()
    pdfium.FPDFText_GetText(tekst.raw, 0, aantal, ruimte)
    geheel = bytes(ruimte)[:-2].decode("utf-16-le", "replace")
    if len(geheel) == aantal and "\0" not in geheel:
        return list(geheel)
    codes = (pdfium.FPDFText_GetUnicode(tekst.raw, n) for n in range(aantal))
    letters = [chr(c) if 0 < c <= sys.maxunicode else "\ufffd" for c in codes]
    for nummer, (een, twee) in enumerate(pairwise(letters)):
        if "\ud800" <= een <= "\udbff" and "\udc00" <= twee <= "\udfff":
            letters[nummer : nummer + 2] = [join_halves(een + twee), ""]
    return ["\ufffd" if "\ud800" <= x <= "\udfff" else x for x in letters]


@cache
def _char_box() -> Any:
    """The call for the box of a character, with plain numbers: it is made for each."""
    adres = cast(pdfium.FPDFText_GetCharBox, c_void_p).value or 0
    return CFUNCTYPE(c_int, c_void_p, c_int, *[c_void_p] * 4)(adres)


def read_by_font(document: Any, nummers: Iterable[int]) -> dict[str, str]:
    """The characters shown in each font, by its name, on these pages, from 0."""
    getoond: dict[str, set[str]] = defaultdict(set)
    ruimte = (c_ushort * _RUIMTE)()
    for nummer in nummers:
        bladzijde = document[nummer]
        tekst = bladzijde.get_textpage()
        for ding in _text_objects(bladzijde):
            naam = _font_name(pdfium.FPDFTextObj_GetFont(ding))
            getoond[naam].update(_object_text(ding, tekst, ruimte))
        tekst.close()
        bladzijde.close()
    return {naam: "".join(sorted(tekens)) for naam, tekens in getoond.items()}


def _font_name(font: Any) -> str:
    ruimte = create_string_buffer(_RUIMTE)
    lang = pdfium.FPDFFont_GetBaseFontName(font, ruimte, _RUIMTE)
    return ruimte.raw[: max(lang - 1, 0)].decode("utf-8", "replace")


def _object_text(ding: Any, tekst: Any, ruimte: Any) -> str:
    """The characters of a piece of text, in a room that is made larger at need."""
    nodig = pdfium.FPDFTextObj_GetText(ding, tekst.raw, ruimte, 2 * _RUIMTE)
    if nodig > 2 * _RUIMTE:
        ruimte = (c_ushort * (nodig // 2 + 1))()
        pdfium.FPDFTextObj_GetText(ding, tekst.raw, ruimte, nodig)
    return bytes(ruimte)[: max(nodig - 2, 0)].decode("utf-16-le", "replace")


def _text_objects(bladzijde: Any) -> Iterator[Any]:
    """Every piece of text on a page, those in forms too."""
    soorten = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM)
    stapel = [
        pdfium.FPDFPage_GetObject(bladzijde.raw, n)
        for n in range(pdfium.FPDFPage_CountObjects(bladzijde.raw))
    ]
    while stapel:
        ding = stapel.pop()
        soort = pdfium.FPDFPageObj_GetType(ding)
        if soort == soorten[0]:
            yield ding
        elif soort == soorten[1]:
            stapel += [
                pdfium.FPDFFormObj_GetObject(ding, n)
                for n in range(pdfium.FPDFFormObj_CountObjects(ding))
            ]


def _to_shown(bladzijde: Any) -> tuple[float, float, float, float, float, float]:
    """The map from the space of the page to the page as shown, asked of pdfium.

    Crop box and rotation are in it; it answers in whole pixels, so ask fine ones.
    """
    breed, hoog = bladzijde.get_size()
    maat = (round(breed * FIJN), round(hoog * FIJN))
    x, y = c_int(), c_int()

    def ask(px: float, py: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(
            bladzijde.raw, 0, 0, *maat, 0, px, py, byref(x), byref(y)
        )
        return x.value / FIJN, y.value / FIJN

    (e, f), (ax, ay), (cx, cy) = ask(0, 0), ask(STAP, 0), ask(0, STAP)
    return (
        (ax - e) / STAP, (ay - f) / STAP, (cx - e) / STAP, (cy - f) / STAP, e, f,
    )  # fmt: skip


def make_words(tekens: Sequence[Teken]) -> Iterator[Woord]:
    """The words of a page."""
    begin = -1
    for plek, teken in enumerate(tekens):
        letter = teken[0]
        if letter.isspace() or letter == "\x00":
            if begin >= 0:
                yield _word(tekens[begin:plek])
            begin = -1
        elif begin < 0:
            begin = plek
    if begin >= 0:
        yield _word(tekens[begin:])


def _word(deel: Sequence[Teken]) -> Woord:
    letters, links, boven, rechts, onder = zip(*deel, strict=True)
    doos = (min(links), min(boven), max(rechts), max(onder))
    return Woord("".join(letters), *doos, tuple(deel))
