"""Folding of letters that keeps every character in its place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ONTHOUDEN = 4096
"""Texts kept at hand: every extractor looks at the same sentences."""

_GELIJK = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u00b4": "'",
    "`": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
}


def _make_tabel() -> dict[int, str]:
    tabel = {ord(van): naar for van, naar in _GELIJK.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        delen = unicodedata.normalize("NFD", chr(code))
        if len(delen) > 1 and delen[0].isascii() and delen[0].isalpha():
            tabel[code] = delen[0]
    return tabel


_TABEL = _make_tabel()
_VREEMD = re.compile(r"[^\x00-\x7f]")


def vouw(tekst: str) -> str:
    """The text without accents, with plain quotes, dashes and spaces, equally long."""
    if not tekst.isascii():  # translating a whole text costs more than finding the few
        tekst = _VREEMD.sub(_translate, tekst)
    return tekst.replace("`", "'").replace("\t", " ")


def _translate(raak: re.Match[str]) -> str:
    letter = raak.group()
    return _TABEL.get(ord(letter), letter)


@lru_cache(maxsize=ONTHOUDEN)
def klein(tekst: str) -> str:
    """The folded text in lower case, equally long."""
    return _lower(vouw(tekst))


@lru_cache(maxsize=4)
def verlaag(tekst: str) -> str:
    """The text in lower case, equally long, with its accents: a whole document."""
    return _lower(tekst)


def _lower(tekst: str) -> str:
    laag = tekst.lower()
    if len(laag) == len(tekst):
        return laag
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in tekst)
