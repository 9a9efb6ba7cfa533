"""A sentence that announces so many things, against the list that follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.document import Vorm
from pipeline.audit.melding import make_bevinding
from pipeline.taal.letters import klein
from pipeline.taal.telwoord import parse_telwoord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.document import Blok
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_MINST, _MEEST = 2, 40
_KORT = 110


def check_opsomming(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """Each announcement (``de volgende drie gemeenten:``) whose list is not as long."""
    blokken = [b for b in stuk.document.blokken if b.tekst.strip()]
    for plek, blok in enumerate(blokken):
        tekst = " ".join(blok.tekst.split())
        if not tekst.endswith(":") or blok.vorm is Vorm.CEL:
            continue
        genoemd = _announced(klein(tekst), regelboek)
        lijst = _count(blokken[plek + 1 :])
        if genoemd and lijst >= _MINST and lijst != genoemd:
            yield make_bevinding(
                regelboek,
                "opsomming",
                zin=tekst[-_KORT:],
                genoemd=genoemd,
                geteld=lijst,
                document=stuk.document.id,
                pagina=blok.pagina,
            )


def _announced(tekst: str, regelboek: Regelboek) -> int:
    """The number a sentence announces, 0 where it announces none."""
    for regel in regelboek.regels("audit", "opsomming"):
        for raak in regel.find(tekst):
            woord = re.sub(r"^een$", "", raak["getal"])
            getal = int(woord) if woord.isdigit() else parse_telwoord(woord)
            if getal is not None and _MINST <= getal <= _MEEST:
                return int(getal)
    return 0


def _count(blokken: list[Blok]) -> int:
    """The items of the list that begins here, without what hangs below them."""
    aantal, niveau = 0, None
    for blok in blokken:
        if blok.vorm is not Vorm.LIJST:
            break
        niveau = blok.niveau if niveau is None else niveau
        aantal += blok.niveau == niveau
    return aantal
