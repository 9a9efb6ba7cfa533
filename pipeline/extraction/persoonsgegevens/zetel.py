"""Where an office sits, before who holds it: ``wethouder van Meent Cor Staal``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.instelling import word_before
from pipeline.extraction.persoonsgegevens.naamvorm import is_unlisted
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden

_VAN = re.compile(
    r"[ ](?:van|uit|in|te|bij)[ ](?:de[ ]|het[ ])?(?:gemeente[ ]|provincie[ ])?"
)
_RUIM = 60
"""How far before a place its office is looked for."""

_MEESTE_WOORDEN = 4
"""Words that a place has at the most."""


def behind_seat(
    delen: tuple[Deel, ...], rollen: Rolwoorden, kennis: Kennis
) -> tuple[Deel, ...]:
    """The run without a place before a name: of an office, or of who comes from it.

    ``van Assen`` is no first name in ``de wethouder van Assen Cor Staal``, and in
    ``een inwoner van Assen Cor Staal`` neither.
    """
    if len(delen) < 2:  # noqa: PLR2004 (a place and a name)
        return delen
    eerste = delen[0]
    begin = 1 if eerste.soort is Deelsoort.VOEGSEL and eerste.tekst == "van" else 0
    if not begin and rollen.tekst[eerste.begin - 1 : eerste.begin] != " ":
        return delen
    rol = _role_of(delen[begin].begin, rollen)
    ambt = rol is not None
    zeker = rol is not None and (
        rol.rol.openbaar or _is_whole(delen[begin + 1 :], kennis)
    )
    if not (ambt or _follows_word(eerste, rollen.tekst, kennis)):
        return delen
    naam = delen[_place_end(delen, begin, kennis, zeker=zeker) :]
    return naam if naam and _opens_name(naam, kennis, ambt=ambt) else delen


def _role_of(plek: int, rollen: Rolwoorden) -> Rolwoord | None:
    """The role that stands before a place, with "of" between them."""
    rol = rollen.last_before(plek, _RUIM)
    van = rol is not None and _VAN.fullmatch(rollen.tekst, rol.eind, plek)
    return rol if van else None


def _is_whole(delen: tuple[Deel, ...], kennis: Kennis) -> bool:
    """Whether a known first name or initials open a run of more words."""
    if len(delen) < 2:  # noqa: PLR2004 (a first name and a surname)
        return False
    return delen[0].soort is Deelsoort.INITIALEN or (
        kennis.lijsten.is_first_name(delen[0].tekst)
    )


def _follows_word(eerste: Deel, tekst: str, kennis: Kennis) -> bool:
    """Whether "van" stands behind a word in small letters that is no title."""
    woord = word_before(tekst, eerste.begin)
    return (
        eerste.tekst == "van" and woord[:1].islower() and not kennis.is_address(woord)
    )


def _place_end(
    delen: tuple[Deel, ...], begin: int, kennis: Kennis, *, zeker: bool
) -> int:
    """Where the longest place ends that opens a run; 0 where none does.

    Behind an office (``zeker``) one word that no list has as a name is one as well.
    """
    tot = min(len(delen) - 1, begin + _MEESTE_WOORDEN)
    for eind in range(tot, begin, -1):
        if kennis.lijsten.is_place(" ".join(d.tekst for d in delen[begin:eind])):
            return eind
    soort, woord, lijsten = delen[begin].soort, delen[begin].tekst, kennis.lijsten
    naam = lijsten.is_surname(woord) or lijsten.is_first_name(woord)
    return begin + 1 if zeker and soort is Deelsoort.WOORD and not naam else 0


def _opens_name(delen: tuple[Deel, ...], kennis: Kennis, *, ambt: bool) -> bool:
    """Whether a name can begin where a place ends; behind an office a surname can."""
    eerste, lijsten = delen[0], kennis.lijsten
    if eerste.soort is Deelsoort.VOEGSEL:
        return ambt and eerste.tekst[0].isupper()
    if len(delen) > 1:
        return (
            eerste.soort is Deelsoort.INITIALEN
            or lijsten.is_first_name(eerste.tekst)
            or (
                is_unlisted(eerste.tekst, kennis)
                and lijsten.is_surname(delen[-1].tekst)
            )
        )
    return (
        ambt
        and lijsten.is_surname(eerste.tekst)
        and not lijsten.is_place(eerste.tekst)
        and klein(eerste.tekst) not in kennis.portefeuilles
    )
