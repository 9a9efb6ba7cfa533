"""The toolbox for PDF: one door to pages, their lines, tables and scans."""

from __future__ import annotations

from pipeline.pdf.bestand import PdfBestand
from pipeline.pdf.vormen import Blad, PdfCel, PdfTabel, Regel, Woord

__all__ = ["Blad", "PdfBestand", "PdfCel", "PdfTabel", "Regel", "Woord"]
