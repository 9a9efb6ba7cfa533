"""The puzzle as it can be made from the forms that came in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from modellen.cijfer import Cijfer

THEMAS = ("oekraine", "asiel", "amv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzelregel:
    """A gemeente: its goal and its proposal per theme, and where they came from.

    A theme that is absent is not known. ``bron`` are the figures behind the numbers.
    """

    gebied: str
    inwoners: Decimal | None = None
    opgave: dict[str, Decimal] = field(default_factory=dict)
    voorstel: dict[str, Decimal] = field(default_factory=dict)
    formulier: str | None = None
    bron: dict[str, tuple[Cijfer, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmerking:
    """What is missing or was decided while putting the puzzle together."""

    gebied: str
    soort: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzel:
    """The table of a year as it stood on a day; ``tabel`` is the file of the goals."""

    stand: date
    jaar: int
    regels: tuple[Puzzelregel, ...]
    opmerkingen: tuple[Opmerking, ...]
    tabel: str | None = None
