"""What a person decided to leave readable is no leak, though it is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from modellen.naloop import Ernst

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from modellen.lakblad import Lakregel
    from modellen.naloop import Naloopbevinding, Vindplaats

ONGELIJK = "elders_leesbaar"
"""The kind of finding that two equal places differ."""

_BESLOTEN = " In het lakblad is besloten om een van deze plaatsen niet te lakken."


Plek = tuple[str, str]
"""A released file, and words that stand readable in it."""


def respect_decisions(
    bevindingen: Sequence[Naloopbevinding], regels: Sequence[Lakregel]
) -> tuple[Naloopbevinding, ...]:
    """The findings, those grave that a person chose: masked here, readable there.

    Only when words stand readable at no more places than a person left them so.
    """
    gekozen = Counter(
        (f"{r.nummer}.pdf", " ".join(r.tekst.split()))
        for r in regels
        if r.keuze is Keuze.NIET and not r.vlak
    )
    ongelijk = [b for b in bevindingen if b.soort == ONGELIJK]
    plaatsen = {plek for b in ongelijk for plek in b.bronnen}
    getoond = Counter(t for plek in plaatsen for t in _shown_at(plek, gekozen))
    mag = {plek for plek, aantal in getoond.items() if aantal <= gekozen[plek]}
    return tuple(
        replace(b, ernst=Ernst.ERNSTIG, wat=b.wat + _BESLOTEN)
        if b.soort == ONGELIJK and _is_chosen(b, gekozen, mag)
        else b
        for b in bevindingen
    )


def _is_chosen(
    bevinding: Naloopbevinding, gekozen: Counter[Plek], mag: Collection[Plek]
) -> bool:
    """Whether all that a finding shows readable was left so by a person."""
    getoond = {t for plek in bevinding.bronnen for t in _shown_at(plek, gekozen)}
    return bool(getoond) and getoond <= set(mag)


def _shown_at(plek: Vindplaats, gekozen: Counter[Plek]) -> Iterator[Plek]:
    """The words that someone left readable anywhere, where they stand in a file."""
    bestand = plek.bestand.rsplit("/", 1)[-1]
    woorden = " ".join(plek.woorden.split())
    for tekst in sorted({tekst for _, tekst in gekozen}):
        if tekst in woorden:
            yield bestand, tekst
