"""Which rules speak in a sentence: cues for work, and words that take them back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
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


@cache
def _compile(patroon: str) -> re.Pattern[str]:
    """The pattern for text that is in lower case already: that runs twice as fast."""
    return re.compile(patroon.removeprefix("(?i)"))


class Regelset:
    """The rules of one kind, asked for what they find in one sentence."""

    def __init__(self, regels: Iterable[Regel]) -> None:
        self._regels = tuple((r, r.woorden, r.patroon) for r in regels)

    def find(self, klein: str) -> Iterator[tuple[Regel, re.Match[str]]]:
        """The first match of each rule in a sentence in lower case."""
        for regel, woorden, patroon in self._regels:
            for woord in woorden:
                if woord in klein:
                    treffer = _compile(patroon).search(klein)
                    if treffer:
                        yield regel, treffer
                    break

    def keep(self, klein: str) -> Regelset:
        """Only the rules of which a word occurs in the text of a document."""
        return Regelset(r for r, w, _ in self._regels if any(x in klein for x in w))


class Actieregels:
    """The rules for actions that can speak in one document, by what they do.

    ``tekst`` is that of the document, in lower case.
    """

    def __init__(self, regelboek: Regelboek, tekst: str) -> None:
        alle = regelboek.regels("acties")
        self.aanhef = tuple(r for r in alle if r.soort == "aanhef")
        self.staart = tuple(r for r in alle if r.soort == "staart")
        self.kop = tuple(r for r in alle if r.soort == "kop")
        self._cues = Regelset(r for r in alle if r.soort in _SOORTEN).keep(tekst)
        self._gelezen: dict[str, list[Raak]] = {}
        self._tegen = Regelset(r for r in alle if r.soort == "tegen")

    def find_cues(self, klein: str) -> list[Raak]:
        """The cues in a sentence, surest first; empty when it is no action."""
        if klein not in self._gelezen:
            self._gelezen[klein] = self._read_cues(klein)
        return self._gelezen[klein]

    def _read_cues(self, klein: str) -> list[Raak]:
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
