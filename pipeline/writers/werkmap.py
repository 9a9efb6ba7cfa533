"""Workbooks that are the same bytes each time they hold the same."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from pipeline.errors import InstellingError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from openpyxl import Workbook

_NUL = (1980, 1, 1, 0, 0, 0)


def save_werkmap(boek: Workbook, doel: Path, *, vandaag: date) -> None:
    """Write a workbook: whole or not at all, without the time of the clock.

    Raises ``InstellingError`` when the file cannot be written, as when it is open.
    """
    moment = datetime.combine(vandaag, time())
    boek.properties.creator = "verwerk"
    boek.properties.created = boek.properties.modified = moment
    ruw = io.BytesIO()
    boek.save(ruw)
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}.tmp")
    try:
        tijdelijk.write_bytes(_fix_times(ruw.getvalue(), moment))
        tijdelijk.replace(doel)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise InstellingError(
            f"{doel} kan niet worden geschreven ({fout.strerror}). Staat het nog open? "
            "Sluit het en voer dezelfde opdracht nog eens uit."
        ) from None


def _fix_times(inhoud: bytes, moment: datetime) -> bytes:
    """The same archive with fixed times; openpyxl stamps the moment of saving."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw,
    ):
        for naam in sorted(bron.namelist(), key=lambda n: (n != _EERST, n)):
            ding = zipfile.ZipInfo(naam, _NUL)
            ding.compress_type = zipfile.ZIP_DEFLATED
            deel = bron.read(naam)
            if naam == "docProps/core.xml":
                deel = _fix_modified(deel, moment)
            nieuw.writestr(ding, deel)
    return uit.getvalue()


_EERST = "[Content_Types].xml"


def _fix_modified(deel: bytes, moment: datetime) -> bytes:
    begin = deel.find(b"<dcterms:modified")
    van = deel.find(b">", begin) + 1
    tot = deel.find(b"<", van)
    if begin < 0 or tot < van:
        return deel
    return deel[:van] + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + deel[tot:]
