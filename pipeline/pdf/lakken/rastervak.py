"""The boxes of a page that became a picture, and the codes on them."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from pipeline.pdf.lakken.dekking import is_rectangle
from pipeline.pdf.lakken.matrix import bounds
from pipeline.pdf.lakken.opschriftknip import font_file
from pipeline.pdf.lakken.zoeken import overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.lakken.stroom import Doos

    Hoeken = Sequence[tuple[float, float]]

_LETTER, _KLEINST, _GROOTST = 0.7, 6, 40
"""The size of a code for the height of its box, and its bounds in pixels."""

_PER_LETTER = 1.8
_BINNEN = 0.8


def paint_areas(
    plaat: Image.Image,
    doos_pagina: Doos,
    vlakken: Sequence[tuple[Sequence[tuple[float, float]], str]],
    draai: int = 0,
) -> None:
    """Make areas of the picture black, each with its code; corners in page space.

    The codes stand upright on the page as shown, turned by so many degrees.
    """
    tekenaar = ImageDraw.Draw(plaat)
    links, _, _, boven = doos_pagina
    schaal = plaat.width / max(doos_pagina[2] - links, 1e-6)
    for hoeken, opschrift in vlakken:
        punten = [((x - links) * schaal, (boven - y) * schaal) for x, y in hoeken]
        tekenaar.polygon(punten, fill=(0, 0, 0), outline=(0, 0, 0), width=3)
        _write_code(plaat, punten, opschrift, draai)


def loose_codes(
    vakken: Sequence[tuple[Sequence[tuple[float, float]], str]],
) -> Iterator[tuple[str, Doos]]:
    """The codes of the boxes, but not of one that runs into another."""
    dozen = [bounds(hoeken) for hoeken, _ in vakken]
    for plek, (_, code) in enumerate(vakken):
        doos, anderen = dozen[plek], dozen[:plek] + dozen[plek + 1 :]
        if code and not any(overlap(doos, d) > 0 for d in anderen):
            hoeken = vakken[plek][0]
            yield code, doos if is_rectangle(list(hoeken)) else _lies_within(hoeken)


def _lies_within(hoeken: Hoeken) -> Doos:
    """A level stretch in the middle of a slanted box, so short that it stays inside."""
    a, b, _, d = hoeken
    lang, hoog = math.dist(a, b), math.dist(a, d)
    schuin = abs(b[1] - a[1]) / max(lang, 1e-6)
    breed = _BINNEN * min(lang, hoog / max(schuin, 1e-6))
    x, y = (sum(c) / len(hoeken) for c in zip(*hoeken, strict=True))
    hoog *= _BINNEN / 2
    return x - breed / 2, y - hoog / 2, x + breed / 2, y + hoog / 2


def _write_code(
    plaat: Image.Image, punten: list[tuple[float, float]], opschrift: str, draai: int
) -> None:
    xs, ys = zip(*punten, strict=True)
    hoog, breed = max(ys) - min(ys), max(xs) - min(xs)
    if not is_rectangle(punten):
        (ax, ay), (bx, by) = punten[:2]
        breed, hoog = math.dist(punten[0], punten[1]), math.dist(punten[0], punten[3])
        hoek = math.degrees(math.atan2(ay - by, bx - ax))
    else:
        hoek = draai
        if draai in {90, 270}:
            hoog, breed = breed, hoog
    maat = min(hoog * _LETTER, breed / max(len(opschrift), 1) * _PER_LETTER, _GROOTST)
    if maat < _KLEINST:  # smaller is a smudge
        return
    letter = ImageFont.truetype(BytesIO(font_file()), round(maat))
    los = Image.new("L", (max(round(breed), 1), max(round(hoog), 1)))
    hart = (los.width / 2, los.height / 2)
    ImageDraw.Draw(los).text(hart, opschrift, fill=255, font=letter, anchor="mm")
    los = los.rotate(hoek, expand=True)
    plek = (
        round((min(xs) + max(xs) - los.width) / 2),
        round((min(ys) + max(ys) - los.height) / 2),
    )
    plaat.paste((255, 255, 255), plek, los)
