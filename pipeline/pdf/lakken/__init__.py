"""Redaction in place: what lies under a mark is taken out of the file itself."""

from __future__ import annotations

from pipeline.pdf.lakken.motor import lak_pdf

__all__ = ["lak_pdf"]
