"""The dossier as a whole: what the archive knows, without the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from modellen.afspraak import Actie, Besluit
    from modellen.bevinding import Bevinding, Mislukking
    from modellen.cijfer import Cijfer
    from modellen.stuk import Soort
    from modellen.vergadering import Agendapunt, Deelnemer, Vergadering


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentkaart:
    """The catalogue card of a document; ``pagina_van`` and ``pagina_tot`` count from 1.

    ``status`` is ``gelezen``, ``deels_gelezen`` or ``ongelezen``. ``bijlagen`` are the
    names of what is attached, ``bijlagen_genoemd`` what the text says is attached.
    """

    id: str
    bestand: str
    sha256: str
    soort: Soort
    titel: str | None
    datum: date | None
    pagina_van: int | None
    pagina_tot: int | None
    ouder: str | None
    status: str
    concept: bool | None
    bijlagen: tuple[str, ...] = ()
    bijlagen_genoemd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermelding:
    """An action as one document states it, and the day of that document."""

    dag: date | None
    actie: Actie


@dataclass(frozen=True, slots=True, kw_only=True)
class GenummerdeActie:
    """An action with the number that never changes, human edits applied.

    ``gewijzigd`` names the fields a person set; those win over what is read.
    ``vermeldingen`` are its statements in all documents, oldest first; ``ook`` the
    numbers that people joined with it. ``afgedaan_op`` is the day it was closed.
    """

    nummer: str
    actie: Actie
    gewijzigd: tuple[str, ...] = ()
    vermeldingen: tuple[Vermelding, ...] = ()
    ook: tuple[str, ...] = ()
    afgedaan_op: date | None = None

    @property
    def begonnen(self) -> date | None:
        """The day the action was first stated."""
        dagen = [v.dag for v in self.vermeldingen if v.dag]
        return min(dagen, default=None)

    @property
    def eerste(self) -> Actie:
        """The action as it was first stated: the place to quote as its source."""
        return self.vermeldingen[0].actie if self.vermeldingen else self.actie


@dataclass(frozen=True, slots=True, kw_only=True)
class GenummerdBesluit:
    """A decision with the number that never changes."""

    nummer: str
    besluit: Besluit


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything the archive holds, in a stable order."""

    documenten: tuple[Documentkaart, ...] = ()
    vergaderingen: tuple[Vergadering, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    agendapunten: tuple[Agendapunt, ...] = ()
    acties: tuple[GenummerdeActie, ...] = ()
    besluiten: tuple[GenummerdBesluit, ...] = ()
    cijfers: tuple[Cijfer, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    mislukt: tuple[Mislukking, ...] = ()
