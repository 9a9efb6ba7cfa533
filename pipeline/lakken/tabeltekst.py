"""The rows of a table in a text file, in whatever encoding a spreadsheet wrote it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from pipeline.errors import GebruikError

if TYPE_CHECKING:
    from pathlib import Path

_MERK = "\ufeff"
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_VOL = 0.3
"""The part of all bytes that is zero in a text of which each letter takes two."""


def read_rows(pad: Path) -> list[list[str]]:
    """The rows of a table with semicolons, commas or tabs between its cells.

    Raises ``GebruikError`` when it is no text, or no table.
    """
    tekst = decode(pad).lstrip(_MERK).replace("\r\n", "\n").replace("\r", "\n")
    if tekst.lower().startswith("sep="):  # a line for Excel alone
        tekst = tekst.partition("\n")[2]
    eerste = tekst.partition("\n")[0]
    teken = max(";,\t", key=eerste.count)
    try:
        return list(csv.reader(io.StringIO(tekst), delimiter=teken))
    except csv.Error as fout:
        raise GebruikError(
            f"{pad.name} is als tabel niet te lezen: de aanhalingstekens of de lengte "
            "van een cel kloppen niet. Open het in een rekenblad en bewaar het opnieuw "
            "als csv (UTF-8)."
        ) from fout


def decode(pad: Path) -> str:
    """The text of a file in UTF-8, UTF-16 or the Windows encoding.

    Raises ``GebruikError`` when it is none of these.
    """
    ruw = pad.read_bytes()
    vorm = _UTF16.get(ruw[:2]) or _guess_utf16(ruw)
    try:
        tekst = ruw.decode(vorm or "utf-8-sig")
    except UnicodeDecodeError as fout:
        if vorm is not None:
            raise GebruikError(
                f"{pad.name} is in UTF-16 (Unicode-tekst) geschreven, maar onvolledig. "
                "Bewaar het opnieuw als csv (UTF-8)."
            ) from fout
        tekst = ruw.decode("cp1252", "replace")
    if "\0" in tekst:
        raise GebruikError(
            f"{pad.name} is geen tekst maar een ander soort bestand. Bewaar de lijst "
            "in een rekenblad als csv (UTF-8) en geef dat bestand."
        )
    return tekst


def _guess_utf16(ruw: bytes) -> str | None:
    """UTF-16 without a mark at its begin: of most pairs of bytes one side is zero."""
    if len(ruw) % 2 or not ruw:
        return None
    links, rechts = ruw[::2].count(0), ruw[1::2].count(0)
    if rechts > links and rechts > _VOL * len(ruw):
        return "utf-16-le"
    return "utf-16-be" if links > _VOL * len(ruw) else None
