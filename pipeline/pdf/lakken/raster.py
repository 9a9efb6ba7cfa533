"""A page as a picture: what is done when a page cannot be rewritten with certainty.

The picture is made of the page with the areas painted over, so nothing under them is in
it. What remains and can be read with certainty is laid over it as invisible text.
"""

from __future__ import annotations

from ctypes import c_double
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageDraw, ImageFont

from pipeline.pdf.lakken.opschrift import font_bytes
from pipeline.pdf.lakken.vlak import make_op
from pipeline.pdf.lakken.zoeken import overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.lakken.opschrift import Opschriftletter
    from pipeline.pdf.lakken.stroom import Doos

PUNTEN_PER_INCH = 72
DPI = 200
GRIJS_GENOEG = 24
"""How far colours may lie apart in a picture that is stored in grey."""

AFSTAND = 1.0
"""Points that a word must stay away from an area to be laid over the picture."""


def rasterise(
    pdf: pikepdf.Pdf,
    pagina: pikepdf.Page,
    plaat: Image.Image,
    woorden: Sequence[tuple[str, Doos]],
    letternaam: str,
    letter: Opschriftletter,
) -> None:
    """Replace what a page shows by a picture of it, with its words laid over it."""
    links, onder, rechts, boven = (float(g) for g in pagina.cropbox)
    beeld = _store(pdf, plaat)
    bevelen = [
        make_op("q"),
        make_op("cm", rechts - links, 0, 0, boven - onder, links, onder),
        make_op("Do", pikepdf.Name("/VwBeeld")),
        make_op("Q"),
        make_op("BT"),
        make_op("Tr", 3),
    ]
    for woord, doos in woorden:
        bevelen += _lay(woord, doos, letternaam, letter)
    bevelen.append(make_op("ET"))
    fonts = pagina.Resources.get("/Font", {}).get(letternaam)
    pagina.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(bevelen))
    pagina.obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary({"/VwBeeld": beeld}),
        Font=pikepdf.Dictionary({letternaam: fonts} if fonts is not None else {}),
    )
    for sleutel in ("/StructParents", "/Group"):
        if sleutel in pagina.obj:
            del pagina.obj[sleutel]


def render_page(
    inhoud: bytes, nummer: int
) -> tuple[Image.Image, list[tuple[str, Doos]]]:
    """A page, from 0, as a picture without rotation, and its words with their boxes."""
    with pypdfium2.PdfDocument(inhoud) as document:
        bladzijde = document[nummer]
        draai = bladzijde.get_rotation()
        if draai:
            bladzijde.set_rotation(0)
        plaat = bladzijde.render(scale=DPI / PUNTEN_PER_INCH).to_pil().convert("RGB")
        woorden = list(_words(bladzijde))
    return plaat, woorden


def paint_areas(
    plaat: Image.Image,
    doos_pagina: Doos,
    vlakken: Sequence[tuple[Sequence[tuple[float, float]], str]],
) -> None:
    """Make areas of the picture black, each with its code; corners in page space."""
    tekenaar = ImageDraw.Draw(plaat)
    links, _, _, boven = doos_pagina
    schaal = DPI / PUNTEN_PER_INCH
    for hoeken, opschrift in vlakken:
        punten = [((x - links) * schaal, (boven - y) * schaal) for x, y in hoeken]
        tekenaar.polygon(punten, fill=(0, 0, 0), outline=(0, 0, 0), width=3)
        _write_code(tekenaar, punten, opschrift)


def _write_code(
    tekenaar: ImageDraw.ImageDraw, punten: list[tuple[float, float]], opschrift: str
) -> None:
    xs, ys = zip(*punten, strict=True)
    hoog, breed = max(ys) - min(ys), max(xs) - min(xs)
    maat = min(hoog * 0.7, breed / max(len(opschrift), 1) * 1.8, 40)
    if maat < 6:  # noqa: PLR2004 pixels: smaller is a smudge
        return
    letter = ImageFont.truetype(BytesIO(font_bytes()), round(maat))
    midden = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    tekenaar.text(midden, opschrift, fill=(255, 255, 255), font=letter, anchor="mm")


def keep_words(
    woorden: Sequence[tuple[str, Doos]], dozen: Sequence[Doos]
) -> list[tuple[str, Doos]]:
    """The words that stay clear of every area."""
    ruim = [
        (d[0] - AFSTAND, d[1] - AFSTAND, d[2] + AFSTAND, d[3] + AFSTAND) for d in dozen
    ]
    return [(w, d) for w, d in woorden if not any(overlap(d, r) for r in ruim)]


def _words(bladzijde: Any) -> Iterator[tuple[str, Doos]]:  # noqa: ANN401
    """The words of a page with their boxes in page space."""
    tekst = bladzijde.get_textpage()
    aantal = tekst.count_chars()
    geheel = tekst.get_text_range(0, aantal) if aantal else ""
    woord, dozen = "", []
    for plek in range(aantal):
        teken = geheel[plek] if plek < len(geheel) else " "
        if teken.isspace():
            if woord:
                yield woord, _union(dozen)
            woord, dozen = "", []
            continue
        woord += teken
        dozen.append(_char_box(tekst, plek))
    if woord:
        yield woord, _union(dozen)


def _char_box(tekst: Any, plek: int) -> Doos:  # noqa: ANN401
    links, rechts, onder, boven = (c_double() for _ in range(4))
    pypdfium2.raw.FPDFText_GetCharBox(tekst.raw, plek, links, rechts, onder, boven)
    return (links.value, onder.value, rechts.value, boven.value)


def _union(dozen: list[Doos]) -> Doos:
    xs0, ys0, xs1, ys1 = zip(*dozen, strict=True)
    return (min(xs0), min(ys0), max(xs1), max(ys1))


def _lay(woord: str, doos: Doos, letternaam: str, letter: Opschriftletter) -> list[Any]:
    """One word of invisible text, stretched over its place in the picture."""
    grootte = max(doos[3] - doos[1], 1.0)
    natuurlijk = letter.width(woord) * grootte
    if not natuurlijk:
        return []
    rek = (doos[2] - doos[0]) / natuurlijk * 100
    return [
        make_op("Tf", pikepdf.Name(letternaam), grootte),
        make_op("Tz", max(rek, 1.0)),
        make_op("Tm", 1, 0, 0, 1, doos[0], doos[1]),
        make_op("Tj", pikepdf.String(letter.encode(woord + " "))),
    ]


def _store(pdf: pikepdf.Pdf, plaat: Image.Image) -> Any:  # noqa: ANN401
    """The picture as an image stream: in grey when there is no colour in it."""
    kleuren = plaat.resize((200, 200)).getdata()
    grijs = all(max(p) - min(p) <= GRIJS_GENOEG for p in kleuren)
    if grijs:
        plaat = plaat.convert("L")
    uit = BytesIO()
    plaat.save(uit, "JPEG", quality=80)
    return pdf.make_stream(
        uit.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=plaat.width,
        Height=plaat.height,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if grijs else pikepdf.Name.DeviceRGB,
        Filter=pikepdf.Name.DCTDecode,
    )
