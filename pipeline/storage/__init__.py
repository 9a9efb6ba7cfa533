"""The archive: the only room that knows SQL."""

from __future__ import annotations

from pipeline.storage.archief import Archief, open_archief
from pipeline.storage.wijzigingen import Wijziging
from pipeline.storage.zoeken import Treffer

__all__ = ["Archief", "Treffer", "Wijziging", "open_archief"]
