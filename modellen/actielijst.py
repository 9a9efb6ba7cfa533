"""The actielijst for a meeting: which action stands in which block, and what more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from modellen.dossier import GenummerdBesluit, GenummerdeActie


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstregel:
    """An action as it stands on a list, in words for people.

    ``datum`` is the day it was first said, ``bron`` file, place and literal words.
    """

    genummerd: GenummerdeActie
    nummer: str
    datum: str
    agendapunt: str
    actie: str
    wie: str
    termijn: str
    status: str
    stand: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstblok:
    """A block of a list under its heading; ``soort`` names it for programs."""

    soort: str
    kop: str
    regels: tuple[Lijstregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A point for the agenda of the next meeting, and where it comes from."""

    titel: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actielijst:
    """All that the list for a meeting shows; ``lijst`` is by what it is known again.

    ``vorige`` is the day of the last meeting, where it is known.
    """

    lijst: str
    overleg: str
    voor: date
    stand: date
    vorige: date | None
    blokken: tuple[Lijstblok, ...]
    besluiten: tuple[tuple[GenummerdBesluit, str], ...]
    punten: tuple[Punt, ...]
