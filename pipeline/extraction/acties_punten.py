"""Cells with points of either kind: which are decisions, and whose each action is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.document import Vorm
from pipeline.extraction.acties_tekst import join_in_cel

if TYPE_CHECKING:
    from modellen.document import Cel
    from modellen.stuk import Stuk
    from pipeline.extraction.acties_tekst import Lezing
    from pipeline.extraction.besluiten_regels import Besluitregels


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A paragraph or bullet of a cell: its span, and how it is set."""

    begin: int
    eind: int
    vorm: Vorm


def find_alineas(stuk: Stuk, cel: Cel) -> list[Punt]:
    """The paragraphs and bullets of a cell, broken lines together."""
    blokken = [
        b
        for b in stuk.document.blokken
        if cel.begin <= b.begin and b.eind <= cel.eind and b.tekst.strip()
    ]
    return [
        Punt(begin=g[0].begin, eind=g[-1].eind, vorm=g[0].vorm)
        for g in join_in_cel(blokken)
    ]


def is_besluit(klein: str, regels: Besluitregels) -> bool:
    """Whether a point in lower case tells of a decision."""
    kaal = klein.strip(" •▪●-–")
    if next(regels.aanhef.find(kaal), None) is not None:
        return True
    kort = next(regels.kort.find(kaal), None) is not None
    return kort or regels.find_formule(kaal) is not None


def find_punten(
    stuk: Stuk, lezing: Lezing, cel: Cel, regels: Besluitregels
) -> tuple[list[Punt], list[Punt]]:
    """The points of a cell that are actions, and those that are decisions."""
    acties: list[Punt] = []
    besluiten: list[Punt] = []
    for blok in find_alineas(stuk, cel):
        besluit = is_besluit(lezing.klein[blok.begin : blok.eind], regels)
        (besluiten if besluit else acties).append(blok)
    return acties, besluiten


def pair_owners(
    blokken: list[Punt], houders: tuple[tuple[str, ...], ...]
) -> dict[int, tuple[str, ...]]:
    """By where a point begins, the owner on the line beside it; empty if unclear."""
    opsomming = [b for b in blokken if b.vorm is Vorm.LIJST]
    for reeks in (blokken, opsomming):
        if len(reeks) == len(houders) > 1:
            return {b.begin: h for b, h in zip(reeks, houders, strict=True)}
    return {}
