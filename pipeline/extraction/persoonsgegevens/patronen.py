"""Personal data with a fixed form: patterns of the rulebook and their checks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from modellen.persoon import Gegevenssoort
from pipeline.errors import RegelError
from pipeline.extraction.persoonsgegevens.toetsen import TOETSEN
from pipeline.taal.letters import verlaag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.rulebook import Regel


_KANTOOR = re.compile(
    r"(?i)\b(?:beveiliging|secretariaat|facilitair|cluster|afdeling|team|loket|balie|"
    r"receptie|kantoor|provincie|gemeente|postadres|postbus|bezoekadres|www|(?!thuis)\w+huis|"
    r"contact|vragen|informatie|inlichtingen|noodgevallen|calamiteiten)\b"
)
_KORTBIJ = 80
_MOBIEL = 0.95
_ERVOOR = 400
_ERNA = 150
"""How far before and behind a name a number is still someone's, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroonvondst:
    """A stretch of clean text with a fixed form."""

    begin: int
    eind: int
    tekst: str
    soort: Gegevenssoort
    regel: Regel
    zekerheid: float


def find_patronen(tekst: str, kennis: Kennis) -> Iterator[Patroonvondst]:
    """All stretches that a pattern finds and its check confirms.

    Raises ``RegelError`` when a rule names a check or a kind that does not exist.
    """
    laag = verlaag(tekst)
    for regel in kennis.patronen:
        soort, toets = _read(regel)
        for raak in regel.find_in(tekst, laag):
            zekerheid = toets(raak, kennis) if toets else 0.9
            if zekerheid:
                begin, eind = raak.span("doel")
                yield Patroonvondst(
                    begin=begin,
                    eind=eind,
                    tekst=raak["doel"],
                    soort=soort,
                    regel=regel,
                    zekerheid=zekerheid,
                )


def without_general(
    tekst: str, vondsten: Sequence[Patroonvondst], namen: Sequence[int]
) -> list[Patroonvondst]:
    """The finds without fixed numbers of an office: it is spoken of, and nobody else.

    ``namen`` are the places of names and personal addresses, in order.
    """
    return [
        v
        for v in vondsten
        if v.soort != Gegevenssoort.TELEFOON
        or v.zekerheid >= _MOBIEL
        or _is_near(v, namen)
        or not _KANTOOR.search(tekst, max(0, v.begin - _KORTBIJ), v.eind + _KORTBIJ)
    ]


def _is_near(vondst: Patroonvondst, namen: Sequence[int]) -> bool:
    plek = bisect_left(namen, vondst.begin - _ERVOOR)
    return plek < len(namen) and namen[plek] < vondst.eind + _ERNA


def _read(
    regel: Regel,
) -> tuple[Gegevenssoort, Callable[[re.Match[str], Kennis], float] | None]:
    """The kind a rule finds and the check it asks for."""
    try:
        return _look_up(regel.soort, regel.kenmerken.get("toets"))
    except (KeyError, ValueError) as fout:
        raise RegelError(
            f"Regel '{regel.id}' in {regel.bestand}: soort of toets {fout} bestaat "
            "niet. Kies een bestaande."
        ) from fout


@lru_cache(maxsize=256)
def _look_up(
    soort: str, toets: str | None
) -> tuple[Gegevenssoort, Callable[[re.Match[str], Kennis], float] | None]:
    return Gegevenssoort(soort), TOETSEN[toets] if toets else None
