"""The box over a gap, and its ground code as real text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.matrix import stretch

if TYPE_CHECKING:
    from pipeline.pdf.lakken.gaten import Gat
    from pipeline.pdf.lakken.opschrift import Opschriftletter
    from pipeline.pdf.lakken.stroom import Staat

HOOGTE = 0.7
"""The size of a code beside that of the text it stands for."""

KLEINST = 4.5
"""Points below which nobody reads a code; narrower boxes squeeze it instead."""

MARGE = 0.12
"""Em that stays free beside the code."""


@dataclass(frozen=True, slots=True)
class Opschrift:
    """A code as it is set: size and squeeze, and where it begins in text space."""

    tekst: str
    grootte: float
    knijp: float
    links: float
    rijs: float
    breedte: float


def fit_label(
    tekst: str, gat: Gat, breedte: float, letter: Opschriftletter
) -> Opschrift:
    """A code that fits in a box of this width, in text space; squeezed at need."""
    staat = gat.loop.staat
    punten = abs(stretch(gat.loop.naar_pagina)) or 1.0
    grootte = abs(staat.grootte) * HOOGTE
    ruimte = max(breedte - MARGE * grootte, breedte * 0.8)
    nodig = letter.width(tekst) * grootte
    if nodig > ruimte:
        kleiner = max(grootte * ruimte / nodig, min(grootte, KLEINST / punten))
        grootte, nodig = kleiner, letter.width(tekst) * kleiner
    knijp = min(1.0, ruimte / nodig) if nodig else 1.0
    zetbreedte = nodig * knijp
    hart = _middle(staat)
    return Opschrift(
        tekst=tekst,
        grootte=grootte,
        knijp=knijp,
        links=max(0.0, (breedte - zetbreedte) / 2),
        rijs=hart - (grootte if staat.grootte > 0 else -grootte) * 0.36,
        breedte=zetbreedte,
    )


def _middle(staat: Staat) -> float:
    letter = staat.letter
    hoog = letter.stijging if letter else 0.76
    laag = letter.daling if letter else -0.22
    return staat.ts + (hoog + laag) / 2 * staat.grootte


def label_commands(
    opschrift: Opschrift,
    letternaam: str,
    letter: Opschriftletter,
    uitleg: str,
    staat: Staat,
) -> list[Any]:
    """The operators that show a code inside a text object, with words for a reader.

    It is turned over where the text is: with a size or a width below nothing.
    """
    om, breed = (-1 if g < 0 else 1 for g in (staat.grootte, staat.th))
    eigenschap = pikepdf.Dictionary(E=pikepdf.String(uitleg))
    return [
        make_op("BDC", pikepdf.Name("/Span"), eigenschap),
        make_op("Tf", pikepdf.Name(letternaam), om * opschrift.grootte),
        make_op("Tc", 0),
        make_op("Tw", 0),
        make_op("Tr", 0),
        make_op("Tz", breed * opschrift.knijp * 100),
        make_op("Ts", opschrift.rijs),
        make_op("g", 1),
        make_op("Tj", pikepdf.String(letter.encode(opschrift.tekst))),
    ]


def restore_commands(staat: Staat) -> list[Any]:
    """The operators that put the text state back as it was, and end the code."""
    return [
        make_op("Tf", staat.lettertype, staat.grootte),
        make_op("Tc", staat.tc),
        make_op("Tw", staat.tw),
        make_op("Tz", staat.th * 100),
        make_op("Ts", staat.ts),
        make_op("Tr", staat.tr),
        *(staat.kleur or (make_op("g", 0),)),
        make_op("EMC"),
    ]


def make_op(naam: str, *waarden: Any) -> Any:
    """An operator with its operands."""
    net = [round(w, 4) if isinstance(w, float) else w for w in waarden]
    return pikepdf.ContentStreamInstruction(net, pikepdf.Operator(naam))
