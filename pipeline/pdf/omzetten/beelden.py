"""Pictures: without what they say of their making, and cropped for good."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from pipeline.pdf.omzetten.woordxml import A, R, remove

if TYPE_CHECKING:
    from lxml import etree

_JPEG = b"\xff\xd8"
_ADOBE, _JFIF = 0xEE, 0xE0
_LOS = {0x01, *range(0xD0, 0xDA)}
_DUIZENDSTE = 100_000
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def clean_picture(ruw: bytes) -> bytes:
    """A JPEG without EXIF, XMP, thumbnail and comment; other kinds as they are.

    LibreOffice passes a JPEG on byte for byte and draws every other kind anew.
    """
    if not ruw.startswith(_JPEG):
        return ruw
    uit, plek = bytearray(_JPEG), 2
    while plek + 4 <= len(ruw) and ruw[plek] == 0xFF:  # noqa: PLR2004 begin of a segment
        soort = ruw[plek + 1]
        if soort == 0xDA:  # noqa: PLR2004 from here on only the picture
            return bytes(uit) + _without_tail(ruw[plek:])
        if soort == 0xFF or soort in _LOS:  # noqa: PLR2004 filling
            plek += 1 if soort == 0xFF else 2  # noqa: PLR2004
            continue
        eind = plek + 2 + int.from_bytes(ruw[plek + 2 : plek + 4], "big")
        if soort in {_ADOBE, _JFIF} or not (0xE0 <= soort <= 0xEF or soort == 0xFE):  # noqa: PLR2004 application data and comments
            uit += ruw[plek:eind]
        plek = eind
    return _redraw(ruw)


def _without_tail(rest: bytes) -> bytes:
    """The picture up to its last end mark; some cameras append another one."""
    eind = rest.find(b"\xff\xd9")
    return rest if eind < 0 or b"\xff\xc4" in rest[:eind] else rest[: eind + 2]


def _redraw(ruw: bytes) -> bytes:
    try:
        with Image.open(BytesIO(ruw)) as beeld:
            uit = BytesIO()
            beeld.convert("RGB").save(uit, "PNG")
            return uit.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return ruw


def crop_pictures(
    wortel: etree._Element, doelen: dict[str, str], delen: dict[str, bytes]
) -> list[tuple[str, str, str]]:
    """Cut off what a picture does not show; gives the relations to the cut ones."""
    nieuw: list[tuple[str, str, str]] = []
    for rand in list(wortel.iter(f"{A}srcRect")):
        vulling = rand.getparent()
        blip = None if vulling is None else vulling.find(f"{A}blip")
        bron = None if blip is None else doelen.get(blip.get(f"{R}embed", ""))
        if blip is None or bron is None:
            continue
        snede = [int(rand.get(z, "0") or 0) / _DUIZENDSTE for z in "ltrb"]
        geknipt = cut_picture(delen[bron], snede)
        if geknipt is None:
            continue
        naam = f"word/media/geknipt{len(delen)}.png"
        delen[naam] = geknipt
        rid = f"rKnip{len(delen)}"
        blip.set(f"{R}embed", rid)
        nieuw.append((rid, _RELATIE, naam))
        remove([rand])
    return nieuw


def cut_picture(ruw: bytes, snede: list[float]) -> bytes | None:
    """A picture without what is cut off on each side; none when nothing is."""
    links, boven, rechts, onder = (max(0.0, s) for s in snede)
    if (
        not any((links, boven, rechts, onder))
        or links + rechts >= 1
        or boven + onder >= 1
    ):
        return None
    try:
        with Image.open(BytesIO(ruw)) as beeld:
            wijd, hoog = beeld.size
            doos = (
                round(wijd * links), round(hoog * boven),
                max(round(wijd * (1 - rechts)), round(wijd * links) + 1),
                max(round(hoog * (1 - onder)), round(hoog * boven) + 1),
            )  # fmt: skip
            uit = BytesIO()
            stuk = beeld.crop(doos)
            stuk.convert("RGBA" if "A" in stuk.getbands() else "RGB").save(uit, "PNG")
            return uit.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
