"""Words of every day that someone wrote with a slip, and that no list knows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.taal.namen.lijsten import Naamlijsten

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DEELWOORD = re.compile(r"(?:[a-z]{2,5})?(?:ge|be|ver|ont|her|er)[a-z]{2,}(?:t|d|en)")
"""How a past participle is made: ``afgesproken``, ``verzocht``, ``herhaald``."""
_EINDEN = ("t", "d", "n", "e")
"""How a participle ends, also when its last letter is wrong or left out."""
_SCHEIDBAAR = (
    "af", "aan", "op", "mede", "mee", "toe", "vast", "in", "uit", "door", "over",
    "voor", "terug", "bij", "na", "weg",
)  # fmt: skip
_KORTSTE = 5
_LIJDEND = re.compile(r"[ ](?:is|zijn|was|waren|wordt|worden|werd|werden)(?!\w)")


def is_misspelt_participle(
    tekst: str, begin: int, eind: int, lijsten: Naamlijsten
) -> bool:
    """Whether a word before "is" or "wordt" is a past participle with a slip in it.

    Minutes are full of them: ``Afsproken is``, ``Medegedeelt wordt``.
    """
    if _LIJDEND.match(tekst, eind) is None:
        return False
    return _is_near_participle(klein(tekst[begin:eind]), lijsten)


@lru_cache(maxsize=1 << 12)
def _is_near_participle(woord: str, lijsten: Naamlijsten) -> bool:
    if len(woord) < _KORTSTE or not woord.endswith(_EINDEN):
        return False
    return any(
        anders in lijsten.woorden and _DEELWOORD.fullmatch(anders)
        for anders in _near(woord)
    )


def _near(woord: str) -> Iterator[str]:
    """The words that differ in one letter, or have the ``ge`` that was left out."""
    for i in range(len(woord) + 1):
        links, rechts = woord[:i], woord[i:]
        yield links + rechts[1:]
        for letter in _LETTERS:
            yield links + letter + rechts
            yield links + letter + rechts[1:]
    for deel in _SCHEIDBAAR:
        if woord.startswith(deel):
            yield f"{deel}ge{woord.removeprefix(deel)}"
