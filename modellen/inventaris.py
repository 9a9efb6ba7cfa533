"""The inventory of a release: a row for every document in scope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.lakblad import Beoordeling

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventarisregel:
    """A document as the public list names it; nothing in it may name who was masked.

    ``bestand`` is the name of the released file, "" when none is. ``paginas`` are those
    of that file, ``gelakt`` the pages with a box, ``sha256`` and ``omvang`` (bytes) of
    the file.
    """

    nummer: str
    datum: date | None
    titel: str
    soort: str
    afzender: str
    ontvanger: str
    beoordeling: Beoordeling
    gronden: tuple[str, ...]
    toelichting: str
    dubbel_van: str = ""
    link: str = ""
    bestand: str = ""
    paginas: int = 0
    gelakt: tuple[int, ...] = ()
    sha256: str = ""
    omvang: int = 0

    def __post_init__(self) -> None:
        if self.beoordeling is Beoordeling.OPEN:
            raise ValueError("an inventory tells how each document was judged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatie:
    """Who publishes: names for people, and the identifiers that standards ask.

    ``uri`` is the TOOI identifier of the publisher, ``code`` the short one (``pv22``).
    """

    naam: str
    bestuursorgaan: str
    uri: str
    code: str
    plaats: str
    postadres: str
    prefix: str
    webadres: str

    def __post_init__(self) -> None:
        if not (self.naam and self.bestuursorgaan and self.uri):
            raise ValueError("an organisation has a name, a body and an identifier")
