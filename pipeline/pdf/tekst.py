"""The text of a page: printed lines with their frame and type, and words on request."""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as c

from pipeline.pdf.dubbel import open_text
from pipeline.pdf.tekens import BREUK, clean, ends_broken
from pipeline.pdf.vormen import Regel, Woord

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

    from modellen.plaats import Kader
    from pipeline.pdf.gedraaid import Gekeerd
    from pipeline.pdf.stand import Stand

_STUK = re.compile(rf"[^\r\n{BREUK}]+{BREUK}?")
_WOORD = re.compile(rf"[^\s{BREUK}]+{BREUK}?")
_VET = 600
_PROEF = 40
_STUK_GRENS = 0.5
_MINSTE = 8
_SCHEEF = 0.2
_VEEL, _LOS = 20, 2
_BOVEN, _ONDER = 0.78, 0.22


class Stuk(NamedTuple):
    """A printed line and its positions in the text of the page."""

    regel: Regel
    begin: int
    eind: int


class Bladtekst:
    """The text of one page; positions are those of pdfium's characters."""

    def __init__(self, bladzijde: pdfium.PdfPage, stand: Stand | Gekeerd) -> None:
        self._blad = open_text(bladzijde)
        self._raw = self._blad.raw
        self._stand = stand
        self._doos = c.FS_RECTF()
        self._vlaggen = ctypes.c_int()
        self._naam = ctypes.create_string_buffer(128)
        self._matrix = c.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        aantal = c.FPDFText_CountChars(self._raw)
        self.tekst = self._blad.get_text_range() if aantal else ""
        if len(self.tekst) != aantal:
            # Characters beyond the basic plane shift positions: take them one by one.
            self.tekst = "".join(
                chr(c.FPDFText_GetUnicode(self._raw, i)) for i in range(aantal)
            )

    def close(self) -> None:
        """Give the text page back."""
        self._blad.close()

    def pieces(self) -> list[Stuk]:
        """The printed lines in the order of the content, with their positions."""
        stukken = []
        for stuk in _STUK.finditer(self.tekst):
            for van, tot in self._level(stuk.start(), stuk.end()):
                ruw = self.tekst[van:tot]
                tekst = clean(ruw.replace(BREUK, "-"))
                if tekst:
                    begin = van + len(ruw) - len(ruw.lstrip())
                    eind = tot - (len(ruw) - len(ruw.rstrip()))
                    stukken.append(Stuk(self._line(tekst, begin, eind), begin, eind))
        return stukken

    def _level(self, begin: int, eind: int) -> Iterator[tuple[int, int]]:
        """A stretch, parted where it goes on at another height.

        A drawing that a page uses twice is read as one line: its letters lie alike.
        """
        hoogten = self._height(begin), self._height(eind - 1)
        if abs(hoogten[0] - hoogten[1]) > self._type(begin)[0] > 0:
            for plek in range(begin + 1, eind - 1):
                if self.tekst[plek] == " " and self._jumps(plek):
                    yield begin, plek
                    begin = plek + 1
        yield begin, eind

    def _height(self, index: int) -> float:
        """Where a character stands across its line: the foot of level text."""
        c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        return self._y.value

    def _jumps(self, spatie: int) -> bool:
        """Whether the letter behind a space stands far above or below the last."""
        letter, _ = self._type(spatie - 1)
        m = self._matrix
        recht = abs(m.b) < _SCHEEF * abs(m.d)
        ver = abs(self._height(spatie - 1) - self._height(spatie + 1))
        return recht and ver > letter

    def lines(self) -> list[Regel]:
        """The printed lines in the order of the page's content."""
        return [s.regel for s in self.pieces()]

    def words(self, begin: int, eind: int) -> Iterator[Woord]:
        """The words of a stretch with their frames; a broken one keeps its hyphen."""
        for woord in _WOORD.finditer(self.tekst, begin, eind):
            tekst = clean(woord.group().replace(BREUK, "-"))
            if tekst:
                yield self.word(tekst, woord.start(), woord.end())

    def word(self, tekst: str, begin: int, eind: int) -> Woord:
        """A stretch of characters as one word."""
        letter, vet = self._type(begin)
        kader = self._frame(begin, eind, letter)
        return Woord(
            tekst, kader.links, kader.boven, kader.rechts, kader.onder, letter, vet
        )

    def is_garbage(self) -> bool:
        """Whether most glyphs have no letter behind them."""
        stap = max(1, len(self.tekst) // _PROEF)
        proef = [
            i for i in range(0, len(self.tekst), stap) if not self.tekst[i].isspace()
        ]
        if len(proef) < _MINSTE:
            return False
        slecht = sum(1 for i in proef if self._is_bad(i))
        return slecht > _STUK_GRENS * len(proef)

    def is_loose(self) -> bool:
        """Whether most lines are a letter or two: then no word of it was read."""
        regels = [r for r in map(str.strip, self.tekst.splitlines()) if r]
        los = sum(1 for r in regels if len(r) <= _LOS and r.isalpha())
        return len(regels) >= _VEEL and los > _STUK_GRENS * len(regels)

    def _is_bad(self, index: int) -> bool:
        teken = self.tekst[index]
        prive = "\ue000" <= teken <= "\uf8ff" and not "\uf020" <= teken <= "\uf0ff"
        if prive or teken in "\ufffd\0" or ord(teken) < 32:  # noqa: PLR2004 control characters
            return True
        return bool(c.FPDFText_HasUnicodeMapError(self._raw, index) == 1)

    def _line(self, tekst: str, begin: int, eind: int) -> Regel:
        letter, vet = self._type(begin)
        kader = self._frame(begin, eind, letter)
        if vet and eind - begin > 1:
            vet = self._type(eind - 1)[1]
        return Regel(
            tekst=tekst,
            kader=kader,
            letter=letter,
            vet=vet,
            afgebroken=ends_broken(tekst),
        )

    def _frame(self, begin: int, eind: int, letter: float) -> Kader:
        """The frame of a stretch on one line, as high as its type whatever its letters.

        The matrix of the first character was just read by ``_type``.
        """
        x0, y0, x1, y1 = self._box(begin, eind)
        m = self._matrix
        if abs(m.b) < _SCHEEF * abs(m.d) and letter:
            c.FPDFText_GetCharOrigin(self._raw, begin, self._x, self._y)
            op = 1 if m.d > 0 else -1
            y0, y1 = (
                self._y.value - op * _ONDER * letter,
                self._y.value + op * _BOVEN * letter,
            )
        elif abs(m.d) < _SCHEEF * abs(m.b) and letter:
            c.FPDFText_GetCharOrigin(self._raw, begin, self._x, self._y)
            op = 1 if m.b > 0 else -1
            x0, x1 = (
                self._x.value + op * _ONDER * letter,
                self._x.value - op * _BOVEN * letter,
            )
        return self._stand.frame(x0, y0, x1, y1)

    def _box(self, begin: int, eind: int) -> tuple[float, float, float, float]:
        """The corners around the first and the last character: a line runs straight."""
        doos = self._doos
        c.FPDFText_GetLooseCharBox(self._raw, begin, doos)
        x0, y0, x1, y1 = doos.left, doos.bottom, doos.right, doos.top
        if eind - begin > 1:
            c.FPDFText_GetLooseCharBox(self._raw, eind - 1, doos)
            x0, y0 = min(x0, doos.left), min(y0, doos.bottom)
            x1, y1 = max(x1, doos.right), max(y1, doos.top)
        return x0, y0, x1, y1

    def _type(self, index: int) -> tuple[float, bool]:
        """Size of the type in points and whether it is bold."""
        maat = c.FPDFText_GetFontSize(self._raw, index)
        if c.FPDFText_GetMatrix(self._raw, index, self._matrix):
            maat *= math.hypot(self._matrix.b, self._matrix.d) or 1.0
        vet = c.FPDFText_GetFontWeight(self._raw, index) >= _VET
        if not vet:
            lengte = c.FPDFText_GetFontInfo(
                self._raw, index, self._naam, len(self._naam), self._vlaggen
            )
            naam = self._naam.value.lower() if lengte else b""
            vet = b"bold" in naam or b"black" in naam or b"heavy" in naam
        return round(maat, 1), vet
