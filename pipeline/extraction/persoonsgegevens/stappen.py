"""The steps from a text to proposals, in the order in which they are taken.

A step of a document looks at one document; a step of a dossier at all of them, for a
person is one person in every document.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modellen.persoon import Gegevenssoort
from pipeline.extraction.persoonsgegevens.actieparafen import find_beside
from pipeline.extraction.persoonsgegevens.afgebroken import find_breaks
from pipeline.extraction.persoonsgegevens.dubbelnaam import join_halves
from pipeline.extraction.persoonsgegevens.gezelschap import accept_company
from pipeline.extraction.persoonsgegevens.helften import find_helften
from pipeline.extraction.persoonsgegevens.inadres import (
    find_in_addresses,
    find_mailboxes,
    list_surnames,
    spell_names,
)
from pipeline.extraction.persoonsgegevens.initialen import find_initialen, shorten
from pipeline.extraction.persoonsgegevens.kandidaten import find_treffers, rouse
from pipeline.extraction.persoonsgegevens.kolomgegevens import find_kolomgegevens
from pipeline.extraction.persoonsgegevens.naamkolommen import join_columns
from pipeline.extraction.persoonsgegevens.nevenschikking import (
    accept_beside,
    accept_beside_office,
    accept_series,
)
from pipeline.extraction.persoonsgegevens.omgekeerd import (
    join_cells,
    join_reversed,
    join_signed,
)
from pipeline.extraction.persoonsgegevens.oordeel import decide
from pipeline.extraction.persoonsgegevens.oorden import find_oorden
from pipeline.extraction.persoonsgegevens.passages import find_passages
from pipeline.extraction.persoonsgegevens.patronen import find_patronen, without_general
from pipeline.extraction.persoonsgegevens.personen import group
from pipeline.extraction.persoonsgegevens.regeleinden import find_name_ends
from pipeline.extraction.persoonsgegevens.resten import find_resten, list_rare
from pipeline.extraction.persoonsgegevens.rollijst import give_headed
from pipeline.extraction.persoonsgegevens.rolvenster import find_rollen
from pipeline.extraction.persoonsgegevens.rolwoorden import Rolwoorden
from pipeline.extraction.persoonsgegevens.schriften import find_schriften
from pipeline.extraction.persoonsgegevens.slapers import known
from pipeline.extraction.persoonsgegevens.structuur import find_vakken
from pipeline.extraction.persoonsgegevens.taalhulp import TAALMODEL, confirm
from pipeline.extraction.persoonsgegevens.treffer import Blad
from pipeline.extraction.persoonsgegevens.uitkomst import make_gegevens, make_personen
from pipeline.extraction.persoonsgegevens.varianten import merge_variants
from pipeline.extraction.persoonsgegevens.voorletters import join_initials
from pipeline.extraction.persoonsgegevens.voortplanten import (
    link_addresses,
    read_address,
    wake,
)
from pipeline.extraction.persoonsgegevens.vreemd import accept_strange
from pipeline.taal.namen.schoon import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.extraction.persoonsgegevens.personen import Personen
    from pipeline.extraction.persoonsgegevens.treffer import Treffer
    from pipeline.extraction.persoonsgegevens.werk import Dossierwerk, Werkblad


def normalise(werk: Werkblad) -> None:
    """Take out what hides a name, with a map back to the source."""
    document, kennis = werk.document, werk.dossier.kennis
    breuken = find_breaks(document, kennis.lijsten)
    schoon = clean(document.tekst, breuken, find_name_ends(document, kennis))
    werk.blad = Blad(nummer=werk.nummer, document=document, schoon=schoon)


def match_patterns(werk: Werkblad) -> None:
    """Find what has a fixed form: addresses, numbers, dates of birth."""
    werk.patronen = list(find_patronen(werk.blad.tekst, werk.dossier.kennis))


def read_structure(werk: Werkblad) -> None:
    """Find where the form of the document promises names."""
    dossier = werk.dossier
    werk.vakken = find_vakken(werk.document, dossier.kennis, dossier.koppen)
    werk.vakken.oorden = find_oorden(werk.blad, werk.vakken, dossier.kennis)


def weigh_names(werk: Werkblad) -> None:
    """Weigh every run of capitals by its own words, the lists and what is around it."""
    blad, kennis = werk.blad, werk.dossier.kennis
    werk.rollen = Rolwoorden(blad.tekst, kennis)
    treffers, werk.slapers = find_treffers(blad, werk.vakken, werk.rollen, kennis)
    treffers = join_halves(blad, treffers, kennis)
    werk.treffers = join_signed(blad, join_reversed(blad, treffers, kennis), kennis)
    werk.treffers = join_initials(blad, werk.treffers, kennis)
    join_cells(blad, werk.treffers, kennis)
    join_columns(blad, werk.treffers, kennis)
    accept_series(blad, werk.treffers, kennis)
    accept_company(blad, werk.treffers, kennis)
    accept_strange(blad, werk.treffers, kennis)
    accept_beside(blad, werk.treffers, kennis)
    werk.treffers = find_schriften(blad, werk.treffers, werk.vakken, kennis)


def complete_names(werk: Werkblad) -> None:
    """Find the rest of names that a column without lines broke."""
    lijsten = werk.dossier.kennis.lijsten
    werk.helften = list(find_helften(werk.blad, werk.treffers, lijsten))
    for begin, eind, treffer in werk.helften:
        rest, naam = werk.document.tekst[begin:eind], treffer.naam
        if naam.achternaam:
            treffer.naam = replace(naam, achternaam=naam.achternaam + rest)


def mark_offices(werk: Werkblad) -> None:
    """Give names the role that the words beside them tell."""
    find_rollen(werk.rollen, werk.treffers, werk.dossier.kennis)
    accept_beside_office(werk.blad, werk.treffers, werk.dossier.kennis)
    give_headed(werk.rollen, werk.treffers)


def ask_model(werk: Werkblad) -> None:
    """Let the language model look at names that are still in doubt."""
    dossier = werk.dossier
    if dossier.taalmodel is not None:
        confirm(werk.blad, werk.treffers, dossier.taalmodel, dossier.kennis)


def propagate(dossier: Dossierwerk) -> None:
    """Make mentions people, wake what a known person explains, decide on each."""
    personen, kennis = dossier.personen, dossier.kennis
    aanvaard = [t for w in dossier.bladen for t in w.treffers if t.aanvaard]
    group((t for t in aanvaard if t.regel != TAALMODEL), personen)
    namen = [
        (p, naam)
        for w in dossier.bladen
        for p in w.patronen
        if p.soort is Gegevenssoort.EMAIL
        and (naam := read_address(p.tekst, kennis.functioneel))
    ]
    dossier.adressen = link_addresses(namen, personen)
    _wake_all(dossier)
    gezien = [t for t in aanvaard if t.regel == TAALMODEL]
    if gezien:  # what only the model saw explains no name that is known without it
        group(gezien, personen)
        _wake_all(dossier)
    for werk in dossier.bladen:
        werk.patronen = without_general(
            werk.blad.tekst, werk.patronen, _places_of_people(werk)
        )
    merge_variants(personen, kennis.lijsten.achternamen)
    decide(personen, [w.blad for w in dossier.bladen], kennis, dossier.besluiten)


def _wake_all(dossier: Dossierwerk) -> None:
    """Wake what a known person explains, also what only the model saw till now."""
    personen, kennis = dossier.personen, dossier.kennis
    for werk in dossier.bladen:
        wakker = {t.begin for t in werk.treffers if t.aanvaard}
        slapers = [d for d in werk.slapers if d.begin not in wakker]
        gewekt = [rouse(werk.blad, d, kennis) for d in known(slapers, personen)]
        slapend = [
            t for t in werk.treffers if not t.aanvaard or _only_seen(t, personen)
        ]
        slapend = sorted([*slapend, *gewekt], key=lambda t: t.begin)
        gezien = {id(t) for t in werk.treffers}
        nieuw = [
            t
            for t in wake(werk.blad, slapend, personen, kennis)
            if id(t) in gezien or t.begin not in wakker
        ]
        werk.treffers += [t for t in nieuw if id(t) not in gezien]
        group(nieuw, personen)


def _only_seen(treffer: Treffer, personen: Personen) -> bool:
    """Whether only the model saw a name, of whom is not known yet."""
    return treffer.regel == TAALMODEL and id(treffer) not in personen.van


def _places_of_people(werk: Werkblad) -> list[int]:
    """Where names and personal addresses begin, in order."""
    namen = [t.begin for t in werk.treffers if t.aanvaard]
    adressen = [p.begin for p in werk.patronen if p.soort is Gegevenssoort.EMAIL]
    return sorted([*namen, *adressen])


def read_columns(dossier: Dossierwerk) -> None:
    """Find what the heads of columns say of people."""
    for werk in dossier.bladen:
        gelakt: list[int] = []
        leesbaar: list[int] = []
        for treffer in werk.treffers:
            wie = dossier.personen.van.get(id(treffer)) if treffer.aanvaard else None
            if wie is not None:
                plek = werk.blad.schoon.positie(treffer.begin)
                (leesbaar if wie.openbaar else gelakt).append(plek)
        werk.in_kolommen = list(
            find_kolomgegevens(
                werk.document,
                sorted(gelakt),
                sorted(leesbaar),
                dossier.kennis.kolomregels,
            )
        )


def read_initials(dossier: Dossierwerk) -> None:
    """Find the initials of people of the dossier."""
    korte = shorten(dossier.personen)
    for w in dossier.bladen:
        eigen = list(find_initialen(w.blad, w.vakken, korte, dossier.kennis))
        w.initialen = [*eigen, *find_beside(w.blad.tekst, eigen, dossier.kennis)]


def read_addresses(dossier: Dossierwerk) -> None:
    """Find the people of the dossier in web addresses, file names and other words."""
    namen = spell_names(dossier.personen)
    achternamen = list_surnames(dossier.personen)
    vreemd = list_rare(dossier.personen, dossier.kennis)
    for w in dossier.bladen:
        w.in_adressen = [
            *find_in_addresses(w.blad.tekst, namen, achternamen),
            *find_mailboxes(w.blad.tekst, achternamen, dossier.kennis.functioneel),
        ]
        heel = [(t.begin, t.eind) for t in w.treffers if t.aanvaard]
        w.resten = list(find_resten(w.blad.tekst, vreemd, heel)) if vreemd else []


def resolve(dossier: Dossierwerk) -> None:
    """Make records: people with their sources, proposals that do not overlap."""
    dossier.mensen = make_personen(dossier.bladen, dossier.personen)
    per_stuk = defaultdict(list)
    for gegeven in make_gegevens(
        dossier.bladen, dossier.personen, dossier.adressen, dossier.mensen
    ):
        per_stuk[gegeven.document].append(gegeven)
    leesbaar = defaultdict(list)
    for persoon in dossier.mensen.values():
        for plek in persoon.vermeldingen if persoon.openbaar else ():
            leesbaar[plek.document].append((plek, persoon))
    for werk in dossier.bladen:
        werk.gegevens = tuple(per_stuk[werk.document.id])
        werk.leesbaar = leesbaar[werk.document.id]


def point_passages(werk: Werkblad) -> None:
    """Find passages that only a person judges."""
    werk.passages = find_passages((werk.document,), werk.dossier.regelboek)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """A named step; one of ``blad`` and ``dossier`` does the work."""

    naam: str
    blad: Callable[[Werkblad], None] | None = None
    dossier: Callable[[Dossierwerk], None] | None = None


STAPPEN = (
    Stap(naam="normaliseren", blad=normalise),
    Stap(naam="patronen", blad=match_patterns),
    Stap(naam="structuur", blad=read_structure),
    Stap(naam="namen", blad=weigh_names),
    Stap(naam="ambtsdragers", blad=mark_offices),
    Stap(naam="taalmodel", blad=ask_model),
    Stap(naam="helften", blad=complete_names),
    Stap(naam="voortplanten", dossier=propagate),
    Stap(naam="kolommen", dossier=read_columns),
    Stap(naam="initialen", dossier=read_initials),
    Stap(naam="adressen", dossier=read_addresses),
    Stap(naam="oplossen", dossier=resolve),
    Stap(naam="passages", blad=point_passages),
)
"""All steps; the spaCy pipeline of ``pijplijn.py`` has a component for each."""
