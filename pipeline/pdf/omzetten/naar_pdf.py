"""One door for every document: what comes out is a PDF, and how it was made."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from pipeline.errors import HulpprogrammaError
from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.omzetten.bladlabels import is_tagged_page
from pipeline.pdf.omzetten.heelheid import shows_all, shows_nothing_else
from pipeline.pdf.omzetten.kantoor import SOORTEN, convert_office
from pipeline.pdf.omzetten.opbladen import count_drawings, find_empty_spots
from pipeline.pdf.omzetten.plekken import find_pictures
from pipeline.pdf.zetwerk import set_document, set_mail

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from modellen.document import Document
    from pipeline.pdf.zetwerk.platen import Plaat

TER_PLAATSE = "in place"
KANTOOR = "LibreOffice"
OPNIEUW = "opnieuw opgemaakt"
_WORD = frozenset({"docx", "docm"})
_EXCEL = frozenset({"xlsx", "xlsm"})
_POST = frozenset({"eml", "msg"})


def to_pdf(document: Document, pad: Path, titel: str = "Document") -> tuple[bytes, str]:
    """The PDF of a document and how it was made.

    ``pad`` is the file the document was read from. A PDF is given as it is, whole, also
    for a part of it. A part of another file is set anew, for LibreOffice only knows
    whole files; so is a file that LibreOffice cannot convert to tagged pages, a
    workbook with cells that are cut off, and a document whose pages show words that
    were not read, as in a chart. Raises ``InvoerError`` when the document cannot be
    set.
    """
    formaat = document.bron.formaat
    if formaat == "pdf":
        return pad.read_bytes(), TER_PLAATSE
    if formaat in _POST:
        return set_mail(document, titel), OPNIEUW
    if formaat in SOORTEN and not document.deel and has_office():
        gemaakt = _through_office(pad, titel, formaat)
        is_boek = SOORTEN[formaat] == "xlsx"
        klopt = shows_all if is_boek else shows_nothing_else
        if gemaakt and klopt(document, gemaakt):
            return gemaakt, KANTOOR
    return set_document(document, titel, find_drawn(document, pad)), OPNIEUW


def find_drawn(document: Document, pad: Path) -> Mapping[int, Sequence[Plaat | None]]:
    """The pictures of a document that is set anew, and where there were some.

    By where the block before them begins. Those of a PDF are cut from its pages.
    """
    formaat = document.bron.formaat
    if formaat in _WORD:
        return find_pictures(document, pad)
    if formaat in _EXCEL:
        return find_empty_spots(document, count_drawings(pad.read_bytes()))
    return {}


def _through_office(pad: Path, titel: str, formaat: str) -> bytes | None:
    """What LibreOffice makes of a file, when that can be read aloud.

    A program that fails is no reason to hold a document back.
    """
    try:
        gemaakt = convert_office(pad, titel, formaat)
    except HulpprogrammaError:
        return None
    with pikepdf.open(BytesIO(gemaakt)) as pdf:
        return gemaakt if all(map(is_tagged_page, pdf.pages)) else None
