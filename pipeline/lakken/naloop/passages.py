"""A passage that is masked in one place and readable in another.

The words just before a mark are looked up in all files at once, by runs of three; so
the time grows with the words, not with the pairs of files. A place counts when the
words after it agree too, and enough of them are words that not every letter has. Then
the same is done from right to left, for a mark with which a sentence opens.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lakken.naloop.nabij import place
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.naloop import (
        Masker,
        Naloopbevinding,
        Naloopdossier,
        Openbaarstuk,
        Vindplaats,
    )
    from pipeline.lakken.naloop.kennis import Naloopkennis

ANKER = 3
RAAM = 12
GAT = 9
"""Words that a mark may stand for."""

MEEST = 60
"""Places above which a run of words says nothing: a greeting, a heading."""

RUIM = 40
"""Words on each side that tell letters of one model apart."""

GENOEG = 4
"""Telling words around a mark that must agree."""

LANG = 10
"""Words in a row, straight from the mark, that make up for one telling word."""

_DEEL = 0.6
_MEEST_BRONNEN = 40
_WOORD = re.compile(r"\w+")
_SLOT = re.compile(r"[.!?:](?=\s)|[.,]\n")
_MERK = "▮"
_PERSOONLIJK = {"5.1.1d", "5.1.1e", "5.1.2e", None}


class Woordplek(NamedTuple):
    """A word of a text, folded, or a mark; and where it stands."""

    woord: str
    begin: int
    eind: int


class Reeks(NamedTuple):
    """A file as a row of words and marks; ``gekeerd`` runs from its end."""

    stuk: Openbaarstuk
    woorden: list[Woordplek]
    maskers: dict[int, Masker]
    gekeerd: bool = False


class Paar(NamedTuple):
    """A mark, and the words that stand in its place elsewhere.

    ``gelijk`` counts the words that the two neighbourhoods share.
    """

    stuk: Openbaarstuk
    masker: Masker
    ander: Openbaarstuk
    begin: int
    eind: int
    gelijk: int


def check_passages(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """The same passage masked here and readable there; by who or what is readable.

    Letters of one model share sentences; of several places of a kind those count
    around which most agrees.
    """
    groepen: dict[tuple[str, str], list[Paar]] = defaultdict(list)
    openbaar = {p.id for p in dossier.personen if p.openbaar}
    per_masker: dict[tuple[str, str, int], list[Paar]] = defaultdict(list)
    for paar in find_pairs(dossier, kennis):
        soort = _kind(paar, openbaar, kennis)
        per_masker[(soort, paar.stuk.bestand, paar.masker.begin)].append(paar)
    for (soort, *_), paren in per_masker.items():
        meest = max(p.gelijk for p in paren)
        for paar in paren:
            if paar.gelijk == meest:
                groepen[(soort, _who(paar))].append(paar)
    for (soort, _), paren in groepen.items():
        yield kennis.report(soort, list(_sources(paren)))


def find_pairs(dossier: Naloopdossier, kennis: Naloopkennis) -> Iterator[Paar]:
    """Each mark with every place where its passage stands with readable words."""
    heen = [_row(stuk) for stuk in dossier.stukken]
    gezien: set[tuple[str, int, str, int, int]] = set()
    for reeksen in (heen, [_mirror(r) for r in heen]):
        ankers = _index(reeksen, _wanted(reeksen))
        for reeks in reeksen:
            for plek in reeks.maskers:
                for paar in _matches(reeks, plek, ankers, kennis):
                    hier = paar.stuk.bestand, paar.masker.begin
                    sleutel = (*hier, paar.ander.bestand, paar.begin, paar.eind)
                    if sleutel not in gezien:
                        gezien.add(sleutel)
                        yield paar


def _mirror(reeks: Reeks) -> Reeks:
    """The words of a file from the last to the first."""
    laatste = len(reeks.woorden) - 1
    maskers = {laatste - plek: masker for plek, masker in reeks.maskers.items()}
    return Reeks(reeks.stuk, reeks.woorden[::-1], maskers, gekeerd=True)


def _matches(
    reeks: Reeks,
    plek: int,
    ankers: Mapping[tuple[str, ...], Sequence[tuple[Reeks, int]]],
    kennis: Naloopkennis,
) -> Iterator[Paar]:
    links = _left(reeks.woorden, plek)
    rechts = _right(reeks.woorden, plek + 1)
    if reeks.gekeerd:
        rechts = rechts[: _to_opening(reeks, plek)]
    plekken = ankers.get(tuple(links[-ANKER:]), ()) if len(links) >= ANKER else ()
    if len(plekken) > MEEST:
        return
    hier = _around(reeks, plek)
    for ander, begin in plekken:
        if ander is reeks and begin == plek:
            continue
        gat = _gap(ander.woorden, begin, links, rechts, kennis)
        if gat:
            gelijk = len(hier & _around(ander, begin))
            masker = reeks.maskers[plek]
            yield Paar(reeks.stuk, masker, ander.stuk, *gat, gelijk)


def _around(reeks: Reeks, plek: int) -> set[str]:
    """The words in the neighbourhood of a place."""
    return {w.woord for w in reeks.woorden[max(0, plek - RUIM) : plek + RUIM]}


def _who(paar: Paar) -> str:
    """The person that is readable, else the words."""
    for v in paar.ander.vermeldingen:
        if v.begin < paar.eind and paar.begin < v.eind:
            return v.persoon
    return klein(" ".join(paar.ander.tekst[paar.begin : paar.eind].split()))


def _sources(paren: Sequence[Paar]) -> Iterator[Vindplaats]:
    """A masked and a readable place first, then more of each."""
    maskers = [place(p.stuk, p.masker.begin, p.masker.eind) for p in paren]
    leesbaar = [place(p.ander, p.begin, p.eind) for p in paren]
    yield maskers[0]
    yield leesbaar[0]
    yield from list(dict.fromkeys(maskers))[1:_MEEST_BRONNEN]
    yield from list(dict.fromkeys(leesbaar))[1:_MEEST_BRONNEN]


def _row(stuk: Openbaarstuk) -> Reeks:
    woorden: list[Woordplek] = []
    maskers: dict[int, Masker] = {}
    vorige = 0
    for masker in stuk.maskers:
        woorden += _words(stuk.tekst, vorige, masker.begin)
        maskers[len(woorden)] = masker
        woorden.append(Woordplek(_MERK, masker.begin, masker.eind))
        vorige = masker.eind
    woorden += _words(stuk.tekst, vorige, len(stuk.tekst))
    return Reeks(stuk, woorden, maskers)


def _words(tekst: str, begin: int, eind: int) -> Iterator[Woordplek]:
    for raak in _WOORD.finditer(tekst, begin, eind):
        yield Woordplek(klein(raak.group()), raak.start(), raak.end())


def _wanted(reeksen: Sequence[Reeks]) -> set[tuple[str, ...]]:
    """The runs of words that stand before a mark."""
    return {
        tuple(links[-ANKER:])
        for reeks in reeksen
        for plek in reeks.maskers
        if len(links := _left(reeks.woorden, plek)) >= ANKER
    }


def _index(
    reeksen: Sequence[Reeks], gezocht: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[tuple[Reeks, int]]]:
    """Where the wanted runs end, in every file."""
    ankers: dict[tuple[str, ...], list[tuple[Reeks, int]]] = defaultdict(list)
    for reeks in reeksen:
        los = [w.woord for w in reeks.woorden]
        for plek in range(ANKER, len(los) + 1):
            run = tuple(los[plek - ANKER : plek])
            if run in gezocht:
                ankers[run].append((reeks, plek))
    return ankers


def _left(woorden: Sequence[Woordplek], plek: int) -> list[str]:
    """The words before a place, as far as the nearest mark."""
    uit: list[str] = []
    for woord in reversed(woorden[max(0, plek - RAAM) : plek]):
        if woord.woord == _MERK:
            break
        uit.append(woord.woord)
    return uit[::-1]


def _right(woorden: Sequence[Woordplek], plek: int) -> list[str]:
    """The words from a place on, as far as the nearest mark."""
    uit: list[str] = []
    for woord in woorden[plek : plek + RAAM]:
        if woord.woord == _MERK:
            break
        uit.append(woord.woord)
    return uit


def _to_opening(reeks: Reeks, plek: int) -> int:
    """How many words stand between a mark and the opening of its sentence."""
    volgende = reeks.woorden[plek]
    for nummer, woord in enumerate(reeks.woorden[plek + 1 :]):
        if _SLOT.search(reeks.stuk.tekst, woord.eind, volgende.begin):
            return nummer
        volgende = woord
    return len(reeks.woorden)


def _gap(
    woorden: Sequence[Woordplek],
    begin: int,
    links: Sequence[str],
    rechts: Sequence[str],
    kennis: Naloopkennis,
) -> tuple[int, int] | None:
    """The stretch that stands where the mark stood, when both sides agree."""
    voor = [w.woord for w in woorden[max(0, begin - len(links)) : begin]]
    gelijk = [
        a for a, b in zip(reversed(links), reversed(voor), strict=False) if a == b
    ]
    beste: tuple[int, int, list[str]] | None = None
    for lengte in range(1, GAT + 1):
        if begin + lengte > len(woorden) or woorden[begin + lengte - 1].woord == _MERK:
            break
        na = [w.woord for w in woorden[begin + lengte : begin + lengte + len(rechts)]]
        samen = [a for a, b in zip(rechts, na, strict=False) if a == b]
        eerste = bool(rechts and na and rechts[0] == na[0])
        if eerste and (beste is None or len(samen) > beste[0]):
            beste = (len(samen), lengte, samen)
    if beste is None or not _goes_on_alike(rechts, beste[2]):
        return None
    genoeg = GENOEG - (_unbroken(links, voor) >= LANG)
    if _telling([*gelijk, *beste[2]], kennis) < genoeg:
        return None
    uiteinden = woorden[begin], woorden[begin + beste[1] - 1]
    return min(w.begin for w in uiteinden), max(w.eind for w in uiteinden)


def _unbroken(links: Sequence[str], voor: Sequence[str]) -> int:
    """How many words agree in a row, from the mark away."""
    paren = list(zip(reversed(links), reversed(voor), strict=False))
    return next((n for n, (a, b) in enumerate(paren) if a != b), len(paren))


def _goes_on_alike(rechts: Sequence[str], samen: Sequence[str]) -> bool:
    """Whether what follows agrees: its first words, or most of it.

    The sentence of a mark may end soon; behind it two papers go their own way.
    """
    eerste = min(ANKER, len(rechts))
    if list(samen[:eerste]) == list(rechts[:eerste]):
        return True
    return len(samen) >= _DEEL * len(rechts)


def _telling(woorden: Sequence[str], kennis: Naloopkennis) -> int:
    """How many of the words are not in every letter."""
    return len({w for w in woorden if len(w) > 2 and w not in kennis.stop})  # noqa: PLR2004


def _kind(paar: Paar, openbaar: set[str], kennis: Naloopkennis) -> str:
    """What it means that these words are readable where others are masked."""
    ander, begin, eind = paar.ander, paar.begin, paar.eind
    namen = [v for v in ander.vermeldingen if v.begin < eind and begin < v.eind]
    if any(v.persoon not in openbaar for v in namen):
        return "elders_leesbaar"
    if namen:
        return "elders_bestuurder"
    if any(g.begin < eind and begin < g.eind for g in ander.gegevens):
        return "elders_leesbaar"
    if paar.masker.grond in _PERSOONLIJK and any(
        kennis.is_name_word(w) for w in ander.tekst[begin:eind].split()
    ):
        return "elders_leesbaar"
    return "passage_ongelijk"
