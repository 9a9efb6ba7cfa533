"""Names that stand beside a name: ``Aleid en Jayant``, ``Ab + Bo``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import AANSPREEK
from pipeline.extraction.persoonsgegevens.naamvorm import is_plausible
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer

_TUSSEN = re.compile(r"[ ](?:en|&|[+]|/)[ ]|[ ]?/[ ]?")
_REEKS = re.compile(
    r"(?:[ ]\([^()\n]{1,40}\))?(?:,[ ](?:en[ ])?|[ ](?:en|&|alsmede)[ ])"
)
_AANHEF = 10
_ZEKER = 0.55
_ONZEKER = 0.52
_REDEN = "staat naast een naam, met een voegwoord ertussen"


def accept_series(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Count all of a series behind "de heren" or "de dames" as surnames."""
    reeks = False
    for vorige, treffer in pairwise((None, *treffers)):
        if treffer is None:
            continue
        if treffer.regel == AANSPREEK and treffer.aanvaard:
            woord = blad.tekst[max(0, treffer.begin - _AANHEF) : treffer.begin].split()
            reeks = bool(woord) and klein(woord[-1]) in kennis.meervoud
        elif reeks and vorige is not None:
            tussen = blad.tekst[vorige.eind : treffer.begin]
            reeks = _REEKS.fullmatch(tussen) is not None and not kennis.is_muur(
                treffer.delen[-1].tekst
            )
            if reeks and not treffer.aanvaard:
                treffer.believe(_ZEKER, "naam.reeks", "staat in een reeks namen")


def accept_beside(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Count a run that a conjunction joins to a name of the same form as one too.

    Two first names that a stroke joins are names together: ``overleg Ab/Jayant``.
    """
    for een, ander in pairwise(treffers):
        streep = ander.begin == een.eind + 1 and blad.tekst[een.eind] == "/"
        if streep and all(_is_first_name(t, kennis) for t in (een, ander)):
            for treffer in (een, ander):
                if not treffer.aanvaard:
                    treffer.believe(_ONZEKER, "naam.ernaast", _REDEN)
    for een, ander in (*pairwise(treffers), *pairwise(reversed(treffers))):
        if een.gewicht < _ZEKER or ander.aanvaard:
            continue
        eerste, tweede = sorted((een, ander), key=lambda t: t.begin)
        if (
            (len(een.delen) == len(ander.delen) or _are_surnames(een, ander))
            and _TUSSEN.fullmatch(blad.tekst, eerste.eind, tweede.begin)
            and _is_unknown(ander, kennis)
        ):
            ander.believe(_ONZEKER, "naam.ernaast", _REDEN)


def accept_beside_office(blad: Blad, treffers: list[Treffer], kennis: Kennis) -> None:
    """Count a surname that a conjunction joins to one that has a role as one too."""
    for nummer, een in enumerate(treffers):
        if een.rol is None:
            continue
        for ander in (
            *treffers[nummer - 1 : nummer],
            *treffers[nummer + 1 : nummer + 2],
        ):
            eerste, tweede = (een, ander) if een.begin < ander.begin else (ander, een)
            if (
                not ander.aanvaard
                and _are_surnames(een, ander)
                and _TUSSEN.fullmatch(blad.tekst, eerste.eind, tweede.begin)
                and _is_unknown(ander, kennis)
            ):
                ander.believe(_ONZEKER, "naam.ernaast", _REDEN)


def _is_first_name(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a run is one first name that is no word and no place."""
    woord, lijsten = treffer.delen[0].tekst, kennis.lijsten
    return (
        len(treffer.delen) == 1
        and lijsten.is_first_name(woord)
        and not lijsten.is_common(woord)
        and not lijsten.is_place(woord)
    )


def _are_surnames(een: Treffer, ander: Treffer) -> bool:
    """Whether both are a surname alone: ``De Groot en Mulder``."""
    return not (een.naam.letter or ander.naam.letter)


def _is_unknown(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a run can be a name and is no word, place or abbreviation."""
    woord = treffer.delen[-1].tekst
    return (
        is_plausible(treffer.delen, treffer.naam, kennis)
        and not woord.isupper()
        and not kennis.lijsten.is_organisation(woord)
        and not kennis.lijsten.is_of_place(woord)
    )
