"""Points handed in for the next meeting: the list below words that announce it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Vorm
from modellen.vergadering import Agendapunt
from pipeline.extraction.stuk_regels import matches, rules
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Blok
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_REGEL = "agendapunt.ingebracht"
_LANGSTE = 220


def find_ingebracht(stuk: Stuk, regelboek: Regelboek) -> Iterator[Agendapunt]:
    """The points in a document that were handed in for the meeting it announces."""
    volgende = _next_meeting(stuk)
    lijst = False
    for blok in stuk.document.blokken:
        if blok.vorm is not Vorm.LIJST:
            lijst = _announces(blok, regelboek)
        elif lijst and (tekst := blok.tekst.strip(" \t•-–▪●;.")) and len(tekst) > 1:
            begin = blok.begin + blok.tekst.index(tekst)
            yield Agendapunt(
                volgnummer=blok.nummer,
                titel=" ".join(tekst.split()),
                vergadering=volgende,
                herkomst=stuk.document.citeer(
                    begin, begin + len(tekst), regel=_REGEL, zekerheid=0.9
                ),
            )


def _announces(blok: Blok, regelboek: Regelboek) -> bool:
    tekst = klein(blok.tekst).strip()
    return len(tekst) <= _LANGSTE and any(
        matches(r, tekst) for r in rules(regelboek, _REGEL)
    )


def _next_meeting(stuk: Stuk) -> str | None:
    """The first meeting announced after the day of the document."""
    dag = stuk.kenmerken.datum
    later = [
        v
        for v in stuk.vergaderingen
        if v.datum and v.aangekondigd and (dag is None or v.datum > dag)
    ]
    return min(later, key=lambda v: str(v.datum)).id if later else None
