"""Writes a PDF whole: the same bytes each time, and lengths that no reader doubts.

A stream whose last byte is a carriage return is followed by a line feed and then seems
a byte shorter than it says; ISO 19005-2 (6.1.7.1) asks that the length be right.
"""

from __future__ import annotations

import zlib
from base64 import a85encode
from io import BytesIO

import pikepdf
from pikepdf import Array, Name, ObjectStreamMode, Stream

_WEG = ("/Info", "/ID", "/DocChecksum")
_TWIJFEL = b"\r\nendstream"


def save_whole(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a document without date and maker, identified by its content."""
    for sleutel in _WEG:
        if sleutel in pdf.trailer:
            del pdf.trailer[sleutel]
    uit = _save(pdf, dicht=True)
    if _TWIJFEL not in uit:
        return uit
    for ding in pdf.objects:
        if isinstance(ding, Stream):
            _pack(ding)
    return _save(pdf, dicht=False)


def _pack(stroom: Stream) -> None:
    """Compress a stream that is not, and write one that ends in doubt as ASCII.

    The last byte is part of a checksum (RFC 1950): no other compression changes it.
    """
    filters = stroom.get("/Filter")
    if filters is None and stroom.get("/Type") != Name.Metadata:
        stroom.write(zlib.compress(stroom.read_bytes()), filter=Name.FlateDecode)
        filters = Name.FlateDecode
    dicht = stroom.read_raw_bytes()
    if filters == Name.FlateDecode and dicht.endswith(b"\r"):
        keten = Array([Name.ASCII85Decode, Name.FlateDecode])
        eigen = stroom.get("/DecodeParms")
        stappen = None if eigen is None else Array([None, eigen])
        stroom.write(a85encode(dicht) + b"~>", filter=keten, decode_parms=stappen)


def _save(pdf: pikepdf.Pdf, *, dicht: bool) -> bytes:
    uit = BytesIO()
    pdf.save(
        uit,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=dicht,
        deterministic_id=True,
    )
    return uit.getvalue()
