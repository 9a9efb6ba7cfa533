"""Word lists of the language, read once from ``regels/taal``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_gegevens(naam: str) -> dict[str, Any]:
    """The table ``regels/taal/<naam>.toml``."""
    bestand = files("regels").joinpath("taal", f"{naam}.toml")
    return tomllib.loads(bestand.read_text(encoding="utf-8"))
