"""Where the glyphs of a show operator stand along the baseline (ISO 32000-2, 9.4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.stroom import Glief

if TYPE_CHECKING:
    from pipeline.pdf.lakken.letter import Letter
    from pipeline.pdf.lakken.stroom import Staat

SPATIE = 32
"""The code that word spacing applies to, in a font of one byte a code (9.3.3)."""

_new = tuple.__new__
"""Makes a glyph without a call of our own: there are thousands on a page."""


def place_glyphs(
    delen: list[Any], staat: Staat, letter: Letter
) -> tuple[list[Glief], float]:
    """The glyphs of an operand along the baseline, and where the next text begins."""
    x = 0.0
    maat = staat.grootte * staat.th
    extra, spatie = staat.tc * staat.th, (staat.tc + staat.tw) * staat.th
    stap, standaard = letter.bytes_per_code, letter.standaard
    breed, lees = letter.breedtes.get, letter.tekens.get
    glieven: list[Glief] = []
    voeg = glieven.append
    for nummer, deel in enumerate(delen):
        if not isinstance(deel, pikepdf.String):
            x -= float(deel) / 1000 * maat
            continue
        for begin, code in letter.codes(bytes(deel)):
            breedte = breed(code, standaard) * maat
            voort = breedte + (spatie if code == SPATIE and stap == 1 else extra)
            velden = (nummer, begin, stap, lees(code, ""), x, breedte, voort)
            voeg(_new(Glief, velden))
            x += voort
    return glieven, x
