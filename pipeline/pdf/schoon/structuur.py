"""The structure tree: no word in it that the pages no longer show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.boom import walk_tree
from pipeline.pdf.schoon.sleutels import STRUCTUUR_WEG

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    for element in list(walk_tree(wortel)):
        for sleutel in STRUCTUUR_WEG:
            if sleutel in element:
                del element[sleutel]
        alt = element.get("/Alt")
        if alt is not None and any(n in str(alt).casefold() for n in plat):
            if str(element.get("/S")) in _MET_ALT:
                element.Alt = pikepdf.String(NEUTRAAL)
            else:
                del element["/Alt"]
        elif alt is None and str(element.get("/S")) == "/Figure":
            element.Alt = pikepdf.String(NEUTRAAL)
    _drop_dead_links(wortel, _kept_annotations(pdf))
    _name_notes(wortel)


def _name_notes(wortel: Any) -> None:
    """Give every note a name of our own, for it must have one (ISO 14289-1, 7.9)."""
    noten = [e for e in walk_tree(wortel) if e.get("/S") == pikepdf.Name.Note]
    namen: list[Any] = []
    for nummer, noot in enumerate(noten, start=1):
        noot.ID = pikepdf.String(f"noot{nummer:06d}")
        namen += [noot.ID, noot]
    if namen:
        wortel.IDTree = pikepdf.Dictionary(Names=namen)


def _kept_annotations(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The annotations that still stand on a page."""
    return {
        aantekening.objgen
        for pagina in pdf.pages
        for aantekening in pagina.obj.get("/Annots", [])
    }


def _drop_dead_links(wortel: Any, over: set[tuple[int, int]]) -> None:
    """Take object references out of which the annotation is gone.

    A reference keeps what it refers to in the file, address and all.
    """
    for element in list(walk_tree(wortel)):
        kinderen = element.get("/K")
        if isinstance(kinderen, pikepdf.Array):
            leven = [k for k in kinderen if not _is_dead(k, over)]
            if len(leven) < len(kinderen):
                element.K = pikepdf.Array(leven)
        elif kinderen is not None and _is_dead(kinderen, over):
            del element["/K"]


def _is_dead(kind: Any, over: set[tuple[int, int]]) -> bool:
    if not isinstance(kind, pikepdf.Dictionary) or "/S" in kind:
        return False
    if kind.get("/Type") != pikepdf.Name.OBJR and "/Obj" not in kind:
        return False
    doel = kind.get("/Obj")
    if isinstance(doel, pikepdf.Stream):  # a picture or form that stands for itself
        return False
    return not isinstance(doel, pikepdf.Dictionary) or doel.objgen not in over
