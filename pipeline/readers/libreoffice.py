"""Old and foreign office files, made docx or xlsx by LibreOffice when it is there."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import HulpprogrammaError, InvoerError
from pipeline.pdf.kantoorprogramma import find_office as find_libreoffice
from pipeline.pdf.kantoorprogramma import run_office
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


def _through(doel: str, pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    naam = bron.bestand.rsplit("/", 1)[-1]
    if find_libreoffice() is None:
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
        _convert(bronbestand, doel, werk, _time(grenzen))
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


def _convert(bron: Path, doel: str, werk: Path, seconden: float) -> None:
    """Run LibreOffice; what the reader of a message can do is said in our own words."""
    try:
        run_office(doel, [bron], werk, seconden)
    except HulpprogrammaError:
        raise InvoerError(
            f"LibreOffice had meer dan {seconden:.0f} seconden nodig. Open het bestand "
            f"zelf en sla het op als {doel}."
        ) from None
