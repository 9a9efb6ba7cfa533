"""Characters of a PDF: hyphens at line ends, ligatures, what is no text."""

from __future__ import annotations

import re
import unicodedata

BREUK = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line, in a text."""

BREUKEN = frozenset({BREUK, "\x02"})
"""The same, as it gives it in a text and letter by letter."""

_WEG = dict.fromkeys(
    [
        *(*range(9), *range(11, 13), *range(14, 32)),
        *(
            *range(0x7F, 0xA0),
            0xAD,
            *range(0x200B, 0x2010),
            0x2060,
            0xFEFF,
            0xFFFE,
            0xFFFF,
        ),
    ]
)
_SPATIES = dict.fromkeys([9, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_LIGATUREN = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_TABEL = {**_WEG, **_SPATIES, **_LIGATUREN}
_HALF = re.compile("[\ud800-\udfff]")
_KOPPEL = re.compile(r"[-\u2010\u2011\u00ad]$")
_VERVOLG = re.compile(r"(?:en|of|dan wel|t/m|tot|c\.q\.)\b", re.IGNORECASE)
_VASTE_KOPPEL = {
    "oud", "ex", "vice", "niet", "non", "semi", "anti", "pro", "sub", "loco", "pseudo",
    "quasi", "e", "co", "bijna", "post", "pre", "mede", "inter", "noord", "zuid",
    "oost", "west", "midden", "sint", "adjunct", "aspirant", "kandidaat", "interim",
    "mbo", "hbo",
}  # fmt: skip
_BOTST = {
    "ae",
    "ai",
    "au",
    "ee",
    "ei",
    "eu",
    "ie",
    "oe",
    "oi",
    "oo",
    "ou",
    "ui",
    "uu",
    "aa",
    "ii",
}
_LAATSTE_WOORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*$")
_EERSTE_WOORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_KORT = 3


def join_halves(tekst: str) -> str:
    """The text with characters beyond the basic plane, as emoji are, in one piece."""
    return tekst.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def clean(tekst: str) -> str:
    """A printed line as text: ligatures spelled out, composed letters, plain spaces."""
    if not (tekst.isascii() and tekst.isprintable()):
        if _HALF.search(tekst):
            tekst = join_halves(tekst)
        tekst = tekst.translate(_TABEL)
        if not unicodedata.is_normalized("NFC", tekst):
            tekst = unicodedata.normalize("NFC", tekst)
    return tekst.strip()


def ends_broken(tekst: str) -> bool:
    """Whether a line ends in a hyphen right behind a letter or figure."""
    return bool(_KOPPEL.search(tekst)) and len(tekst) > 1 and tekst[-2].isalnum()


def join_broken(boven: str, onder: str, woorden: frozenset[str]) -> str:
    """Two printed lines as one: the hyphen goes where the word was merely broken.

    ``boven`` ends in the hyphen. ``woorden`` are the words of the document as printed
    within lines; they decide when both readings are possible.
    """
    kaal = boven[:-1]
    links, rechts = _LAATSTE_WOORD.search(kaal), _EERSTE_WOORD.match(onder)
    if links is None or rechts is None:
        return f"{kaal}-{onder}"
    if _VERVOLG.match(onder):
        return f"{kaal}- {onder}"
    if _mid_sentence_name(kaal, links) or _keeps_hyphen(
        links.group(), rechts.group(), woorden
    ):
        return f"{kaal}-{onder}"
    return f"{kaal}{onder}"


def _mid_sentence_name(kaal: str, links: re.Match[str]) -> bool:
    """A capital in the middle of a sentence: a name, which keeps its hyphen."""
    voor = kaal[: links.start()].rstrip()
    return bool(voor) and voor[-1] not in ".!?:•" and links.group()[0].isupper()


def _keeps_hyphen(links: str, rechts: str, woorden: frozenset[str]) -> bool:
    if f"{links}-{rechts}" in woorden:
        return True
    if f"{links}{rechts}" in woorden:
        return False
    laatste = links.rpartition("-")[2]
    if not rechts[0].islower() or not laatste.islower():
        return _keeps_capital(laatste, rechts, woorden)
    if laatste in _VASTE_KOPPEL or len(laatste) == 1:
        return True
    # Dutch writes a hyphen where two vowels would be read as one: zee-egel.
    return f"{laatste[-1]}{rechts[0]}" in _BOTST and laatste in woorden


def _keeps_capital(links: str, rechts: str, woorden: frozenset[str]) -> bool:
    """Capitals or figures: a name or abbreviation keeps its hyphen (AMV-opvang)."""
    gewoon = links[:1].isupper() and links[1:].islower() and rechts[0].islower()
    if not gewoon or len(links) <= _KORT:
        return True
    # A word at the start of a sentence may be broken; one that stands alone elsewhere
    # in the document is a word by itself.
    return links in woorden
