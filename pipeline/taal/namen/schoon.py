"""Text without what hides a name, with a map back to where each character stood."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from heapq import merge
from typing import TYPE_CHECKING

from pipeline.taal.letters import vouw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ONZICHTBAAR = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LIGATUREN = "\ufb00-\ufb06\u0132\u0133"
_STOORT = re.compile(
    rf"(?P<weg>[{_ONZICHTBAAR}]+|</?(?:b|i|u|em|strong|sup|sub|span|"
    rf"font|br)(?:[ ][^<>@\n]{{0,80}})?/?>|\*\*|__(?=\w)|(?<=\w)__)"
    rf"|(?P<breuk>(?<=[^\W\d_])-[ ]?\n[ ]{{0,4}}(?=[a-zà-ÿ]))"
    rf"|(?P<ligatuur>[{_LIGATUREN}])"
    r"|(?P<accent>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<teken>&(?:amp|lt|gt|nbsp|quot|apos|#39);)"
)
_SNEL = re.compile(rf"[{_ONZICHTBAAR}{_LIGATUREN}\u0300-\u036f<&*]|__|-[ ]?\n")
_ACCENTEN = frozenset(map(chr, range(0x300, 0x370)))
_GESPATIEERD = re.compile(r"(?<![\w.'’-])[^\W\d_](?:[ ]{1,3}[^\W\d_](?![\w.'’-])){3,}")
"""Four letters or more that stand apart, as in a heading: ``K o l k``."""
_SPATIES = re.compile(r"[ ]+")
_SNEL_GESPATIEERD = re.compile(r" [^\W\d_] {1,3}[^\W\d_] {1,3}[^\W\d_]\b")
_REGELEIND = re.compile(
    r"\n(?:(?<=@\n)(?=[\w-]{2,40}\.[a-z]{2})|(?<=[a-zà-ÿ]-\n)(?=[A-ZÀ-Þ][a-zà-ÿ])|"
    r"(?:(?<=[ ](?:van|der|den|ter|ten)\n)|(?<=[ ](?:de|te|El|el|Al|al)\n))"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ])(?![\w ]{2,24}:))"
)
"""Where a line ends in an address, in a double surname, or behind a particle."""
_TOT_VOEGSEL = re.compile(
    r"(?<!,[ ])(?<![\w.])[A-ZÀ-Þ](?:\.|[\w'’-]+)"
    r"(?:[ ](?:van|der|den|ter|ten|de|te|El|el|Al|al)){1,3}\Z"
)
_LANGSTE_BEGIN = 48
_TEKENS = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&quot;": '"'}
_VOEGSELS = ("van", "de", "den", "der", "ter", "ten", "te", "en", "of", "el", "al")
_RAND = re.compile(r"[\w'’-]")


@dataclass(frozen=True, slots=True)
class Schoon:
    """A clean text; ``span`` tells where a stretch of it stood in the source."""

    tekst: str
    _schoon: list[int] = field(default_factory=lambda: [0])
    _bron: list[int] = field(default_factory=lambda: [0])

    def positie(self, positie: int) -> int:
        """Where a character of the clean text stood in the source."""
        index = bisect_right(self._schoon, positie) - 1
        return self._bron[index] + positie - self._schoon[index]

    def span(self, begin: int, eind: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the clean text came from."""
        if eind <= begin:
            bron = self.positie(begin)
            return bron, bron
        return self.positie(begin), self.positie(eind - 1) + 1


