"""The crew: a few workers that share the files of a run."""

from __future__ import annotations

from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pipeline.flows.werker import Opdracht, Uitkomst, Werker

KIJK = 0.2
"""Seconds between two looks at the time and memory of the workers."""

IN_DE_RIJ = 2
"""Files a worker holds: one at work, one ready, so that it never waits for us."""


def run_crew(
    opdrachten: Iterable[Opdracht], aantal: int, start: Callable[[], Werker]
) -> Iterator[tuple[Opdracht, Uitkomst]]:
    """The outcome of every file, in the order in which they are ready."""
    rij = deque(opdrachten)
    ploeg = [start() for _ in range(min(aantal, len(rij)))]
    try:
        while rij or any(w.wacht for w in ploeg):
            for nummer, werker in enumerate(ploeg):
                if not werker.wacht and rij and werker.worn():
                    werker.stop()
                    ploeg[nummer] = start()
                _fill(ploeg[nummer], rij)
            yield from _collect(ploeg, rij, start)
    finally:
        for werker in ploeg:
            werker.stop()


def _fill(werker: Werker, rij: deque[Opdracht]) -> None:
    """Keep a worker busy, but let a worn one run empty so that it can be replaced."""
    while (
        rij and len(werker.wacht) < IN_DE_RIJ and not (werker.wacht and werker.worn())
    ):
        werker.give(rij.popleft())


def _collect(
    ploeg: list[Werker], rij: deque[Opdracht], start: Callable[[], Werker]
) -> Iterator[tuple[Opdracht, Uitkomst]]:
    bezig = {w.lijn: nummer for nummer, w in enumerate(ploeg) if w.wacht}
    klaar = wait(list(bezig), timeout=KIJK)
    for lijn, nummer in bezig.items():
        werker = ploeg[nummer]
        if lijn in klaar:
            yield werker.take()
            if werker.dood:
                ploeg[nummer] = _replace(werker, rij, start)
        elif mislukt := werker.overdue():
            opdracht = werker.wacht.popleft()
            ploeg[nummer] = _replace(werker, rij, start)
            yield opdracht, mislukt


def _replace(
    werker: Werker, rij: deque[Opdracht], start: Callable[[], Werker]
) -> Werker:
    """A new worker; what the old one had not begun goes back to the head of the row."""
    rij.extendleft(reversed(werker.stop()))
    return start()
