"""The pictures of a Word document and where they stood, for a page set anew."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree
from PIL import Image, UnidentifiedImageError

from modellen.plaats import InAlinea
from pipeline.pdf.omzetten.beelden import cut_picture
from pipeline.pdf.omzetten.pakket import read_part, read_targets
from pipeline.pdf.omzetten.woordxml import MC, WP, A, R, W, parse, switch
from pipeline.pdf.zetwerk.platen import make_plate
from pipeline.pdf.zetwerk.stuk import VOORAAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from modellen.document import Document
    from pipeline.pdf.zetwerk.platen import Plaat

_HOOFD = "word/document.xml"
_DUIZENDSTE = 100_000
_PER_PUNT = 12_700
_PER_PIXEL = 72 / 96
_WEG = (f"{MC}Fallback", f"{W}del", f"{W}moveFrom")
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_BEELD = (
    f"{A}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
    f"{{{_DRAWINGML}/chart}}chart",
    f"{{{_DRAWINGML}/diagram}}relIds",
)
"""What stands where a picture is; charts and diagrams are told, not drawn."""


def find_pictures(document: Document, pad: Path) -> dict[int, list[Plaat | None]]:
    """The pictures behind each block, by where the block begins.

    Pictures before all text count at ``VOORAAN``; ``None`` is one that is drawn in
    another way than in pixels. A cell that holds nothing else is left out, for there is
    no block to put it at.
    """
    try:
        with zipfile.ZipFile(pad) as archief:
            return _find(document, archief)
    except (zipfile.BadZipFile, KeyError, OSError, etree.XMLSyntaxError, RuntimeError):
        return {}


def _find(
    document: Document, archief: zipfile.ZipFile
) -> dict[int, list[Plaat | None]]:
    wortel = parse(read_part(archief, _HOOFD)).find(f"{W}body")
    if wortel is None:
        return {}
    doelen = {n: deel for n, (_, deel) in read_targets(archief, _HOOFD).items()}
    begin = {
        b.plaats.pad: b.begin
        for b in reversed(document.blokken)
        if isinstance(b.plaats, InAlinea) and not b.verborgen
    }
    laatste: dict[str, int] = {"": VOORAAN}
    uit: dict[int, list[Plaat | None]] = {}
    for plek, beelden in _paragraphs(wortel, "document/body"):
        cel = plek.rpartition("/tc[")[0] and plek.rpartition("/p[")[0]
        if plek in begin:
            laatste[cel] = begin[plek]
        if beelden and cel in laatste:
            platen = [_plate(b, doelen, archief) for b in beelden]
            uit.setdefault(laatste[cel], []).extend(platen)
    return uit


def _plate(
    beeld: etree._Element, doelen: dict[str, str], archief: zipfile.ZipFile
) -> Plaat | None:
    """A picture as it is shown: cut, and of the size it has on the page."""
    naam = beeld.get(f"{R}embed") or beeld.get(f"{R}id") or ""
    try:
        ruw = read_part(archief, doelen[naam])
        with Image.open(BytesIO(cut_picture(ruw, _cut_edges(beeld)) or ruw)) as plaat:
            plaat.load()
            rij = [max(1.0, g * _PER_PIXEL) for g in plaat.size]
            breed, hoog = _size(beeld) or (rij[0], rij[1])
            return make_plate(plaat, breed, hoog)
    except (KeyError, UnidentifiedImageError, OSError, ValueError):
        return None
    except Image.DecompressionBombError:
        return None


def _cut_edges(beeld: etree._Element) -> list[float]:
    """The parts of a picture that are not shown: left, top, right and bottom."""
    ouder = beeld.getparent()
    rand = None if ouder is None else ouder.find(f"{A}srcRect")
    if rand is None:
        return [0.0] * 4
    return [int(rand.get(z, "0") or 0) / _DUIZENDSTE for z in "ltrb"]


def _size(beeld: etree._Element) -> tuple[float, float] | None:
    """Width and height in points on the page, where the document says them."""
    houder = next(beeld.iterancestors(f"{WP}inline", f"{WP}anchor"), None)
    maat = None if houder is None else houder.find(f"{WP}extent")
    if maat is None:
        return None
    breed, hoog = (int(maat.get(k, "0")) / _PER_PUNT for k in ("cx", "cy"))
    return (breed, hoog) if breed > 0 and hoog > 0 else None


def _paragraphs(
    ouder: etree._Element, pad: str
) -> Iterator[tuple[str, list[etree._Element]]]:
    """Every paragraph with its path, as the reader of Word files writes it."""
    tellers: dict[str, int] = {}
    for kind in ouder.iterchildren("{*}*"):
        naam = str(kind.tag).rpartition("}")[2]
        tellers[naam] = tellers.get(naam, 0) + 1
        hier = f"{pad}/{naam}[{tellers[naam]}]"
        if kind.tag == f"{W}p":
            yield hier, [b for b in kind.iter(*_BEELD) if _is_shown(b)]
        else:
            yield from _paragraphs(kind, hier)


def _is_shown(beeld: etree._Element) -> bool:
    """Whether it is shown: not deleted, hidden, or in the form for old programs."""
    if next(beeld.iterancestors(*_WEG), None) is not None:
        return False
    houder = next(beeld.iterancestors(f"{WP}inline", f"{WP}anchor"), None)
    eigen = None if houder is None else houder.find(f"{WP}docPr")
    if eigen is not None and eigen.get("hidden", "0") in {"1", "true", "on"}:
        return False
    return not any(
        switch(loop.find(f"{W}rPr"), "vanish") for loop in beeld.iterancestors(f"{W}r")
    )
