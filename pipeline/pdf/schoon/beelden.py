"""Images: what a camera or program wrote into the file beside the pixels goes.

The pixels themselves stay byte for byte what they were; only the segments and boxes
that tell of place, time, maker or an earlier picture are taken out.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLIJFT = {0xE0, 0xEE}
"""JFIF and Adobe: they say how the colours are meant (ITU-T T.81, B.2.4.6)."""

_SOS, _EOI, _APP0, _COM = 0xDA, 0xD9, 0xE0, 0xFE
_EINDE_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_JP2 = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}
_KOP = 8
MEEST = 512 * 1024 * 1024


def strip_images(pdf: pikepdf.Pdf) -> bool:
    """Take the data about their making out of all images; tells whether there was."""
    gedaan = False
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") == "/Image":
            gedaan = _strip(ding) or gedaan
    return gedaan


def _strip(beeld: Any) -> bool:
    filters = beeld.get("/Filter", [])
    rij = [filters] if isinstance(filters, pikepdf.Name) else filters
    namen = [str(f) for f in rij]
    if not namen or namen[-1] not in {"/DCTDecode", "/JPXDecode"}:
        return False
    ruw = _unwrap(beeld.read_raw_bytes(), namen[:-1])
    if ruw is None:
        return False
    nieuw = strip_jpeg(ruw) if namen[-1] == "/DCTDecode" else strip_jpeg2000(ruw)
    if nieuw is None or nieuw == ruw:
        return False
    parms = beeld.get("/DecodeParms")
    eigen = parms[-1] if isinstance(parms, pikepdf.Array) else parms
    beeld.write(nieuw, filter=pikepdf.Name(namen[-1]), decode_parms=eigen)
    return True


def _unwrap(ruw: bytes, namen: list[str]) -> bytes | None:
    """The picture out of a packed stream; ``None`` for packing we do not open."""
    for naam in namen:
        if naam != "/FlateDecode":
            return None
        try:
            ruw = zlib.decompressobj().decompress(ruw, MEEST)
        except zlib.error:
            return None
    return ruw


def strip_jpeg(ruw: bytes) -> bytes | None:
    """A JPEG with nothing but its pixels; ``None`` when it is not one."""
    if ruw[:2] != b"\xff\xd8":
        return None
    return b"\xff\xd8" + b"".join(_segments(ruw)) + b"\xff\xd9"


def _segments(ruw: bytes) -> Iterator[bytes]:
    """The segments of a JPEG that stay, each scan with its data."""
    plek = 2
    while plek + 4 <= len(ruw) and ruw[plek] == 0xFF:  # noqa: PLR2004 marker prefix
        merk = ruw[plek + 1]
        if merk == 0xFF:  # noqa: PLR2004 fill byte
            plek += 1
            continue
        if merk == _EOI:
            return
        eind = plek + 2 + int.from_bytes(ruw[plek + 2 : plek + 4], "big")
        if merk == _SOS:
            gevonden = _EINDE_SCAN.search(ruw, eind)
            eind = gevonden.start() if gevonden else len(ruw)
        if merk == _APP0:
            yield _plain_jfif(ruw[plek:eind])
        elif merk in _BLIJFT or not (0xE0 <= merk <= 0xEF or merk == _COM):  # noqa: PLR2004 APPn
            yield ruw[plek:eind]
        plek = eind


def _plain_jfif(deel: bytes) -> bytes:
    """The JFIF segment without its thumbnail; any other APP0 goes."""
    if deel[4:9] != b"JFIF\0":
        return b""
    return b"\xff\xe0\x00\x10" + deel[4:16].ljust(12, b"\0") + b"\0\0"


def strip_jpeg2000(ruw: bytes) -> bytes | None:
    """A JPEG 2000 file with only the boxes that hold the picture (ISO 15444-1, I)."""
    if ruw[4:8] != b"jP  ":
        return None
    uit, plek = [], 0
    while plek + _KOP <= len(ruw):
        lang = int.from_bytes(ruw[plek : plek + 4], "big")
        if lang == 1:
            lang = int.from_bytes(ruw[plek + 8 : plek + 16], "big")
        eind = plek + lang if lang >= _KOP else len(ruw)
        if ruw[plek + 4 : plek + 8] in _JP2:
            uit.append(ruw[plek:eind])
        plek = eind
    return b"".join(uit)
