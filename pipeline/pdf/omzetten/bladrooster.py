"""Where the cells of a sheet stand on its page, by the lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from pikepdf import Matrix

from pipeline.pdf.rooster import Rooster

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SMAL = 1.0
_TOONT = frozenset({"Tj", "TJ", "'", '"'})
_PAD = {"m": 2, "l": 2, "re": 4}
Lijn = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Tekstdeel:
    """A text object of a page: the instructions it spans, and where it starts.

    ``y`` runs down, as in a grid; ``x`` lies off the line that text begins on.
    """

    begin: int
    eind: int
    x: float
    y: float


def read_page(bevelen: Sequence[Any]) -> tuple[list[Tekstdeel], Rooster]:
    """The text objects of a page, and the grid they stand in; one cell at least."""
    lezer = _Lezer()
    for nummer, bevel in enumerate(bevelen):
        lezer.read(nummer, str(bevel.operator), bevel.operands)
    return lezer.delen, _grid(lezer.lijnen)


def _grid(lijnen: Iterable[Lijn]) -> Rooster:
    """The lines that part cells: a line under words ends where no column does."""
    alle = list(lijnen)
    staand = _merged(x for x, y, u, v in alle if abs(x - u) < _SMAL < abs(y - v))
    liggend = _merged(
        -y
        for x, y, u, v in alle
        if abs(y - v) < _SMAL < abs(x - u) and _near(staand, x) and _near(staand, u)
    )
    return Rooster(xs=_borders(staand), ys=_borders(liggend), vakken=())


def _borders(plekken: tuple[float, ...]) -> tuple[float, ...]:
    """The borders of rows or columns; fewer than two lines part nothing."""
    return plekken if len(plekken) > 1 else (-inf, inf)


def _merged(plekken: Iterable[float]) -> tuple[float, ...]:
    uit: list[float] = []
    for plek in sorted(plekken):
        if not uit or plek - uit[-1] > _SMAL:
            uit.append(plek)
    return tuple(uit)


def _near(lijnen: Sequence[float], plek: float) -> bool:
    return any(abs(lijn - plek) <= _SMAL for lijn in lijnen)


class _Lezer:
    """Follows the place of text and lines through a content stream (9.4.2, 8.5.2)."""

    def __init__(self) -> None:
        self.delen: list[Tekstdeel] = []
        self.lijnen: list[Lijn] = []
        self._stand, self._stapel = Matrix(), list[Matrix]()
        self._tekst, self._begin, self._plek = Matrix(), 0, (0.0, 0.0)
        self._toont = False
        self._pad: list[Lijn] = []
        self._punt = (0.0, 0.0)

    def read(self, nummer: int, naam: str, waarden: Any) -> None:  # noqa: ANN401 pikepdf objects are dynamic
        """Take in one instruction."""
        if naam in _PAD and len(waarden) == _PAD[naam]:
            self._draw(naam, [float(w) for w in waarden])
        elif naam in {"S", "s", "n", "f", "f*", "B", "B*", "b", "b*"}:
            self.lijnen += self._pad if naam in {"S", "s"} else ()
            self._pad = []
        elif naam == "q":
            self._stapel.append(self._stand)
        elif naam == "Q" and self._stapel:
            self._stand = self._stapel.pop()
        elif naam == "cm":
            self._stand = Matrix(*map(float, waarden)) @ self._stand
        else:
            self._write(nummer, naam, waarden)

    def _draw(self, naam: str, getallen: list[float]) -> None:
        x, y = self._at(*getallen[:2])
        if naam == "l":
            self._pad.append((*self._punt, x, y))
        elif naam == "re":
            u, v = self._at(getallen[0] + getallen[2], getallen[1] + getallen[3])
            self._pad += [(x, y, u, y), (x, v, u, v), (x, y, x, v), (u, y, u, v)]
        self._punt = (x, y)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        uit = self._stand.transform((x, y))
        return float(uit[0]), float(uit[1])

    def _write(self, nummer: int, naam: str, waarden: Any) -> None:  # noqa: ANN401
        if naam == "BT":
            self._tekst, self._begin, self._toont = Matrix(), nummer, False
        elif naam in {"Td", "TD"}:
            self._tekst = Matrix().translated(*map(float, waarden)) @ self._tekst
        elif naam == "Tm":
            self._tekst = Matrix(*map(float, waarden))
        elif naam in _TOONT and not self._toont:
            self._toont = True
            x, y = self._tekst.transform((0, 0))
            self._plek = self._at(float(x), float(y))
        elif naam == "ET" and self._toont:
            x, y = self._plek
            self.delen.append(Tekstdeel(self._begin, nummer, x + _SMAL, -y))
