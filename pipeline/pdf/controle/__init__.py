"""The check afterwards: a stranger opens the written file and trusts nothing."""

from __future__ import annotations

from pdfminer.pdfexceptions import PDFException
from pdfminer.psparser import PSException
from pypdfium2 import PdfiumError

from modellen.lakken import Controle
from pipeline.pdf.controle.beeld import check_look
from pipeline.pdf.controle.bestand import Proef
from pipeline.pdf.controle.letters import check_fonts
from pipeline.pdf.controle.naalden import check_needles
from pipeline.pdf.controle.vakken import check_boxes
from pipeline.pdf.controle.vorm import check_images, check_shape
from pipeline.pdf.controle.woorden import check_words

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
    try:
        return tuple(uitkomst for controle in CONTROLES for uitkomst in controle(proef))
    except (PDFException, PSException, PdfiumError, KeyError, ValueError) as fout:
        soort = type(fout).__name__
        toelichting = f"een andere bibliotheek kan het resultaat niet lezen ({soort})"
        return (Controle(naam="leesbaar", geslaagd=False, toelichting=toelichting),)
