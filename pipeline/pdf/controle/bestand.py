"""The file under test, read with libraries that did not write it."""

from __future__ import annotations

from array import array
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSException, PSLiteral

from pipeline.geheugen import give_back
from pipeline.pdf.controle.namen import STANDAARD
from pipeline.pdf.controle.tweede import Tweedelezer, is_in_doubt, read_drawn
from pipeline.pdf.lettervakken import read_by_font, read_chars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.lakken import Geplaatst, Lakuitslag
    from pipeline.pdf.lettervakken import Teken

BLADEN = 250
"""Pages that are read before the library forgets."""

STREK = 500
"""Objects that are read before the library forgets."""

_BENOEMD = {
    "Font",
    "XObject",
    "ExtGState",
    "ColorSpace",
    "Pattern",
    "Shading",
    "Properties",
    "ClassMap",
    "RoleMap",
}
_NOEMT = {"S", "C", "Name"}
"""Where a file calls things by names of somebody's choice."""

_PIXELFILTERS = {"FlateDecode", "LZWDecode", "RunLengthDecode", "CCITTFaxDecode"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A page: its size as shown in points, its characters before and as written.

    ``tweede`` is what another library reads on it as written, where that is in doubt.
    """

    nummer: int
    maat: tuple[float, float]
    voor: list[Teken]
    na: list[Teken]
    letterlijk: list[Teken] | None = None
    tweede: str = ""

    @property
    def geschreven(self) -> list[Teken]:
        """The characters as written, letter by letter."""
        return self.na if self.letterlijk is None else self.letterlijk


@dataclass(frozen=True, kw_only=True)
class Proef:
    """What was there, what is written, what was marked, and what may occur nowhere.

    ``origineel`` is the file as it went into the engine. ``toegevoegd`` is the number
    of pages, such as a legend, that were put behind it. ``letterlijk`` are both files
    without what is read in place of letters, where that had to go: a reader gives such
    words the place of the whole line, so they can only be compared without. ``stap`` is
    the grid of the boxes in points: words may move half of it.
    """

    origineel: bytes
    gelakt: bytes
    uitslag: Lakuitslag
    naalden: Sequence[str]
    opschriften: Sequence[str]
    toegevoegd: int = 0
    letterlijk: tuple[bytes, bytes] | None = None
    stap: float = 1.0

    @cached_property
    def _per_pagina(self) -> dict[int, array[int]]:
        """Where the boxes of each page stand in the account."""
        kaart: dict[int, array[int]] = {}
        for plek, vak in enumerate(self.uitslag.geplaatst):
            kaart.setdefault(vak.pagina, array("L")).append(plek)
        return kaart

    def vakken_op(self, pagina: int) -> list[Geplaatst]:
        """The boxes of a page, from 1."""
        vakken = self.uitslag.geplaatst
        return [vakken[plek] for plek in self._per_pagina.get(pagina, ())]

    @cached_property
    def aantallen(self) -> tuple[int, int]:
        """The number of pages before and as written."""
        with (
            pypdfium2.PdfDocument(self.origineel) as voor,
            pypdfium2.PdfDocument(self.gelakt) as na,
        ):
            return len(voor), len(na)

    def pages(self) -> Iterator[Blad]:
        """The pages as written, one at a time, each with what was there before."""
        for deel in self.stretches():
            yield from self._stretch(deel)
            give_back()

    def stretches(self) -> Iterator[range]:
        """The pages as written, from 0, as many at once as are read in one go."""
        aantal = self.aantallen[1]
        for begin in range(0, aantal, BLADEN):
            yield range(begin, min(begin + BLADEN, aantal))

    def _stretch(self, nummers: range) -> Iterator[Blad]:
        """A stretch of the pages; what the library read is forgotten after it."""
        voor_plat, na_plat = self.letterlijk or (self.origineel, None)
        with (
            pypdfium2.PdfDocument(voor_plat) as voor,
            pypdfium2.PdfDocument(self.gelakt) as na,
            pypdfium2.PdfDocument(na_plat or self.gelakt) as plat,
        ):
            tweede = Tweedelezer(self.gelakt, nummers.start)
            for nummer in nummers:
                er_was, geschreven = nummer < len(voor), _chars(na, nummer)
                tekst = "".join(t.tekst for t in geschreven)
                yield Blad(
                    nummer=nummer + 1,
                    maat=na.get_page_size(nummer),
                    voor=_chars(voor, nummer) if er_was else [],
                    na=geschreven,
                    letterlijk=_chars(plat, nummer) if na_plat else None,
                    tweede=tweede.read(nummer) if is_in_doubt(tekst) else "",
                )

    @cached_property
    def per_letter(self) -> dict[str, str]:
        """The characters that are shown in each font, by its name."""
        getoond: dict[str, set[str]] = {}
        for deel in self.stretches():
            with pypdfium2.PdfDocument(self.gelakt) as document:
                for naam, tekst in read_by_font(document, deel).items():
                    getoond.setdefault(naam, set()).update(tekst)
            give_back()
        return {naam: "".join(sorted(tekens)) for naam, tekens in getoond.items()}

    @cached_property
    def drawn(self) -> dict[str, set[str]]:
        """The characters that are drawn in each font, as another library reads them."""
        return read_drawn(self.gelakt)

    def objects(self) -> Iterator[Any]:
        """Every object of the written file, by its number; none of them is kept.

        The library remembers all it read, so it begins anew after each stretch.
        """
        nummers = sorted({n for x in self._reader().xrefs for n in x.get_objids()})
        for begin in range(0, len(nummers), STREK):
            if begin:  # the reader before this one holds on to itself
                give_back(kringen=True)
            lezer = self._reader()
            for nummer in nummers[begin : begin + STREK]:
                with suppress(PDFException, PSException, KeyError, ValueError):
                    yield lezer.getobj(nummer)
        yield dict(self._reader().catalog)

    def _reader(self) -> PDFDocument:
        return PDFDocument(PDFParser(BytesIO(self.gelakt)))


def decoded(ding: Any) -> bytes:
    """The content of a stream as it reads; nothing for pixels and other things."""
    if isinstance(ding, PDFStream) and not _is_pixels(ding):
        with suppress(PDFException, PSException, ValueError, KeyError):
            return bytes(ding.get_data())
    return b""


def _is_pixels(stroom: PDFStream) -> bool:
    """Whether a stream unpacks to bare pixels: no place for words, and perhaps vast."""
    if getattr(resolve1(stroom.attrs.get("Subtype")), "name", "") != "Image":
        return False
    filters = resolve1(stroom.attrs.get("Filter"))
    rij = filters if isinstance(filters, list) else [filters]
    return all(getattr(resolve1(f), "name", "") in _PIXELFILTERS for f in rij)


def _chars(document: pypdfium2.PdfDocument, nummer: int) -> list[Teken]:
    bladzijde = document[nummer]
    try:
        return read_chars(bladzijde)
    finally:
        bladzijde.close()


def strings(ding: Any, diepte: int = 0) -> Iterator[str]:
    """Every string and name in an object, as text."""
    if diepte > 40:  # noqa: PLR2004 deeper is a circle
        return
    if isinstance(ding, bytes):
        yield decode_string(ding)
    elif isinstance(ding, PSLiteral):
        yield from _own_name(ding.name)
    elif isinstance(ding, PDFStream):
        yield from strings(ding.attrs, diepte + 1)
    elif isinstance(ding, dict):
        for sleutel, waarde in ding.items():
            yield from _own_name(sleutel)
            yield from strings(waarde, diepte + 1)
    elif isinstance(ding, list):
        for deel in ding:
            yield from strings(deel, diepte + 1)


def given_names(ding: Any, diepte: int = 0) -> Iterator[str]:
    """What somebody called the resources, classes and types in an object."""
    kaart = ding.attrs if isinstance(ding, PDFStream) else ding
    if isinstance(kaart, list):
        for deel in kaart:
            yield from given_names(deel, diepte + 1)
    if not isinstance(kaart, dict) or diepte > 40:  # noqa: PLR2004 deeper is a circle
        return
    for sleutel, waarde in kaart.items():
        if sleutel in _BENOEMD and isinstance(waarde, dict):
            yield from (str(naam) for naam in waarde)
        if sleutel in _NOEMT and isinstance(waarde, PSLiteral):
            yield str(waarde.name)
        yield from given_names(waarde, diepte + 1)


def _own_name(naam: object) -> Iterator[str]:
    """A name that somebody gave; none for a name of PDF itself."""
    if str(naam) not in STANDAARD:
        yield str(naam)


def decode_string(ruw: bytes) -> str:
    """A text string of a PDF: UTF-16 or UTF-8 by its mark, else as Latin text."""
    if ruw.startswith(b"\xfe\xff"):
        return ruw[2:].decode("utf-16-be", "replace")
    if ruw.startswith(b"\xff\xfe"):
        return ruw[2:].decode("utf-16-le", "replace")
    if ruw.startswith(b"\xef\xbb\xbf"):
        return ruw[3:].decode("utf-8", "replace")
    return ruw.decode("latin-1")
