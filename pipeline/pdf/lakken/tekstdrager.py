"""Whether a pattern or a mask is made of letters."""

from __future__ import annotations

from typing import Any

import pikepdf

DIEPST = 12
"""Forms within forms; deeper is taken for text."""


def shows_text(stroom: Any, diepte: int = 0) -> bool:
    """Whether a pattern or mask shows text, itself or in a form in it."""
    if not isinstance(stroom, pikepdf.Stream):
        return False
    middelen: Any = stroom.get("/Resources", {})
    if diepte > DIEPST or not ("/Font" in middelen or "/XObject" in middelen):
        return diepte > DIEPST
    dingen: Any = middelen.get("/XObject", {})
    for bevel in pikepdf.parse_content_stream(stroom, "Tj TJ ' \" Do"):
        if str(bevel.operator) != "Do":
            return True
        if shows_text(dingen.get(bevel.operands[0]), diepte + 1):
            return True
    return False
