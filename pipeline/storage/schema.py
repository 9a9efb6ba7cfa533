"""The tables of the archive, one form for SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from pipeline.storage.typen import Tsvector

HOOFD = "0002"
"""The revision this program works with; the newest file in ``migraties/versies``."""

VERSIETABEL = "verwerk_versie"
"""Our own name, so that another program's migrations are never taken for ours."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _nr() -> Column[int]:
    return Column("nr", Integer, primary_key=True)


def _bestand(*, verplicht: bool) -> Column[int]:
    sleutel = ForeignKey("bestand.nr", ondelete="CASCADE")
    return Column("bestand_nr", Integer, sleutel, nullable=not verplicht, index=True)


def _document() -> Column[str]:
    sleutel = ForeignKey("document.id", ondelete="CASCADE")
    return Column("document", Text, sleutel, nullable=False, index=True)


def _herkomst() -> tuple[Column[object], ...]:
    """Where a record was found: its span, its words, its place, and the rule."""
    return (
        Column("begin", Integer, nullable=False),
        Column("eind", Integer, nullable=False),
        Column("citaat", Text, nullable=False),
        Column("plaats", Text, nullable=False),
        Column("regel", Text, nullable=False),
        Column("zekerheid", Double, nullable=False),
    )


run = Table(
    "run",
    metadata,
    _nr(),
    Column("map", Text, nullable=False),
    Column("versie", Text, nullable=False),
    UniqueConstraint("map", "versie"),
)

