"""The check afterwards: a stranger opens the written file and trusts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdfminer.pdfexceptions import PDFException
from pdfminer.psparser import PSException
from pypdfium2 import PdfiumError

from modellen.lakken import Controle
from pipeline.pdf.controle.beeld import check_look
from pipeline.pdf.controle.bestand import Proef
from pipeline.pdf.controle.letters import Lettercontrole
from pipeline.pdf.controle.lezing import check_read
from pipeline.pdf.controle.losse import Losse
from pipeline.pdf.controle.naalden import Naaldcontrole
from pipeline.pdf.controle.vakken import Vakcontrole
from pipeline.pdf.controle.vorm import Vormcontrole
from pipeline.pdf.controle.vorm_qpdf import check_qpdf
from pipeline.pdf.controle.woorden import Woordcontrole

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Proef", "check"]

PER_BLADZIJDE = (Naaldcontrole, Vakcontrole, Woordcontrole)
"""What looks at the pages in passing: ``see`` each one, then tell the ``outcome``."""

PER_OBJECT = (Naaldcontrole, Vormcontrole, Lettercontrole, Losse)
"""What looks at the objects in passing: ``look`` at each, then tell the outcome."""

CONTROLES = (check_look, check_read, check_qpdf)
"""What looks at the file as a whole."""


def check(proef: Proef) -> tuple[Controle, ...]:
    """The outcome of every check; a file may leave only when all of them hold."""
    try:
        return tuple(_outcomes(proef))
    except (PDFException, PSException, PdfiumError, KeyError, ValueError) as fout:
        soort = type(fout).__name__
        toelichting = f"een andere bibliotheek kan het resultaat niet lezen ({soort})"
        return (Controle(naam="leesbaar", geslaagd=False, toelichting=toelichting),)


def _outcomes(proef: Proef) -> Iterator[Controle]:
    soorten = dict.fromkeys((*PER_BLADZIJDE, *PER_OBJECT))
    kijkers: dict[type, Any] = {soort: soort(proef) for soort in soorten}
    for blad in proef.pages():
        for kijker in PER_BLADZIJDE:
            kijkers[kijker].see(blad)
    for ding in proef.objects():
        for lezer in PER_OBJECT:
            kijkers[lezer].look(ding)
    for klaar in kijkers.values():
        yield from klaar.outcome()
    for controle in CONTROLES:
        yield from controle(proef)
