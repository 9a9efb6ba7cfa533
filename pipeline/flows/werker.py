"""A worker: a process of its own that reads one file after another.

A file that hangs, eats memory or crashes a library takes down its worker, never the
run: the parent kills the worker, records the file as failed and starts a new one.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from modellen.bevinding import Mislukking
from modellen.stuk import Inname
from pipeline.errors import PipelineError
from pipeline.flows.werkproces import Taak, work
from pipeline.settings import MB

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

VERS_NA_BESTANDEN = 500
VERS_BOVEN = 260 * MB

Uitkomst = Inname | Mislukking


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """A file to read; the hash is that of its content when the run began."""

    pad: Path
    bestand: str
    sha256: str


class Werker:
    """A reading process and the files it was given, the one at work first."""

    def __init__(self, taak: Taak) -> None:
        omgeving = multiprocessing.get_context("spawn")
        self.lijn: Connection
        self.lijn, kant = omgeving.Pipe()
        self._grenzen = taak.grenzen
        self._proces = omgeving.Process(target=work, args=(kant, taak), daemon=True)
        self._proces.start()
        kant.close()
        self.wacht: deque[Opdracht] = deque()
        self.dood = False
        self._begonnen = time.monotonic()
        self._gedaan = 0

    def give(self, opdracht: Opdracht) -> None:
        """Put a file in the queue of this worker."""
        if not self.wacht:
            self._begonnen = time.monotonic()
        self.wacht.append(opdracht)
        with suppress(OSError):  # a dead worker shows itself at the next look
            self.lijn.send((str(opdracht.pad), opdracht.bestand))

    def take(self) -> tuple[Opdracht, Uitkomst]:
        """The outcome of the file at work, a failure when the worker broke on it.

        Raises ``PipelineError`` when not the file but the rules or settings are wrong.
        """
        try:
            uitkomst = self.lijn.recv()
        except (EOFError, OSError):
            self.dood = True
            uitkomst = self._give_up("het leesprogramma liep vast op dit bestand")
        if isinstance(uitkomst, PipelineError):
            raise uitkomst
        self._gedaan += 1
        self._begonnen = time.monotonic()
        return self.wacht.popleft(), uitkomst

    def overdue(self) -> Mislukking | None:
        """Why the file at work must be given up now, or nothing."""
        grens = self._grenzen
        if not self.wacht:
            return None
        if time.monotonic() - self._begonnen > grens.seconden:
            return self._give_up(
                f"het lezen duurde langer dan {grens.seconden:.0f} seconden"
            )
        if self._memory() > grens.geheugen:
            return self._give_up(
                f"het lezen vroeg meer dan {grens.geheugen // MB} MB geheugen"
            )
        return None

    def worn(self) -> bool:
        """Whether a fresh process is better for what comes next."""
        return (
            self.dood
            or self._gedaan >= VERS_NA_BESTANDEN
            or self._memory() > VERS_BOVEN
        )

    def stop(self) -> tuple[Opdracht, ...]:
        """End the process, whatever it is doing; gives the files it still had."""
        self.lijn.close()
        if self.wacht:
            self._proces.kill()
        self._proces.join(timeout=5)
        if self._proces.is_alive():
            self._proces.kill()
            self._proces.join()
        return tuple(self.wacht)

    def _memory(self) -> int:
        try:
            return int(psutil.Process(self._proces.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def _give_up(self, reden: str) -> Mislukking:
        return Mislukking(
            bestand=self.wacht[0].bestand,
            reden=f"{reden}; open het zelf en sla het opnieuw op, of splits het",
        )
