"""Workbooks that are the same bytes each time they hold the same."""

from __future__ import annotations

import io
import os
import re
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from pipeline.errors import InstellingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from openpyxl import Workbook

_NUL = (1980, 1, 1, 0, 0, 0)


def save_werkmap(
    boek: Workbook,
    doel: Path,
    *,
    vandaag: date,
    waarden: Mapping[int, Mapping[str, float]] | None = None,
) -> None:
    """Write a workbook: whole or not at all, without the time of the clock.

    ``waarden`` gives per sheet (from 1) what its formulas amount to.
    Raises ``InstellingError`` when the file cannot be written, as when it is open.
    """
    moment = datetime.combine(vandaag, time())
    boek.properties.creator = "verwerk"
    boek.properties.created = boek.properties.modified = moment
    ruw = io.BytesIO()
    boek.save(ruw)
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}.tmp")
    try:
        tijdelijk.write_bytes(_fix_parts(ruw.getvalue(), moment, waarden or {}))
        tijdelijk.replace(doel)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise InstellingError(
            f"{doel} kan niet worden geschreven ({fout.strerror}). Staat het nog open? "
            "Sluit het en voer dezelfde opdracht nog eens uit."
        ) from None


def _fix_parts(
    inhoud: bytes, moment: datetime, waarden: Mapping[int, Mapping[str, float]]
) -> bytes:
    """The same archive with fixed times, and formulas with what they amount to."""
    bladen = {f"xl/worksheets/sheet{nr}.xml": w for nr, w in waarden.items()}
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
            if naam in bladen:
                deel = _fill_values(deel, bladen[naam])
            nieuw.writestr(ding, deel)
    return uit.getvalue()


def _fill_values(deel: bytes, waarden: Mapping[str, float]) -> bytes:
    """A sheet in which each formula has its result beside it."""

    def fill(m: re.Match[bytes]) -> bytes:
        waarde = waarden.get(m[2].decode())
        if waarde is None:
            return m[0]
        return m[1] + f"<v>{waarde:.15g}</v>".encode()

    return _FORMULE.sub(fill, deel)


_FORMULE = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)')
_EERST = "[Content_Types].xml"


def _fix_modified(deel: bytes, moment: datetime) -> bytes:
    begin = deel.find(b"<dcterms:modified")
    van = deel.find(b">", begin) + 1
    tot = deel.find(b"<", van)
    if begin < 0 or tot < van:
        return deel
    return deel[:van] + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + deel[tot:]
