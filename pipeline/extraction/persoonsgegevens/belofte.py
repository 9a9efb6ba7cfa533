"""What stands around a run of capitals and promises that it is a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import TITELS
from pipeline.extraction.persoonsgegevens.naamvorm import (
    is_house,
    is_plausible,
    is_unlisted,
)
from pipeline.extraction.persoonsgegevens.nabij import VENSTER, matching_before
from pipeline.extraction.persoonsgegevens.snoeien import cut_titled, trim
from pipeline.extraction.persoonsgegevens.structuur import GEEN_NAAM
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import fold_name

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.structuur import Vak, Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad
    from pipeline.rulebook import Regel
    from pipeline.taal.namen.naam import Naam
    from pipeline.taal.namen.vorm import Deel

STERK = 0.5
"""From this certainty on words around a run make it a name by themselves."""

BELOOFD = 0.7
"""From this certainty on they say that a person is meant, whatever it looks like."""

_ACHTERNAAM = frozenset({"achternaam", "achternamen", "familienaam"})
_VELDTEKEN = frozenset(":|")
_TELWOORD = frozenset({"alle", "elke", "beide", "iedere"})
_ADRES = re.compile(r"[\"']?[ ][\[<(](?:mailto:)?(?P<deel>[\w.+-]{3,64})@")


def is_promised_whole(
    delen: tuple[Deel, ...],
    gehouden: tuple[Deel, ...],
    tekst: str,
    voor: tuple[Regel, ...],
    kennis: Kennis,
) -> bool:
    """Whether a strange first name keeps its place: ``steller: Xia Ommen``."""
    haken = (
        tekst[delen[0].begin - 1 : delen[0].begin],
        tekst[delen[-1].eind : delen[-1].eind + 1],
    )
    return (
        len(gehouden) < len(delen) == 2  # noqa: PLR2004 (a first name and a place)
        and gehouden[0] is delen[0]
        and (
            kennis.lijsten.is_first_name(delen[0].tekst)
            or is_unlisted(delen[0].tekst, kennis)
        )
        and (haken == ("(", ")") or any(r.zekerheid >= STERK for r in voor))
    )


def is_surname_cell(vakken: Vakken, blad: Blad, delen: tuple[Deel, ...]) -> bool:
    """Whether a run stands under a head that asks for surnames: places are some."""
    if _ACHTERNAAM.isdisjoint(vakken.koppen):
        return False
    vak = vakken.at(blad.schoon.positie(delen[0].begin))
    return vak is not None and vak.kop in _ACHTERNAAM


def fits_in(delen: tuple[Deel, ...], naam: Naam, kop: str, kennis: Kennis) -> bool:
    """Whether a run in a column of names can be one: no place, no word of every day."""
    if kop in _ACHTERNAAM and kennis.lijsten.is_place(delen[-1].tekst):
        return True
    lijsten, woord = kennis.lijsten, delen[-1].tekst
    if len(delen) == 1 and woord in kennis.woordnamen:
        return True
    if len(delen) == 1 and (
        klein(woord) in _TELWOORD
        or (woord.isupper() and klein(woord) in lijsten.afkortingen)
        or lijsten.is_of_place(woord)
        or (is_house(woord, kennis) and not lijsten.is_surname(woord))
        or (
            lijsten.is_common(woord)
            and not (lijsten.is_first_name(woord) or lijsten.is_surname(woord))
        )
    ):
        return False
    return is_plausible(delen, naam, kennis)


def explains(tekst: str, delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether one word between brackets tells of what organisation someone is."""
    begin, eind = delen[0].begin, delen[-1].eind
    haken = tekst[begin - 1 : begin] == "(" and tekst[eind : eind + 1] == ")"
    woord = delen[0].tekst
    return haken and len(delen) == 1 and not kennis.lijsten.is_first_name(woord)


def has_own_address(tekst: str, delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether the mail address behind a run spells it: ``Lea Ommen <lea.ommen@…``."""
    lijsten, eerste = kennis.lijsten, delen[0].tekst
    if lijsten.is_common(eerste) and not lijsten.is_first_name(eerste):
        return False  # "Secretariaat Meent <meent@…>"
    adres = _ADRES.match(tekst, delen[-1].eind)
    kern = fold_name(delen[-1].tekst)
    return adres is not None and len(kern) > 2 and kern in fold_name(adres["deel"])  # noqa: PLR2004 (letters of a name)


def promises(tekst: str, plek: int, kennis: Kennis) -> tuple[Regel, ...]:
    """The rules that promise a name at a place."""
    titels = matching_before(kennis.titels_voor, tekst, plek)
    return titels + matching_before(kennis.voor, tekst, plek)


def is_field(tekst: str, plek: int, kennis: Kennis) -> bool:
    """Whether the label of a field for a name stands before: ``Achternaam: Water``."""
    links = tekst[max(0, plek - VENSTER) : plek].rstrip(" \t")
    return links[-1:] in _VELDTEKEN and bool(
        matching_before(kennis.titels_voor, tekst, plek)
    )


def may_be_building(voor: tuple[Regel, ...], vak: Vak | None) -> bool:
    """Whether nothing promises a person so surely that no building can be meant."""
    beloofd = any(r.zekerheid >= BELOOFD and r.id not in TITELS for r in voor)
    return not beloofd and (vak is None or vak.regel == GEEN_NAAM)


def cut(
    tekst: str, delen: tuple[Deel, ...], kennis: Kennis, *, titel: bool
) -> tuple[Deel, ...]:
    """The run without words that are no part of a name; an address can tell better."""
    gehouden = cut_titled(delen, kennis) if titel else trim(delen, kennis)
    if len(gehouden) < len(delen) and has_own_address(tekst, delen, kennis):
        return delen
    return gehouden
