"""Characters that are not text, and what they become."""

from __future__ import annotations

import re
import unicodedata

_WEG = dict.fromkeys(
    [
        *(*range(9), *range(11, 13), *range(14, 32)),
        *(
            *range(0x7F, 0xA0),
            0xAD,
            *range(0x200B, 0x2010),
            0x2060,
            0xFEFF,
            *range(0x202A, 0x202F),
        ),
    ]
)
_SPATIES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_LIGATUREN = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_TABEL = {**_WEG, **_SPATIES, **_LIGATUREN, 0x2028: "\n", 0x2029: "\n"}
_WIT = re.compile(r"[ \t]{2,}")


def clean(tekst: str) -> str:
    """Text as a reader sees it: ligatures spelled out, invisible characters gone."""
    if tekst.isascii() and tekst.isprintable():
        return tekst.strip()
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").translate(_TABEL)
    # Lone surrogates cannot be written as UTF-8, and U+FFFF is no character at all.
    tekst = _DODE.sub("\N{REPLACEMENT CHARACTER}", tekst)
    if not unicodedata.is_normalized("NFC", tekst):
        tekst = unicodedata.normalize("NFC", tekst)
    return tekst.strip()


def one_line(tekst: str) -> str:
    """Text on one line with single spaces, as a cell of a table needs it."""
    return " ".join(clean(tekst).split())


def find_loose(tekst: str, gezocht: str, vanaf: int = 0) -> tuple[int, int] | None:
    """Where words stand in a text when white space does not count; None if nowhere.

    ``vanaf`` is how many characters, white space not counted, stand before them at
    least.
    """
    plekken = [i for i, teken in enumerate(tekst) if not teken.isspace()]
    kaal = "".join(tekst[i] for i in plekken)
    naald = "".join(gezocht.split())
    begin = kaal.find(naald, vanaf) if naald else -1
    if begin < 0:
        return None
    return plekken[begin], plekken[begin + len(naald) - 1] + 1


_DODE = re.compile("[\ud800-\udfff\ufffe\uffff]")
