"""A request under the Woo: what was asked, when, and what happened to its term."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Zienswijzestatus(StrEnum):
    """How far the view of a third party is."""

    GEVRAAGD = "gevraagd"
    ONTVANGEN = "ontvangen"
    VERSTREKEN = "termijn verstreken"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """What a third party says of one document; without objection it agrees."""

    nummer: str
    bezwaar: bool
    passage: str = ""
    grond: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zienswijze:
    """A third party that was asked for its view (Awb art. 4:8), and the answer.

    ``documenten`` are inventory numbers. ``termijn`` is the last day to answer.
    ``bezwaar`` says whether the party expects to object to publication: then two weeks
    pass before anything is given (Woo art. 4.4 lid 5).
    """

    partij: str
    documenten: tuple[str, ...]
    gevraagd: date
    termijn: date
    status: Zienswijzestatus = Zienswijzestatus.GEVRAAGD
    ontvangen: date | None = None
    bezwaar: bool = False
    reacties: tuple[Reactie, ...] = ()

    def __post_init__(self) -> None:
        if not self.partij or self.termijn < self.gevraagd:
            raise ValueError("a view has a party and a term that runs forward")


@dataclass(frozen=True, slots=True, kw_only=True)
class Woodossier:
    """A request and its course; dates as they were, never as they should have been."""

    naam: str
    verzoek: str
    ontvangen: date
    reikwijdte: str = ""
    kenmerk: str = ""
    verdaagd: date | None = None
    verdaging_reden: str = ""
    zienswijzen: tuple[Zienswijze, ...] = ()
    besloten: date | None = None

    def __post_init__(self) -> None:
        if not self.naam or not self.verzoek:
            raise ValueError("a request has a name and a text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """Until when a decision may take, and why; ``dagen`` are left from today.

    ``opgeschort`` are the days the clock stood still; ``loopt`` is false as long as it
    stands still. ``uitleg`` are the steps, for a person to follow.
    """

    uiterlijk: date
    dagen: int
    opgeschort: int
    loopt: bool
    uitleg: tuple[str, ...]
