"""From decided rows to marks on the pages of a PDF."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from modellen.document import Zone
from modellen.lakblad import Keuze
from modellen.lakken import Lakvlak
from modellen.plaats import Kader, OpPagina
from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Document, Regelkader
    from modellen.lakblad import Lakregel, Woodocument

RUIM = 1.0
"""Points around a word on a scan that go with it."""


AANVAARD = "voorstel aanvaard"
"""Who decided on a proposal that was accepted unseen."""


def accept_proposals(regels: Sequence[Lakregel]) -> tuple[Lakregel, ...]:
    """The rows with every proposal accepted, but never a passage for a person."""
    from dataclasses import replace  # noqa: PLC0415 only for drafts

    return tuple(
        replace(r, keuze=Keuze.LAKKEN, door=AANVAARD)
        if r.keuze is Keuze.OPEN and not r.passage
        else r
        for r in regels
    )


def count_decided(regels: Sequence[Lakregel]) -> tuple[int, int]:
    """How many rows a person decided on, and how many were accepted unseen."""
    ongezien = sum(r.door == AANVAARD for r in regels)
    besloten = sum(r.keuze is not Keuze.OPEN for r in regels)
    return besloten - ongezien, ongezien


def find_undecided(regels: Sequence[Lakregel]) -> tuple[Lakregel, ...]:
    """The proposals nobody decided on; passages for a person may stay open."""
    return tuple(r for r in regels if r.keuze is Keuze.OPEN and not r.passage)


def place_marks(
    document: Document, stuk: Woodocument, regels: Sequence[Lakregel]
) -> Iterator[Lakvlak]:
    """The marks of a PDF that is redacted in place, line by line of its own pages.

    A comment is no part of a page and goes whole: its words have no place to box.
    """
    einden = [blok.eind for blok in document.blokken]
    for regel in regels:
        if regel.keuze is not Keuze.LAKKEN:
            continue
        if regel.vlak:
            yield place_area(regel.vlak, regel.grond)
            continue
        for blok in islice(document.blokken, bisect_right(einden, regel.begin), None):
            if blok.begin >= regel.eind:
                break
            if blok.zone is not Zone.OPMERKING:
                yield from _lines(blok, stuk, regel)


def place_pictures(
    beelden: Sequence[Sequence[Kader]], regels: Sequence[Lakregel]
) -> list[Lakvlak]:
    """The marks over pictures, or in them, of a document that was converted.

    Raises ``InvoerError`` when a picture is not where it was when it was proposed.
    """
    uit = []
    for regel in regels:
        if regel.vlak is None or regel.keuze is not Keuze.LAKKEN:
            continue
        pagina = regel.vlak.pagina
        hier = beelden[pagina - 1] if pagina <= len(beelden) else ()
        if not any(_lies_in(regel.vlak.kader, kader) for kader in hier):
            raise InvoerError(
                f"Het beeld waarin gelakt wordt op bladzijde {pagina} staat anders "
                "dan toen het werd voorgesteld. Zet deze computer stukken anders om "
                "naar pdf? Maak dan het voorstel opnieuw."
            )
        uit.append(place_area(regel.vlak, regel.grond))
    return uit


def _lies_in(vlak: Kader | None, beeld: Kader) -> bool:
    """Whether a frame is that of a picture or of something in it, but for rounding."""
    return (
        vlak is not None
        and vlak.links >= beeld.links - RUIM
        and vlak.boven >= beeld.boven - RUIM
        and vlak.rechts <= beeld.rechts + RUIM
        and vlak.onder <= beeld.onder + RUIM
    )


def place_area(vlak: OpPagina, grond: str) -> Lakvlak:
    """The mark over all of a picture, and a little wide: its edge may be drawn on."""
    k = vlak.kader
    if k is None:
        raise ValueError("a picture has a frame")
    ruim = Kader(k.links - RUIM, k.boven - RUIM, k.rechts + RUIM, k.onder + RUIM)
    return Lakvlak(pagina=vlak.pagina, grond=grond, kaders=(ruim,))


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
