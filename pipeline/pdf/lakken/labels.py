"""Tags: what the structure tree says of pages and forms that were written anew.

The words of a page that becomes a picture keep the marks they had.
The structure tree stays as it is. Every mark it knows on the page comes back, holding
the words that were in it, or nothing (ISO 32000-2, 14.7.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.boom import walk_tree
from pipeline.pdf.lakken.vlak import make_op

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.pdf.lakken.stroom import Doos

ZONDER = -1
"""The number of what stands in no marked content."""

ObjectNummer = tuple[int, int]

Nieuw = dict[ObjectNummer, Any] | None
"""What came for the forms and images of a page; ``None`` for a page made a picture."""


def read_labels(pdf: pikepdf.Pdf, pagina: pikepdf.Page) -> tuple[Any, ...]:
    """The tag of each mark on a page, by its number; none on a page without tags."""
    wortel = pdf.Root.get("/StructTreeRoot")
    nummer = pagina.obj.get("/StructParents")
    if wortel is None or nummer is None or "/ParentTree" not in wortel:
        return ()
    rij = pikepdf.NumberTree(wortel.ParentTree).get(int(nummer))
    if not isinstance(rij, pikepdf.Array):
        return ()
    return tuple(_tag(element) for element in rij)


def _tag(element: Any) -> Any:
    soort = element.get("/S") if isinstance(element, pikepdf.Dictionary) else None
    return pikepdf.Name.Span if soort is None else soort


def mark(label: int, namen: Sequence[Any], bevelen: list[Any]) -> list[Any]:
    """Operators within a mark of the page; outside any they are decoration."""
    if not namen:
        return bevelen
    einde = make_op("EMC")
    if not 0 <= label < len(namen):
        return [make_op("BMC", pikepdf.Name.Artifact), *bevelen, einde]
    lijst = pikepdf.Dictionary(MCID=label)
    return [make_op("BDC", namen[label], lijst), *bevelen, einde]


def label_under(
    doos: Doos, gezien: Sequence[tuple[str, Doos]], labels: Sequence[int]
) -> int:
    """The mark of what first stood under a box."""
    x0, y0, x1, y1 = doos
    for (_, d), label in zip(gezien, labels, strict=True):
        if label >= 0 and d[0] < x1 and x0 < d[2] and d[1] < y1 and y0 < d[3]:
            return label
    return ZONDER


def repoint(pdf: pikepdf.Pdf, bladen: Mapping[ObjectNummer, Nieuw]) -> None:
    """Let the structure tree speak of what was put in place of forms and images.

    A reference that is left keeps the old one in the file, with all that stood in it.
    """
    wortel = pdf.Root.get("/StructTreeRoot")
    if wortel is None or not bladen:
        return
    for element in list(walk_tree(wortel)):
        kinderen = element.get("/K")
        rij = list(kinderen) if isinstance(kinderen, pikepdf.Array) else [kinderen]
        over = [k for k in rij if _lives(k, element, bladen)]
        if len(over) < len(rij):
            element.K = pikepdf.Array(over)


def _lives(kind: Any, element: Any, bladen: Mapping[ObjectNummer, Nieuw]) -> bool:
    """Whether a child is still on its page; it is pointed at what came in its place."""
    if not isinstance(kind, pikepdf.Dictionary) or "/S" in kind:
        return True
    sleutel = next((s for s in ("/Stm", "/Obj") if s in kind), None)
    if sleutel is None or not isinstance(kind[sleutel], pikepdf.Stream):
        return True
    pagina = kind.get("/Pg", element.get("/Pg"))
    hier = [bladen.get(pagina.objgen, {})] if pagina is not None else bladen.values()
    for nieuw in hier:
        if nieuw is None:
            return False
        if kind[sleutel].objgen in nieuw:
            kind[sleutel] = nieuw[kind[sleutel].objgen]
            return True
    return True
