"""One pattern for many words: shared beginnings are tried once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def woordvorm(woorden: Iterable[str]) -> str:
    """A pattern that matches each of some words, the longest that fits first."""
    boom: dict[str, Any] = {}
    for woord in woorden:
        tak = boom
        for letter in woord:
            tak = tak.setdefault(letter, {})
        tak[""] = {}
    return _pattern(boom)


def _pattern(boom: dict[str, Any]) -> str:
    takken = [re.escape(k) + _pattern(v) for k, v in sorted(boom.items()) if k]
    if not takken:
        return ""
    samen = (
        takken[0] if len(takken) == 1 and "" not in boom else f"(?:{'|'.join(takken)})"
    )
    return f"{samen}?" if "" in boom else samen
