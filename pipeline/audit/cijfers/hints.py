"""Why a number may be wrong: the slips of people who type and copy figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.audit.cijfers.rooster import Plek, Telrooster
    from pipeline.audit.cijfers.verband import Ruimte

_VERSCHOVEN = 2
_VEELZEGGEND = 10
_TIEN = (Decimal(10), Decimal(100), Decimal(1000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A slip that explains a number: the value meant, in words, and how telling."""

    waarde: Decimal
    soort: str
    kracht: int


def find_hint(rooster: Telrooster, plek: Plek, ruimte: Ruimte) -> Hint | None:
    """The most telling slip that would bring a cell within the room it has."""
    nu = rooster.value(plek)
    laag, hoog = ruimte
    for soort, kracht, maak in _SLIPS:
        if kracht < _VERSCHOVEN and (hint := _shifted(rooster, plek, ruimte)):
            return hint
        for bedoeld in maak(nu):
            if laag <= bedoeld <= hoog and bedoeld != nu:
                return Hint(waarde=bedoeld, soort=soort, kracht=kracht)
    return None


def _swaps(waarde: Decimal) -> Iterator[Decimal]:
    """The numbers with two neighbouring digits exchanged; a first zero falls away."""
    teken, cijfers, exponent = waarde.as_tuple()
    if not isinstance(exponent, int):
        return
    getal = [0, *cijfers] if waarde else [0]
    for i in range(len(getal) - 1):
        if getal[i] != getal[i + 1]:
            om = [*getal]
            om[i], om[i + 1] = om[i + 1], om[i]
            yield Decimal((teken, tuple(om), exponent)) + 0


def _signs(waarde: Decimal) -> Iterator[Decimal]:
    yield -waarde


def _powers(waarde: Decimal) -> Iterator[Decimal]:
    """The number with zeros more or less; a whole number stays whole."""
    for macht in _TIEN:
        if waarde % 1 or not waarde % macht:
            yield waarde / macht
        yield waarde * macht


def _digits(waarde: Decimal) -> Iterator[Decimal]:
    """The numbers with one other digit."""
    teken, cijfers, exponent = waarde.as_tuple()
    if not isinstance(exponent, int):
        return
    for i, oud in enumerate(cijfers):
        for nieuw in range(10):
            if nieuw != oud and (nieuw or i or len(cijfers) == 1):
                om = (*cijfers[:i], nieuw, *cijfers[i + 1 :])
                yield Decimal((teken, om, exponent)) + 0


_SLIPS: tuple[tuple[str, int, Callable[[Decimal], Iterator[Decimal]]], ...] = (
    ("teken", 4, _signs),
    ("factor", 4, _powers),
    ("verwisseld", 3, _swaps),
    ("cijfer", 1, _digits),
)


def _shifted(rooster: Telrooster, plek: Plek, ruimte: Ruimte) -> Hint | None:
    """A number that stands, or should stand, in the line above or below."""
    rij, kolom = plek
    laag, hoog = ruimte
    if rij not in rooster.rijen:
        return None
    index, nu = rooster.rijen.index(rij), rooster.value(plek)
    for buur in (index - 1, index + 1):
        if not 0 <= buur < len(rooster.rijen):
            continue
        waarde = rooster.shown((rooster.rijen[buur], kolom))
        if waarde is None or abs(waarde) < _VEELZEGGEND:
            continue
        if laag <= waarde <= hoog and waarde != nu:
            return Hint(waarde=waarde, soort="verschoven", kracht=_VERSCHOVEN)
        if waarde == nu and laag.is_finite() and hoog.is_finite():
            midden = ((laag + hoog) / 2).quantize(Decimal(1))
            return Hint(waarde=midden, soort="overgenomen", kracht=_VERSCHOVEN)
    return None
