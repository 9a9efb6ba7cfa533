"""The same bytes each time: packages without the clock of the machine."""

from __future__ import annotations

import io
import os
import re
import zipfile
from typing import TYPE_CHECKING

from pipeline.errors import InstellingError

if TYPE_CHECKING:
    from pathlib import Path

_MOMENT = (1980, 1, 1, 0, 0, 0)
_TIJD = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def fix_package(inhoud: bytes, stempel: str) -> bytes:
    """An office package with one moment for all its parts: a day in ISO."""
    tijd = f"{stempel}T12:00:00Z".encode()
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        for naam in bron.namelist():
            deel = bron.read(naam)
            if naam == "docProps/core.xml":
                deel = _TIJD.sub(rb"\g<1>" + tijd + rb"\g<2>", deel)
            info = zipfile.ZipInfo(naam, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(info, deel)
    return uit.getvalue()


def write_whole(doel: Path, inhoud: bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises ``InstellingError`` when it may not be written, as when Word has it open.
    """
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}.tmp")
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(doel)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise InstellingError(
            f"{doel} kan niet worden geschreven. Sluit het bestand als het open staat "
            "in Word of Excel, en controleer of u in de map mag schrijven."
        ) from fout
