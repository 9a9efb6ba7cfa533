"""Documents that say the same: equal, or nearly so, as a draft and its final text."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WOORD = re.compile(r"\w+")
_GORDEL = 5
_BANDEN, _PER_BAND = 24, 4
_GELIJK = 0.8
_LEEG = 1 << 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Dubbel:
    """That a document says the same as an earlier one; ``deel`` runs from 0 to 1."""

    nummer: str
    van: str
    deel: float


def find_doubles(teksten: Mapping[str, str]) -> dict[str, Dubbel]:
    """Which documents repeat an earlier one, by number; texts in the order to keep.

    Two documents are nearly the same when the runs of five words they share are at
    least eight tenths of all theirs (Broder 1997, resemblance). Candidates come from
    MinHash bands, so that the time grows with the number of documents, not of pairs.
    """
    gordels = {nummer: _shingles(tekst) for nummer, tekst in teksten.items()}
    volgorde = {nummer: plek for plek, nummer in enumerate(teksten)}
    dubbel: dict[str, Dubbel] = {}
    for een, twee in sorted(
        _candidates(gordels), key=lambda p: (volgorde[p[0]], volgorde[p[1]])
    ):
        if een in dubbel or twee in dubbel:
            continue
        deel = _resemblance(gordels[een], gordels[twee])
        if deel >= _GELIJK:
            dubbel[twee] = Dubbel(nummer=twee, van=een, deel=deel)
    return dubbel


def _shingles(tekst: str) -> frozenset[int]:
    """The runs of five words of a text as numbers, the same on every machine."""
    woorden = _WOORD.findall(tekst.lower())
    if not woorden:
        return frozenset()
    lengte = min(_GORDEL, len(woorden))
    return frozenset(
        int.from_bytes(
            hashlib.blake2b(
                " ".join(woorden[i : i + lengte]).encode(), digest_size=7
            ).digest()
        )
        for i in range(len(woorden) - lengte + 1)
    )


def _resemblance(een: frozenset[int], twee: frozenset[int]) -> float:
    return len(een & twee) / (len(een | twee) or 1)


def _candidates(
    gordels: Mapping[str, frozenset[int]],
) -> Iterator[tuple[str, str]]:
    """Pairs that share a band of their MinHash signatures; each once, in order."""
    emmers: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for nummer, gordel in gordels.items():
        for band in _bands(gordel):
            emmers[band].append(nummer)
    gezien: set[tuple[str, str]] = set()
    for leden in emmers.values():
        eerste = leden[0]
        for paar in ((eerste, ander) for ander in leden[1:]):
            if paar not in gezien:
                gezien.add(paar)
                yield paar


def _bands(gordel: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Bands of the smallest number in each bin (one permutation; Li et al. 2012)."""
    bakken = [_LEEG] * (_BANDEN * _PER_BAND)
    for getal in gordel:
        bak = getal % len(bakken)
        bakken[bak] = min(bakken[bak], getal)
    for begin in range(0, len(bakken), _PER_BAND):
        band = tuple(bakken[begin : begin + _PER_BAND])
        if any(g != _LEEG for g in band):
            yield (begin, *band)
