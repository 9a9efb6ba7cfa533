"""Words that no list has as a place, and that a paper itself tells to be one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extraction.persoonsgegevens.rolcel import head_above
from pipeline.rulebook import places
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.structuur import Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

OORD = "geen.oord"
"""The rule of a word that the paper tells to be a place."""

_LIGT_IN = re.compile(r"[ ](?:in|te|gemeente)[ ]([A-Z][\w-]+)")
_ERVOOR = re.compile(r"(?<![\w.])([\w.]+)[ ](?:(?:[Vv]an|de|der|den)[ ]){0,2}\Z")
_RUIM = 40
"""How far before a word its first name or form of address is looked for."""

_OORD = re.compile(r"[A-ZÀ-Þ][\w-]{3,}")
_DAGTEKENING = re.compile(
    r"\n[ ]*([A-Z][\w-]{3,}),[ ](?:d\.d\.[ ])?\d{1,2}[ ][a-z]{3,9}[ ]20\d\d"
    r"[ ]*(?=\n|\Z)"
)
_INITIALEN = re.compile(r"(?:[A-Z]\.){1,4}")
_KORT = 4
"""Letters of no place: it has more."""

_SLUIT = frozenset({")", ",", ";"})
_SLUIT_CEL = re.compile(r"[ ]*(?:[\t|\n]|\Z)")
_CEL_ERNA = re.compile(r"\t[ ]?")


class Oordwoorden(NamedTuple):
    """What stands before a place, ends it or heads a column of places."""

    ervoor: tuple[str, ...]
    uitgangen: tuple[str, ...]
    koppen: frozenset[str]
    functiekoppen: frozenset[str]


def read_oordwoorden(tabel: Mapping[str, Sequence[str]]) -> Oordwoorden:
    """The words of a table, with the space that parts those before a place from it."""
    return Oordwoorden(
        ervoor=tuple(f"{woord} " for woord in tabel["ervoor"]),
        uitgangen=tuple(tabel["uitgangen"]),
        koppen=frozenset(tabel["koppen"]),
        functiekoppen=frozenset(tabel["functiekoppen"]),
    )


def find_oorden(blad: Blad, vakken: Vakken, kennis: Kennis) -> frozenset[str]:
    """The words that a paper tells to be places, and uses of no person."""
    tekst, woorden = blad.tekst, kennis.oordwoorden
    gezegd = set(_named(tekst, woorden.ervoor))
    dagen = _DAGTEKENING.findall(f"\n{tekst}")
    gezegd |= {w for w in dagen if w.endswith(woorden.uitgangen)}
    gezegd |= set(vakken.cells_below(woorden.koppen, blad.document.tekst))
    oorden = {w for w in gezegd if _can_be(w, kennis)}
    if not oorden:  # as in most papers, whose places the list knows
        return frozenset()
    return frozenset(oorden - set(_used_of_people(tekst, oorden, kennis)))


def _named(tekst: str, woorden: Sequence[str]) -> Iterator[str]:
    """The words with a capital behind some words, whatever the capitals of those."""
    laag = klein(tekst)
    for woord in woorden:
        for plek in places(laag, (woord,)):
            raak = _OORD.match(tekst, plek + len(woord))
            if raak is not None and not tekst[plek - 1 : plek].isalnum():
                yield raak.group()


def _can_be(woord: str, kennis: Kennis) -> bool:
    """Whether a word is in no list of names, or ends as places do."""
    lijsten = kennis.lijsten
    if lijsten.is_first_name(woord) or not (
        lijsten.is_strange(woord) or (woord.isupper() and len(woord) > _KORT)
    ):
        return False
    return ends_as_oord(woord, kennis) or not lijsten.is_surname(woord)


def ends_as_oord(woord: str, kennis: Kennis) -> bool:
    """Whether a word has the end of a place, with more before it."""
    laag = klein(woord)
    return len(laag) > _KORT and laag.endswith(kennis.oordwoorden.uitgangen)


def _used_of_people(tekst: str, oorden: set[str], kennis: Kennis) -> Iterator[str]:
    """Those behind a form of address, initials or a first name somewhere."""
    for woord in oorden:
        for plek in places(tekst, (woord,)):
            links = tekst[max(0, plek - _RUIM) : plek]
            raak = _ERVOOR.search(links) if links.endswith(" ") else None
            if raak is not None and _is_of_someone(raak[1], kennis):
                yield woord
                break


def _is_of_someone(voor: str, kennis: Kennis) -> bool:
    """Whether a word is a form of address, initials or a first name."""
    return (
        kennis.is_address(voor.strip("."))
        or kennis.lijsten.is_first_name(voor)
        or _INITIALEN.fullmatch(voor) is not None
    )


def is_oord(delen: Sequence[Deel], oorden: frozenset[str]) -> bool:
    """Whether a run is nothing but words that the paper tells to be places."""
    if not oorden:  # as in most papers
        return False
    kern = delen[1:] if _is_preposition(delen[0]) else delen
    return all(d.soort is Deelsoort.WOORD and d.tekst in oorden for d in kern)


def _is_preposition(deel: Deel) -> bool:
    return deel.soort is Deelsoort.VOEGSEL and deel.tekst.islower()


def lies_there(tekst: str, delen: Sequence[Deel]) -> bool:
    """Whether a surname by itself is a place in this document: ``in Veenhoven``."""
    return len(delen) == 1 and delen[0].tekst in _places(tekst)


@lru_cache(maxsize=4)
def _places(tekst: str) -> frozenset[str]:
    """The words that a text says something lies in."""
    return frozenset(_LIGT_IN.findall(tekst))


def is_seat(rollen: Rolwoorden, wie: Treffer, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a word is where someone's office is, and no one.

    ``Kolk (cdk Meent)``, or an office and a place in the cell behind a name.
    """
    if len(treffer.delen) != 1 or rollen.tekst[wie.eind : wie.eind + 1] not in " \t":
        return False
    haken = rollen.tekst.startswith(" (", wie.eind)
    cel = None if haken else _CEL_ERNA.match(rollen.tekst, wie.eind)
    if not (haken or cel):
        return False
    rol = rollen.office_at(cel.end() if cel else wie.eind + 2)
    if rol is None or rol.eind + 1 != treffer.begin:
        return False
    if haken:
        dicht = rollen.tekst[treffer.eind : treffer.eind + 1] in _SLUIT
        return dicht and _is_place_of(wie, treffer, kennis)
    return _fills_cell(rollen, wie, treffer, kennis)


