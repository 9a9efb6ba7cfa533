"""Writes a measurement into docs/metingen.md, with the machine and the date."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

import psutil

METINGEN = Path(__file__).parents[1] / "docs" / "metingen.md"
KOP = """# Metingen

Elk blok is geschreven door de opdracht die erbij staat; niets is met de hand ingevuld.
"""


def write_section(naam: str, titel: str, opdracht: str, tekst: str) -> None:
    """Replace the section of a benchmark, or add it; the other sections stay."""
    oud = METINGEN.read_text(encoding="utf-8") if METINGEN.exists() else KOP
    blok = (
        f"<!-- begin {naam} -->\n## {titel}\n\n`{opdracht}` · {describe_machine()}\n\n"
        f"{tekst.strip()}\n<!-- eind {naam} -->\n"
    )
    patroon = re.compile(rf"<!-- begin {naam} -->.*?<!-- eind {naam} -->\n", re.DOTALL)
    if patroon.search(oud):
        nieuw = patroon.sub(lambda _: blok, oud)
    else:
        nieuw = f"{oud.rstrip()}\n\n{blok}"
    METINGEN.parent.mkdir(exist_ok=True)
    METINGEN.write_text(nieuw, encoding="utf-8", newline="\n")


def describe_machine() -> str:
    """The day, the processor cores and memory, and the version of Python."""
    dag = datetime.now(UTC).date().isoformat()
    geheugen = psutil.virtual_memory().total / 1024**3
    return (
        f"{dag} · {os.cpu_count()} kernen ({platform.machine()}), {geheugen:.0f} GB · "
        f"{platform.system()}, Python {platform.python_version()}"
    )
