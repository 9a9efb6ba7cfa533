"""What lies on the sheets of a workbook: how many charts, pictures and shapes."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from modellen.plaats import InCel
from pipeline.pdf.omzetten.pakket import read_part, read_targets
from pipeline.pdf.omzetten.woordxml import R, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modellen.document import Document

_BOEK = "xl/workbook.xml"
_ANKERS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})


def count_drawings(inhoud: bytes) -> dict[str, int]:
    """How many charts, pictures and shapes lie on each sheet, by the sheet's name.

    Sheets without any are left out; a file that cannot be read has none.
    """
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            geteld = {naam: _count(archief, deel) for naam, deel in _sheets(archief)}
    except (zipfile.BadZipFile, KeyError, OSError, etree.XMLSyntaxError, RuntimeError):
        return {}
    return {naam: aantal for naam, aantal in geteld.items() if aantal}


def find_empty_spots(
    document: Document, geteld: Mapping[str, int]
) -> dict[int, list[None]]:
    """As many pictures that cannot be shown behind the last cell of each sheet."""
    laatste = {
        b.plaats.blad: b.begin
        for b in document.blokken
        if isinstance(b.plaats, InCel) and not b.verborgen
    }
    return {
        laatste[blad]: [None] * aantal
        for blad, aantal in geteld.items()
        if blad in laatste
    }


def _sheets(archief: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    doelen = read_targets(archief, _BOEK)
    for blad in parse(read_part(archief, _BOEK)).iter("{*}sheet"):
        deel = doelen.get(blad.get(f"{R}id", ""), ("", ""))[1]
        if deel:
            yield blad.get("name", ""), deel


def _count(archief: zipfile.ZipFile, deel: str) -> int:
    tekeningen = [d for s, d in read_targets(archief, deel).values() if s == "drawing"]
    return sum(
        etree.QName(kind).localname in _ANKERS
        for tekening in tekeningen
        for kind in parse(read_part(archief, tekening)).iterchildren("{*}*")
    )
