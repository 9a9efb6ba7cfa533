"""What a report on figures holds: tables as they were, checks, states through time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.dossier import Documentkaart


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelstand:
    """The figures per area of one table, and the day they held; a year may be none.

    ``tabel`` is the sheet or table within the document.
    """

    document: str
    bestand: str
    tabel: str
    stand: date | None
    formulier: bool
    cijfers: tuple[Cijfer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """One table through time, oldest state first; ``kopieen`` are the same again."""

    standen: tuple[Tabelstand, ...]
    kopieen: tuple[Tabelstand, ...] = ()

    @property
    def geldend(self) -> Tabelstand:
        """The state that counts now: the latest."""
        return self.standen[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelcel:
    """A cell as it was; ``cijfer`` is the id of its figure, ``waarde`` the number."""

    rij: int
    kolom: int
    tekst: str
    adres: str
    rijspan: int = 1
    kolomspan: int = 1
    cijfer: str | None = None
    waarde: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagtabel:
    """A table as it was, with its file and the name it has in findings."""

    document: str
    bestand: str
    naam: str
    cellen: tuple[Tabelcel, ...]
    pagina: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """One check on one cell: what is stated, what follows, and the outcome."""

    bestand: str
    tabel: str
    soort: str
    cel: str
    omschrijving: str
    gevonden: str
    verwacht: str
    verschil: str
    grens: str
    uitkomst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferverslag:
    """All that a report on figures shows; ``ongelezen``: files not shown, and why."""

    documenten: tuple[Documentkaart, ...]
    bevindingen: tuple[Bevinding, ...]
    tabellen: tuple[Verslagtabel, ...]
    controles: tuple[Controle, ...]
    reeksen: tuple[Reeks, ...]
    ongelezen: tuple[tuple[str, str], ...] = ()
