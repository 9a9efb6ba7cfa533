"""Words that no list knows, where a sentence has room for a person only."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.instelling import names_institution
from pipeline.extraction.persoonsgegevens.kennis import VERNOEMD
from pipeline.extraction.persoonsgegevens.naamvorm import is_unlisted
from pipeline.extraction.persoonsgegevens.oorden import OORD
from pipeline.taal.namen.verschreven import is_misspelt_participle
from pipeline.taal.namen.vorm import Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_ONZEKER = 0.52
_NIEMAND = frozenset({VERNOEMD, OORD})
_TWEE = [Deelsoort.WOORD, Deelsoort.WOORD]
_BEREIK = 24
_ERVOOR = re.compile(
    r"(?i)(?<!\w)(?:met|door|aan|vraagt?|tegen|zonder|ik ben|ik heet)[ ]\Z"
)
_STERK = re.compile(r"(?i)(?<!\w)(?:volgens|namens|aldus|cc)[ ]\Z|\n\[[ x]?\][ ]\Z")
"""What stands before people only: who says it, or who is to do the next thing."""
_EINDE = re.compile(r"[.,;!?)\n]|\Z")
_APART = re.compile(r"[ ]?[,/(|\t:;\n]|[ ][–-][ ]|\Z")
_NAAST = re.compile(r"[ ](?:en|&|[+]|[–-])[ ]")
_KOP = re.compile(r"[ ]?:")


def accept_strange(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Count a word that no list knows as a name where a person is spoken of.

    A list of names is never whole; a list of words nearly is. Those names are left to
    the reader as uncertain.
    """
    for treffer in treffers:
        if _is_whole(blad.tekst, treffer, kennis):
            _count(treffer)
    vreemd = [t for t in treffers if _is_strange(blad.tekst, t, kennis)]
    ernaast = _stand_beside(blad.tekst, vreemd)
    for treffer in vreemd:
        if id(treffer) in ernaast or _has_room(blad.tekst, treffer, kennis):
            _count(treffer)


def _count(treffer: Treffer) -> None:
    reden = "onbekend woord op de plaats van een naam; kijk zelf"
    treffer.believe(_ONZEKER, "naam.vreemd", reden)


def _is_whole(tekst: str, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether two words that no list knows stand apart, as a first name and surname."""
    if len(treffer.delen) != len(_TWEE) or treffer.aanvaard:
        return False
    if treffer.regel in _NIEMAND or [d.soort for d in treffer.delen] != _TWEE:
        return False
    return (
        is_unlisted(treffer.delen[0].tekst, kennis)
        and _is_unlisted_surname(treffer.delen[1].tekst, kennis)
        and _APART.match(tekst, treffer.eind) is not None
        and not names_institution(treffer.delen, tekst, kennis)
    )


def _is_unlisted_surname(woord: str, kennis: Kennis) -> bool:
    """Whether no list knows a word, or the halves of one but as surnames."""
    if "-" not in woord:
        return is_unlisted(woord, kennis)
    return all(
        kennis.lijsten.is_surname(deel) or is_unlisted(deel, kennis)
        for deel in woord.split("-")
    )


def _is_strange(tekst: str, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a run is one word that is no word, place, surname or organisation."""
    if treffer.aanvaard or treffer.regel in _NIEMAND or len(treffer.delen) != 1:
        return False
    woord = treffer.delen[0].tekst
    return (
        is_unlisted(woord, kennis)
        and not kennis.lijsten.is_surname(woord)
        and not names_institution(treffer.delen, tekst, kennis)
    )


def _has_room(tekst: str, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether the words around a run are those around a person."""
    begin, eind = treffer.begin, treffer.eind
    if kennis.huiswoorden.erna.match(tekst, eind):
        return False
    if treffer.handelt and not _KOP.match(tekst, eind):
        return not is_misspelt_participle(tekst, begin, eind, kennis.lijsten)
    if tekst[begin - 1 : begin] == "(" and tekst[eind : eind + 1] == ")":
        return True
    if _STERK.search(tekst, max(0, begin - _BEREIK), begin):
        return True
    ervoor = _ERVOOR.search(tekst, max(0, begin - _BEREIK), begin)
    return ervoor is not None and _EINDE.match(tekst, eind) is not None


def _stand_beside(tekst: str, vreemd: list[Treffer]) -> set[int]:
    """The runs that a conjunction joins to another that no list knows."""
    return {
        id(t)
        for een, ander in pairwise(vreemd)
        if _NAAST.fullmatch(tekst, een.eind, ander.begin)
        for t in (een, ander)
    }
