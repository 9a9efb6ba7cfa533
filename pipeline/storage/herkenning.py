"""The same action in another document, also when it was reworded.

Careful on purpose: an action that disappears into another is lost. At least one of the
two stands as a row in a list, they share words that carry meaning, and what is known of
owner and term does not speak against it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.rulebook import Regelboek
from pipeline.taal.letters import klein
from pipeline.taal.woorden import content_words, overlap

if TYPE_CHECKING:
    from datetime import date

    from modellen.afspraak import Actie

_ALGEMEEN = frozenset({"provincie", "gemeente", "gemeenten", "gem", "wethouder", "de"})
_DAGEN = 550
_VAN, _STEVIG, _ZWAK = 0.6, 0.85, 0.3
_TWEE, _DRIE = 2, 3
_LANG = 6
"""Letters of a word that tells something: "terug" and "komt" do not."""


@dataclass(frozen=True, slots=True)
class Kenteken:
    """What tells one statement of an action from another."""

    nummer: str
    document: str
    dag: date | None
    rij: bool
    woorden: frozenset[str]
    houders: frozenset[str]
    termijn: date | None
    nummer_bron: str | None


def make_kenteken(actie: Actie, dag: date | None, nummer: str = "") -> Kenteken:
    """The mark of an action as a document of that day states it."""
    houders = " ".join(actie.actiehouders)
    woorden = content_words(actie.omschrijving) - content_words(houders)
    return Kenteken(
        nummer=nummer,
        document=actie.herkomst.document,
        dag=dag,
        rij=actie.is_rij,
        woorden=(woorden - _actiewoorden()) or woorden,
        houders=frozenset(
            "".join(c for c in w if c.isalnum()) for w in klein(houders).split()
        )
        - {""},
        termijn=actie.termijn,
        nummer_bron=actie.nummer_bron,
    )


@cache
def _actiewoorden() -> frozenset[str]:
    """Words that any action can hold: they do not tell one from another."""
    return content_words(" ".join(Regelboek().lijst("actiewoorden")))


class Herkenner:
    """The statements seen so far, by the words they share with a new one."""

    def __init__(self) -> None:
        self._rijen: dict[str, list[Kenteken]] = defaultdict(list)
        self._proza: dict[str, list[Kenteken]] = defaultdict(list)
        self._stukken: dict[str, set[str]] = defaultdict(set)

    def add(self, kenteken: Kenteken) -> None:
        """Remember a statement that has a number."""
        self._stukken[kenteken.nummer].add(kenteken.document)
        bij_woord = self._rijen if kenteken.rij else self._proza
        for woord in kenteken.woorden:
            bij_woord[woord].append(kenteken)

    def find(self, nieuw: Kenteken) -> str | None:
        """The number of the action that a new statement states again, if any.

        Two statements in one document are two actions.
        """
        # One of two is a row, so prose need not look at prose.
        waar = (self._rijen, self._proza) if nieuw.rij else (self._rijen,)
        kandidaten = {
            id(k): k
            for w in sorted(nieuw.woorden)
            if len(w) >= _LANG
            for bij_woord in waar
            for k in bij_woord.get(w, ())
        }
        beste, waarde = None, 0.0
        for ander in kandidaten.values():
            if nieuw.document in self._stukken[ander.nummer]:
                continue
            gelijkenis = compare(nieuw, ander)
            if gelijkenis > waarde:
                beste, waarde = ander.nummer, gelijkenis
        return beste


def compare(een: Kenteken, ander: Kenteken) -> float:
    """How surely two statements are of one action; 0 where they are not."""
    if not (een.rij or ander.rij) or not _near(een.dag, ander.dag):
        return 0.0
    gedeeld = een.woorden & ander.woorden
    if not any(len(w) >= _LANG for w in gedeeld):
        return 0.0
    deel = overlap(een.woorden, ander.woorden)
    houder = _share_owner(een, ander)
    dag = een.termijn is not None and een.termijn == ander.termijn
    enige = min(len(een.woorden), len(ander.woorden))
    genoeg = min(_DRIE if not (houder and dag) else _TWEE, enige)
    if houder is False:
        zeker = deel >= _STEVIG and len(gedeeld) >= _TWEE and dag
    elif houder and dag:
        zeker = deel >= _ZWAK and _telling(gedeeld)
    elif houder:
        zeker = deel >= _VAN and (len(gedeeld) >= _TWEE or een.woorden == ander.woorden)
    else:
        zeker = deel >= _VAN and len(gedeeld) >= max(genoeg, _TWEE)
    return deel + 0.3 * dag + 0.2 * bool(houder) if zeker else 0.0


def _near(een: date | None, ander: date | None) -> bool:
    return een is None or ander is None or abs((een - ander).days) <= _DAGEN


def _share_owner(een: Kenteken, ander: Kenteken) -> bool | None:
    """Whether they name the same owner; nothing where one of them names none."""
    if not een.houders or not ander.houders:
        return None
    if een.houders == ander.houders:
        return True
    return bool((een.houders & ander.houders) - _ALGEMEEN)


def _telling(gedeeld: frozenset[str]) -> bool:
    """Whether shared words tell enough: two of them, or one that is long."""
    return len(gedeeld) >= _TWEE or any(len(w) > _LANG for w in gedeeld)
