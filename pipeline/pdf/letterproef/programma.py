"""What the font itself calls its glyphs: names and tables in its own program.

A second witness, for a letter whose shape alone leaves doubt. Who makes a subset often
takes these names out, and some give any name; so they count only where the shape fits.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools import agl

from pipeline.pdf.letterproef.voorbeelden import plain_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fontTools.ttLib import TTFont

logging.getLogger("fontTools").setLevel(logging.ERROR)  # tables too long are no fault

SYMBOOL = 0xF000
"""Where a font of signs puts its codes (9.6.5.4)."""

_STUK = (
    pikepdf.PdfError,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)


class Programma:
    """The letters that the program of a font gives each of its codes, asked at need."""

    def __init__(self, font: Any) -> None:
        self._font = font
        self._namen: dict[int, set[str]] | None = None

    def letters(self, code: int) -> frozenset[str]:
        """The letters by any of the names of a code; none when nothing is known."""
        if self._namen is None:
            self._namen = defaultdict(set)
            for nummer, naam in _named(self._font):
                self._namen[nummer] |= plain_letters(naam)
        return frozenset(self._namen.get(code, ()))


def _named(font: Any) -> Iterator[tuple[int, str]]:
    """Each code with a text that the font gives it by itself."""
    from fontTools.ttLib import TTLibError  # noqa: PLC0415 large, rarely needed

    try:
        houder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        beschrijving = houder.get("/FontDescriptor", {})
        if houder is font:
            yield from _differences(font)
        if "/FontFile2" in beschrijving:
            yield from _truetype(beschrijving.FontFile2.read_bytes(), font, houder)
        elif "/FontFile3" in beschrijving:
            yield from _cff(beschrijving.FontFile3.read_bytes(), font, houder)
    except (TTLibError, *_STUK):
        return


def _differences(font: Any) -> Iterator[tuple[int, str]]:
    codering = font.get("/Encoding")
    if not isinstance(codering, pikepdf.Dictionary):
        return
    code = 0
    for stap in codering.get("/Differences", []):
        if isinstance(stap, pikepdf.Name):
            yield code, agl.toUnicode(str(stap)[1:])
            code += 1
        else:
            code = int(stap)


def _truetype(ruw: bytes, font: Any, houder: Any) -> Iterator[tuple[int, str]]:
    """By the tables of characters, and by the names of the glyphs."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 large, rarely needed

    letter = TTFont(BytesIO(ruw), lazy=True)
    namen: dict[str, str] = defaultdict(str)
    tabellen = letter["cmap"].tables if "cmap" in letter else []
    for tabel in tabellen:
        if tabel.isUnicode() and not tabel.isSymbol():
            for teken, glief in tabel.cmap.items():
                namen[glief] += chr(teken)
    if "post" in letter and letter["post"].formatType == 2:  # noqa: PLR2004 it has names
        for glief in letter.getGlyphOrder():
            namen[glief] += agl.toUnicode(glief)
    for code, glief in _glyphs(letter, tabellen, font, houder):
        yield code, namen.get(glief, "")


def _glyphs(
    letter: TTFont, tabellen: Any, font: Any, houder: Any
) -> Iterator[tuple[int, str]]:
    """Each code with its glyph."""
    if houder is font:
        for tabel in tabellen:
            if tabel.isSymbol() or not tabel.isUnicode():
                yield from ((c & ~SYMBOOL, g) for c, g in tabel.cmap.items())
        return
    kaart = houder.get("/CIDToGIDMap")
    ruw = kaart.read_bytes() if isinstance(kaart, pikepdf.Stream) else None
    orde = letter.getGlyphOrder()
    for code in range(len(orde) if ruw is None else len(ruw) // 2):
        gid = (
            code if ruw is None else int.from_bytes(ruw[2 * code : 2 * code + 2], "big")
        )
        if gid < len(orde):
            yield code, orde[gid]


def _cff(ruw: bytes, font: Any, houder: Any) -> Iterator[tuple[int, str]]:
    """By the names of the outlines, unless they have numbers instead."""
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 large, rarely needed
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    if ruw[:4] == b"OTTO":
        ruw = TTFont(BytesIO(ruw)).getTableData("CFF ")
    letters = CFFFontSet()
    letters.decompile(BytesIO(ruw), None)
    top = letters[letters.fontNames[0]]
    if hasattr(top, "ROS"):
        return
    rij = top.charset if houder is not font else top.Encoding
    if isinstance(rij, list):
        yield from ((code, agl.toUnicode(naam)) for code, naam in enumerate(rij))
