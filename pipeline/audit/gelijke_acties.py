"""Actions with numbers of their own that seem to be about one thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from modellen.afspraak import AFGEDAAN
from pipeline.audit.melding import join_woorden, make_bevinding, shorten
from pipeline.taal.letters import klein
from pipeline.taal.woorden import content_words, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.dossier import Dossier, GenummerdeActie
    from pipeline.rulebook import Regelboek

_VEELZEGGEND = 6
_REGEL = 70
_VAAK = 12
"""A word that more actions share tells none of them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Merk:
    """What one action is about, who does it, and where it is stated."""

    actie: GenummerdeActie
    woorden: frozenset[str]
    houders: frozenset[str]
    lijsten: frozenset[str]


def check_gelijke_acties(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Groups of actions that a person may want to join, asked once a group.

    Never joined by the program: an action that disappears into another is lost.
    """
    algemeen = content_words(" ".join(regelboek.lijst("actiewoorden")))
    merken = [_mark(g, algemeen) for g in dossier.acties]
    for groep in _groups(merken):
        nummers = [m.actie.nummer for m in groep]
        yield make_bevinding(
            regelboek,
            "acties_gelijk",
            nummers=join_woorden(nummers),
            actie=shorten(groep[0].actie.actie.omschrijving, _REGEL),
            samen=f"{nummers[0]} {nummers[1]}",
            document=groep[0].actie.actie.herkomst.document,
            pagina=groep[0].actie.actie.herkomst.pagina,
        )


def _mark(genummerd: GenummerdeActie, algemeen: frozenset[str]) -> _Merk:
    actie = genummerd.actie
    houders = " ".join(actie.actiehouders)
    woorden = content_words(actie.omschrijving) - content_words(houders) - algemeen
    vermeld = [v.actie for v in genummerd.vermeldingen] or [actie]
    return _Merk(
        actie=genummerd,
        woorden=woorden,
        houders=frozenset(klein(houders).replace(",", " ").split()),
        lijsten=frozenset(a.herkomst.document for a in vermeld if a.is_rij),
    )


def _groups(merken: list[_Merk]) -> Iterator[list[_Merk]]:
    """The actions that hang together, in the order of their numbers."""
    bij_woord: dict[str, list[int]] = defaultdict(list)
    for plek, merk in enumerate(merken):
        for woord in sorted(merk.woorden):
            if len(woord) >= _VEELZEGGEND:
                bij_woord[woord].append(plek)
    hoofd = list(range(len(merken)))
    paren = {
        p
        for plekken in bij_woord.values()
        if len(plekken) <= _VAAK
        for p in combinations(plekken, 2)
    }
    for een, ander in sorted(paren):
        if _alike(merken[een], merken[ander]):
            laag, hoog = sorted((_root(hoofd, een), _root(hoofd, ander)))
            hoofd[hoog] = laag
    groepen: dict[int, list[_Merk]] = defaultdict(list)
    for plek, merk in enumerate(merken):
        groepen[_root(hoofd, plek)].append(merk)
    yield from (g for g in groepen.values() if len(g) > 1)


def _root(hoofd: list[int], plek: int) -> int:
    while hoofd[plek] != plek:
        plek = hoofd[plek]
    return plek


def _alike(een: _Merk, ander: _Merk) -> bool:
    """Whether two actions, one of them open, seem one: words, and owner or term."""
    acties = een.actie.actie, ander.actie.actie
    if all(a.status in AFGEDAAN for a in acties) or een.lijsten & ander.lijsten:
        return False
    gedeeld = len(een.woorden & ander.woorden)
    deel = overlap(een.woorden, ander.woorden)
    dag = acties[0].termijn is not None and acties[0].termijn == acties[1].termijn
    houder = bool(een.houders) and een.houders == ander.houders
    if dag and houder:
        return deel >= 0.25  # noqa: PLR2004 owner and day say the most
    if dag or houder:
        return (deel >= 0.5 and gedeeld > 1) or (houder and deel == 1)  # noqa: PLR2004 half of what the shorter says
    return deel >= 0.6 and gedeeld > 1  # noqa: PLR2004 words alone must say more
