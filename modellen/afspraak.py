"""Actions and decisions: what was promised, by whom, before when; what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from modellen.herkomst import record_id

if TYPE_CHECKING:
    from datetime import date

    from modellen.herkomst import Herkomst


class Actiestatus(StrEnum):
    """Where an action stands."""

    NIEUW = "nieuw"
    OPEN = "open"
    IN_UITVOERING = "in_uitvoering"
    GEREED = "gereed"
    VERVALLEN = "vervallen"
    DOORGESCHOVEN = "doorgeschoven"


AFGEDAAN: frozenset[Actiestatus] = frozenset(
    {Actiestatus.GEREED, Actiestatus.VERVALLEN}
)
"""Where nobody has anything left to do."""

RIJ = "acties/rij"
"""What the rules that read a row of a list begin with."""

RIJ_ZONDER_STAND = f"{RIJ}-status-onbekend"
"""The rule of a row whose status nobody knows."""


class Actiesoort(StrEnum):
    """What kind of promise an action is."""

    ACTIE = "actie"
    TOEZEGGING = "toezegging"
    VERZOEK = "verzoek"
    AFSPRAAK = "afspraak"
    SIGNAAL = "signaal"


class Resultaat(StrEnum):
    """The outcome of a decision."""

    VASTGESTELD = "vastgesteld"
    INGESTEMD = "ingestemd"
    GEWIJZIGD_INGESTEMD = "gewijzigd_ingestemd"
    AANGEHOUDEN = "aangehouden"
    AFGEWEZEN = "afgewezen"
    TER_KENNISNAME = "ter_kennisname"
    BESLOTEN = "besloten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """An action as one document states it.

    ``actiehouders`` is empty when nobody is named (shown as n.t.b.). ``termijn`` is the
    last day meant, ``termijn_tekst`` the term as written. ``nummer_bron`` is a number
    the source itself prints. ``agendapunt`` and ``vergadering`` are ids. ``elders``
    holds the same action where the document says it again; the archive leaves it out.
    """

    omschrijving: str
    actiehouders: tuple[str, ...] = ()
    termijn: date | None = None
    termijn_tekst: str | None = None
    status: Actiestatus = Actiestatus.NIEUW
    soort: Actiesoort = Actiesoort.ACTIE
    expliciet: bool = True
    nummer_bron: str | None = None
    stand_van_zaken: str | None = None
    agendapunt: str | None = None
    vergadering: str | None = None
    elders: tuple[Actie, ...] = ()
    herkomst: Herkomst

    def __post_init__(self) -> None:
        if not self.omschrijving:
            raise ValueError("an action says what is to be done")

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("a", self.herkomst)

    @property
    def is_rij(self) -> bool:
        """Whether it was read from a row of a list."""
        return self.herkomst.regel.startswith(RIJ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A decision of the meeting itself; ``agendapunt`` and ``vergadering`` are ids."""

    omschrijving: str
    resultaat: Resultaat
    datum: date | None = None
    nummer_bron: str | None = None
    agendapunt: str | None = None
    vergadering: str | None = None
    herkomst: Herkomst

    def __post_init__(self) -> None:
        if not self.omschrijving:
            raise ValueError("a decision says what was decided")

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("b", self.herkomst)
