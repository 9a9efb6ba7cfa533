"""Layers that are not shown: their content goes before the layers do.

Dropping the list of layers alone would make what was hidden visible (8.11).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.lakken.lezer import Letterkast, read_stream
from pipeline.pdf.lakken.ruimte import to_space
from pipeline.pdf.lakken.zoeken import Zoeker
from pipeline.pdf.voorbereiden.stromen import each_stream, write_back

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from modellen.lakken import Lakvlak
    from pipeline.pdf.voorbereiden.zichtbaar import Lagenstand

GEDAAN = "lagen zijn verwijderd, met wat in verborgen lagen stond"

_TEKENT = {
    "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE",
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s",
}  # fmt: skip
_PADEN = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}

_LAAG = pikepdf.Name("/Span")


def drop_hidden_layers(pdf: pikepdf.Pdf, stand: Lagenstand) -> Iterator[str]:
    """Take out what is drawn in a layer that is off by default, then the layers.

    What is drawn in a layer that is on stays, as ordinary content.
    """
    if "/OCProperties" not in pdf.Root:
        return
    for houder, middelen in each_stream(pdf):
        bevelen = list(pikepdf.parse_content_stream(houder))
        nieuw = list(_without_hidden(bevelen, middelen, stand))
        if len(nieuw) != len(bevelen) or any(
            a is not b for a, b in zip(nieuw, bevelen, strict=False)
        ):
            write_back(pdf, houder, nieuw)
    _forget_groups(pdf)
    yield GEDAAN


def without_moot(
    voor: bytes, na: bytes, vlakken: Sequence[Lakvlak], gedaan: Collection[str]
) -> list[Lakvlak]:
    """The marks without those whose words went with a layer that nobody saw.

    They stood on their page before the layers went and do not any more: nothing is left
    to redact, and the page need not become a picture for it.
    """
    if GEDAAN not in gedaan:
        return list(vlakken)
    with pikepdf.open(BytesIO(voor)) as oud, pikepdf.open(BytesIO(na)) as nieuw:
        er = _Vindplaatsen(oud)
        nog = _Vindplaatsen(nieuw)
        return [v for v in vlakken if nog.holds(v) or not er.holds(v)]


class _Vindplaatsen:
    """Which marks stand on the pages of a document."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._zoekers: dict[int, Zoeker | None] = {}

    def holds(self, vlak: Lakvlak) -> bool:
        """Whether the words of a mark stand where it says; an area always does."""
        if not vlak.tekst or vlak.pagina > len(self._pdf.pages):
            return True
        pagina = self._pdf.pages[vlak.pagina - 1]
        if vlak.pagina not in self._zoekers:
            self._zoekers[vlak.pagina] = _searcher(pagina)
        zoeker = self._zoekers[vlak.pagina]
        dozen = [to_space(pagina, k) for k in vlak.kaders]
        return zoeker is None or bool(zoeker.find(vlak.tekst, dozen))


def _searcher(pagina: pikepdf.Page) -> Zoeker | None:
    """What finds words on a page; nothing for one that cannot be read."""
    try:
        stroom = read_stream(pagina.obj, pagina.resources, Letterkast())
    except (pikepdf.PdfError, ValueError, TypeError, IndexError):
        return None
    return Zoeker(stroom)


def _without_hidden(
    bevelen: list[Any],
    middelen: Any,
    stand: Lagenstand,
) -> Iterator[Any]:
    """The operators without what is drawn while a hidden layer is open."""
    stapel: list[bool] = []
    for bevel in bevelen:
        naam = str(bevel.operator)
        if naam in {"BDC", "BMC"}:
            stapel.append(naam == "BDC" and _is_hidden(bevel.operands, middelen, stand))
        elif naam == "EMC" and stapel:
            stapel.pop()
        dicht = any(stapel) or (naam == "Do" and _hides(bevel, middelen, stand))
        if naam == "BDC" and bevel.operands[0] == pikepdf.Name.OC:
            yield pikepdf.ContentStreamInstruction([_LAAG], pikepdf.Operator("BMC"))
        elif not dicht or naam not in _TEKENT:
            yield bevel
        elif naam in _PADEN:
            yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("n"))


def _forget_groups(pdf: pikepdf.Pdf) -> None:
    """Drop the layers from catalog and resources: their names are words too."""
    del pdf.Root["/OCProperties"]
    for _, middelen in each_stream(pdf):
        eigenschappen = middelen.get("/Properties")
        if eigenschappen is None:
            continue
        for naam, lijst in list(eigenschappen.items()):
            if lijst.get("/Type") in {pikepdf.Name.OCG, pikepdf.Name.OCMD}:
                del eigenschappen[naam]


def _is_hidden(op: Any, middelen: Any, stand: Lagenstand) -> bool:
    if op[0] != pikepdf.Name.OC or not isinstance(op[1], pikepdf.Name):
        return False
    return stand.hides(middelen.get("/Properties", {}).get(op[1]))


def _hides(bevel: Any, middelen: Any, stand: Lagenstand) -> bool:
    ding = middelen.get("/XObject", {}).get(bevel.operands[0])
    return isinstance(ding, pikepdf.Stream) and stand.hides(ding.get("/OC"))
