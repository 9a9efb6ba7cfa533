"""What stands near a match: names, and the line it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import parse_naam
from pipeline.taal.namen.vorm import find_reeksen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.taal.namen.vorm import Deel

NABIJ = 60
_OPMERKING = re.compile(r"(?<=\d)[ ]?[(][^()\n]{3,40}[)]")
BRUG = re.compile(
    r"[ ]?[,(\t]?[ ]?(?:(?:wonend[e]?|woont|aan|op|in|te|uit)[ ])?(?:(?:de|het)[ ])?\Z"
)


def last(patroon: re.Pattern[str], tekst: str, einde: int = 2 * NABIJ) -> int:
    """Where a pattern last stands in the end of a text; -1 for nowhere."""
    begin = max(0, len(tekst) - einde)
    return max((r.start() for r in patroon.finditer(tekst, begin)), default=-1)


def behind_a_name(raak: re.Match[str], kennis: Kennis, naar: re.Pattern[str]) -> bool:
    """Whether a name stands right before: "Lea Tol (Brink 3, 9401 AA …"."""
    delen = name_before(raak, kennis, naar)
    return bool(delen) and (
        naar is BRUG or len(delen) > 1 or kennis.lijsten.is_first_name(delen[0].tekst)
    )


def name_before(
    raak: re.Match[str], kennis: Kennis, naar: re.Pattern[str]
) -> Sequence[Deel]:
    """The name that a bridge parts from what follows it; nothing for none."""
    begin = raak.start("doel")
    voor = raak.string[max(0, begin - NABIJ) : begin]
    brug = naar.search(voor)
    kop = voor[: brug.start()] if brug else voor
    reeksen = list(find_reeksen(kop))
    if not reeksen or reeksen[-1][-1].eind != len(kop):
        return ()
    return reeksen[-1] if is_name(reeksen[-1], kennis) else ()


def without_tag(deel: str) -> str:
    """The local part of an e-mail address without a tag: ``ab.kolk+werk``."""
    return deel.partition("+")[0] or deel


def turn(naam: str) -> str:
    """A name that begins with the surname, the other way round."""
    achter, komma, voor = naam.partition(", ")
    return f"{voor} {achter}" if komma and "," not in voor else naam


def is_whole_name(tekst: str, kennis: Kennis) -> bool:
    """Whether a text is the name of one person, with more than a surname."""
    reeksen = list(find_reeksen(tekst))
    if len(reeksen) != 1 or len(reeksen[0]) < 2:  # noqa: PLR2004 (a first name or initials, and a surname)
        return False
    (delen,) = reeksen
    heel = delen[0].begin == 0 and delen[-1].eind == len(tekst)
    return heel and is_name(delen, kennis)


def is_name(delen: Sequence[Deel], kennis: Kennis) -> bool:
    """Whether a run of words with capitals can be someone's name."""
    return is_plausible(delen, parse_naam(delen, kennis.lijsten), kennis)


def line(raak: re.Match[str], ruimte: int) -> str:
    """The line around a match, at most some characters to each side."""
    tekst = raak.string
    begin = max(tekst.rfind("\n", 0, raak.start()) + 1, raak.start() - ruimte)
    eind = tekst.find("\n", raak.end())
    eind = min(len(tekst) if eind < 0 else eind, raak.end() + ruimte)
    return tekst[begin:eind]


def is_general(raak: re.Match[str], kennis: Kennis) -> bool:
    """Whether words near a number say that it is no one's own.

    What stands between brackets behind a number is of that number only.
    """
    regel = _OPMERKING.sub("", klein(line(raak, NABIJ)))
    return any(w in regel for w in kennis.algemeen)