def _is_place_of(wie: Treffer, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a word in brackets is in no list of names, or ends as places do."""
    lijsten, woord = kennis.lijsten, treffer.delen[0].tekst
    if treffer.regel == OORD:
        return True
    if lijsten.is_first_name(woord):
        return False
    return not lijsten.is_surname(woord) or (
        _is_whole(wie) and ends_as_oord(woord, kennis)
    )


def _fills_cell(
    rollen: Rolwoorden, wie: Treffer, treffer: Treffer, kennis: Kennis
) -> bool:
    """Whether a cell behind a whole name is an office and its place.

    Not where the head of a column says whose cell it is. A word that is no place by its
    end needs a head that promises functions.
    """
    woord, lijsten = treffer.delen[0].tekst, kennis.lijsten
    if wie.kolomrol or not (wie.aanvaard and _is_whole(wie)):
        return False
    if not _SLUIT_CEL.match(rollen.tekst, treffer.eind) or lijsten.is_first_name(woord):
        return False
    kop = head_above(rollen.tekst, treffer.begin)
    if _is_of_roles(kop, kennis) or _is_of_roles(
        head_above(rollen.tekst, wie.begin), kennis
    ):
        return False
    functie = kop in kennis.oordwoorden.functiekoppen
    if treffer.kolomrol and not functie:
        return False
    if treffer.regel == OORD or ends_as_oord(woord, kennis):
        return True
    return functie and not lijsten.is_surname(woord)


def _is_of_roles(kop: str, kennis: Kennis) -> bool:
    """Whether the head of a column says which role those in it have."""
    return kennis.rolzoeker.search(f" {kop}") is not None


def _is_whole(treffer: Treffer) -> bool:
    return bool(treffer.naam.letter and treffer.naam.achternaam)
