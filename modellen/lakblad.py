"""The sheet on which a person decides: documents, proposals, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Keuze(StrEnum):
    """What a person decides on a proposal; empty is not decided."""

    LAKKEN = "lakken"
    NIET = "niet lakken"
    OPEN = ""


class Beoordeling(StrEnum):
    """How far a document becomes public."""

    OPENBAAR = "openbaar"
    DEELS = "deels openbaar"
    NIET = "niet openbaar"
    REEDS = "reeds openbaar"
    BUITEN = "buiten verzoek"
    OPEN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Woodocument:
    """A document of a request: its inventory number, source, and how it is judged.

    ``nummer`` holds letters and digits only, for the platform matches files on it.
    ``pagina_van`` and ``pagina_tot`` are the pages of a source PDF that it takes up.
    """

    nummer: str
    document: str
    bestand: str
    sha256: str
    titel: str
    soort: str
    datum: date | None
    pagina_van: int | None = None
    pagina_tot: int | None = None
    beoordeling: Beoordeling = Beoordeling.OPEN
    toelichting: str = ""

    def __post_init__(self) -> None:
        if not self.nummer.isalnum():
            raise ValueError("an inventory number has letters and digits only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakregel:
    """One proposal and its decision.

    ``begin`` is the offset in the text of the source document, ``passage`` tells that
    only a person may decide (5.1.2i, 5.2), ``zekerheid`` runs from 0 to 1.
    """

    id: str
    nummer: str
    document: str
    pagina: int | None
    begin: int
    tekst: str
    omgeving: str
    soort: str
    grond: str
    reden: str
    zekerheid: float
    persoon: str = ""
    passage: bool = False
    keuze: Keuze = Keuze.OPEN
    door: str = ""

    @property
    def eind(self) -> int:
        """The offset just behind the words."""
        return self.begin + len(self.tekst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakblad:
    """All documents and proposals of a request, and the folder they were read from."""

    map_: str
    documenten: tuple[Woodocument, ...]
    regels: tuple[Lakregel, ...]
