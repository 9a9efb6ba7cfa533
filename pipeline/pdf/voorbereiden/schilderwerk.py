"""Words in what a page paints with: patterns, soft masks and drawn glyphs.

They are no text of the page, so no mark can be placed on them, and a picture of the
page would show them. Where a marked word stands in them, or may, their letters go
before anything is redacted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.lezer import Letterkast, read_stream
from pipeline.pdf.lakken.ruimte import to_space
from pipeline.pdf.lakken.zoeken import Zoeker, fold
from pipeline.pdf.tekstdrager import (
    find_drawn,
    find_forms,
    find_paint,
    shows_text,
)
from pipeline.pdf.voorbereiden.letterloos import without_letters
from pipeline.pdf.voorbereiden.verdenking import Verdenking, read_paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.lakken import Lakvlak
    from pipeline.pdf.tekstdrager import Verf

GEDAAN = "tekst in een vulpatroon, masker of getekende letter is weggehaald"
_WAAROM = "er stond een gelakt woord in, of dat was niet uit te sluiten"

NOEMEN = 20
"""Pages that are named; of the others their number."""

Nummer = tuple[int, int]
_STUK = (pikepdf.PdfError, ValueError, TypeError, IndexError, KeyError, AttributeError)
"""What reading a broken page raises: the engine meets it again, and says so."""


@dataclass(frozen=True, slots=True)
class Weggehaald:
    """The folded text that went out of what each page, from 1, is painted with."""

    per_blad: dict[int, tuple[str, ...]]

    def account(self) -> tuple[str, ...]:
        """What was done, in plain Dutch; nothing when nothing was."""
        if not self.per_blad:
            return ()
        bladen = ", ".join(map(str, sorted(self.per_blad)[:NOEMEN]))
        meer = len(self.per_blad) - NOEMEN
        en = f" en nog {meer}" if meer > 0 else ""
        return (f"{GEDAAN} (bladzijde {bladen}{en}): {_WAAROM}",)


def drop_painted_words(
    pdf: pikepdf.Pdf, vlakken: Sequence[Lakvlak], naalden: Sequence[str]
) -> Weggehaald:
    """Take the letters out of all paint that holds a marked word, or may hold one.

    Without marks and words nothing is taken out. Paint that is shared with a page as a
    form stays as it is there: what is emptied is a copy.
    """
    if not vlakken and not naalden:
        return Weggehaald({})
    verdenking = Verdenking([*naalden, *(v.tekst for v in vlakken if v.tekst)])
    gang = _Gang(pdf, verdenking)
    return Weggehaald(
        {
            nummer: weg
            for nummer, pagina in enumerate(pdf.pages, start=1)
            if (weg := gang.page(pagina))
        }
    )


def without_painted(
    pdf: pikepdf.Pdf, vlakken: Sequence[Lakvlak], weg: Weggehaald
) -> list[Lakvlak]:
    """The marks without those whose words stood only in paint that was emptied."""
    return [v for v in vlakken if not _went(pdf, v, weg)]


def _went(pdf: pikepdf.Pdf, vlak: Lakvlak, weg: Weggehaald) -> bool:
    teksten = weg.per_blad.get(vlak.pagina, ())
    if not vlak.tekst or not any(fold(vlak.tekst) in t for t in teksten):
        return False
    pagina = pdf.pages[vlak.pagina - 1]
    dozen = [to_space(pagina, k) for k in vlak.kaders]
    try:
        stroom = read_stream(pagina.obj, pagina.resources, Letterkast())
    except _STUK:
        return False
    return not Zoeker(stroom).find(vlak.tekst, dozen)


class _Gang:
    """One walk over the document; each piece of paint is judged once."""

    def __init__(self, pdf: pikepdf.Pdf, verdenking: Verdenking) -> None:
        self._pdf = pdf
        self._verdenking = verdenking
        self._kast = Letterkast()
        self._onder: dict[Nummer, frozenset[Nummer]] = {}
        self._teksten: dict[Nummer, str | None] = {}
        self._leeg: dict[Nummer, Any] = {}

    def page(self, pagina: pikepdf.Page) -> tuple[str, ...]:
        """Empty what a page is painted with; the text that went, empty if unread."""
        middelen = pagina.obj.get("/Resources", pagina.resources)
        gevonden = sorted(self._resources(middelen))
        return tuple(t for n in gevonden if (t := self._teksten[n]) is not None)

    def _resources(self, middelen: Any) -> frozenset[Nummer]:
        """The emptied paint under resources, what its paint is painted with included.

        Depth first: a pattern in a pattern is emptied before the outer one is copied.
        """
        if not isinstance(middelen, pikepdf.Dictionary):
            return frozenset()
        if not middelen.is_indirect:
            return self._walk(middelen)
        if middelen.objgen not in self._onder:
            self._onder[middelen.objgen] = frozenset()
            self._onder[middelen.objgen] = self._walk(middelen)
        return self._onder[middelen.objgen]

    def _walk(self, middelen: Any) -> frozenset[Nummer]:
        samen: set[Nummer] = set()
        for vorm in find_forms(middelen):
            samen |= self._stream(vorm, middelen)
        for verf, eigen in self._paint(middelen):
            samen |= self._stream(verf.stroom, eigen)
            if self._judge(verf, eigen) is not None:
                samen.add(verf.stroom.objgen)
                verf.houder[verf.sleutel] = self._emptied(verf, eigen)
        return frozenset(samen)

    @staticmethod
    def _paint(middelen: Any) -> Iterator[tuple[Verf, Any]]:
        for verf in list(find_paint(middelen)):
            yield verf, middelen
        yield from list(find_drawn(middelen))

    def _stream(self, stroom: Any, geleend: Any) -> frozenset[Nummer]:
        nummer = stroom.objgen
        if nummer not in self._onder:
            self._onder[nummer] = frozenset()  # a form in itself is met here again
            eigen = stroom.get("/Resources")
            if eigen is not None and not _is_same(eigen, geleend):
                self._onder[nummer] = self._resources(eigen)
        return self._onder[nummer]

    def _judge(self, verf: Verf, geleend: Any) -> str | None:
        """The text of paint that must be emptied, nothing for what may stay."""
        nummer = verf.stroom.objgen
        if nummer not in self._teksten:
            self._teksten[nummer] = self._read(verf.stroom, geleend)
        return self._teksten[nummer]

    def _read(self, stroom: Any, geleend: Any) -> str | None:
        try:
            if not shows_text(stroom, geleend):
                return None
            gelezen = read_paint(stroom, geleend, self._kast)
        except _STUK:
            return ""
        if gelezen is None:
            return ""
        return gelezen.heel if self._verdenking.holds(gelezen) else None

    def _emptied(self, verf: Verf, geleend: Any) -> Any:
        nummer = verf.stroom.objgen
        if nummer not in self._leeg:
            nieuw = without_letters(self._pdf, verf.stroom, geleend)
            self._leeg[nummer] = nieuw
            self._teksten[nieuw.objgen] = None
        return self._leeg[nummer]


def _is_same(een: Any, twee: Any) -> bool:
    return bool(een.is_indirect and twee.is_indirect and een.objgen == twee.objgen)
