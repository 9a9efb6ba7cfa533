"""Runs the program as a user does, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).parents[2]
INVOER = WORTEL / "invoer"
VOORBEELDEN = WORTEL.parent / "shared" / "voorbeelden"
VANDAAG = "2025-12-01"


def run(*woorden, uitvoer, verwacht=0, datum=VANDAAG):
    """What the program printed; fails when the exit code is another than expected.

    With what it complained of, where a complaint is expected.
    """
    opdracht = [sys.executable, "-m", "pipeline.cli", *map(str, woorden)]
    opdracht += ["--uitvoer", str(uitvoer), "--datum", datum]
    klaar = subprocess.run(
        opdracht,
        cwd=WORTEL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert klaar.returncode == verwacht, klaar.stdout + klaar.stderr
    return klaar.stdout if verwacht == 0 else klaar.stdout + klaar.stderr


def redact(uitvoer, *opties, verwacht=0):
    """What the program printed when it released what the sheet decides."""
    lakblad = uitvoer / "lakblad.xlsx"
    return run("woo", "lakken", lakblad, *opties, uitvoer=uitvoer, verwacht=verwacht)


def export(uitvoer):
    """The whole store as the program exports it."""
    doel = Path(uitvoer) / "export.json"
    run("exporteer", doel, uitvoer=uitvoer)
    return json.loads(doel.read_text(encoding="utf-8"))
