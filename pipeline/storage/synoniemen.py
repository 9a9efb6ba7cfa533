"""Words that mean the same in this work, from ``regels/lijsten/synoniemen``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.rulebook import Regelboek
from pipeline.storage.stammen import WOORD, stem_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    Stammen = tuple[str, ...]


def stem_words(tekst: str) -> Stammen:
    """The stems of all words of a text, compounds by their parts."""
    return tuple(s for woord in WOORD.findall(tekst) for s in stem_word(woord)[0])


@cache
def load_groepen() -> tuple[tuple[Stammen, ...], ...]:
    """The groups of the list, each a row of words or word groups as stems."""
    regels = Regelboek().lijst("synoniemen")
    return tuple(_read_groep(regel) for regel in regels)


@cache
def load_synoniemen() -> Mapping[Stammen, tuple[Stammen, ...]]:
    """For each word or word group: all that mean the same, itself first."""
    samen: dict[Stammen, tuple[Stammen, ...]] = {}
    for groep in load_groepen():
        for vorm in groep:
            samen[vorm] = tuple(dict.fromkeys((*samen.get(vorm, (vorm,)), *groep)))
    return samen


def _read_groep(regel: str) -> tuple[Stammen, ...]:
    vormen = (stem_words(v) for v in regel.replace("=", ",").split(","))
    return tuple(dict.fromkeys(v for v in vormen if v))
