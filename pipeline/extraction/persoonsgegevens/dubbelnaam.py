"""A surname of two halves with spaces around its hyphen: ``Kolk - van Dam, L.``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.omgekeerd import (
    DEELTJES,
    LIDWOORD,
    opens_pair,
)
from pipeline.taal.namen.vorm import HOOFD

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_STREEP = " - "
_TUSSEN = re.compile(rf"[ ]-[ ](?P<voegsel>(?:(?:{DEELTJES}){LIDWOORD}[ ])?)")
_VOORLETTER = re.compile(rf",[ ]{{1,2}}[{HOOFD}](?:\.|[^\W\d_]+[ ]?(?:[;\n]|\Z))")
_MEESTE_DELEN = 6
"""Pieces of a name before its second half: a row of hyphens is no name."""

_NAAST = frozenset({", ", "; "})


def join_halves(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> list[Treffer]:
    """The same with two surnames that a loose hyphen joins read as one."""
    over: list[Treffer] = []
    for treffer in treffers:
        if not (
            over
            and blad.tekst.startswith(_STREEP, over[-1].eind)
            and _join(blad.tekst, over[-1], treffer, kennis)
        ):
            over.append(treffer)
    return over


def _join(tekst: str, een: Treffer, ander: Treffer, kennis: Kennis) -> bool:
    """Read a surname as the second half of the one before it; whether it was that.

    A particle must open it behind a whole name: "L. Kolk - Dam" are two people. Else a
    first name or initials follow behind a comma.
    """
    raak = _TUSSEN.fullmatch(tekst, een.eind, ander.begin)
    namen = (een.naam.achternaam, ander.naam.achternaam)
    if raak is None or ander.naam.letter or not all(namen):
        return False
    if len(een.delen) > _MEESTE_DELEN:
        return False
    lijsten = kennis.lijsten
    woorden = [t.delen[-1].tekst for t in (een, ander)]
    if not all(lijsten.is_surname(w) or lijsten.is_strange(w) for w in woorden):
        return False
    voegsel = raak["voegsel"].strip() or ander.naam.voegsel
    if een.naam.letter:
        past = een.aanvaard and voegsel.islower()
    else:
        past = _VOORLETTER.match(tekst, ander.eind) is not None and (
            een.aanvaard
            or tekst[een.begin - 2 : een.begin] in _NAAST
            or opens_pair(tekst, een.begin)
        )
    if past:
        achter = " ".join(d for d in (voegsel, ander.naam.achternaam) if d)
        een.naam = replace(een.naam, achternaam=f"{een.naam.achternaam}-{achter}")
        een.delen, een.eind = een.delen + ander.delen, ander.eind
    return past
