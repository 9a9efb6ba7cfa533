"""Fonts as every tool takes them: one scale, not a scale in two halves.

typst writes fonts of which the whole says "a thousandth" and each part "times one".
That is right (Adobe technical note 5176), but a tool that leaves out what is default
drops the first half and keeps the second: letters become a thousand times too large.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from pikepdf import Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

_DUIZENDSTE = [0.001, 0, 0, 0.001, 0, 0]
_HEEL = [1, 0, 0, 1, 0, 0]


def scale_plainly(pdf: pikepdf.Pdf) -> None:
    """Rewrite the scale of every compact font that has it in two halves."""
    for beschrijving in list(_descriptors(pdf)):
        bestand = beschrijving.FontFile3
        nieuw = _rescale(bestand.read_bytes())
        if nieuw is not None:
            beschrijving.FontFile3 = pdf.make_stream(nieuw, Subtype=bestand.Subtype)


def _descriptors(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for ding in pdf.objects:
        if isinstance(ding, Dictionary):
            bestand = ding.get("/FontFile3")
            if isinstance(bestand, Stream) and bestand.Subtype == Name.CIDFontType0C:
                yield ding


def _rescale(ruw: bytes) -> bytes | None:
    letters = CFFFontSet()
    letters.decompile(BytesIO(ruw), None)
    top = letters[letters.fontNames[0]]
    if list(top.FontMatrix) != _DUIZENDSTE:
        return None
    halven = [deel for deel in top.FDArray if list(deel.FontMatrix) == _HEEL]
    for deel in halven:
        deel.FontMatrix = list(_DUIZENDSTE)
    if not halven:
        return None
    uit = BytesIO()
    letters.compile(uit, _Kaal())
    return uit.getvalue()


class _Kaal:
    """Stands for the font around a bare table of letters: there is none."""

    recalcBBoxes = False  # noqa: N815 the library's name
