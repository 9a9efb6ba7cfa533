"""Lists that were given out, and what comes back in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from modellen.afspraak import Actiestatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Actiewaarden:
    """The fields of an action that a person can edit in a list."""

    omschrijving: str
    actiehouders: tuple[str, ...]
    termijn: date | None
    termijn_tekst: str | None
    status: Actiestatus
    stand_van_zaken: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgifteregel:
    """One action on a list: as it is, and as our own readers read it back."""

    nummer: str
    afgedaan: bool
    waarden: Actiewaarden
    gelezen: Actiewaarden


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgifte:
    """An actielijst for a meeting, known by ``lijst``: eight hexadecimal digits.

    ``regels`` are by the form of the file, as ``docx`` or ``xlsx``: not every form
    shows every field.
    """

    lijst: str
    voor: date
    overleg: str
    stand: date
    regels: Mapping[str, tuple[Afgifteregel, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugkeer:
    """What a list that came back says of an action and what became of that.

    ``uitkomst`` is ``overgenomen``, ``geschil`` (the archive was changed too),
    ``onbekend`` (a status nobody knows) or ``weg`` (the row is not there any more).
    ``veld``, ``hier`` (in the list) and ``nu`` (in the archive) are words for people.
    """

    nummer: str
    document: str
    uitkomst: str
    veld: str = ""
    hier: str = ""
    nu: str = ""
