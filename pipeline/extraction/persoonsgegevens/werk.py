"""A dossier at work: what each step of the pipeline found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.personen import Personen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from modellen.herkomst import Herkomst
    from modellen.persoon import Passage, Persoon, Persoonsbesluit, Persoonsgegeven
    from pipeline.extraction.persoonsgegevens.helften import Helft
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.kolomgegevens import Kolomvondst
    from pipeline.extraction.persoonsgegevens.patronen import Patroonvondst
    from pipeline.extraction.persoonsgegevens.personen import Wie
    from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
    from pipeline.extraction.persoonsgegevens.structuur import Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer
    from pipeline.rulebook import Regel, Regelboek
    from pipeline.taal.namen.vorm import Deel
    from pipeline.taal.taalmodel import Taalmodel


@dataclass(slots=True, kw_only=True, eq=False)
class Dossierwerk:
    """What the documents of a dossier share: knowledge, decisions, people."""

    regelboek: Regelboek
    kennis: Kennis
    koppen: tuple[Regel, ...]
    taalmodel: Taalmodel | None = None
    besluiten: Sequence[Persoonsbesluit] = ()
    bladen: list[Werkblad] = field(default_factory=list)
    personen: Personen = field(default_factory=Personen)
    adressen: dict[int, Wie] = field(default_factory=dict)
    mensen: dict[int, Persoon] = field(default_factory=dict)

    def add(self, document: Document) -> Werkblad:
        """The next document of the dossier, of which nothing is known yet."""
        werk = Werkblad(dossier=self, document=document, nummer=len(self.bladen))
        self.bladen.append(werk)
        return werk


@dataclass(slots=True, kw_only=True, eq=False)
class Werkblad:
    """A document with all that was seen in it so far."""

    dossier: Dossierwerk
    document: Document
    nummer: int
    blad: Blad = field(init=False)
    vakken: Vakken = field(init=False)
    rollen: Rolwoorden = field(init=False)
    treffers: list[Treffer] = field(default_factory=list)
    slapers: list[Deel] = field(default_factory=list)
    patronen: list[Patroonvondst] = field(default_factory=list)
    initialen: list[tuple[int, int, Wie | None]] = field(default_factory=list)
    in_adressen: list[tuple[int, int, Wie]] = field(default_factory=list)
    resten: list[tuple[int, int, Wie]] = field(default_factory=list)
    helften: list[Helft] = field(default_factory=list)
    in_kolommen: list[Kolomvondst] = field(default_factory=list)
    gegevens: tuple[Persoonsgegeven, ...] = ()
    leesbaar: list[tuple[Herkomst, Persoon]] = field(default_factory=list)
    passages: tuple[Passage, ...] = ()
