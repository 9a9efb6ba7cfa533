"""Drawings under a box: outlined letters, signatures, underlines, patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.matrix import bounds
from pipeline.pdf.lakken.onzeker import Onzeker
from pipeline.pdf.lakken.vlak import make_op
from pipeline.pdf.lakken.zoeken import covered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.lakken import Lakvlak
    from pipeline.pdf.lakken.groep import Vierhoek
    from pipeline.pdf.lakken.schrijven import Herschrijving
    from pipeline.pdf.lakken.stroom import Pad, Stroom

ONDER = 0.8
"""The part of a drawing that must lie under a box for the drawing to go."""

LIJN = 2.0
"""Points around a box in which an underline belongs to the words that went."""

VERF = "een vulpatroon of masker onder een vlak"
"""What is under such a box stands in the paint, which the page only names."""


def drop_paths(
    werk: Herschrijving,
    areas: Sequence[tuple[Vierhoek, int]],
    vlakken: Sequence[Lakvlak],
) -> None:
    """Take away what is drawn under the boxes; raises ``Onzeker`` for half of it."""
    for pad in werk.stroom.paden:
        for hoeken, nummer in areas:
            x0, y0, x1, y1 = bounds(hoeken)
            ruim = (x0 - LIJN, y0 - LIJN, x1 + LIJN, y1 + LIJN)
            deel = covered(pad.doos, ruim)
            vlak = vlakken[nummer]
            diep = pad.schaduw or not vlak.tekst
            if deel > 0 and diep and _has_paint(pad, werk.stroom):
                raise Onzeker(VERF)
            if deel >= ONDER:
                werk.vervang[pad.laatste] = [make_op("n")]
            elif pad.krom and deel > 0 and not vlak.tekst:
                raise Onzeker("een tekening die half onder een vlak ligt")


def _has_paint(pad: Pad, stroom: Stroom) -> bool:
    """Whether a path shows what stands elsewhere: in a mask or the tile of a pattern.

    A pattern that is not named here was chosen by what uses this form.
    """
    kast: Any = stroom.middelen.get("/Pattern", {})
    return pad.gemaskerd or any(
        naam not in kast or isinstance(kast[naam], pikepdf.Stream)
        for naam in pad.patronen
    )
