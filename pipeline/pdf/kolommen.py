"""Tables of words without lines: columns that begin at the same place in each row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from modellen.plaats import Kader
from pipeline.pdf.tekens import clean, ends_broken
from pipeline.pdf.vormen import PdfCel, PdfTabel
from pipeline.pdf.zetten import set_lines, set_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.vormen import Regel, Woord

_GAT = 1.1
_RUIM = 1.3
_LETTERBREEDTE = 0.5
_GELIJK = 3.0
_MINSTE_KOLOMMEN = 3
_MINSTE_RIJEN = 3
_VER = 2.6
_AANSLUITEND = 0.55

Delen = list[list["Woord"]]


def may_hold_gap(regel: Regel) -> bool:
    """Whether a line is wider than its letters, so that a gap may part its words."""
    breed = regel.kader.rechts - regel.kader.links
    return (
        breed > _RUIM * _LETTERBREEDTE * regel.letter * len(regel.tekst) + regel.letter
    )


def find_columned(woorden: Sequence[Woord]) -> list[PdfTabel]:
    """The tables of at least three columns and three rows among the words of a page."""
    rijen = [_parts(r) for r in set_rows(woorden)]
    tabellen, index = [], 0
    while index < len(rijen):
        eind, starten = _stretch(rijen, index)
        if starten:
            tabellen.append(_make_table(rijen[index:eind], starten))
            index = eind
        else:
            index += 1
    return tabellen


def _parts(rij: list[Woord]) -> Delen:
    """The words of a row in groups with a wide gap between them."""
    delen: Delen = []
    for woord in rij:
        vorige = delen[-1][-1] if delen else None
        dik = woord.letter or woord.onder - woord.boven
        if vorige is not None and woord.links - vorige.rechts <= _GAT * dik:
            delen[-1].append(woord)
        else:
            delen.append([woord])
    return delen


def _stretch(rijen: list[Delen], begin: int) -> tuple[int, list[float]]:
    """Where a table that begins at a row ends, and where its columns begin."""
    starten = [d[0].links for d in rijen[begin]]
    if len(starten) < _MINSTE_KOLOMMEN:
        return begin, []
    teller: Counter[int] = Counter()
    eind, vol = begin, 0
    while eind < len(rijen):
        rij = rijen[eind]
        ver = eind > begin and _gap(rijen[eind - 1], rij) > _VER * _height(rij)
        plekken = [_column(d, starten) for d in rij]
        if ver or None in plekken or _crosses(rij, starten):
            break
        teller.update(p for p in set(plekken) if p is not None)
        vol += len(set(plekken)) >= _MINSTE_KOLOMMEN
        eind += 1
    genoeg = vol >= _MINSTE_RIJEN and all(teller[k] > 1 for k in range(len(starten)))
    return (eind, starten) if genoeg else (begin, [])


def _column(deel: list[Woord], starten: list[float]) -> int | None:
    """The column whose beginning a part shares."""
    for kolom, start in enumerate(starten):
        if abs(deel[0].links - start) <= _GELIJK:
            return kolom
    return None


def _crosses(rij: Delen, starten: list[float]) -> bool:
    """Whether a part runs on into the next column."""
    return any(
        d[0].links < start - _GELIJK and d[-1].rechts > start + _GELIJK
        for d in rij
        for start in starten
    )


def _make_table(rijen: list[Delen], starten: list[float]) -> PdfTabel:
    groepen: list[list[Delen]] = []
    for index, rij in enumerate(rijen):
        if index and _hangs(rijen[index - 1], rij, starten):
            groepen[-1].append(rij)
        else:
            groepen.append([rij])
    rechts = max(d[-1].rechts for r in rijen for d in r) + 2
    randen = (round(starten[0] - 2, 2), *(round(s - 2, 2) for s in starten[1:]), rechts)
    cellen: list[PdfCel] = []
    for nummer, groep in enumerate(groepen, 1):
        cellen += _row(nummer, groep, randen, starten)
    kader = Kader(randen[0], _top(rijen[0]), rechts, _bottom(rijen[-1]))
    return PdfTabel(kader=kader, cellen=tuple(cellen), randen=randen, gelijnd=False)


def _hangs(vorige: Delen, rij: Delen, starten: list[float]) -> bool:
    """Whether a row is the rest of the one above: close to it, and not a full one.

    Or a cell goes on with what a hyphen broke: nothing else begins in small letters
    right below one.
    """
    if any(_goes_on(deel, vorige, starten) for deel in rij):
        return True
    return len(rij) < len(starten) and _gap(vorige, rij) <= _AANSLUITEND * _height(rij)


def _goes_on(deel: list[Woord], vorige: Delen, starten: list[float]) -> bool:
    """Whether a part is the rest of a word that was broken in the row above."""
    kolom = _column(deel, starten)
    boven = [d for d in vorige if _column(d, starten) == kolom]
    return (
        deel[0].tekst[:1].islower()
        and bool(boven)
        and ends_broken(clean(boven[-1][-1].tekst))
    )


def _row(
    nummer: int, groep: list[Delen], randen: tuple[float, ...], starten: list[float]
) -> list[PdfCel]:
    boven, onder = min(map(_top, groep)), max(map(_bottom, groep))
    vullen: dict[int, list[Woord]] = {}
    for rij in groep:
        for deel in rij:
            vullen.setdefault(_column(deel, starten) or 0, []).extend(deel)
    return [
        PdfCel(
            rij=nummer,
            kolom=k + 1,
            kader=Kader(randen[k], boven, randen[k + 1], onder),
            regels=set_lines(vullen.get(k, ())),
        )
        for k in range(len(starten))
    ]


def _gap(boven: Delen, onder: Delen) -> float:
    return _top(onder) - _bottom(boven)


def _height(rij: Delen) -> float:
    return _bottom(rij) - _top(rij)


def _top(rij: Delen) -> float:
    return min(w.boven for d in rij for w in d)


def _bottom(rij: Delen) -> float:
    return max(w.onder for d in rij for w in d)