bestand = Table(
    "bestand",
    metadata,
    _nr(),
    Column("map", Text, nullable=False),
    Column("bestand", Text, nullable=False),
    Column("pad", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("run_nr", Integer, ForeignKey("run.nr"), nullable=False),
    Column("gelukt", Boolean, nullable=False),
    UniqueConstraint("map", "bestand"),
)

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    _bestand(verplicht=True),
    Column("bestand", Text, nullable=False),
    Column("deel", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("formaat", Text, nullable=False),
    Column("ouder", Text),
    Column("soort", Text, nullable=False),
    Column("titel", Text),
    Column("datum", Date),
    Column("concept", Boolean),
    Column("zekerheid", Double, nullable=False),
    Column("pagina_van", Integer),
    Column("pagina_tot", Integer),
    Column("status", Text, nullable=False),
    Column("bijlagen", Text, nullable=False),
    Column("bijlagen_genoemd", Text, nullable=False),
    Column("tekst", Text, nullable=False),
)

eenheid = Table(
    "eenheid",
    metadata,
    _nr(),
    _document(),
    Column("begin", Integer, nullable=False),
    Column("eind", Integer, nullable=False),
    Column("pagina", Integer),
    Column("stammen", Text().with_variant(Tsvector(), "postgresql"), nullable=False),
)

vergadering = Table(
    "vergadering",
    metadata,
    _nr(),
    _document(),
    Column("naam", Text, nullable=False),
    Column("datum", Date),
    Column("begintijd", Time),
    Column("eindtijd", Time),
    Column("locatie", Text),
    Column("aangekondigd", Boolean, nullable=False),
    *_herkomst(),
)

deelnemer = Table(
    "deelnemer",
    metadata,
    _nr(),
    _document(),
    Column("naam", Text, nullable=False),
    Column("rol", Text),
    Column("organisatie", Text),
    Column("aanwezig", Boolean, nullable=False),
    *_herkomst(),
)

agendapunt = Table(
    "agendapunt",
    metadata,
    _nr(),
    _document(),
    Column("volgnummer", Text, nullable=False),
    Column("titel", Text, nullable=False),
    Column("niveau", Integer, nullable=False),
    Column("vergadering", Text),
    *_herkomst(),
)

actie = Table(
    "actie",
    metadata,
    _nr(),
    _document(),
    Column("omschrijving", Text, nullable=False),
    Column("actiehouders", Text, nullable=False),
    Column("termijn", Date),
    Column("termijn_tekst", Text),
    Column("status", Text, nullable=False),
    Column("soort", Text, nullable=False),
    Column("expliciet", Boolean, nullable=False),
    Column("nummer_bron", Text),
    Column("stand_van_zaken", Text),
    Column("agendapunt", Text),
    Column("vergadering", Text),
    *_herkomst(),
)

besluit = Table(
    "besluit",
    metadata,
    _nr(),
    _document(),
    Column("omschrijving", Text, nullable=False),
    Column("resultaat", Text, nullable=False),
    Column("datum", Date),
    Column("nummer_bron", Text),
    Column("agendapunt", Text),
    Column("vergadering", Text),
    *_herkomst(),
)

cijfer = Table(
    "cijfer",
    metadata,
    _nr(),
    _document(),
    Column("gebied", Text),
    Column("thema", Text),
    Column("maat", Text, nullable=False),
    Column("jaar", Integer),
    Column("stand", Date),
    # SQLite has no exact decimals: the digits are kept as they are.
    Column("waarde", Text),
    Column("weergave", Text, nullable=False),
    Column("eenheid", Text),
    Column("ontbreekt", Text),
    Column("kwalificatie", Text),
    Column("cel", Text),
    *_herkomst(),
)

bevinding = Table(
    "bevinding",
    metadata,
    _nr(),
    # Without a file: a finding about the dossier as a whole.
    _bestand(verplicht=False),
    Column("regel", Text, nullable=False),
    Column("klasse", Text, nullable=False),
    Column("omschrijving", Text, nullable=False),
    Column("verwacht", Text),
    Column("gevonden", Text),
    Column("verschil", Text),
    Column("cijfers", Text, nullable=False),
    Column("verdacht", Text, nullable=False),
    Column("document", Text),
    Column("pagina", Integer),
)

mislukt = Table(
    "mislukt",
    metadata,
    _nr(),
    _bestand(verplicht=True),
    Column("bestand", Text, nullable=False),
    Column("reden", Text, nullable=False),
)

nummer = Table(
    "nummer",
    metadata,
    # One number can have several keys; rows are never deleted, so none is reused.
    Column("sleutel", Text, primary_key=True),
    Column("nummer", Text, nullable=False, index=True),
)

wijziging = Table(
    "wijziging",
    metadata,
    _nr(),
    Column("nummer", Text, nullable=False, index=True),
    Column("op", Date, nullable=False),
    Column("door", Text, nullable=False),
    Column("veld", Text, nullable=False),
    Column("waarde", Text, nullable=False),
    # The list in which it was changed; nothing when it was said to the program.
    Column("bron", Text),
)

toegevoegd = Table(
    "toegevoegd",
    metadata,
    Column("nummer", Text, primary_key=True),
    Column("omschrijving", Text, nullable=False),
    Column("actiehouders", Text, nullable=False),
    Column("termijn", Date),
    Column("soort", Text, nullable=False),
    Column("uit", Text),
    Column("op", Date, nullable=False),
    Column("door", Text, nullable=False),
)

verwijzing = Table(
    "verwijzing",
    metadata,
    _nr(),
    # Appended only: the last row of a number counts; to itself is joined no more.
    Column("nummer", Text, nullable=False, index=True),
    Column("naar", Text, nullable=False),
    Column("op", Date, nullable=False),
    Column("door", Text, nullable=False),
)

afgifte = Table(
    "afgifte",
    metadata,
    Column("lijst", Text, primary_key=True),
    Column("voor", Date, nullable=False),
    Column("overleg", Text, nullable=False),
    Column("stand", Date, nullable=False),
)

afgifteregel = Table(
    "afgifteregel",
    metadata,
    _nr(),
    Column("lijst", Text, ForeignKey("afgifte.lijst"), nullable=False, index=True),
    Column("vorm", Text, nullable=False),
    Column("nummer", Text, nullable=False),
    Column("afgedaan", Boolean, nullable=False),
    # The fields as they are, and as our own readers read them back from the file.
    Column("waarden", Text, nullable=False),
    Column("gelezen", Text, nullable=False),
)

overname = Table(
    "overname",
    metadata,
    _nr(),
    Column("lijst", Text, nullable=False, index=True),
    Column("nummer", Text, nullable=False),
    Column("veld", Text, nullable=False),
    Column("waarde", Text, nullable=False),
    Column("geschil", Boolean, nullable=False),
    # The last change there was: a later one by a person settles a dispute.
    Column("na", Integer, nullable=False),
)
