"""What lies on the sheets of a workbook: how many charts, pictures and shapes."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from modellen.plaats import InCel
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
    doelen = _targets(archief, _BOEK)
    for blad in parse(archief.read(_BOEK)).iter("{*}sheet"):
        deel = doelen.get(blad.get(f"{R}id", ""), ("", ""))[1]
        if deel:
            yield blad.get("name", ""), deel


def _count(archief: zipfile.ZipFile, deel: str) -> int:
    tekeningen = [d for s, d in _targets(archief, deel).values() if s == "drawing"]
    return sum(
        etree.QName(kind).localname in _ANKERS
        for tekening in tekeningen
        for kind in parse(archief.read(tekening)).iterchildren("{*}*")
    )


def _targets(archief: zipfile.ZipFile, deel: str) -> dict[str, tuple[str, str]]:
    """The kind and the part of each relation of a part, by its name."""
    map_, _, naam = deel.rpartition("/")
    try:
        wortel = parse(archief.read(f"{map_}/_rels/{naam}.rels"))
    except KeyError:
        return {}
    return {
        str(r.get("Id")): (
            str(r.get("Type", "")).rpartition("/")[2],
            posixpath.normpath(
                posixpath.join(f"/{map_}", str(r.get("Target", "")))
            ).lstrip("/"),
        )
        for r in wortel
        if r.get("TargetMode") != "External"
    }
