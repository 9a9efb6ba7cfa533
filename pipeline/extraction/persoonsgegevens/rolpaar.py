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
    """The role in a pair of roles that has the place that a name has in its pair."""
    tekst = rollen.tekst
    if tekst.find("/", max(0, treffer.begin - 2), treffer.eind + 2) < 0:
        return None
    kop = line_before(tekst, treffer.begin)
    raak = _PAAR.search(kop)
    if raak is None:
        return None
    begin = treffer.begin - len(kop)
    return rollen.at(begin + raak.start("twee" if raak["eerste"] else "een"))
