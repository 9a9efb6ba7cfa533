"""Whose office signs: a role above a dotted line, or in the head of a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis, Rol
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
_WIJD = re.compile(r"[ ]{3,}|[ ]*\t[ \t]*")
_KOLOM = re.compile(
    r"(?<![^ \t\n])(?:(?<=\n)|(?<=[ ]{3})|(?<=\t))[^\s][^\t\n]*?(?=[ ]{3}|\t|\n|\Z)"
)
_OPSOMMING = re.compile(r"(?:(?<=\n)|,)[ ]*(?:de[ ])?(?=\w)")
_ERONDER = re.compile(r"[ \t]*\n{1,2}(?=[^\n]*[^\s])[^\n]*")
_ERBOVEN = re.compile(r"\n(?P<regel>[^\n]*\S[^\n]*\n)(?:[ \t]*\n){0,5}[ \t]*\Z")
_COLLEGE = re.compile(
    r"(?i)\b(?:gedeputeerde staten|burgemeester en wethouders|provinciale staten)"
    r"[^\n]{0,60}\n(?:[^\n]{0,80}\n){0,6}?[^\n]{0,60}\Z"
)
_VAN_COLLEGE = {"voorzitter": "voorzitter prt", "secretaris": "gemeentesecretaris"}
_LIDWOORD = re.compile(r"(?i)[ ]*(?:de[ ])?")
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


def give_columns(rollen: Rolwoorden, treffers: list[Treffer]) -> None:
    """Give names side by side the offices side by side below them, or above."""
    for eerste, van, tot, onder in _side_by_side(rollen.tekst, treffers):
        plekken = [m.start() for m in _KOLOM.finditer(rollen.tekst, van, tot)]
        if len(plekken) != len(eerste):
            plekken = [m.end() for m in _OPSOMMING.finditer(rollen.tekst, van, tot)]
        ambten = [rollen.at(p) for p in plekken]
        if len(ambten) == len(eerste) and all(ambten):
            for treffer, ambt in zip(eerste, ambten, strict=True):
                if ambt is not None and (onder or treffer.rol is None):
                    rollen.give(treffer, ambt)


def _side_by_side(
    tekst: str, treffers: list[Treffer]
) -> Iterator[tuple[list[Treffer], int, int, bool]]:
    """Names on one line, far apart or with initials, and the line below and above.

    Only the line below goes before what was read of a single name.
    """
    groep: list[Treffer] = []
    for treffer in [t for t in treffers if t.aanvaard]:
        wijd = groep and (
            _WIJD.fullmatch(tekst, groep[-1].eind, treffer.begin)
            or (treffer.naam.initialen and treffer.begin == groep[-1].eind + 1)
        )
        groep = [*groep, treffer] if wijd else [treffer]
        if len(groep) < 2:  # noqa: PLR2004 side by side
            continue
        onder = _ERONDER.match(tekst, treffer.eind)
        if onder:
            yield groep, *onder.span(), True
        boven = _ERBOVEN.search(tekst, max(0, groep[0].begin - _RUIMTE), groep[0].begin)
        if boven:
            yield groep, *boven.span("regel"), False


def give_college(rollen: Rolwoorden, treffers: list[Treffer], kennis: Kennis) -> None:
    """Under the name of a college, voorzitter and secretaris sign by their office."""
    for treffer in treffers:
        ambt = _VAN_COLLEGE.get(treffer.functie or "")
        begin = max(0, treffer.begin - _RUIMTE)
        if ambt and _COLLEGE.search(rollen.tekst, begin, treffer.begin):
            treffer.rol = kennis.rolwoorden.get(ambt, treffer.rol)


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
