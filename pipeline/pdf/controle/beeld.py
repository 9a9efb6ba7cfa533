"""The look of the pages: outside the boxes they show what they showed.

Text that every program still reads can be invisible, for instance when a font was
written with another scale. So pages are drawn, before and after, and the ink compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

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

WEINIG = 60
MEESTE_PIXELS = 4_000_000


def check_look(proef: Proef) -> Iterator[Controle]:
    """Whether each page still shows its ink outside the boxes."""
    fout: list[int] = []
    for deel in proef.stretches():
        fout += _find_lost(proef, deel)
        give_back()
    for pagina in fout:
        yield Controle(
            naam=NAAM,
            geslaagd=False,
            toelichting=f"bladzijde {pagina} toont niet meer wat zij toonde",
            pagina=pagina,
        )
    if not fout:
        yield Controle(
            naam=NAAM, geslaagd=True, toelichting="elke bladzijde toont wat zij toonde"
        )


def _find_lost(proef: Proef, deel: range) -> Iterator[int]:
    """The pages of a stretch, from 1, that lost too much of their ink."""
    with (
        pypdfium2.PdfDocument(proef.origineel) as voor,
        pypdfium2.PdfDocument(proef.gelakt) as na,
    ):
        for nummer in deel[: max(0, len(voor) - deel.start)]:
            vakken = proef.vakken_op(nummer + 1)
            for wens in (GROF, FIJN):
                schaal = _scale(wens, *voor.get_page_size(nummer))
                oud, nieuw = (_drawn(pdf, nummer, vakken, schaal) for pdf in (voor, na))
                if not _is_lost(oud, nieuw, round(proef.stap / 2 * schaal)):
                    break
            else:
                yield nummer + 1


def _scale(wens: float, breed: float, hoog: float) -> float:
    """Pixels for a point; a page as large as a hall is drawn smaller."""
    return min(wens, float((MEESTE_PIXELS / max(breed * hoog, 1.0)) ** 0.5))


def _drawn(
    pdf: pypdfium2.PdfDocument, nummer: int, vakken: Sequence[Geplaatst], schaal: float
) -> Image.Image:
    bladzijde = pdf[nummer]
    try:
        return _ink(bladzijde, vakken, schaal)
    finally:
        bladzijde.close()


def _ink(
    bladzijde: pypdfium2.PdfPage, vakken: Sequence[Geplaatst], schaal: float
) -> Image.Image:
    """The dark pixels of a page as white on black, the boxes left out."""
    grijs: Image.Image = _grey(bladzijde, schaal)
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
