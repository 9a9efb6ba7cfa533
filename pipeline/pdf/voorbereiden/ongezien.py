"""What an image holds and no page shows of it: cut off, covered, far too small.

Who cuts a screenshot to size in an office program, or lays a white box over a part of
it, sees that part no more; every pixel of it still lies in the file. So do the words of
a page that is shown as small as a stamp.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import reduce
from math import ceil, hypot
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from pipeline.errors import InvoerError
from pipeline.pdf.lakken.beeld import OnleesbaarBeeld, without_unseen
from pipeline.pdf.lakken.matrix import multiply
from pipeline.pdf.lakken.raster import single_page
from pipeline.pdf.lakken.ruimte import shown_matrix
from pipeline.pdf.voorbereiden.beeldplaatsen import find_images, place_images
from pipeline.pdf.voorbereiden.verdacht import SCHERP, TE_FIJN, find_suspects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.pdf.lakken.labels import ObjectNummer
    from pipeline.pdf.lakken.matrix import Matrix
    from pipeline.pdf.voorbereiden.beeldplaatsen import Plaatsing

GEDAAN = "van beelden is weggehaald wat geen bladzijde ervan toont"
VERKLEIND = "beelden die fijner waren dan een oog ziet zijn nu 300 punten per duim"
_FIJN = 2.0
_MEESTE = 2000.0
"""Dots along a side of the page, or image, that is looked at."""

_ANDERS = 8
_RAND = 9
"""Dots around what is seen that count as seen: letters that lie over a picture."""

_MEESTE_BEELDEN = 40
"""Images of a page that are looked at one by one; more are strips of one."""


def drop_unseen(pdf: pikepdf.Pdf, bron: bytes) -> tuple[str, ...]:
    """Make white what no page shows of its images; gives what was done.

    ``bron`` is the document as a file, in which the same pages stand.
    """
    bladen = {n: set(find_images(p)) for n, p in enumerate(pdf.pages, start=1)}
    verdacht = find_suspects(bron, [n for n, beelden in bladen.items() if beelden])
    mogelijk = set[Any]().union(*(bladen[n] for n in verdacht))
    plaatsen: dict[ObjectNummer, dict[int, list[Plaatsing]]] = defaultdict(dict)
    heel: set[ObjectNummer] = set()
    for nummer, beelden in bladen.items():
        gelegd = place_images(pdf, nummer) if beelden & mogelijk else []
        if gelegd is None:  # what cannot be looked at may show all of it
            heel |= beelden
            continue
        hier = [plek for plek in gelegd if plek.nummer in mogelijk]
        getoond = {plek.nummer for plek in hier}
        if nummer not in verdacht or len(getoond) > _MEESTE_BEELDEN:
            heel |= getoond
            continue
        for plek in hier:
            plaatsen[plek.nummer].setdefault(nummer, []).append(plek)
    gedaan = [_take_out(pdf, p) for b, p in plaatsen.items() if b not in heel]
    return tuple(dict.fromkeys(g for g in gedaan if g))


class Gezien(NamedTuple):
    """Where an image is seen, and how many of its pixels an eye can tell apart.

    ``masker`` is white where it is seen: all of the image, coarser where it is large.
    """

    masker: Image.Image
    breed: int
    hoog: int

    def joined(self, ander: Gezien) -> Gezien:
        """What is seen of an image in one place or the other."""
        masker = ImageChops.lighter(self.masker, ander.masker)
        return Gezien(masker, max(self.breed, ander.breed), max(self.hoog, ander.hoog))

    def size_for(self, beeld: Any) -> tuple[int, int] | None:
        """The pixels an image needs where it has far more; else ``None``."""
        ruim = (
            int(beeld.Width) > TE_FIJN * self.breed
            and int(beeld.Height) > TE_FIJN * self.hoog
        )
        return (self.breed, self.hoog) if ruim else None


def _seen(
    pdf: pikepdf.Pdf, nummer: int, plekken: Sequence[Plaatsing]
) -> Iterator[Gezien]:
    """What is seen of an image in each of its places on a page."""
    schaal, masker = _visible(pdf, nummer, plekken)
    getoond = shown_matrix(pdf.pages[nummer - 1])
    naar = multiply(getoond, (schaal, 0, 0, schaal, 0, 0))
    for plek in plekken:
        a, b, c, d, *_ = plek.ctm
        breed, hoog = (ceil(hypot(*zij) * SCHERP) for zij in ((a, b), (c, d)))
        deel = _on_image(masker, plek.beeld, multiply(plek.ctm, naar))
        yield Gezien(deel, max(breed, 1), max(hoog, 1))


def _visible(
    pdf: pikepdf.Pdf, nummer: int, plekken: Sequence[Plaatsing]
) -> tuple[float, Image.Image]:
    """Where on a page an image is seen: what changes when it is black or white."""
    platen = []
    for tint in (0, 255):
        with _replaced(pdf, plekken, tint):
            los = single_page(pdf, nummer - 1)
        with pypdfium2.PdfDocument(los) as document:
            schaal = min(_FIJN, _MEESTE / max(*document[0].get_size(), 1.0))
            plaat = document[0].render(scale=schaal, grayscale=True).to_pil()
            platen.append(plaat.convert("L"))
    anders = ImageChops.difference(*platen).point(lambda v: 255 * (v > _ANDERS))
    return schaal, anders.filter(ImageFilter.MaxFilter(_RAND))


@contextmanager
def _replaced(
    pdf: pikepdf.Pdf, plekken: Sequence[Plaatsing], tint: int
) -> Iterator[None]:
    """A page with one dot of grey where an image is."""
    stip = pdf.make_stream(bytes([tint]))
    stip.Type, stip.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stip.Width = stip.Height = 1
    stip.ColorSpace, stip.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    try:
        for plek in plekken:
            plek.middelen.XObject[plek.naam] = stip
        yield
    finally:
        for plek in plekken:
            plek.middelen.XObject[plek.naam] = plek.beeld


def _on_image(masker: Image.Image, beeld: Any, naar: Matrix) -> Image.Image:
    """A mask of the page as a mask of an image that lies on it so."""
    breed, hoog = (min(int(zij), int(_MEESTE)) for zij in (beeld.Width, beeld.Height))
    a, b, c, d, e, f = multiply((1 / breed, 0, 0, -1 / hoog, 0, 1), naar)
    return masker.transform((breed, hoog), Image.Transform.AFFINE, (a, c, e, b, d, f))


def _take_out(pdf: pikepdf.Pdf, plaatsen: Mapping[int, Sequence[Plaatsing]]) -> str:
    """Take what no page shows out of an image; says what that was."""
    beeld = next(iter(plaatsen.values()))[0].beeld
    try:
        delen = (deel for n, hier in plaatsen.items() for deel in _seen(pdf, n, hier))
        gezien = reduce(Gezien.joined, delen)
        maat = gezien.size_for(beeld)
        nieuw = without_unseen(pdf, beeld, ImageChops.invert(gezien.masker), maat)
    except (InvoerError, OnleesbaarBeeld, pypdfium2.PdfiumError):
        return ""
    if nieuw is None:
        return ""
    beeld.write(nieuw.read_raw_bytes(), filter=nieuw.get("/Filter"))
    for sleutel in set(beeld.keys()) - {"/Length", "/Filter"}:
        del beeld[sleutel]
    for sleutel in set(nieuw.keys()) - {"/Length", "/Filter"}:
        beeld[sleutel] = nieuw[sleutel]
    return VERKLEIND if maat else GEDAAN
