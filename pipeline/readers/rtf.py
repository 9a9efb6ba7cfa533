"""The compressed RTF of Outlook (MS-OXRTFCP), and the text or HTML inside it."""

from __future__ import annotations

import re
import struct

_WOORDENBOEK = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern "
    rb"\fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    rb"{\colortbl\red0\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_GEPAKT, _LOS = 0x75465A4C, 0x414C454D
_VENSTER = 4096
_TEKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-f]{2})"
    r"|\\([^a-z0-9])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.IGNORECASE,
)
_OVERSLAAN = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata",
    "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl",
    "latentstyles", "datastore", "header", "footer", "fldinst", "filetbl", "mmathpr",
}  # fmt: skip
_WIT = {"par": "\n", "line": "\n", "tab": "\t", "cell": "\t", "row": "\n", "sect": "\n"}
_TEKENS = {
    "emdash": "—", "endash": "–", "bullet": "• ", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
}  # fmt: skip
_LOSSE = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}


def decompress(ruw: bytes, grens: int) -> bytes:
    """The RTF in a compressed stream.

    Raises ``ValueError`` when it is no such stream or unpacks beyond the limit.
    """
    if len(ruw) < 16:  # noqa: PLR2004 the fixed head
        raise ValueError("no compressed RTF")
    _, omvang, soort = struct.unpack_from("<III", ruw)
    if soort == _LOS:
        return ruw[16 : 16 + omvang]
    if soort != _GEPAKT or omvang > grens:
        raise ValueError("no compressed RTF within the limit")
    return bytes(_unpack(ruw, omvang)[:omvang])


def _unpack(ruw: bytes, omvang: int) -> bytearray:
    """Literal bytes and references into a window of 4096, flagged eight at a time."""
    venster = bytearray(_WOORDENBOEK.ljust(_VENSTER, b"\0"))
    schrijf, uit, plek, vlaggen = len(_WOORDENBOEK), bytearray(), 16, 1
    while plek < len(ruw) and len(uit) < omvang:
        if vlaggen == 1:
            vlaggen = ruw[plek] | 0x100
            plek += 1
            continue
        stuk = ruw[plek : plek + 1]
        if vlaggen & 1:
            lees, lengte = divmod(int.from_bytes(ruw[plek : plek + 2], "big"), 16)
            if lees == schrijf:
                break
            stuk = b""
        else:
            lees, lengte = 0, -2
        vlaggen >>= 1
        plek += 2 if lengte >= 0 else 1
        for stap in range(max(lengte + 2, 1)):
            teken = stuk[0] if stuk else venster[(lees + stap) % _VENSTER]
            uit.append(teken)
            venster[schrijf] = teken
            schrijf = (schrijf + 1) % _VENSTER
    return uit


def rtf_text(ruw: bytes) -> tuple[str, bool]:
    """The text of an RTF, and whether it is HTML that was wrapped in it."""
    tekst = ruw.decode("latin-1")
    is_html = "\\fromhtml" in tekst[:400]
    return _Ontleder(tekst, html=is_html).read(), is_html


class _Ontleder:
    """Walks over the words of an RTF with a stack of groups."""

    def __init__(self, tekst: str, *, html: bool) -> None:
        self._tekst = tekst
        self._html = html
        self._uit: list[str] = []
        self._bytes = bytearray()
        self._tabel = "cp1252"
        self._stapel: list[tuple[bool, bool, int]] = []
        self._weg = self._in_rtf = False
        self._na_unicode, self._nog_over = 1, 0
        self._ster = False

    def read(self) -> str:
        """All that is shown."""
        for stuk in _TEKEN.finditer(self._tekst):
            woord, getal, hexa, los, haak, plat = stuk.groups()
            if hexa is not None:
                self._add_byte(int(hexa, 16))
            elif woord is not None:
                self._flush()
                self._word(woord, getal)
            elif los is not None:
                self._flush()
                self._symbol(los)
            elif haak is not None:
                self._flush()
                self._group(haak)
            elif plat is not None:
                self._flush()
                self._add(plat)
        self._flush()
        return "".join(self._uit)

    def _group(self, haak: str) -> None:
        if haak == "{":
            self._stapel.append((self._weg, self._in_rtf, self._na_unicode))
        elif self._stapel:
            self._weg, self._in_rtf, self._na_unicode = self._stapel.pop()
        self._ster = False

    def _word(self, woord: str, getal: str | None) -> None:
        ster, self._ster = self._ster, False
        if woord == "htmltag":
            self._weg = False
        elif woord in _OVERSLAAN or (ster and woord != "htmltag"):
            self._weg = True
        elif woord == "htmlrtf":
            self._in_rtf = getal != "0"
        elif woord == "ansicpg" and getal:
            self._tabel = f"cp{getal}"
        elif woord == "uc" and getal:
            self._na_unicode = max(0, int(getal))
        elif woord == "u" and getal:
            self._add(chr(int(getal) % 0x10000))
            self._nog_over = self._na_unicode
        elif woord in _WIT:
            self._add(_WIT[woord])
        elif woord in _TEKENS:
            self._add(_TEKENS[woord])

    def _symbol(self, los: str) -> None:
        if los == "*":
            self._ster = True
        elif los in _LOSSE:
            self._add(_LOSSE[los])

    def _add_byte(self, waarde: int) -> None:
        if self._nog_over:
            self._nog_over -= 1
        elif not self._weg and not self._in_rtf:
            self._bytes.append(waarde)

    def _add(self, tekst: str) -> None:
        if self._nog_over and len(tekst) >= self._nog_over and tekst not in "\n\t":
            tekst, self._nog_over = tekst[self._nog_over :], 0
        if not self._weg and not self._in_rtf:
            self._uit.append(tekst)

    def _flush(self) -> None:
        """Bytes of the code page belong together: a letter may need two."""
        if self._bytes:
            try:
                self._uit.append(self._bytes.decode(self._tabel, "replace"))
            except LookupError:
                self._uit.append(self._bytes.decode("cp1252", "replace"))
            self._bytes.clear()
