"""Which rules hold right before a place in a text or right behind it, or in a block."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.taal.letters import verlaag
from pipeline.taal.woordvorm import woordvorm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from modellen.document import Document
    from pipeline.rulebook import Regel

VENSTER = 90
"""How far rules look to both sides."""

_NAAR_GROEP = re.compile(r"\\[1-9]|\(\?\(")


class Voorregels:
    """Rules for what stands before a place, with all their words in one pattern.

    ``per_woord`` tells of which rules a word is, by their number, and how near to the
    place it must begin; the rules of words that it begins with are there too, and so is
    what is left of a word that a place cuts off. Rules that are asked of the same texts
    are given as ``samen``: a text is searched once for the words of them all.
    ``zonder`` are the numbers of rules without words, ``bereik`` is the widest of all.
    """

    def __init__(
        self, regels: tuple[Regel, ...], samen: Collection[Regel] = ()
    ) -> None:
        genummerd = list(enumerate(regels))
        woorden = {w for regel in (*regels, *samen) for w in regel.woorden}
        self.regels = regels
        self.vorm = re.compile(f"(?=({woordvorm(woorden)}))" if woorden else "(?!)")
        per_stuk = {
            stuk: [(n, _reach(r)) for n, r in genummerd if stuk.startswith(r.woorden)]
            for stuk in {w[:tot] for w in woorden for tot in range(1, len(w) + 1)}
        }
        self.per_woord: Mapping[str, Sequence[tuple[int, int]]] = {
            stuk: ervan for stuk, ervan in per_stuk.items() if ervan
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

    def may_match(self, rechts: str) -> bool:
        """Whether one of the rules can hold for what stands behind."""
        return self.vorm is None or self.vorm.match(rechts) is not None


def _join(patronen: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern that matches where any of them does, if they can be joined."""
    if any(_NAAR_GROEP.search(p) for p in patronen):
        return None
    vormen = (f"(?i:{p[4:]})" if p.startswith("(?i)") else p for p in patronen)
    try:
        return re.compile("|".join(f"(?:{v})" for v in vormen))
    except re.error:
        return None


def matching_before(voor: Voorregels, tekst: str, plek: int) -> tuple[Regel, ...]:
    """The rules that hold for what stands before a place, each as far as it reaches."""
    mogelijk = set(voor.zonder)
    for begin, woord in _words_before(voor, tekst, plek):
        for nummer, bereik in voor.per_woord.get(woord[: plek - begin], ()):
            if plek - begin <= bereik:
                mogelijk.add(nummer)
    if not mogelijk:  # as before most places
        return ()
    links = tekst[max(0, plek - VENSTER) : plek]
    regels = [voor.regels[nummer] for nummer in sorted(mogelijk)]
    return tuple(regel for regel in regels if _holds(regel, links))


def _words_before(voor: Voorregels, tekst: str, plek: int) -> Sequence[tuple[int, str]]:
    """The words of rules that begin before a place, as far as the rules reach."""
    raken, begin = _words_of(voor, tekst)
    eerste = bisect_left(begin, plek - min(voor.bereik, VENSTER))
    return raken[eerste : bisect_left(begin, plek, eerste)]


@lru_cache(maxsize=8)
def _words_of(
    voor: Voorregels, tekst: str
) -> tuple[Sequence[tuple[int, str]], Sequence[int]]:
    """Where a text holds words of rules, and those places alone."""
    raken = [raak for raak in _scan(voor.vorm, tekst) if raak[1] in voor.per_woord]
    return raken, [begin for begin, _ in raken]


@lru_cache(maxsize=2)
def _scan(vorm: re.Pattern[str], tekst: str) -> Sequence[tuple[int, str]]:
    return [(raak.start(), raak[1]) for raak in vorm.finditer(verlaag(tekst))]


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
    if not na.may_match(rechts):
        return ()
    laag = rechts.lower()
    return tuple(r for r in na.regels if r.can_match(laag) and r.vorm.match(rechts))


def speaking_blocks(
    document: Document, regels: Sequence[Regel]
) -> Mapping[int, Sequence[Regel]]:
    """The rules that can speak in each block, by its number: a word of them is there.

    Blocks in which none can are left out.
    """
    laag = verlaag(document.tekst)
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
