"""Where the pictures of a Word document stood, for a page that cannot show them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from modellen.plaats import InAlinea
from pipeline.pdf.omzetten.woordxml import MC, A, W, parse
from pipeline.pdf.zetwerk.stuk import VOORAAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from modellen.document import Document

_HOOFD = "word/document.xml"
_MEESTE_BYTES = 256 * 1024 * 1024
_BEELD = (f"{A}blip", "{urn:schemas-microsoft-com:vml}imagedata")


def find_pictures(document: Document, pad: Path) -> dict[int, int]:
    """The number of pictures behind each block, by where the block begins.

    Pictures before all text count at ``VOORAAN``. A cell that holds nothing else is
    left out, for there is no block to put it at.
    """
    wortel = _body(pad)
    if wortel is None:
        return {}
    begin = {
        b.plaats.pad: b.begin
        for b in reversed(document.blokken)
        if isinstance(b.plaats, InAlinea) and not b.verborgen
    }
    laatste: dict[str, int] = {"": VOORAAN}
    uit: dict[int, int] = {}
    for plek, aantal in _paragraphs(wortel, "document/body"):
        cel = plek.rpartition("/tc[")[0] and plek.rpartition("/p[")[0]
        if plek in begin:
            laatste[cel] = begin[plek]
        if aantal and cel in laatste:
            uit[laatste[cel]] = uit.get(laatste[cel], 0) + aantal
    return uit


def _body(pad: Path) -> etree._Element | None:
    try:
        with zipfile.ZipFile(pad) as archief:
            if archief.getinfo(_HOOFD).file_size > _MEESTE_BYTES:
                return None
            return parse(archief.read(_HOOFD)).find(f"{W}body")
    except (zipfile.BadZipFile, KeyError, OSError, etree.XMLSyntaxError, RuntimeError):
        return None


def _paragraphs(ouder: etree._Element, pad: str) -> Iterator[tuple[str, int]]:
    """Every paragraph with its path, as the reader of Word files writes it."""
    tellers: dict[str, int] = {}
    for kind in ouder.iterchildren("{*}*"):
        naam = str(kind.tag).rpartition("}")[2]
        tellers[naam] = tellers.get(naam, 0) + 1
        hier = f"{pad}/{naam}[{tellers[naam]}]"
        if kind.tag == f"{W}p":
            yield hier, sum(1 for b in kind.iter(*_BEELD) if _is_shown(b))
        else:
            yield from _paragraphs(kind, hier)


def _is_shown(beeld: etree._Element) -> bool:
    """Whether it stands in the form that is shown, not in that for old programs."""
    return next(beeld.iterancestors(f"{MC}Fallback", f"{W}del"), None) is None
