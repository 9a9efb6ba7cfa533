"""A role in the plural is of all names of a series."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.kennis import Kennis, Rol
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

AANHEF = (
    r"(?i:(?:(?:de|heer|mevrouw|meneer|dhr|mw|mevr|mr|drs|dr|ir|ing|prof|nl)\.?[ ])*)"
)
"""Forms of address and titles before a name."""
_OPSOMMING = re.compile(
    rf"(?:[ ]\([^()\n]{{1,40}}\))?(?:[ ](?:voor|van|uit)[ ][A-Z][\w-]+)?"
    rf"(?:[ ]?,|[ ]en|[ ]?&|[ ]/)[ ]{AANHEF}\Z"
)
_ALLEN = re.compile(r"[ ]\((?:beiden?|allen|alle|allebei)[ ]")
_PARTIJ = re.compile(
    r"(?i)\b(?:lokaal|leefbaar|lijst|partij|fractie|sterk)[ ]|\w*belang(?:en)?\b|"
    r"\b\w*partij\b"
)
_HAAK = re.compile(r"[ ]\(([^()\n]{1,40})\)")


def role_in_series(
    tekst: str, vorige: Treffer, treffer: Treffer, kennis: Kennis
) -> tuple[Rol, str, bool] | None:
    """The role of the name before, in a series after a role in the plural."""
    if vorige.rol is None or vorige.functie is None or vorige.sluit:
        return None
    if not kennis.is_plural(vorige.functie):
        return None
    tussen = tekst[vorige.eind : treffer.begin]
    if not _OPSOMMING.fullmatch(tussen):
        return None
    if _is_of_organisation(tekst, treffer, kennis):
        return None
    treffer.sluit = "," not in tussen
    return vorige.rol, vorige.functie, False


def _is_of_organisation(tekst: str, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether brackets behind a name hold an organisation: it is of another series."""
    raak = _HAAK.match(tekst, treffer.eind)
    if raak is None or _PARTIJ.search(raak[1]) or klein(raak[1]) in kennis.rolwoorden:
        return False  # a party, as behind the other names
    return any(
        kennis.lijsten.is_organisation(w) for w in raak[1].replace(",", " ").split()
    )


def fill_series(tekst: str, treffers: list[Treffer], kennis: Kennis) -> None:
    """Give a role in the plural to all names of the series before it."""
    volgende: Treffer | None = None
    for treffer in reversed(treffers):
        if not treffer.aanvaard:
            continue
        if (
            treffer.rol is None
            and volgende is not None
            and volgende.rol is not None
            and (
                volgende.allen
                or kennis.is_plural(volgende.functie or "")
                or _ALLEN.match(tekst, volgende.eind)
            )
            and _OPSOMMING.fullmatch(tekst, treffer.eind, volgende.begin)
        ):
            treffer.rol, treffer.functie = volgende.rol, volgende.functie
            treffer.allen = True
        volgende = treffer
