"""The tree in a document: blocks, and tables whose cells hold blocks and tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from modellen.document import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Cel, Document, Tabel


@dataclass(slots=True, kw_only=True)
class Tak:
    """A table with what stands in each of its cells, and the zone it stands in."""

    tabel: Tabel
    begin: int
    eind: int
    zone: Zone = Zone.HOOFDTEKST
    inhoud: dict[int, list[Blok | Tak]] = field(default_factory=dict)


def grow(document: Document) -> list[Blok | Tak]:
    """What a document shows, in order; hidden blocks and comments are left out."""
    takken = [t for t in map(_branch, document.tabellen) if t is not None]
    los, binnen = _nest(sorted(takken, key=lambda t: t.tabel.nummer))
    blokken = [b for b in document.blokken if _shown(b)]
    for tak in takken:
        _fill(tak, binnen, blokken)
    over = _outside(blokken, los)
    return sorted([*los, *over], key=lambda d: (d.begin, d.eind))


def cell_texts(inhoud: Sequence[Blok | Tak]) -> Iterator[str]:
    """The texts in a cell, those of tables inside it included."""
    for ding in inhoud:
        if isinstance(ding, Tak):
            for delen in ding.inhoud.values():
                yield from cell_texts(delen)
        else:
            yield ding.tekst


def _shown(blok: Blok) -> bool:
    return not blok.verborgen and blok.zone != Zone.OPMERKING


def _branch(tabel: Tabel) -> Tak | None:
    """The table as a branch; one without any text in it is none."""
    gevuld = [c for c in tabel.cellen if c.eind > c.begin]
    if not gevuld:
        return None
    return Tak(
        tabel=tabel,
        begin=min(c.begin for c in gevuld),
        eind=max(c.eind for c in gevuld),
    )


def _nest(takken: list[Tak]) -> tuple[list[Tak], dict[tuple[int, int], list[Tak]]]:
    """Tables by themselves, and those in a cell (by table number and cell begin)."""
    los: list[Tak] = []
    binnen: dict[tuple[int, int], list[Tak]] = {}
    stapel: list[Tak] = []
    for tak in takken:
        while stapel and not _holds(stapel[-1], tak):
            stapel.pop()
        ouder = stapel[-1] if stapel else None
        cel = None if ouder is None else _cell_around(ouder, tak)
        if ouder is None or cel is None:
            los.append(tak)
        else:
            binnen.setdefault((ouder.tabel.nummer, cel.begin), []).append(tak)
        stapel.append(tak)
    return los, binnen


def _holds(ouder: Tak, tak: Tak) -> bool:
    return ouder.begin <= tak.begin and tak.eind <= ouder.eind


def _cell_around(ouder: Tak, tak: Tak) -> Cel | None:
    for cel in ouder.tabel.cellen:
        if cel.begin <= tak.begin and tak.eind <= cel.eind:
            return cel
    return None


def _fill(
    tak: Tak, binnen: dict[tuple[int, int], list[Tak]], blokken: list[Blok]
) -> None:
    """Put blocks and inner tables in the cells, by the begin of the cell."""
    zones = [b.zone for b in _between(blokken, tak.begin, tak.eind)]
    tak.zone = zones[0] if zones else Zone.HOOFDTEKST
    for cel in tak.tabel.cellen:
        if cel.eind == cel.begin or cel.verborgen:
            continue
        kinderen = binnen.get((tak.tabel.nummer, cel.begin), [])
        eigen = _outside(list(_between(blokken, cel.begin, cel.eind)), kinderen)
        tak.inhoud[cel.begin] = sorted(
            [*kinderen, *eigen], key=lambda d: (d.begin, d.eind)
        )


def _between(blokken: list[Blok], begin: int, eind: int) -> Iterator[Blok]:
    van = bisect_left(blokken, begin, key=lambda b: b.begin)
    for blok in blokken[van : bisect_right(blokken, eind, key=lambda b: b.begin)]:
        if blok.eind <= eind and blok.tekst:
            yield blok


def _outside(blokken: list[Blok], takken: list[Tak]) -> list[Blok]:
    """The blocks that stand in none of these tables."""
    rij = sorted(takken, key=lambda t: t.begin)
    uit = []
    for blok in blokken:
        plek = bisect_right(rij, blok.begin, key=lambda t: t.begin) - 1
        if plek < 0 or blok.begin >= rij[plek].eind:
            uit.append(blok)
    return uit
