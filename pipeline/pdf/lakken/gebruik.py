"""How often each form and image is used in a document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

ObjectNummer = tuple[int, int]


def count_uses(pdf: pikepdf.Pdf) -> Counter[ObjectNummer]:
    """The number of resource dictionaries in the document that name each object."""
    gezien: set[ObjectNummer] = set()
    telling: Counter[ObjectNummer] = Counter()
    for pagina in pdf.pages:
        middelen = pagina.obj.get("/Resources", pagina.resources)
        telling.update(_named(middelen, gezien))
    return telling


def _named(middelen: Any, gezien: set[ObjectNummer]) -> Iterator[ObjectNummer]:
    """Every stream that a resource dictionary names, and those named inside them."""
    for ding in dict(middelen.get("/XObject", {})).values():
        if not isinstance(ding, pikepdf.Stream):
            continue
        yield ding.objgen
        if ding.objgen not in gezien:
            gezien.add(ding.objgen)
            if "/Resources" in ding:
                yield from _named(ding.Resources, gezien)
