"""A small writer of Outlook messages: properties (MS-OXMSG) in a compound file (MS-CFB)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.dossier.cfb import make_cfb

_TEKST, _GETAL, _TIJD, _BYTES, _WAAR = 0x001F, 0x0003, 0x0040, 0x0102, 0x000B
_LEES_SCHRIJF = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """What an Outlook message holds; people are (name, address), files (name, bytes).

    Without ``tekst`` the message has no body; ``rtf`` is a compressed RTF body.
    """

    onderwerp: str
    van: tuple[str, str]
    aan: tuple[tuple[str, str], ...]
    verzonden: datetime
    tekst: str | None
    rtf: bytes | None = None
    bijlagen: tuple[tuple[str, bytes], ...] = ()


def make_msg(bericht: Bericht) -> bytes:
    """The bytes of the message."""
    boom: dict[str, bytes] = {}
    velden: dict[tuple[int, int], object] = {
        (0x001A, _TEKST): "IPM.Note",
        (0x0037, _TEKST): bericht.onderwerp,
        (0x0070, _TEKST): bericht.onderwerp,
        (0x0E1D, _TEKST): bericht.onderwerp,
        (0x0C1A, _TEKST): bericht.van[0],
        (0x0042, _TEKST): bericht.van[0],
        (0x0C1E, _TEKST): "SMTP",
        (0x0C1F, _TEKST): bericht.van[1],
        (0x5D01, _TEKST): bericht.van[1],
        (0x0E04, _TEKST): "; ".join(naam for naam, _ in bericht.aan),
        (0x0039, _TIJD): bericht.verzonden,
        (0x0E06, _TIJD): bericht.verzonden,
        (0x0E07, _GETAL): 1,
        (0x3FDE, _GETAL): 65001,
        (0x340D, _GETAL): 0x00040E79,
        (0x0E1B, _WAAR): int(bool(bericht.bijlagen)),
    }
    if bericht.tekst is not None:
        velden[0x1000, _TEKST] = bericht.tekst.replace("\n", "\r\n")
    if bericht.rtf is not None:
        velden[0x1009, _BYTES] = bericht.rtf
    aantallen = (len(bericht.aan), len(bericht.bijlagen))
    kop = struct.pack("<8xIIII8x", *aantallen, *aantallen)
    _store(boom, "", velden, kop)
    for i, (naam, adres) in enumerate(bericht.aan):
        _store(
            boom, f"__recip_version1.0_#{i:08X}/", _recipient(i, naam, adres), bytes(8)
        )
    for i, (naam, inhoud) in enumerate(bericht.bijlagen):
        _store(
            boom,
            f"__attach_version1.0_#{i:08X}/",
            _attachment(i, naam, inhoud),
            bytes(8),
        )
    for stroom in ("00020102", "00030102", "00040102"):
        boom[f"__nameid_version1.0/__substg1.0_{stroom}"] = b""
    return make_cfb(boom)


def _recipient(nummer: int, naam: str, adres: str) -> dict[tuple[int, int], object]:
    return {
        (0x0C15, _GETAL): 1,
        (0x3000, _GETAL): nummer,
        (0x3001, _TEKST): naam,
        (0x3002, _TEKST): "SMTP",
        (0x3003, _TEKST): adres,
        (0x39FE, _TEKST): adres,
    }


def _attachment(nummer: int, naam: str, inhoud: bytes) -> dict[tuple[int, int], object]:
    return {
        (0x0E21, _GETAL): nummer,
        (0x3705, _GETAL): 1,
        (0x3701, _BYTES): inhoud,
        (0x3704, _TEKST): naam[:8],
        (0x3707, _TEKST): naam,
        (0x3001, _TEKST): naam,
        (0x370B, _GETAL): 0xFFFFFFFF,
    }


def _store(
    boom: dict[str, bytes], map_: str, velden: dict[tuple[int, int], object], kop: bytes
) -> None:
    """Put properties into a storage: small ones in the table, others in streams."""
    tabel = bytearray(kop)
    for (nummer, soort), waarde in sorted(velden.items()):
        tag = nummer << 16 | soort
        if soort in {_TEKST, _BYTES}:
            data = waarde.encode("utf-16-le") if isinstance(waarde, str) else waarde
            boom[f"{map_}__substg1.0_{tag:08X}"] = data
            lengte = len(data) + (2 if soort == _TEKST else 0)
            tabel += struct.pack("<IIII", tag, _LEES_SCHRIJF, lengte, 0)
        else:
            tabel += struct.pack("<IIQ", tag, _LEES_SCHRIJF, _small(waarde))
    boom[f"{map_}__properties_version1.0"] = bytes(tabel)


def _small(waarde: object) -> int:
    """A number as it stands; a time in steps of 100 ns since 1601."""
    if isinstance(waarde, datetime):
        verstreken = waarde - datetime(1601, 1, 1, tzinfo=UTC)
        return (verstreken.days * 86400 + verstreken.seconds) * 10_000_000
    return int(waarde)
