"""The legend behind a redacted document, and the number on its pages."""

from __future__ import annotations

from pipeline.pdf.legenda.gronden import load_grondslagen
from pipeline.pdf.legenda.nummer import number_pages
from pipeline.pdf.legenda.toevoegen import add_legend

__all__ = ["add_legend", "load_grondslagen", "number_pages"]
