"""Old and foreign office files, made docx or xlsx by LibreOffice when it is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InvoerError
from pipeline.readers.werkmap import read_xlsx
from pipeline.readers.word import read_docx

if TYPE_CHECKING:
    from modellen.document import Bron
    from modellen.lezing import Gelezen
    from pipeline.settings import Grenzen

_SECONDEN = 90.0
_AANDEEL = 0.75


def read_doc(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """A Word document of before 2007."""
    return _through("docx", pad, bron, grenzen)


def read_odt(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """An OpenDocument text."""
    return _through("docx", pad, bron, grenzen)


def read_rtf(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """A Rich Text file."""
    return _through("docx", pad, bron, grenzen)


def read_xls(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """An Excel workbook of before 2007."""
    return _through("xlsx", pad, bron, grenzen)


def read_ods(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """An OpenDocument workbook."""
    return _through("xlsx", pad, bron, grenzen)


@cache
def find_libreoffice() -> str | None:
    """The program, on the path or where its installers put it."""
    for naam in ("soffice", "libreoffice"):
        if gevonden := shutil.which(naam):
            return gevonden
    for plek in (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ):
        if Path(plek).is_file():
            return plek
    return None


def _through(doel: str, pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    naam = bron.bestand.rsplit("/", 1)[-1]
    programma = find_libreoffice()
    if programma is None:
        raise InvoerError(
            f"{naam} is een {bron.formaat}-bestand en LibreOffice is niet gevonden; "
            f"installeer het of sla het bestand op als {doel}."
        )
    with tempfile.TemporaryDirectory(
        prefix="verwerk-", ignore_cleanup_errors=True
    ) as map_:
        werk = Path(map_)
        # A name of our own: only the extension must steer LibreOffice.
        bronbestand = werk / f"bron.{bron.formaat}"
        shutil.copyfile(pad, bronbestand)
        _convert(programma, bronbestand, doel, werk, _time(grenzen))
        uit = werk / "uit" / f"bron.{doel}"
        if not uit.is_file():
            raise InvoerError(
                f"{naam} is beschadigd of versleuteld; LibreOffice kan het "
                f"niet openen. Sla het op als {doel}."
            )
        lees = read_docx if doel == "docx" else read_xlsx
        return lees(uit, bron, grenzen)


def _time(grenzen: Grenzen) -> float:
    """Less than the file itself may take, so that our message comes first."""
    return min(_SECONDEN, _AANDEEL * grenzen.seconden)


def _convert(
    programma: str, bron: Path, doel: str, werk: Path, seconden: float
) -> None:
    """Run LibreOffice with a profile of its own; it is ended when it takes too long."""
    opdracht = [
        programma, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(werk / 'profiel').as_uri()}",
        "--convert-to", doel, "--outdir", str(werk / "uit"), str(bron),
    ]  # fmt: skip
    proces = subprocess.Popen(  # noqa: S603 a fixed command on a file name of our own
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )
    try:
        proces.wait(timeout=seconden)
    except subprocess.TimeoutExpired:
        raise InvoerError(
            f"LibreOffice had meer dan {seconden:.0f} seconden nodig. Open het bestand "
            f"zelf en sla het op als {doel}."
        ) from None
    finally:
        _end(proces)


def _end(proces: subprocess.Popen[bytes]) -> None:
    """End the process and what it started, by their own numbers."""
    import psutil  # noqa: PLC0415 only this way of reading needs it

    if proces.poll() is not None:
        return
    try:
        kinderen = psutil.Process(proces.pid).children(recursive=True)
    except psutil.Error:
        kinderen = []
    for kind in kinderen:
        try:
            kind.kill()
        except psutil.Error:
            continue
    proces.kill()
    proces.wait()
