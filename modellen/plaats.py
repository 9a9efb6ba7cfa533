"""Where something stands in its source: one small type per kind of source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection


class Omkaderd(Protocol):
    """Whatever has a rectangle on a page: a word, a character, a frame."""

    @property
    def links(self) -> float:
        """The left edge."""

    @property
    def boven(self) -> float:
        """The upper edge."""

    @property
    def rechts(self) -> float:
        """The right edge."""

    @property
    def onder(self) -> float:
        """The lower edge."""


@dataclass(frozen=True, slots=True)
class Kader:
    """A rectangle on a page, in points from the top left corner as shown."""

    links: float
    boven: float
    rechts: float
    onder: float

    def __post_init__(self) -> None:
        if self.links > self.rechts or self.boven > self.onder:
            raise ValueError("a frame runs from top left to bottom right")

    def holds(self, ander: Kader, ruim: float = 0) -> bool:
        """Whether the middle of another frame lies in this one, made ``ruim`` wider."""
        x, y = (ander.links + ander.rechts) / 2, (ander.boven + ander.onder) / 2
        return (
            self.links - ruim <= x <= self.rechts + ruim
            and self.boven - ruim <= y <= self.onder + ruim
        )


def around(dingen: Collection[Omkaderd]) -> Kader:
    """The smallest frame around some things; there must be one."""
    return Kader(
        min(d.links for d in dingen),
        min(d.boven for d in dingen),
        max(d.rechts for d in dingen),
        max(d.onder for d in dingen),
    )


@dataclass(frozen=True, slots=True)
class OpPagina:
    """A place on a page of a paginated source; pages count from 1."""

    pagina: int
    kader: Kader | None = None

    def __post_init__(self) -> None:
        if self.pagina < 1:
            raise ValueError("pages count from 1")

    def __str__(self) -> str:
        return f"blz. {self.pagina}"


@dataclass(frozen=True, slots=True)
class InAlinea:
    """A paragraph of a Word document: its path in the XML and the page it falls on.

    The page counts the breaks that Word stored; it is ``None`` where the zone has
    no page of its own (header, comment).
    """

    pad: str
    pagina: int | None = None

    def __str__(self) -> str:
        return self.pad if self.pagina is None else f"blz. {self.pagina}"


@dataclass(frozen=True, slots=True)
class InCel:
    """A cell of a workbook; ``pagina`` is the number of the sheet, from 1."""

    blad: str
    cel: str
    pagina: int

    def __str__(self) -> str:
        return f"blad '{self.blad}', cel {self.cel}"


@dataclass(frozen=True, slots=True)
class InBericht:
    """A line of an e-mail: the part of the message and the line in it, from 1."""

    deel: str
    regel: int

    @property
    def pagina(self) -> None:
        """An e-mail has no pages."""
        return

    def __str__(self) -> str:
        return f"bericht ({self.deel}), regel {self.regel}"


@dataclass(frozen=True, slots=True)
class MetDeHand:
    """No place in a document: a person added it, on a day (ISO)."""

    door: str
    op: str

    @property
    def pagina(self) -> None:
        """What was added by hand has no page."""
        return

    def __str__(self) -> str:
        return f"toegevoegd door {self.door} op {self.op}"


Plaats = OpPagina | InAlinea | InCel | InBericht | MetDeHand
