"""One door for every document: what comes out is a PDF, and how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.errors import HulpprogrammaError
from pipeline.pdf.omzetten.kantoor import SOORTEN, convert_office
from pipeline.pdf.omzetten.programma import has_office
from pipeline.pdf.zetwerk import set_document, set_mail

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.document import Document

TER_PLAATSE = "in place"
KANTOOR = "LibreOffice"
OPNIEUW = "opnieuw opgemaakt"
_POST = frozenset({"eml", "msg"})


def to_pdf(document: Document, pad: Path, titel: str = "Document") -> tuple[bytes, str]:
    """The PDF of a document and how it was made.

    ``pad`` is the file the document was read from. A PDF is given as it is, whole, also for
    a part of it. A part of another file is set anew, for LibreOffice only knows whole files;
    so is a file that LibreOffice cannot convert. Raises ``InvoerError`` when the document
    cannot be set.
    """
    formaat = document.bron.formaat
    if formaat == "pdf":
        return pad.read_bytes(), TER_PLAATSE
    if formaat in _POST:
        return set_mail(document, titel), OPNIEUW
    if formaat in SOORTEN and not document.deel and has_office():
        try:
            return convert_office(pad, titel, formaat), KANTOOR
        except HulpprogrammaError:
            pass  # a program that fails is no reason to hold a document back
    return set_document(document, titel), OPNIEUW
