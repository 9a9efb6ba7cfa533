"""Progress on a terminal; silence on a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.flows.verwerken import Voortgang


class Stil:
    """Progress that nobody sees."""

    def begin(self, bestanden: int) -> None:
        """Nothing to show."""

    def file_done(self, bestand: str, paginas: int) -> None:
        """Nothing to show."""

    def end(self) -> None:
        """Nothing to show."""


class Balk:
    """A bar with the files done, pages a second and the time that is left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._balk = Progress(
            TextColumn("Lezen"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f} bestanden"),
            TextColumn("{task.fields[tempo]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._paginas = 0

    def begin(self, bestanden: int) -> None:
        """Show the bar when there is something to wait for."""
        self._taak = self._balk.add_task("", total=bestanden, tempo="")
        if bestanden:
            self._balk.start()

    def file_done(self, bestand: str, paginas: int) -> None:  # noqa: ARG002 file names can hold personal names
        """Move the bar on by a file."""
        self._paginas += paginas
        verstreken = self._balk.tasks[0].elapsed or 0
        tempo = f"{self._paginas / verstreken:.0f} blz./s" if verstreken else ""
        self._balk.update(self._taak, advance=1, tempo=tempo)

    def end(self) -> None:
        """Take the bar away."""
        self._balk.stop()


def make_voortgang(*, zichtbaar: bool) -> Voortgang:
    """A bar on a terminal, nothing elsewhere."""
    return Balk() if zichtbaar and sys.stderr.isatty() else Stil()
