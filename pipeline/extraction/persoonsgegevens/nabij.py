"""Which rules hold right before a place in a text or right behind it, or in a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.taal.woordvorm import woordvorm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Document
    from pipeline.rulebook import Regel

VENSTER = 90
"""How far rules look to both sides."""

_NAAR_GROEP = re.compile(r"\\[1-9]|\(\?\(")


class Voorregels:
    """Rules for what stands before a place, with all their words in one pattern.

    ``per_woord`` tells of which rules a word is, by their number, and how near to the
    place it must begin; the rules of words that it begins with are there too.
    ``zonder`` are the numbers of rules without words, ``bereik`` is the widest of all.
    """

    def __init__(self, regels: tuple[Regel, ...]) -> None:
        genummerd = list(enumerate(regels))
        woorden = {w for regel in regels for w in regel.woorden}
        vorm = f"(?=({woordvorm(woorden)}))" if woorden else "(?!)"
        self.regels = regels
        self.vorm = re.compile(vorm)
        self.per_woord: Mapping[str, Sequence[tuple[int, int]]] = {
            woord: [(n, _reach(r)) for n, r in genummerd if woord.startswith(r.woorden)]
            for woord in woorden
        }
        self.zonder = frozenset(n for n, r in genummerd if not r.woorden)
        self.bereik = max((_reach(r) for r in regels), default=1)


class Naregels:
    """Rules for what stands behind a place; ``vorm`` is one pattern of them all.

    It is ``None`` where they cannot be joined: a rule of an organisation may have
    flags of its own, or speak of its groups by number.
    """

    def __init__(self, regels: tuple[Regel, ...]) -> None:
        self.regels = regels
        self.vorm = _join([r.patroon for r in regels])


def _join(patronen: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern that matches where any of them does, if they can be joined."""
    if any(_NAAR_GROEP.search(p) for p in patronen):
        return None
    vormen = (f"(?i:{p[4:]})" if p.startswith("(?i)") else p for p in patronen)
    try:
        return re.compile("|".join(f"(?:{v})" for v in vormen))
    except re.error:
        return None


def matching_before(voor: Voorregels, links: str) -> tuple[Regel, ...]:
    """The rules that hold for what stands before, each as far as it reaches."""
    laag = links[-voor.bereik :].lower()
    eind = len(laag)
    mogelijk = set(voor.zonder)
    for raak in voor.vorm.finditer(laag):  # asked for every possible name
        afstand = eind - raak.start()
        for nummer, bereik in voor.per_woord[raak[1]]:
            if afstand <= bereik:
                mogelijk.add(nummer)
    if not mogelijk:
        return ()
    regels = [voor.regels[nummer] for nummer in sorted(mogelijk)]
    return tuple(regel for regel in regels if _holds(regel, links))


def _reach(regel: Regel) -> int:
    """How near to the place one of the words of a rule must begin."""
    return regel.nabij or regel.bereik


def _holds(regel: Regel, links: str) -> bool:
    """Whether a rule holds for what stands before a place."""
    eis, eind = regel.eis, len(links)
    if eis is not None and not eis.search(links, eind - _reach(regel)):
        return False
    return regel.vorm.search(links, eind - regel.bereik) is not None


def matching_behind(na: Naregels, rechts: str) -> tuple[Regel, ...]:
    """The rules that hold for what stands behind."""
    if na.vorm is not None and not na.vorm.match(rechts):
        return ()  # as behind most names
    laag = rechts.lower()
    return tuple(r for r in na.regels if r.can_match(laag) and r.vorm.match(rechts))


def speaking_blocks(
    document: Document, regels: Sequence[Regel]
) -> Mapping[int, Sequence[Regel]]:
    """The rules that can speak in each block, by its number: a word of them is there.

    Blocks in which none can are left out.
    """
    laag = document.tekst.lower()
    if len(laag) != len(document.tekst):  # a letter that is two in lower case
        return {n: [*regels] for n in range(len(document.blokken))}
    levend: dict[int, list[Regel]] = defaultdict(list)
    begin = [b.begin for b in document.blokken]
    for regel in regels:
        er = [w for w in regel.woorden if w in laag]  # most words stand nowhere
        hier = {n for w in er for n in _blocks_with(w, laag, begin)}
        for nummer in hier if regel.woorden else range(len(begin)):
            levend[nummer].append(regel)
    return levend


def _blocks_with(woord: str, laag: str, begin: Sequence[int]) -> Iterator[int]:
    """The numbers of the blocks in which a word begins, each once."""
    plek = laag.find(woord)
    while plek >= 0:
        volgende = bisect_right(begin, plek)
        yield volgende - 1
        if volgende == len(begin):
            return
        plek = laag.find(woord, begin[volgende])
