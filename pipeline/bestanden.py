"""Files written whole or not at all, and archives that hold no clock."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from pipeline.errors import InstellingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from openpyxl import Workbook

VOL = "De schijf is vol. Maak ruimte en"
_NUL = (1980, 1, 1, 0, 0, 0)
_EERST = ("[Content_Types].xml", "mimetype")


def write_whole(doel: Path, inhoud: bytes) -> Path:
    """Write a file beside its place and move it there; gives the place.

    Raises ``InstellingError`` when that cannot be done, as when the file is open.
    """
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}.tmp")
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(doel)
    except OSError as fout:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        raad = VOL if is_full(fout) else "Staat het nog open? Sluit het en"
        raise InstellingError(
            f"{doel} kan niet worden geschreven ({fout.strerror}). {raad} voer "
            "dezelfde opdracht nog eens uit."
        ) from None
    return doel


def is_full(fout: OSError) -> bool:
    """Whether what went wrong is that the disk has no room."""
    return fout.errno in {errno.ENOSPC, errno.EDQUOT}


def workbook_bytes(boek: Workbook, vandaag: date) -> bytes:
    """A workbook as a file, the same bytes each time it holds the same."""
    moment = datetime.combine(vandaag, time())
    boek.properties.creator = "verwerk"
    boek.properties.created = boek.properties.modified = moment
    ruw = io.BytesIO()
    boek.save(ruw)
    return fix_archive(ruw.getvalue(), vandaag)


def fix_archive(inhoud: bytes, vandaag: date) -> bytes:
    """The same zip with fixed times and order; office files say they are of a day."""
    delen = unpack(inhoud)
    kern = "docProps/core.xml"
    if kern in delen:
        delen[kern] = _fix_moment(delen[kern], vandaag)
    return pack(delen)


def unpack(inhoud: bytes) -> dict[str, bytes]:
    """The parts of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron:
        return {naam: bron.read(naam) for naam in bron.namelist()}


def pack(delen: Mapping[str, bytes]) -> bytes:
    """A zip of named parts, without a clock and in the order of their names."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam in sorted(delen, key=lambda n: (n not in _EERST, n)):
            kop = zipfile.ZipInfo(naam, _NUL)
            kop.compress_type = zipfile.ZIP_DEFLATED
            archief.writestr(kop, delen[naam])
    return uit.getvalue()


def _fix_moment(deel: bytes, vandaag: date) -> bytes:
    for veld in (b"<dcterms:created", b"<dcterms:modified"):
        begin = deel.find(veld)
        van = deel.find(b">", begin) + 1
        tot = deel.find(b"<", van)
        if begin >= 0 and tot >= van:
            deel = deel[:van] + f"{vandaag:%Y-%m-%d}T00:00:00Z".encode() + deel[tot:]
    return deel
