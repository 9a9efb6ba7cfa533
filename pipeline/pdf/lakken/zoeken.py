"""Which glyphs lie under a mark: by its words, or by its area.

Words are compared without white space, case and hyphenation, so that a name that is
kerned, split over styles or broken over lines is found as well as one in a single
string.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.pdf.lakken.matrix import bounds, holds, stretch
from pipeline.pdf.tekens import BREUKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pipeline.pdf.lakken.matrix import Punt
    from pipeline.pdf.lakken.stroom import Doos, Loop, Stroom

SPELING = 2.5
"""Points that a frame from another library may lie off."""

NAAST = 0.12
"""Em between two letters of one word, at the most."""

DEKT = 0.2
"""The part of a glyph that must lie in an area for the glyph to go."""

SCHUIN = 0.02
"""The slope, rise over run, from which text is slanted."""

_STREEPJES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")

Plek = tuple["Loop", int]


@dataclass(frozen=True, slots=True)
class Glyftekst:
    """The text of a page without white space, and the glyph behind each character.

    ``plekken`` are all glyphs in order, ``nummers`` the index among them per character.
    """

    tekst: str
    plekken: tuple[Plek, ...]
    nummers: tuple[int, ...]

    def between(self, begin: int, eind: int) -> tuple[Plek, ...]:
        """The glyphs of a stretch, the white space inside it included.

        With the glyphs glued to it of which nobody says what letter they are.
        """
        van, tot = self.nummers[begin], self.nummers[eind - 1] + 1
        while van and _is_glued(self.plekken[van - 1], self.plekken[van]):
            van -= 1
        while tot < len(self.plekken) and _is_glued(
            self.plekken[tot], self.plekken[tot - 1]
        ):
            tot += 1
        return self.plekken[van:tot]


def fold(tekst: str) -> str:
    """A text as it is compared: no white space, no case, ligatures in letters.

    Accents stand apart, so that a letter of its own and one with its accent behind it,
    as some systems write them, are the same glyph by glyph.
    """
    plat = unicodedata.normalize("NFKD", tekst).casefold().translate(_STREEPJES)
    return "".join(
        t for t in plat if not (t.isspace() or t in BREUKEN or _is_format(t))
    )


def _is_format(teken: str) -> bool:
    """Whether a character only directs how others are set, as a soft hyphen does.

    Or is the code of a glyph of which nobody says what letter it is.
    """
    if teken.isascii():
        return teken < " "
    return unicodedata.category(teken) == "Cf"


_fold_glyph = lru_cache(maxsize=65536)(fold)


def read_glyphs(lopen: Iterable[Loop], *, streepjes: bool = True) -> Glyftekst:
    """The text of runs in their order; without ``streepjes`` no hyphen is kept."""
    alle = [(loop, nummer) for loop in lopen for nummer in range(len(loop.glieven))]
    return _as_text(alle, streepjes=streepjes)


def _as_text(plekken: Sequence[Plek], *, streepjes: bool) -> Glyftekst:
    plat = [_fold_glyph(loop.glieven[nummer].tekst) for loop, nummer in plekken]
    if not streepjes:
        plat = [teken.replace("-", "") for teken in plat]
    nummers = [plek for plek, tekens in enumerate(plat) for _ in tekens]
    return Glyftekst("".join(plat), tuple(plekken), tuple(nummers))


class Vondst(NamedTuple):
    """An occurrence of words: its glyphs, if it is a whole word, where it begins."""

    plekken: tuple[Plek, ...]
    heel: bool
    eerste: Doos


class Zoeker:
    """Finds the words of marks on a page; it reads the page once in each way."""

    def __init__(self, stroom: Stroom) -> None:
        self._lopen = stroom.all_runs()
        self._gelezen: dict[tuple[bool, bool], Glyftekst] = {}
        self._plekken: dict[tuple[str, bool, bool], list[Vondst]] = {}

    def find(self, woorden: str, dozen: Sequence[Doos]) -> list[tuple[Plek, ...]]:
        """Every place on the page where words stand within one of the areas.

        Without areas, every place on the page. Tries the order of showing first, then
        the order in which the eye meets the glyphs; with hyphens, then without. Last
        what stands in the areas, one after another: between the halves of a name that
        a narrow column broke stand the other columns.
        """
        naald = fold(woorden)
        for op_het_oog in (False, True):
            for streepjes in (True, False):
                deze = naald if streepjes else naald.replace("-", "")
                glyftekst = self._read(op_het_oog=op_het_oog, streepjes=streepjes)
                sleutel = deze, op_het_oog, streepjes
                if sleutel not in self._plekken:
                    self._plekken[sleutel] = list(_find(glyftekst, deze))
                gevonden = _choose(self._plekken[sleutel], dozen)
                if gevonden:
                    return gevonden
        return self._find_over_areas(naald, dozen) if len(dozen) > 1 else []

    def _find_over_areas(
        self, naald: str, dozen: Sequence[Doos]
    ) -> list[tuple[Plek, ...]]:
        """The places of words that run on from one area into the next."""
        lopen = sort_visually(self._lopen)
        erin = [
            (loop, nummer)
            for doos in dozen
            for loop in lopen
            if overlap(loop.box_all(), doos) > 0
            for nummer in range(len(loop.glieven))
            if _holds(doos, loop.box(nummer))
        ]
        for streepjes in (True, False):
            deze = naald if streepjes else naald.replace("-", "")
            glyftekst = _as_text(list(dict.fromkeys(erin)), streepjes=streepjes)
            gevonden = [v.plekken for v in _find(glyftekst, deze)]
            if gevonden:
                return gevonden
        return []

    def find_touching(
        self, woorden: str, dozen: Sequence[Doos]
    ) -> list[tuple[Plek, ...]]:
        """Every place where words stand of which a part lies in one of the areas.

        Slanted text was read in pieces: the areas are those of some of them. And the
        area of a line that climbs may be no higher than its first words.
        """
        return [
            plekken
            for plekken in self.find(woorden, ())
            if any(_touches(d, loop, n) for loop, n in plekken for d in dozen)
        ]

    def find_copies(self, plekken: Sequence[Plek]) -> list[Plek]:
        """Other glyphs where these lie: a shadow, or bold made by printing twice.

        They would lie under the box, and a program that reads would meet them there.
        """
        eigen = {(id(loop), nummer) for loop, nummer in plekken}
        vooruit = {id(lp) for lp in dict.fromkeys(lp for lp, _ in plekken) if _runs(lp)}
        return [
            (loop, nummer)
            for hoeken in _stretches(plekken)
            for loop in self._near(bounds(hoeken), vooruit)
            for nummer in range(len(loop.glieven))
            if (id(loop), nummer) not in eigen and holds(hoeken, loop.heart(nummer))
        ]

    def _near(self, doos: Doos, niet: Collection[int]) -> Iterator[Loop]:
        """The runs that lie on an area, and not only touch its upper or lower edge."""
        x0, y0, x1, y1 = doos
        rand = (y1 - y0) / 4
        for loop, (a, b, c, d) in self._dozen:
            raakt = a < x1 and x0 < c and b < y1 - rand and y0 + rand < d
            if raakt and id(loop) not in niet:
                yield loop

    @cached_property
    def _dozen(self) -> list[tuple[Loop, Doos]]:
        return [(loop, loop.box_all()) for loop in self._lopen if loop.glieven]

    def _read(self, *, op_het_oog: bool, streepjes: bool) -> Glyftekst:
        sleutel = (op_het_oog, streepjes)
        if sleutel not in self._gelezen:
            lopen = sort_visually(self._lopen) if op_het_oog else self._lopen
            self._gelezen[sleutel] = read_glyphs(lopen, streepjes=streepjes)
        return self._gelezen[sleutel]


def _runs(loop: Loop) -> bool:
    """Whether the glyphs of a run follow each other, so that none lies on another."""
    return all(een.x <= twee.x for een, twee in pairwise(loop.glieven))


def _stretches(plekken: Iterable[Plek]) -> Iterator[tuple[Punt, ...]]:
    """The corners around neighbouring glyphs of one run."""
    per_loop: dict[int, tuple[Loop, list[int]]] = {}
    for loop, nummer in plekken:
        per_loop.setdefault(id(loop), (loop, []))[1].append(nummer)
    for loop, nummers in per_loop.values():
        rij = sorted(set(nummers))
        begin = 0
        for plek, nummer in enumerate(rij):
            if plek + 1 == len(rij) or rij[plek + 1] != nummer + 1:
                eerste, laatste = loop.glieven[rij[begin]], loop.glieven[nummer]
                yield loop.corners(eerste.x, laatste.x + laatste.breedte)
                begin = plek + 1


def _find(glyftekst: Glyftekst, naald: str) -> Iterator[Vondst]:
    """Every occurrence of folded words."""
    begin = glyftekst.tekst.find(naald) if naald else -1
    while begin >= 0:
        eind = begin + len(naald)
        plekken = glyftekst.between(begin, eind)
        loop, nummer = plekken[0]
        heel = _is_whole(glyftekst, begin, eind)
        yield Vondst(plekken, heel, loop.box(nummer))
        begin = glyftekst.tekst.find(naald, begin + 1)


def _choose(
    vondsten: Sequence[Vondst], dozen: Sequence[Doos]
) -> list[tuple[Plek, ...]]:
    """Those that lie in an area; without areas those that are whole words."""
    if not dozen:
        return [v.plekken for v in vondsten if v.heel]
    return [
        v.plekken
        for v in vondsten
        if any(_holds(doos, v.eerste) for doos in dozen) and _within(v.plekken, dozen)
    ]


def _within(plekken: tuple[Plek, ...], dozen: Sequence[Doos]) -> bool:
    """Whether every glyph has its centre in one of the areas."""
    return all(
        any(_holds(doos, loop.box(nummer)) for doos in dozen)
        for loop, nummer in plekken
        if fold(loop.glieven[nummer].tekst)
    )


def _is_whole(glyftekst: Glyftekst, begin: int, eind: int) -> bool:
    """Whether words stand by themselves, not inside a longer one."""
    nummers, alle = glyftekst.nummers, glyftekst.plekken
    randen = (
        (nummers[begin] - 1, nummers[begin]),
        (nummers[eind - 1], nummers[eind - 1] + 1),
    )
    return not any(
        een >= 0 and twee < len(alle) and _continues(alle[een], alle[twee])
        for een, twee in randen
    )


def _is_glued(stom: Plek, letter: Plek) -> bool:
    """Whether a glyph says nothing of itself and stands right beside a letter."""
    loop, nummer = stom
    tekst = loop.glieven[nummer].tekst
    if tekst.isspace() or _fold_glyph(tekst):
        return False
    return _touch(stom, letter) or _touch(letter, stom)


def _continues(een: Plek, twee: Plek) -> bool:
    """Whether two glyphs are letters of one word: side by side without a space."""
    for los, plek in (een, twee):
        if not los.glieven[plek].tekst[-1:].isalnum():
            return False
    return _touch(een, twee)


def _touch(een: Plek, twee: Plek) -> bool:
    """Whether the second glyph begins where the first ends."""
    (loop, nummer), (volgende, tweede) = een, twee
    g, h = loop.glieven[nummer], volgende.glieven[tweede]
    eind = loop.corners(g.x, g.x + g.breedte)[1]
    start = volgende.corners(h.x, h.x + h.breedte)[0]
    em = abs(loop.staat.grootte) * stretch(loop.naar_pagina)
    return abs(start[0] - eind[0]) + abs(start[1] - eind[1]) < NAAST * em


def _holds(doos: Doos, glief: Doos) -> bool:
    """Whether the middle of a glyph lies in an area, or the area is its ink: ``_``."""
    x, y = (glief[0] + glief[2]) / 2, (glief[1] + glief[3]) / 2
    hart = doos[1] - SPELING <= y <= doos[3] + SPELING
    inkt = glief[1] - SPELING <= doos[1] and doos[3] <= glief[3] + SPELING
    return doos[0] - SPELING <= x <= doos[2] + SPELING and (hart or inkt)


def _touches(doos: Doos, loop: Loop, nummer: int) -> bool:
    """Whether a glyph has its middle in an area; of a slanted line, whether it may."""
    glief = loop.box(nummer)
    a, b, *_ = loop.naar_pagina
    klein, groot = sorted((abs(a), abs(b)))
    if _holds(doos, glief) or klein < SCHUIN * groot:
        return _holds(doos, glief)
    x0, y0, x1, y1 = doos
    rek = klein / groot * max(x1 - x0, y1 - y0)
    if abs(a) > abs(b):
        return overlap((x0, y0 - rek, x1, y1 + rek), glief) > 0
    return overlap((x0 - rek, y0, x1 + rek, y1), glief) > 0


def find_area(stroom: Stroom, doos: Doos) -> tuple[Plek, ...]:
    """The glyphs of which a part lies in an area."""
    return tuple(
        (loop, nummer)
        for loop in stroom.all_runs()
        if overlap(loop.box_all(), doos) > 0
        for nummer in range(len(loop.glieven))
        if covered(loop.box(nummer), doos) >= DEKT
    )


def overlap(a: Doos, b: Doos) -> float:
    """The area two rectangles share; a line counts as a sliver."""
    breed = min(a[2], b[2]) - max(a[0], b[0])
    hoog = min(a[3], b[3]) - max(a[1], b[1])
    if breed < 0 or hoog < 0:
        return 0.0
    return max(breed, 1e-3) * max(hoog, 1e-3)


def lies_in(klein: Doos, groot: Doos, speling: float = 0.0) -> bool:
    """Whether a rectangle lies in another, or sticks out by no more than so much."""
    return (
        klein[0] >= groot[0] - speling
        and klein[1] >= groot[1] - speling
        and klein[2] <= groot[2] + speling
        and klein[3] <= groot[3] + speling
    )


def covered(klein: Doos, groot: Doos) -> float:
    """The part of the first rectangle that lies in the second, from 0 to 1."""
    opp = max(klein[2] - klein[0], 1e-3) * max(klein[3] - klein[1], 1e-3)
    return overlap(klein, groot) / opp


def sort_visually(lopen: Sequence[Loop]) -> list[Loop]:
    """Runs from top to bottom, and along each line from left to right."""
    dozen = {id(loop): loop.box_all() for loop in lopen}

    def regel(loop: Loop) -> tuple[float, float]:
        doos = dozen[id(loop)]
        return (-round((doos[1] + doos[3]) / 2 / 4) * 4, doos[0])

    return sorted(lopen, key=regel)
