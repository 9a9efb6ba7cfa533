"""The look of the pages: boxes are seen, and beside them all that was seen before.

Text that every program still reads can be invisible, for instance when a font was
written with another scale. So pages are drawn, before and after, and the ink compared.
And what was painted after a box, such as the ground of a text box, can hide it.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from modellen.lakken import Controle
from pipeline.geheugen import give_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.lakken import Geplaatst
    from pipeline.pdf.controle.bestand import Proef

NAAM = "beeld van de bladzijden"
GROF, FIJN = 0.45, 2.0
"""Pixels for a point: a first look, and a second one where the first is in doubt.

Drawn small, a page that became a picture is paler than the lines that it was made of.
"""

RAND = 3
DONKER = 160
MEEST_KWIJT = 0.25
"""The part of the ink that may differ: drawn small, a step of the grid moves much.

Words that vanish or move are counted elsewhere; this is for a page that goes blank.
"""

VAL_OP = 150
"""How light a box with its code is on the whole, of 255, at the most."""

WEINIG = 60
MEESTE_PIXELS = 4_000_000


def check_look(proef: Proef) -> Iterator[Controle]:
    """Whether each page shows its boxes, and still its ink outside them."""
    fout: list[tuple[int, str]] = []
    for deel in proef.stretches():
        fout += _find_lost(proef, deel)
        give_back()
    for pagina, wat in fout:
        yield Controle(naam=NAAM, geslaagd=False, toelichting=wat, pagina=pagina)
    if not fout:
        yield Controle(
            naam=NAAM, geslaagd=True, toelichting="elke bladzijde toont wat zij toonde"
        )


def _find_lost(proef: Proef, deel: range) -> Iterator[tuple[int, str]]:
    """The pages of a stretch, from 1, that lost too much ink or hide a box."""
    with (
        pypdfium2.PdfDocument(proef.origineel) as voor,
        pypdfium2.PdfDocument(proef.gelakt) as na,
    ):
        for nummer in deel[: max(0, len(voor) - deel.start)]:
            vakken = proef.vakken_op(nummer + 1)
            wat = ""
            for wens in (GROF, FIJN):
                schaal = _scale(wens, *voor.get_page_size(nummer))
                oud, nieuw = (_drawn(pdf, nummer, schaal) for pdf in (voor, na))
                wat = _compare(oud, nieuw, vakken, schaal, proef.stap)
                if not wat:
                    break
            if wat:
                yield nummer + 1, f"bladzijde {nummer + 1} {wat}"


def _compare(
    oud: Image.Image,
    nieuw: Image.Image,
    vakken: Sequence[Geplaatst],
    schaal: float,
    stap: float,
) -> str:
    """What is wrong with a page that was drawn, in Dutch; nothing where all is well."""
    if any(v.grond and _is_unseen(nieuw, v, schaal) for v in vakken):
        return "toont een vak niet dat er wel staat"
    voor, na = _ink(oud, vakken, schaal), _ink(nieuw, vakken, schaal)
    if _is_lost(voor, na, round(stap / 2 * schaal)):
        return "toont niet meer wat zij toonde"
    return ""


def _is_unseen(beeld: Image.Image, vak: Geplaatst, schaal: float) -> bool:
    """Whether a box on the page is light: something was painted over it."""
    k = vak.kader
    van = floor(k.links * schaal), floor(k.boven * schaal)
    tot = ceil(k.rechts * schaal), ceil(k.onder * schaal)
    stuk = beeld.crop((*van, *tot))
    masker = None
    if vak.hoeken:
        masker = Image.new("1", stuk.size)
        hoeken = [(x * schaal - van[0], y * schaal - van[1]) for x, y in vak.hoeken]
        ImageDraw.Draw(masker).polygon(hoeken, 1)
    gemeten = ImageStat.Stat(stuk, masker)
    return gemeten.count[0] > 0 and gemeten.mean[0] > VAL_OP


def _scale(wens: float, breed: float, hoog: float) -> float:
    """Pixels for a point; a page as large as a hall is drawn smaller."""
    return min(wens, float((MEESTE_PIXELS / max(breed * hoog, 1.0)) ** 0.5))


def _drawn(pdf: pypdfium2.PdfDocument, nummer: int, schaal: float) -> Image.Image:
    bladzijde = pdf[nummer]
    try:
        return _grey(bladzijde, schaal)
    finally:
        bladzijde.close()


def _ink(grijs: Image.Image, vakken: Sequence[Geplaatst], schaal: float) -> Image.Image:
    """The dark pixels of a page as white on black, the boxes left out."""
    inkt = grijs.point(lambda w: 255 if w < DONKER else 0)
    tekenaar = ImageDraw.Draw(inkt)
    for vak in vakken:
        k = vak.kader
        doos = (k.links, k.boven, k.rechts, k.onder)
        x0, y0, x1, y1 = (w * schaal for w in doos)
        tekenaar.rectangle((x0 - RAND, y0 - RAND, x1 + RAND, y1 + RAND), fill=0)
    return inkt


def _grey(bladzijde: pypdfium2.PdfPage, schaal: float) -> Image.Image:
    """The page itself: notes are drawn on it before, or gone after, both on purpose."""
    beeld: Image.Image = bladzijde.render(
        scale=schaal, grayscale=True, draw_annots=False, may_draw_forms=False
    ).to_pil()
    return beeld.convert("L")


def _is_lost(voor: Image.Image, na: Image.Image, ver: int) -> bool:
    """Whether too much of the ink of before is not near ink of after.

    Near is one pixel, and as far (``ver``) as words may move on the grid of the boxes.
    """
    if voor.size != na.size:
        return True
    er = _count(voor)
    if er < WEINIG:
        return False
    if _count(ImageChops.subtract(voor, na)) <= MEEST_KWIJT * er:
        return False
    ruim = na.filter(ImageFilter.MaxFilter(2 * max(ver, 1) + 1))
    return _count(ImageChops.subtract(voor, ruim)) > MEEST_KWIJT * er


def _count(beeld: Image.Image) -> int:
    return int(beeld.histogram()[255])
