"""Images under a box: the pixels go, and everything else the file said with them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from pipeline.pdf.lakken.matrix import apply, invert
from pipeline.pdf.lakken.stippen import whiten_specks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.lakken.matrix import Matrix, Punt
    from pipeline.pdf.lakken.stroom import Beeld, Stroom

RAND = 1.5
"""Pixels blanked around the area: resampling smears what stood there."""

MEESTE_PIXELS = 150_000_000
"""A larger image is not opened here: it may be made to fill the memory."""

_ENKELE = 8
_CONTRAST = 40
"""Pixels of a tone, and tones between light and dark, that can show a letter."""

BITS = 8
KWALITEIT = 90
FOTO = {"/DCTDecode", "/JPXDecode"}


_ONLEESBAAR = (
    pikepdf.PdfError,
    pikepdf.DependencyError,
    pikepdf.UnsupportedImageTypeError,
    pikepdf.models.image.HifiPrintImageNotTranscodableError,
    pikepdf.models.image.ImageDecompressionError,
    pikepdf.models.image.InvalidPdfImageError,
    AttributeError,
    KeyError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
)
"""What opening an image raises that is of a rare kind, or not what it says it is."""

_GEWOON = {"/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB", "/Indexed", ""}
_GRIJS_OF_RGB = {1, 3}


class OnleesbaarBeeld(Exception):  # noqa: N818 Dutch for the thing
    """An image that cannot be decoded here; the page must be rasterised."""


def blank_shown(
    pdf: pikepdf.Pdf, stroom: Stroom, beeld: Beeld, vlakken: Sequence[Sequence[Punt]]
) -> Any:
    """A copy of an image of a page or form with areas of the page made black.

    Raises ``OnleesbaarBeeld`` when the image cannot be decoded.
    """
    if beeld.naam is None:
        los = stroom.bevelen[beeld.bevel].iimage
        return blank_inline(pdf, los, beeld.ctm, vlakken)
    return blank_areas(pdf, stroom.middelen.XObject[beeld.naam], beeld.ctm, vlakken)


def blank_areas(
    pdf: pikepdf.Pdf, beeld: Any, ctm: Matrix, vlakken: Sequence[Sequence[Punt]]
) -> Any:
    """A copy of an image with areas of the page made black.

    Raises ``OnleesbaarBeeld`` when the image cannot be decoded.
    """
    if beeld.get("/ImageMask", False):
        return _blank_mask(pdf, beeld, ctm, vlakken)
    plaat = whiten_specks(_read_pixels(beeld))
    uitsnede = beeld.get("/Mask")
    if isinstance(uitsnede, pikepdf.Stream):
        plaat = _as_fine_as(plaat, uitsnede)
    _paint(plaat, ctm, vlakken)
    nieuw = _encode(pdf, plaat, foto=_is_photo(beeld))
    masker = beeld.get("/SMask")
    if isinstance(masker, pikepdf.Stream):
        nieuw.SMask = _encode(pdf, _opened(masker, ctm, vlakken), foto=False)
    if isinstance(uitsnede, pikepdf.Stream):
        nieuw.Mask = _blank_mask(pdf, uitsnede, ctm, vlakken)
    return nieuw


def without_unseen(
    pdf: pikepdf.Pdf,
    beeld: Any,
    ongezien: Image.Image,
    maat: tuple[int, int] | None = None,
) -> Any:
    """A copy of an image without what ``ongezien`` has in white where all of it lies.

    With ``maat`` it has that many pixels and no more. ``None`` where nothing changes.
    Raises ``OnleesbaarBeeld`` when the image cannot be decoded or is seen through a
    stencil.
    """
    if isinstance(beeld.get("/Mask"), pikepdf.Stream):
        raise OnleesbaarBeeld
    plaat = _read_pixels(beeld)
    if maat is None and not _shows(plaat, ongezien.resize(plaat.size)):
        return None
    masker = beeld.get("/SMask")
    dicht = _decode(masker) if isinstance(masker, pikepdf.Stream) else None
    nieuw = _encode(pdf, _cut(plaat, ongezien, maat), foto=_is_photo(beeld))
    if dicht is not None:
        nieuw.SMask = _encode(pdf, _cut(dicht, ongezien, maat), foto=False)
    return nieuw


def _cut(
    plaat: Image.Image, ongezien: Image.Image, maat: tuple[int, int] | None
) -> Image.Image:
    """Pixels, white where they are not seen, as many as asked."""
    heel = plaat.convert("RGB" if plaat.mode == "RGB" else "L")
    wit = Image.new(heel.mode, heel.size, "white")
    heel.paste(wit, mask=ongezien.resize(heel.size))
    return heel.resize(maat, Image.Resampling.LANCZOS) if maat else heel


def shows_something(beeld: Any, deel: tuple[float, float, float, float]) -> bool:
    """Whether a part of an image, of 0 to 1 from its bottom left, is more than paper.

    So it is where the image cannot be decoded.
    """
    try:
        plaat = _read_pixels(beeld)
    except OnleesbaarBeeld:
        return True
    u0, v0, u1, v1 = deel
    breed, hoog = plaat.size
    masker = Image.new("L", plaat.size)
    vak = (u0 * breed, (1 - v1) * hoog, u1 * breed, (1 - v0) * hoog)
    ImageDraw.Draw(masker).rectangle(vak, fill=255)
    return _shows(plaat, masker)


def _shows(plaat: Image.Image, waar: Image.Image) -> bool:
    """Whether something is told from its paper where a mask is white."""
    telling = plaat.convert("L").histogram(waar.point(lambda v: 255 * (v > 0)))
    tinten = [tint for tint, aantal in enumerate(telling) if aantal >= _ENKELE]
    return bool(tinten) and tinten[-1] - tinten[0] >= _CONTRAST


def _read_pixels(beeld: Any) -> Image.Image:
    """An image as it looks, without its masks."""
    return _decode(beeld) if _is_plain(beeld) else draw_image(beeld, masker=False)


def _as_fine_as(plaat: Image.Image, masker: Any) -> Image.Image:
    """An image no coarser than the stencil it is seen through.

    Of a page in layers the ink may be a single pixel: blanked, all words were black.
    """
    maat = int(masker.Width), int(masker.Height)
    if plaat.width >= maat[0] and plaat.height >= maat[1]:
        return plaat
    if maat[0] * maat[1] > MEESTE_PIXELS:
        raise OnleesbaarBeeld
    return plaat.resize(maat, Image.Resampling.NEAREST)


def blank_inline(
    pdf: pikepdf.Pdf, beeld: Any, ctm: Matrix, vlakken: Sequence[Sequence[Punt]]
) -> Any:
    """An image of its own for one that stood between the operators, areas made black.

    Raises ``OnleesbaarBeeld`` when it cannot be decoded or is a stencil.
    """
    if beeld.image_mask:
        raise OnleesbaarBeeld
    plaat = _open(beeld, beeld.width * beeld.height)
    _paint(plaat, ctm, vlakken)
    return _encode(pdf, plaat, foto=False)


def _is_plain(beeld: Any) -> bool:
    """Whether the samples mean what they say: no table, key or ink in between."""
    if isinstance(beeld.get("/Mask"), pikepdf.Array) or "/Decode" in beeld:
        return False
    return _is_plain_colour(beeld.get("/ColorSpace", pikepdf.Name("/"))) and (
        int(beeld.get("/BitsPerComponent", 8)) <= BITS
    )


def _is_plain_colour(ruimte: Any) -> bool:
    """Whether a colour space is grey or red, green and blue: no inks, no Lab."""
    if isinstance(ruimte, pikepdf.Name):
        return str(ruimte).rstrip("/") in _GEWOON
    soort = str(ruimte[0])
    if soort == "/ICCBased":
        return int(ruimte[1].get("/N", 0)) in _GRIJS_OF_RGB
    return soort in _GEWOON and (soort != "/Indexed" or _is_plain_colour(ruimte[1]))


def draw_image(beeld: Any, *, masker: bool = True) -> Image.Image:
    """An image as pdfium shows it on white, pixel for pixel; or without its masks.

    Raises ``OnleesbaarBeeld`` when it is too large or cannot be drawn.
    """
    maat = int(beeld.get("/Width", 0)), int(beeld.get("/Height", 0))
    if not 0 < maat[0] * maat[1] <= MEESTE_PIXELS:
        raise OnleesbaarBeeld
    with pikepdf.new() as los:
        los.add_blank_page()
        kopie = los.copy_foreign(beeld)
        for soort in ("/SMask", "/Mask"):
            if isinstance(kopie.get(soort), pikepdf.Stream) and not masker:
                del kopie[soort]
        blad = los.pages[0].obj
        blad.MediaBox = pikepdf.Array([0, 0, *maat])  # of any size, as images are
        blad.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=kopie))
        blad.Contents = los.make_stream(b"%d 0 0 %d 0 0 cm /I Do" % maat)
        los.save(uit := BytesIO())
    try:
        with pypdfium2.PdfDocument(uit.getvalue()) as document:
            plaat: Image.Image = document[0].render(scale=1).to_pil()
            return plaat.convert("RGB").resize(maat)
    except pypdfium2.PdfiumError as fout:
        raise OnleesbaarBeeld from fout


def _decode(beeld: Any) -> Image.Image:
    maat = int(beeld.get("/Width", 0)) * int(beeld.get("/Height", 0))
    try:
        return _open(beeld, maat)
    except OnleesbaarBeeld:
        return draw_image(beeld, masker=False)


def _open(beeld: Any, maat: int) -> Image.Image:
    if maat > MEESTE_PIXELS:
        raise OnleesbaarBeeld
    try:
        los = beeld if isinstance(beeld, pikepdf.PdfInlineImage) else None
        plaat = (los or pikepdf.PdfImage(beeld)).as_pil_image()
        plaat.load()
    except _ONLEESBAAR as fout:
        raise OnleesbaarBeeld from fout
    if plaat.mode in {"1", "L", "RGB"}:
        return plaat
    return plaat.convert("RGB")


def _opened(masker: Any, ctm: Matrix, vlakken: Sequence[Sequence[Punt]]) -> Image.Image:
    """A soft mask that shows its image under the areas, so that no outline remains."""
    plaat = _decode(masker).convert("L")
    _paint(plaat, ctm, vlakken, kleur=255)
    return plaat


def _blank_mask(
    pdf: pikepdf.Pdf, beeld: Any, ctm: Matrix, vlakken: Sequence[Sequence[Punt]]
) -> Any:
    """A stencil with the areas filled; 0 paints unless Decode reverses it (8.9.6)."""
    maat = (int(beeld.Width), int(beeld.Height))
    try:
        plaat = Image.frombytes("1", maat, beeld.read_bytes())
    except _ONLEESBAAR as fout:
        raise OnleesbaarBeeld from fout
    omgekeerd = [float(w) for w in beeld.get("/Decode", [0, 1])] == [1.0, 0.0]
    _paint(plaat, ctm, vlakken, kleur=255 if omgekeerd else 0)
    nieuw = pdf.make_stream(plaat.tobytes())
    nieuw.Type, nieuw.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    nieuw.Width, nieuw.Height = maat
    nieuw.ImageMask, nieuw.BitsPerComponent = True, 1
    if omgekeerd:
        nieuw.Decode = [1, 0]
    return nieuw


def _paint(
    plaat: Image.Image,
    ctm: Matrix,
    vlakken: Sequence[Sequence[Punt]],
    kleur: int = 0,
) -> None:
    terug = invert(ctm)
    if terug is None:
        return
    breed, hoog = plaat.size
    tekenaar = ImageDraw.Draw(plaat)
    inkt = kleur if plaat.mode != "RGB" else (kleur, kleur, kleur)
    for vlak in vlakken:
        punten = [
            (u * breed, (1 - v) * hoog) for u, v in (apply(terug, *p) for p in vlak)
        ]
        tekenaar.polygon(punten, fill=inkt, outline=inkt, width=round(RAND * 2))


def _is_photo(beeld: Any) -> bool:
    filters = beeld.get("/Filter", [])
    namen = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
    return any(str(n) in FOTO for n in namen)


def _encode(pdf: pikepdf.Pdf, plaat: Image.Image, *, foto: bool) -> Any:
    """An image stream with nothing in it but pixels."""
    if foto and plaat.mode != "1":
        uit = BytesIO()
        plaat.save(uit, "JPEG", quality=KWALITEIT, subsampling=0)
        nieuw = pdf.make_stream(uit.getvalue())
        nieuw.Filter = pikepdf.Name.DCTDecode
    else:
        nieuw = pdf.make_stream(plaat.tobytes())
    nieuw.Type, nieuw.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    nieuw.Width, nieuw.Height = plaat.size
    nieuw.BitsPerComponent = 1 if plaat.mode == "1" else 8
    kleur = "DeviceRGB" if plaat.mode == "RGB" else "DeviceGray"
    nieuw.ColorSpace = pikepdf.Name(f"/{kleur}")
    return nieuw
