"""What a Woo job made so far, kept beside its sheet so that a killed run goes on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pipeline.bestanden import write_whole

if TYPE_CHECKING:
    from pathlib import Path

MAP = ".werk"


_SOM = 32


class Opslag:
    """Files by a key over all that decides their content; a wrong key finds nothing.

    Each carries a hash of itself: what was damaged or half written is made again.
    """

    def __init__(self, uitvoer: Path) -> None:
        self._map = uitvoer / MAP

    def get(self, *sleutel: str) -> bytes | None:
        """What was kept under a key, if anything."""
        pad = self._path(sleutel)
        if not pad.is_file():
            return None
        ruw = pad.read_bytes()
        inhoud = ruw[_SOM:]
        return inhoud if hashlib.sha256(inhoud).digest() == ruw[:_SOM] else None

    def put(self, inhoud: bytes, *sleutel: str) -> bytes:
        """Keep something, whole or not at all; gives it back."""
        write_whole(self._path(sleutel), hashlib.sha256(inhoud).digest() + inhoud)
        return inhoud

    def _path(self, sleutel: tuple[str, ...]) -> Path:
        som = hashlib.sha256("\n".join(sleutel).encode()).hexdigest()
        return self._map / som[:2] / som[2:]
