"""What is cut from a run of capitals: words at its ends that are no part of a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.naamvorm import names_thing
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis

_VERDER = re.compile(r"[ ][A-Z][\w-]+")
_VAN = frozenset({"van", "uit", "te"})
_IN = frozenset({"in", "op", "aan", "bij", "uit", "voor", "over", "onder"})
_MEESTE_DELEN = 10
"""Words of a place at the most, with who comes from it."""

_VRAAG_OF_ANTWOORD = frozenset({"V.", "Q.", "A."})
_JAAR_ERNA = re.compile(r"[.]?[ -](?:19|20)\d\d\b")
_VRAGEN = re.compile(r"(?:\A|\n)[VQ]\.[ ][^\n]{12}")
_ANTWOORDEN = re.compile(r"(?:\A|\n)A\.[ ][^\n]{12}")

_HALF = (
    *("-van", "-de", "-den", "-der", "-ten", "-ter", "-te", "-in", "-op", "-el", "-al"),
    *("-la", "-le", "-du", "-von", "-Ó", "-Mac", "-Van", "-De", "-Ter", "-Ten", "-El"),
)
"""How the first half of a double surname ends: ``Brouwer-van Dam``."""


def is_answer(stuk: Deel, tekst: str) -> bool:
    """Whether a letter opens a question or an answer, and is no one's initial."""
    return (
        stuk.tekst in _VRAAG_OF_ANTWOORD
        and tekst[stuk.begin - 1 : stuk.begin] in {"", "\n"}
        and _asks_and_answers(tekst)
    )


_MAAND = 3
"""Letters of a month that is shortened: ``15 Jan 2024``."""


def is_month(stuk: Deel, tekst: str) -> bool:
    """Whether a month stands between a day and a year: ``22 JAN 2025``."""
    return (
        (stuk.tekst.isupper() or len(stuk.tekst) <= _MAAND)
        and tekst[stuk.begin - 2 : stuk.begin - 1].isdigit()
        and _JAAR_ERNA.match(tekst, stuk.eind) is not None
    )


@lru_cache(maxsize=4)
def _asks_and_answers(tekst: str) -> bool:
    """Whether a text gives questions and answers by their letter."""
    return all(len(vorm.findall(tekst)) > 1 for vorm in (_VRAGEN, _ANTWOORDEN))


def trim(delen: tuple[Deel, ...], kennis: Kennis) -> tuple[Deel, ...]:
    """The run without words at its ends that are no part of a name.

    A single particle in lower case before one word is a preposition (``van Assen``).
    """
    lijsten = kennis.lijsten
    begin, eind = 0, len(delen)
    while eind - begin > 1 and delen[begin].soort is Deelsoort.WOORD:
        woord = delen[begin].tekst
        if lijsten.opens_surname(woord, delen[begin + 1].tekst) or (
            woord.endswith(_HALF) or _is_before_initials(delen, begin, kennis)
        ):
            break
        if lijsten.is_first_name(woord) or not (
            lijsten.is_common(woord) or lijsten.is_place(woord) or names_thing(woord)
        ):
            break
        begin += 1
    if (
        eind - begin > 1
        and delen[begin].soort is Deelsoort.VOEGSEL
        and _is_preposition(delen[begin : begin + 2], kennis)
    ):
        begin += 1
    if _is_first_and_last(delen[begin:eind], kennis):
        return delen[begin:eind]
    eind = _without_department(delen, begin, eind, kennis)
    while eind - begin > 1 and delen[eind - 1].soort is not Deelsoort.INITIALEN:
        woord, vorig = delen[eind - 1].tekst, delen[eind - 2]
        los = (
            vorig.soort is Deelsoort.WOORD
            and not vorig.tekst.endswith(_HALF)
            and eind - begin > (1 if lijsten.is_place(woord) else 2)
        )
        if not los or lijsten.is_surname(woord) or lijsten.is_first_name(woord):
            break
        if not (lijsten.is_common(woord) or lijsten.is_place(woord)):
            break
        eind -= 1
    return delen[begin:eind]


def _is_before_initials(delen: tuple[Deel, ...], plek: int, kennis: Kennis) -> bool:
    """Whether a surname stands before initials that close the run: ``Bakker A.``."""
    return (
        plek + 2 == len(delen)
        and delen[-1].soort is Deelsoort.INITIALEN
        and kennis.lijsten.is_surname(delen[plek].tekst)
    )


def cut_titled(delen: tuple[Deel, ...], kennis: Kennis) -> tuple[Deel, ...]:
    """The run behind a title, without the street or department that follows it."""
    if (
        len(delen) == 3  # noqa: PLR2004 (surname, van, street)
        and delen[1].soort is Deelsoort.VOEGSEL
        and kennis.lijsten.is_street(delen[2].tekst)
    ):
        return delen[:1]
    return delen[: _without_department(delen, 0, len(delen), kennis)]


