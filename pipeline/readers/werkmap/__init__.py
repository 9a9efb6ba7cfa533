"""Workbooks: stored values unrounded, texts as displayed, formulas beside them."""

from __future__ import annotations

from pipeline.readers.werkmap.lezer import read_xlsx

__all__ = ["read_xlsx"]
