"""The pages on which letters show something else than the text says."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

from pipeline.pdf.letterproef.getoond import Letterlezer, Sleutel, code_width
from pipeline.pdf.letterproef.oordeel import find_lies
from pipeline.pdf.letterproef.proefblad import print_sheet
from pipeline.pdf.letterproef.programma import Programma

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

REDEN = "een lettertype dat andere letters toont dan de tekst opgeeft"

_STUK = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    pikepdf.ForeignObjectError,
    pypdfium2.PdfiumError,
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    RecursionError,
)
"""What reading a broken page raises: it cannot be judged, and others will say so."""


def find_lying(pdf: pikepdf.Pdf) -> frozenset[int]:
    """The pages, from 1, whose text is certainly not what they show."""
    lezer = Letterlezer(pdf)
    codes: dict[Sleutel, set[int]] = defaultdict(set)
    for nummer, pagina in enumerate(pdf.pages, start=1):
        for sleutel, eigen in _shown(lezer, pagina, nummer).items():
            codes[sleutel] |= eigen
    liegt = {s: _lies(lezer.fonts[s], eigen) for s, eigen in codes.items()}
    if not any(liegt.values()):
        return frozenset()
    return frozenset(
        nummer
        for nummer, pagina in enumerate(pdf.pages, start=1)
        if any(
            eigen & liegt.get(sleutel, frozenset())
            for sleutel, eigen in _shown(lezer, pagina, nummer).items()
        )
    )


def find_lying_in(pad: Path) -> frozenset[int]:
    """The same for a file; none when it cannot be opened: its reader says why."""
    try:
        with pikepdf.open(pad) as pdf:
            return find_lying(pdf)
    except _STUK:
        return frozenset()


def _shown(
    lezer: Letterlezer, pagina: pikepdf.Page, nummer: int
) -> Mapping[Sleutel, set[int]]:
    try:
        return lezer.page(pagina, nummer)
    except _STUK:
        return {}


def _lies(font: Any, codes: set[int]) -> frozenset[int]:
    try:
        tekens = print_sheet(font, sorted(codes), code_width(font))
        return find_lies(tekens, Programma(font).letters)
    except _STUK:
        return frozenset()
