"""The inventory number, small in a corner of each page."""

from __future__ import annotations

from io import BytesIO
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name

from pipeline.pdf.lakken.matrix import page_box, page_turn
from pipeline.pdf.lakken.opschrift import embed_label_font, open_label_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.lakken import Geplaatst

LETTER = 8.0
RAND = 14.0
_NAAM = Name("/VerwerkNummer")
_HOEKEN = ("rechtsboven", "rechtsonder", "linksboven", "linksonder")


def number_pages(
    pdf: pikepdf.Pdf, nummer: str, vakken: Sequence[Geplaatst] = ()
) -> None:
    """Print a number on each page, where nothing stands when there is such a corner.

    Where every corner is under a box there is none: under a box stands only its code.
    The number is no part of the text but an artifact (ISO 32000-1, 14.8.2.2).
    """
    if not nummer:
        return
    font = embed_label_font(pdf, nummer)
    breed = open_label_font().width(nummer) * LETTER
    uit = BytesIO()
    pdf.save(uit)
    with pypdfium2.PdfDocument(uit.getvalue()) as beeld:
        for volgnummer, pagina in enumerate(pdf.pages):
            blad = beeld[volgnummer]
            plek = _find_corner(blad, breed)
            blad.close()
            if not _is_covered(plek, breed, volgnummer + 1, vakken):
                _print(pdf, pagina, font, nummer, plek)


def _find_corner(blad: pypdfium2.PdfPage, breed: float) -> tuple[float, float]:
    """Where the number begins on the page as shown, from the top left."""
    wijd, hoog = blad.get_size()
    plekken = [_place(h, wijd, hoog, breed) for h in _HOEKEN]
    for links, basis in plekken:
        if _is_free(blad, (links, basis), (wijd, hoog), breed):
            return links, basis
    return plekken[0]


def _is_covered(
    plek: tuple[float, float], breed: float, pagina: int, vakken: Sequence[Geplaatst]
) -> bool:
    """Whether a number would stand under a box, in part or in whole."""
    links, basis = plek
    return any(
        v.kader.links < links + breed
        and links < v.kader.rechts
        and v.kader.boven < basis
        and basis - LETTER < v.kader.onder
        for v in vakken
        if v.pagina == pagina
    )


def _place(hoek: str, wijd: float, hoog: float, breed: float) -> tuple[float, float]:
    links = RAND if hoek.startswith("links") else max(0.0, wijd - RAND - breed)
    return links, RAND + LETTER if hoek.endswith("boven") else hoog - RAND


def _is_free(
    blad: pypdfium2.PdfPage,
    plek: tuple[float, float],
    maat: tuple[float, float],
    breed: float,
) -> bool:
    """Whether one even colour, and a light one, stands there."""
    (links, basis), (wijd, hoog) = plek, maat
    rand = (
        max(0.0, links - 2),
        max(0.0, hoog - basis - 3),
        max(0.0, wijd - links - breed - 2),
        max(0.0, basis - LETTER - 1),
    )
    if rand[0] + rand[2] >= wijd - 1 or rand[1] + rand[3] >= hoog - 1:
        return False
    beeld = blad.render(scale=1.5, crop=rand, grayscale=True).to_pil()
    laag, hoogst = beeld.convert("L").getextrema()
    return bool(laag == hoogst and laag > 127)  # noqa: PLR2004 half way black and white


def _print(
    pdf: pikepdf.Pdf,
    pagina: pikepdf.Page,
    font: Any,  # noqa: ANN401 pikepdf objects are dynamic
    nummer: str,
    plek: tuple[float, float],
) -> None:
    onder, over = _unbalanced(pagina)
    tekst = open_label_font().encode(nummer).hex()
    a, b, c, d, e, f = _matrix(pagina.obj, plek)
    bevelen = (
        "\n" + "Q " * (over + 1) + "/Artifact BMC q 0 g BT "
        f"{_NAAM} {LETTER:g} Tf {a:g} {b:g} {c:g} {d:g} {e:.2f} {f:.2f} Tm "
        f"<{tekst}> Tj ET Q EMC\n"
    )
    _own_font(pagina, font)
    pagina.contents_add(pdf.make_stream(b"q " * (onder + 1) + b"\n"), prepend=True)
    pagina.contents_add(pdf.make_stream(bevelen.encode("ascii")))


def _unbalanced(pagina: pikepdf.Page) -> tuple[int, int]:
    """How often a page restores without having saved, and saves without restoring."""
    diepte = onder = 0
    for bevel in pikepdf.parse_content_stream(pagina, "q Q"):
        diepte += 1 if str(bevel.operator) == "q" else -1
        onder = max(onder, -diepte)
    return onder, diepte + onder


def _own_font(pagina: pikepdf.Page, font: Any) -> None:  # noqa: ANN401
    """Give the page the font in resources of its own: others may share or inherit."""
    middelen = Dictionary(dict(pagina.resources.items()))
    fonts = Dictionary(dict(middelen.get("/Font", Dictionary()).items()))
    fonts[_NAAM] = font
    middelen.Font = fonts
    pagina.obj.Resources = middelen


def _matrix(pagina: Any, plek: tuple[float, float]) -> Iterator[float]:  # noqa: ANN401
    """From a place on the page as shown to user space, turned along with the page."""
    x0, y0, x1, y1 = page_box(pikepdf.Page(pagina))
    links, boven = plek
    draai = page_turn(pikepdf.Page(pagina))
    punten = {
        0: (x0 + links, y1 - boven),
        90: (x0 + boven, y0 + links),
        180: (x1 - links, y0 + boven),
        270: (x1 - boven, y1 - links),
    }
    hoek = radians(draai)
    yield from (round(cos(hoek)), round(sin(hoek)), -round(sin(hoek)), round(cos(hoek)))
    yield from punten.get(draai, punten[0])
