"""Tables of a page: by their rulings, else by the gaps between columns of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.plaats import Kader
from pipeline.pdf.kolommen import find_columned, may_hold_gap
from pipeline.pdf.projectie import (
    find_projected,
    has_rows_of_figures,
    is_numeric_line,
    table_in_columns,
)
from pipeline.pdf.rooster import find_grids
from pipeline.pdf.vormen import PdfCel, PdfTabel
from pipeline.pdf.zetten import make_line, set_lines

if TYPE_CHECKING:
    from pipeline.pdf.rooster import Rooster
    from pipeline.pdf.tekenwerk import Tekenwerk
    from pipeline.pdf.tekst import Bladtekst, Stuk
    from pipeline.pdf.vormen import Regel, Woord

_MINSTE_LIJNEN = 2
_MINSTE_RIJEN = 2
_MINSTE_GATEN = 3
_BUREN = 4
_LEEGSTE = 0.1
_GROOT = 24
_GELIJK = 4.0


def find_tables(
    tekst: Bladtekst, werk: Tekenwerk, vorige: tuple[float, ...] = ()
) -> tuple[list[Regel], tuple[PdfTabel, ...]]:
    """The lines outside tables, and the tables from top to bottom.

    ``vorige`` are the column borders of the table that ended the page before: the
    rest of its last row may be a single cell.
    """
    stukken = tekst.pieces()
    gelijnd = len(werk.liggend) >= _MINSTE_LIJNEN and len(werk.staand) >= 1
    roosters = find_grids(werk.liggend, werk.staand) if gelijnd else []
    cijfers = sum(1 for s in stukken if is_numeric_line(s.regel.tekst))
    gaten = [n for n, s in enumerate(stukken) if may_hold_gap(s.regel)]
    streken = _cluster(gaten, len(stukken))
    if not roosters and cijfers < _MINSTE_RIJEN and not streken:
        return [s.regel for s in stukken], ()
    verdeeld = _Verdeling(tekst, stukken, roosters)
    gevonden = [verdeeld.table(r, _same_borders(r.xs, vorige)) for r in roosters]
    tabellen = [t for t in gevonden if t is not None]
    if cijfers >= _MINSTE_RIJEN:
        tabellen += find_projected(verdeeld.outside(tabellen))
    for streek in streken:
        tabellen += find_columned(verdeeld.outside(tabellen, streek))
    if not tabellen:
        return [s.regel for s in stukken], ()
    tabellen.sort(key=lambda t: (t.kader.boven, t.kader.links))
    return verdeeld.rest(tabellen), tuple(tabellen)


def _cluster(plekken: list[int], aantal: int) -> list[range]:
    """The stretches of lines in which wide lines stand close together.

    Looking up words is the dear part of reading a page; a table of words needs at
    least three wide lines near each other, which most pages do not have.
    """
    groepen: list[list[int]] = []
    for plek in plekken:
        if groepen and plek - groepen[-1][-1] <= _BUREN:
            groepen[-1].append(plek)
        else:
            groepen.append([plek])
    return [
        range(max(0, g[0] - _BUREN), min(aantal, g[-1] + _BUREN + 1))
        for g in groepen
        if len(g) >= _MINSTE_GATEN
    ]


class _Verdeling:
    """The words of a page, looked up line by line, divided over tables and the rest."""

    def __init__(
        self, tekst: Bladtekst, stukken: list[Stuk], roosters: list[Rooster]
    ) -> None:
        self._tekst = tekst
        self._stukken = stukken
        self._woorden: dict[int, list[Woord]] = {}
        self._roosters = roosters

    def table(self, rooster: Rooster, vervolg: bool) -> PdfTabel | None:  # noqa: FBT001 one fact of the grid
        """The table in a grid, unless the grid is a drawing without words."""
        inhoud: dict[tuple[int, int], list[Woord]] = {}
        eigenaar = {
            (r, k): (v.rij, v.kolom)
            for v in rooster.vakken
            for r in range(v.rij, v.rij + v.rijspan)
            for k in range(v.kolom, v.kolom + v.kolomspan)
        }
        for index, stuk in enumerate(self._stukken):
            kader = stuk.regel.kader
            if kader.onder < rooster.ys[0] or kader.boven > rooster.ys[-1]:
                continue
            for woord in self._of(index):
                if rooster.holds(woord.midden, woord.hoogte):
                    plek = eigenaar[rooster.place(woord.midden, woord.hoogte)]
                    inhoud.setdefault(plek, []).append(woord)
        aantal = len(rooster.vakken)
        schaars = aantal > _GROOT and len(inhoud) < _LEEGSTE * aantal
        if len(inhoud) < (1 if vervolg else 2) or schaars:
            return None
        per_rij: dict[int, list[Woord]] = {}
        for (rij, _), woorden in inhoud.items():
            per_rij.setdefault(rij, []).extend(woorden)
        if any(has_rows_of_figures(w) for w in per_rij.values() if len(w) > _GROOT):
            # Rulings between columns only: the rows must come from the figures.
            alles = [w for woorden in per_rij.values() for w in woorden]
            return table_in_columns(alles, rooster.xs)
        return _make_table(rooster, inhoud)

    def outside(
        self, tabellen: list[PdfTabel], streek: range | None = None
    ) -> list[Woord]:
        """The words of all lines, or of a stretch of them, that are in no table."""
        return [
            w
            for index in streek or range(len(self._stukken))
            for w in self._of(index)
            if not _in_any(w, tabellen)
        ]

    def rest(self, tabellen: list[PdfTabel]) -> list[Regel]:
        """The lines without what stands in a table."""
        uit = []
        for index, stuk in enumerate(self._stukken):
            if not any(_overlap(stuk.regel.kader, t.kader) for t in tabellen):
                uit.append(stuk.regel)
                continue
            woorden = self._of(index)
            over = [w for w in woorden if not _in_any(w, tabellen)]
            if len(over) == len(woorden):
                uit.append(stuk.regel)
            elif over:
                uit.append(make_line(over))
        return uit

    def _of(self, index: int) -> list[Woord]:
        if index not in self._woorden:
            stuk = self._stukken[index]
            self._woorden[index] = list(self._tekst.words(stuk.begin, stuk.eind))
        return self._woorden[index]


def _make_table(
    rooster: Rooster, inhoud: dict[tuple[int, int], list[Woord]]
) -> PdfTabel:
    cellen = tuple(
        PdfCel(
            rij=v.rij + 1,
            kolom=v.kolom + 1,
            rijspan=v.rijspan,
            kolomspan=v.kolomspan,
            kader=_frame(rooster, v.rij, v.kolom, v.rijspan, v.kolomspan),
            regels=set_lines(inhoud.get((v.rij, v.kolom), ())),
        )
        for v in rooster.vakken
    )
    kader = _frame(rooster, 0, 0, len(rooster.ys) - 1, len(rooster.xs) - 1)
    return PdfTabel(kader=kader, cellen=cellen, randen=rooster.xs)


def _frame(
    rooster: Rooster, rij: int, kolom: int, rijspan: int, kolomspan: int
) -> Kader:
    return Kader(
        round(rooster.xs[kolom], 2),
        round(rooster.ys[rij], 2),
        round(rooster.xs[kolom + kolomspan], 2),
        round(rooster.ys[rij + rijspan], 2),
    )


def _same_borders(xs: tuple[float, ...], vorige: tuple[float, ...]) -> bool:
    return len(xs) == len(vorige) and all(
        abs(a - b) <= _GELIJK for a, b in zip(xs, vorige, strict=True)
    )


def _in_any(woord: Woord, tabellen: list[PdfTabel]) -> bool:
    x, y = woord.midden, woord.hoogte
    return any(
        t.kader.links <= x <= t.kader.rechts and t.kader.boven <= y <= t.kader.onder
        for t in tabellen
    )


def _overlap(een: Kader, ander: Kader) -> bool:
    return (
        een.boven < ander.onder
        and een.onder > ander.boven
        and een.links < ander.rechts
        and een.rechts > ander.links
    )
