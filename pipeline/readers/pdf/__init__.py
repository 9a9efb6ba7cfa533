"""PDF files: printed lines become paragraphs, lists, tables, running heads and feet."""

from __future__ import annotations

from pipeline.readers.pdf.lezer import read_pdf

__all__ = ["read_pdf"]
