"""LibreOffice, an outside program: found, run with its own profile, and ended."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import psutil

from pipeline.errors import HulpprogrammaError

SECONDEN = 120.0
_PLEKKEN = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# Dutch figures and dates; nothing is fetched from a network and no macro runs.
_PROFIEL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def has_office() -> bool:
    """Whether LibreOffice is there."""
    return find_office() is not None


@cache
def find_office() -> str | None:
    """The program, on the path or where its installers put it."""
    for naam in ("soffice", "libreoffice"):
        if gevonden := shutil.which(naam):
            return gevonden
    return next((p for p in _PLEKKEN if Path(p).is_file()), None)


def run_office(
    doel: str, bronnen: list[Path], werk: Path, seconden: float = SECONDEN
) -> Path:
    """Convert files in one call; gives the folder in which the results stand.

    ``doel`` is what ``--convert-to`` takes. Raises ``HulpprogrammaError`` when the
    program is missing or takes too long; a file it cannot read leaves no result.
    """
    programma = find_office()
    if programma is None:
        raise HulpprogrammaError(
            "LibreOffice is niet gevonden. Installeer het of zet het op het pad."
        )
    uit = werk / "uit"
    uit.mkdir(exist_ok=True)
    opdracht = [
        programma, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={_profile(werk).as_uri()}",
        "--convert-to", doel, "--outdir", str(uit), *map(str, bronnen),
    ]  # fmt: skip
    proces = subprocess.Popen(  # noqa: S603 a fixed command on file names of our own
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )
    try:
        proces.wait(timeout=seconden)
    except subprocess.TimeoutExpired:
        raise HulpprogrammaError(
            f"LibreOffice had meer dan {seconden:.0f} seconden nodig. Sla het bestand "
            "zelf op als pdf en neem die in het dossier op."
        ) from None
    finally:
        _end(proces)
    return uit


def _profile(werk: Path) -> Path:
    profiel = werk / "profiel"
    (profiel / "user").mkdir(parents=True, exist_ok=True)
    instelling = profiel / "user" / "registrymodifications.xcu"
    if not instelling.exists():
        instelling.write_text(_PROFIEL, encoding="utf-8")
    return profiel


def _end(proces: subprocess.Popen[bytes]) -> None:
    """End the process and what it started, by their own numbers."""
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
