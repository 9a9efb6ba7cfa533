"""Inside the worker: read the files that come down the line, one after another."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.bevinding import Mislukking
from modellen.stuk import Inname
from pipeline.errors import InvoerError, PipelineError
from pipeline.rulebook import Regelboek
from pipeline.settings import MB, Grenzen

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Leesfunctie = Callable[[Path, str, Regelboek, Grenzen], Inname]

RUIMTE_VOOR_CODE = 1024 * MB
"""Address space for the interpreter and its libraries, above what a file may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """How a worker reads: within which limits, by which rules, with which function.

    Without ``lees`` it is ``process_file``, imported where it is needed: in the worker.
    """

    grenzen: Grenzen
    regels: Path | None = None
    uitvoerig: bool = False
    lees: Leesfunctie | None = None


def work(lijn: Connection, taak: Taak) -> None:
    """Read files until the line closes, which also happens when the parent is gone."""
    _limit_memory(taak.grenzen)
    lees = taak.lees or _load_reader()
    regelboek = Regelboek(taak.regels)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pad, bestand = lijn.recv()
            lijn.send(_attempt(lees, Path(pad), bestand, regelboek, taak))


def _load_reader() -> Leesfunctie:
    from pipeline.flows.bestand import process_file  # noqa: PLC0415 not in the parent

    return process_file


def _attempt(
    lees: Leesfunctie, pad: Path, bestand: str, regelboek: Regelboek, taak: Taak
) -> Inname | Mislukking | PipelineError:
    try:
        return lees(pad, bestand, regelboek, taak.grenzen)
    except InvoerError as fout:
        return Mislukking(bestand=bestand, reden=str(fout))
    except PipelineError as fout:
        return fout
    except (MemoryError, RecursionError):
        reden = "het bestand is te groot of te diep genest; splits het"
        return Mislukking(bestand=bestand, reden=reden)
    except Exception as fout:  # noqa: BLE001 what breaks a library is a failed file
        if taak.uitvoerig:
            _report(fout)
        reden = (
            f"onverwachte fout bij het lezen ({type(fout).__name__}); "
            "sla het opnieuw op, of meld het met de uitvoer van -v"
        )
        return Mislukking(bestand=bestand, reden=reden)


def _report(fout: Exception) -> None:
    """Write where it went wrong, without the message: that may hold document text."""
    for stap in traceback.extract_tb(fout.__traceback__):
        sys.stderr.write(f"  {stap.filename}:{stap.lineno} in {stap.name}\n")
    sys.stderr.write(f"  {type(fout).__name__}\n")


def _limit_memory(grenzen: Grenzen) -> None:
    """Let the system refuse memory too, where it can; the parent watches everywhere."""
    try:
        import resource  # noqa: PLC0415 Windows has none
    except ImportError:
        return
    ruimte = grenzen.geheugen + RUIMTE_VOOR_CODE
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (ruimte, ruimte))
