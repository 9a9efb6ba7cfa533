"""Where the ink lies of words that an OCR layer says are there.

The letters of such a layer are all of one width and those of the picture are not; and
Tesseract sets a word and the space behind it in the width of the word alone, so that
each letter stands up to one letter too far to the left, and the last one beside its
ink. So a stretch runs on to where the ink can end at the latest, never into the next
word of the layer. Where the spaces of a layer reach to the next word, as those of
OCRmyPDF do, its words are as wide as their ink.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from pipeline.pdf.lakken.matrix import NIETS, apply, stretch

if TYPE_CHECKING:
    from pipeline.pdf.lakken.groep import Vierhoek
    from pipeline.pdf.lakken.inktrand import Inktrand
    from pipeline.pdf.lakken.stroom import Loop

_SMAL = frozenset("iljtfrI1.,:;'!|()[]-")
_BREED = frozenset("mwMW@%")
_SPELING = 0.3
"""Letters by which the ink of a part of a word may lie beside where it is counted."""

_LUCHT = 0.1
"""Letters that stay free before the next word."""

_SLUIT_AAN = 0.2
"""Letters between a space and the next word, where the space has a width of its own."""

_STAART = 0.3
"""How far, in sizes, letters hang below a baseline that a layer takes for its edge."""

_ZONDER_STAART = -0.05


def spread_marks(loop: Loop, beeld: Inktrand) -> None:
    """Mark all letters of a layer that stand where the ink of marked ones can lie.

    ``loop.inkt`` then tells for each stretch where that ink lies, in text space.
    """
    for van, tot in runs_of(loop):
        inkt = beeld.widen(loop, _ink_begin(loop, van), _ink_end(loop, tot - 1))
        loop.inkt.append(inkt)
        for nummer, glief in enumerate(loop.glieven):
            if inkt[0] < glief.x + glief.breedte / 2 < inkt[1]:
                loop.weg.setdefault(nummer, loop.weg[van])


def runs_of(loop: Loop) -> list[tuple[int, int]]:
    """The stretches of neighbouring glyphs of one mark: first, and behind the last."""
    uit: list[tuple[int, int]] = []
    for nummer in sorted(loop.weg):
        if uit and uit[-1][1] == nummer and loop.weg[nummer - 1] == loop.weg[nummer]:
            uit[-1] = (uit[-1][0], nummer + 1)
        else:
            uit.append((nummer, nummer + 1))
    return uit


def ink_around(loop: Loop, van: float, tot: float) -> tuple[float, float]:
    """Where the ink of a stretch of a layer lies, which is itself where no mark is."""
    hart = (van + tot) / 2
    raak = [s for s in loop.inkt if s[0] <= hart <= s[1]]
    return raak[0] if raak else (van, tot)


def _ink_begin(loop: Loop, nummer: int) -> float:
    """Where the ink of a glyph begins at the earliest."""
    begin, eind = _word(loop, nummer)
    vanaf = loop.glieven[begin].x
    if nummer == begin:
        return vanaf
    letter = _pitch(loop, begin, eind)
    deel = _share(loop, begin, nummer, eind)
    return vanaf + deel * (eind - begin) * letter - _SPELING * letter


def _ink_end(loop: Loop, nummer: int) -> float:
    """Where the ink of a glyph ends at the latest."""
    while nummer > 0 and not loop.glieven[nummer].tekst.strip():
        nummer -= 1  # a space that goes too has no ink
    begin, eind = _word(loop, nummer)
    letter = _pitch(loop, begin, eind)
    vanaf, langst = loop.glieven[begin].x, (eind - begin) * letter
    langst += _SPELING * letter if _is_true(loop) else letter
    if nummer + 1 < eind:
        deel = _share(loop, begin, nummer + 1, eind)
        return vanaf + deel * langst + _SPELING * letter
    return min(vanaf + langst, _next_word(loop, eind) - _LUCHT * letter)


def ink_corners(loop: Loop, van: float, tot: float) -> Vierhoek:
    """The corners of a stretch on the page, as far down as letters hang."""
    a, b, c, d = loop.corners(van, tot)
    daling = loop.staat.letter.daling if loop.staat.letter else 0.0
    if daling <= _ZONDER_STAART:
        return (a, b, c, d)
    hoog = hypot(d[0] - a[0], d[1] - a[1]) or 1.0
    deel = _STAART * abs(loop.staat.grootte) * stretch(loop.naar_pagina) / hoog
    dx, dy = ((d[n] - a[n]) * deel for n in (0, 1))
    return ((a[0] - dx, a[1] - dy), (b[0] - dx, b[1] - dy), c, d)


def _end(loop: Loop, nummer: int) -> float:
    glief = loop.glieven[nummer]
    return glief.x + glief.breedte


def _is_true(loop: Loop) -> bool:
    """Whether words around here are as wide as their ink: their spaces are whole."""
    return any(_fills_gap(ander) for ander in _neighbours(loop, voor=1))


def _fills_gap(loop: Loop) -> bool:
    """Whether what is set at once ends with a space that reaches to the next word."""
    aantal = len(loop.glieven)
    if aantal < 2 or loop.glieven[-1].tekst.strip():  # noqa: PLR2004 a word and a space
        return False
    begin, eind = _word(loop, aantal - 2)
    over = _next_word(loop, eind) - _end(loop, aantal - 1)
    return over < _SLUIT_AAN * _pitch(loop, begin, eind)


def _neighbours(loop: Loop, *, voor: int = 0, na: int = 0) -> list[Loop]:
    """What is set at once with what was set before and after it."""
    lopen = loop.stroom.lopen
    plek = next((n for n, ander in enumerate(lopen) if ander is loop), len(lopen))
    return lopen[max(plek - voor, 0) : plek + 1 + na]


def _word(loop: Loop, nummer: int) -> tuple[int, int]:
    """The first glyph of the word around one, and the one behind its last."""
    begin, eind = nummer, nummer + 1
    while begin > 0 and loop.glieven[begin - 1].tekst.strip():
        begin -= 1
    while eind < len(loop.glieven) and loop.glieven[eind].tekst.strip():
        eind += 1
    return begin, eind


def _pitch(loop: Loop, begin: int, eind: int) -> float:
    """The width of one letter of a word in the layer."""
    return (_end(loop, eind - 1) - loop.glieven[begin].x) / (eind - begin)


def _share(loop: Loop, begin: int, tot: int, eind: int) -> float:
    """The part of a word's ink that its first letters take in print."""
    maten = [sum(map(_width, g.tekst)) for g in loop.glieven[begin:eind]]
    return sum(maten[: tot - begin]) / (sum(maten) or 1.0)


def _width(teken: str) -> float:
    if teken in _SMAL:
        return 0.3
    if teken in _BREED:
        return 0.85
    return 0.7 if teken.isupper() else 0.55


def _next_word(loop: Loop, eind: int) -> float:
    """Where the next word of the line begins, in the text space of this one."""
    for glief in loop.glieven[eind:]:
        if glief.tekst.strip():
            return glief.x
    x0, y0 = apply(loop.naar_pagina, 0.0, 0.0)
    x1, y1 = apply(loop.naar_pagina, 1.0, 0.0)
    lang = (x1 - x0) ** 2 + (y1 - y0) ** 2
    for ander in _neighbours(loop, na=1)[1:]:
        if not ander.glieven or lang < NIETS:
            break
        x, y = apply(ander.naar_pagina, ander.glieven[0].x, 0.0)
        langs = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / lang
        dwars = ((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / lang
        if langs > loop.glieven[eind - 1].x and abs(dwars) < abs(loop.staat.grootte):
            return langs
    return float("inf")
