"""The code of a ground of the Woo, however it was written."""

from __future__ import annotations

import re

GROND = (
    r"(?<![\d.])5\.(?:1[. ]{0,2}(?:lid[ ])?(?:(?P<lid>[12])[., ]{0,2}"
    r"(?:(?:sub|onder)[ ])?(?P<letter>[a-i])|(?P<los>[456]))|"
    r"2(?:[. ]{0,2}(?:lid[ ])?(?P<twee>[12])(?!\d))?(?!\.\d)|(?P<vier>4a?))(?!\w)"
)
"""Pattern of a ground: ``5.1.2e``, ``5.1.2.e``, ``5.1 lid 2 sub e``, ``5.2``."""

_GROND = re.compile(rf"(?i){GROND}")


def find_code(tekst: str, begin: int = 0, eind: int | None = None) -> str | None:
    """The code of the first ground named in a text, such as ``5.1.2e``."""
    raak = _GROND.search(tekst, begin, len(tekst) if eind is None else eind)
    return plain_code(raak) if raak else None


def plain_code(raak: re.Match[str]) -> str:
    """The code as the rulebook writes it; ``5.2`` alone is its first paragraph."""
    if raak["lid"]:
        return f"5.1.{raak['lid']}{raak['letter'].lower()}"
    if raak["los"]:
        return f"5.1.{raak['los']}"
    return f"5.{raak['vier'].lower()}" if raak["vier"] else f"5.2.{raak['twee'] or 1}"
