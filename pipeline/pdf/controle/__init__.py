"""The check afterwards: a stranger opens the written file and trusts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.pdf.controle.beeld import check_look
from pipeline.pdf.controle.bestand import Proef
from pipeline.pdf.controle.letters import check_fonts
from pipeline.pdf.controle.naalden import check_needles
from pipeline.pdf.controle.vakken import check_boxes
from pipeline.pdf.controle.vorm import check_images, check_shape
from pipeline.pdf.controle.woorden import check_words

if TYPE_CHECKING:
    from modellen.lakken import Controle

__all__ = ["CONTROLES", "Proef", "check"]

CONTROLES = (
    check_shape,
    check_needles,
    check_boxes,
    check_words,
    check_fonts,
    check_images,
    check_look,
)


def check(proef: Proef) -> tuple[Controle, ...]:
    """The outcome of every check; a file may leave only when all of them hold."""
    return tuple(uitkomst for controle in CONTROLES for uitkomst in controle(proef))
