"""Whose office a message tells: that of who sends it, or of whom it is sent to.

``Geachte burgemeester,`` is to who stands behind "Aan:"; "als wethouder kan ik dit" is
said by who stands behind "Van:".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolzin import claimed_office

if TYPE_CHECKING:
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoord, Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_KANT = re.compile(
    r"[ >*|]*(?P<kant>van|from|aan|to)[ ]?\**:[ *\t]*[\"']?", re.IGNORECASE
)
_ALLEEN = re.compile(r"[ *\t\"']*(?:<[^<>\n]*>|\([^()\n]*\))?[ \t]*(?:\n|\Z)")
"""Behind the only name of a line: an address at most."""

_KOPREGEL = re.compile(
    r"[ >*|]{0,8}[\w-]{1,24}(?:[ ][\w-]{1,24}){0,2}[ ]?\**:[^\n]*(?:\n|\Z)|[ >]{0,8}\n"
)
_KOPREGELS = 16
"""Lines that the rest of a head has at most, empty ones counted."""

_VOLGENDE = re.compile(
    r"\n[ >*|]*(?:van|from)[ ]?\**:|\n[ >]*-{3,}|\n[ >]*op[ ][^\n]{5,90}[ ]schreef\b",
    re.IGNORECASE,
)
"""Where the message below begins."""

_AANHEF = re.compile(
    r"[ >]*(?:(?:zeer[ ])?geachte|beste|dag|waarde|hallo|goede\w+)[ ]"
    r"(?:(?:heer|mevrouw)[ ])?",
    re.IGNORECASE,
)
_NA_AANHEF = re.compile(r"[ ]?[,!:\n]")
_JIJ_ALS = re.compile(r"(?i)\b(?:je|jou|u)[ ]als[ ](?:de[ ])?")
_LANGST = 1500
"""Characters of a message that are read."""


def give_messages(rollen: Rolwoorden, treffers: list[Treffer]) -> None:
    """Give who sends a message, or gets it alone, the office that it tells."""
    tekst = rollen.tekst
    for treffer in treffers:
        if treffer.rol is not None or not treffer.aanvaard:
            continue
        regel = tekst.rfind("\n", 0, treffer.begin) + 1
        kop = _KANT.fullmatch(tekst, regel, treffer.begin)
        alleen = _ALLEEN.match(tekst, treffer.eind) if kop else None
        if kop is None or alleen is None:
            continue
        afzender = kop["kant"].lower() in {"van", "from"}
        rol = (_of_sender if afzender else _of_receiver)(rollen, alleen.end())
        if rol is not None:
            rollen.give(treffer, rol)


def _of_receiver(rollen: Rolwoorden, plek: int) -> Rolwoord | None:
    """The office by which a message calls whom it is sent to."""
    begin, eind = _body(rollen.tekst, plek)
    aanhef = _AANHEF.match(rollen.tekst, begin)
    rol = rollen.office_at(aanhef.end()) if aanhef else None
    if rol is not None and _NA_AANHEF.match(rollen.tekst, rol.eind):
        return None if rollen.is_plural(rol) else rol
    return next(rollen.offices_behind(_JIJ_ALS, begin, eind), None)


def _of_sender(rollen: Rolwoorden, plek: int) -> Rolwoord | None:
    """The office that a message says its sender holds."""
    return claimed_office(rollen, *_body(rollen.tekst, plek))


def _body(tekst: str, plek: int) -> tuple[int, int]:
    """Where the words of a message begin and end, behind a line of its head."""
    for _ in range(_KOPREGELS):
        kop = _KOPREGEL.match(tekst, plek)
        if kop is None:
            break
        plek = kop.end()
    tot = min(len(tekst), plek + _LANGST)
    volgende = _VOLGENDE.search(tekst, plek, tot)
    return plek, volgende.start() if volgende else tot
