"""What a person decided to leave readable is no leak, though it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from modellen.naloop import Ernst

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from modellen.lakblad import Lakregel
    from modellen.naloop import Naloopbevinding, Vindplaats

ONGELIJK = "elders_leesbaar"
"""The kind of finding that two equal places differ."""

_BESLOTEN = " In het lakblad is besloten om een van deze plaatsen niet te lakken."


def respect_decisions(
    bevindingen: Iterable[Naloopbevinding], regels: Sequence[Lakregel]
) -> tuple[Naloopbevinding, ...]:
    """The findings, those grave that a person chose: masked here, readable there."""
    leesbaar = [
        (f"{r.nummer}.pdf", " ".join(r.tekst.split()))
        for r in regels
        if r.keuze is Keuze.NIET and not r.vlak
    ]
    return tuple(
        replace(b, ernst=Ernst.ERNSTIG, wat=b.wat + _BESLOTEN)
        if b.soort == ONGELIJK and any(_is_chosen(p, leesbaar) for p in b.bronnen)
        else b
        for b in bevindingen
    )


def _is_chosen(plek: Vindplaats, leesbaar: Sequence[tuple[str, str]]) -> bool:
    """Whether words stand at a place that a person left readable in that document."""
    bestand = plek.bestand.rsplit("/", 1)[-1]
    woorden = " ".join(plek.woorden.split())
    return any(bestand == eigen and tekst in woorden for eigen, tekst in leesbaar)
