"""Which cell: the smallest change that repairs what fails, likeliest first.

Every relation leaves a cell an interval of values. A cell is a candidate when the
intervals of the failing relations it stands in meet; it is a better one when those of
the relations that hold meet too, and when the value needed looks like a slip of the
pen: digits swapped, a sign, a factor ten, a row shifted.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.hints import find_hint
from pipeline.audit.cijfers.verband import ALLES, Uitkomst, Verbandsoort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.audit.cijfers.hints import Hint
    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.audit.cijfers.verband import Ruimte, Verband

_ZACHT = Decimal("0.6")
_BREUK = Decimal("0.9")
_OPEN = Decimal("0.3")
MEESTE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """A cell, the relations that changing it repairs, and the values that do so.

    ``score`` is what it repairs less what it breaks.
    """

    plek: Plek
    herstelt: tuple[Verband, ...]
    ruimte: Ruimte
    score: Decimal
    hint: Hint | None

    @property
    def bedoeld(self) -> Decimal | None:
        """The value that was probably meant: the one of the hint, else the only one."""
        if self.hint is not None:
            return self.hint.waarde
        laag, hoog = self.ruimte
        return laag if laag == hoog else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oorzaak:
    """Failing relations that one cell explains, and the cells it may be."""

    verbanden: tuple[Verband, ...]
    kandidaten: tuple[Kandidaat, ...]


def find_oorzaken(rooster: Telrooster, verbanden: Iterable[Verband]) -> list[Oorzaak]:
    """The causes of all that fails, each with its candidates, likeliest first."""
    per_plek: dict[Plek, list[Verband]] = {}
    stuk: list[Verband] = []
    for v in verbanden:
        for plek in v.plekken:
            per_plek.setdefault(plek, []).append(v)
        if v.breekt:
            stuk.append(v)
    oorzaken: list[Oorzaak] = []
    while stuk:
        oorzaak = _next(rooster, stuk, per_plek)
        oorzaken.append(oorzaak)
        weg = {id(v) for v in oorzaak.verbanden}
        stuk = [v for v in stuk if id(v) not in weg]
    return oorzaken


def _next(
    rooster: Telrooster, stuk: list[Verband], per_plek: dict[Plek, list[Verband]]
) -> Oorzaak:
    """The cell that explains most of what still fails."""
    open_ = {id(v) for v in stuk}
    plekken = dict.fromkeys(p for v in stuk for p in v.plekken)
    kandidaten = [
        k for p in plekken if (k := _judge(rooster, p, per_plek[p], open_)) is not None
    ]
    if not kandidaten:
        return Oorzaak(verbanden=(stuk[0],), kandidaten=())
    beste = max(kandidaten, key=lambda k: _rank(rooster, k))
    groep = {id(v) for v in beste.herstelt}
    samen = [k for k in kandidaten if any(id(v) in groep for v in k.herstelt)]
    samen.sort(key=lambda k: _rank(rooster, k), reverse=True)
    return Oorzaak(verbanden=beste.herstelt, kandidaten=tuple(samen[:MEESTE]))


def _rank(rooster: Telrooster, k: Kandidaat) -> tuple[Decimal, int, int, int, int]:
    """Score, then the look of a slip, then what was typed, typed totals first."""
    cel = rooster.cellen.get(k.plek)
    getypt = 0 if cel is not None and cel.formule else 1
    totaal = any(v.geheel == k.plek for v in k.herstelt)
    rij, kolom = k.plek
    kracht = k.hint.kracht if k.hint else 0
    return k.score, kracht, getypt + (getypt and totaal), -rij, -kolom


def _judge(
    rooster: Telrooster, plek: Plek, verbanden: list[Verband], open_: set[int]
) -> Kandidaat | None:
    if plek not in rooster.getoond:
        return None
    kapot = [v for v in verbanden if id(v) in open_]
    ruimte, hersteld = _meet(kapot, plek)
    if not hersteld:
        return None
    score = sum((_weight(v) for v in hersteld), Decimal(0))
    score -= sum((_weight(v) * _BREUK for v in kapot if v not in hersteld), Decimal(0))
    for v in verbanden:
        if v.breekt:
            continue
        kleiner = _cut(ruimte, v.room(plek))
        if kleiner is None:
            score -= _weight(v) * _BREUK
        else:
            ruimte = kleiner
            score += _OPEN * (v.uitkomst is Uitkomst.NIET_TOETSBAAR)
    nooit_onder = rooster.value(plek) >= 0 and all(
        v.soort is not Verbandsoort.VERSCHIL for v in hersteld if v.geheel == plek
    )
    if nooit_onder and ruimte[1] < 0:
        score -= 1
    return Kandidaat(
        plek=plek,
        herstelt=tuple(hersteld),
        ruimte=ruimte,
        score=score,
        hint=find_hint(rooster, plek, ruimte),
    )


def _weight(verband: Verband) -> Decimal:
    return _ZACHT if verband.zacht else Decimal(1)


def _meet(kapot: list[Verband], plek: Plek) -> tuple[Ruimte, list[Verband]]:
    """The largest set of failing relations that one value of the cell repairs."""
    beste: tuple[Ruimte, list[Verband]] = (ALLES, [])
    kapot = sorted(kapot, key=lambda v: v.zacht)
    for begin in kapot:
        ruimte, groep = begin.room(plek), [begin]
        if ruimte[0] > ruimte[1]:
            continue
        for v in kapot:
            kleiner = None if v is begin else _cut(ruimte, v.room(plek))
            if kleiner is not None:
                ruimte, groep = kleiner, [*groep, v]
        if sum(map(_weight, groep)) > sum(map(_weight, beste[1])):
            beste = ruimte, groep
    return beste


def _cut(een: Ruimte, ander: Ruimte) -> Ruimte | None:
    laag, hoog = max(een[0], ander[0]), min(een[1], ander[1])
    return (laag, hoog) if laag <= hoog else None
