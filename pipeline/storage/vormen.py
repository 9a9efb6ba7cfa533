"""How each noun becomes a row and a row the noun again: field by field, one table each.

A ``Vorm`` names the fields in the order of the columns. Fields that no column can hold
as they are have a pair of functions, there and back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from modellen.afspraak import Actie, Actiesoort, Actiestatus, Besluit, Resultaat
from modellen.bevinding import Bevinding, Klasse
from modellen.cijfer import Cijfer
from modellen.herkomst import Herkomst
from modellen.vergadering import Agendapunt, Deelnemer, Vergadering
from pipeline.storage import schema
from pipeline.storage.plaatsen import read_plaats, write_plaats
from pipeline.storage.tekens import clean, read_lijst, write_lijst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Table

    Rij = dict[str, Any]
    Paar = tuple[Callable[[Any], Any], Callable[[Any], Any]]

N = TypeVar("N")

LIJST: Paar = (write_lijst, read_lijst)
GETAL: Paar = (str, Decimal)
"""Exact: the digits as they are, also the zeros behind the comma."""


def _keuze(soort: Callable[[str], Any]) -> Paar:
    return (str, soort)


@dataclass(frozen=True, kw_only=True)
class Vorm(Generic[N]):
    """A noun, its table, and the fields they share."""

    soort: Callable[..., N]
    tabel: Table
    velden: tuple[str, ...]
    paren: Mapping[str, Paar] = field(default_factory=dict)
    kolommen: Mapping[str, str] = field(default_factory=dict)

    def kolom(self, veld: str) -> str:
        """The column of a field, mostly of the same name."""
        return self.kolommen.get(veld, veld)

    def row(self, noun: N) -> Rij:
        """The values of the noun's own fields by column."""
        waarden = attrgetter(*self.velden)(noun)
        rij = {
            self.kolom(v): clean(w) if type(w) is str else w
            for v, w in zip(self.velden, waarden, strict=True)
        }
        for veld, (heen, _) in self.paren.items():
            if rij[veld] is not None:
                rij[veld] = heen(rij[veld])
        return rij

    def noun(self, waarden: Sequence[Any], **meer: object) -> N:
        """The noun with these values, in the order of ``velden``."""
        rij = dict(zip(self.velden, waarden, strict=True))
        for veld, (_, terug) in self.paren.items():
            if rij[veld] is not None:
                rij[veld] = terug(rij[veld])
        return self.soort(**rij, **meer)


HERKOMST = ("document", "begin", "eind", "citaat", "plaats", "regel", "zekerheid")


def herkomst_row(herkomst: Herkomst) -> Rij:
    """The columns of the provenance."""
    return {
        "document": herkomst.document,
        "begin": herkomst.begin,
        "eind": herkomst.eind,
        "citaat": clean(herkomst.citaat),
        "plaats": write_plaats(herkomst.plaats),
        "regel": clean(herkomst.regel),
        "zekerheid": herkomst.zekerheid,
    }


def read_herkomst(waarden: Sequence[Any]) -> Herkomst:
    """The provenance with these values, in the order of ``HERKOMST``."""
    document, begin, eind, citaat, plaats, regel, zekerheid = waarden
    return Herkomst(
        document=document,
        begin=begin,
        eind=eind,
        citaat=citaat,
        plaats=read_plaats(plaats),
        regel=regel,
        zekerheid=zekerheid,
    )


VERGADERING = Vorm(
    soort=Vergadering,
    tabel=schema.vergadering,
    velden=("naam", "datum", "begin", "eind", "locatie", "aangekondigd"),
    kolommen={"begin": "begintijd", "eind": "eindtijd"},
)
DEELNEMER = Vorm(
    soort=Deelnemer,
    tabel=schema.deelnemer,
    velden=("naam", "rol", "organisatie", "aanwezig"),
)
AGENDAPUNT = Vorm(
    soort=Agendapunt,
    tabel=schema.agendapunt,
    velden=("volgnummer", "titel", "niveau", "vergadering"),
)
ACTIE = Vorm(
    soort=Actie,
    tabel=schema.actie,
    velden=(
        "omschrijving",
        "actiehouders",
        "termijn",
        "termijn_tekst",
        "status",
        "soort",
        "expliciet",
        "nummer_bron",
        "stand_van_zaken",
        "agendapunt",
        "vergadering",
    ),
    paren={
        "actiehouders": LIJST,
        "status": _keuze(Actiestatus),
        "soort": _keuze(Actiesoort),
    },
)
BESLUIT = Vorm(
    soort=Besluit,
    tabel=schema.besluit,
    velden=(
        "omschrijving",
        "resultaat",
        "datum",
        "nummer_bron",
        "agendapunt",
        "vergadering",
    ),
    paren={"resultaat": _keuze(Resultaat)},
)
CIJFER = Vorm(
    soort=Cijfer,
    tabel=schema.cijfer,
    velden=(
        "gebied",
        "thema",
        "maat",
        "jaar",
        "stand",
        "waarde",
        "weergave",
        "eenheid",
        "ontbreekt",
        "kwalificatie",
        "cel",
    ),
    paren={"waarde": GETAL},
)
BEVINDING = Vorm(
    soort=Bevinding,
    tabel=schema.bevinding,
    velden=(
        "regel",
        "klasse",
        "omschrijving",
        "verwacht",
        "gevonden",
        "verschil",
        "cijfers",
        "verdacht",
        "document",
        "pagina",
    ),
    paren={"klasse": _keuze(Klasse), "cijfers": LIJST, "verdacht": LIJST},
)