def clean(
    tekst: str,
    breuken: Sequence[tuple[int, int]] = (),
    einden: Sequence[tuple[int, int]] = (),
) -> Schoon:
    """The text without markup, invisible characters, broken words and letters apart.

    Quotes, dashes and spaces become plain; letters keep their accents. A character
    that stands for several, such as a ligature, maps back to its own place. ``breuken``
    are stretches, in order, that only part a word in two: they go. ``einden`` are those
    that part two words of a name: a space comes in their place.
    """
    gespatieerd = _SNEL_GESPATIEERD.search(tekst) is not None
    over_regels = list(_over_lines(tekst))
    if not (breuken or einden or gespatieerd or over_regels or _SNEL.search(tekst)):
        return Schoon(_plain(tekst))
    bronnen = [
        _changes(tekst),
        ((begin, eind, "") for begin, eind in breuken),
        ((begin, eind, " ") for begin, eind in einden),
        over_regels,
    ]
    if gespatieerd:
        bronnen.append(_joined(tekst))
    stukken: list[str] = []
    schoon, bron = [0], [0]
    lengte = vorige = 0
    for begin, eind, nieuw in _in_order(bronnen):
        stukken += (tekst[vorige:begin], nieuw)
        lengte += begin - vorige
        for _ in nieuw:
            schoon.append(lengte)
            bron.append(begin)
            lengte += 1
        schoon.append(lengte)
        bron.append(eind)
        vorige = eind
    stukken.append(tekst[vorige:])
    return Schoon(_plain("".join(stukken)), schoon, bron)


def _in_order(
    bronnen: Sequence[Iterable[tuple[int, int, str]]],
) -> Iterator[tuple[int, int, str]]:
    """What goes or changes, in order; of two that overlap the first."""
    vorige = 0
    for begin, eind, nieuw in merge(*bronnen):
        if begin >= vorige:
            yield begin, eind, nieuw
            vorige = eind


def _over_lines(tekst: str) -> Iterator[tuple[int, int, str]]:
    """The ends of lines that part an address in two, or a name before its surname."""
    for raak in _REGELEIND.finditer(tekst):
        begin = raak.start()
        if tekst[begin - 1] in "@-":
            yield begin, begin + 1, ""
        elif _TOT_VOEGSEL.search(tekst[max(0, begin - _LANGSTE_BEGIN) : begin]):
            yield begin, begin + 1, " "


def _joined(tekst: str) -> Iterator[tuple[int, int, str]]:
    """The spaces inside words whose letters stand apart; a capital opens a word."""
    for reeks in _GESPATIEERD.finditer(tekst):
        for ruimte in _SPATIES.finditer(tekst, *reeks.span()):
            begin, eind = ruimte.span()
            woord = eind - begin > 1 or (
                tekst[begin - 1].islower() and tekst[eind].isupper()
            )
            yield begin, eind, " " if woord else ""


def _disturbances(tekst: str) -> Iterator[re.Match[str]]:
    """All matches of ``_STOORT``; what can begin one is found fast."""
    vrij = 0
    for plek in _SNEL.finditer(tekst):
        begin = plek.start()
        # A mark that stands over a letter belongs to that letter.
        accent = begin > vrij and plek.group() in _ACCENTEN
        raak = _STOORT.match(tekst, begin - accent) if begin >= vrij else None
        if raak is not None:
            vrij = raak.end()
            yield raak


def _changes(tekst: str) -> Iterator[tuple[int, int, str]]:
    for raak in _disturbances(tekst):
        soort, stuk = raak.lastgroup, raak.group()
        nieuw = ""
        if soort == "teken":
            nieuw = _TEKENS.get(stuk, "'")
        elif soort in {"accent", "ligatuur"}:
            nieuw = unicodedata.normalize("NFKC", stuk)
        elif soort == "breuk" and tekst.startswith(_VOEGSELS, raak.end()):
            nieuw = "-"
        yield raak.start(), raak.end(), nieuw


_TABEL = {
    code: vouw(chr(code))
    for code in range(0x80, 0x2100)
    if not chr(code).isalpha() and vouw(chr(code)) != chr(code)
}


_VREEMD = re.compile(r"[^\x00-\x7f]")


def _plain(tekst: str) -> str:
    return _VREEMD.sub(lambda raak: _TABEL.get(ord(raak.group()), raak.group()), tekst)
