"""The people that published files name in full, to look up by a rest of a name."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.taal.namen.naam import fold_name
from pipeline.taal.namen.vorm import distance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import Naloopdossier, Openbaarstuk, Vermelding
    from modellen.persoon import Persoon

_KORT = 5
_LANG = 7
_VOEGSEL = re.compile(
    r"(?i)^(?:(?:van|de|den|der|ter|ten|te|'t|la|el|al|von|op|in|aan)\s+)+"
)
_WOORD = re.compile(r"[^\W\d_][\w'’-]*")


class Plek(NamedTuple):
    """A readable mention of a person."""

    stuk: Openbaarstuk
    vermelding: Vermelding

    @property
    def tekst(self) -> str:
        """The name as it is printed."""
        return self.stuk.tekst[self.vermelding.begin : self.vermelding.eind]


class Mensen:
    """People by surname, each with the places where the name stands in full."""

    def __init__(self, dossier: Naloopdossier) -> None:
        self.personen = {p.id: p for p in dossier.personen}
        self.plekken: dict[str, list[Plek]] = defaultdict(list)
        for stuk in dossier.stukken:
            for vermelding in stuk.vermeldingen:
                self.plekken[vermelding.persoon].append(Plek(stuk, vermelding))
        self._op_naam: dict[str, set[str]] = defaultdict(set)
        self._op_vorm: dict[tuple[str, int], set[str]] = defaultdict(set)
        for id_, plekken in self.plekken.items():
            for plek in plekken:
                for deel in surnames(plek.tekst):
                    self._op_naam[deel].add(id_)
                    self._op_vorm[(deel[:1], len(deel))].add(deel)

    def find(self, rest: str, *, ruim: bool) -> Iterator[Persoon]:
        """People of whom a rest is the surname; ``ruim`` takes slips of the pen too."""
        kaal = fold_name(_VOEGSEL.sub("", rest))
        namen = {kaal} if kaal in self._op_naam else set()
        if not namen and ruim and len(kaal) > _KORT:
            grens = 2 if len(kaal) > _LANG else 1
            namen = {
                naam
                for lang in range(len(kaal) - grens, len(kaal) + grens + 1)
                for naam in self._op_vorm.get((kaal[:1], lang), ())
                if distance(kaal, naam, grens) <= grens
            }
        for id_ in sorted({i for n in namen for i in self._op_naam[n]}):
            yield self.personen[id_]

    def full(self, persoon: Persoon) -> list[Plek]:
        """The places where someone is named by more than a surname."""
        return [p for p in self.plekken[persoon.id] if len(_parts(p.tekst)) > 1]


@lru_cache(maxsize=1 << 14)
def surnames(naam: str) -> tuple[str, ...]:
    """The folded surname of a name in full; halves of a double one apart."""
    delen = _parts(naam)
    if len(delen) < 2:  # noqa: PLR2004 a first name and a surname
        return ()
    laatste = delen[-1]
    return tuple(
        dict.fromkeys(
            d for d in (fold_name(laatste), *map(fold_name, laatste.split("-"))) if d
        )
    )


def _parts(naam: str) -> list[str]:
    """The words of a name, particles left out; initials count as one each."""
    return [
        w for w in _WOORD.findall(naam)
        if w[0].isupper() and not _VOEGSEL.match(f"{w} ")
    ]  # fmt: skip
