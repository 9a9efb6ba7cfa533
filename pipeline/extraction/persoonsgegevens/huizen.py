"""Houses and places that are written as a surname: ``de eigenaar van De Linde``."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.taal.namen.naam import Naam

_LIDWOORD = frozenset({"De", "Het", "'t"})
_ZWAKKE_REGELS = frozenset({"naam.vorm", "naam.gevraagd"})
"""Rules that no person needs to be there for: "wij kunnen De Linde openhouden"."""

_PLEK = re.compile(r"(?<!\w)(?:De|Het|'t)[ ](?P<naam>[A-ZÀ-Þ][\w'’-]+)")
_ERVOOR = re.compile(r"(?P<woord>[\w'-]+)[ ]\Z")
_LETTER = re.compile(r"(?:\b[A-Z]|\b(?:dhr|mw|mevr|dr|mr|drs|ir|ing))\.[ ]?\Z")
_MEESTE = 24
"""Mentions of one name that are looked at."""

_RUIM = 26
"""How far before a house the words are read that tell what it is."""


class Huiswoorden(NamedTuple):
    """What stands before or behind a house; ``zwak`` does so before people as well."""

    ervoor: re.Pattern[str]
    zwak: re.Pattern[str]
    erna: re.Pattern[str]
    uitgangen: tuple[str, ...]


class Soort(Enum):
    """What one mention tells of a name with an article."""

    HUIS = auto()
    MISSCHIEN = auto()
    MENS = auto()
    NIETS = auto()


def read_huiswoorden(tabel: Mapping[str, Sequence[str]]) -> Huiswoorden:
    """The words of a table as patterns."""
    voor, zwak, na = (
        "|".join(map(re.escape, tabel[naam])) for naam in ("ervoor", "zwak", "erna")
    )
    return Huiswoorden(
        ervoor=re.compile(rf"(?i)(?<!\w)(?:{voor})[ ]\Z"),
        zwak=re.compile(rf"(?i)(?<!\w)(?:{zwak})[ ]\Z"),
        erna=re.compile(rf"[ ](?:{na})\b"),
        uitgangen=tuple(tabel["uitgangen"]),
    )


def is_house(
    delen: tuple[Deel, ...], naam: Naam, regel: str, tekst: str, kennis: Kennis
) -> bool:
    """Whether a capital article and a word are a house or a place, and no surname.

    ``De Vries`` is on the list of surnames and stays; ``De Linde`` is a house where the
    paper speaks of it as of one, and never of a person.
    """
    lidwoord = delen[0]
    if (
        len(delen) == 1
        or regel not in _ZWAKKE_REGELS
        or lidwoord.soort is not Deelsoort.VOEGSEL
        or lidwoord.tekst.split()[-1] not in _LIDWOORD
        or naam.letter
    ):
        return False
    lijsten, woord = kennis.lijsten, delen[1].tekst
    if lijsten.is_whole_surname(f"{lidwoord.tekst.split()[-1]} {delen[-1].tekst}"):
        return False
    soorten = {
        _kind(links, kennis, zeker=zeker)
        for links, zeker in _read_mentions(tekst, kennis.huiswoorden)[woord]
    }
    if Soort.MENS in soorten or Soort.HUIS in soorten:
        return Soort.MENS not in soorten
    return not lijsten.is_surname(delen[-1].tekst) and (
        Soort.MISSCHIEN in soorten
        or delen[-1].tekst.endswith(kennis.huiswoorden.uitgangen)
    )


@lru_cache(maxsize=4)
def _read_mentions(
    tekst: str, woorden: Huiswoorden
) -> defaultdict[str, list[tuple[str, bool]]]:
    """By name what stands before it and its article, and whether it surely is a place.

    Only the first mentions of each: a text may hold one a thousand times.
    """
    per_naam: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for raak in _PLEK.finditer(tekst):
        gezien = per_naam[raak["naam"]]
        if len(gezien) < _MEESTE:
            links = tekst[max(0, raak.start() - _RUIM) : raak.start()]
            zeker = woorden.ervoor.search(links) or woorden.erna.match(
                tekst, raak.end()
            )
            gezien.append((links, zeker is not None))
    return per_naam


def _kind(links: str, kennis: Kennis, *, zeker: bool) -> Soort:
    """What the words before a name tell; ``zeker``: they or those behind it know."""
    raak = _ERVOOR.search(links)
    woord = raak["woord"] if raak else ""
    if _LETTER.search(links) or kennis.is_address(woord):
        return Soort.MENS
    if zeker or klein(woord) in kennis.soortnamen:
        return Soort.HUIS
    if kennis.huiswoorden.zwak.search(links):
        return Soort.MISSCHIEN
    voornaam = woord[:1].isupper() and kennis.lijsten.is_first_name(woord)
    return Soort.MENS if voornaam else Soort.NIETS
