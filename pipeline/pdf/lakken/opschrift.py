"""The font of the codes on the boxes: small, embedded, with its characters readable.

It holds only digits, letters and a few signs; the file is made from Liberation Sans
under the SIL Open Font License and carries another name, as that licence asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from pipeline.pdf.hulpproces import VEEL
from pipeline.pdf.lakken.codes import write_tounicode
from pipeline.pdf.lakken.opschriftknip import cut_apart, cut_here, font_file


@dataclass(frozen=True, slots=True)
class Opschriftletter:
    """The label font: bytes for a code, and how wide they are for a size of 1."""

    breedtes: tuple[float, ...]

    def encode(self, tekst: str) -> bytes:
        """The bytes of a code in this font."""
        return tekst.encode("cp1252", "replace")

    def width(self, tekst: str) -> float:
        """The width of a code for a size of 1."""
        return sum(self.breedtes[b] for b in self.encode(tekst))


@lru_cache(maxsize=1)
def open_label_font() -> Opschriftletter:
    """The label font, measured."""
    font = TTFont(BytesIO(font_file()))
    kaart, maten = font.getBestCmap(), font["hmtx"]
    em = font["head"].unitsPerEm
    breedtes = []
    for code in range(256):
        teken = bytes([code]).decode("cp1252", "replace")
        naam = kaart.get(ord(teken))
        # As a document tells its widths: what a reader adds up is what we add up.
        breedtes.append(round(maten[naam][0] / em * 1000) / 1000 if naam else 0.0)
    return Opschriftletter(tuple(breedtes))


def embed_label_font(pdf: pikepdf.Pdf, tekens: str) -> Any:
    """A font dictionary in a document that holds just these characters."""
    letter = open_label_font()
    klein, doos, em = _subset(tekens, apart=len(pdf.pages) > VEEL)
    stroom = pdf.make_stream(klein, Length1=len(klein))
    beschrijving = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/VWKLAK+VerwerkOpschrift"),
        Flags=32,
        FontBBox=[round(w / em * 1000) for w in doos],
        ItalicAngle=0,
        Ascent=905,
        Descent=-212,
        CapHeight=716,
        StemV=80,
        FontFile2=stroom,
    )
    codes = sorted(set(letter.encode(tekens)))
    tekens_van = {c: bytes([c]).decode("cp1252", "replace") for c in codes}
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name("/VWKLAK+VerwerkOpschrift"),
            FirstChar=codes[0],
            LastChar=codes[-1],
            Widths=[
                round(letter.breedtes[c] * 1000) if c in codes else 0
                for c in range(codes[0], codes[-1] + 1)
            ],
            Encoding=pikepdf.Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(beschrijving),
            ToUnicode=pdf.make_stream(write_tounicode(tekens_van, 1)),
        )
    )


def _subset(tekens: str, *, apart: bool) -> tuple[bytes, list[int], int]:
    klein = (cut_apart if apart else cut_here)(tekens)
    kop = TTFont(BytesIO(klein))["head"]
    return klein, [kop.xMin, kop.yMin, kop.xMax, kop.yMax], kop.unitsPerEm
