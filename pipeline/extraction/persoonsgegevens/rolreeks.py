"""A role in the plural is of all names of a series."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

AANHEF = (
    r"(?i:(?:(?:de|heer(?:/mevrouw)?|mevrouw|meneer|dhr|mw|mevr|mr|drs|dr|ir|ing|"
    r"prof|nl)\.?[ ])*)"
)
"""Forms of address and titles before a name."""
OPSOMMING = re.compile(
    rf"(?:[ ]\([^()\n]{{1,40}}\))?(?:[ ](?:voor|van|uit)[ ][A-Z][\w-]+)?"
    rf"(?:[ ]?,|[ ]en|[ ]?&|[ ]/)[ ]{AANHEF}\Z"
)
"""What joins the names of a series."""
_SAMEN = re.compile(rf"[ ](?:i\.?p\.?v\.?|namens|met)[ ]{AANHEF}\Z")
"""What joins two of whom brackets then say that both hold an office."""
_ALLEN = re.compile(r"[ ]\((?:beiden?|allen|alle|allebei)[ ]")
_ALLEN_ONDER = re.compile(
    r"(?i)\n[ ]*\(?(?:allen|allemaal|beiden?|allebei|"
    r"alle[ ](?:twee|drie|vier|vijf|zes))[ ](?:zijn[ ])?"
)
"""The line below a list that says what office all on it hold."""
_PUNT = re.compile(rf"[ ,;]*\n[ \t]*[•*o–-][ ]?(?:[A-Z'][\w '-]{{1,40}}:[ ])?{AANHEF}")
_EIND = re.compile(r"[ .,;]*")
_MEESTE = 40
"""Names on such a list at most."""

_PARTIJ = re.compile(
    r"(?i)\b(?:lokaal|leefbaar|lijst|partij|fractie|sterk)[ ]|\w*belang(?:en)?\b|"
    r"\b\w*partij\b"
)
_ZETEL = re.compile(
    r"\)(?:,|,?[ ]en|[ ]&)[ ](?:de[ ]gemeente[ ])?(?P<plaats>[A-Z'][\w' -]{1,30}?)[ ]"
    rf"\({AANHEF}"
)
_AMBTELIJK = ("ambtelijk", "griffie", "secretariaat", "ondersteun", "notul", "verslag")
"""How brackets begin that hold what an official is or does."""
_ZEKER = 0.55
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
    if not (OPSOMMING.fullmatch(tussen) or _is_next_seat(tussen, kennis)):
        return None
    if _is_of_organisation(tekst, treffer, kennis):
        if not treffer.aanvaard and kennis.lijsten.is_surname(treffer.delen[-1].tekst):
            treffer.believe(_ZEKER, "naam.reeks", "staat in een reeks namen")
        return None
    treffer.sluit = "," not in tussen
    return vorige.rol, vorige.functie, False


def _is_next_seat(tussen: str, kennis: Kennis) -> bool:
    """Whether a place leads to who holds the office there, in brackets.

    ``burgemeesters van Assen (Ab), Meppel (Bo) en Emmen (Jet)``.
    """
    raak = _ZETEL.fullmatch(tussen) if tussen.startswith(")") else None
    return raak is not None and kennis.lijsten.is_place(raak["plaats"])


def _is_of_organisation(tekst: str, treffer: Treffer, kennis: Kennis) -> bool:
    """Whether brackets behind a name hold an organisation, or say "ambtelijk".

    The name is of another series then.
    """
    raak = _HAAK.match(tekst, treffer.eind)
    if raak is None or _PARTIJ.search(raak[1]) or klein(raak[1]) in kennis.rolwoorden:
        return False  # a party, as behind the other names
    if klein(raak[1]).startswith(_AMBTELIJK):
        return True
    eerste = raak[1].partition(",")[0]  # what follows is how: "via Teams"
    return any(kennis.lijsten.is_organisation(w) for w in eerste.split())


def _are_joined(tekst: str, treffer: Treffer, volgende: Treffer) -> bool:
    """Whether two names are of one series, or brackets speak of both."""
    plek = tekst, treffer.eind, volgende.begin
    if OPSOMMING.fullmatch(*plek):
        return True
    return bool(_SAMEN.fullmatch(*plek) and _ALLEN.match(tekst, volgende.eind))


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
            and _are_joined(tekst, treffer, volgende)
        ):
            treffer.rol, treffer.functie = volgende.rol, volgende.functie
            treffer.allen = True
        volgende = treffer


def give_lists(rollen: Rolwoorden, treffers: list[Treffer]) -> None:
    """Give all of a list the office that the line below it says they hold.

    Who is named on that line as well is an exception.
    """
    tekst = rollen.tekst
    namen = [t for t in treffers if t.aanvaard]
    begin = [t.begin for t in namen]
    for raak in _ALLEN_ONDER.finditer(tekst):
        rol = rollen.at(raak.end())
        if rol is None:
            continue
        einde = tekst.find("\n", rol.eind)
        regel = tekst[rol.eind : einde if einde >= 0 else len(tekst)]
        erboven = bisect_left(begin, raak.start())
        for treffer in _listed_above(
            tekst, namen[max(0, erboven - _MEESTE) : erboven], raak.start()
        ):
            if treffer.rol is None and treffer.naam.achternaam not in regel:
                rollen.give(treffer, rol)


def _listed_above(tekst: str, treffers: list[Treffer], plek: int) -> Iterator[Treffer]:
    """The names of a list that ends at a place, from below."""
    vorm = _EIND
    for treffer in reversed(treffers):
        if not vorm.fullmatch(tekst, treffer.eind, plek):
            return
        yield treffer
        vorm, plek = _PUNT, treffer.begin
