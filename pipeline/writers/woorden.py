"""Days in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
_DAGEN = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip


def write_dag(dag: date) -> str:
    """``15 december 2025``."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def write_weekdag(dag: date) -> str:
    """``maandag 15 december 2025``."""
    return f"{_DAGEN[dag.weekday()]} {write_dag(dag)}"
