"""Streams that are packed at once: thousands may wait until the file is written."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import Any

import pikepdf

_BLIJFT = {"/Length", "/Filter"}


def packed_stream(pdf: pikepdf.Pdf, inhoud: bytes) -> Any:
    """A stream of a document, packed as the file will hold it."""
    dicht = zlib.compress(inhoud)
    return pdf.make_stream(dicht, Filter=pikepdf.Name.FlateDecode)


def write_packed(stroom: Any, inhoud: bytes) -> None:
    """Put other content in a stream, and nothing of what it said of the old."""
    stroom.write(zlib.compress(inhoud), filter=pikepdf.Name.FlateDecode)
    for sleutel in [k for k in stroom.keys() if k not in _BLIJFT]:  # noqa: SIM118
        del stroom[sleutel]


def shared_content(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The streams that are content of more than one page, or of one page twice."""
    telling: Counter[tuple[int, int]] = Counter()
    for pagina in pdf.pages:
        inhoud: Any = pagina.obj.get("/Contents", ())
        delen = [inhoud] if isinstance(inhoud, pikepdf.Stream) else inhoud
        telling.update(deel.objgen for deel in delen)
    return {nummer for nummer, aantal in telling.items() if aantal > 1}
