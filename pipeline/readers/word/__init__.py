"""Word documents: an own walk over the XML, so that nothing a reader sees is lost."""

from __future__ import annotations

from pipeline.readers.word.lezer import read_docx

__all__ = ["read_docx"]
