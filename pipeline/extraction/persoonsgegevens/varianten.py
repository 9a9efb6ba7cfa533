"""Misspelt surnames: who is named once with a slip is the one they are nearest to."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from pipeline.taal.namen.vorm import distance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie

_KORT = 5
_LANG = 7
_MEESTE = 2
"""Edits between two surnames at the most."""

_LANGST = 30
"""Letters of a word that is looked up with letters left out; a run may be longer."""

_Vorm: TypeAlias = str | tuple[int, int, str]
"""A word with letters left out, or a third of one and its place."""


def merge_variants(personen: Personen, achternamen: Collection[str]) -> None:
    """Bring a misspelt surname under the person it is nearest to (at most two edits).

    A name with a first name of its own that differs stays apart; so do a short one, and
    one of ``achternamen`` beside the name of an office holder.
    """
    buren = _Buren(personen)
    for wie in list(personen.alle):
        if len(wie.sleutel) <= _KORT or not wie.treffers:
            continue
        grens = _MEESTE if len(wie.sleutel) > _LANG else 1
        for ander in buren.near(wie, grens):
            if wie.sleutel in achternamen and any(
                t.rol and t.rol.openbaar for t in ander.treffers
            ):
                continue
            if ander is not wie and ander.treffers and _variant(wie, ander, grens):
                personen.merge(wie, ander)
                break


class _Buren:
    """Who is named with more than a surname, to look up by one that is nearly it.

    Two words of at most two edits apart are the same with as many letters left out of
    each. So nobody is compared with all others: a list of members can be long.
    """

    def __init__(self, personen: Personen) -> None:
        self._wie: list[Wie] = []
        self._bladen: list[frozenset[int]] = []
        self._van: dict[str, list[int]] = defaultdict(list)
        for wie in personen.alle:
            if wie.letters or any(t.rol for t in wie.treffers):
                self._van[wie.sleutel].append(len(self._wie))
                self._wie.append(wie)
                self._bladen.append(frozenset(t.blad for t in wie.treffers))
        self._sleutels: dict[_Vorm, list[str]] = defaultdict(list)
        for sleutel in self._van:
            for rest in _stored(sleutel):
                self._sleutels[rest].append(sleutel)

    def near(self, wie: Wie, grens: int) -> list[Wie]:
        """Who of the same documents is called nearly so, in order of finding."""
        bladen = {t.blad for t in wie.treffers}
        sleutels = {
            sleutel
            for rest in _sought(wie.sleutel, grens)
            for sleutel in self._sleutels.get(rest, ())
            if sleutel != wie.sleutel
        }
        return [
            self._wie[nummer]
            for nummer in sorted(n for s in sleutels for n in self._van[s])
            if not self._bladen[nummer].isdisjoint(bladen)
        ]


def _stored(woord: str) -> Iterator[_Vorm]:
    """By what a word is found: of a long one a third stays whole."""
    if len(woord) <= _LANGST:
        yield from _shortened(woord, _MEESTE)
        return
    lengte = len(woord)
    for begin, eind in _thirds(lengte):
        yield lengte, begin, woord[begin:eind]


def _sought(woord: str, grens: int) -> Iterator[_Vorm]:
    """What to look for to find all words that are nearly this one."""
    if len(woord) <= _LANGST + _MEESTE:
        yield from _shortened(woord, grens)
    for lengte in range(max(_LANGST + 1, len(woord) - grens), len(woord) + grens + 1):
        for begin, eind in _thirds(lengte):
            for schuif in range(-grens, grens + 1):
                if begin + schuif >= 0:
                    yield lengte, begin, woord[begin + schuif : eind + schuif]


def _thirds(lengte: int) -> tuple[tuple[int, int], ...]:
    """Where the thirds of a word begin and end."""
    een, twee = lengte // 3, 2 * lengte // 3
    return (0, een), (een, twee), (twee, lengte)


def _shortened(woord: str, meeste: int) -> Iterator[str]:
    """A word with at most some letters left out, each form once."""
    vormen = {woord}
    for aantal in range(1, min(meeste, len(woord)) + 1):
        for over in combinations(woord, len(woord) - aantal):
            vormen.add("".join(over))
    yield from vormen


def _variant(  # noqa: PLR0911 (one reason to stay apart after another)
    wie: Wie, ander: Wie, grens: int
) -> bool:
    if wie.sleutel == ander.sleutel:
        return False
    if abs(len(wie.sleutel) - len(ander.sleutel)) > grens:
        return False
    if len(wie.treffers) > len(ander.treffers) and not any(
        t.rol for t in ander.treffers
    ):
        return False
    rollen = {t.rol.openbaar for t in wie.treffers if t.rol}
    if rollen and not rollen & {t.rol.openbaar for t in ander.treffers if t.rol}:
        return False
    if wie.letters and not (wie.letters & ander.letters):
        return False
    if wie.roepnamen and ander.roepnamen and not all(ander.fits(n) for n in wie.namen):
        return False
    if wie.roepnamen and not ander.roepnamen:
        return False
    return distance(wie.sleutel, ander.sleutel, grens) <= grens
