"""Ruled tables: the grid that lines draw; cells without a line between are one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.vormen import Lijn

_DICHTBIJ = 3.0
_UITSTEEK = 10.0
_MEESTE_KRUISINGEN = 400_000
_MEESTE_VAKKEN = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A cell of a grid, rows and columns from 0."""

    rij: int
    kolom: int
    rijspan: int
    kolomspan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooster:
    """A grid: the borders of its columns and rows, and its cells row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    vakken: tuple[Vak, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point inside, from 0."""
        rij = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        kolom = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return rij, kolom


def find_grids(liggend: Sequence[Lijn], staand: Sequence[Lijn]) -> list[Rooster]:
    """The grids of at least two columns on a page, top to bottom."""
    hs, vs = merge(liggend), merge(staand)
    if len(hs) * len(vs) > _MEESTE_KRUISINGEN:
        return []
    roosters = [_make_grid(h, v) for h, v in _components(hs, vs)]
    gevonden = [r for r in roosters if r is not None]
    gevonden.sort(key=lambda r: (r.ys[0], r.xs[0]))
    return [
        r for r in gevonden if not any(_inside(r, a) for a in gevonden if a is not r)
    ]


def merge(lijnen: Sequence[Lijn]) -> list[Lijn]:
    """Lines on top of or behind each other as one."""
    uit: list[Lijn] = []
    groep: list[Lijn] = []
    for lijn in sorted(lijnen):
        if groep and lijn.plek - groep[-1].plek > _DICHTBIJ / 2:
            uit += _merge_group(groep)
            groep = []
        groep.append(lijn)
    return uit + _merge_group(groep)


def _merge_group(groep: list[Lijn]) -> list[Lijn]:
    uit: list[Lijn] = []
    for lijn in sorted(groep, key=lambda ln: ln.van):
        if uit and lijn.van <= uit[-1].tot + _DICHTBIJ:
            uit[-1] = uit[-1]._replace(tot=max(uit[-1].tot, lijn.tot))
        else:
            uit.append(lijn)
    return uit


def _components(
    hs: list[Lijn], vs: list[Lijn]
) -> Iterator[tuple[list[Lijn], list[Lijn]]]:
    """Horizontal and vertical lines that touch, group by group."""
    stam = list(range(len(hs) + len(vs)))
    for i, h in enumerate(hs):
        for j, v in enumerate(vs, len(hs)):
            if _touch(h, v):
                _unite(stam, i, j)
    groepen: dict[int, tuple[list[Lijn], list[Lijn]]] = {}
    for i, h in enumerate(hs):
        groepen.setdefault(_root(stam, i), ([], []))[0].append(h)
    for j, v in enumerate(vs, len(hs)):
        groepen.setdefault(_root(stam, j), ([], []))[1].append(v)
    for liggend, staand in groepen.values():
        if liggend and staand:
            yield liggend, staand


def _touch(h: Lijn, v: Lijn) -> bool:
    return (
        h.van - _DICHTBIJ <= v.plek <= h.tot + _DICHTBIJ
        and v.van - _DICHTBIJ <= h.plek <= v.tot + _DICHTBIJ
    )


def _make_grid(hs: list[Lijn], vs: list[Lijn]) -> Rooster | None:
    xs = _borders([v.plek for v in vs], hs)
    ys = _borders([h.plek for h in hs], vs)
    kolommen, rijen = len(xs) - 1, len(ys) - 1
    if kolommen < 2 or rijen < 1 or kolommen * rijen > _MEESTE_VAKKEN:  # noqa: PLR2004 one column is a frame
        return None
    stam = list(range(rijen * kolommen))
    for r in range(rijen):
        midden = (ys[r] + ys[r + 1]) / 2
        for k in range(kolommen - 1):
            if not _covered(vs, xs[k + 1], midden):
                _unite(stam, r * kolommen + k, r * kolommen + k + 1)
    for k in range(kolommen):
        midden = (xs[k] + xs[k + 1]) / 2
        for r in range(rijen - 1):
            if not _covered(hs, ys[r + 1], midden):
                _unite(stam, r * kolommen + k, (r + 1) * kolommen + k)
    vakken = _cells(stam, rijen, kolommen)
    if max(v.kolomspan for v in vakken) == kolommen and len(vakken) == rijen:
        return None
    return Rooster(xs=tuple(xs), ys=tuple(ys), vakken=tuple(vakken))


def _borders(plekken: list[float], dwars: list[Lijn]) -> list[float]:
    """The borders in one direction; lines that stick out make an open side a border."""
    uit: list[float] = []
    for plek in sorted(plekken):
        if not uit or plek - uit[-1] > _DICHTBIJ:
            uit.append(plek)
    eerste, laatste = min(ln.van for ln in dwars), max(ln.tot for ln in dwars)
    if eerste < uit[0] - _UITSTEEK:
        uit.insert(0, eerste)
    if laatste > uit[-1] + _UITSTEEK:
        uit.append(laatste)
    return uit


def _covered(lijnen: list[Lijn], plek: float, punt: float) -> bool:
    return any(
        abs(ln.plek - plek) <= _DICHTBIJ and ln.van - 1 <= punt <= ln.tot + 1
        for ln in lijnen
    )


def _cells(stam: list[int], rijen: int, kolommen: int) -> list[Vak]:
    groepen: dict[int, list[tuple[int, int]]] = {}
    for index in range(rijen * kolommen):
        groepen.setdefault(_root(stam, index), []).append(divmod(index, kolommen))
    vakken: list[Vak] = []
    for leden in groepen.values():
        vakken += _as_cells(leden)
    return sorted(vakken, key=lambda v: (v.rij, v.kolom))


def _as_cells(leden: list[tuple[int, int]]) -> list[Vak]:
    """A joined area as one cell; an area that is no rectangle as one cell a row."""
    rs, ks = [r for r, _ in leden], [k for _, k in leden]
    hoog, breed = max(rs) - min(rs) + 1, max(ks) - min(ks) + 1
    if hoog * breed == len(leden):
        return [Vak(rij=min(rs), kolom=min(ks), rijspan=hoog, kolomspan=breed)]
    uit: list[Vak] = []
    for r, k in sorted(leden):
        vorig = uit[-1] if uit else None
        if vorig is not None and vorig.rij == r and vorig.kolom + vorig.kolomspan == k:
            uit[-1] = Vak(
                rij=r, kolom=vorig.kolom, rijspan=1, kolomspan=vorig.kolomspan + 1
            )
        else:
            uit.append(Vak(rij=r, kolom=k, rijspan=1, kolomspan=1))
    return uit


def _inside(klein: Rooster, groot: Rooster) -> bool:
    x, y = (klein.xs[0] + klein.xs[-1]) / 2, (klein.ys[0] + klein.ys[-1]) / 2
    breder = groot.xs[-1] - groot.xs[0] > klein.xs[-1] - klein.xs[0]
    return breder and groot.holds(x, y)


def _root(stam: list[int], index: int) -> int:
    while stam[index] != index:
        stam[index] = stam[stam[index]]
        index = stam[index]
    return index


def _unite(stam: list[int], een: int, twee: int) -> None:
    a, b = _root(stam, een), _root(stam, twee)
    stam[max(a, b)] = min(a, b)
