"""A sheet with cells far apart, pushed together so that no time goes to the void."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modellen.document import Tabel

LEEG_PER_CEL = 50
KLEIN = 20_000


def push_together(tabel: Tabel) -> Tabel:
    """The same cells without wide empty stretches; a dense table is unchanged.

    An empty row or column stays one: it may part two tables. Addresses do not change.
    """
    ruimte = tabel.rijen * tabel.kolommen
    if ruimte <= KLEIN + LEEG_PER_CEL * len(tabel.cellen):
        return tabel
    rijen = _ranks(n for c in tabel.cellen for n in (c.rij, c.rij + c.rijspan))
    kolommen = _ranks(n for c in tabel.cellen for n in (c.kolom, c.kolom + c.kolomspan))
    cellen = tuple(
        replace(
            c,
            rij=rijen[c.rij],
            kolom=kolommen[c.kolom],
            rijspan=rijen[c.rij + c.rijspan] - rijen[c.rij],
            kolomspan=kolommen[c.kolom + c.kolomspan] - kolommen[c.kolom],
        )
        for c in tabel.cellen
    )
    return replace(tabel, cellen=cellen)


def _ranks(nummers: Iterable[int]) -> dict[int, int]:
    """A new number for each, in order, at most one left free between two."""
    rang: dict[int, int] = {}
    vorige = nieuw = 0
    for nummer in sorted(set(nummers)):
        nieuw += min(nummer - vorige, 2)
        rang[nummer], vorige = nieuw, nummer
    return rang
