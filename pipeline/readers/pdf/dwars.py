"""Paragraphs of lines that run across a page: made as if they lay level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.plaats import Kader
from pipeline.readers.pdf.alineas import make_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.vormen import Dwars
    from pipeline.readers.pdf.alineas import Alinea

_OMHOOG, _OMGEKEERD = 90, 180


def make_across(dwars: Dwars, woorden: frozenset[str]) -> Iterator[Alinea]:
    """The paragraphs of such lines, their frames as the page is shown."""
    plat = [replace(r, kader=_lay(r.kader, dwars.hoek)) for r in dwars.regels]
    if not plat:
        return
    breedte = min(r.kader.links for r in plat), max(r.kader.rechts for r in plat)
    for alinea in make_paragraphs(plat, woorden, breedte):
        regels = (replace(r, kader=_raise(r.kader, dwars.hoek)) for r in alinea.regels)
        kader = _raise(alinea.kader, dwars.hoek)
        yield replace(alinea, kader=kader, regels=tuple(regels))


def _lay(k: Kader, hoek: int) -> Kader:
    """A frame as it lies when its line is laid level."""
    if not hoek:
        return k
    if hoek == _OMHOOG:
        return Kader(-k.onder, k.links, -k.boven, k.rechts)
    if hoek == _OMGEKEERD:
        return Kader(-k.rechts, -k.onder, -k.links, -k.boven)
    return Kader(k.boven, -k.rechts, k.onder, -k.links)


def _raise(k: Kader, hoek: int) -> Kader:
    """A frame of a line laid level, back on the page: down undoes up."""
    return _lay(k, (360 - hoek) % 360)
