"""The sheet on which a person decides: documents, people, proposals, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from modellen.plaats import OpPagina


class Keuze(StrEnum):
    """What a person decides on a proposal; empty is not decided."""

    LAKKEN = "lakken"
    NIET = "niet lakken"
    OPEN = ""


class Naamkeuze(StrEnum):
    """What a person decides on someone's name; empty is not decided."""

    LEESBAAR = "leesbaar"
    LAKKEN = "lakken"
    OPEN = ""


class Beoordeling(StrEnum):
    """How far a document becomes public."""

    OPENBAAR = "openbaar"
    DEELS = "deels openbaar"
    NIET = "niet openbaar"
    REEDS = "reeds openbaar"
    BUITEN = "buiten verzoek"
    OPEN = ""


VRIJGEGEVEN = frozenset({Beoordeling.OPENBAAR, Beoordeling.DEELS, Beoordeling.OPEN})
"""The judgements with which a document itself is released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Woodocument:
    """A document of a request: its inventory number, source, and how it is judged.

    ``nummer`` holds letters and digits only, for the platform matches files on it.
    ``pagina_van`` and ``pagina_tot`` are the pages of a source PDF that it takes up.
    ``dubbel_van`` is the number of the document that says the same, ``gronden`` are the
    codes on which a whole document is refused, ``link`` where it is public already.
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
    afzender: str = ""
    ontvanger: str = ""
    dubbel_van: str = ""
    beoordeling: Beoordeling = Beoordeling.OPEN
    gronden: tuple[str, ...] = ()
    link: str = ""
    toelichting: str = ""

    def __post_init__(self) -> None:
        if not self.nummer.isalnum():
            raise ValueError("an inventory number has letters and digits only")

    def holds(self, pagina: int | None) -> bool:
        """Whether a page of the source is one of the document's; yes where none is."""
        if self.pagina_van is None or self.pagina_tot is None or pagina is None:
            return True
        return self.pagina_van <= pagina <= self.pagina_tot

    def page_in(self, pagina: int | None) -> int | None:
        """The page in the document as it will be released, from 1."""
        if pagina is None or self.pagina_van is None:
            return pagina
        return pagina - self.pagina_van + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsregel:
    """Someone of the dossier, what is proposed about the name, and the decision.

    ``voorstel`` is never open. ``bevestigen`` asks a person to look. ``bronnen`` are
    the documents with the number of mentions in each.
    """

    naam: str
    rol: str = ""
    varianten: tuple[str, ...] = ()
    functie: str = ""
    voorstel: Naamkeuze
    bevestigen: bool = False
    aantal: int = 0
    bronnen: tuple[str, ...] = ()
    reden: str = ""
    keuze: Naamkeuze = Naamkeuze.OPEN
    door: str = ""

    def __post_init__(self) -> None:
        if not self.naam or self.voorstel is Naamkeuze.OPEN:
            raise ValueError("a person has a name and a proposal")

    @property
    def sleutel(self) -> str:
        """What tells someone apart from others: name and role."""
        return f"{self.naam}|{self.rol}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakregel:
    """One proposal and its decision.

    ``begin`` is the offset in the text of the source document, ``passage`` tells that
    only a person may decide (5.1.2i, 5.2), ``zekerheid`` runs from 0 to 1. ``persoon``
    is the name of who is meant. Rows with the same ``groep`` are about the same words
    in the same passage of several documents, and get one decision. ``gemerkt`` tells
    that the decision is a mark in the source, which nobody changed on the sheet;
    ``wet`` what the law asks before a passage may be withheld. ``vlak`` is a place
    without words, a picture: its page in the document, from 1, and its frame. It stands
    at ``begin`` and takes up no text; ``tekst`` only says what it is.
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
    groep: str = ""
    passage: bool = False
    keuze: Keuze = Keuze.OPEN
    motivering: str = ""
    door: str = ""
    gemerkt: bool = False
    wet: str = ""
    vlak: OpPagina | None = None

    @property
    def eind(self) -> int:
        """The offset just behind the words."""
        return self.begin if self.vlak else self.begin + len(self.tekst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakblad:
    """All of a request to decide on, and the folder it was read from."""

    map_: str
    documenten: tuple[Woodocument, ...]
    regels: tuple[Lakregel, ...]
    personen: tuple[Persoonsregel, ...] = ()
