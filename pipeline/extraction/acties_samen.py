"""The same action said twice in one document is one action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.taal.woorden import content_words, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modellen.afspraak import Actie

_DEEL, _HEEL, _MINST = 0.6, 0.85, 3


def join_acties(acties: Iterable[Actie]) -> tuple[Actie, ...]:
    """The actions in order of the text, each once: a row goes before prose."""
    alle = sorted(
        acties, key=lambda a: (not a.is_rij, not a.expliciet, a.herkomst.begin)
    )
    gekozen: list[tuple[Actie, frozenset[str]]] = []
    for actie in alle:
        woorden = content_words(actie.herkomst.citaat)
        index = _find_zelfde(actie, woorden, gekozen)
        if index is None:
            gekozen.append((actie, woorden))
        else:
            gekozen[index] = (_complete(gekozen[index][0], actie), gekozen[index][1])
    return tuple(sorted((a for a, _ in gekozen), key=lambda a: a.herkomst.begin))


def _find_zelfde(
    actie: Actie,
    woorden: frozenset[str],
    gekozen: list[tuple[Actie, frozenset[str]]],
) -> int | None:
    beste, waarde = None, 0.0
    for index, (ander, anders) in enumerate(gekozen):
        if actie.is_rij and ander.is_rij:
            continue
        drempel = _DEEL if ander.is_rij else _HEEL
        deel = overlap(woorden, anders)
        dag = actie.termijn is not None and actie.termijn == ander.termijn
        minst = _MINST - 1 if dag else _MINST
        genoeg = len(woorden & anders) >= min(minst, len(woorden), len(anders))
        if deel >= drempel and genoeg and _fits(actie, ander, deel) and deel > waarde:
            beste, waarde = index, deel
    return beste


def _fits(actie: Actie, ander: Actie, deel: float) -> bool:
    """Different owners or days make two actions, unless the words are the same."""
    if deel >= _HEEL:
        return True
    andere_dag = actie.termijn and ander.termijn and actie.termijn != ander.termijn
    return not andere_dag


def _complete(houdt: Actie, vult: Actie) -> Actie:
    """What the kept one lacks comes from the other, which is remembered whole."""
    return replace(
        houdt,
        elders=(*houdt.elders, vult),
        actiehouders=houdt.actiehouders or vult.actiehouders,
        termijn=houdt.termijn or vult.termijn,
        termijn_tekst=houdt.termijn_tekst or vult.termijn_tekst,
        expliciet=houdt.expliciet or vult.expliciet,
    )
