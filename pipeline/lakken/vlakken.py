"""From decided rows to marks on the pages of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.lakblad import Keuze
from modellen.lakken import Lakvlak
from modellen.plaats import Kader, OpPagina

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Document, Regelkader
    from modellen.lakblad import Lakregel, Woodocument

RUIM = 1.0
"""Points around a word on a scan that go with it."""


def accept_proposals(regels: Sequence[Lakregel]) -> tuple[Lakregel, ...]:
    """The rows with every proposal accepted, but never a passage for a person."""
    from dataclasses import replace  # noqa: PLC0415 only for drafts

    return tuple(
        replace(r, keuze=Keuze.LAKKEN) if r.keuze is Keuze.OPEN and not r.passage else r
        for r in regels
    )


def find_undecided(regels: Sequence[Lakregel]) -> tuple[Lakregel, ...]:
    """The proposals nobody decided on; passages for a person may stay open."""
    return tuple(r for r in regels if r.keuze is Keuze.OPEN and not r.passage)


def place_marks(
    document: Document, stuk: Woodocument, regels: Sequence[Lakregel]
) -> Iterator[Lakvlak]:
    """The marks of a PDF that is redacted in place, line by line of its own pages."""
    for regel in regels:
        if regel.keuze is not Keuze.LAKKEN:
            continue
        for blok in document.blokken:
            if blok.begin < regel.eind and regel.begin < blok.eind:
                yield from _lines(blok, stuk, regel)


def _lines(blok: Blok, stuk: Woodocument, regel: Lakregel) -> Iterator[Lakvlak]:
    """The part of a row that stands in a block, one mark for all its printed lines."""
    if not isinstance(blok.plaats, OpPagina):
        return
    van, tot = max(0, regel.begin - blok.begin), regel.eind - blok.begin
    tekst = blok.tekst[van:tot].strip()
    if not tekst:
        return
    eerste = stuk.pagina_van or 1
    yield Lakvlak(
        pagina=blok.plaats.pagina - eerste + 1,
        grond=regel.grond,
        tekst=tekst,
        kaders=tuple(_frames(blok, van, tot)),
    )


def _frames(blok: Blok, van: int, tot: int) -> Iterator[Kader]:
    """The frames of the printed lines that a stretch of a block runs over."""
    begins = [r.begin for r in blok.regels]
    for nummer, regel in enumerate(blok.regels):
        eind = begins[nummer + 1] if nummer + 1 < len(begins) else len(blok.tekst)
        if regel.begin < tot and van < eind:
            yield _part(regel, van, tot)
    plaats = blok.plaats
    if not blok.regels and isinstance(plaats, OpPagina) and plaats.kader is not None:
        yield plaats.kader


def _part(regel: Regelkader, van: int, tot: int) -> Kader:
    """The part of a printed line that a stretch runs over; all of it when unknown.

    A word of a picture is taken whole and a little wide: its edge is a guess.
    """
    raak = [w.kader for w in regel.woorden if w.begin < tot and van < w.eind]
    heel = regel.kader
    if not raak:
        return heel
    return Kader(
        min(k.links for k in raak) - RUIM,
        heel.boven - RUIM,
        max(k.rechts for k in raak) + RUIM,
        heel.onder + RUIM,
    )
