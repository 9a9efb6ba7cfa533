"""Cleaning: everything a PDF says besides what its pages show."""

from __future__ import annotations

from pipeline.pdf.schoon.poetsen import clean, clean_pages

__all__ = ["clean", "clean_pages"]
