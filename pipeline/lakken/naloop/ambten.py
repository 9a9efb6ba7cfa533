"""Roles beside a mark: office holders masked, and roles that one named person holds."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lakken.naloop.nabij import place
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modellen.naloop import (
        Naloopbevinding,
        Naloopdossier,
        Openbaarstuk,
        Vindplaats,
    )
    from pipeline.lakken.naloop.kennis import Ambt, Naloopkennis

_TUSSEN_VOOR = re.compile(
    r"[ \t]*(?:van[ ])?(?:[^\W\d_]{3,20}[ ])?"
    r"(?:de heer|heer|dhr\.?|mevrouw|mevr\.?|mw\.?|:|,|\()?[ \t]*"
)
_TUSSEN_NA = re.compile(r"[ \t]*[,(:–-]?[ \t]*\n?[ \t]*\(?[ \t]*")
_STREEP = re.compile(r"[,;:|\t\n▮]|\[|\.\s|\d")
_WOORD = re.compile(r"[^\W\d_]{2,}")
_VERDER = 70
_KEUR = 3
_MEEST = 12


class Rolplek(NamedTuple):
    """A role beside a mark or a name, with the words that say which one it is."""

    stuk: Openbaarstuk
    ambt: Ambt
    nader: frozenset[str]
    begin: int
    eind: int


def check_offices(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Marks beside an office whose holder stays readable; by file and office."""
    for stuk in dossier.stukken:
        per_ambt: dict[str, list[Rolplek]] = defaultdict(list)
        for plek in _at_masks(stuk, kennis):
            if plek.ambt.openbaar and not plek.ambt.bevestigen:
                per_ambt[plek.ambt.woord].append(plek)
        for woord, plekken in per_ambt.items():
            bronnen = [place(stuk, p.begin, p.eind) for p in plekken[:6]]
            yield kennis.report("bestuurder_gelakt", bronnen, ambt=woord)


def check_roles(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """A masked name with a role that elsewhere only one named person holds."""
    openbaar = {p.id for p in dossier.personen if p.openbaar}
    namen: dict[str, dict[str, list[Rolplek]]] = defaultdict(lambda: defaultdict(list))
    for stuk in dossier.stukken:
        for persoon, plek in _at_names(stuk, kennis):
            if persoon not in openbaar and not plek.ambt.openbaar:
                namen[plek.ambt.woord][persoon].append(plek)
    groepen: dict[tuple[str, str], list[Vindplaats]] = defaultdict(list)
    for stuk in dossier.stukken:
        for plek in _at_masks(stuk, kennis):
            if not plek.ambt.openbaar:
                raak = _match(plek, namen.get(plek.ambt.woord, {}))
                if raak:
                    soort, persoon, passend = raak
                    hier = place(plek.stuk, plek.begin, plek.eind)
                    groepen[(soort, persoon)] += [hier, *map(_source, passend[:3])]
    for (soort, _), bronnen in groepen.items():
        yield kennis.report(soort, bronnen[:_MEEST])


def _match(
    plek: Rolplek, houders: Mapping[str, list[Rolplek]]
) -> tuple[str, str, list[Rolplek]] | None:
    """Whom the role of a mark points out, how surely, and where they are named."""
    raak = {
        persoon: passend
        for persoon, plekken in houders.items()
        if (passend := [p for p in plekken if p.nader & plek.nader])
    }
    if len(raak) == 1:
        persoon, passend = next(iter(raak.items()))
        zeker = any(_agrees(p.nader, plek.nader) for p in passend)
        return ("functie_verraadt" if zeker else "functie_mogelijk"), persoon, passend
    if not raak and len(houders) == 1:
        persoon, plekken = next(iter(houders.items()))
        los = [p for p in plekken if not p.nader or not plek.nader]
        return ("functie_mogelijk", persoon, los) if los else None
    return None


def _agrees(een: frozenset[str], twee: frozenset[str]) -> bool:
    """Whether the smaller of two descriptions is in the larger."""
    return min(een, twee, key=len) <= max(een, twee, key=len)


def _source(plek: Rolplek) -> Vindplaats:
    return place(plek.stuk, plek.begin, plek.eind, rand=10)


def _at_masks(stuk: Openbaarstuk, kennis: Naloopkennis) -> Iterator[Rolplek]:
    for masker in stuk.maskers:
        plek = _role_at(stuk, masker.begin, masker.eind, kennis)
        if plek:
            yield plek


def _at_names(
    stuk: Openbaarstuk, kennis: Naloopkennis
) -> Iterator[tuple[str, Rolplek]]:
    for v in stuk.vermeldingen:
        plek = _role_at(stuk, v.begin, v.eind, kennis)
        if plek:
            yield v.persoon, plek


def _role_at(
    stuk: Openbaarstuk, begin: int, eind: int, kennis: Naloopkennis
) -> Rolplek | None:
    """The role directly behind or before a name or mark, or on the line under it."""
    tekst = stuk.tekst
    na = klein(tekst[eind : eind + _VERDER])
    tussen = _TUSSEN_NA.match(na)
    raak = kennis.ambtvorm.match(na, tussen.end()) if tussen else None
    if raak and not _is_label(na[raak.end() :], kennis):
        slot = eind + raak.end()
        nader = _details(tekst[slot : slot + _VERDER], kennis)
        return Rolplek(stuk, kennis.ambten[raak.group()], nader, begin, slot)
    van = stuk.regel(begin)[0]
    voor = klein(tekst[van:begin])
    for raak in reversed(list(kennis.ambtvorm.finditer(voor))):
        if not _TUSSEN_VOOR.fullmatch(voor, raak.end()):
            break
        nader = _details(tekst[van + raak.end() : begin], kennis)
        nader |= _details(tekst[eind : eind + _VERDER], kennis, haken=True)
        return Rolplek(
            stuk, kennis.ambten[raak.group()], nader, van + raak.start(), eind
        )
    return None


def _is_label(rest: str, kennis: Naloopkennis) -> bool:
    """Whether a role is the first half of a word for something else."""
    woorden = _WOORD.findall(rest[:20])
    return rest[:1] in {"-", ":"} or bool(
        woorden and woorden[0] in kennis.woorden["label"]
    )


def _details(
    tekst: str, kennis: Naloopkennis, *, haken: bool = False
) -> frozenset[str]:
    """The words behind a role that say of what: ``opvang``, ``Hoogeveen``."""
    if haken:
        if not tekst.lstrip().startswith("("):
            return frozenset()
        tekst = tekst.lstrip()[1:].split(")")[0]
    regel = _STREEP.split(tekst.lstrip(" ,("), maxsplit=1)[0]
    woorden = [klein(w) for w in _WOORD.findall(regel.split(")")[0])]
    return frozenset(
        [w for w in woorden if len(w) >= _KEUR and w not in kennis.stop][:4]
    )
