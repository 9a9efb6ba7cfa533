"""The grid of a table as typst takes it: no overlap, no hidden row or column."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.pdf.zetwerk.boom import cell_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Blok, Cel
    from pipeline.pdf.zetwerk.boom import Tak

_MEESTE_KOPRIJEN = 4
_LANGSTE_KOP = 80


@dataclass(slots=True, kw_only=True)
class Roostercel:
    """A cell in the grid, from 0, with what stands in it."""

    x: int
    y: int
    b: int
    h: int
    inhoud: list[Blok | Tak] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooster:
    """A table ready to be set; the rows from ``kop[0]`` to ``kop[1]`` are its head."""

    cellen: tuple[Roostercel, ...]
    kolommen: int
    rijen: int
    kop: tuple[int, int]


def lay_grid(tak: Tak) -> Rooster:
    """The shown part of a table, close together; rows and columns without a cell go."""
    zichtbaar = [c for c in tak.tabel.cellen if not c.verborgen]
    if tak.tabel.blad is not None:
        zichtbaar = _in_use(zichtbaar)
    rijen = sorted({c.rij for c in zichtbaar})
    kolommen = sorted({c.kolom for c in zichtbaar})
    bezet: dict[tuple[int, int], Roostercel] = {}
    cellen: list[Roostercel] = []
    for cel in sorted(zichtbaar, key=lambda c: (c.rij, c.kolom)):
        inhoud = tak.inhoud.get(cel.begin, []) if cel.eind > cel.begin else []
        nieuw = Roostercel(
            x=bisect_left(kolommen, cel.kolom),
            y=bisect_left(rijen, cel.rij),
            b=_span(kolommen, cel.kolom, cel.kolomspan),
            h=_span(rijen, cel.rij, cel.rijspan),
            inhoud=list(inhoud),
        )
        if oud := bezet.get((nieuw.y, nieuw.x)):
            oud.inhoud += nieuw.inhoud
            continue
        _claim(nieuw, bezet)
        cellen.append(nieuw)
    kop = _find_head(cellen, len(kolommen), len(rijen))
    return Rooster(
        cellen=tuple(cellen), kolommen=len(kolommen), rijen=len(rijen), kop=kop
    )


def cut_columns(rooster: Rooster, van: int, tot: int) -> Rooster:
    """The columns from ``van`` up to ``tot``; a cell over the edge is shown on both."""
    cellen = [
        Roostercel(
            x=max(c.x, van) - van,
            y=c.y,
            b=min(c.x + c.b, tot) - max(c.x, van),
            h=c.h,
            inhoud=c.inhoud,
        )
        for c in rooster.cellen
        if c.x < tot and c.x + c.b > van
    ]
    return Rooster(
        cellen=tuple(cellen), kolommen=tot - van, rijen=rooster.rijen, kop=rooster.kop
    )


def _in_use(cellen: Sequence[Cel]) -> list[Cel]:
    """The cells of a sheet in rows and columns that show anything."""
    gevuld = [c for c in cellen if c.eind > c.begin]
    rijen = {c.rij for c in gevuld}
    kolommen = {c.kolom for c in gevuld}
    return [c for c in cellen if c.rij in rijen and c.kolom in kolommen]


def _span(plekken: list[int], van: int, span: int) -> int:
    """How many of the rows or columns that are left a cell covers, at least one."""
    return max(1, bisect_left(plekken, van + span) - bisect_left(plekken, van))


def _claim(cel: Roostercel, bezet: dict[tuple[int, int], Roostercel]) -> None:
    """Take the places of a cell; a span ends where another cell already stands."""
    for x in range(cel.x + 1, cel.x + cel.b):
        if (cel.y, x) in bezet:
            cel.b = x - cel.x
            break
    for y in range(cel.y + 1, cel.y + cel.h):
        if any((y, x) in bezet for x in range(cel.x, cel.x + cel.b)):
            cel.h = y - cel.y
            break
    for y in range(cel.y, cel.y + cel.h):
        for x in range(cel.x, cel.x + cel.b):
            bezet[y, x] = cel


def _find_head(
    cellen: Sequence[Roostercel], kolommen: int, rijen: int
) -> tuple[int, int]:
    """The rows that name the columns: the first that is filled and holds no figures."""
    per_rij: dict[int, list[Roostercel]] = {}
    for cel in cellen:
        per_rij.setdefault(cel.y, []).append(cel)
    for y in range(min(_MEESTE_KOPRIJEN, rijen - 1) if kolommen > 1 else 0):
        rij = per_rij.get(y, [])
        if len(rij) < 2 and kolommen > 1:  # noqa: PLR2004 one cell over the whole is a title
            continue
        eind = y + max(c.h for c in rij)
        onder = [c for r in range(y, eind) for c in per_rij.get(r, [])]
        if not _names_columns(rij) or eind >= rijen or eind - y > _MEESTE_KOPRIJEN:
            return (0, 0)
        past = all(c.y + c.h <= eind for c in onder)
        vrij = all(c.y + c.h <= y for r in range(y) for c in per_rij.get(r, []))
        return (y, eind) if past and vrij else (0, 0)
    return (0, 0)


def _names_columns(rij: Sequence[Roostercel]) -> bool:
    teksten = [" ".join(cell_texts(c.inhoud)) for c in rij]
    gevuld = [t for t in teksten if t]
    cijfers = sum(t[0].isdigit() and not any(x.isalpha() for x in t) for t in gevuld)
    jaren = sum(t.isdigit() and len(t) == 4 for t in gevuld)  # noqa: PLR2004 a year
    return (
        2 * len(gevuld) >= len(rij)
        and cijfers == jaren
        and all(len(t) <= _LANGSTE_KOP for t in gevuld)
    )
