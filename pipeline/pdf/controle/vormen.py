"""The outlines in a font program, counted by reading its tables as they are written."""

from __future__ import annotations

import struct
from contextlib import suppress
from io import BytesIO
from typing import Any

from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import CFFFont
from pdfminer.pdftypes import PDFStream, resolve1

_EINDE = 0xF
LEEG = 1
"""Bytes of an outline in CFF that draws nothing: its end."""

_DELEN_FLAGS = {0x0008: 2, 0x0040: 4, 0x0080: 8}
_MEER, _WOORDEN = 0x0020, 0x0001


def count_outlines(beschrijving: dict[str, Any]) -> int | None:
    """How many outlines an embedded program draws; ``None`` when it is not read here.

    Parts of which another outline is made do not count.
    """
    with suppress(struct.error, PDFException, ValueError, KeyError, IndexError):
        ttf = resolve1(beschrijving.get("FontFile2"))
        if isinstance(ttf, PDFStream):
            return _count_truetype(ttf.get_data())
        cff = resolve1(beschrijving.get("FontFile3"))
        if isinstance(cff, PDFStream):
            return _count_cff(cff.get_data())
    return None


def _count_truetype(ruw: bytes) -> int:
    """By the table of locations (ISO/IEC 14496-22, loca)."""
    tabellen = {}
    for nummer in range(struct.unpack_from(">H", ruw, 4)[0]):
        naam, _, plek, lang = struct.unpack_from(">4sLLL", ruw, 12 + 16 * nummer)
        tabellen[naam] = (plek, lang)
    lang_formaat = struct.unpack_from(">h", ruw, tabellen[b"head"][0] + 50)[0]
    plek, lang = tabellen[b"loca"]
    aantal = lang // (4 if lang_formaat else 2)
    vorm = f">{aantal}{'L' if lang_formaat else 'H'}"
    plekken = [
        p if lang_formaat else p * 2 for p in struct.unpack_from(vorm, ruw, plek)
    ]
    glyf = tabellen[b"glyf"][0]
    vol = {n for n in range(aantal - 1) if plekken[n + 1] > plekken[n]}
    delen = {d for n in vol for d in _parts(ruw, glyf + plekken[n])}
    return len(vol - delen)


def _parts(ruw: bytes, plek: int) -> list[int]:
    """The glyphs that an outline is composed of (glyf, composite description)."""
    if struct.unpack_from(">h", ruw, plek)[0] >= 0:
        return []
    plek += 10
    delen = []
    while True:
        vlaggen, deel = struct.unpack_from(">HH", ruw, plek)
        delen.append(deel)
        plek += 4 + (4 if vlaggen & _WOORDEN else 2)
        plek += sum(maat for vlag, maat in _DELEN_FLAGS.items() if vlaggen & vlag)
        if not vlaggen & _MEER:
            return delen


def _count_cff(ruw: bytes) -> int | None:
    """By the index of outlines (Adobe Technical Note 5176, 14)."""
    if ruw[:4] == b"OTTO":
        return None
    fp = BytesIO(ruw)
    fp.seek(ruw[2])
    CFFFont.INDEX(fp)
    tops = CFFFont.INDEX(fp)
    plek = _charstrings(tops[0])
    if plek is None:
        return None
    fp.seek(plek)
    index = CFFFont.INDEX(fp)
    return sum(1 for n in range(len(index)) if len(index[n]) > LEEG)


def _charstrings(top: bytes) -> int | None:
    """Where the outlines begin: the number before operator 17 of the top dictionary."""
    plek, getal = 0, 0
    while plek < len(top):
        b = top[plek]
        if b <= 21:  # noqa: PLR2004 operators (5176, 4)
            if b == 17:  # noqa: PLR2004 CharStrings
                return getal
            plek += 2 if b == 12 else 1  # noqa: PLR2004 escape
        elif b == 30:  # noqa: PLR2004 a real number, in half bytes to 0xf
            plek += 1
            while _EINDE not in {top[plek] & _EINDE, top[plek] >> 4}:
                plek += 1
            plek += 1
        else:
            getal, plek = _number(top, plek)
    return None


def _number(top: bytes, plek: int) -> tuple[int, int]:
    b = top[plek]
    if b == 28:  # noqa: PLR2004 two bytes
        return int.from_bytes(top[plek + 1 : plek + 3], "big", signed=True), plek + 3
    if b == 29:  # noqa: PLR2004 four bytes
        return int.from_bytes(top[plek + 1 : plek + 5], "big", signed=True), plek + 5
    if b <= 246:  # noqa: PLR2004 one byte
        return b - 139, plek + 1
    rest = top[plek + 1]
    if b <= 250:  # noqa: PLR2004 two bytes, positive
        return (b - 247) * 256 + rest + 108, plek + 2
    return -(b - 251) * 256 - rest - 108, plek + 2
