"""The code of a ground of the Woo, however it was written."""

from __future__ import annotations

import re

_LIDWOORDEN = {"eerste": "1", "tweede": "2", "vierde": "4", "vijfde": "5", "zesde": "6"}
_ONDER = r"(?:(?:aanhef[ ])?(?:en[ ])?(?:sub|onder(?:deel)?)[ ])?"

GROND = (
    r"(?<![\d.])5\.(?:1[. ]{0,2}(?:lid[ ])?(?:(?P<lid>[12])[., ]{0,2}"
    rf"{_ONDER}(?P<letter>[a-i])|(?P<los>[456]))|"
    r"1,?[ ](?:lid[ ](?P<nummer>[12])|(?P<woord>eerste|tweede)[ ]lid),?[ ]"
    rf"{_ONDER}(?P<onder>[a-i])|1,?[ ](?P<rest>vierde|vijfde|zesde)[ ]lid|"
    r"2,?[ ](?P<rang>eerste|tweede)[ ]lid|"
    r"2(?:[. ]{0,2}(?:lid[ ])?(?P<twee>[12])(?!\d))?(?!\.\d)|(?P<vier>4a?))(?!\w)"
)
"""Pattern of a ground: ``5.1.2e``, ``5.1 lid 2 sub e``, ``5.1, tweede lid, onder e``,
``5.2``."""

_GROND = re.compile(rf"(?i){GROND}")


def find_code(tekst: str, begin: int = 0, eind: int | None = None) -> str | None:
    """The code of the first ground named in a text, such as ``5.1.2e``."""
    return next(iter(find_codes(tekst, begin, eind)), None)


def find_codes(tekst: str, begin: int = 0, eind: int | None = None) -> tuple[str, ...]:
    """The codes of all grounds named in a text, in order and each once."""
    raken = _GROND.finditer(tekst, begin, len(tekst) if eind is None else eind)
    return tuple(dict.fromkeys(map(plain_code, raken)))


def plain_code(raak: re.Match[str]) -> str:
    """The code as the rulebook writes it; ``5.2`` alone is its first paragraph."""
    lid = raak["lid"] or raak["nummer"] or _number(raak["woord"])
    if lid:
        return f"5.1.{lid}{(raak['letter'] or raak['onder']).lower()}"
    if los := raak["los"] or _number(raak["rest"]):
        return f"5.1.{los}"
    if raak["vier"]:
        return f"5.{raak['vier'].lower()}"
    return f"5.2.{raak['twee'] or _number(raak['rang']) or 1}"


def _number(woord: str | None) -> str:
    return _LIDWOORDEN[woord.lower()] if woord else ""
