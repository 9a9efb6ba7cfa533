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
from PIL.Image import Transpose

from modellen.plaats import Kader, around
from pipeline.pdf.ocr import (
    BLADZIJDE,
    LEESBAAR,
    VERSPREID,
    certainty,
    find_tesseract,
    make_lines,
    read_words,
)
from pipeline.pdf.stand import find_stand
from pipeline.pdf.tekenwerk import read_drawing
from pipeline.pdf.vormen import Woord

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PIL.Image import Image

    from pipeline.pdf.stand import Stand
    from pipeline.pdf.vormen import Regel

_BREED, _HOOG = 30.0, 8.0
"""What is smaller in points is a bullet or a line and holds no word."""
_RUIM = 1.5
_DONKER = 150
_WIT = 255
_INKT = 90
"""Dark dots at 72 to the inch, as many as three letters have."""
_ZEKER = 50.0
_SCHERP = 300 / 72
_MANIEREN = (
    (BLADZIJDE, None),
    (BLADZIJDE, Transpose.ROTATE_90),
    (BLADZIJDE, Transpose.ROTATE_270),
    (VERSPREID, None),
)
"""How a picture is read, and how it is turned first; what is read is left out then."""


class Beeldblad(NamedTuple):
    """A page with pictures that show something the text does not say.

    ``regels`` is what they say; ``None`` when no program is there to read them.
    """

    pagina: int
    regels: tuple[Regel, ...] | None


def read_pictures(
    inhoud: bytes, gelezen: Mapping[int, Sequence[Kader]]
) -> Iterator[Beeldblad]:
    """The pages of a PDF whose pictures may hold words, with the lines in them.

    ``gelezen`` are the places that recognition has read, of pages from 1 without text.
    """
    with pypdfium2.PdfDocument(inhoud) as pdf:
        for nummer in range(1, len(pdf) + 1):
            with closing(pdf[nummer - 1]) as bladzijde:
                blad = _read_page(bladzijde, nummer, gelezen.get(nummer))
            if blad is not None:
                yield blad


def _read_page(
    bladzijde: pypdfium2.PdfPage, nummer: int, gelezen: Sequence[Kader] | None
) -> Beeldblad | None:
    stand = find_stand(bladzijde)
    kaders = _pictures(bladzijde, stand)
    if not kaders:
        return None
    gezegd = _said(bladzijde, stand) if gelezen is None else gelezen
    if not _has_ink(_render(bladzijde, gezegd, 1.0), kaders, 1.0):
        return None
    programma = find_tesseract()
    if programma is None:
        return Beeldblad(nummer, None)
    plaat = _render(bladzijde, gezegd, _SCHERP)
    return Beeldblad(nummer, tuple(_read_rest(programma, plaat, kaders)))


def _read_rest(
    programma: str, plaat: Image, kaders: Sequence[Kader]
) -> Iterator[Regel]:
    """The lines in pictures: upright, on either side, and words that stand alone.

    Letters that lie on their side are read as others, and not with certainty: only what
    is read with certainty is left out of the next look.
    """
    twijfel: list[Regel] = []
    for indeling, draai in _MANIEREN:
        if not _has_ink(plaat, kaders, _SCHERP):
            break
        om = plaat if draai is None else plaat.transpose(draai)
        rijen = read_words(programma, om, indeling)
        los = indeling == VERSPREID
        zeker = los or certainty(rijen) >= LEESBAAR
        if draai is not None and not zeker:
            continue
        regels = [
            _turn_back(r, draai, plaat) for r in make_lines(rijen, _SCHERP, _ZEKER)
        ]
        if not zeker:
            twijfel = regels
            continue
        twijfel = [] if draai is not None and regels else twijfel
        for regel in regels:
            yield from _within(regel, kaders)
        _whiten(plaat, [_frame(w) for r in regels for w in r.woorden], _SCHERP)
    for regel in twijfel:
        yield from _within(regel, kaders)


def _turn_back(regel: Regel, draai: Transpose | None, plaat: Image) -> Regel:
    """A line on the picture as it was before it was turned."""
    if draai is None:
        return regel
    breed, hoog = (maat / _SCHERP for maat in plaat.size)

    def back(k: Kader) -> Kader:
        if draai is Transpose.ROTATE_90:
            return Kader(breed - k.onder, k.links, breed - k.boven, k.rechts)
        return Kader(k.boven, hoog - k.rechts, k.onder, hoog - k.links)

    woorden = tuple(
        Woord(w.tekst, k.links, k.boven, k.rechts, k.onder)
        for w in regel.woorden
        for k in (back(_frame(w)),)
    )
    return replace(regel, kader=back(regel.kader), woorden=woorden)


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


def _render(
    bladzijde: pypdfium2.PdfPage, gezegd: Sequence[Kader], schaal: float
) -> Image:
    """A page in grey, with the text that is read left white."""
    plaat: Image = bladzijde.render(scale=schaal, grayscale=True).to_pil().convert("L")
    _whiten(plaat, gezegd, schaal)
    return plaat


def _whiten(plaat: Image, kaders: Sequence[Kader], schaal: float) -> None:
    kwast = ImageDraw.Draw(plaat)
    for k in kaders:
        links, boven = (k.links - _RUIM) * schaal, (k.boven - _RUIM) * schaal
        rechts, onder = (k.rechts + _RUIM) * schaal, (k.onder + _RUIM) * schaal
        kwast.rectangle((links, boven, rechts, onder), fill=_WIT)


def _has_ink(plaat: Image, kaders: Sequence[Kader], schaal: float) -> bool:
    """Whether something dark is seen in the pictures beside the text that is read."""
    for k in kaders:
        vak = [round(m * schaal) for m in (k.links, k.boven, k.rechts, k.onder)]
        telling = plaat.crop((vak[0], vak[1], vak[2], vak[3])).histogram()
        if sum(telling[:_DONKER]) >= _INKT * schaal**2:
            return True
    return False


def _within(regel: Regel, kaders: Sequence[Kader]) -> Iterator[Regel]:
    """A line without the words beside the pictures; a line for each that stands apart.

    Strips of one picture lie below each other, and share their lines.
    """
    groepen: dict[int, list[Woord]] = {}
    for woord in regel.woorden:
        houder = next((kader for kader in kaders if _holds(kader, woord)), None)
        if houder is not None:
            nummer = next(n for n, k in enumerate(kaders) if _share_column(k, houder))
            groepen.setdefault(nummer, []).append(woord)
    for woorden in groepen.values():
        kader = around(woorden)
        tekst = " ".join(w.tekst for w in woorden)
        yield replace(regel, tekst=tekst, kader=kader, woorden=tuple(woorden))


def _share_column(een: Kader, ander: Kader) -> bool:
    return een.links < ander.rechts and ander.links < een.rechts


def _frame(woord: Woord) -> Kader:
    return Kader(woord.links, woord.boven, woord.rechts, woord.onder)


def _holds(kader: Kader, woord: Woord) -> bool:
    return (
        kader.links <= woord.midden <= kader.rechts
        and kader.boven <= woord.hoogte <= kader.onder
    )
