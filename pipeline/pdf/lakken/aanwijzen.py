"""Which glyphs of a page go, and under which of its marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.pdf.lakken.verborgen import GEEN_VLAK
from pipeline.pdf.lakken.zoeken import Zoeker, find_area

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.lakken.stroom import Doos, Stroom
    from pipeline.pdf.lakken.zoeken import Plek


def point_out(
    stroom: Stroom, vlakken: list[Lakvlak], to_space: Callable[[Kader], Doos]
) -> list[int]:
    """Mark the glyphs that go; gives the marks of which the words are nowhere.

    Areas first: the box of a name that lies in one would show its code through it. An
    area of the source without a ground takes that of the words in it.
    """
    zoeker, zoek = Zoeker(stroom), []
    for plek, vlak in list(_areas_first(vlakken)):
        dozen = [to_space(k) for k in vlak.kaders]
        raak = _glyphs_of(vlak, dozen, zoeker, stroom)
        if vlak.tekst and not raak:
            zoek.append(plek)
        for loop, nummer in zoeker.find_copies(raak) if vlak.tekst else ():
            loop.weg.setdefault(nummer, GEEN_VLAK)  # they lie under the box of this one
        for loop, nummer in raak:
            eerder = loop.weg.get(nummer, GEEN_VLAK)
            if eerder == GEEN_VLAK:
                loop.weg[nummer] = plek
            elif not vlakken[eerder].grond:
                vlakken[eerder] = replace(vlakken[eerder], grond=vlak.grond)
    return zoek


def _areas_first(vlakken: list[Lakvlak]) -> Iterator[tuple[int, Lakvlak]]:
    yield from ((n, v) for n, v in enumerate(vlakken) if not v.tekst)
    yield from ((n, v) for n, v in enumerate(vlakken) if v.tekst)


def _glyphs_of(
    vlak: Lakvlak, dozen: list[Doos], zoeker: Zoeker, stroom: Stroom
) -> list[Plek]:
    if not vlak.tekst:
        return [p for doos in dozen for p in find_area(stroom, doos)]
    gevonden = zoeker.find(vlak.tekst, dozen)
    gevonden = gevonden or zoeker.find_touching(vlak.tekst, dozen)
    return [p for plekken in gevonden for p in plekken]
