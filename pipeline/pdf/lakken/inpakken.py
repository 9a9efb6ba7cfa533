"""Streams that are packed at once: thousands may wait until the file is written."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf


def packed_stream(pdf: pikepdf.Pdf, inhoud: bytes) -> Any:
    """A stream of a document, packed as the file will hold it."""
    dicht = zlib.compress(inhoud)
    return pdf.make_stream(dicht, Filter=pikepdf.Name.FlateDecode)
