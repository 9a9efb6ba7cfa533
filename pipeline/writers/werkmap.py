"""Workbooks that are the same bytes each time they hold the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.bestanden import pack, unpack, workbook_bytes, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from openpyxl import Workbook


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
    delen = unpack(workbook_bytes(boek, vandaag))
    for nummer, uitkomsten in (waarden or {}).items():
        naam = f"xl/worksheets/sheet{nummer}.xml"
        delen[naam] = _fill_values(delen[naam], uitkomsten)
    write_whole(doel, pack(delen))


def _fill_values(deel: bytes, waarden: Mapping[str, float]) -> bytes:
    """A sheet in which each formula has its result beside it."""

    def fill(m: re.Match[bytes]) -> bytes:
        waarde = waarden.get(m[2].decode())
        if waarde is None:
            return m[0]
        return m[1] + f"<v>{waarde:.15g}</v>".encode()

    return _FORMULE.sub(fill, deel)


_FORMULE = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)')
