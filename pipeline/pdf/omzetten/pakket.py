"""Parts of an Office file and what they point to (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from pipeline.pdf.omzetten.woordxml import parse

if TYPE_CHECKING:
    import zipfile

_MEESTE_BYTES = 256 * 1024 * 1024


def read_part(archief: zipfile.ZipFile, naam: str) -> bytes:
    """A part of the file. Raises ``KeyError`` when it is missing or beyond measure."""
    if archief.getinfo(naam).file_size > _MEESTE_BYTES:
        raise KeyError(naam)
    return archief.read(naam)


def read_targets(archief: zipfile.ZipFile, deel: str) -> dict[str, tuple[str, str]]:
    """The kind and the part of each relation of a part, by the name it is called."""
    map_, _, naam = deel.rpartition("/")
    try:
        wortel = parse(read_part(archief, f"{map_}/_rels/{naam}.rels"))
    except KeyError:
        return {}
    return {
        str(r.get("Id")): (
            str(r.get("Type", "")).rpartition("/")[2],
            posixpath.normpath(
                posixpath.join(f"/{map_}", str(r.get("Target", "")))
            ).lstrip("/"),
        )
        for r in wortel
        if r.get("TargetMode") != "External"
    }
