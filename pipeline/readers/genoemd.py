"""Attachments that the text names: the expectation to hold against what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UITGANG = (
    r"\.(?:pdf|docx?|docm|xlsx?|xlsm|pptx?|odt|ods|rtf|txt|csv|msg|eml|zip"
    r"|jpe?g|png|tiff?)\b"
)
_REGEL = re.compile(
    r"(?:bijlagen?|bijlage\(n\)|attachments?|bijgevoegd|bijgesloten)\s*:\s*(\S.*)",
    re.IGNORECASE,
)
_NAAM = re.compile(rf"[^,;|<>\t\n]*?{_UITGANG}", re.IGNORECASE)
_AANLOOP = re.compile(
    r".*\b(?:bijgevoegd\w*|bijgesloten|bijlagen?|bijlage\(n\)|bestand(?:en)?|document(?:en)?"
    r"|attached|attachments?|file)\b[\s:]*",
    re.IGNORECASE,
)
_LOS = re.compile(r"^(?:en|and|het|de|the|is|als)\s+", re.IGNORECASE)
_MAAT = re.compile(r"\s*\(\d+(?:[.,]\d+)?\s*[kmg]b\)", re.IGNORECASE)
_AANHALING = re.compile(rf"[\"'“”‘’«»]([^\"'“”‘’«»]+?{_UITGANG})", re.IGNORECASE)
_SLEUTELS = ("bijlage", "bijgevoegd", "bijgesloten", "attach", "bestand", "document")
_RAND = " \t\"'“”‘’«»[](){}*-–•:"
_LANGSTE = 160


def find_genoemd(regels: Iterable[str]) -> tuple[str, ...]:
    """The file names that lines of a message say are attached, each once, in order."""
    gevonden: dict[str, None] = {}
    for regel in regels:
        klein = regel.lower()
        if "." not in regel or not any(s in klein for s in _SLEUTELS):
            continue
        for naam in _names(regel):
            gevonden.setdefault(naam)
    return tuple(gevonden)


def _names(regel: str) -> list[str]:
    opsomming = _REGEL.match(regel)
    bron = _MAAT.sub("", opsomming.group(1) if opsomming else regel)
    geciteerd = [m.group(1).strip() for m in _AANHALING.finditer(bron)]
    if geciteerd:
        return geciteerd
    namen: list[str] = []
    for stuk in _NAAM.findall(bron):
        naam = stuk if opsomming else _AANLOOP.sub("", stuk, count=1)
        naam = _LOS.sub("", naam.strip(_RAND)).strip(_RAND)
        if opsomming or _AANLOOP.match(stuk) or namen:
            namen.append(naam)
    return [n for n in namen if n.rfind(".") > 0 and len(n) <= _LANGSTE]
