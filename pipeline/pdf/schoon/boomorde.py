"""Whether the structure tree is built as its standard asks: lists, tables, headings.

Sources: ISO 32000-1, 14.8.4 (what stands in what); ISO 14289-1, 7.4.2 (headings).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.boom import walk_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RIJEN = frozenset({"/THead", "/TBody", "/TFoot"})
_BEVAT = {
    "/L": frozenset({"/L", "/LI", "/Caption"}),
    "/LI": frozenset({"/Lbl", "/LBody"}),
    "/Table": _RIJEN | {"/TR", "/Caption"},
    "/TR": frozenset({"/TH", "/TD"}),
    "/TOC": frozenset({"/TOC", "/TOCI", "/Caption"}),
    **dict.fromkeys(_RIJEN, frozenset({"/TR"})),
}
"""What may stand in these, and nothing else may."""

_STAAT_IN = {
    "/LI": frozenset({"/L"}),
    "/LBody": frozenset({"/LI"}),
    "/TOCI": frozenset({"/TOC"}),
    "/TR": _RIJEN | {"/Table"},
    **dict.fromkeys(("/TH", "/TD"), frozenset({"/TR"})),
    **dict.fromkeys(_RIJEN, frozenset({"/Table"})),
}
"""Where these may stand, and nowhere else."""

_KOPPEN = {f"/H{niveau}": niveau for niveau in range(1, 7)}


def is_in_order(wortel: Any, rollen: Mapping[str, str]) -> bool:
    """Whether lists, tables and headings are whole and in their place.

    ``rollen`` gives the standard type of each type that is none.
    """
    niveaus: list[int] = []
    for element in walk_tree(wortel):
        soort = _role(element, rollen)
        if soort == "/H":
            return False
        if soort in _KOPPEN:
            niveaus.append(_KOPPEN[soort])
        kinderen = list(_kinds_in(element, rollen))
        if soort in _BEVAT and not _BEVAT[soort].issuperset(kinderen):
            return False
        if any(soort not in _STAAT_IN.get(kind, {soort}) for kind in kinderen):
            return False
    return all(dit <= vorige + 1 for vorige, dit in pairwise([0, *niveaus]))


def _kinds_in(element: Any, rollen: Mapping[str, str]) -> Iterator[str]:
    """The types of what stands in an element; "" for content without one."""
    kinderen = element.get("/K")
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield _role(kind, rollen)
        elif kind is not None:
            yield ""


def _role(element: Any, rollen: Mapping[str, str]) -> str:
    soort = str(element.get("/S"))
    return rollen.get(soort, soort)
