"""Types of PostgreSQL by name alone: its dialect takes long to import."""

from __future__ import annotations

from typing import Any

from sqlalchemy.types import UserDefinedType


class Tsvector(UserDefinedType[str]):
    """A text taken apart into words with their positions."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:  # noqa: ANN401 SQLAlchemy's own form
        """The name of the type."""
        return "TSVECTOR"


class Tsquery(UserDefinedType[str]):
    """A question to such a text."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:  # noqa: ANN401
        """The name of the type."""
        return "TSQUERY"
