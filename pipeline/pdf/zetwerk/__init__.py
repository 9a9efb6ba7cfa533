"""Typesetting: a document that was read, set anew as a tagged PDF."""

from __future__ import annotations

from pipeline.pdf.zetwerk.brief import set_mail
from pipeline.pdf.zetwerk.stuk import set_document

__all__ = ["set_document", "set_mail"]
