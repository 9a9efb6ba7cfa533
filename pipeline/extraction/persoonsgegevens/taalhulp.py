"""What the language model adds: names that structure and lists leave in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kennis import VERNOEMD
from pipeline.extraction.persoonsgegevens.naamvorm import ends_as_place, is_plausible

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer
    from pipeline.taal.taalmodel import Taalmodel

TAALMODEL = "naam.taalmodel"
"""The rule of a name that the model alone sees."""

_ONZEKER = 0.52
_LANG = 600
_LETTERWOORD = 5
"""Letters that an abbreviation has at most: IBAN, PRT."""


def confirm(
    blad: Blad, treffers: list[Treffer], model: Taalmodel, kennis: Kennis
) -> None:
    """Count possible names that the model sees as people, as uncertain.

    Only lines with a possible name that is still in doubt are read by the model.
    """
    twijfel = [
        t
        for t in treffers
        if not t.aanvaard
        and t.regel != VERNOEMD
        and not _is_venue(t, kennis)
        and t.eind - t.begin > 2  # noqa: PLR2004 (initials are no name to a model)
        and not kennis.lijsten.is_street(t.delen[-1].tekst)
        and not kennis.lijsten.is_of_place(t.delen[-1].tekst)
        and not ends_as_place(t.delen[-1].tekst)
        and (len(t.delen) > 1 or not t.los or t.handelt or not _is_word(t, kennis))
        and not (t.naam.initialen and _is_heading(t, kennis))
        and not (len(t.delen) == 1 and _is_abbreviation(t, kennis))
        and is_plausible(t.delen, t.naam, kennis)
    ]
    if not twijfel:
        return
    regels = sorted({_line(blad.tekst, t.begin, t.eind) for t in twijfel})
    gezien = [
        (begin + b, begin + e)
        for (begin, _), spannen in zip(
            regels, model.find([blad.tekst[b:e] for b, e in regels]), strict=True
        )
        for b, e in spannen
    ]
    for t in twijfel:
        if any(b < t.eind and t.begin < e for b, e in gezien):
            reden = "het taalmodel ziet hier een naam; kijk zelf"
            t.believe(_ONZEKER, TAALMODEL, reden)


def _is_abbreviation(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether one short word in capitals is another word rather than a surname."""
    woord = treffer.delen[0].tekst
    return (
        woord.isupper()
        and len(woord) <= _LETTERWOORD
        and not kennis.lijsten.is_surname(woord)
        and (kennis.lijsten.is_common(woord) or not _is_listed(treffer, kennis))
    )


def _is_venue(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether an article with two words, no surname, is a house: ``De Jonge Haan``."""
    woorden = treffer.naam.achternaam.split()
    return (
        treffer.naam.voegsel == "De"
        and len(woorden) > 1
        and (
            not kennis.lijsten.is_surname(woorden[-1])
            or all(kennis.lijsten.is_common(w) for w in woorden)
        )
    )


def _is_word(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether one word has its capital because a line or sentence begins with it."""
    woord, lijsten = treffer.delen[0].tekst, kennis.lijsten
    return not lijsten.is_first_name(woord) and (
        lijsten.is_common(woord) or not lijsten.is_surname(woord)
    )


def _is_heading(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether a letter stands before an everyday word, as in ``B. Huisvesting``."""
    woord, lijsten = treffer.naam.achternaam, kennis.lijsten
    return lijsten.is_common(woord) and not lijsten.is_surname(woord)


def _is_listed(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether the lists know a word as a name; at a line's start any word has one."""
    woord = treffer.delen[0].tekst
    return kennis.lijsten.is_first_name(woord) or kennis.lijsten.is_surname(woord)


def _line(tekst: str, begin: int, eind: int) -> tuple[int, int]:
    van = max(tekst.rfind("\n", 0, begin) + 1, begin - _LANG)
    tot = tekst.find("\n", eind)
    return van, min(len(tekst) if tot < 0 else tot, eind + _LANG)
