"""Boxes that are painted over everything else on a page, each with its code."""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from typing import TYPE_CHECKING

import pikepdf

from pipeline.pdf.lakken.opschrift import open_label_font
from pipeline.pdf.lakken.vlak import HOOGTE, make_op

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.lakken.groep import Vierhoek

GROOTST = 12.0
KLEINST = 3.0


def late_commands(vlakken: Sequence[tuple[Vierhoek, str]], letternaam: str) -> bytes:
    """The operators for boxes in page space; an artifact, as they stand in no text."""
    uit = [make_op("BMC", pikepdf.Name("/Artifact")), make_op("q"), make_op("g", 0)]
    for hoeken, _ in vlakken:
        for nummer, (x, y) in enumerate(hoeken):
            uit.append(make_op("l" if nummer else "m", x, y))
        uit += [make_op("h"), make_op("f")]
    uit += [make_op("g", 1), make_op("BT")]
    for hoeken, opschrift in vlakken:
        uit += _label(hoeken, opschrift, letternaam)
    uit += [make_op("ET"), make_op("Q"), make_op("EMC")]
    return pikepdf.unparse_content_stream(uit)


def _label(hoeken: Vierhoek, opschrift: str, letternaam: str) -> list[object]:
    (x0, y0), (x1, y1), _, (x3, y3) = hoeken
    breed, hoog = hypot(x1 - x0, y1 - y0), hypot(x3 - x0, y3 - y0)
    letter = open_label_font()
    per_punt = letter.width(opschrift) or 1.0
    grootte = min(hoog * HOOGTE, breed * 0.9 / per_punt, GROOTST)
    if grootte < KLEINST:
        return []
    hoek = atan2(y1 - y0, x1 - x0)
    c, s = cos(hoek), sin(hoek)
    mx, my = (x0 + hoeken[2][0]) / 2, (y0 + hoeken[2][1]) / 2
    dx, dy = -per_punt * grootte / 2, -0.36 * grootte
    return [
        make_op("Tf", pikepdf.Name(letternaam), grootte),
        make_op("Tm", c, s, -s, c, mx + dx * c - dy * s, my + dx * s + dy * c),
        make_op("Tj", pikepdf.String(letter.encode(opschrift))),
    ]
