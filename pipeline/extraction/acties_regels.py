"""Which rules speak in a sentence: cues for work, and words that take them back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.rulebook import Regel, Regelboek

_SOORTEN = ("toezegging", "verzoek", "signaal", "afspraak", "actie")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raak:
    """A rule that speaks in a sentence: its match, and how sure it still is."""

    regel: Regel
    begin: int
    eind: int
    match: re.Match[str]
    zekerheid: float


class Regelset:
    """The rules of one room, with a quick look ahead over all their words."""

    def __init__(self, regels: Iterable[Regel]) -> None:
        self._regels = tuple(regels)

    @cached_property
    def _vooraf(self) -> re.Pattern[str]:
        woorden = sorted({w for r in self._regels for w in r.woorden})
        return re.compile("|".join(map(re.escape, woorden)))

    def find(self, klein: str) -> Iterator[tuple[Regel, re.Match[str]]]:
        """The first match of each rule in a sentence in lower case."""
        if not self._vooraf.search(klein):
            return
        for regel in self._regels:
            if regel.woorden and not any(w in klein for w in regel.woorden):
                continue
            treffer = regel.vorm.search(klein)
            if treffer:
                yield regel, treffer


class Actieregels:
    """The rules for actions, by what they do."""

    def __init__(self, regelboek: Regelboek) -> None:
        alle = regelboek.regels("acties")
        self.aanhef = tuple(r for r in alle if r.soort == "aanhef")
        self.staart = tuple(r for r in alle if r.soort == "staart")
        self.kop = tuple(r for r in alle if r.soort == "kop")
        self._cues = Regelset(r for r in alle if r.soort in _SOORTEN)
        self._tegen = Regelset(r for r in alle if r.soort == "tegen")

    def find_cues(self, klein: str) -> list[Raak]:
        """The cues in a sentence, surest first; empty when it is no action."""
        raak = list(self._cues.find(klein))
        if not raak:
            return []
        tegen = list(self._tegen.find(klein))
        gevonden = [
            Raak(regel=r, begin=m.start(), eind=m.end(), match=m, zekerheid=z)
            for r, m in raak
            if (z := _weigh(r, tegen)) > 0
        ]
        return sorted(gevonden, key=lambda x: (-x.zekerheid, x.begin))


def _weigh(regel: Regel, tegen: list[tuple[Regel, re.Match[str]]]) -> float:
    zekerheid = regel.zekerheid
    for tegenregel, _ in tegen:
        alleen = tegenregel.kenmerken.get("alleen")
        if alleen and regel.id not in alleen.split():
            continue
        if regel.id in tegenregel.kenmerken.get("behalve", "").split():
            continue
        if tegenregel.kenmerken["weging"] == "nee":
            return 0.0
        zekerheid *= 0.8
    return round(zekerheid, 3)
