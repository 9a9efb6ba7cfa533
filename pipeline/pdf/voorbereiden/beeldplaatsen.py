"""Where the images of a document lie: which pages show one, and how it lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from pipeline.errors import InvoerError
from pipeline.pdf.lakken.lezer import Letterkast, read_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.lakken.labels import ObjectNummer
    from pipeline.pdf.lakken.matrix import Matrix
    from pipeline.pdf.lakken.stroom import Stroom


class Plaatsing(NamedTuple):
    """One showing of an image: its object, what it is called by, where it lies."""

    nummer: ObjectNummer
    beeld: Any
    middelen: Any
    naam: str
    ctm: Matrix


def find_images(pagina: pikepdf.Page) -> dict[ObjectNummer, Any]:
    """The images that a page can show, those in forms too; stencils are paint."""
    uit: dict[ObjectNummer, Any] = {}
    gezien: set[ObjectNummer] = set()
    stapel: list[Any] = [pagina.obj.get("/Resources") or pagina.resources]
    while stapel:
        dingen = stapel.pop().get("/XObject", {})
        for ding in dict(dingen.items()).values():
            if not isinstance(ding, pikepdf.Stream) or ding.objgen in gezien:
                continue
            gezien.add(ding.objgen)
            soort = ding.get("/Subtype")
            if soort == "/Form" and "/Resources" in ding:
                stapel.append(ding.Resources)
            elif soort == "/Image" and not ding.get("/ImageMask", False):
                uit[ding.objgen] = ding
    return uit


def place_images(pdf: pikepdf.Pdf, nummer: int) -> list[Plaatsing] | None:
    """The showings of images on a page, from 1; ``None`` where it cannot be read."""
    pagina = pdf.pages[nummer - 1]
    middelen = pagina.obj.get("/Resources") or pagina.resources
    try:
        return list(_placed(read_stream(pagina.obj, middelen, Letterkast())))
    except (InvoerError, pikepdf.PdfError, ValueError, TypeError, IndexError):
        return None  # the engine makes a picture of such a page


def _placed(stroom: Stroom) -> Iterator[Plaatsing]:
    for stuk in stroom.all_streams():
        for beeld in stuk.beelden:
            if beeld.naam is None:
                continue
            ding = stuk.middelen.XObject[beeld.naam]
            if not ding.get("/ImageMask", False):
                yield Plaatsing(ding.objgen, ding, stuk.middelen, beeld.naam, beeld.ctm)
