"""Type 1 fonts: what no code shows is taken out of the program itself.

The outlines of a Type 1 font stand encrypted behind ``eexec`` (Adobe Type 1 Font
Format, chapter 7), each under its name. Those that are not needed go, names and all;
the rest stays byte for byte as the maker wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc.eexec import decrypt, encrypt
from fontTools.misc.psCharStrings import T1CharString

if TYPE_CHECKING:
    from collections.abc import Iterator

_EEXEC, _TEKENS = 55665, 4330
_VOORAF = 4
_SEAC = 5
_KOP = re.compile(rb"eexec[ \t]*(?:\r\n|\r|\n|[ \t])")
_NULLEN = re.compile(rb"(?:[\r\n\s]*0{64}){8}[\r\n\s]*cleartomark|cleartomark")
_LEN_IV = re.compile(rb"/lenIV\s+(\d+)")
_TEKEN = re.compile(rb"\s*/(\S+)\s+(\d+)\s+(?:RD|-\||\S+)[ ]")
_NA = re.compile(rb"\s*(?:ND|\|-|noaccess def|\S+)")
_CODE = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put\s*")
_HEXA = re.compile(rb"[0-9A-Fa-f\s]{8}")


@dataclass(frozen=True, slots=True)
class Type1:
    """A font program: the parts before, inside and after the encryption."""

    open: bytes
    dicht: bytes
    staart: bytes


def subset_type1(ruw: bytes, namen: set[str]) -> Type1:
    """The program with only these glyphs, ``.notdef``, and what they are made of.

    Raises ``ValueError`` for a program that is put together otherwise.
    """
    open_, dicht, staart = _parts(ruw)
    vooraf, plat = dicht[:_VOORAF], dicht[_VOORAF:]
    tekens = list(_glyphs(plat))
    if not tekens:
        raise ValueError("no outlines where they belong")
    bekend = {naam: (begin, eind, inhoud) for naam, begin, eind, inhoud in tekens}
    nodig = _with_parts({n for n in namen if n in bekend} | {".notdef"}, bekend, plat)
    delen, vorige = [], 0
    for naam, begin, eind, _ in tekens:
        if naam not in nodig:
            delen.append(plat[vorige:begin])
            vorige = eind
    nieuw = vooraf + b"".join([*delen, plat[vorige:]])
    return Type1(_forget_codes(open_, nodig), encrypt(nieuw, _EEXEC)[0], staart)


def own_codes(ruw: bytes) -> Iterator[tuple[int, str]]:
    """The codes that a program gives its glyphs by itself."""
    for gevonden in _CODE.finditer(ruw):
        yield int(gevonden.group(1)), gevonden.group(2).decode("latin-1")


def _parts(ruw: bytes) -> tuple[bytes, bytes, bytes]:
    """The open text, the decrypted part, and what follows it."""
    if ruw[:1] == b"\x80":
        ruw = b"".join(_pfb_parts(ruw))
    kop = _KOP.search(ruw)
    if kop is None:
        raise ValueError("no encrypted part")
    rest = ruw[kop.end() :]
    nullen = _NULLEN.search(rest)
    einde = nullen.start() if nullen else len(rest)
    versleuteld = rest[:einde]
    if _HEXA.match(versleuteld):
        versleuteld = bytes.fromhex(b"".join(versleuteld.split()).decode("ascii"))
    return ruw[: kop.end()], decrypt(versleuteld, _EEXEC)[0], rest[einde:]


def _pfb_parts(ruw: bytes) -> Iterator[bytes]:
    """The segments of a PFB file without their heads."""
    plek = 0
    while plek + 6 <= len(ruw) and ruw[plek] == 0x80 and ruw[plek + 1] in {1, 2}:  # noqa: PLR2004 heads
        lang = int.from_bytes(ruw[plek + 2 : plek + 6], "little")
        yield ruw[plek + 6 : plek + 6 + lang]
        plek += 6 + lang


def _glyphs(plat: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    """Name, begin, end and encrypted outline of each glyph, in order."""
    plek = plat.find(b"/CharStrings")
    plek = plat.find(b"begin", plek) + len(b"begin") if plek >= 0 else len(plat)
    while kop := _TEKEN.match(plat, plek):
        eind = kop.end() + int(kop.group(2))
        na = _NA.match(plat, eind)
        if na is None:
            return
        inhoud = plat[kop.end() : eind]
        yield kop.group(1).decode("latin-1"), plek, na.end(), inhoud
        plek = na.end()


def _with_parts(
    namen: set[str], bekend: dict[str, tuple[int, int, bytes]], plat: bytes
) -> set[str]:
    """These glyphs and, of one that is two put together, its parts."""
    gevonden = _LEN_IV.search(plat)
    len_iv = int(gevonden.group(1)) if gevonden else _VOORAF
    alle = set(namen)
    for naam in namen & bekend.keys():
        kaal = decrypt(bekend[naam][2], _TEKENS)[0][len_iv:]
        if not kaal.endswith(b"\x0c\x06"):
            continue
        teken = T1CharString(bytecode=kaal)
        teken.decompile()
        alle |= {StandardEncoding[int(c)] for c in teken.program[-3:-1]}
    return alle


def _forget_codes(open_: bytes, nodig: set[str]) -> bytes:
    """The open text without the codes of glyphs that are gone."""
    return _CODE.sub(
        lambda m: m.group(0) if m.group(2).decode("latin-1") in nodig else b"", open_
    )
