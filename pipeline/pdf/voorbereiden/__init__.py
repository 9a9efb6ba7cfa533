"""Before redaction: what readers see becomes part of the page, what they don't goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.pdf.voorbereiden.lagen import drop_hidden_layers
from pipeline.pdf.voorbereiden.platslaan import flatten
from pipeline.pdf.voorbereiden.velden import draw_fields
from pipeline.pdf.voorbereiden.zichtbaar import Lagenstand

if TYPE_CHECKING:
    import pikepdf

__all__ = ["prepare"]


def prepare(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Flatten fields and notes, and drop hidden layers with what is in them.

    Gives what was done, in plain Dutch. The order matters: a field that is flattened
    after redaction would bring its value back.
    """
    draw_fields(pdf)
    stand = Lagenstand(pdf)
    gedaan = [*flatten(pdf, stand), *drop_hidden_layers(pdf, stand)]
    return tuple(dict.fromkeys(gedaan))
