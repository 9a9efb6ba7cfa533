"""Yellow specks on a scan: a colour printer writes its number and the hour in them.

They are a pixel or two wide, pale and far apart, so the eye does not see them. What is
wider than a speck, such as a yellow marker, stays.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

LICHT = 150
"""How light red and green are in a pale yellow, of 255."""

GEEL = 24
"""How much darker blue is than red and green in it."""

STIP = 5
"""Pixels: what is as wide as this in each direction is no speck."""


def _inside_letters(laagste: Image.Image, breed: Image.Image) -> Image.Image:
    """Where dark strokes cut yellow paper in small pieces: the inside of letters."""
    donker = laagste.point(lambda w: 255 * (w < LICHT))
    bij_inkt = donker.filter(ImageFilter.MaxFilter(2 * STIP + 1))
    bij_geel = breed.filter(ImageFilter.MaxFilter(6 * STIP + 1))
    return ImageChops.darker(bij_inkt, bij_geel)


def whiten_specks(plaat: Image.Image) -> Image.Image:
    """The picture with lone yellow specks in the colour of the paper around them."""
    if plaat.mode != "RGB":
        return plaat
    rood, groen, blauw = plaat.split()
    laagste = ImageChops.darker(rood, groen)
    geel = ImageChops.subtract(laagste, blauw).point(lambda w: 255 * (w >= GEEL))
    licht = laagste.point(lambda w: 255 * (w >= LICHT))
    masker = ImageChops.darker(geel, licht)
    breed = masker.filter(ImageFilter.MinFilter(STIP))
    vlakken = breed.filter(ImageFilter.MaxFilter(2 * STIP + 1))
    stippen = ImageChops.subtract(masker, vlakken)
    stippen = ImageChops.subtract(stippen, _inside_letters(laagste, breed))
    if not stippen.getbbox():
        return plaat
    ruim = stippen.filter(ImageFilter.MaxFilter(3))
    papier = plaat.filter(ImageFilter.MaxFilter(2 * STIP + 1))
    return Image.composite(papier, plaat, ruim)
