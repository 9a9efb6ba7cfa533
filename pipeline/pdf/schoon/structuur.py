"""The structure tree: no word in it that the pages no longer show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.schoon.sleutels import STRUCTUUR_WEG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MET_ALT = {"/Figure", "/Formula", "/Link", "/Form"}
NEUTRAAL = "afbeelding"
DIEPST = 200


def clean_structure(pdf: pikepdf.Pdf, naalden: Sequence[str]) -> None:
    """Drop replacement texts; keep an alternative text only when it holds no needle."""
    wortel = pdf.Root.StructTreeRoot
    for sleutel in ("/IDTree", "/AF", "/PronunciationLexicon"):
        if sleutel in wortel:
            del wortel[sleutel]
    plat = [n.casefold() for n in naalden]
    for element in list(_elements(wortel)):
        for sleutel in STRUCTUUR_WEG:
            if sleutel in element:
                del element[sleutel]
        alt = element.get("/Alt")
        if alt is not None and any(n in str(alt).casefold() for n in plat):
            if str(element.get("/S")) in _MET_ALT:
                element.Alt = pikepdf.String(NEUTRAAL)
            else:
                del element["/Alt"]
    _drop_dead_links(wortel)


def _elements(wortel: Any) -> Iterator[Any]:  # noqa: ANN401 pikepdf objects are dynamic
    """Every structure element, without going round in circles."""
    gezien: set[tuple[int, int]] = set()
    stapel = [wortel.get("/K")]
    while stapel:
        ding = stapel.pop()
        if isinstance(ding, pikepdf.Array):
            stapel.extend(ding)
        elif isinstance(ding, pikepdf.Dictionary):
            if ding.is_indirect:
                if ding.objgen in gezien:
                    continue
                gezien.add(ding.objgen)
            if "/S" in ding:
                yield ding
            if "/K" in ding:
                stapel.append(ding.K)


def _drop_dead_links(wortel: Any) -> None:  # noqa: ANN401
    """Take object references out of which the annotation is gone."""
    for element in list(_elements(wortel)):
        kinderen = element.get("/K")
        if isinstance(kinderen, pikepdf.Array):
            over = [k for k in kinderen if not _is_dead(k)]
            if len(over) < len(kinderen):
                element.K = pikepdf.Array(over)
        elif kinderen is not None and _is_dead(kinderen):
            del element["/K"]


def _is_dead(kind: Any) -> bool:  # noqa: ANN401
    if (
        not isinstance(kind, pikepdf.Dictionary)
        or kind.get("/Type") != pikepdf.Name.OBJR
    ):
        return False
    doel = kind.get("/Obj")
    if not isinstance(doel, pikepdf.Dictionary):
        return True
    return doel.get("/Subtype") != pikepdf.Name.Link or "/A" not in doel
