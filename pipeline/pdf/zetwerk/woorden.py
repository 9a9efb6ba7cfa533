"""Text as pieces: what cannot be shown is gone, long words know where to break."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modellen.document import Blok

REGEL, TAB, BREEK = "n", "t", "z"
_WEG = {"Cc", "Cf", "Zl", "Zp"}
_DOOD = "\N{REPLACEMENT CHARACTER}"
_DELEN = re.compile(r"(\n|\t)")
_WOORD = re.compile(r"\S+")
_KNIP = re.compile(r".{1,8}?(?:[@./\\\-_?&=,;:]+|$)|.{1,8}")
_BREED = frozenset("mwMW@%—…")
_SMAL = frozenset("iljtfrI.,;:'|!()[] -/")
VARIANTEN = range(0xFE00, 0xFE10)
_HOOG = str.maketrans("0123456789ivxlc", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜ")
"""Figures and letters as the number of a note is set."""

Stukken = list[list[str]]


def with_notes(blok: Blok) -> str:
    """The text of a block with the numbers of its notes, raised, where they stand."""
    uit, vanaf = "", 0
    for plek, nummer in blok.noten:
        uit += blok.tekst[vanaf:plek] + nummer.translate(_HOOG)
        uit += "" if plek else " "
        vanaf = plek
    return uit + blok.tekst[vanaf:]


def split_text(tekst: str, breedte: float, letter: float = 11.0) -> Stukken:
    """The pieces of a text for a column of ``breedte`` points.

    The first piece stands alone; each next one has in front what parts it from the
    last: a line break, a tab, or a place where a word that does not fit may be broken.
    """
    uit: Stukken = []
    tussen = ""
    for deel in _DELEN.split(clear(tekst)):
        if deel in {"\n", "\t"}:
            if tussen:
                uit.append([tussen, ""])
            tussen = REGEL if deel == "\n" else TAB
            continue
        for nummer, stuk in enumerate(_breakable(deel, breedte, letter)):
            voor = tussen if nummer == 0 else BREEK
            uit.append([voor, stuk] if voor else [stuk])
        tussen = ""
    return uit or [[""]]


def clear(tekst: str) -> str:
    """Text without control and format characters and without halves of characters."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    tekst = re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", tekst)
    return "".join(_clear_char(t) for t in tekst)


@lru_cache(maxsize=4096)
def _clear_char(teken: str) -> str:
    if teken in "\n\t":
        return teken
    soort = unicodedata.category(teken)
    if soort == "Cs" or ord(teken) & 0xFFFE == 0xFFFE:  # noqa: PLR2004 no characters, by Unicode
        return _DOOD
    return "" if soort in _WEG or ord(teken) in VARIANTEN else teken


def measure(tekst: str, letter: float) -> float:
    """About how wide a text is in points; rather too wide than too narrow."""
    heel = 0.0
    for teken in tekst:
        if teken in _SMAL:
            heel += 0.36
        elif teken in _BREED or ord(teken) > 0x2E80:  # noqa: PLR2004 from here on wide scripts
            heel += 1.0
        else:
            heel += 0.74 if teken.isupper() else 0.56
    return heel * letter


def _breakable(tekst: str, breedte: float, letter: float) -> list[str]:
    """The text cut where a word that is wider than the column may be broken."""
    snedes: list[int] = []
    for woord in _WOORD.finditer(tekst):
        if measure(woord.group(), letter) > breedte:
            snedes += [woord.start() + s.end() for s in _KNIP.finditer(woord.group())]
    grenzen = [0, *[s for s in snedes if s < len(tekst)], len(tekst)]
    return [tekst[a:b] for a, b in pairwise(grenzen) if a < b] or [""]
