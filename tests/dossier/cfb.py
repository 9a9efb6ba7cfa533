"""Write a compound file (MS-CFB, version 3) from paths and bytes.

The directory is a balanced tree per storage, as readers that search it expect.
Source: [MS-CFB] sections 2.2 to 2.6.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SECTOR, MINI, GRENS = 512, 64, 4096
VRIJ, EIND, FAT, GEEN = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_OPSLAG, _STROOM, _WORTEL = 1, 2, 5


@dataclass(slots=True)
class _Ingang:
    """An entry of the directory: a storage with children, or a stream with data."""

    naam: str
    soort: int
    data: bytes = b""
    kinderen: list[_Ingang] = field(default_factory=list)
    nummer: int = 0
    links: int = GEEN
    rechts: int = GEEN
    kind: int = GEEN
    start: int = EIND


def make_cfb(stromen: dict[str, bytes]) -> bytes:
    """The file with these streams; ``/`` in a name parts storages."""
    wortel = _make_boom(stromen)
    ingangen = _number(wortel)
    ministroom, minifat = _place_small(ingangen)
    wortel.data = ministroom
    sectoren: list[bytes] = []
    ketens: list[int] = []
    for ingang in ingangen:
        groot = ingang.soort == _WORTEL or len(ingang.data) >= GRENS
        if ingang.data and groot:
            ingang.start = _append(sectoren, ketens, ingang.data)
    start_minifat = _append(sectoren, ketens, _pack(minifat)) if minifat else EIND
    start_map = _append(sectoren, ketens, b"".join(map(_entry, _pad(ingangen))))
    fat_start = len(sectoren)
    aantal_fat = _count_fat(fat_start)
    fat = _pack([*ketens, *[FAT] * aantal_fat])
    aantal_minifat = -(-len(minifat) * 4 // SECTOR)
    kop = _header(aantal_fat, fat_start, start_map, start_minifat, aantal_minifat)
    return kop + b"".join(sectoren) + fat


def _make_boom(stromen: dict[str, bytes]) -> _Ingang:
    wortel = _Ingang("Root Entry", _WORTEL)
    mappen = {"": wortel}
    for pad, data in stromen.items():
        *boven, naam = pad.split("/")
        hier = ""
        for deel in boven:
            dieper = f"{hier}/{deel}"
            if dieper not in mappen:
                mappen[dieper] = _Ingang(deel, _OPSLAG)
                mappen[hier].kinderen.append(mappen[dieper])
            hier = dieper
        mappen[hier].kinderen.append(_Ingang(naam, _STROOM, data))
    return wortel


def _number(wortel: _Ingang) -> list[_Ingang]:
    """All entries in one row, each storage pointing to the tree of its children."""
    rij = [wortel]
    for ingang in rij:
        ingang.kinderen.sort(key=lambda k: (len(k.naam), k.naam.upper()))
        for kind in ingang.kinderen:
            kind.nummer = len(rij)
            rij.append(kind)
        ingang.kind = _balance(ingang.kinderen)
    return rij


def _balance(kinderen: list[_Ingang]) -> int:
    if not kinderen:
        return GEEN
    midden = len(kinderen) // 2
    top = kinderen[midden]
    top.links = _balance(kinderen[:midden])
    top.rechts = _balance(kinderen[midden + 1 :])
    return top.nummer


def _place_small(ingangen: list[_Ingang]) -> tuple[bytes, list[int]]:
    """Streams under the limit share one stream, with a chain table of their own."""
    stroom, minifat = bytearray(), list[int]()
    for ingang in ingangen:
        if ingang.soort == _STROOM and 0 < len(ingang.data) < GRENS:
            ingang.start = len(minifat)
            stukken = -(-len(ingang.data) // MINI)
            minifat += range(len(minifat) + 1, len(minifat) + stukken)
            minifat.append(EIND)
            stroom += ingang.data.ljust(stukken * MINI, b"\0")
    return bytes(stroom), minifat


def _append(sectoren: list[bytes], ketens: list[int], data: bytes) -> int:
    """Add data as a chain of sectors; gives the first."""
    start = len(sectoren)
    for i in range(0, len(data), SECTOR):
        sectoren.append(data[i : i + SECTOR].ljust(SECTOR, b"\0"))
        ketens.append(len(sectoren))
    ketens[-1] = EIND
    return start


def _count_fat(sectoren: int) -> int:
    """How many sectors the table needs that describes the sectors and itself."""
    aantal = 1
    while aantal * (SECTOR // 4) < sectoren + aantal:
        aantal += 1
    if aantal > 109:
        raise ValueError("files of this size need a table that is not written here")
    return aantal


def _pack(getallen: list[int]) -> bytes:
    vol = -(-len(getallen) // (SECTOR // 4)) * (SECTOR // 4)
    return struct.pack(f"<{vol}I", *getallen, *[VRIJ] * (vol - len(getallen)))


def _pad(ingangen: list[_Ingang]) -> list[_Ingang | None]:
    """A sector of the directory holds four entries."""
    return [*ingangen, *[None] * (-len(ingangen) % 4)]


def _entry(ingang: _Ingang | None) -> bytes:
    if ingang is None:
        return bytes(68) + struct.pack("<III", GEEN, GEEN, GEEN) + bytes(48)
    naam = ingang.naam.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIII",
        naam, len(naam), ingang.soort, 1, ingang.links, ingang.rechts, ingang.kind,
        0 if ingang.soort == _OPSLAG else ingang.start, len(ingang.data), 0,
    )  # fmt: skip


def _header(
    aantal_fat: int, fat_start: int, map_: int, minifat: int, aantal_minifat: int
) -> bytes:
    kop = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, aantal_fat, map_, 0, GRENS, minifat, aantal_minifat, EIND, 0, fat_start,
    )  # fmt: skip
    rest = [*range(fat_start + 1, fat_start + aantal_fat)]
    return kop + struct.pack("<108I", *rest, *[VRIJ] * (108 - len(rest)))
