"""Text that is drawn twice, a hair apart: a shadow, an outline, bold made by hand.

Where each letter is an object of its own pdfium reads such text letter by letter,
"KKoollkk", and no name in it is known. So the second of each two letters is taken off
the page as it stands in memory before its text is read; the file stays as it is.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from ctypes import c_double
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as c

from pipeline.pdf.dingen import remove, walk_text
from pipeline.pdf.lakken.merken import address

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    import pypdfium2 as pdfium

    from pipeline.pdf.dingen import Tekstding

DUBBEL = re.compile(r"(?:([^\W_])\1){3}")
"""Three letters twice in a row: no word has them, text that is drawn twice does."""

_BIJ = 0.3
"""Em that the second letter lies off the first, at the most."""

_OVER = 0.7
"""Part of its own width within which no letter of a word stands behind its like."""

_SCHUIN = 0.9
"""The same for letters that lie off both to the side and up or down."""

_SOORTEN = 2
"""Letters that must share such a shift."""

_LOS = 0.5
"""Objects to a character on a page of which each letter is an object."""

_RONDEN = 4
"""How often a page is looked at again."""

_FIJN = 10
"""Parts of a point in which a shift is counted."""

Schuif = tuple[int, int, float]
"""How far the second letter lies to the right and above, and the size of both."""


class _Ding(NamedTuple):
    """A text object: its letters, where they begin and how large they are."""

    ding: Any
    tekst: str
    x: float
    y: float
    em: float
    breed: float


def open_text(bladzijde: pdfium.PdfPage) -> pdfium.PdfTextPage:
    """The text of a page, in which what is drawn twice stands once.

    The page in memory loses the second drawing; the caller closes the text.
    """
    blad = bladzijde.get_textpage()
    if not _may_be_double(bladzijde, blad):
        return blad
    zeker: set[Schuif] = set()
    # pdfium itself drops some doubles: what it dropped comes back as the others go.
    for _ in range(_RONDEN):
        dubbel = _find_copies(list(_read_objects(blad)), zeker)
        if not dubbel:
            break
        blad.close()
        weg = remove(bladzijde, [d for d in walk_text(bladzijde) if _is_in(d, dubbel)])
        blad = bladzijde.get_textpage()
        if not weg:
            break
    return blad


def _may_be_double(bladzijde: pdfium.PdfPage, blad: pdfium.PdfTextPage) -> bool:
    """Whether letters stand twice, or each is an object, so that they may.

    Most doubles pdfium drops itself, but not those of narrow letters: "Kollk".
    """
    aantal = blad.count_chars()
    dingen = c.FPDFPage_CountObjects(bladzijde.raw)
    return bool(aantal) and (
        dingen > _LOS * aantal or DUBBEL.search(blad.get_text_range()) is not None
    )


def _is_in(ding: Tekstding, adressen: Container[int]) -> bool:
    return address(ding.ding) in adressen


def _read_objects(blad: pdfium.PdfTextPage) -> Iterator[_Ding]:
    """The text objects in the order of reading."""
    x, y, doos = c_double(), c_double(), c.FS_RECTF()
    dingen: dict[int, _Ding] = {}
    for plek in range(blad.count_chars()):
        ding = c.FPDFText_GetTextObject(blad.raw, plek)
        if not ding:
            continue
        teken = chr(c.FPDFText_GetUnicode(blad.raw, plek))
        eerder = dingen.get(address(ding))
        if eerder is not None:
            dingen[address(ding)] = eerder._replace(tekst=eerder.tekst + teken)
            continue
        c.FPDFText_GetCharOrigin(blad.raw, plek, x, y)
        c.FPDFText_GetLooseCharBox(blad.raw, plek, doos)
        plaats = x.value, y.value, _size(blad, plek), doos.right - doos.left
        dingen[address(ding)] = _Ding(ding, teken, *plaats)
    yield from dingen.values()


def _size(blad: pdfium.PdfTextPage, plek: int) -> float:
    """The size of the type of a character in points."""
    matrix = c.FS_MATRIX()
    maat = float(c.FPDFText_GetFontSize(blad.raw, plek))
    if c.FPDFText_GetMatrix(blad.raw, plek, matrix):
        maat *= math.hypot(matrix.b, matrix.d) or 1.0
    return round(maat, 1)


def _find_copies(dingen: list[_Ding], zeker: set[Schuif]) -> set[int]:
    """The address of the right one of each two objects that are one, drawn twice.

    ``zeker`` are the shifts that are known to be those of doubles; it grows.
    """
    paren: dict[Schuif, list[_Ding]] = defaultdict(list)
    soorten: dict[Schuif, set[str]] = defaultdict(set)
    for links, rechts in _pairs(dingen):
        schuif = _shift(links, rechts)
        paren[schuif].append(rechts)
        over = _SCHUIN if schuif[0] and schuif[1] else _OVER
        if _apart(links, rechts) < over * links.breed:
            soorten[schuif].add(links.tekst)
    zeker.update(s for s, letters in soorten.items() if len(letters) >= _SOORTEN)
    return {address(d.ding) for schuif in zeker for d in paren.get(schuif, ())}


def _pairs(dingen: Iterable[_Ding]) -> Iterator[tuple[_Ding, _Ding]]:
    """Each two objects with the same letters that lie close together, the left first.

    Each looks in squares around its own only, as wide as the two may lie apart.
    """
    ruiten: dict[tuple[str, float, int, int], list[_Ding]] = defaultdict(list)
    for ding in dingen:
        if not ding.em:
            continue
        wijd = _BIJ * ding.em
        kolom, rij = math.floor(ding.x / wijd), math.floor(ding.y / wijd)
        for k, r in product((kolom - 1, kolom, kolom + 1), (rij - 1, rij, rij + 1)):
            for eerder in ruiten.get((ding.tekst, ding.em, k, r), ()):
                if _apart(eerder, ding) < wijd:
                    links, rechts = sorted((eerder, ding), key=lambda d: (d.x, -d.y))
                    yield links, rechts
        ruiten[ding.tekst, ding.em, kolom, rij].append(ding)


def _apart(een: _Ding, ander: _Ding) -> float:
    return math.hypot(ander.x - een.x, ander.y - een.y)


def _shift(links: _Ding, rechts: _Ding) -> Schuif:
    dx, dy = rechts.x - links.x, rechts.y - links.y
    return round(dx * _FIJN), round(dy * _FIJN), links.em
