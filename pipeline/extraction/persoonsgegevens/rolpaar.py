"""Two roles and two names that strokes part: ``Wethouder / steller: Ab / Bo``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF
from pipeline.extraction.persoonsgegevens.rolwoorden import line_before

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_PAAR = re.compile(
    r"(?:\A|\t)[ •*-]*(?P<een>[A-Za-zà-ÿ. -]{3,40}[a-zà-ÿ])[ ]?/[ ]?"
    r"(?P<twee>[A-Za-zà-ÿ. -]{3,40})(?::[ \t]*|\t[ ]?)"
    rf"{AANHEF}(?:(?P<eerste>[^/\n\t:]{{2,40}})/[ ]?{AANHEF})?\Z"
)


def role_of_pair(rollen: Rolwoorden, treffer: Treffer) -> Rolwoord | None:
    """The office in a pair of roles that has the place that a name has in its pair."""
    tekst = rollen.tekst
    if (
        "/"
        not in tekst[treffer.eind : treffer.eind + 2]
        + tekst[max(0, treffer.begin - 2) : treffer.begin]
    ):
        return None
    kop = line_before(tekst, treffer.begin)
    raak = _PAAR.search(kop)
    if raak is None:
        return None
    rol = rollen.at(
        treffer.begin - len(kop) + raak.start("twee" if raak["eerste"] else "een")
    )
    return rol if rol is not None and rol.rol.openbaar else None
