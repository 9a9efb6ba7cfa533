"""The functions of a workbook that are plain arithmetic, by their name in the file."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Waarde = Decimal | str | bool | None
Argumenten = list[list[Waarde]]


class Onberekenbaar(Exception):  # noqa: N818 it is no error: the cell keeps its formula
    """A formula that takes more than arithmetic."""


def as_number(waarde: Waarde) -> Decimal:
    """A value as a number; an empty cell counts as nothing.

    Raises ``Onberekenbaar`` for words.
    """
    if isinstance(waarde, bool):
        return Decimal(int(waarde))
    if isinstance(waarde, Decimal):
        return waarde
    if waarde is None:
        return Decimal(0)
    try:
        return Decimal(waarde)
    except InvalidOperation:
        raise Onberekenbaar from None


def _numbers(argumenten: Argumenten) -> list[Decimal]:
    """The numbers among the arguments; words and empty cells do not count."""
    return [w for a in argumenten for w in a if isinstance(w, Decimal)]


def _average(argumenten: Argumenten) -> Waarde:
    getallen = _numbers(argumenten)
    if not getallen:
        raise Onberekenbaar
    return sum(getallen, Decimal(0)) / len(getallen)


def _product(argumenten: Argumenten) -> Waarde:
    uit = Decimal(1)
    for getal in _numbers(argumenten):
        uit *= getal
    return uit


def _one(argumenten: Argumenten, plek: int) -> Waarde:
    if plek >= len(argumenten) or len(argumenten[plek]) != 1:
        raise Onberekenbaar
    return argumenten[plek][0]


def _rounder(wijze: str) -> Callable[[Argumenten], Waarde]:
    def rond(argumenten: Argumenten) -> Waarde:
        plaatsen = int(as_number(_one(argumenten, 1))) if len(argumenten) > 1 else 0
        getal = as_number(_one(argumenten, 0))
        return getal.quantize(Decimal(1).scaleb(-plaatsen), wijze) + 0

    return rond


def _if(argumenten: Argumenten) -> Waarde:
    plek = 1 if as_number(_one(argumenten, 0)) != 0 else 2
    return False if plek >= len(argumenten) else _one(argumenten, plek)


def _subtotal(argumenten: Argumenten) -> Waarde:
    soort = int(as_number(_one(argumenten, 0))) % 100
    doe = {1: _average, 9: FUNCTIES["SUM"], 4: FUNCTIES["MAX"], 5: FUNCTIES["MIN"]}
    if soort not in doe:
        raise Onberekenbaar
    return doe[soort](argumenten[1:])


FUNCTIES: dict[str, Callable[[Argumenten], Waarde]] = {
    "SUM": lambda a: sum(_numbers(a), Decimal(0)),
    "AVERAGE": _average,
    "MIN": lambda a: min(_numbers(a), default=Decimal(0)),
    "MAX": lambda a: max(_numbers(a), default=Decimal(0)),
    "PRODUCT": _product,
    "COUNT": lambda a: Decimal(len(_numbers(a))),
    "COUNTA": lambda a: Decimal(sum(w is not None for deel in a for w in deel)),
    "ABS": lambda a: abs(as_number(_one(a, 0))),
    "INT": lambda a: Decimal(int(as_number(_one(a, 0)) // 1)),
    "ROUND": _rounder(ROUND_HALF_UP),
    "ROUNDUP": _rounder(ROUND_UP),
    "ROUNDDOWN": _rounder(ROUND_DOWN),
    "IF": _if,
    "SUBTOTAL": _subtotal,
}
