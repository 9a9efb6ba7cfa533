"""What a Woo job made so far, kept beside its sheet so that a killed run goes on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAP = ".werk"


class Opslag:
    """Files by a key over all that decides their content; a wrong key finds nothing."""

    def __init__(self, uitvoer: Path) -> None:
        self._map = uitvoer / MAP

    def get(self, *sleutel: str) -> bytes | None:
        """What was kept under a key, if anything."""
        pad = self._path(sleutel)
        return pad.read_bytes() if pad.is_file() else None

    def put(self, inhoud: bytes, *sleutel: str) -> bytes:
        """Keep something, whole or not at all; gives it back."""
        pad = self._path(sleutel)
        pad.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = pad.with_suffix(".tmp")
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
        return inhoud

    def _path(self, sleutel: tuple[str, ...]) -> Path:
        som = hashlib.sha256("\n".join(sleutel).encode()).hexdigest()
        return self._map / som[:2] / som[2:]
