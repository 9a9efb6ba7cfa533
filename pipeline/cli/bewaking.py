"""The one place where trouble is caught and told to the user."""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from pathlib import Path

import click

from pipeline.bestanden import VOL, is_full
from pipeline.cli.taal import speak_dutch
from pipeline.errors import PipelineError, Uitgang


def run_guarded(args: list[str] | None = None) -> int:
    """The exit code of a run of the program; every error becomes one clear message."""
    speak_dutch()
    _free_console()
    # What libraries remark on is of no use to who uses the program.
    warnings.simplefilter("ignore")
    logging.getLogger("pypdfium2").setLevel(logging.ERROR)
    from pipeline.cli.verwerk import verwerk

    try:
        return _code(verwerk.main(args, prog_name="verwerk", standalone_mode=False))
    except click.ClickException as fout:
        fout.show()
        return fout.exit_code
    except PipelineError as fout:
        return _say(str(fout), fout.uitgang)
    except (click.Abort, KeyboardInterrupt):
        return _say("Afgebroken. Wat klaar was, is bewaard.", Uitgang.AFGEBROKEN)
    except BrokenPipeError:
        return _leave_pipe()
    except Exception as fout:  # noqa: BLE001 a bug: say where, never with document text
        return _report_bug(fout)


def _leave_pipe() -> int:
    """End well when whoever read our output has stopped reading."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 for good
    return int(Uitgang.KLAAR)


def _code(uitkomst: object) -> int:
    return int(uitkomst) if isinstance(uitkomst, int) else int(Uitgang.KLAAR)


def _say(melding: str, uitgang: Uitgang) -> int:
    click.echo(f"verwerk: {melding}", err=True)
    return int(uitgang)


def _report_bug(fout: Exception) -> int:
    """Tell where the program broke, without values: those may hold personal data."""
    if isinstance(fout, OSError) and is_full(fout):
        opnieuw = f"{VOL} voer dezelfde opdracht nog eens uit."
        return _say(opnieuw, Uitgang.INSTELLINGEN)
    stappen = traceback.extract_tb(fout.__traceback__)
    waar = f"{Path(stappen[-1].filename).name}:{stappen[-1].lineno}" if stappen else "?"
    click.echo(
        f"verwerk: fout in het programma ({type(fout).__name__} in {waar}). "
        "Wat klaar was, is bewaard. Meld deze regel aan de makers.",
        err=True,
    )
    if "-v" in sys.argv:
        for stap in stappen:
            click.echo(f"  {stap.filename}:{stap.lineno} in {stap.name}", err=True)
    return int(Uitgang.FOUT_IN_PROGRAMMA)


def _free_console() -> None:
    """Let an old Windows console print what it cannot show as a question mark."""
    for stroom in (sys.stdout, sys.stderr):
        herstel = getattr(stroom, "reconfigure", None)
        if herstel is not None:
            herstel(errors="replace")
