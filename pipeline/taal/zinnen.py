"""Sentences as spans of a text; abbreviations and numbers do not end them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.taal.gegevens import load_gegevens

_EINDE = re.compile(r"[.!?…][\"'”’)\]»]*(?=\s)|[;](?=\s)|\n(?=\s*(?:[-–•▪●o]\s|\n))")
_WOORD = re.compile(r"[^\s(\[\"'“‘]+\Z")
_BEGINT_KLEIN = re.compile(r"\s+(?:[a-zà-ÿ]|[-–])")
_OPSOMMING = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.\Z")
_INITIALEN = re.compile(r"(?:[A-Z]\.){1,5}\Z")
_LANGSTE_WOORD = 24

ONTHOUDEN = 1024
"""Paragraphs kept at hand: every extractor cuts the same ones."""


@lru_cache(maxsize=ONTHOUDEN)
def zinnen(tekst: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of a text, white space at their ends left out.

    A semicolon parts two sentences too; a line break does so before a bullet.
    """
    spannen = []
    begin = 0
    for einde in _EINDE.finditer(tekst):
        if _ends(tekst, begin, einde):
            spannen.append((begin, einde.end()))
            begin = einde.end()
    spannen.append((begin, len(tekst)))
    return tuple(s for v, t in spannen if (s := _trim(tekst, v, t)))


def _trim(tekst: str, begin: int, eind: int) -> tuple[int, int] | None:
    stuk = tekst[begin:eind]
    kaal = stuk.strip()
    if not kaal:
        return None
    begin += len(stuk) - len(stuk.lstrip())
    return begin, begin + len(kaal)


def _ends(tekst: str, begin: int, einde: re.Match[str]) -> bool:
    """Whether a mark ends the sentence that runs from ``begin``."""
    if einde[0][0] in "!?;\n…":
        return einde[0][0] != "…" or not _BEGINT_KLEIN.match(tekst, einde.end())
    if _BEGINT_KLEIN.match(tekst, einde.end()):
        return False
    van = max(begin, einde.start() - _LANGSTE_WOORD)
    woord = _WOORD.search(tekst, van, einde.start() + 1)
    if woord is None:
        return True
    klein = woord[0].lower()
    if klein in _nooit() or _INITIALEN.match(woord[0]):
        return False
    eerste = not tekst[begin : woord.start()].strip()
    return not (eerste and _OPSOMMING.match(woord[0]))


@cache
def _nooit() -> frozenset[str]:
    return frozenset(load_gegevens("afkortingen")["nooit"])
