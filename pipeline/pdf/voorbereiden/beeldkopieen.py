"""A picture that lies in a document twice is blacked twice.

A screenshot on its page and small in an overview of the appendices are one picture:
what is too small to be read there is not too small to be taken out of the file.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from modellen.lakken import Lakvlak
from pipeline.pdf.lakken.beeld import shows_something
from pipeline.pdf.lakken.matrix import apply, bounds, invert
from pipeline.pdf.lakken.ruimte import to_frame, to_space
from pipeline.pdf.voorbereiden.beeldplaatsen import find_images, place_images

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from modellen.plaats import Kader
    from pipeline.pdf.lakken.stroom import Doos
    from pipeline.pdf.voorbereiden.beeldplaatsen import Plaatsing

_RAND = 0.1
"""Part of a place at each side that a mark may leave free."""

_KLEINST = 1e-4
"""Part of a picture below which a mark only touches its edge."""


def mark_copies(pdf: pikepdf.Pdf, vlakken: Sequence[Lakvlak]) -> list[Lakvlak]:
    """The marks that other showings of a marked picture need, at the same place in it.

    Only for areas: what lies below a mark on words is paper to them.
    """
    gebieden = [v for v in vlakken if not v.tekst]
    if not gebieden:
        return []
    per_blad: dict[int, list[Lakvlak]] = defaultdict(list)
    for vlak in gebieden:
        per_blad[vlak.pagina].append(vlak)
    gebruik = _uses(pdf, list(per_blad), _find_kinds(pdf))
    vaker = [plekken for plekken in gebruik.values() if len(plekken) > 1]
    return [v for plekken in vaker for v in _mark_all(pdf, plekken, per_blad)]


def _find_kinds(pdf: pikepdf.Pdf) -> dict[int, dict[Any, str]]:
    """The images of each page, from 1, with what is equal for equal pictures."""
    merk: dict[Any, str] = {}
    uit: dict[int, dict[Any, str]] = {}
    for nummer, pagina in enumerate(pdf.pages, start=1):
        uit[nummer] = {}
        for ding, beeld in find_images(pagina).items():
            if ding not in merk:
                merk[ding] = hashlib.sha256(beeld.read_raw_bytes()).hexdigest()
            uit[nummer][ding] = merk[ding]
    return uit


def _uses(
    pdf: pikepdf.Pdf, bladen: Sequence[int], soorten: dict[int, dict[Any, str]]
) -> dict[str, list[tuple[int, Plaatsing]]]:
    """Every showing of the pictures on some pages, also those on other pages."""
    gezocht = {merk for n in bladen for merk in soorten[n].values()}
    uit: dict[str, list[tuple[int, Plaatsing]]] = defaultdict(list)
    for nummer, beelden in soorten.items():
        if gezocht.isdisjoint(beelden.values()):
            continue
        for plek in place_images(pdf, nummer) or ():
            merk = beelden.get(plek.nummer, "")
            if merk in gezocht:
                uit[merk].append((nummer, plek))
    return uit


def _mark_all(
    pdf: pikepdf.Pdf,
    plekken: Sequence[tuple[int, Plaatsing]],
    per_blad: dict[int, list[Lakvlak]],
) -> Iterator[Lakvlak]:
    """The marks that the showings of one picture still need."""
    for nummer, plek in plekken:
        for vlak in tuple(per_blad.get(nummer, ())):
            for kader in vlak.kaders:
                deel = _part_of(plek, to_space(pdf.pages[nummer - 1], kader))
                if deel is not None and shows_something(plek.beeld, deel):
                    yield from _copies(pdf, vlak, deel, plekken, per_blad)


def _part_of(plek: Plaatsing, doos: Doos) -> Doos | None:
    """The part of a picture, of 0 to 1, that a place on its page covers."""
    terug = invert(plek.ctm)
    if terug is None:
        return None
    x0, y0, x1, y1 = doos
    hoeken = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    u0, v0, u1, v1 = bounds(apply(terug, *punt) for punt in hoeken)
    deel = max(u0, 0.0), max(v0, 0.0), min(u1, 1.0), min(v1, 1.0)
    breed, hoog = deel[2] - deel[0], deel[3] - deel[1]
    raakt = breed > 0 and hoog > 0 and breed * hoog >= _KLEINST
    return deel if raakt else None


def _copies(
    pdf: pikepdf.Pdf,
    vlak: Lakvlak,
    deel: Doos,
    plekken: Sequence[tuple[int, Plaatsing]],
    per_blad: dict[int, list[Lakvlak]],
) -> Iterator[Lakvlak]:
    """The mark at every showing where no other mark lies on that part already."""
    u0, v0, u1, v1 = deel
    for nummer, plek in plekken:
        hoeken = (apply(plek.ctm, u, v) for u in (u0, u1) for v in (v0, v1))
        kader = to_frame(pdf.pages[nummer - 1], bounds(hoeken))
        if not _is_marked(kader, per_blad.get(nummer, ())):
            nieuw = Lakvlak(pagina=nummer, grond=vlak.grond, kaders=(kader,))
            per_blad[nummer].append(nieuw)
            yield nieuw


def _is_marked(kader: Kader, vlakken: Sequence[Lakvlak]) -> bool:
    """Whether a mark lies over all but the edge of a place."""
    opzij = (kader.rechts - kader.links) * _RAND
    omlaag = (kader.onder - kader.boven) * _RAND
    return any(
        k.links <= kader.links + opzij
        and k.boven <= kader.boven + omlaag
        and kader.rechts - opzij <= k.rechts
        and kader.onder - omlaag <= k.onder
        for v in vlakken
        for k in v.kaders
    )
