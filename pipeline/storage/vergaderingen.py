"""One meeting that several documents tell of becomes one row.

Two records are the same meeting when the day is the same, the names can be said of one
meeting, and the hours do not speak against it. Which words of a name do not tell
meetings apart, stands in ``regels/lijsten/vergaderwoorden``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.rulebook import Regelboek
from pipeline.storage.synoniemen import load_groepen, stem_words

if TYPE_CHECKING:
    from datetime import date, time

    from modellen.vergadering import Vergadering

ZELFDE_UUR = 60
"""Minutes that two documents can differ on when the same meeting begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naam:
    """What a name tells: words that tell meetings apart, and words that exclude."""

    woorden: frozenset[str]
    kanten: frozenset[tuple[int, str]]

    @property
    def is_leeg(self) -> bool:
        """Whether any meeting could be called so."""
        return not (self.woorden or self.kanten)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lijst:
    algemeen: frozenset[str]
    kanten: dict[str, int]


def merge_vergaderingen(
    vergaderingen: tuple[Vergadering, ...],
) -> tuple[tuple[Vergadering, ...], dict[str, str]]:
    """The meetings, each once, by day; and for each id the id it has now."""
    per_dag: dict[date | None, list[list[Vergadering]]] = {}
    for vergadering in sorted(vergaderingen, key=_poverty):
        groepen = per_dag.setdefault(vergadering.datum, [])
        groep = _find_group(vergadering, groepen)
        if groep is None:
            groepen.append([vergadering])
        else:
            groep.append(vergadering)
    alle = [groep for groepen in per_dag.values() for groep in groepen]
    samen = sorted((_join(g) for g in alle), key=_moment)
    ids = {v.id: g[0].id for g in alle for v in g}
    return tuple(samen), ids


def _poverty(v: Vergadering) -> tuple[bool, bool, int, int]:
    """The richest first: named, held before announced, then the most that is known."""
    naam = _read_name(v.naam)
    bekend = sum(w is not None for w in (v.begin, v.eind, v.locatie))
    return naam.is_leeg, v.aangekondigd, -bekend, -len(naam.woorden)


def _find_group(
    vergadering: Vergadering, groepen: list[list[Vergadering]]
) -> list[Vergadering] | None:
    """The meeting of that day that a record tells of.

    "het overleg" names none: it is the only meeting of that day, or one of its own.
    """
    for groep in groepen:
        if all(is_same(vergadering, lid) for lid in groep):
            return groep
    if vergadering.datum is None or not _read_name(vergadering.naam).is_leeg:
        return None
    enige = groepen[0] if len(groepen) == 1 else None
    if enige and all(_hours_agree(vergadering, lid) for lid in enige):
        return enige
    return None


def _moment(v: Vergadering) -> tuple[bool, str, str, str, str]:
    datum = v.datum.isoformat() if v.datum else ""
    begin = v.begin.isoformat() if v.begin else ""
    return v.datum is None, datum, begin, v.naam, v.id


def _join(groep: list[Vergadering]) -> Vergadering:
    """The richest record, completed with what only others tell."""
    if len(groep) == 1:
        return groep[0]
    begin, eind = next(((v.begin, v.eind) for v in groep if v.begin), (None, None))
    if eind is None:
        eind = next(
            (v.eind for v in groep if v.eind and (not begin or v.eind > begin)), None
        )
    locatie = next((v.locatie for v in groep if v.locatie), None)
    return replace(groep[0], begin=begin, eind=eind, locatie=locatie)


def is_same(een: Vergadering, ander: Vergadering) -> bool:
    """Whether two records can tell of one meeting by what they say themselves."""
    if een.datum is None or een.datum != ander.datum:
        return een.id == ander.id
    if not _hours_agree(een, ander):
        return False
    gelijk = een.begin is not None and een.begin == ander.begin
    return _names_agree(_read_name(een.naam), _read_name(ander.naam), gelijk=gelijk)


def _hours_agree(een: Vergadering, ander: Vergadering) -> bool:
    if een.begin is None or ander.begin is None:
        return True
    return abs(_minutes(een.begin) - _minutes(ander.begin)) <= ZELFDE_UUR


def _names_agree(een: Naam, ander: Naam, *, gelijk: bool) -> bool:
    """``gelijk``: they begin at the same minute, so a name may tell nothing."""
    kanten = een.kanten | ander.kanten
    if len({groep for groep, _ in kanten}) < len(kanten):
        return False
    if een.woorden == ander.woorden:
        return een.kanten == ander.kanten or bool(een.woorden) or gelijk
    if een.woorden and ander.woorden:
        return een.woorden <= ander.woorden or ander.woorden <= een.woorden
    return gelijk or bool(een.kanten & ander.kanten)


def _minutes(tijd: time) -> int:
    return tijd.hour * 60 + tijd.minute


@lru_cache(maxsize=1024)
def _read_name(naam: str) -> Naam:
    lijst = _load_lijst()
    stammen = _canonical(stem_words(naam))
    return Naam(
        woorden=frozenset(
            s
            for s in stammen
            if s not in lijst.algemeen and s not in lijst.kanten and not s.isdigit()
        ),
        kanten=frozenset((lijst.kanten[s], s) for s in stammen if s in lijst.kanten),
    )


def _canonical(stammen: tuple[str, ...]) -> tuple[str, ...]:
    """The stems with every word group that has synonyms as one sign."""
    uit: list[str] = []
    plek = 0
    while plek < len(stammen):
        teken, lengte = _longest(stammen, plek)
        uit.append(teken)
        plek += lengte
    return tuple(uit)


def _longest(stammen: tuple[str, ...], plek: int) -> tuple[str, int]:
    beste = (stammen[plek], 1)
    breedte = 0
    for nummer, groep in enumerate(load_groepen()):
        for vorm in groep:
            if len(vorm) > breedte and stammen[plek : plek + len(vorm)] == vorm:
                beste, breedte = (f"#{nummer}", len(vorm)), len(vorm)
    return beste


@cache
def _load_lijst() -> _Lijst:
    algemeen: set[str] = set()
    kanten: dict[str, int] = {}
    for nummer, regel in enumerate(Regelboek().lijst("vergaderwoorden")):
        if "=" not in regel:
            algemeen |= set(_canonical(stem_words(regel)))
            continue
        for woord in regel.split("="):
            kanten |= dict.fromkeys(_canonical(stem_words(woord)), nummer)
    return _Lijst(algemeen=frozenset(algemeen), kanten=kanten)
