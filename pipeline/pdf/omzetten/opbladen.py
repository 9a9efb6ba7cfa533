"""What is on the sheets of a workbook beside cells: drawings, and head and foot."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from modellen.document import Zone
from modellen.plaats import InCel
from pipeline.bladrand import read_margins
from pipeline.pdf.omzetten.pakket import read_part, read_targets
from pipeline.pdf.omzetten.woordxml import R, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modellen.document import Document

_BOEK = "xl/workbook.xml"
_ANKERS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """How many charts, pictures and shapes lie on a sheet; its head and foot."""

    tekeningen: int
    boven: tuple[str, ...]
    onder: tuple[str, ...]


def read_surroundings(inhoud: bytes) -> dict[str, Omgeving]:
    """What each sheet has beside its cells, by its name.

    A file that cannot be read has none.
    """
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            return {naam: _read(archief, deel) for naam, deel in _sheets(archief)}
    except (zipfile.BadZipFile, KeyError, OSError, etree.XMLSyntaxError, RuntimeError):
        return {}


def count_drawings(inhoud: bytes) -> dict[str, int]:
    """How many charts, pictures and shapes lie on the sheets that have some."""
    return {
        naam: om.tekeningen
        for naam, om in read_surroundings(inhoud).items()
        if om.tekeningen
    }


def find_empty_spots(
    document: Document, geteld: Mapping[str, int]
) -> dict[int, list[None]]:
    """As many pictures that cannot be shown behind the last cell of each sheet."""
    laatste = {
        b.plaats.blad: b.begin
        for b in document.blokken
        if isinstance(b.plaats, InCel)
        and b.zone is Zone.HOOFDTEKST  # a comment on a cell is not set
        and not b.verborgen
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


def _read(archief: zipfile.ZipFile, deel: str) -> Omgeving:
    boven, onder = read_margins(parse(read_part(archief, deel)))
    return Omgeving(tekeningen=_count(archief, deel), boven=boven, onder=onder)


def _count(archief: zipfile.ZipFile, deel: str) -> int:
    tekeningen = [d for s, d in read_targets(archief, deel).values() if s == "drawing"]
    return sum(
        etree.QName(kind).localname in _ANKERS
        for tekening in tekeningen
        for kind in parse(read_part(archief, tekening)).iterchildren("{*}*")
    )
