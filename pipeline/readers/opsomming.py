"""List items as typed: a bullet, or a number that belongs to the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Private-use glyphs are what Symbol and Wingdings bullets become without their font.
_BULLET = re.compile(
    r"(?:[•‣▪▫◦●○■□◆◇►▶➢➤✓✔❖⁃∙·\uf000-\uf0ff]|[-–—*](?=\s)|[oØ§](?=\s+[A-Zà-ÿa-z]))\s*"
)
_NUMMER = re.compile(
    r"(?:(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})(?:[.)]|\.\))"
    r"|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)"
    r"|\d{1,2}(?:\.(?:[1-9]\d?|[a-z])){1,4}(?:[.)]|(?=\s+[A-ZÀ-Þ]))"
    r"|\d{1,2}[a-z](?:[.)]|(?=\s+[A-ZÀ-Þ])))"
    r"(?=\s+\S)"
)
_INITIAAL = re.compile(r"[A-Z]\.\s+(?:[A-Z]\.|[A-Z][a-z]+$|van |de |der |den )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opsomming:
    """A typed list item: its text without bullet, and its number where it has one."""

    tekst: str
    nummer: str = ""


def find_opsomming(tekst: str) -> Opsomming | None:
    """What stands in front of a list item, or nothing when the text is no list item."""
    if not tekst:
        return None
    bullet = _BULLET.match(tekst)
    if bullet:
        rest = tekst[bullet.end() :]
        return (
            Opsomming(tekst=rest) if rest or bullet.group()[0] not in "-–—*" else None
        )
    nummer = _NUMMER.match(tekst)
    if nummer is None or _INITIAAL.match(tekst):
        return None
    return Opsomming(tekst=tekst, nummer=nummer.group())
