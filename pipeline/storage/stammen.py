"""Stems: what a word is searched by, the same for every database.

A stem is plain ASCII, so that no database has an opinion of its own on letters. The
stems of a unit stand in the order of its words; behind ``_`` follow the compounds
written with a hyphen once more, joined.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

SCHEIDING = "_"
LANGST = 64
"""Letters of a stem that count; longer ones are keys and addresses, not words."""

ONTHOUDEN = 1 << 16
"""Words of which the stems are kept at hand: a large dossier has about half as many."""

_LETTER = r"[\w\u0300-\u036f\u00ad]"
WOORD = re.compile(
    rf"{_LETTER}+(?:[-\u2010\u2011]{_LETTER}+|(?<=\d)[.,](?=\d){_LETTER}+)*"
    r"(?:['\u2019]s\b)?"
)
"""A word: letters and digits, hyphens inside it, points and commas inside a number."""

_PORTER = snowballstemmer.stemmer("dutch_porter")
"""The older Dutch algorithm: it joins opgave and opgaven, which the newer does not."""

_MEERVOUD = re.compile(r"['\u2019]s$")
_NAAD = re.compile(r"[-\u2010\u2011_.,]+")


@lru_cache(maxsize=ONTHOUDEN)
def stem_word(woord: str) -> tuple[tuple[str, ...], str | None]:
    """The stems of the parts of a word, and of the whole where it has parts."""
    delen = fold_parts(woord)
    stammen = tuple(_stem(d) for d in delen)
    return stammen, _stem("".join(delen)) if len(delen) > 1 else None


def make_stems(tekst: str) -> str:
    """The stems of a text, parted by spaces."""
    stammen: list[str] = []
    samen: list[str] = []
    for woord in WOORD.findall(tekst):
        delen, heel = stem_word(woord)
        stammen += delen
        if heel:
            samen.append(heel)
    return " ".join([*stammen, SCHEIDING, *samen] if samen else stammen)


def make_tsvector(stammen: str) -> str:
    """The same stems as PostgreSQL writes them: each with its positions."""
    plekken: dict[str, list[str]] = {}
    for plek, stam in enumerate(stammen.split(), start=1):
        plekken.setdefault(stam, []).append(str(min(plek, 16_383)))
    return " ".join(f"'{stam}':{','.join(p)}" for stam, p in plekken.items())


def fold_parts(woord: str) -> tuple[str, ...]:
    """The parts of a word in plain letters, without the ``'s`` of a plural."""
    delen = (_fold(deel) for deel in _NAAD.split(_MEERVOUD.sub("", woord)))
    return tuple(d for d in delen if d)


def _fold(deel: str) -> str:
    """Small letters without accents; other scripts letter by letter in hex."""
    if deel.isascii():
        return deel.lower()
    los = unicodedata.normalize("NFKD", deel.casefold())
    kaal = "".join(c for c in los if c.isalnum())
    if kaal.isascii():
        return kaal.lower()
    return "".join(c.lower() if c.isascii() else f"u{ord(c):x}" for c in kaal)


def _stem(woord: str) -> str:
    stam = _PORTER.stemWord(woord) if woord.isalpha() else woord
    return str(stam or woord)[:LANGST]
