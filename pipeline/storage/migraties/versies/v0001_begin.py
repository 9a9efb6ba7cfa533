"""The first tables, and the index for searching."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None

# Stems are plain ASCII; "_" parts the words of a unit from its joined compounds.
SQLITE_INDEX = (
    """
    CREATE VIRTUAL TABLE zoekindex USING fts5(
        stammen, content='eenheid', content_rowid='nr',
        tokenize="ascii tokenchars '_'"
    )
    """,
    """
    CREATE TRIGGER eenheid_erbij AFTER INSERT ON eenheid BEGIN
        INSERT INTO zoekindex(rowid, stammen) VALUES (new.nr, new.stammen);
    END
    """,
    """
    CREATE TRIGGER eenheid_weg AFTER DELETE ON eenheid BEGIN
        INSERT INTO zoekindex(zoekindex, rowid, stammen)
        VALUES ('delete', old.nr, old.stammen);
    END
    """,
)
POSTGRES_INDEX = "CREATE INDEX ix_eenheid_stammen ON eenheid USING gin (stammen)"


def upgrade() -> None:
    """Make the tables."""
    _make_ledger()
    _make_documents()
    _make_records()
    _make_findings()
    _make_decisions()
    _make_index()


def _nr() -> sa.Column[int]:
    return sa.Column("nr", sa.Integer, primary_key=True)


def _text(*namen: str, verplicht: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(n, sa.Text, nullable=not verplicht) for n in namen)


def _document() -> sa.Column[str]:
    sleutel = sa.ForeignKey("document.id", ondelete="CASCADE")
    return sa.Column("document", sa.Text, sleutel, nullable=False, index=True)


def _bestand(*, verplicht: bool) -> sa.Column[int]:
    sleutel = sa.ForeignKey("bestand.nr", ondelete="CASCADE")
    return sa.Column(
        "bestand_nr", sa.Integer, sleutel, nullable=not verplicht, index=True
    )


def _herkomst() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("begin", sa.Integer, nullable=False),
        sa.Column("eind", sa.Integer, nullable=False),
        *_text("citaat", "plaats", "regel", verplicht=True),
        sa.Column("zekerheid", sa.Double, nullable=False),
    )


def _make_ledger() -> None:
    op.create_table(
        "run",
        _nr(),
        *_text("map", "versie", verplicht=True),
        sa.UniqueConstraint("map", "versie"),
    )
    op.create_table(
        "bestand",
        _nr(),
        *_text("map", "bestand", verplicht=True),
        sa.Column("pad", sa.Text, nullable=False, index=True),
        *_text("sha256", verplicht=True),
        sa.Column("run_nr", sa.Integer, sa.ForeignKey("run.nr"), nullable=False),
        sa.Column("gelukt", sa.Boolean, nullable=False),
        sa.UniqueConstraint("map", "bestand"),
    )


def _make_documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        _bestand(verplicht=True),
        *_text("bestand", "deel", "sha256", "formaat", verplicht=True),
        *_text("ouder"),
        *_text("soort", verplicht=True),
        *_text("titel"),
        sa.Column("datum", sa.Date),
        sa.Column("concept", sa.Boolean),
        sa.Column("zekerheid", sa.Double, nullable=False),
        sa.Column("pagina_van", sa.Integer),
        sa.Column("pagina_tot", sa.Integer),
        *_text("status", "bijlagen", "bijlagen_genoemd", "tekst", verplicht=True),
    )
    stammen = sa.Text().with_variant(TSVECTOR(), "postgresql")
    op.create_table(
        "eenheid",
        _nr(),
        _document(),
        sa.Column("begin", sa.Integer, nullable=False),
        sa.Column("eind", sa.Integer, nullable=False),
        sa.Column("pagina", sa.Integer),
        sa.Column("stammen", stammen, nullable=False),
    )


def _make_records() -> None:
    op.create_table(
        "vergadering",
        _nr(),
        _document(),
        *_text("naam", verplicht=True),
        sa.Column("datum", sa.Date),
        sa.Column("begintijd", sa.Time),
        sa.Column("eindtijd", sa.Time),
        *_text("locatie"),
        sa.Column("aangekondigd", sa.Boolean, nullable=False),
        *_herkomst(),
    )
    op.create_table(
        "deelnemer",
        _nr(),
        _document(),
        *_text("naam", verplicht=True),
        *_text("rol", "organisatie"),
        sa.Column("aanwezig", sa.Boolean, nullable=False),
        *_herkomst(),
    )
    op.create_table(
        "agendapunt",
        _nr(),
        _document(),
        *_text("volgnummer", "titel", verplicht=True),
        sa.Column("niveau", sa.Integer, nullable=False),
        *_text("vergadering"),
        *_herkomst(),
    )
    op.create_table(
        "actie",
        _nr(),
        _document(),
        *_text("omschrijving", "actiehouders", verplicht=True),
        sa.Column("termijn", sa.Date),
        *_text("termijn_tekst"),
        *_text("status", "soort", verplicht=True),
        sa.Column("expliciet", sa.Boolean, nullable=False),
        *_text("nummer_bron", "stand_van_zaken", "agendapunt", "vergadering"),
        *_herkomst(),
    )
    op.create_table(
        "besluit",
        _nr(),
        _document(),
        *_text("omschrijving", "resultaat", verplicht=True),
        sa.Column("datum", sa.Date),
        *_text("nummer_bron", "agendapunt", "vergadering"),
        *_herkomst(),
    )
    op.create_table(
        "cijfer",
        _nr(),
        _document(),
        *_text("gebied", "thema"),
        *_text("maat", verplicht=True),
        sa.Column("jaar", sa.Integer),
        sa.Column("stand", sa.Date),
        *_text("waarde"),
        *_text("weergave", verplicht=True),
        *_text("eenheid", "ontbreekt", "kwalificatie", "cel"),
        *_herkomst(),
    )


def _make_findings() -> None:
    op.create_table(
        "bevinding",
        _nr(),
        _bestand(verplicht=False),
        *_text("regel", "klasse", "omschrijving", verplicht=True),
        *_text("verwacht", "gevonden", "verschil"),
        *_text("cijfers", "verdacht", verplicht=True),
        *_text("document"),
        sa.Column("pagina", sa.Integer),
    )
    op.create_table(
        "mislukt",
        _nr(),
        _bestand(verplicht=True),
        *_text("bestand", "reden", verplicht=True),
    )


def _make_decisions() -> None:
    op.create_table(
        "nummer",
        sa.Column("sleutel", sa.Text, primary_key=True),
        sa.Column("nummer", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "wijziging",
        _nr(),
        sa.Column("nummer", sa.Text, nullable=False, index=True),
        sa.Column("op", sa.Date, nullable=False),
        *_text("door", "veld", "waarde", verplicht=True),
    )


def _make_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for opdracht in SQLITE_INDEX:
            op.execute(opdracht)
    else:
        op.execute(POSTGRES_INDEX)
