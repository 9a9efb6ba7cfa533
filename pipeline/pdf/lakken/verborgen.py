"""What a page holds and does not show: beside it, under paint, too small to see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.pdf.lakken.dekking import is_black
from pipeline.pdf.lakken.matrix import bounds, stretch
from pipeline.pdf.lakken.zoeken import covered, lies_in, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.lakken.stroom import Doos, Loop, Stroom

GEEN_VLAK = -1
"""Stands for the number of a mark where text goes that no mark asked for."""

SPELING = 1.0
BEDEKT, ONDER_DONKER = 0.8, 0.65
"""The part of a letter that must lie under paint, or under a dark box, to be hidden.

The height of a letter counts what its font keeps above and below it. A box around the
ink alone covers two thirds of that.
"""

GEVULD = {0, 2}
"""Text rendering modes that paint the inside of letters (ISO 32000-2, table 104)."""

PLAT = 0.001
"""How wide a letter is beside what it should be when nobody sees it."""

KLEINST = 3.0
"""Points that a rectangle must measure each way to hide a word."""

SPIKKEL = 0.5
"""Points under which a letter is a speck: a dot on paper is about as large."""

GROOT_DEEL = 0.5
"""The part of a page from which light paint is its ground, not a patch."""


@dataclass(slots=True)
class Verborgen:
    """What was found: the rectangles that hid something, those that look like boxes.

    ``leeg`` are the dark ones on which no text stands: boxes without a ground.
    """

    bedekt: list[Doos] = field(default_factory=list)
    donker: list[Doos] = field(default_factory=list)
    leeg: list[Doos] = field(default_factory=list)
    buiten: bool = False


@dataclass(frozen=True, slots=True)
class Dekvlak:
    """A rectangle of opaque paint and when it was painted."""

    doos: Doos
    volgorde: int
    donker: bool
    zwart: bool


def mark_hidden(stroom: Stroom, pagina: Doos) -> Verborgen:
    """Mark every glyph that the page does not show for removal, without a box."""
    gevonden = Verborgen()
    vlakken = list(_cover_list(stroom, pagina))
    lopen = stroom.all_runs()
    beelden = [(b.volgorde, b.doos) for s in stroom.all_streams() for b in s.beelden]
    for loop in lopen:
        if not loop.glieven:
            continue
        doos = loop.box_all()
        if _is_speck(loop):
            loop.weg.update(dict.fromkeys(range(len(loop.glieven)), GEEN_VLAK))
            gevonden.buiten = True
        if _mark_outside(loop, doos, pagina):
            gevonden.buiten = True
        for vlak in vlakken:
            if vlak.volgorde > loop.volgorde and overlap(doos, vlak.doos) > 0:
                loop.overheen.append(vlak.doos)
                _mark_under(loop, vlak, gevonden)
        loop.overheen += [
            beeld
            for volgorde, beeld in beelden
            if volgorde > loop.volgorde and overlap(doos, beeld) > 0
        ]
    _mark_black_on_black(stroom, lopen, gevonden)
    _mark_pictures(stroom, vlakken, gevonden)
    gevonden.leeg = [d for d in gevonden.donker if not _is_written_on(lopen, d)]
    return gevonden


def _cover_list(stroom: Stroom, pagina: Doos) -> Iterator[Dekvlak]:
    groot = GROOT_DEEL * (pagina[2] - pagina[0]) * (pagina[3] - pagina[1])
    for vlak in _paints(stroom):
        x0, y0, x1, y1 = vlak.doos
        if _can_hide(vlak.doos) and (vlak.donker or (x1 - x0) * (y1 - y0) < groot):
            yield vlak


def _mark_outside(loop: Loop, doos: Doos, pagina: Doos) -> bool:
    """Mark the glyphs of a run beside the page; tells whether there were any."""
    if lies_in(doos, pagina):
        return False
    if _is_outside(doos, pagina):
        buiten = list(range(len(loop.glieven)))
    else:
        alle = range(len(loop.glieven))
        buiten = [n for n in alle if _is_outside(loop.box(n), pagina)]
    loop.weg.update(dict.fromkeys(buiten, GEEN_VLAK))
    teksten = [loop.glieven[n].tekst for n in buiten]
    return any(t.strip() or not t for t in teksten)


def _is_speck(loop: Loop) -> bool:
    """Whether letters are too small for any eye, while every program reads them.

    Also those that are squeezed to a line.
    """
    doos = loop.box(0)
    if min(abs(loop.staat.th), stretch(loop.naar_pagina)) < PLAT:
        return True
    return max(doos[2] - doos[0], doos[3] - doos[1]) < SPIKKEL


def _is_outside(doos: Doos, pagina: Doos) -> bool:
    return (
        doos[2] < pagina[0] - SPELING
        or doos[0] > pagina[2] + SPELING
        or doos[3] < pagina[1] - SPELING
        or doos[1] > pagina[3] + SPELING
    )


def _mark_under(loop: Loop, vlak: Dekvlak, gevonden: Verborgen) -> None:
    """Mark the glyphs of a run that lie under a rectangle.

    Letters that never showed, as an OCR layer has, lie under light paint by design.
    """
    if loop.is_laag and not vlak.donker:
        return
    minst = ONDER_DONKER if vlak.donker else BEDEKT
    onder = [
        nummer
        for nummer in range(len(loop.glieven))
        if covered(loop.box(nummer), vlak.doos) >= minst
    ]
    tekst = "".join(loop.glieven[n].tekst for n in onder)
    if not onder or not (tekst.strip() or loop.glieven[onder[0]].tekst == ""):
        return
    loop.weg.update(dict.fromkeys(onder, GEEN_VLAK))
    loop.bedekt = True
    _remember(vlak, gevonden)


def _mark_black_on_black(
    stroom: Stroom, lopen: list[Loop], gevonden: Verborgen
) -> None:
    """Mark black letters on a black ground: shading that was meant to hide a word.

    Where anything was painted between the two, the letters may show.
    """
    gronden = [v for v in _paints(stroom) if v.zwart and _can_hide(v.doos)]
    if not gronden:
        return
    verf = [(p.doos, p.volgorde) for s in stroom.all_streams() for p in s.paden]
    verf += [(b.doos, b.volgorde) for s in stroom.all_streams() for b in s.beelden]
    for loop in lopen:
        if not loop.glieven or loop.staat.tr not in GEVULD:
            continue
        if not is_black(loop.staat.kleur):
            continue
        for vlak in gronden:
            onder = vlak.volgorde < loop.volgorde
            if not onder or overlap(loop.box_all(), vlak.doos) <= 0:
                continue
            tussen = (d for d, n in verf if vlak.volgorde < n < loop.volgorde)
            if not any(overlap(d, vlak.doos) > 0 for d in tussen):
                _mark_under(loop, vlak, gevonden)


def _paints(stroom: Stroom) -> Iterator[Dekvlak]:
    for stuk in stroom.all_streams():
        for pad in stuk.paden:
            for doos in pad.dekt:
                yield Dekvlak(doos, pad.volgorde, pad.donker, pad.zwart)


def _can_hide(doos: Doos) -> bool:
    return min(doos[2] - doos[0], doos[3] - doos[1]) >= KLEINST


def _mark_pictures(stroom: Stroom, vlakken: list[Dekvlak], gevonden: Verborgen) -> None:
    """Remember the dark boxes that lie on a picture: its pixels go."""
    for stuk in stroom.all_streams():
        for beeld in stuk.beelden:
            for vlak in vlakken:
                later = vlak.donker and vlak.volgorde > beeld.volgorde
                if later and overlap(beeld.doos, vlak.doos) > 0:
                    _remember(vlak, gevonden)


def _remember(vlak: Dekvlak, gevonden: Verborgen) -> None:
    if vlak.doos not in gevonden.bedekt:
        gevonden.bedekt.append(vlak.doos)
        if vlak.donker:
            gevonden.donker.append(vlak.doos)


def _is_written_on(lopen: list[Loop], doos: Doos) -> bool:
    """Whether text stands on a box: its ground, painted after it."""
    for loop in lopen:
        if not loop.glieven or overlap(loop.box_all(), doos) <= 0:
            continue
        for nummer, glief in enumerate(loop.glieven):
            if nummer in loop.weg or not glief.tekst.strip():
                continue
            if covered(loop.box(nummer), doos) >= BEDEKT:
                return True
    return False


def as_corners(doos: Doos) -> tuple[tuple[float, float], ...]:
    """The corners of a rectangle, from bottom left."""
    x0, y0, x1, y1 = bounds(((doos[0], doos[1]), (doos[2], doos[3])))
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
