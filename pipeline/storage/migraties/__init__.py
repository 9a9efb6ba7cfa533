"""How the tables came to be what they are; run by alembic."""

from __future__ import annotations
