"""A published PDF as a stranger opens it: what shows, what hides, what it carries."""

from __future__ import annotations

from pipeline.pdf.nalopen.feiten import Bladfeit, Pdffeit, read_published

__all__ = ["Bladfeit", "Pdffeit", "read_published"]
