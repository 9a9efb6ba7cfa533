"""A place where a name may stand: the name, the evidence, and the role beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modellen.document import Document
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.taal.namen.naam import Naam
    from pipeline.taal.namen.schoon import Schoon
    from pipeline.taal.namen.vorm import Deel

AANVAARD = 0.5


@dataclass(slots=True, kw_only=True)
class Treffer:
    """A possible mention; ``begin`` and ``eind`` are offsets in the clean text.

    ``gewicht`` is how sure it is that this is a name: from ``AANVAARD`` it counts.
    ``kop`` is the head of its column, ``kolomrol`` the role that it gives. ``los``: it
    begins a sentence or line. ``handelt``: a verb of people follows. ``sluit``: it is
    the last of a series of names. ``allen``: it was given a role of all of a series.
    ``ambtcel`` is where a cell begins, further in its row, under a head of offices.
    ``elders``: the text says that this is an official, or of another organisation.
    """

    blad: int
    begin: int
    eind: int
    delen: tuple[Deel, ...]
    naam: Naam
    gewicht: float
    regel: str
    reden: str
    geslacht: str = ""
    rol: Rol | None = None
    functie: str | None = None
    kolomrol: Rol | None = None
    kop: str = ""
    los: bool = False
    handelt: bool = False
    sluit: bool = False
    allen: bool = False
    ambtcel: int | None = None
    elders: bool = False

    @property
    def aanvaard(self) -> bool:
        """Whether the evidence carries the name by itself."""
        return self.gewicht >= AANVAARD

    def believe(self, gewicht: float, regel: str, reden: str) -> None:
        """Give it the weight of evidence found later, with its rule and reason."""
        self.gewicht, self.regel, self.reden = gewicht, regel, reden


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A document at work: its clean text and its number in the dossier."""

    nummer: int
    document: Document
    schoon: Schoon
    tekst: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tekst", self.schoon.tekst)  # asked very often
