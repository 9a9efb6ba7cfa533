"""What a page says in place of its letters (ISO 32000-2, 14.9.4)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.voorbereiden.stromen import each_stream, write_back

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLEUTEL = "/ActualText"


def without_replacements(inhoud: bytes) -> bytes:
    """A copy of a file in which every letter is read as itself, to compare with."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        for houder, middelen in each_stream(pdf):
            bevelen = list(_literal(houder, middelen.get("/Properties", {})))
            write_back(pdf, houder, bevelen)
        uit = BytesIO()
        pdf.save(uit)
        return uit.getvalue()


def _literal(houder: Any, eigenschappen: Any) -> Iterator[Any]:
    for bevel in pikepdf.parse_content_stream(houder):
        if str(bevel.operator) != "BDC":
            yield bevel
            continue
        soort, lijst = bevel.operands
        if isinstance(lijst, pikepdf.Name):
            lijst = eigenschappen.get(lijst)
        if not isinstance(lijst, pikepdf.Dictionary) or _SLEUTEL not in lijst:
            yield bevel
            continue
        over = pikepdf.Dictionary({k: v for k, v in lijst.items() if k != _SLEUTEL})
        yield pikepdf.ContentStreamInstruction([soort, over], pikepdf.Operator("BDC"))
