"""What opens a run or a sentence and is no part of a name there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.naamvorm import begins
from pipeline.extraction.persoonsgegevens.nabij import VENSTER, matching_behind
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.rulebook import Regel
    from pipeline.taal.namen.vorm import Deel

_MINSTE = 3
"""Letters of an abbreviation that are too many for initials without stops."""

_MEESTE = 6
"""Pieces of letters and a place at the most."""

_ANDER_ONDERWERP = re.compile(
    r"[ ][a-zë]{2,}[ ](?:(?:de|een|deze|onze?)[ ][^\W\d_]|(?:hij|zij|wij|ik|u|men)\b|"
    r"het[ ](?:[A-Z]|college|kabinet|ministerie|rijk|bestuur|team)|[A-Z]{2,}\b)"
)
"""A verb and who does it: ``vraagt de minister``; not ``vindt het goed``."""


def without_kind(delen: tuple[Deel, ...], kennis: Kennis) -> tuple[Deel, ...]:
    """The run without letters for a kind of reception before a place: ``POL Vught``.

    Those that the rulebook does not know are no initials before a place of several
    words, which nobody is called: ``QRS Ter Apel``.
    """
    plek = next((i for i, d in enumerate(delen[:2]) if _is_abbreviation(d)), _MEESTE)
    if not plek < len(delen) - 1 < _MEESTE:
        return delen
    lijsten, letters = kennis.lijsten, delen[plek].tekst
    plaats = " ".join(d.tekst for d in delen[plek + 1 :])
    if not lijsten.is_place(plaats):
        return delen
    vreemd = " " in plaats and not (
        lijsten.is_whole_surname(plaats) or lijsten.is_first_name(letters)
    )
    return (
        delen[plek + 1 :] if vreemd or klein(letters) in kennis.opvangsoorten else delen
    )


def _is_abbreviation(deel: Deel) -> bool:
    """Whether a piece is a word of capitals only, longer than most initials."""
    woord = deel.tekst
    return (
        deel.soort is Deelsoort.WOORD
        and len(woord) >= _MINSTE
        and woord.isalpha()
        and woord.isupper()
    )


def rules_behind(
    tekst: str, delen: tuple[Deel, ...], links: str, kennis: Kennis
) -> tuple[Regel, ...]:
    """The rules for what stands behind a run that make it a name.

    None for an adverb that opens a sentence about someone else: ``Anders vraagt de
    minister het``; ``Anders vraagt om uitstel`` is of Anders.
    """
    eind = delen[-1].eind
    if (
        len(delen) == 1
        and klein(delen[0].tekst) in kennis.bijwoorden
        and begins(links)
        and _ANDER_ONDERWERP.match(tekst, eind)
    ):
        return ()
    return matching_behind(kennis.na, tekst[eind : eind + VENSTER])
