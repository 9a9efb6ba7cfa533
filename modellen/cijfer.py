"""Figures: a value with its identity, and how it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.herkomst import record_id

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from modellen.herkomst import Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """A figure: area, theme, measure, year and state, and the value as written.

    ``waarde`` is the number meant, ``weergave`` the words in the source (``1.735``,
    ``ntb``, ``82%``). Without a value ``ontbreekt`` says why. ``kwalificatie`` keeps
    "ruim", "circa", a range. ``cel`` is ``blad!D14`` or ``tabel 1 r5 k3``.
    """

    gebied: str | None
    thema: str | None
    maat: str
    jaar: int | None = None
    stand: date | None = None
    waarde: Decimal | None
    weergave: str
    eenheid: str | None = None
    ontbreekt: str | None = None
    kwalificatie: str | None = None
    cel: str | None = None
    herkomst: Herkomst

    def __post_init__(self) -> None:
        if (self.waarde is None) == (self.ontbreekt is None):
            raise ValueError("a figure has a value or a reason why it is missing")

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("c", self.herkomst, self.cel or "")
