"""Which rules hold right before a place in a text, and which right behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.rulebook import Regel

VENSTER = 90
"""How far rules look to both sides."""
_LEEG = ("",)


def matching_before(regels: Iterable[Regel], links: str) -> tuple[Regel, ...]:
    """The rules that hold for what stands before, each as far as it reaches."""
    laag, eind = links.lower(), len(links)
    uit = []
    for regel in regels:  # the inner loop of the whole pipeline: few calls in it
        bereik = regel.nabij or regel.bereik
        stuk = laag if bereik >= eind else laag[-bereik:]
        for woord in regel.woorden or _LEEG:
            if woord in stuk:
                if regel.allows(links) and regel.vorm.search(
                    links, eind - regel.bereik
                ):
                    uit.append(regel)
                break
    return tuple(uit)


def matching_behind(regels: Iterable[Regel], rechts: str) -> tuple[Regel, ...]:
    """The rules that hold for what stands behind."""
    laag = rechts.lower()
    uit = []
    for regel in regels:
        for woord in regel.woorden or _LEEG:
            if woord in laag:
                if regel.vorm.match(rechts):
                    uit.append(regel)
                break
    return tuple(uit)