def without_place(delen: tuple[Deel, ...], kennis: Kennis) -> tuple[Deel, ...]:
    """A name without the place that someone is of: ``Anna Kolk van Tholen``.

    It stays in the run: a name that only looks like a place is not left standing.
    """
    lijsten = kennis.lijsten
    for knip in range(len(delen) - 2, max(0, len(delen) - _MEESTE_DELEN), -1):
        if delen[knip].tekst not in _VAN:
            continue
        if lijsten.is_place(" ".join(d.tekst for d in delen[knip + 1 :])):
            voor = delen[:knip]
            return voor if _is_whole(voor, kennis) else delen
    return delen


def before_place(
    delen: tuple[Deel, ...], tekst: str, kennis: Kennis
) -> tuple[Deel, ...]:
    """The run before a place of several words, which may go on behind it.

    ``M. Kolk van Hoeksche Waard`` is Kolk; ``variant B. Oost Gelre`` is nobody.
    """
    for knip in range(1, len(delen)):
        voor = delen[knip - 1]
        if knip > 1 and len(delen) - knip > _MEESTE_DELEN:
            continue
        nummert = knip == 1 and voor.soort is Deelsoort.INITIALEN
        plek = delen[knip].begin, delen[-1].eind
        if (nummert or voor.tekst in _VAN) and _opens_place(tekst, *plek, kennis):
            return delen[: knip - 1]
    return delen


def _opens_place(tekst: str, begin: int, eind: int, kennis: Kennis) -> bool:
    """Whether a stretch is a place of several words, or one word more makes it one."""
    verder = _VERDER.match(tekst, eind)
    einden = (eind, verder.end()) if verder else (eind,)
    plaatsen = (tekst[begin:tot] for tot in einden)
    return any(" " in p and kennis.lijsten.is_place(p) for p in plaatsen)


def _is_whole(voor: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether what stands before a place holds a surname."""
    achter = [d.tekst for d in voor[1:] or voor if d.soort is Deelsoort.WOORD]
    return any(
        not kennis.lijsten.is_first_name(w)
        and (len(voor) > 1 or kennis.lijsten.is_surname(w))
        for w in achter
    )


def _without_department(
    delen: tuple[Deel, ...], begin: int, eind: int, kennis: Kennis
) -> int:
    """Where a name ends that ``van`` and a department follow."""
    afdeling = gebied = True  # whether all words behind the cut can be of that
    for knip in range(eind - 2, begin, -1):
        van, na = delen[knip], delen[knip + 1].tekst
        if delen[knip - 1].tekst.endswith(_HALF):
            break  # "Lea Kolk-van der Weg": the particle is of her other surname
        afdeling = afdeling and _is_of_department(na, kennis)
        gebied = gebied and klein(na) in kennis.portefeuilles
        if van.soort is not Deelsoort.VOEGSEL or not van.tekst.islower():
            continue
        if knip - begin == 1 and _is_place_word(delen[begin], van, kennis):
            return knip
        heel = knip - begin > 1
        if (heel and afdeling) or (van.tekst == "van" and gebied):
            return knip
        if names_thing(na) and delen[begin].soort is Deelsoort.WOORD:
            return knip  # "Roos van het Wmo-team"
    return eind


def _is_place_word(naam: Deel, van: Deel, kennis: Kennis) -> bool:
    """Whether a preposition follows a surname: ``Hoekstra in de Meenter Courant``."""
    lijsten = kennis.lijsten
    return (
        van.tekst.split()[0] in _IN
        and naam.soort is Deelsoort.WOORD
        and lijsten.is_surname(naam.tekst)
        and not lijsten.is_first_name(naam.tekst)
    )


def _is_of_department(woord: str, kennis: Kennis) -> bool:
    """Whether a word is no surname but a part of an organisation or a street."""
    lijsten = kennis.lijsten
    return (
        (lijsten.is_street(woord) or lijsten.is_common(woord))
        and not lijsten.is_surname(woord)
        and not lijsten.is_first_name(woord)
    )


def _is_preposition(delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether a particle before a word is "of": in a heading, before a first name."""
    voegsel, woord = delen[0].tekst, delen[1].tekst
    kop = voegsel.isupper() and kennis.lijsten.is_first_name(woord)
    return " " not in voegsel and (voegsel.islower() or kop)


def _is_first_and_last(delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether a run is a first name and one word: also one that is a place as well."""
    return (
        len(delen) == 2  # noqa: PLR2004 (a first name and a surname)
        and all(d.soort is Deelsoort.WOORD for d in delen)
        and kennis.lijsten.is_first_name(delen[0].tekst)
        and not kennis.lijsten.is_place(delen[0].tekst)
        and kennis.lijsten.is_place(delen[1].tekst)
        and not kennis.lijsten.is_common(delen[0].tekst)
    )
