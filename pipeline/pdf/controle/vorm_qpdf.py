"""What qpdf says of the written file, where that program is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from modellen.lakken import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.controle.bestand import Proef

NAAM = "qpdf"
_SECONDEN = 600
_IN_ORDE = 0


def check_qpdf(proef: Proef) -> Iterator[Controle]:
    """Whether qpdf finds the file whole; nothing where it is not installed."""
    programma = shutil.which("qpdf")
    if programma is None:
        return
    with tempfile.TemporaryDirectory(prefix="verwerk-") as map_:
        pad = Path(map_, "uit.pdf")
        pad.write_bytes(proef.gelakt)
        klaar = subprocess.run(  # noqa: S603 a fixed command on a file of our own
            [programma, "--check", str(pad)],
            capture_output=True,
            timeout=_SECONDEN,
            check=False,
        )
    goed = klaar.returncode == _IN_ORDE
    yield Controle(
        naam=NAAM,
        geslaagd=goed,
        toelichting="qpdf vindt het bestand heel"
        if goed
        else "qpdf vindt fouten in het bestand",
    )
