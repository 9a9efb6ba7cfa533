"""What a page is made of; all frames in points from the top left corner as shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from modellen.document import Leesstatus

if TYPE_CHECKING:
    from modellen.plaats import Kader


class Woord(NamedTuple):
    """A word and its frame; a tuple because pages hold thousands."""

    tekst: str
    links: float
    boven: float
    rechts: float
    onder: float
    letter: float = 0.0
    vet: bool = False

    @property
    def midden(self) -> float:
        """The middle from left to right."""
        return (self.links + self.rechts) / 2

    @property
    def hoogte(self) -> float:
        """The middle from top to bottom."""
        return (self.boven + self.onder) / 2


class Lijn(NamedTuple):
    """A ruling: where it lies (x of a vertical, y of a horizontal), from and to."""

    plek: float
    van: float
    tot: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A printed line: its text, frame, size of type in points, and whether it is bold.

    ``afgebroken``: it ends in a hyphen behind which the word may go on. ``woorden`` are
    the words of a line that was recognised on a picture; other lines have none.
    """

    tekst: str
    kader: Kader
    letter: float = 0.0
    vet: bool = False
    afgebroken: bool = False
    woorden: tuple[Woord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aangewezen:
    """Words that were pointed out, and the places of all the same words on their page.

    Those are middles of first letters, in points from the top left; ``welke`` is which
    of them was meant.
    """

    tekst: str
    plekken: tuple[tuple[float, float], ...]
    welke: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Markering:
    """A highlight of a reader: the words under it, their note, and who they are.

    Of more than one line the first ``woorden`` are all of it, then those of each line.
    """

    woorden: tuple[Aangewezen, ...]
    notitie: str
    kader: Kader
    wie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfCel:
    """A cell of a table on a page; rows and columns count from 1."""

    rij: int
    kolom: int
    kader: Kader
    regels: tuple[Regel, ...]
    rijspan: int = 1
    kolomspan: int = 1

    @property
    def tekst(self) -> str:
        """The text of the cell on one line."""
        return " ".join(r.tekst for r in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfTabel:
    """A table on a page; ``randen`` are the x of its column borders."""

    kader: Kader
    cellen: tuple[PdfCel, ...]
    randen: tuple[float, ...]
    gelijnd: bool = True

    @property
    def rijen(self) -> int:
        """The number of rows."""
        return max(c.rij + c.rijspan - 1 for c in self.cellen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwars:
    """Lines that run up a page (``hoek`` 90), down (270), upside down (180) or aslant.

    What runs aslant has ``hoek`` 0: it lies in no rows with anything else.
    """

    hoek: int
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A page as read: lines outside tables in reading order, and its tables."""

    nummer: int
    breedte: float
    hoogte: float
    status: Leesstatus = Leesstatus.TEKST
    regels: tuple[Regel, ...] = ()
    tabellen: tuple[PdfTabel, ...] = ()
    dwars: tuple[Dwars, ...] = ()
    vakken: tuple[Regel, ...] = ()
    opmerkingen: tuple[Regel, ...] = ()
    aangeduid: tuple[Markering, ...] = ()
    zwarte_vlakken: int = 0
    beelden: tuple[Kader, ...] = ()
