"""Whose office signs or is written to: above a dotted line, in the head of a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_RUIMTE = 240
_STREEP = re.compile(
    r"(?P<regel>[^\n]{1,110})\n(?:[ \t]*\n){0,2}[ \t]*(?:handtekening:?)?[ \t]*"
    r"[._…-]{5,}[ \t]*\n(?:[ \t]*\n){0,3}[ ]*"
    r"(?:(?:de|heer|mevrouw|dhr|mw|mevr|mr|drs|dr|ir|ing|prof)\.?[ ]){0,3}\Z",
    re.IGNORECASE,
)
_VOOR_ROL = re.compile(r"(?i)[ ]*(?:namens|de|het|,|[ ]|gemeente|provincie|\w+:)*\Z")
_AANHEF = 30
_LIJN = 5
_TEKENS = frozenset("._…-")
_KOP = 160
_BRIEFHOOFD = re.compile(
    r"(?i)(?:[ ](?:in|van|der)[ ](?:de|het)?[ ]?(?:gemeente|provincie)?[ ]?[\w'-]+"
    r"(?:[ -][\w'-]+){0,2})?[ ]*(?=\n)"
)
_LIDWOORD = re.compile(r"(?i)[ ]*(?:de[ ])?")
_ADRES = 400
"""From the address of a letter to its salutation, with what it is about."""

_AAN = re.compile(
    r"(?:\A|\n)[ ]?(?i:(?:aan|t\.?a\.?v\.?)[ ]?:?)[ \n](?i:de[ ]|het[ ]|onze[ ])?"
)
_TOT_REGEL = re.compile(
    r"(?:[ ](?:van|in|te)[ ](?:de[ ]|het[ ])?[A-Z'][\w' -]{1,40})?[ ]?,?(?:\n|\Z)"
)
_GEACHTE = re.compile(
    r"(?i)(?:\A|\n)[ ]?(?:zeer[ ])?geachte[ ](?:heer|mevrouw|meneer|mw\.?|dhr\.?)[ ]\Z"
)
_SLOT = re.compile(
    r"(?i)(?:hoogachtend|groet(?:en)?)[ ,.]*\s{1,8}(?:\w{2,4}\.[ ]){0,3}\Z"
)


def role_above_signature(rollen: Rolwoorden, plek: int) -> tuple[Rol, str, bool] | None:
    """The role that opens the line above a dotted line, with the name under it."""
    begin = max(0, plek - _RUIMTE)
    if not _under_line(rollen.tekst, plek):
        return None
    raak = _STREEP.search(rollen.tekst, begin, plek)
    if raak is None:
        return None
    rol = rollen.last_before(raak.end("regel"), _RUIMTE)
    while rol is not None and rol.begin >= raak.start("regel"):
        if _VOOR_ROL.fullmatch(rollen.tekst, raak.start("regel"), rol.begin):
            return rol.rol, rollen.tekst[rol.begin : rol.eind], False
        rol = rollen.last_before(rol.begin, _RUIMTE)
    return None


def _under_line(tekst: str, plek: int) -> bool:
    """Whether the last line with words above a place is a drawn one: asked often."""
    eind = tekst.rfind("\n", 0, plek)
    if eind < 0 or plek - eind > _AANHEF:
        return False
    boven = tekst[max(0, eind - _RUIMTE) : eind].rstrip()
    return len(boven) >= _LIJN and set(boven[-_LIJN:]) <= _TEKENS


def give_letterhead(rollen: Rolwoorden, treffers: list[Treffer]) -> None:
    """Give who signs a letter without a role the office in its head."""
    rol = _letterhead(rollen)
    if rol is None:
        return
    for treffer in reversed(treffers):
        if treffer.aanvaard and _SLOT.search(
            rollen.tekst, max(0, treffer.begin - 60), treffer.begin
        ):
            if treffer.rol is None:
                rollen.give(treffer, rol)
            return


def _letterhead(rollen: Rolwoorden) -> Rolwoord | None:
    """The office that is all of one of the first lines of a letter."""
    tekst = rollen.tekst
    begin = 0
    while begin < min(_KOP, len(tekst)):
        eind = tekst.find("\n", begin)
        if eind < 0:
            return None
        woord = _LIDWOORD.match(tekst, begin)
        rol = rollen.office_at(woord.end()) if woord else None
        if rol is not None and _BRIEFHOOFD.match(tekst, rol.eind):
            return rol
        begin = eind + 1
    return None


def give_addressee(rollen: Rolwoorden, treffers: list[Treffer]) -> None:
    """Give whom a letter greets the office that it is addressed to.

    Not where someone is named in between: the letter is to them.
    """
    tekst = rollen.tekst
    namen = [t for t in treffers if t.aanvaard]
    for vorige, treffer in zip([None, *namen], namen, strict=False):
        begin = treffer.begin
        if treffer.rol is not None or tekst[treffer.eind : treffer.eind + 1] != ",":
            continue
        if _GEACHTE.search(tekst, max(0, begin - _AANHEF), begin) is None:
            continue
        vanaf = max(begin - _ADRES, vorige.eind if vorige else 0, 0)
        ambten = list(rollen.offices_behind(_AAN, vanaf, begin))
        if len(ambten) == 1 and _TOT_REGEL.match(tekst, ambten[0].eind):
            rollen.give(treffer, ambten[0])
