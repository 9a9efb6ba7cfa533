"""Reads a PDF: page by page, then the zones and paragraphs of the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.document import Eigenschappen, Pagina, Zone
from modellen.lezing import Bijlage, Gelezen
from modellen.plaats import OpPagina
from pipeline.pdf import PdfBestand
from pipeline.readers.opbouw import Bouwer, Notitie
from pipeline.readers.pdf.aangewezen import find_pointed
from pipeline.readers.pdf.alineas import line_gap, make_paragraphs
from pipeline.readers.pdf.dwars import make_across
from pipeline.readers.pdf.randen import Randen
from pipeline.readers.pdf.spalten import split_columns
from pipeline.readers.pdf.tabellen import Draad, thread_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from modellen.document import Blok, Bron, Document
    from modellen.plaats import Kader
    from pipeline.pdf.vormen import Aangewezen, Blad, Markering, Regel
    from pipeline.readers.pdf.aangewezen import Gedraaid
    from pipeline.readers.pdf.alineas import Alinea
    from pipeline.settings import Grenzen

_WOORD = re.compile(r"[^\W\d_]+(?:[-'][^\W_]+)*")
_MARGE = 0.1
_PER_SCAN = 6.0


def read_pdf(pad: Path, bron: Bron, grenzen: Grenzen) -> Gelezen:
    """The text, tables and page frames of a PDF, and the files embedded in it.

    Raises ``InvoerError`` when it is encrypted or damaged.
    """
    naam = bron.bestand.rsplit("/", 1)[-1]
    with PdfBestand(pad, naam, int(grenzen.seconden / _PER_SCAN)) as pdf:
        bladen = list(pdf.pages())
        bijlagen = tuple(
            Bijlage(naam=n, inhoud=inhoud)
            for n, inhoud in _first(pdf.attachments(), grenzen.bijlagen)
        )
        eigenschappen = Eigenschappen(
            titel=pdf.title(),
            gewijzigd=pdf.modified(),
            bijlagen=tuple(b.naam for b in bijlagen),
            zwarte_vlakken=sum(b.zwarte_vlakken for b in bladen),
        )
    opmaak = _Opmaak(bron, bladen)
    document = opmaak.compose(eigenschappen)
    return Gelezen(document=document, bijlagen=bijlagen)


class _Opmaak:
    """Lays the pages of one file out as blocks."""

    def __init__(self, bron: Bron, bladen: list[Blad]) -> None:
        self._bouwer = Bouwer(bron)
        self._bladen = bladen
        self._randen = Randen(bladen)
        self._draden = thread_tables(bladen)
        self._woorden = _vocabulary(bladen)

    def compose(self, eigenschappen: Eigenschappen) -> Document:
        """The finished document."""
        for blad in self._bladen:
            self._page(blad)
        paginas = tuple(
            Pagina(
                nummer=b.nummer,
                breedte=b.breedte,
                hoogte=b.hoogte,
                status=b.status,
                beelden=b.beelden,
            )
            for b in self._bladen
        )
        return self._bouwer.build(paginas, eigenschappen)

    def _page(self, blad: Blad) -> None:
        voor = self._bouwer.aantal_blokken
        gevonden = self._randen.zones(blad)
        zones = [(r, gevonden.get(id(r), Zone.HOOFDTEKST)) for r in blad.regels]
        for zone in (Zone.KOPTEKST, Zone.HOOFDTEKST, Zone.VOETTEKST):
            regels = [r for r, z in zones if z == zone]
            if zone == Zone.HOOFDTEKST:
                self._body(regels, blad)
            else:
                for regel in regels:
                    self._paragraphs([regel], blad, zone)
        hoeken = [0] * len(self._bouwer.blocks_since(voor))
        for dwars in blad.dwars:
            for alinea in make_across(dwars, self._woorden):
                self._block(alinea, blad.nummer, Zone.HOOFDTEKST)
            aantal = len(self._bouwer.blocks_since(voor))
            hoeken += [dwars.hoek] * (aantal - len(hoeken))
        gedraaid = list(zip(self._bouwer.blocks_since(voor), hoeken, strict=True))
        for markering in blad.aangeduid:
            self._point_out(markering, gedraaid)
        self._paragraphs(blad.opmerkingen, blad, Zone.OPMERKING)

    def _point_out(self, markering: Markering, blokken: Gedraaid) -> None:
        """What a reader highlighted: in one block, else line by line."""
        for nummer, woorden in enumerate(markering.woorden):
            if self._find_in(blokken, woorden, markering) and nummer == 0:
                return

    def _find_in(
        self, blokken: Gedraaid, woorden: Aangewezen, markering: Markering
    ) -> bool:
        """Point words out where they stand, else where they are under the highlight."""
        notitie = Notitie(tekst=markering.notitie, wie=markering.wie)
        for blok, vanaf in find_pointed(blokken, woorden):
            return self._bouwer.point_out(woorden.tekst, notitie, blok, vanaf)
        return any(
            self._bouwer.point_out(woorden.tekst, notitie, b)
            for b, _ in blokken
            if _is_under(b, markering.kader)
        )

    def _body(self, regels: list[Regel], blad: Blad) -> None:
        """Lines and tables of a page in turn, from top to bottom."""
        wacht = list(blad.tabellen)
        vakken = sorted(blad.vakken, key=lambda r: (r.kader.boven, r.kader.links))
        stuk: list[Regel] = []
        for regel in regels:
            while wacht and _is_below(
                regel, wacht[0].kader.onder, wacht[0].kader.boven
            ):
                self._paragraphs(stuk, blad, Zone.HOOFDTEKST)
                stuk = []
                self._table(self._draden.get(id(wacht.pop(0))))
            stuk.append(regel)
        self._paragraphs(stuk, blad, Zone.HOOFDTEKST)
        for tabel in wacht:
            self._table(self._draden.get(id(tabel)))
        for vak in vakken:
            self._paragraphs([vak], blad, Zone.HOOFDTEKST)

    def _paragraphs(self, regels: Sequence[Regel], blad: Blad, zone: Zone) -> None:
        if not regels:
            return
        breedte, wijd = _text_width(regels, blad), line_gap(regels)
        for spalt in split_columns(regels):
            randen = spalt.breedte or breedte
            for alinea in make_paragraphs(spalt.regels, self._woorden, randen, wijd):
                self._block(alinea, blad.nummer, zone)

    def _block(self, alinea: Alinea, pagina: int, zone: Zone) -> None:
        extra = {} if alinea.vorm == "alinea" else {"vorm": alinea.vorm}
        self._bouwer.blok(
            alinea.tekst,
            OpPagina(pagina, alinea.kader),
            zone=zone,
            nummer=alinea.nummer,
            niveau=alinea.niveau,
            vet=alinea.vet,
            letter=alinea.letter or None,
            regels=alinea.regels,
            **extra,
        )

    def _table(self, draad: Draad | None) -> None:
        """A table, with what follows of it on later pages."""
        if draad is None:
            return
        for pagina, kop in draad.koppen:
            for regel in kop:
                self._block_line(regel, pagina)
        self._bouwer.open_tabel()
        for cel in draad.cellen:
            self._bouwer.open_cel(cel.rij)
            for pagina, stuk in cel.stukken:
                breedte = (stuk.kader.links, stuk.kader.rechts - 4)
                for alinea in make_paragraphs(stuk.regels, self._woorden, breedte):
                    self._block(alinea, pagina, Zone.HOOFDTEKST)
            pagina, stuk = cel.stukken[0]
            self._bouwer.close_cel(
                OpPagina(pagina, stuk.kader),
                kolom=cel.kolom,
                rijspan=cel.rijspan,
                kolomspan=cel.kolomspan,
            )
        self._bouwer.close_tabel()

    def _block_line(self, regel: Regel, pagina: int) -> None:
        self._bouwer.blok(
            regel.tekst,
            OpPagina(pagina, regel.kader),
            zone=Zone.KOPTEKST,
            vet=regel.vet,
            letter=regel.letter or None,
        )


def _is_under(blok: Blok, kader: Kader) -> bool:
    """Whether a block stands at the height of a frame on its page."""
    plaats = blok.plaats
    eigen = plaats.kader if isinstance(plaats, OpPagina) else None
    return eigen is not None and eigen.boven < kader.onder and kader.boven < eigen.onder


def _is_below(regel: Regel, onder: float, boven: float) -> bool:
    """Whether a line comes after a table that lies between two heights."""
    midden = (regel.kader.boven + regel.kader.onder) / 2
    return midden > onder or (midden > boven and regel.kader.boven > boven)


def _text_width(regels: Sequence[Regel], blad: Blad) -> tuple[float, float]:
    """The edges that text fills on a page: of the lines, within sensible margins."""
    links = min(r.kader.links for r in regels)
    rechts = max(r.kader.rechts for r in regels)
    return links, max(rechts, (1 - 1.6 * _MARGE) * blad.breedte)


def _vocabulary(bladen: list[Blad]) -> frozenset[str]:
    """The words inside the lines of a file, not those a line end may have broken."""
    woorden: set[str] = set()
    for blad in bladen:
        if not any(r.afgebroken for r in _all_lines(blad)):
            continue
        break
    else:
        return frozenset()
    for blad in bladen:
        for regel in _all_lines(blad):
            gevonden = _WOORD.findall(regel.tekst)
            woorden.update(gevonden[:-1] if regel.afgebroken else gevonden)
    return frozenset(woorden)


def _all_lines(blad: Blad) -> Iterator[Regel]:
    yield from blad.regels
    for dwars in blad.dwars:
        yield from dwars.regels
    for tabel in blad.tabellen:
        for cel in tabel.cellen:
            yield from cel.regels


def _first(
    stroom: Iterator[tuple[str, bytes]], hoeveel: int
) -> Iterator[tuple[str, bytes]]:
    for teller, ding in enumerate(stroom):
        if teller > hoeveel:
            return
        yield ding
