"""How a name looks: initials, capitalised words and the particles between them."""

from __future__ import annotations

import re
import sys
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.taal.woordvorm import woordvorm

if TYPE_CHECKING:
    from collections.abc import Iterator


def _ranges(test: str) -> str:
    """A character class of the letters with a property, for scripts with capitals."""
    codes = [c for c in range(min(0x2C00, sys.maxunicode)) if getattr(chr(c), test)()]
    stukken: list[str] = []
    begin = vorige = codes[0]
    for code in [*codes[1:], -1]:
        if code != vorige + 1:
            een, ander = chr(begin), chr(vorige)  # letters: escapes take long to read
            stukken.append(een if een == ander else f"{een}-{ander}")
            begin = code
        vorige = code
    return "".join(stukken)


HOOFD = _ranges("isupper")
_ALLE_VOEGSELS = (
    *("van de", "van der", "van den", "van 't", "van het", "van ter", "van"),
    *("von der", "von den", "von", "vande", "vander", "vd", "v.d.", "v/d", "vdr"),
    *("in 't", "in de", "in den", "in der", "op 't", "op de", "op den", "op ter"),
    *("op der", "uit de", "uit den", "uit 't", "aan de", "aan den", "aan 't"),
    *(
        "van't",
        "in't",
        "op't",
        "aan't",
        "uit't",
        "bij't",
        "bij de",
        "bij 't",
        "onder de",
        "over de",
        "voor den",
        "voor de",
        "tot",
    ),
    *("de la", "de los", "de las", "de", "den", "der", "des", "ter", "ten", "te"),
    *("'t", "'s", "el", "al", "la", "le", "du", "da", "das", "dos", "do", "del"),
    *("della", "di", "bin", "ben", "ibn", "ait", "aït", "zur", "zum", "zu", "af"),
    *("av", "y", "ó"),
)
_VOEGSELS = woordvorm(_ALLE_VOEGSELS)
VOEGSELVORM = rf"(?i:{_VOEGSELS})"
"""A pattern for the particles of a surname, whatever their case."""
_AANLOOP = 1 + max(map(len, _ALLE_VOEGSELS))
"""How far before its first capital a run can begin: a particle and a space."""
_SLOTWOORDEN = tuple({v.split()[-1] for v in _ALLE_VOEGSELS})
_BEGINWOORDEN = frozenset(v.split()[0] for v in _ALLE_VOEGSELS)
_INITIAAL = rf"[{HOOFD}](?:[hrj]|ij)?\."
_WOORD = rf"[{HOOFD}](?!&)\w*(?:['-]\w+)*"
_NA_STREEPJE = r"(?:(?<=-van[ ])|(?<=-in[ ])|(?<=-op[ ]))het"
"""An article inside the second of two surnames: ``Kolk-van het Veld``."""

_DEEL = rf"(?:{_INITIAAL})(?:[ ]?{_INITIAAL})*|(?:d'|[Ll]')?{_WOORD}"
REEKS = re.compile(
    rf"(?<![\w&+\\])(?<!\w[@'.-])(?:{VOEGSELVORM}[ ](?=[{HOOFD}]))?(?:{_DEEL})"
    rf"(?:[ ]{{0,2}}(?:(?:{VOEGSELVORM}|{_NA_STREEPJE})[ ](?=[{HOOFD}]))?(?:{_DEEL})"
    rf"|[ ]\({_WOORD}\)(?=[ ](?:{VOEGSELVORM}[ ])?[{HOOFD}]))*"
)
_HOOFDLETTER = re.compile(rf"[{HOOFD}]")
_STUK = re.compile(
    rf"(?P<voegsel>(?<!\w)(?:{VOEGSELVORM}|{_NA_STREEPJE})(?=[ ][{HOOFD}]))"
    rf"|(?P<initialen>(?:{_INITIAAL})(?:[ ]?{_INITIAAL})*)|(?P<woord>(?:d'|"
    rf"[Ll]')?{_WOORD})"
)


_HALF = re.compile(r"[a-z]+[ ](?=[A-Z])")
_NOOT = re.compile(r"(?<=[a-zà-ÿ]{2})\d{1,2}\Z")
"""The number of a footnote that reading glued to a word: ``Kolk1``."""

_BEZIT = re.compile(r"(?<=\w)'s?\Z")
"""What makes a name that of an owner: ``Kolk's``."""


