"""Actions by hand, joined numbers, lists given out, and what was changed in them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables for the life of an action outside the documents."""
    op.add_column("wijziging", sa.Column("bron", sa.Text))
    op.create_table(
        "toegevoegd",
        sa.Column("nummer", sa.Text, primary_key=True),
        *_text("omschrijving", "actiehouders"),
        sa.Column("termijn", sa.Date),
        *_text("soort"),
        sa.Column("uit", sa.Text),
        sa.Column("op", sa.Date, nullable=False),
        *_text("door"),
    )
    op.create_table(
        "verwijzing",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("nummer", sa.Text, nullable=False, index=True),
        *_text("naar"),
        sa.Column("op", sa.Date, nullable=False),
        *_text("door"),
    )
    _make_lists()


def _make_lists() -> None:
    op.create_table(
        "afgifte",
        sa.Column("lijst", sa.Text, primary_key=True),
        sa.Column("voor", sa.Date, nullable=False),
        *_text("overleg"),
        sa.Column("stand", sa.Date, nullable=False),
    )
    lijst = sa.ForeignKey("afgifte.lijst")
    op.create_table(
        "afgifteregel",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("lijst", sa.Text, lijst, nullable=False, index=True),
        *_text("vorm", "nummer"),
        sa.Column("afgedaan", sa.Boolean, nullable=False),
        *_text("waarden", "gelezen"),
    )
    op.create_table(
        "overname",
        sa.Column("nr", sa.Integer, primary_key=True),
        sa.Column("lijst", sa.Text, nullable=False, index=True),
        *_text("nummer", "veld", "waarde"),
        sa.Column("geschil", sa.Boolean, nullable=False),
        sa.Column("na", sa.Integer, nullable=False),
    )


def _text(*namen: str) -> tuple[sa.Column[Any], ...]:
    return tuple(sa.Column(n, sa.Text, nullable=False) for n in namen)
