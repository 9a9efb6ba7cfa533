"""The words laid over a picture of a page: not to be seen, and to be read.

Their font draws nothing. It holds the characters of its page and no others, so that any
character can stand in it and none stays behind.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from pipeline.pdf.lakken.codes import write_tounicode
from pipeline.pdf.lakken.labels import ZONDER, mark
from pipeline.pdf.lakken.vlak import make_op

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fontTools.ttLib.tables._g_l_y_f import Glyph

    from pipeline.pdf.lakken.stroom import Doos

NAAM = "/VwLaag"
_LETTER = "/VWKLAG+VerwerkLaag"
_BREED = 0.5
"""The width of every character for a size of 1."""

_EM = 1000


@dataclass(frozen=True)
class Tekstlaag:
    """Words with their boxes in the user space of a page that is turned when shown."""

    woorden: Sequence[tuple[str, Doos]]
    draai: int = 0
    namen: Sequence[Any] = ()
    """The tags of the page by the numbers of its marks; none on an untagged page."""
    labels: Sequence[int] = ()
    """The mark of each word; ``ZONDER`` where it has none."""

    @cached_property
    def _codes(self) -> dict[str, int]:
        tekens = sorted({t for w, _ in self.woorden for t in w} | {" "})
        return {teken: code for code, teken in enumerate(tekens, start=1)}

    def commands(self) -> list[Any]:
        """The operators that lay the words, in their marks; they end with a space."""
        groepen: dict[int, list[tuple[str, Doos]]] = defaultdict(list)
        labels = self.labels if self.namen else [ZONDER] * len(self.woorden)
        for woord, label in zip(self.woorden, labels, strict=True):
            groepen[label if label < len(self.namen) else ZONDER].append(woord)
        uit: list[Any] = []
        for label, woorden in groepen.items():
            uit += mark(label, self.namen, self._lay_all(woorden))
        for label in range(len(self.namen)):
            uit += [] if label in groepen else mark(label, self.namen, [])
        return uit

    def _lay_all(self, woorden: Sequence[tuple[str, Doos]]) -> list[Any]:
        uit = [make_op("BT"), make_op("Tr", 3)]
        for woord, doos in woorden:
            uit += self._lay(woord, doos)
        return [*uit, make_op("ET")]

    def _lay(self, woord: str, doos: Doos) -> list[Any]:
        x0, y0, x1, y1 = doos
        om = self.draai in {90, 270}
        lang, hoog = (y1 - y0, x1 - x0) if om else (x1 - x0, y1 - y0)
        grootte = max(hoog, 1.0)
        rek = max(lang / (len(woord) * _BREED * grootte) * 100, 1.0)
        stand = {
            90: (0, 1, -1, 0, x1, y0),
            180: (-1, 0, 0, -1, x1, y1),
            270: (0, -1, 1, 0, x0, y1),
        }
        ruw = b"".join(self._codes[t].to_bytes(2, "big") for t in woord + " ")
        return [
            make_op("Tf", pikepdf.Name(NAAM), grootte),
            make_op("Tz", rek),
            make_op("Tm", *stand.get(self.draai, (1, 0, 0, 1, x0, y0))),
            make_op("Tj", pikepdf.String(ruw)),
        ]

    def font(self, pdf: pikepdf.Pdf) -> Any:
        """The font of these words in a document."""
        bestand = _blank_font(len(self._codes))
        # Half a pair, as a damaged source may hold, is no character.
        kaart = {
            code: teken.encode("utf-16-be", "replace").decode("utf-16-be")
            for teken, code in self._codes.items()
        }
        beschrijving = pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=pikepdf.Name(_LETTER),
            Flags=4,
            FontBBox=[0, 0, _EM, _EM],
            ItalicAngle=0,
            Ascent=_EM,
            Descent=0,
            CapHeight=_EM,
            StemV=80,
            FontFile2=pdf.make_stream(bestand, Length1=len(bestand)),
        )
        kind = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.CIDFontType2,
            BaseFont=pikepdf.Name(_LETTER),
            CIDSystemInfo=pikepdf.Dictionary(
                Registry=pikepdf.String("Adobe"),
                Ordering=pikepdf.String("Identity"),
                Supplement=0,
            ),
            FontDescriptor=pdf.make_indirect(beschrijving),
            DW=round(_BREED * _EM),
            CIDToGIDMap=pikepdf.Name.Identity,
        )
        return pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type0,
                BaseFont=pikepdf.Name(_LETTER),
                Encoding=pikepdf.Name("/Identity-H"),
                DescendantFonts=[pdf.make_indirect(kind)],
                ToUnicode=pdf.make_stream(write_tounicode(kaart, 2)),
            )
        )


def _stroke() -> Glyph:
    """A line there and back again: a box without ink."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((round(_BREED * _EM), _EM))
    pen.closePath()
    return pen.glyph()


def _blank_font(aantal: int) -> bytes:
    """A font file of so many glyphs that draw nothing and yet have a size."""
    namen = [".notdef", *(f"g{n}" for n in range(1, aantal + 1))]
    maker = FontBuilder(_EM, isTTF=True)
    maker.setupGlyphOrder(namen)
    maker.setupCharacterMap({})
    maker.setupGlyf(dict.fromkeys(namen, _stroke()))
    maker.setupHorizontalMetrics({n: (round(_BREED * _EM), 0) for n in namen})
    maker.setupHorizontalHeader(ascent=_EM, descent=0)
    maker.setupOS2()
    maker.setupPost(keepGlyphNames=False)
    maker.updateHead(created=0, modified=0)
    maker.font.recalcTimestamp = False
    uit = BytesIO()
    maker.save(uit)
    return uit.getvalue()
