"""Meetings, who were there, and what was on the agenda (terms of ORI 2.0)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.herkomst import record_id

if TYPE_CHECKING:
    from datetime import date, time

    from modellen.herkomst import Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadering:
    """A meeting that was held, or (``aangekondigd``) only announced here."""

    naam: str
    datum: date | None
    begin: time | None = None
    eind: time | None = None
    locatie: str | None = None
    aangekondigd: bool = False
    herkomst: Herkomst

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("v", self.herkomst, str(self.datum))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """A point of an agenda; ``volgnummer`` is the number as printed, "" without one.

    ``vergadering`` is the id of the meeting it stands on the agenda of.
    """

    volgnummer: str
    titel: str
    niveau: int = 1
    vergadering: str | None = None
    herkomst: Herkomst

    def __post_init__(self) -> None:
        if not self.titel:
            raise ValueError("an agenda point has a title")

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("p", self.herkomst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """Someone on an attendance list, with role and organisation where given."""

    naam: str
    rol: str | None = None
    organisatie: str | None = None
    aanwezig: bool = True
    herkomst: Herkomst

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("n", self.herkomst)