class Deelsoort(Enum):
    """What a piece of a run of capitals is by its form."""

    VOEGSEL = auto()
    INITIALEN = auto()
    WOORD = auto()


class Deel(NamedTuple):
    """A piece of a run and its place in the text."""

    begin: int
    eind: int
    tekst: str
    soort: Deelsoort


_SOORTEN = {
    "voegsel": Deelsoort.VOEGSEL,
    "initialen": Deelsoort.INITIALEN,
    "woord": Deelsoort.WOORD,
}


def find_reeksen(tekst: str) -> Iterator[tuple[Deel, ...]]:
    """The runs of capitalised words of a clean text, from left to right."""
    for reeks in _find_runs(tekst):
        woord, van = reeks.group(), reeks.start()
        if woord.isalpha():  # most runs are one word: no need to look again
            yield (Deel(van, reeks.end(), woord, Deelsoort.WOORD),)
            continue
        erna = tekst[reeks.end() : reeks.end() + 2] if "'" in woord else ""
        yield tuple(
            Deel(van + begin, van + eind, deel, soort)
            for begin, eind, deel, soort in _cut(woord, erna)
        )


@lru_cache(maxsize=1 << 14)
def _cut(reeks: str, erna: str) -> tuple[Deel, ...]:
    """The pieces of a run, as if the text began with it: the same names come back.

    ``erna`` is what stands behind it where that matters.
    """
    woorden = reeks.split(" ")
    if all(w.isalpha() and w.lower() not in _BEGINWOORDEN for w in woorden):
        delen, begin = [], 0
        for woord in woorden:
            delen.append(Deel(begin, begin + len(woord), woord, Deelsoort.WOORD))
            begin += len(woord) + 1
        return tuple(delen)
    return tuple(_pieces(reeks + erna, len(reeks)))


def _find_runs(tekst: str) -> Iterator[re.Match[str]]:
    """All matches of ``REEKS``; a run holds a capital, and those are found fast."""
    vrij = 0
    while hoofd := _HOOFDLETTER.search(tekst, vrij):
        plek = hoofd.start()
        if _can_begin_before(tekst, plek):
            plek = max(vrij, plek - _AANLOOP)
        reeks = REEKS.search(tekst, plek)
        if reeks is None:
            return
        yield reeks
        vrij = reeks.end()


def _can_begin_before(tekst: str, plek: int) -> bool:
    """Whether a particle can stand before a capital: without one nothing is tried."""
    ervoor = tekst[plek - 1 : plek]
    if ervoor == " ":
        return tekst[max(0, plek - _AANLOOP) : plek - 1].lower().endswith(_SLOTWOORDEN)
    return ervoor == "'"


def _pieces(tekst: str, eind: int) -> Iterator[Deel]:
    for stuk in _STUK.finditer(tekst, 0, eind):
        woord, van = stuk.group().rstrip(), stuk.start()
        soort = _SOORTEN[stuk.lastgroup or "woord"]
        half = _HALF.match(woord) if soort is Deelsoort.VOEGSEL else None
        if half:  # "bij De Jong": a preposition before a particle, not one particle
            woord, van = woord[half.end() :], van + half.end()
        noot = _NOOT.search(woord)
        if not noot and not _HOOFDLETTER.match(tekst, stuk.end() + 1):
            noot = _BEZIT.search(woord)  # not in "King's Commissioner"
        if noot:
            woord = woord[: noot.start()]
        yield Deel(van, van + len(woord), woord, soort)


_LOS_VOEGSEL = re.compile(rf"{VOEGSELVORM}\Z")


@lru_cache(maxsize=1 << 14)
def is_particle(woord: str) -> bool:
    """Whether a word is a particle of surnames (``Van``), whatever its capitals."""
    return _LOS_VOEGSEL.match(woord) is not None


def distance(een: str, twee: str, grens: int = 2) -> int:
    """The number of edits between two words, at most ``grens`` + 1."""
    if abs(len(een) - len(twee)) > grens:
        return grens + 1
    rij = list(range(len(twee) + 1))
    for i, letter in enumerate(een, 1):
        vorige, rij[0] = rij[0], i
        for j, ander in enumerate(twee, 1):
            oud = rij[j]
            rij[j] = min(rij[j] + 1, rij[j - 1] + 1, vorige + (letter != ander))
            vorige = oud
        if min(rij) > grens:
            return grens + 1
    return min(rij[-1], grens + 1)
