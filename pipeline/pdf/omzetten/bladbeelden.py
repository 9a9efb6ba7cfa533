"""The pictures on the pages of a PDF, for a document that is set anew.

Only what a reader sees whole stays: a picture under a mark, under other paint or under
words, or on a page that was read as a picture itself, stays out. So does one that comes
back on a later page: it belongs to the paper, not to the text.
"""

from __future__ import annotations

from collections import defaultdict
from math import hypot
from typing import TYPE_CHECKING, Any

import pikepdf
from PIL.Image import Transpose

from modellen.document import Leesstatus, Zone
from modellen.plaats import OpPagina
from pipeline.pdf.lakken.beeld import OnleesbaarBeeld, draw_image
from pipeline.pdf.lakken.lezer import Letterkast, read_stream
from pipeline.pdf.lakken.matrix import NIETS, multiply
from pipeline.pdf.lakken.motor import open_pdf
from pipeline.pdf.lakken.ruimte import frames_meet, shown_matrix, to_frame
from pipeline.pdf.lakken.zoeken import overlap
from pipeline.pdf.voorbereiden import prepare
from pipeline.pdf.voorbereiden.bronmerken import find_bronmerken
from pipeline.pdf.zetwerk.platen import Plaat, make_plate
from pipeline.pdf.zetwerk.stuk import VOORAAN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from PIL.Image import Image

    from modellen.document import Blok, Document
    from modellen.plaats import Kader
    from pipeline.pdf.lakken.matrix import Matrix
    from pipeline.pdf.lakken.stroom import Beeld, Stroom

_STUK = (pikepdf.PdfError, ValueError, TypeError, IndexError, KeyError)


def find_page_pictures(
    document: Document,
    inhoud: bytes,
    merken: Mapping[int, Sequence[Kader]],
    gronden: Collection[str],
    eerste: int = 1,
) -> dict[int, list[Plaat | None]]:
    """The pictures behind each block, by where it begins; ``None`` for one left out.

    ``document`` is what was read of the pages of ``inhoud``, whose first is page
    ``eerste`` of the document. ``merken`` are the frames of the marks on each page of
    ``inhoud``, from 1. Raises ``InvoerError`` when
    the file cannot be opened.
    """
    blokken = [b for b in document.blokken if _is_set(b)]
    paginas = {p.nummer: p.status for p in document.paginas}
    nummers = {b.plaats.pagina for b in blokken if isinstance(b.plaats, OpPagina)}
    uit: dict[int, list[Plaat | None]] = defaultdict(list)
    gezien: set[tuple[int, int]] = set()
    with open_pdf(inhoud, lezen=True) as pdf:
        bron = defaultdict(list, {n: list(k) for n, k in merken.items()})
        for vlak, _ in find_bronmerken(pdf, gronden):
            bron[vlak.pagina] += vlak.kaders
        prepare(pdf)
        for nummer in sorted(n for n in nummers if n is not None):
            if paginas.get(nummer) is not Leesstatus.TEKST:
                continue
            plek = nummer - eerste
            blad = _Beeldblad(pdf.pages[plek], bron[plek + 1], gezien)
            for kader, plaat in blad.pictures():
                uit[_find_anchor(blokken, nummer, kader)].append(plaat)
    return dict(uit)


def _is_set(blok: Blok) -> bool:
    return not blok.verborgen and blok.zone is not Zone.OPMERKING


def _find_anchor(blokken: Sequence[Blok], nummer: int, kader: Kader) -> int:
    """Where the last block begins that stands above a picture."""
    anker = VOORAAN
    for blok in blokken:
        plaats = blok.plaats
        if not isinstance(plaats, OpPagina) or plaats.pagina is None:
            continue
        boven = plaats.kader is not None and plaats.kader.boven < kader.boven
        if plaats.pagina < nummer or (plaats.pagina == nummer and boven):
            anker = blok.begin
    return anker


class _Beeldblad:
    """The pictures of one page."""

    def __init__(
        self, pagina: pikepdf.Page, merken: Sequence[Kader], gezien: set[Any]
    ) -> None:
        self._pagina = pagina
        self._merken = merken
        self._gezien = gezien

    def pictures(self) -> Iterator[tuple[Kader, Plaat | None]]:
        """The frame of each picture as shown, from top to bottom, and the picture."""
        try:
            self._pagina.contents_coalesce()
            middelen = self._pagina.resources
            stroom = read_stream(self._pagina.obj, middelen, Letterkast())
        except _STUK:
            return
        rij = [
            (to_frame(self._pagina, beeld.doos), stuk, beeld)
            for stuk in stroom.all_streams()
            for beeld in stuk.beelden
        ]
        for kader, stuk, beeld in sorted(rij, key=lambda d: (d[0].boven, d[0].links)):
            if self._is_new(stuk, beeld):
                heel = self._shows_whole(stroom, beeld, kader)
                yield kader, self._plate(stuk, beeld) if heel else None

    def _is_new(self, stuk: Stroom, beeld: Beeld) -> bool:
        """Whether a picture was not seen before; one without a name is not kept."""
        if beeld.naam is None:
            return False
        ding = stuk.middelen.XObject[beeld.naam]
        nieuw = ding.objgen not in self._gezien and not ding.get("/ImageMask", False)
        self._gezien.add(ding.objgen)
        return nieuw

    def _shows_whole(self, stroom: Stroom, beeld: Beeld, kader: Kader) -> bool:
        """Whether nothing stands on a picture: no mark, no words, no later paint."""
        if any(frames_meet(kader, merk) for merk in self._merken):
            return False
        for stuk in stroom.all_streams():
            lagen = [(p.volgorde, p.doos) for p in stuk.paden]
            lagen += [(b.volgorde, b.doos) for b in stuk.beelden]
            if any(v > beeld.volgorde and overlap(d, beeld.doos) > 0 for v, d in lagen):
                return False
        return not any(
            overlap(loop.box(nummer), beeld.doos) > 0
            for loop in stroom.all_runs()
            for nummer, glief in enumerate(loop.glieven)
            if glief.tekst.strip()
        )

    def _plate(self, stuk: Stroom, beeld: Beeld) -> Plaat | None:
        """The pixels of a picture, as it is turned on the page."""
        naar = multiply(beeld.ctm, shown_matrix(self._pagina))
        try:
            plaat = draw_image(stuk.middelen.XObject[beeld.naam])
        except (OnleesbaarBeeld, *_STUK):
            return None
        gedraaid = _turn(plaat, naar)
        zijden = hypot(naar[0], naar[1]), hypot(naar[2], naar[3])
        breed, hoog = zijden if abs(naar[0]) > abs(naar[1]) else zijden[::-1]
        return make_plate(gedraaid, breed, hoog) if gedraaid else None


def _turn(plaat: Image, naar: Matrix) -> Image | None:
    """A picture as it lies on the page as shown; none for one that lies aslant."""
    a, b, c, d, _, _ = naar
    if abs(b) < NIETS and abs(c) < NIETS:
        links, onder = a < 0, d > 0
    elif abs(a) < NIETS and abs(d) < NIETS:
        plaat = plaat.transpose(Transpose.TRANSPOSE)
        links, onder = c > 0, b < 0
    else:
        return None
    if links:
        plaat = plaat.transpose(Transpose.FLIP_LEFT_RIGHT)
    return plaat.transpose(Transpose.FLIP_TOP_BOTTOM) if onder else plaat
