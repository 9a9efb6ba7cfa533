"""What was left of a name beside its mark."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lakken.naloop.mensen import Mensen
from pipeline.lakken.naloop.nabij import after, before, place
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import (
        Masker,
        Naloopbevinding,
        Naloopdossier,
        Openbaarstuk,
        Vindplaats,
    )
    from pipeline.lakken.naloop.kennis import Naloopkennis
    from pipeline.lakken.naloop.mensen import Plek

_NAAM = r"[A-ZÀ-Þ][a-zß-ÿ'’]+(?:-[A-ZÀ-Þ]?[a-zß-ÿ'’]+)*"
_VOEGSELS = r"(?:(?:van|de|den|der|ter|ten|te|'t|la|el|von)[ ]){0,3}"
_RECHTS = re.compile(rf"[ ]?-?(?P<rest>{_VOEGSELS}{_NAAM})(?P<dan>[ ]{_NAAM})?")
_LINKS = re.compile(
    rf"(?:(?<=[\s(,:])|^)(?P<rest>{_NAAM}|(?:[A-Z]\.){{1,4}})[ ]?{_VOEGSELS}$"
)
_AANSPREEK = re.compile(
    r"(?i)(?:^|[\s(,:])(?:de heer|heer|dhr|mevrouw|mevr|mw|drs|mr|ir|dr|prof)\.?\s*$"
)


_PLEK_VOOR = re.compile(
    r"(?i)(?:^|[\t;])\s*(?:(?:van|aan|cc|bcc|afzender|ontvanger|contactpersoon|namens|"
    r"behandeld door|behandelaar|opgesteld door|steller|auteur|naam)\s*:?)?\s*$"
)
_PLEK_NA = re.compile(r"\s*[<(;]")


class Rest(NamedTuple):
    """What was left of a name, what that means, and where it stands."""

    soort: str
    rest: str
    bronnen: list[Vindplaats]


def check_name_rests(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """A first name, initials or a surname that stand directly beside a mark."""
    mensen = Mensen(dossier)
    for stuk in dossier.stukken:
        per_rest: dict[tuple[str, str], list[Vindplaats]] = defaultdict(list)
        for masker in stuk.maskers:
            for gevonden in (
                _right(stuk, masker, mensen, kennis),
                _left(stuk, masker, kennis),
            ):
                if gevonden:
                    per_rest[(gevonden.soort, gevonden.rest)] += gevonden.bronnen
        for (soort, _), bronnen in per_rest.items():
            yield kennis.report(soort, bronnen)


def _right(
    stuk: Openbaarstuk, masker: Masker, mensen: Mensen, kennis: Naloopkennis
) -> Rest | None:
    """A surname behind the mark: it is a rest when no first name goes before it."""
    raak = _RECHTS.match(after(stuk, masker))
    if raak is None:
        return None
    rest = raak["rest"]
    woord = rest.split()[-1]
    aangesproken = _is_name_slot(before(stuk, masker), raak)
    if raak["dan"] and kennis.lijsten.is_first_name(woord) and not aangesproken:
        return None  # a name in full stands there; the mark is about something else
    begin = masker.eind + raak.start("rest")
    eigen = (begin, masker.eind + raak.end("rest"))
    bekend = [
        (p, plekken)
        for p in mensen.find(rest, ruim=aangesproken)
        if (plekken := [x for x in mensen.full(p) if not _is_here(x, stuk, eigen)])
    ]
    naamwoord = kennis.is_name_word(woord) or (
        aangesproken and not _is_other_word(woord, kennis)
    )
    if not naamwoord and not (bekend and len(rest.split()) > 1):
        return None
    hier = place(stuk, masker.begin, eigen[1])
    if bekend:
        persoon, plekken = bekend[0]
        soort = "bestuurder_half" if persoon.openbaar else "rest_wijst_aan"
        return Rest(soort, rest, [hier, *(_full_place(p) for p in plekken[:3])])
    return Rest("rest_van_naam", rest, [hier])


def _left(stuk: Openbaarstuk, masker: Masker, kennis: Naloopkennis) -> Rest | None:
    """A first name or initials before the mark that belong to no other name."""
    links = before(stuk, masker)
    raak = _LINKS.search(links)
    if raak is None:
        return None
    rest = raak["rest"]
    begin = masker.begin - len(links) + raak.start("rest")
    eind = begin + len(rest)
    if _inside_longer_name(stuk, begin, eind):
        return None
    if rest.endswith("."):
        voor = links[: raak.start("rest")]
        telt = bool(_AANSPREEK.search(voor)) or not voor.strip()
    else:
        lijsten = kennis.lijsten
        telt = lijsten.is_first_name(rest) and not (
            lijsten.is_place(rest) or lijsten.is_common(rest)
            or klein(rest) in kennis.ambten
        )  # fmt: skip
    if not telt:
        return None
    return Rest("rest_van_naam", rest, [place(stuk, begin, masker.eind)])


def _is_name_slot(links: str, raak: re.Match[str]) -> bool:
    """Whether what stands around a mark says that a name belongs there."""
    if _AANSPREEK.search(links):
        return True
    erna = raak.string[raak.end("rest") :]
    return bool(_PLEK_VOOR.search(links) and _PLEK_NA.match(erna))


def _inside_longer_name(stuk: Openbaarstuk, begin: int, eind: int) -> bool:
    return any(
        v.begin <= begin
        and eind <= v.eind
        and " " in stuk.tekst[v.begin : v.eind].strip()
        for v in stuk.vermeldingen
    )


def _is_other_word(woord: str, kennis: Naloopkennis) -> bool:
    """Whether a word is no surname: a role, an organisation, a common word."""
    lijsten = kennis.lijsten
    return (
        klein(woord) in kennis.ambten
        or lijsten.is_organisation(woord)
        or lijsten.is_common(woord)
    )


def _is_here(plek: Plek, stuk: Openbaarstuk, eigen: tuple[int, int]) -> bool:
    """Whether a mention is the rest itself."""
    v = plek.vermelding
    return plek.stuk is stuk and v.begin < eigen[1] and eigen[0] < v.eind


def _full_place(plek: Plek) -> Vindplaats:
    return place(plek.stuk, plek.vermelding.begin, plek.vermelding.eind)
