"""Heads of groups in a table without lines: each stands in the middle of its columns.

A merged cell says which columns it heads. On a page without lines only the place of the
words says so: the columns are shared out such that every head stands as near as can be
to the middle of what it heads.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from modellen.plaats import OpPagina

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extraction.cijfers_rooster import Rooster

Strook = tuple[float, float]
_MEESTE = 40


def find_groepen(rooster: Rooster, koppen: Sequence[int]) -> dict[tuple[int, int], str]:
    """For each place below a head in the middle of a group: the words of that head."""
    groepen: dict[tuple[int, int], str] = {}
    for nr, rij in enumerate(koppen[:-1]):
        onder = koppen[nr + 1 :]
        basis = _base_columns(rooster, rij, onder)
        hoofden = [k for k in basis if rooster.tekst.get((rij, k))]
        if not 0 < len(hoofden) < len(basis) <= _MEESTE or hoofden[0] == basis[0]:
            continue
        stroken = {k: _strip(rooster, onder, k) for k in basis}
        midden = {k: _strip(rooster, [rij], k) for k in hoofden}
        if None in stroken.values() or None in midden.values():
            continue
        verdeling = _share_out(
            [s for s in stroken.values() if s],
            [(s[0] + s[1]) / 2 for s in midden.values() if s],
        )
        for kolom, hoofd in zip(basis, verdeling, strict=True):
            groepen[rij, kolom] = rooster.tekst[rij, hoofden[hoofd]]
    return groepen


def _base_columns(rooster: Rooster, rij: int, onder: Sequence[int]) -> list[int]:
    """The run of columns with a head of their own below the row of a group."""
    kolommen = [
        k
        for k in rooster.numeriek
        if k > rooster.label and any(rooster.tekst.get((r, k)) for r in onder)
    ]
    return [] if all(rooster.shown(rij, k) for k in kolommen) else kolommen


def _strip(rooster: Rooster, rijen: Sequence[int], kolom: int) -> Strook | None:
    """From where to where the words of a column run on the page."""
    stroken = []
    for rij in rijen:
        cel = rooster.cel.get((rij, kolom))
        if cel is None or not rooster.tekst.get((rij, kolom)):
            continue
        blok = rooster.document.blok_bij(cel.begin)
        plaats = blok.plaats if blok else None
        if not isinstance(plaats, OpPagina) or plaats.kader is None:
            return None
        stroken.append((plaats.kader.links, plaats.kader.rechts))
    if not stroken:
        return None
    return min(s[0] for s in stroken), max(s[1] for s in stroken)


def _share_out(stroken: list[Strook], midden: list[float]) -> list[int]:
    """For each column the head it falls under: runs that lie best around heads."""

    @cache
    def best(begin: int, hoofd: int) -> tuple[float, tuple[int, ...]]:
        over = len(midden) - hoofd - 1
        keuzes = []
        einden = (
            [len(stroken)] if over == 0 else range(begin + 1, len(stroken) - over + 1)
        )
        for eind in einden:
            mid = (stroken[begin][0] + stroken[eind - 1][1]) / 2
            ver, rest = (0.0, ()) if over == 0 else best(eind, hoofd + 1)
            keuzes.append((abs(mid - midden[hoofd]) + ver, (eind, *rest)))
        return min(keuzes)

    _, einden = best(0, 0)
    return [
        hoofd
        for hoofd, (van, tot) in enumerate(zip((0, *einden), einden, strict=False))
        for _ in range(van, tot)
    ]
