"""Personal data found in a dossier, the people behind it, and passages for a person."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from modellen.herkomst import record_id

if TYPE_CHECKING:
    from modellen.herkomst import Herkomst


class Gegevenssoort(StrEnum):
    """The kinds of personal data that are told apart."""

    NAAM = "naam"
    INITIALEN = "initialen"
    EMAIL = "e-mail"
    TELEFOON = "telefoon"
    IBAN = "iban"
    BSN = "bsn"
    KENTEKEN = "kenteken"
    GEBOORTEDATUM = "geboortedatum"
    ADRES = "adres"
    NUMMER = "nummer"
    HANDTEKENING = "handtekening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegeven:
    """A stretch of text that is proposed for redaction.

    ``grond`` is the code of the ground (``5.1.2e``), ``reden`` plain Dutch for the
    reviewer, ``persoon`` the id of the person meant, when that is known.
    """

    soort: Gegevenssoort
    grond: str
    reden: str
    persoon: str | None = None
    herkomst: Herkomst

    def __post_init__(self) -> None:
        if not self.grond or not self.reden:
            raise ValueError("a proposal has a ground and a reason")

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("g", self.herkomst, self.soort)

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.herkomst.document

    @property
    def begin(self) -> int:
        """The offset in the text of the document."""
        return self.herkomst.begin

    @property
    def eind(self) -> int:
        """The offset just behind it."""
        return self.herkomst.eind

    @property
    def citaat(self) -> str:
        """The literal words."""
        return self.herkomst.citaat

    @property
    def regel(self) -> str:
        """The rule that found it."""
        return self.herkomst.regel

    @property
    def zekerheid(self) -> float:
        """How sure the proposal is, from 0 to 1; below 0.6 a reviewer must look."""
        return self.herkomst.zekerheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Someone the dossier speaks of, with all that they are called in it.

    ``openbaar`` says whether the name stays readable; ``None`` where nothing tells.
    ``bevestigen`` asks a person to look at that decision. ``rol`` is the id of a role
    in ``regels/woo/rollen.toml``, ``functie`` the words of the source.
    """

    naam: str
    varianten: tuple[str, ...] = ()
    rol: str | None = None
    functie: str | None = None
    openbaar: bool | None = None
    bevestigen: bool = False
    reden: str
    vermeldingen: tuple[Herkomst, ...] = ()

    def __post_init__(self) -> None:
        if not self.naam:
            raise ValueError("a person has a name")

    @property
    def id(self) -> str:
        """The same for the same name and role in the same dossier."""
        delen = (self.naam, self.rol or "", *sorted(self.varianten))
        return "m" + hashlib.sha256("\n".join(delen).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsbesluit:
    """What a person decided on someone of the dossier: readable or not.

    ``naam`` is a name by which the dossier calls them, ``rol`` the id of the role they
    had in the proposal; two people of one name are told apart by it.
    """

    naam: str
    openbaar: bool
    rol: str | None = None
    door: str = ""

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise ValueError("a decision is about someone with a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that only a person can judge; it is never decided here.

    ``motivering`` says what the law asks before it may be withheld. ``aangemerkt``
    tells that a person already marked it in the source, and ``door`` who decided by
    that mark; a mark that only asks has none.
    """

    grond: str
    reden: str
    motivering: str
    aangemerkt: bool = False
    door: str = ""
    herkomst: Herkomst

    def __post_init__(self) -> None:
        if self.door and not self.aangemerkt:
            raise ValueError("only a mark of a person decides")

    @property
    def id(self) -> str:
        """The same for the same words at the same place."""
        return record_id("s", self.herkomst, self.grond)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondsten:
    """All that was found in a dossier: proposals, people, passages for a person."""

    gegevens: tuple[Persoonsgegeven, ...] = ()
    personen: tuple[Persoon, ...] = ()
    passages: tuple[Passage, ...] = ()
