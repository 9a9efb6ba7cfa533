"""Alembic's entry: runs the migrations on the connection that the archive has open."""

from __future__ import annotations

from alembic import context

from pipeline.storage.schema import VERSIETABEL, metadata

verbinding = context.config.attributes["verbinding"]
context.configure(
    connection=verbinding,
    target_metadata=metadata,
    version_table=VERSIETABEL,
    render_as_batch=True,
)
context.run_migrations()
