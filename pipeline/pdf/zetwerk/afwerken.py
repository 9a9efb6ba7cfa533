"""Writes a PDF whole: the same bytes each time, and lengths that no reader doubts.

A stream whose last byte is a carriage return is followed by a line feed; some checkers
then take it for a byte shorter than it says (ISO 19005-2, 6.1.7.1). The last byte is
part of a checksum of the content (RFC 1950): a line more in the content changes it.
"""

from __future__ import annotations

import zlib
from base64 import a85encode
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Name, ObjectStreamMode, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEG = ("/Info", "/ID", "/DocChecksum")
_TWIJFEL = b"\r\nendstream"
_RUIM = 2 * 1024 * 1024


def save_whole(pdf: pikepdf.Pdf, ongeveer: int = 0) -> bytes:
    """The bytes of a document without date and maker, identified by its content.

    ``ongeveer`` is how many they will be: room that is there need not grow, for which
    the old and the new would be in memory at once.
    """
    for sleutel in _WEG:
        if sleutel in pdf.trailer:
            del pdf.trailer[sleutel]
    for stroom in _text_streams(pdf):
        _settle(stroom)
    uit = _save(pdf, dicht=True, ongeveer=ongeveer)
    if _TWIJFEL not in uit:
        return uit
    for ding in pdf.objects:
        if isinstance(ding, Stream):
            _pack(ding)
    ruim = _save(pdf, dicht=False)
    # What is left stands in tables that the writer packs itself; there Length is right.
    return ruim if len(ruim) < _RUIM else uit


def _text_streams(pdf: pikepdf.Pdf) -> Iterator[Stream]:
    """Streams of operators, to which white space may be added."""
    for pagina in pdf.pages:
        inhoud = pagina.obj.get("/Contents")
        for stroom in inhoud if isinstance(inhoud, Array) else [inhoud]:
            if isinstance(stroom, Stream):
                yield stroom
    for ding in pdf.objects:
        if isinstance(ding, Stream) and Name.Form == ding.get("/Subtype"):
            yield ding
        elif isinstance(ding, pikepdf.Dictionary):
            kaart = ding.get("/ToUnicode")
            if isinstance(kaart, Stream):
                yield kaart


def _settle(stroom: Stream) -> None:
    """Add white space until the checksum ends in another byte."""
    if stroom.get("/Filter") == Name.FlateDecode:
        if not stroom.read_raw_bytes().endswith(b"\r"):
            return
    elif "/Filter" in stroom:
        return
    plat = stroom.read_bytes()
    while zlib.adler32(plat) & 0xFF == ord("\r"):
        plat += b"\n"
    stroom.write(plat)


def _pack(stroom: Stream) -> None:
    """Compress a stream that is not, and write one that ends in doubt as ASCII."""
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


def _save(pdf: pikepdf.Pdf, *, dicht: bool, ongeveer: int = 0) -> bytes:
    uit = BytesIO()
    uit.seek(ongeveer)
    uit.write(b"\0")
    uit.seek(0)
    pdf.save(
        uit,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=dicht,
        deterministic_id=True,
    )
    uit.truncate()
    return uit.getvalue()
