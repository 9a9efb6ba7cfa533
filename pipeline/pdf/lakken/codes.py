"""From the bytes of a string to characters: ToUnicode maps and simple encodings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from fontTools import agl
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])|([A-Za-z]+)")
MEEST_IN_REEKS = 70_000


def parse_tounicode(inhoud: bytes) -> dict[int, str]:
    """The characters of each code in a ToUnicode map (ISO 32000-2, 9.10.3)."""
    kaart: dict[int, str] = {}
    waarden: list[bytes | list[bytes]] = []
    rij: list[bytes] | None = None
    for gevonden in _TEKEN.finditer(inhoud):
        hexa, haak, woord = gevonden.groups()
        if hexa is not None:
            waarde = bytes.fromhex(_even(hexa))
            (rij if rij is not None else waarden).append(waarde)
        elif haak == b"[":
            rij = []
        elif haak == b"]":
            if rij is not None:
                waarden.append(rij)
            rij = None
        elif woord == b"endbfchar":
            kaart |= dict(_pairs(waarden))
            waarden = []
        elif woord == b"endbfrange":
            kaart |= dict(_ranges(waarden))
            waarden = []
        elif woord in {b"beginbfchar", b"beginbfrange", b"endcodespacerange"}:
            waarden = []
    return kaart


def write_tounicode(kaart: dict[int, str], breed: int) -> bytes:
    """A ToUnicode map of these codes alone, in the order of the codes."""
    regels = [
        f"<{code:0{breed * 2}X}> <{tekst.encode('utf-16-be', 'surrogatepass').hex()}>"
        for code, tekst in sorted(kaart.items())
        if tekst
    ]
    blokken = [regels[n : n + 100] for n in range(0, len(regels), 100)]
    inhoud = "\n".join(
        f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blokken
    )
    hoogst = "FF" * breed
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'00' * breed}> <{hoogst}>\nendcodespacerange\n"
        f"{inhoud}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _even(hexa: bytes) -> str:
    schoon = b"".join(hexa.split()).decode("ascii")
    return schoon + "0" * (len(schoon) % 2)


def _pairs(waarden: list[bytes | list[bytes]]) -> Iterator[tuple[int, str]]:
    for code, doel in zip(waarden[::2], waarden[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(doel, bytes):
            yield int.from_bytes(code, "big"), _utf16(doel)


def _ranges(waarden: list[bytes | list[bytes]]) -> Iterator[tuple[int, str]]:
    for van, tot, doel in zip(waarden[::3], waarden[1::3], waarden[2::3], strict=False):
        if not isinstance(van, bytes) or not isinstance(tot, bytes):
            continue
        eerste, laatste = int.from_bytes(van, "big"), int.from_bytes(tot, "big")
        for stap in range(min(laatste - eerste + 1, MEEST_IN_REEKS)):
            if isinstance(doel, list):
                if stap < len(doel):
                    yield eerste + stap, _utf16(doel[stap])
            else:
                yield eerste + stap, _utf16(_add(doel, stap))


def _add(doel: bytes, stap: int) -> bytes:
    """The target of a range, its last two bytes counted on."""
    if len(doel) < 2:  # noqa: PLR2004 a target is UTF-16, two bytes a unit
        return bytes([(doel[0] + stap) % 256]) if doel else b""
    staart = (int.from_bytes(doel[-2:], "big") + stap) % 65536
    return doel[:-2] + staart.to_bytes(2, "big")


def _utf16(waarde: bytes) -> str:
    if len(waarde) == 1:
        return chr(waarde[0])
    return waarde.decode("utf-16-be", "replace")


@lru_cache(maxsize=4096)
def name_to_text(naam: str) -> str:
    """The characters a glyph name stands for; "" for a name that tells nothing."""
    return str(agl.toUnicode(naam))


@lru_cache(maxsize=8)
def base_encoding(naam: str) -> tuple[str, ...]:
    """The text of each of the 256 codes in a named simple encoding (Annex D)."""
    if naam == "WinAnsiEncoding":
        codes = [bytes([c]).decode("cp1252", "replace") for c in range(256)]
        return tuple(t if t != "\ufffd" else "•" for t in codes)
    tabel = MacRoman if naam == "MacRomanEncoding" else StandardEncoding
    return tuple(name_to_text(n) if n != ".notdef" else "" for n in tabel)
