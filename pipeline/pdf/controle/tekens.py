"""The characters of a page with their boxes, as pdfium sees them."""

from __future__ import annotations

import sys
from collections import defaultdict
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_RUIMTE = 512
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
    links, rechts, onder, boven = (c_double() for _ in range(4))
    randen = (byref(links), byref(rechts), byref(onder), byref(boven))
    ruw, lees, meet = tekst.raw, pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox
    a, b, c, d, e, f = _to_shown(bladzijde)
    uit = []
    for plek in range(tekst.count_chars()):
        code = lees(ruw, plek)
        meet(ruw, plek, *randen)
        teken = chr(code) if 0 < code <= sys.maxunicode else "\ufffd"
        x0, y0, x1, y1 = links.value, onder.value, rechts.value, boven.value
        u0, u1 = a * x0 + c * y0 + e, a * x1 + c * y1 + e
        v0, v1 = b * x0 + d * y0 + f, b * x1 + d * y1 + f
        doos = (min(u0, u1), min(v0, v1), max(u0, u1), max(v0, v1))
        uit.append(Teken(teken, *doos))
    return uit


def read_by_font(document: Any) -> dict[str, str]:
    """The characters that are shown in each font of a document, by its name."""
    getoond: dict[str, set[str]] = defaultdict(set)
    ruimte = create_string_buffer(_RUIMTE)
    for bladzijde in document:
        tekst = bladzijde.get_textpage()
        for ding in _text_objects(bladzijde):
            font = pdfium.FPDFTextObj_GetFont(ding)
            lang = pdfium.FPDFFont_GetBaseFontName(font, ruimte, _RUIMTE)
            naam = ruimte.raw[: max(lang - 1, 0)].decode("utf-8", "replace")
            getoond[naam].update(_object_text(ding, tekst))
    return {naam: "".join(sorted(tekens)) for naam, tekens in getoond.items()}


def _object_text(ding: Any, tekst: Any) -> str:
    nodig = pdfium.FPDFTextObj_GetText(ding, tekst.raw, None, 0)
    ruimte = (c_ushort * (nodig // 2 + 1))()
    pdfium.FPDFTextObj_GetText(ding, tekst.raw, ruimte, nodig)
    return bytes(ruimte).decode("utf-16-le", "replace").replace("\0", "")


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
    deel: list[Teken] = []
    for teken in tekens:
        if teken.tekst.isspace() or teken.tekst == "\x00":
            if deel:
                yield _word(deel)
            deel = []
        else:
            deel.append(teken)
    if deel:
        yield _word(deel)


def _word(deel: list[Teken]) -> Woord:
    return Woord(
        "".join(t.tekst for t in deel),
        min(t.links for t in deel),
        min(t.boven for t in deel),
        max(t.rechts for t in deel),
        max(t.onder for t in deel),
        tuple(deel),
    )
