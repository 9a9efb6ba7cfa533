"""A relation between cells: what is stated, what follows, the room rounding leaves.

Of each cell it can say which values would repair it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.audit.cijfers.rooster import Plek

Ruimte = tuple[Decimal, Decimal]
ALLES: Ruimte = (Decimal("-Infinity"), Decimal("Infinity"))


class Verbandsoort(StrEnum):
    """The kinds of relation."""

    KOLOMTOTAAL = "kolomtotaal"
    RIJTOTAAL = "rijtotaal"
    VERSCHIL = "verschil"
    PERCENTAGE = "percentage"
    DEEL = "deel"
    SLEUTEL = "sleutel"
    PATROON = "patroon"


class Uitkomst(StrEnum):
    """What a check gives; not every check can be made."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet niet"
    NIET_TOETSBAAR = "niet toetsbaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verband:
    """A stated number against others: a sum with signs, or a share.

    ``delen`` are cells with their factor, ``verwacht`` what they give, ``grens`` what
    rounding may add. A share has two: the part and the whole. ``open_`` are cells of
    which the number is not known. ``zacht`` relations were learned from the figures
    and never make an error by themselves. ``exact``: the numbers behind the display
    do fit.
    """

    soort: Verbandsoort
    geheel: Plek
    delen: tuple[tuple[Plek, int], ...]
    gevonden: Decimal
    verwacht: Decimal
    grens: Decimal
    waarden: tuple[Decimal, ...]
    open_: tuple[Plek, ...] = ()
    zacht: bool = False
    exact: bool = False
    hoogstens: bool = False

    @property
    def verschil(self) -> Decimal:
        """Stated minus expected."""
        return self.gevonden - self.verwacht

    @property
    def uitkomst(self) -> Uitkomst:
        """Whether it holds; an unknown part can only make a sum larger."""
        if self.exact or abs(self.verschil) <= self.grens:
            return Uitkomst.VOLDOET
        if self.hoogstens and self.verschil < 0:
            return Uitkomst.VOLDOET
        if self.open_ and self.verschil > 0:
            return Uitkomst.NIET_TOETSBAAR
        return Uitkomst.VOLDOET_NIET

    @property
    def breekt(self) -> bool:
        """Whether the figures contradict it."""
        return self.uitkomst is Uitkomst.VOLDOET_NIET

    @property
    def plekken(self) -> tuple[Plek, ...]:
        """All cells concerned, the stated one first."""
        return (self.geheel, *(p for p, _ in self.delen))

    def room(self, plek: Plek) -> Ruimte:
        """The values of a cell for which the relation holds."""
        if self.soort is Verbandsoort.PERCENTAGE:
            return self._room_share(plek)
        laag, hoog = self.verschil - self.grens, self.verschil + self.grens
        if plek == self.geheel:
            onder = ALLES[0] if self.hoogstens else self.verwacht - self.grens
            return onder, ALLES[1] if self.open_ else self.verwacht + self.grens
        for (deel, factor), waarde in zip(self.delen, self.waarden, strict=True):
            if deel == plek:
                return self._room_part(waarde, factor, laag, hoog)
        return ALLES

    def _room_part(
        self, waarde: Decimal, factor: int, laag: Decimal, hoog: Decimal
    ) -> Ruimte:
        if factor < 0:
            return waarde - hoog, waarde - laag
        onder = ALLES[0] if self.open_ else waarde + laag
        return onder, ALLES[1] if self.hoogstens else waarde + hoog

    def _room_share(self, plek: Plek) -> Ruimte:
        teller, noemer = self.waarden
        laag, hoog = self.gevonden - self.grens, self.gevonden + self.grens
        if plek == self.geheel:
            return self.verwacht - self.grens, self.verwacht + self.grens
        if plek == self.delen[0][0]:
            return laag * noemer / 100, hoog * noemer / 100
        if laag <= 0:
            return ALLES
        return 100 * teller / hoog, 100 * teller / laag
