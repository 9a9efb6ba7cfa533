"""Lists with a person a line, the surname first: ``Kolk, Lea, Nidos``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.taal.namen.lijsten import Naamlijsten

_PUNT = re.compile(r"(?:\A|\n)[ \t]*[-–•*][ ]\Z")
"""What opens a point of a list, right before what it says."""

_REGEL = re.compile(
    r"(?:[ \t]*[-–•*][ ])?"
    r"(?P<achter>[A-ZÀ-Þ][\w'’-]*(?:[ ][\w'’-]+){0,2}),[ ](?P<voor>[A-ZÀ-Þ][\w'’-]+)"
    r"(?:[ ][\w'’-]+){0,2}(?:,[ ]\w|:[ ])"
)
_RUIM = 160
_INSPRING = 12


def is_in_list(tekst: str, begin: int, lijsten: Naamlijsten) -> bool:
    """Whether a line that begins here stands among those of a list of turned names.

    Its own line has the form; the one above it or below it has it with a first name
    behind the comma, and a surname before it.
    """
    punt = _PUNT.search(tekst, max(0, begin - _INSPRING), begin)
    begin = punt.end() - 2 if punt else begin
    vooraan = punt or tekst[begin - 1 : begin] in {"", "\n"}
    eigen = _REGEL.match(tekst, begin) if vooraan else None
    if eigen is None or _is_only_place(eigen["voor"], lijsten):
        return False
    boven = tekst[max(0, begin - _RUIM) : max(0, begin - 1)].rpartition("\n")[2]
    eind = tekst.find("\n", begin)
    onder = tekst[eind + 1 : eind + _RUIM] if eind >= 0 else ""
    return _turns_name(boven, lijsten) or _turns_name(onder, lijsten)


def _is_only_place(woord: str, lijsten: Naamlijsten) -> bool:
    return lijsten.is_place(woord) and not lijsten.is_first_name(woord)


def _turns_name(regel: str, lijsten: Naamlijsten) -> bool:
    raak = _REGEL.match(regel)
    return (
        raak is not None
        and lijsten.is_first_name(raak["voor"])
        and not lijsten.is_surname(raak["voor"])
        and not lijsten.is_first_name(raak["achter"])
    )
