"""Who sits in a council by what only its members do: file a motion, be a "lid".

In its minutes a surname stands behind "de leden", or in the name of a motion, and
nowhere is it said that this is a member: everyone there knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF, OPSOMMING
from pipeline.taal.namen.vorm import VOEGSELVORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_LID = "volksvertegenwoordiger"
_TERUG = 90
_STUK = (
    r"(?:sub)?(?:moties?|amendement(?:en)?|initiatiefvoorstel|burgemeestersbrief|"
    r"(?:schriftelijke|mondelinge|raads|staten|kamer)[ ]?vragen)"
)
_INGEDIEND = re.compile(
    rf"(?i)\b{_STUK}\b[^\n.;]{{0,50}}(?<!\w)(?:(?:mede-?)?ingediend|ingebracht|gesteld)"
    rf"[ ](?:door|namens)[ ](?:de[ ]leden[ ]|het[ ]lid[ ])?{AANHEF}\Z"
)
_NAAR_WIE = re.compile(
    rf"(?i)\b{_STUK}(?:-(?:{VOEGSELVORM}[ ])?|"
    rf"[ ](?:[A-Z]?\d{{1,3}}[a-z]?[ ])?[(\"']?(?:van[ ])?"
    rf"(?:het[ ]lid[ ]|de[ ]leden[ ])?{AANHEF})\Z"
)
"""What bears the name of who filed it: ``motie-Kolk``, ``Motie M2 (Kolk c.s.)``."""
_KOPPEL = re.compile(r"-(?:[^\W\d_]{2,4}[ ])?\Z")
_CS = re.compile(
    r"(?:[ ]?(?:en|,|/)[ ]?[A-Z][\w'’ -]{1,40})?(?:[ ]\([A-Z][^()\n]{1,20}\))?"
    r"[ ](?:c\.[ ]?s\.?|cum suis|e\.a\.)"
)
_LEDEN = re.compile(rf"(?i)\b(?:de[ ]leden|het[ ]lid)[ ]{AANHEF}\Z")
_VAN_ANDERS = re.compile(
    r"(?:[ ]\([^()\n]{1,40}\))?[ ]van[ ](?:de|het|onze)[ ]"
    r"(?![\w-]*(?:raad|staten|kamer|fractie))"
)
_LID_OF_STUK = (
    *("de leden ", "het lid ", "motie", "amendement", "vragen"),
    *("initiatiefvoorstel", "burgemeestersbrief"),
)
"""Without one of these nobody is named as a member, or as who filed something."""

_RAADSSTUK = re.compile(
    r"\b(?:raads|staten|kamer)(?:vergadering|commissie|voorstel|zaal|leden|lid|"
    r"brief)|\bgemeenteraad\b|"
    r"\bprovinciale staten\b|\bstemverklaring|\bamendement|\bmoties?\b|"
    r"\b(?:schriftelijke|mondelinge)[ ]vragen\b"
)


def give_council(rollen: Rolwoorden, treffers: list[Treffer]) -> None:
    """Give who is named as a member, or as who filed a motion, that office."""
    tekst, rol = rollen.tekst, rollen.kennis.rollen.get(_LID)
    if rol is None or not (rollen.has_any(_LID_OF_STUK) and rollen.says(_RAADSSTUK)):
        return
    namen = [t for t in treffers if t.aanvaard]
    for i, treffer in enumerate(namen):
        if treffer.rol is not None:
            continue
        links = tekst[max(0, treffer.begin - _TERUG) : treffer.begin]
        if _LEDEN.search(links):
            reeks = list(_series(tekst, namen[i:]))
            if _VAN_ANDERS.match(tekst, reeks[-1].eind) is None:
                _give(reeks, rol, "lid")
        elif _INGEDIEND.search(links):
            _give(list(_series(tekst, namen[i:])), rol, "indiener")
        elif _NAAR_WIE.search(links) and (
            _KOPPEL.search(links) or _CS.match(tekst, treffer.eind)
        ):
            _give([treffer], rol, "indiener")


def _series(tekst: str, namen: Sequence[Treffer]) -> Iterator[Treffer]:
    """The names from the first on that commas and "en" join."""
    vorige: Treffer | None = None
    for treffer in namen:
        if vorige and not OPSOMMING.fullmatch(tekst, vorige.eind, treffer.begin):
            return
        yield treffer
        vorige = treffer


def _give(reeks: Sequence[Treffer], rol: Rol, functie: str) -> None:
    for treffer in reeks:
        if treffer.rol is None:
            treffer.rol, treffer.functie = rol, functie
