"""What the pictures of a page say: words that recognition reads and no text layer has.

A screenshot, the preview of an embedded file, the lines of a scan that whoever made it
searchable passed over.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from PIL import ImageDraw

from modellen.plaats import Kader
from pipeline.pdf.ocr import find_tesseract, recognise
from pipeline.pdf.stand import find_stand
from pipeline.pdf.tekenwerk import read_drawing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipeline.pdf.stand import Stand
    from pipeline.pdf.vormen import Regel, Woord

_BREED, _HOOG = 30.0, 8.0
"""What is smaller in points is a bullet or a line and holds no word."""
_RUIM = 1.5
_DONKER = 150
_INKT = 90
"""Dark dots at 72 to the inch, as many as three letters have."""
_ZEKER = 50.0


class Beeldblad(NamedTuple):
    """A page with pictures that show something the text does not say.

    ``regels`` is what they say; ``None`` when no program is there to read them.
    """

    pagina: int
    regels: tuple[Regel, ...] | None


def read_pictures(inhoud: bytes, gelezen: Collection[int] = ()) -> Iterator[Beeldblad]:
    """The pages of a PDF whose pictures may hold words, with the lines in them.

    ``gelezen`` are pages, from 1, that were read by recognition already.
    """
    with pypdfium2.PdfDocument(inhoud) as pdf:
        for nummer in range(1, len(pdf) + 1):
            if nummer in gelezen:
                continue
            with closing(pdf[nummer - 1]) as bladzijde:
                blad = _read_page(bladzijde, nummer)
            if blad is not None:
                yield blad


def _read_page(bladzijde: pypdfium2.PdfPage, nummer: int) -> Beeldblad | None:
    stand = find_stand(bladzijde)
    kaders = _pictures(bladzijde, stand)
    gezegd = _said(bladzijde, stand) if kaders else []
    if not kaders or not _has_ink(bladzijde, kaders, gezegd):
        return None
    if find_tesseract() is None:
        return Beeldblad(nummer, None)
    regels = recognise(bladzijde, stand, _ZEKER)
    eigen = (_only(regel, kaders, gezegd) for regel in regels)
    return Beeldblad(nummer, tuple(r for r in eigen if r is not None))


def _pictures(bladzijde: pypdfium2.PdfPage, stand: Stand) -> list[Kader]:
    kaders = (Kader(*b) for b in read_drawing(bladzijde.raw, stand).beelden)
    return [
        k for k in kaders if k.rechts - k.links >= _BREED and k.onder - k.boven >= _HOOG
    ]


def _said(bladzijde: pypdfium2.PdfPage, stand: Stand) -> list[Kader]:
    """Where text stands that can be read, line by line."""
    with closing(bladzijde.get_textpage()) as tekst:
        vakken = [tekst.get_rect(n) for n in range(tekst.count_rects())]
    return [stand.frame(*vak) for vak in vakken]


def _has_ink(
    bladzijde: pypdfium2.PdfPage, kaders: Sequence[Kader], gezegd: Sequence[Kader]
) -> bool:
    """Whether something dark is seen in the pictures beside the text that is read."""
    beeld = bladzijde.render(scale=1, grayscale=True).to_pil().convert("L")
    kwast = ImageDraw.Draw(beeld)
    for k in gezegd:
        kwast.rectangle(
            (k.links - _RUIM, k.boven - _RUIM, k.rechts + _RUIM, k.onder + _RUIM),
            fill=255,
        )
    return any(
        sum(beeld.crop(tuple(map(round, _edges(k)))).histogram()[:_DONKER]) >= _INKT
        for k in kaders
    )


def _edges(k: Kader) -> tuple[float, float, float, float]:
    return k.links, k.boven, k.rechts, k.onder


def _only(
    regel: Regel, kaders: Sequence[Kader], gezegd: Sequence[Kader]
) -> Regel | None:
    """A line without the words that stand beside the pictures or are text as well."""
    woorden = tuple(
        w for w in regel.woorden if _holds(kaders, w) and not _holds(gezegd, w)
    )
    if not woorden:
        return None
    kader = Kader(
        min(w.links for w in woorden),
        min(w.boven for w in woorden),
        max(w.rechts for w in woorden),
        max(w.onder for w in woorden),
    )
    tekst = " ".join(w.tekst for w in woorden)
    return replace(regel, tekst=tekst, kader=kader, woorden=woorden)


def _holds(kaders: Sequence[Kader], woord: Woord) -> bool:
    return any(
        k.links <= woord.midden <= k.rechts and k.boven <= woord.hoogte <= k.onder
        for k in kaders
    )
