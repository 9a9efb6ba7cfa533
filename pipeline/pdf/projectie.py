"""Tables without lines: the gaps between columns of figures, over all rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from modellen.plaats import Kader
from pipeline.pdf.vormen import PdfCel, PdfTabel
from pipeline.pdf.zetten import set_lines, set_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.vormen import Woord

_GETAL = re.compile(
    r"[-–−+]?€?\d[\d.,]*%?|[-–—]|ntb|n\.t\.b\.?|nvt|n\.v\.t\.?|pm|p\.m\.?|n\.?b\.?",
    re.IGNORECASE,
)
_MINSTE_GETALLEN = 3
_LABELWOORDEN = 3
_MINSTE_RIJEN = 2
_SPATIE = 0.45
_VER = 3.5
_KOP_VER = 1.6
_MINSTE_GAT = 1.0
_MERK_LENGTE = 6


def is_numeric_line(tekst: str) -> bool:
    """Whether a line may be a row of figures: a label, and figures enough beside it."""
    woorden = tekst.split()
    getallen = sum(1 for w in woorden if _GETAL.fullmatch(w))
    label = len(woorden) - getallen
    return getallen >= _MINSTE_GETALLEN and label <= 2 * getallen + _LABELWOORDEN


@dataclass(slots=True, kw_only=True)
class _Deel:
    """Words of a row that belong together: a label, or one figure."""

    woorden: list[Woord]

    @property
    def links(self) -> float:
        return self.woorden[0].links

    @property
    def rechts(self) -> float:
        return self.woorden[-1].rechts

    @property
    def getal(self) -> bool:
        return len(self.woorden) == 1 and bool(_GETAL.fullmatch(self.woorden[0].tekst))


@dataclass(slots=True, kw_only=True)
class _Rij:
    """A row of a page and its parts; ``cijfers`` when it is a row of figures."""

    delen: list[_Deel]
    boven: float
    onder: float

    @property
    def cijfers(self) -> bool:
        return sum(d.getal for d in self.delen) >= _MINSTE_GETALLEN

    @property
    def hoog(self) -> float:
        return self.onder - self.boven


def find_projected(woorden: Sequence[Woord]) -> list[PdfTabel]:
    """The tables of figures among the words of a page, top to bottom."""
    rijen = [_make_row(r) for r in set_rows(woorden)]
    tabellen = []
    for eerste, laatste in _stretches(rijen):
        kolommen = _columns([r for r in rijen[eerste : laatste + 1] if r.cijfers])
        if len(kolommen) > _MINSTE_GETALLEN:
            boven = _header_start(rijen, eerste, kolommen)
            onder = _tail_end(rijen, laatste, kolommen)
            tabellen.append(_make_table(rijen[boven : onder + 1], _edges(kolommen)))
    return tabellen


def has_rows_of_figures(woorden: Sequence[Woord]) -> bool:
    """Whether several rows of figures stand below each other."""
    rijen = [_make_row(r) for r in set_rows(woorden)]
    return sum(r.cijfers for r in rijen) >= _MINSTE_RIJEN


def table_in_columns(woorden: Sequence[Woord], randen: tuple[float, ...]) -> PdfTabel:
    """The table of words whose column borders are drawn, but not those of its rows."""
    rijen = [_make_row(r) for r in set_rows(woorden)]
    return _make_table(rijen, list(randen))


def _make_row(woorden: list[Woord]) -> _Rij:
    delen: list[_Deel] = []
    for woord in woorden:
        vorig = delen[-1] if delen else None
        dik = woord.letter or woord.onder - woord.boven
        los = vorig is None or woord.links - vorig.rechts > _SPATIE * dik
        if vorig is None or los or (vorig.getal and _GETAL.fullmatch(woord.tekst)):
            delen.append(_Deel(woorden=[woord]))
        else:
            vorig.woorden.append(woord)
    boven, onder = min(w.boven for w in woorden), max(w.onder for w in woorden)
    return _Rij(delen=delen, boven=boven, onder=onder)


def _stretches(rijen: list[_Rij]) -> list[tuple[int, int]]:
    """First and last row of figures of each table: rows that lie close together."""
    uit: list[tuple[int, int]] = []
    begin = vorige = -1
    for index, rij in enumerate(rijen):
        if not rij.cijfers:
            continue
        if begin >= 0 and rij.boven - rijen[vorige].onder <= _VER * rij.hoog:
            vorige = index
            continue
        uit.append((begin, vorige))
        begin = vorige = index
    uit.append((begin, vorige))
    return [
        (b, e)
        for b, e in uit
        if b >= 0 and sum(r.cijfers for r in rijen[b : e + 1]) >= _MINSTE_RIJEN
    ]


def _columns(rijen: list[_Rij]) -> list[tuple[float, float]]:
    """The x-intervals of the columns: figures, then labels that cross none."""
    getallen = _merge([(d.links, d.rechts) for r in rijen for d in r.delen if d.getal])
    labels = []
    for rij in rijen:
        for deel in rij.delen:
            raakt = sum(deel.links < e and deel.rechts > b for b, e in getallen)
            if not deel.getal and raakt == 0:
                labels.append((deel.links, deel.rechts))
    return _adopt_marks(_merge(getallen + labels), rijen)


def _adopt_marks(
    kolommen: list[tuple[float, float]], rijen: list[_Rij]
) -> list[tuple[float, float]]:
    """The columns, where one of marks only belongs to the figures it fills gaps of.

    A dash or ``ntb`` set left among figures set right makes a column of its own.
    """
    vullen = [
        {
            r: deel
            for r, rij in enumerate(rijen)
            for deel in rij.delen
            if deel.links < eind and deel.rechts > begin
        }
        for begin, eind in kolommen
    ]
    uit = list(kolommen)
    for nr in range(1, len(kolommen)):
        if not all(_is_mark(d) for d in vullen[nr].values()) or not vullen[nr]:
            continue
        for buur in sorted(
            (b for b in (nr - 1, nr + 1) if 0 < b < len(kolommen)),
            key=lambda b: _apart(kolommen[nr], kolommen[b]),
        ):
            if not vullen[buur].keys() & vullen[nr].keys() and any(
                d.getal for d in vullen[buur].values()
            ):
                uit[buur] = (
                    min(uit[buur][0], kolommen[nr][0]),
                    max(uit[buur][1], kolommen[nr][1]),
                )
                uit[nr] = uit[buur]
                break
    return _merge(list(dict.fromkeys(uit)))


def _is_mark(deel: _Deel) -> bool:
    """Whether a part stands for a number that is not there."""
    tekst = "".join(w.tekst for w in deel.woorden)
    return len(tekst) <= _MERK_LENGTE and not any(c.isdigit() for c in tekst)


def _apart(een: tuple[float, float], ander: tuple[float, float]) -> float:
    return max(een[0] - ander[1], ander[0] - een[1])


def _merge(stukken: list[tuple[float, float]]) -> list[tuple[float, float]]:
    uit: list[tuple[float, float]] = []
    for begin, eind in sorted(stukken):
        if uit and begin <= uit[-1][1] + _MINSTE_GAT:
            uit[-1] = (uit[-1][0], max(uit[-1][1], eind))
        else:
            uit.append((begin, eind))
    return uit


def _header_start(
    rijen: list[_Rij], eerste: int, kolommen: list[tuple[float, float]]
) -> int:
    """The first row above the figures that still stands in the columns."""
    index = eerste
    while index > 0:
        rij, volgende = rijen[index - 1], rijen[index]
        gat = volgende.boven - rij.onder
        in_eerste = len(rij.delen) == 1 and rij.delen[0].rechts <= kolommen[1][0]
        hangt = in_eerste and gat <= 0.5 * rij.hoog
        dichtbij = gat <= _KOP_VER * max(rij.hoog, volgende.hoog)
        if not hangt and not (dichtbij and _fits(rij, kolommen)):
            break
        index -= 1
    return index


def _tail_end(
    rijen: list[_Rij], laatste: int, kolommen: list[tuple[float, float]]
) -> int:
    """The last row below the figures that only goes on in the first column."""
    index = laatste
    while index + 1 < len(rijen):
        rij, vorige = rijen[index + 1], rijen[index]
        dichtbij = rij.boven - vorige.onder <= 0.5 * rij.hoog
        in_eerste = len(rij.delen) == 1 and rij.delen[0].rechts <= kolommen[1][0]
        if not dichtbij or not in_eerste:
            break
        index += 1
    return index


def _fits(rij: _Rij, kolommen: list[tuple[float, float]]) -> bool:
    """Whether a row above the figures is header: parted like the columns, not prose."""
    links, rechts = kolommen[0][0], kolommen[-1][1]
    ruim = 8 * rij.hoog  # a head may be wider than the figures under it
    binnen = (
        rij.delen[0].links >= links - ruim and rij.delen[-1].rechts <= rechts + ruim
    )
    breedste = max(d.rechts - d.links for d in rij.delen)
    los = len(rij.delen) > 1 or rij.delen[0].links > kolommen[0][1]
    return binnen and los and breedste < 0.6 * (rechts - links)


def _make_table(rijen: list[_Rij], randen: list[float]) -> PdfTabel:
    groepen = _join_wrapped(rijen, randen)
    cellen: list[PdfCel] = []
    for nummer, groep in enumerate(groepen, 1):
        boven, onder = min(r.boven for r in groep), max(r.onder for r in groep)
        vullen: dict[tuple[int, int], list[Woord]] = {}
        for rij in groep:
            for deel in rij.delen:
                eerste, laatste = _reach(deel, randen)
                vullen.setdefault((eerste, laatste), []).extend(deel.woorden)
        cellen += _fill_row(nummer, vullen, randen, boven, onder)
    kader = Kader(randen[0], rijen[0].boven, randen[-1], max(r.onder for r in rijen))
    return PdfTabel(
        kader=kader, cellen=tuple(cellen), randen=tuple(randen), gelijnd=False
    )


def _fill_row(
    nummer: int,
    vullen: dict[tuple[int, int], list[Woord]],
    randen: list[float],
    boven: float,
    onder: float,
) -> list[PdfCel]:
    bezet = {k for eerste, laatste in vullen for k in range(eerste, laatste + 1)}
    leeg: dict[tuple[int, int], list[Woord]] = {
        (k, k): [] for k in range(len(randen) - 1) if k not in bezet
    }
    cellen: list[PdfCel] = []
    tot = -1
    for (eerste, laatste), woorden in sorted({**vullen, **leeg}.items()):
        begin = max(eerste, tot + 1)
        if begin > laatste:
            # Two spanning labels over one column: the words join the cell before.
            vorige = cellen[-1]
            samen = vorige.regels + set_lines(woorden)
            cellen[-1] = PdfCel(
                rij=vorige.rij, kolom=vorige.kolom, kolomspan=vorige.kolomspan,
                kader=vorige.kader, regels=samen,
            )  # fmt: skip
            continue
        tot = laatste
        cellen.append(
            PdfCel(
                rij=nummer,
                kolom=begin + 1,
                kolomspan=laatste - begin + 1,
                kader=Kader(randen[begin], boven, randen[laatste + 1], onder),
                regels=set_lines(woorden),
            )
        )
    return cellen


def _edges(kolommen: list[tuple[float, float]]) -> list[float]:
    midden = [round((a[1] + b[0]) / 2, 2) for a, b in pairwise(kolommen)]
    return [round(kolommen[0][0] - 2, 2), *midden, round(kolommen[-1][1] + 2, 2)]


def _reach(deel: _Deel, randen: list[float]) -> tuple[int, int]:
    """First and last column a part lies over; by its middle when it is narrow."""
    over = [
        k
        for k in range(len(randen) - 1)
        if min(deel.rechts, randen[k + 1]) - max(deel.links, randen[k])
        > 0.3 * (randen[k + 1] - randen[k])
    ]
    if deel.getal or not over:
        midden = (deel.links + deel.rechts) / 2
        k = sum(midden > r for r in randen[1:-1])
        return k, k
    return over[0], over[-1]


def _join_wrapped(rijen: list[_Rij], randen: list[float]) -> list[list[_Rij]]:
    """Rows with the lines of a wrapped first column joined to the row they touch."""
    vast = [i for i, r in enumerate(rijen) if not _is_wrap(r, randen)]
    if not vast:
        return [[r] for r in rijen]
    groepen: dict[int, list[_Rij]] = {i: [rijen[i]] for i in vast}
    cijfers = [i for i in vast if rijen[i].cijfers]
    for index, rij in enumerate(rijen):
        if index in groepen:
            continue
        kandidaten = cijfers if cijfers and index > cijfers[0] - 2 else vast
        beste = min(kandidaten, key=lambda i: (_distance(rijen[i], rij), i))
        groepen[beste].append(rij)
    return [sorted(g, key=lambda r: r.boven) for _, g in sorted(groepen.items())]


def _is_wrap(rij: _Rij, randen: list[float]) -> bool:
    return len(rij.delen) == 1 and not rij.cijfers and rij.delen[0].rechts <= randen[1]


def _distance(een: _Rij, ander: _Rij) -> float:
    return max(een.boven - ander.onder, ander.boven - een.onder)
