"""One door for every document: what comes out is a PDF, and how it was made."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from pipeline.errors import HulpprogrammaError
from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.omzetten.kantoor import SOORTEN, convert_office
from pipeline.pdf.omzetten.plekken import find_pictures
from pipeline.pdf.zetwerk import set_document, set_mail

if TYPE_CHECKING:
    from pathlib import Path

    from modellen.document import Document

TER_PLAATSE = "in place"
KANTOOR = "LibreOffice"
OPNIEUW = "opnieuw opgemaakt"
_OPENT, _TOONT = frozenset({"BDC", "BMC"}), frozenset({"Tj", "TJ", "'", '"'})
_WORD = frozenset({"docx", "docm"})
_POST = frozenset({"eml", "msg"})


def to_pdf(document: Document, pad: Path, titel: str = "Document") -> tuple[bytes, str]:
    """The PDF of a document and how it was made.

    ``pad`` is the file the document was read from. A PDF is given as it is, whole, also
    for a part of it. A part of another file is set anew, for LibreOffice only knows
    whole files; so is a file that LibreOffice cannot convert to tagged pages. Raises
    ``InvoerError`` when the document cannot be set.
    """
    formaat = document.bron.formaat
    if formaat == "pdf":
        return pad.read_bytes(), TER_PLAATSE
    if formaat in _POST:
        return set_mail(document, titel), OPNIEUW
    if formaat in SOORTEN and not document.deel and has_office():
        gemaakt = _through_office(pad, titel, formaat)
        if gemaakt is not None:
            return gemaakt, KANTOOR
    beelden = find_pictures(document, pad) if formaat in _WORD else {}
    return set_document(document, titel, beelden), OPNIEUW


def _through_office(pad: Path, titel: str, formaat: str) -> bytes | None:
    """What LibreOffice makes of a file, when that can be read aloud.

    LibreOffice 7 does not tag the pages of a workbook; those we set ourselves. A
    program that fails is no reason to hold a document back either.
    """
    try:
        gemaakt = convert_office(pad, titel, formaat)
    except HulpprogrammaError:
        return None
    with pikepdf.open(BytesIO(gemaakt)) as pdf:
        return gemaakt if all(map(_is_tagged_page, pdf.pages)) else None


def _is_tagged_page(pagina: pikepdf.Page) -> bool:
    """Whether all text of a page stands in marked content."""
    diepte = 0
    for bevel in pikepdf.parse_content_stream(pagina):
        naam = str(bevel.operator)
        if naam in _OPENT:
            diepte += 1
        elif naam == "EMC":
            diepte -= 1
        elif naam in _TOONT and diepte <= 0:
            return False
    return True
