"""Cells computed from two others: differences, shares, parts of a whole.

Which two is learned: the pair of lines (or columns) that fits most cells.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from pipeline.audit.cijfers.rooster import AFGELEID
from pipeline.audit.cijfers.verband import Verband, Verbandsoort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.rulebook import Regelboek

    Paar = tuple[Plek, Plek]

_HALF = Decimal("0.5")
_PROEF = 12
_DEEL = 0.7
_MINST = 3
_MINST_RIJ = 2
_PERCENTAGE = "percentage"


def find_afgeleiden(rooster: Telrooster, regelboek: Regelboek) -> Iterator[Verband]:  # noqa: ARG001 (one shape for all)
    """Differences and shares: columns from columns, then lines from totals."""
    for kolom in rooster.kolommen:
        if rooster.kop[kolom].maat in AFGELEID:
            yield from _per_column(rooster, kolom)
    totalen = {t.rij for t in rooster.totalen}
    for rij in (r for r in rooster.per_rij if r not in {*rooster.rijen, *totalen}):
        for maat in sorted(AFGELEID):
            yield from _per_line(rooster, rij, maat)


def _per_column(rooster: Telrooster, kolom: int) -> Iterator[Verband]:
    lijnen = [
        r
        for r in (*rooster.rijen, *(t.rij for t in rooster.totalen))
        if rooster.shown((r, kolom)) is not None
    ]
    if len(lijnen) < _MINST:
        return
    maat = rooster.kop[kolom].maat
    bron = [k for k in rooster.kolommen if k != kolom and _is_source(rooster, k)]
    beste = _best(
        rooster,
        maat,
        [
            [((r, kolom), ((r, a), (r, b))) for r in lijnen]
            for a, b in permutations(bron, 2)
        ],
        lijnen,
    )
    yield from (v for v in beste if v.delen)


def _is_source(rooster: Telrooster, kolom: int) -> bool:
    kop = rooster.kop[kolom]
    return kop.maat not in AFGELEID and kop.thema != "inwoners"


def _per_line(rooster: Telrooster, rij: int, maat: str) -> Iterator[Verband]:
    """A line of shares or differences under the totals."""
    cellen = [
        (rij, k)
        for k in rooster.kolommen
        if (c := rooster.cijfers.get((rij, k))) is not None
        and c.maat == maat
        and rooster.shown((rij, k)) is not None
    ]
    if len(cellen) < _MINST_RIJ:
        return
    lijnen = [t.rij for t in rooster.totalen if len(t.rijen) > 1]
    for totaal in lijnen[-1:]:
        keuzes = [
            [(p, ((totaal, p[1]), (totaal, noemer(p[1])))) for p in cellen]
            for noemer in _denominators(rooster, totaal)
        ]
        yield from _best(rooster, maat, keuzes, cellen)


def _denominators(rooster: Telrooster, totaal: int) -> Iterator[Callable[[int], int]]:
    """For each measure: the column of the same theme, by column."""
    maten = dict.fromkeys(
        rooster.kop[k].maat for k in rooster.kolommen if _is_source(rooster, k)
    )
    for maat in maten:
        bij_thema: dict[str | None, int] = {}
        for k in rooster.kolommen:
            kop = rooster.kop[k]
            if kop.maat == maat and rooster.shown((totaal, k)) is not None:
                bij_thema.setdefault(kop.thema, k)

        def find(kolom: int, bij: dict[str | None, int] = bij_thema) -> int:
            return bij.get(rooster.kop[kolom].thema, 0)

        yield find


def _best(
    rooster: Telrooster,
    maat: str,
    keuzes: list[list[tuple[Plek, Paar]]],
    cellen: list[int] | list[Plek],
) -> list[Verband]:
    """The relations of the choice that most cells confirm; none below the bar."""
    beste: list[Verband] = []
    raak_beste = 0
    for keuze in keuzes:
        proef = [_make(rooster, maat, p, paar) for p, paar in keuze[:_PROEF]]
        goed = sum(v is not None and not v.breekt for v in proef)
        if goed < _DEEL * len(proef):
            continue
        alle = [_make(rooster, maat, p, paar) for p, paar in keuze]
        gemaakt = [v for v in alle if v is not None]
        goed = sum(not v.breekt for v in gemaakt)
        if goed > raak_beste:
            beste, raak_beste = gemaakt, goed
    genoeg = raak_beste >= max(_MINST_RIJ, _DEEL * len(cellen))
    return beste if genoeg else []


def _make(rooster: Telrooster, maat: str, plek: Plek, paar: Paar) -> Verband | None:
    een, ander = (rooster.shown(p) for p in paar)
    if een is None or ander is None or paar[0] == paar[1]:
        return None
    gevonden = rooster.value(plek)
    stap = rooster.step(plek)
    if maat == _PERCENTAGE:
        return _make_share(rooster, plek, paar, (een, ander))
    return Verband(
        soort=Verbandsoort.VERSCHIL,
        geheel=plek,
        delen=((paar[0], 1), (paar[1], -1)),
        gevonden=gevonden,
        verwacht=een - ander,
        grens=3 * _HALF * stap,
        waarden=(een, ander),
    )


def _make_share(
    rooster: Telrooster, plek: Plek, paar: Paar, waarden: tuple[Decimal, Decimal]
) -> Verband | None:
    """A share: what it should be, and the room of its own and the parts' rounding."""
    teller, noemer = waarden
    if noemer <= 0 or teller < 0:
        return None
    gevonden, stap = rooster.value(plek), rooster.step(plek)
    if rooster.cijfers[plek].eenheid != "%":
        gevonden, stap = gevonden * 100, stap * 100
    verwacht = 100 * teller / noemer
    delen = 100 * _HALF / noemer * (1 + teller / noemer)
    heel = all(w == w.to_integral_value() for w in waarden)
    return Verband(
        soort=Verbandsoort.PERCENTAGE,
        geheel=plek,
        delen=((paar[0], 1), (paar[1], 1)),
        gevonden=gevonden,
        verwacht=verwacht,
        grens=_HALF * stap + (delen if heel else Decimal(0)),
        waarden=waarden,
    )
