"""A document with all that was recognised in it, as it travels to the archive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from modellen.afspraak import Actie, Besluit
    from modellen.bevinding import Bevinding, Mislukking
    from modellen.cijfer import Cijfer
    from modellen.document import Document
    from modellen.vergadering import Agendapunt, Deelnemer, Vergadering


class Soort(StrEnum):
    """The kinds of document a regietafel works with."""

    AGENDA = "agenda"
    GEANNOTEERDE_AGENDA = "geannoteerde_agenda"
    VERSLAG = "verslag"
    ACTIELIJST = "actielijst"
    BESLUITENLIJST = "besluitenlijst"
    BRIEF = "brief"
    MEMO = "memo"
    EMAIL = "e-mail"
    CIJFERTABEL = "cijfertabel"
    FORMULIER = "formulier"
    LEGENDA = "legenda"
    OVERIG = "overig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerken:
    """What kind of document it is, its title, its date, and whether it is final.

    ``concept`` is ``None`` where the document does not say. ``zekerheid`` is of the
    kind.
    """

    soort: Soort
    titel: str | None
    datum: date | None
    concept: bool | None = None
    zekerheid: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """A document, its characteristics, and the records found in it."""

    document: Document
    kenmerken: Kenmerken
    vergaderingen: tuple[Vergadering, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    agendapunten: tuple[Agendapunt, ...] = ()
    acties: tuple[Actie, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    cijfers: tuple[Cijfer, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inname:
    """All that came out of one file: its documents, and the parts that failed."""

    bestand: str
    sha256: str
    stukken: tuple[Stuk, ...]
    mislukt: tuple[Mislukking, ...] = ()
