"""Personal data of a dossier: what goes, who stays readable, what a person judges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from modellen.persoon import Gegevenssoort, Vondsten
from pipeline.extraction.persoonsgegevens.initialen import find_initialen, shorten
from pipeline.extraction.persoonsgegevens.kandidaten import find_treffers
from pipeline.extraction.persoonsgegevens.kennis import read_kennis
from pipeline.extraction.persoonsgegevens.nevenschikking import accept_beside
from pipeline.extraction.persoonsgegevens.omgekeerd import join_reversed
from pipeline.extraction.persoonsgegevens.oordeel import decide
from pipeline.extraction.persoonsgegevens.passages import find_passages
from pipeline.extraction.persoonsgegevens.patronen import Patroonvondst, find_patronen
from pipeline.extraction.persoonsgegevens.personen import (
    Personen,
    group,
    merge_variants,
)
from pipeline.extraction.persoonsgegevens.rolvenster import find_rollen
from pipeline.extraction.persoonsgegevens.structuur import Vakken, find_vakken
from pipeline.extraction.persoonsgegevens.taalhulp import confirm
from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer
from pipeline.extraction.persoonsgegevens.uitkomst import make_gegevens, make_personen
from pipeline.extraction.persoonsgegevens.voortplanten import (
    link_addresses,
    read_address,
    wake,
)
from pipeline.taal.namen.schoon import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from modellen.persoon import Persoonsbesluit
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Wie
    from pipeline.rulebook import Regelboek
    from pipeline.taal.taalmodel import Taalmodel

__all__ = ["find_persoonsgegevens"]


@dataclass(slots=True, kw_only=True)
class Werkblad:
    """A document with all that was seen in it so far."""

    blad: Blad
    vakken: Vakken
    treffers: list[Treffer]
    patronen: list[Patroonvondst]
    initialen: list[tuple[int, int, Wie | None]] = field(default_factory=list)


def find_persoonsgegevens(
    documenten: Sequence[Document],
    regelboek: Regelboek,
    taalmodel: Taalmodel | None = None,
    besluiten: Sequence[Persoonsbesluit] = (),
) -> Vondsten:
    """All personal data of a dossier, its people, and passages only a person judges.

    Every span is one of ``document.tekst``. Names of people whose role stays readable
    are no proposals; they are found in ``Persoon.vermeldingen``. A language model adds
    names that nothing else confirms, as uncertain. ``besluiten`` are what a person
    decided on people of the dossier before. Raises ``RegelError`` when rules or lists
    do not hold. Grounds: Woo art. 5.1 lid 1 onder e, lid 2 onder e.
    """
    kennis = read_kennis(regelboek)
    koppen = regelboek.regels("documenten", "deelnemers.kop")
    bladen = []
    for nummer, document in enumerate(documenten):
        blad = Blad(nummer=nummer, document=document, schoon=clean(document.tekst))
        vakken = find_vakken(document, kennis, koppen)
        treffers = list(find_treffers(blad, vakken, kennis.narrow(blad.tekst)))
        treffers = join_reversed(blad, treffers, kennis)
        accept_beside(blad, treffers, kennis)
        find_rollen(blad, treffers, kennis)
        patronen = list(find_patronen(blad.tekst, kennis))
        bladen.append(
            Werkblad(blad=blad, vakken=vakken, treffers=treffers, patronen=patronen)
        )
    if taalmodel is not None:
        for werk in bladen:
            confirm(werk.blad, werk.treffers, taalmodel, kennis)
    personen, adressen = _resolve(bladen, kennis, besluiten)
    korte = shorten(personen)
    for werk in bladen:
        werk.initialen = list(find_initialen(werk.blad, werk.vakken, korte, kennis))
    klaar = make_personen(bladen, personen)
    return Vondsten(
        gegevens=make_gegevens(bladen, personen, adressen, klaar),
        personen=tuple(sorted(klaar.values(), key=lambda p: (p.naam, p.id))),
        passages=find_passages(documenten, regelboek),
    )


def _resolve(
    bladen: list[Werkblad], kennis: Kennis, besluiten: Sequence[Persoonsbesluit]
) -> tuple[Personen, dict[int, Wie]]:
    """The people of the dossier, and whose each e-mail address is."""
    personen = Personen()
    group((t for w in bladen for t in w.treffers if t.aanvaard), personen)
    namen = [
        (p, naam)
        for w in bladen
        for p in w.patronen
        if p.soort is Gegevenssoort.EMAIL and (naam := read_address(p.tekst))
    ]
    adressen = link_addresses(namen, personen)
    for werk in bladen:
        nieuw = list(wake(werk.blad, werk.treffers, personen, kennis))
        for treffer in nieuw:
            if treffer not in werk.treffers:
                werk.treffers.append(treffer)
        group(nieuw, personen)
    merge_variants(personen)
    decide(personen, [w.blad for w in bladen], kennis, besluiten)
    return personen, adressen
