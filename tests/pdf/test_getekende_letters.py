"""What a font may hold: what is read in it, and what is drawn in it under other words."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.pdf.controle.letters import Lettercontrole
from pipeline.pdf.controle.tweede import read_drawn

LETTER = "ABCDEF+Boek"


@dataclass
class Bestand:
    """What the check asks of a file."""

    gelezen: str
    getekend: str
    per_letter: dict[str, str] = field(init=False)
    drawn: dict[str, set[str]] = field(init=False)

    def __post_init__(self):
        self.per_letter = {LETTER: self.gelezen}
        self.drawn = {LETTER: set(self.getekend)}


@pytest.mark.parametrize(
    ("getekend", "goed"), [("MEVROUW", True), ("MEVROU", False), ("", False)]
)
def test_small_capitals_are_drawn_as_capitals(getekend, goed):
    """A font of small capitals holds capitals; a page says small letters of them."""
    controle = Lettercontrole(Bestand(gelezen="Mevrouw", getekend=getekend))
    controle._kaarten = {LETTER: set("MEVROUW")}
    assert all(c.geslaagd for c in controle.outcome()) is goed


def test_what_is_drawn_is_read_under_a_replacement_text():
    uit = BytesIO()
    blad = Canvas(uit, pageCompression=0)
    blad._code.append("/Span <</ActualText (evrouw)>> BDC")
    blad.drawString(72, 700, "EVROUW")
    blad._code.append("EMC")
    blad.save()
    assert read_drawn(uit.getvalue()) == {"Helvetica": set("EVROUW")}
