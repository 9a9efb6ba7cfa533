"""Heads of groups in a table without lines: where each stands over its columns.

A merged cell says which columns it heads. On a page without lines only the place of the
words says so: the columns are shared out such that every head stands as near as can be
to the middle, or to the right edge, of what it heads. Groups with the same heads below
them (Oekraïne, asiel, amv; Oekraïne, asiel, amv) are likelier than any other.
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
        stroken = [s for k in basis if (s := _strip(rooster, onder, k))]
        koppen_hier = [s for k in hoofden if (s := _strip(rooster, [rij], k))]
        if len(stroken) < len(basis) or len(koppen_hier) < len(hoofden):
            continue
        onderkop = [_words_below(rooster, onder, k) for k in basis]
        verdeling = _choose(stroken, koppen_hier, onderkop)
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


def _words_below(rooster: Rooster, onder: Sequence[int], kolom: int) -> str:
    return " ".join(rooster.tekst.get((r, kolom), "") for r in onder).casefold()


def _choose(
    stroken: list[Strook], koppen: list[Strook], onderkop: list[str]
) -> list[int]:
    """The share-out that repeats what stands below the heads, else the nearest one."""
    keuzes = []
    for nr, plek in enumerate((_middle, _right)):
        afstand, verdeling = _share_out(
            [[plek((s[0], t[1])) for t in stroken] for s in stroken],
            [plek(k) for k in koppen],
        )
        keuzes.append((not _repeats(verdeling, onderkop), afstand, nr, verdeling))
    return min(keuzes)[-1]


def _middle(strook: Strook) -> float:
    return (strook[0] + strook[1]) / 2


def _right(strook: Strook) -> float:
    return strook[1]


def _repeats(verdeling: list[int], onderkop: list[str]) -> bool:
    """Whether every group has the same heads below it."""
    groepen: dict[int, list[str]] = {}
    for hoofd, kop in zip(verdeling, onderkop, strict=True):
        groepen.setdefault(hoofd, []).append(kop)
    eerste = groepen[0]
    return len(groepen) > 1 and all(g == eerste for g in groepen.values())


def _share_out(
    plekken: list[list[float]], hoofden: list[float]
) -> tuple[float, list[int]]:
    """How far heads stand from what they head, and for each column its head.

    ``plekken[i][j]`` is where a head over columns i to j would stand.
    """
    aantal = len(plekken)

    @cache
    def best(begin: int, hoofd: int) -> tuple[float, tuple[int, ...]]:
        over = len(hoofden) - hoofd - 1
        keuzes = []
        for eind in [aantal] if over == 0 else range(begin + 1, aantal - over + 1):
            hier = abs(plekken[begin][eind - 1] - hoofden[hoofd])
            ver, rest = (0.0, ()) if over == 0 else best(eind, hoofd + 1)
            keuzes.append((hier + ver, (eind, *rest)))
        return min(keuzes)

    afstand, einden = best(0, 0)
    return afstand, [
        hoofd
        for hoofd, (van, tot) in enumerate(zip((0, *einden), einden, strict=False))
        for _ in range(van, tot)
    ]
