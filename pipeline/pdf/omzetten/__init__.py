"""Every format becomes a PDF: through LibreOffice when it is there, else set anew."""

from __future__ import annotations

from pipeline.pdf.kantoorprogramma import has_office
from pipeline.pdf.omzetten.kantoor import convert_many, convert_office
from pipeline.pdf.omzetten.naar_pdf import to_pdf

__all__ = ["convert_many", "convert_office", "has_office", "to_pdf"]
