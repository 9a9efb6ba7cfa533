"""The seal of the last run: when nothing changed since, its summary still holds.

A second run over an unchanged folder need not open the archive. The seal keeps size and
time of every file and of the store, the version of program and rules, and the day. It
is only trusted when all of them are as they were; a file changed within the last
seconds before sealing is never trusted, because its time cannot tell.
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from pipeline.flows.wandeling import Wandeling
    from pipeline.settings import Instellingen

NAAM = ".waarmerk.json"
VERS = 2_000_000_000
"""Nanoseconds in which a file can change without its time showing it."""


def program_version(regels: Path | None = None) -> str:
    """A hash over the program and its rules: another version reads everything anew."""
    som = hashlib.sha256()
    bronnen: list[Traversable] = [files(n) for n in ("modellen", "pipeline", "regels")]
    if regels is not None:
        bronnen.append(regels)
    for bron in bronnen:
        for naam, bestand in sorted(_sources(bron, "")):
            som.update(naam.encode() + b"\0" + bestand.read_bytes() + b"\0")
    return som.hexdigest()[:16]


def make_state(
    wandeling: Wandeling, instellingen: Instellingen, versie: str
) -> dict[str, Any]:
    """What must be the same for a summary to hold."""
    return {
        "versie": versie,
        "datum": instellingen.datum.isoformat(),
        "map": str(wandeling.map_.resolve()),
        "heel": wandeling.heel,
        "database": _database_state(instellingen.database),
        "bestanden": [[v.bestand, v.omvang, v.gewijzigd] for v in wandeling.bestanden],
        "mislukt": [[m.bestand, m.reden] for m in wandeling.mislukt],
    }


def load_seal(uitvoer: Path, staat: dict[str, Any]) -> dict[str, Any] | None:
    """The summary that was sealed over exactly this state, or nothing."""
    try:
        zegel = json.loads((uitvoer / NAAM).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(zegel, dict) or zegel.get("staat") != staat:
        return None
    verslag = zegel.get("verslag")
    return verslag if isinstance(verslag, dict) else None


def save_seal(uitvoer: Path, staat: dict[str, Any], verslag: dict[str, Any]) -> None:
    """Seal a summary, unless a file is too fresh to be told from a later one."""
    pad = uitvoer / NAAM
    pad.unlink(missing_ok=True)
    if staat["database"] is None:
        return
    tijdelijk = pad.with_suffix(".tmp")
    tijdelijk.write_text(json.dumps({"staat": staat, "verslag": verslag}), "utf-8")
    nu = tijdelijk.stat().st_mtime_ns
    jongste = max((gewijzigd for _, _, gewijzigd in staat["bestanden"]), default=0)
    if nu - jongste < VERS:
        tijdelijk.unlink()
        return
    tijdelijk.replace(pad)


def _database_state(database: str) -> list[int] | None:
    """Size and time of a store in a file; nothing for a store on a server."""
    if not database.startswith("sqlite:///"):
        return None
    try:
        feiten = Path(database.removeprefix("sqlite:///")).stat()
    except OSError:
        return [0, 0]
    return [feiten.st_size, feiten.st_mtime_ns]


def _sources(bron: Traversable, pad: str) -> Iterator[tuple[str, Traversable]]:
    for kind in bron.iterdir():
        if kind.is_dir():
            if kind.name != "__pycache__":
                yield from _sources(kind, f"{pad}{kind.name}/")
        elif not kind.name.endswith((".pyc", ".so", ".md")):
            yield f"{pad}{kind.name}", kind
