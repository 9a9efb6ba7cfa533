"""A sheet on which each code of a font stands alone, drawn and read by pdfium."""

from __future__ import annotations

import sys
from ctypes import byref, c_double
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.pdf.letterproef.vorm import make_shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.letterproef.vorm import Vorm

CEL, MAAT = 64, 36
"""Points of a place on the sheet, and the size of the letter in it."""

LINKS, BASIS = 14, 20
KOLOMMEN = 16
MEEST = 512
"""Codes on one sheet; more take another."""


class Proefteken(NamedTuple):
    """A code, the text that a reader gets for it, and the shape that an eye sees."""

    code: int
    tekst: str
    vorm: Vorm


def print_sheet(font: Any, codes: Sequence[int], breed: int) -> Iterator[Proefteken]:
    """The codes of a font that draw anything; a code is so many bytes (``breed``).

    Raises ``PdfiumError`` or ``PdfError`` when the font cannot be drawn.
    """
    for begin in range(0, len(codes), MEEST):
        deel = codes[begin : begin + MEEST]
        yield from _read_sheet(_make_sheet(font, deel, breed), deel)


def _make_sheet(font: Any, codes: Sequence[int], breed: int) -> bytes:
    rijen = -(-len(codes) // KOLOMMEN)
    uit = BytesIO()
    with pikepdf.new() as pdf:
        vel = pdf.add_blank_page(page_size=(KOLOMMEN * CEL, rijen * CEL))
        letters = pikepdf.Dictionary(F=pdf.copy_foreign(font))
        vel.obj.Resources = pikepdf.Dictionary(Font=letters)
        vel.obj.Contents = pdf.make_stream(_commands(codes, breed, rijen).encode())
        pdf.save(uit)
    return uit.getvalue()


def _commands(codes: Sequence[int], breed: int, rijen: int) -> str:
    regels = []
    for nummer, code in enumerate(codes):
        rij, kolom = divmod(nummer, KOLOMMEN)
        x, y = kolom * CEL, (rijen - 1 - rij) * CEL
        regels.append(
            f"q {x} {y} {CEL} {CEL} re W n BT /F {MAAT} Tf {x + LINKS} {y + BASIS} Td "
            f"<{code:0{2 * breed}X}> Tj ET Q"
        )
    return "\n".join(regels)


def _read_sheet(inhoud: bytes, codes: Sequence[int]) -> Iterator[Proefteken]:
    with pypdfium2.PdfDocument(inhoud) as document:
        bladzijde = document[0]
        beeld = bladzijde.render(scale=1, grayscale=True).to_pil().convert("L")
        teksten = [""] * len(codes)
        for teken, x, y in _read_text(bladzijde):
            kolom, rij = int(x // CEL), int((beeld.height - y) // CEL)
            plek = rij * KOLOMMEN + kolom
            if 0 <= kolom < KOLOMMEN and 0 <= plek < len(codes):
                teksten[plek] += teken
        bladzijde.close()
    for plek, code in enumerate(codes):
        rij, kolom = divmod(plek, KOLOMMEN)
        doos = (kolom * CEL, rij * CEL, (kolom + 1) * CEL, (rij + 1) * CEL)
        vorm = make_shape(beeld.crop(doos))
        if vorm is not None:
            yield Proefteken(code, teksten[plek].strip(), vorm)


def _read_text(bladzijde: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float]]:
    """What a reader gets, character by character, and where on the baseline."""
    tekst = bladzijde.get_textpage()
    x, y = c_double(), c_double()
    for nummer in range(tekst.count_chars()):
        code = pdfium.FPDFText_GetUnicode(tekst.raw, nummer)
        pdfium.FPDFText_GetCharOrigin(tekst.raw, nummer, byref(x), byref(y))
        yield chr(code) if code <= sys.maxunicode else "\ufffd", x.value, y.value
    tekst.close()
