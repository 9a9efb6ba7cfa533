"""The grid of a Word table: each cell once, with its spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.readers.word.xml import W, attr, number, switch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_OMHULSELS = frozenset(
    W + n for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo")
)
_MEESTE_KOLOMMEN = 1000


@dataclass(slots=True, kw_only=True)
class Wordcel:
    """A cell as it stands: position from 1, spans, the XML and its path."""

    rij: int
    kolom: int
    kolomspan: int
    tc: etree._Element
    pad: str
    rijspan: int = 1
    verborgen: bool = False


def lay_out(tabel: etree._Element, pad: str) -> list[Wordcel]:
    """The cells of a table row by row; covered cells are left out."""
    cellen: list[Wordcel] = []
    boven: dict[int, Wordcel] = {}
    for rij, (tr, trpad) in enumerate(_rows(tabel, pad), 1):
        nu: dict[int, Wordcel] = {}
        trpr = tr.find(f"{W}trPr")
        kolom = 1 + (number(None if trpr is None else trpr.find(f"{W}gridBefore")) or 0)
        for tc, tcpad in _cells(tr, trpad):
            tcpr = tc.find(f"{W}tcPr")
            ruim = number(None if tcpr is None else tcpr.find(f"{W}gridSpan")) or 1
            span = max(1, min(ruim, _MEESTE_KOLOMMEN))
            merk = None if tcpr is None else tcpr.find(f"{W}vMerge")
            vervolg = merk is not None and attr(merk) != "restart"
            cel = boven.get(kolom) if vervolg else None
            if cel is not None:
                cel.rijspan = rij - cel.rij + 1
            else:
                cel = Wordcel(
                    rij=rij, kolom=kolom, kolomspan=span, tc=tc, pad=tcpad,
                    verborgen=bool(switch(trpr, "hidden")),
                )  # fmt: skip
                cellen.append(cel)
            nu[kolom] = cel
            kolom += span
        boven = nu
    return cellen


def _rows(ouder: etree._Element, pad: str) -> Iterator[tuple[etree._Element, str]]:
    for kind, hier in _numbered(ouder, pad):
        if kind.tag == W + "tr":
            if kind.find(f"{W}trPr/{W}del") is None:
                yield kind, hier
        elif kind.tag in _OMHULSELS:
            yield from _rows(kind, hier)


def _cells(ouder: etree._Element, pad: str) -> Iterator[tuple[etree._Element, str]]:
    for kind, hier in _numbered(ouder, pad):
        if kind.tag == W + "tc":
            if kind.find(f"{W}tcPr/{W}cellDel") is None:
                yield kind, hier
        elif kind.tag in _OMHULSELS:
            yield from _cells(kind, hier)


def _numbered(ouder: etree._Element, pad: str) -> Iterator[tuple[etree._Element, str]]:
    tellers: dict[str, int] = {}
    for kind in ouder:
        naam = kind.tag.rpartition("}")[2]
        tellers[naam] = tellers.get(naam, 0) + 1
        yield kind, f"{pad}/{naam}[{tellers[naam]}]"
