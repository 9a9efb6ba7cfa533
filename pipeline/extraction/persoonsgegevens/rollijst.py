"""A list under a head that says what all on it are: ``Bestuurlijk: Ab, Bo``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.rolreeks import AANHEF
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

_PUNT = r"(?:[•*o–-][ ])"
_OP_REGEL = re.compile(rf"[ ]?[:\t][ \t]*{AANHEF}")
_ERONDER = re.compile(rf"[ ]?(?::[ \t]*\n[ \t]*{_PUNT}?|\n[ \t]*{_PUNT}){AANHEF}")
_PLAATS = re.compile(
    r"(?:[ ]?\((?:[A-Z']|\d|gemeente|provincie|waterschap|regio|online|digitaal|namens)"
    r"[^()\n]{0,40}\)|,[ ](?:gemeente[ ]|provincie[ ])?[A-Z'][\w'-]+"
    r"(?:[ ](?:aan|en|den|de)?[ ]?[A-Z][\w'-]+){0,2}(?=[ ;]*(?:\n|\Z)))?"
)
"""From where someone on the list is; nothing where that is not told."""

_EINDE = re.compile(r"[ ]?(?:[,;\n/&]|\Z)|[ ]en[ ]")
_NAAST = re.compile(rf"(?:[ ]?[,;]|[ ]en|[ ]?[/&])[ ]?\n?{AANHEF}")
_VOLGENDE = re.compile(
    rf"(?:[ ]?[,;]|[ ]en|[ ]?[/&])?[ ]*(?:\n[ \t]*{_PUNT}?)?{AANHEF}"
)


def give_headed(rollen: Rolwoorden, treffers: Iterable[Treffer]) -> None:
    """Give all of a list without a role of their own the one that its head tells.

    A head as "Bestuurlijk" leaves a name readable, and asks a person to confirm it.
    """
    tekst, koppen = rollen.tekst, rollen.kennis.lijstkoppen
    namen = [t for t in treffers if t.aanvaard]
    begin = [t.begin for t in namen]
    for raak in rollen.kennis.lijstzoeker.finditer(f"\n{tekst}") if namen else ():
        kop, plek = raak[1], raak.end() - 1
        for treffer in _listed(tekst, plek, namen, bisect_left(begin, plek)):
            if treffer.rol is None:
                treffer.rol, treffer.functie = koppen[klein(kop)], kop


def _listed(
    tekst: str, plek: int, namen: list[Treffer], vanaf: int
) -> Iterator[Treffer]:
    """The names that follow a head, as far as nothing else stands between them."""
    if vanaf == len(namen):
        return
    eerste = namen[vanaf].begin
    onder = _ERONDER.fullmatch(tekst, plek, eerste)
    if not (onder or _OP_REGEL.fullmatch(tekst, plek, eerste)):
        return
    vorm = _VOLGENDE if onder else _NAAST
    for nummer in range(vanaf, len(namen)):
        treffer = namen[nummer]
        if nummer > vanaf and not vorm.fullmatch(tekst, plek, treffer.begin):
            return
        tot = namen[nummer + 1].begin if nummer + 1 < len(namen) else len(tekst)
        plaats = _PLAATS.match(tekst, treffer.eind)
        plek = plaats.end() if plaats and plaats.end() <= tot else treffer.eind
        if not _EINDE.match(tekst, plek):
            return
        yield treffer
