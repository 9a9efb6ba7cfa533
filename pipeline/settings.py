"""Settings of a run: where things go, what day it is, and how much a file may ask."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """What one file may cost before it is given up: seconds, bytes, depth, number."""

    seconden: float = 120.0
    geheugen: int = 1024 * MB
    bestand: int = 512 * MB
    uitgepakt: int = 512 * MB
    verhouding: int = 200
    diepte: int = 5
    bijlagen: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """Everything a command needs to know besides its own arguments."""

    uitvoer: Path
    database: str
    datum: date
    regels: Path | None = None
    grenzen: Grenzen = Grenzen()


def find_today(gekozen: date | None = None) -> date:
    """The day that counts as today: as asked, else ``SOURCE_DATE_EPOCH``, else now."""
    if gekozen is not None:
        return gekozen
    vast = os.environ.get("SOURCE_DATE_EPOCH", "")
    if vast.isdigit():
        return datetime.fromtimestamp(int(vast), UTC).date()
    return datetime.now().astimezone().date()


def default_database(uitvoer: Path) -> str:
    """The SQLite store in the output folder."""
    return f"sqlite:///{(uitvoer / 'verwerk.sqlite').as_posix()}"
