"""Which words of a text carry meaning, and how much two texts share of them."""

from __future__ import annotations

import re
from functools import cache

from pipeline.taal.gegevens import load_gegevens
from pipeline.taal.letters import klein

_WOORD = re.compile(r"[a-z]{4,}")
_STAM = 7


def content_words(tekst: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(
        w[:_STAM] for w in _WOORD.findall(klein(tekst)) if w not in _stopwoorden()
    )


def overlap(een: frozenset[str], ander: frozenset[str]) -> float:
    """How much of the shorter text stands in the longer one, from 0 to 1."""
    kleinste = min(len(een), len(ander))
    return len(een & ander) / kleinste if kleinste else 0.0


@cache
def _stopwoorden() -> frozenset[str]:
    return frozenset(load_gegevens("stopwoorden")["woorden"])
