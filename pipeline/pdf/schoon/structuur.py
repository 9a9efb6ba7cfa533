"""The structure tree: no word in it that the pages no longer show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.boom import walk_tree
from pipeline.pdf.schoon.sleutels import STRUCTUUR_WEG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.naamdelen import Naamdelen

_MET_ALT = {"/Figure", "/Formula", "/Link", "/Form"}
NEUTRAAL = "afbeelding"
_EIGENAARS = {"/Layout", "/List", "/Table", "/PrintField"}
"""Who says things of an element that a reader needs; others say what they like."""

DIEPST = 200


def clean_structure(pdf: pikepdf.Pdf, naalden: Sequence[str], namen: Naamdelen) -> None:
    """Drop replacement texts; keep an alternative text only when it names nobody."""
    wortel = pdf.Root.StructTreeRoot
    for sleutel in ("/IDTree", "/AF", "/PronunciationLexicon"):
        if sleutel in wortel:
            del wortel[sleutel]
    plat = [n.casefold() for n in naalden]
    for element in list(walk_tree(wortel)):
        for sleutel in STRUCTUUR_WEG:
            if sleutel in element:
                del element[sleutel]
        _inline_classes(element, wortel)
        _clean_attributes(element, plat, namen)
        _use_role(element, wortel, namen)
        alt = element.get("/Alt")
        if alt is not None and _tells(str(alt), plat, namen):
            if str(element.get("/S")) in _MET_ALT:
                element.Alt = pikepdf.String(NEUTRAAL)
            else:
                del element["/Alt"]
        elif alt is None and str(element.get("/S")) in {"/Figure", "/Formula"}:
            element.Alt = pikepdf.String(NEUTRAAL)
    _drop_names(wortel, namen)
    _drop_dead_links(wortel, _kept_annotations(pdf))
    _name_notes(wortel)


def _tells(alt: str, plat: Sequence[str], namen: Naamdelen) -> bool:
    return any(n in alt.casefold() for n in plat) or namen.in_words(alt)


def _inline_classes(element: Any, wortel: Any) -> None:
    """Give an element itself what the classes that it is in say of it.

    A class has a name of someone's choice (ISO 32000-2, 14.7.6.2).
    """
    klassen = element.get("/C")
    if klassen is None:
        return
    del element["/C"]
    kaart = wortel.get("/ClassMap", {})
    reeks = klassen if isinstance(klassen, pikepdf.Array) else [klassen]
    gevonden = [kaart.get(str(k)) for k in reeks if isinstance(k, pikepdf.Name)]
    for waarde in [w for w in gevonden if w is not None]:
        eigen = element.get("/A", pikepdf.Array())
        al = list(eigen) if isinstance(eigen, pikepdf.Array) else [eigen]
        erbij = list(waarde) if isinstance(waarde, pikepdf.Array) else [waarde]
        element.A = pikepdf.Array([*al, *erbij])


def _clean_attributes(element: Any, plat: Sequence[str], namen: Naamdelen) -> None:
    """Take out of the attributes what refers to a dropped name or tells of someone.

    Cells name their heads by the names that are dropped; a table can have a summary
    (ISO 32000-1, 14.8.5.7).
    """
    eigen = element.get("/A")
    if eigen is None:
        return
    reeks = list(eigen) if isinstance(eigen, pikepdf.Array) else [eigen]
    over: list[Any] = []
    for deel in reeks:
        if isinstance(deel, pikepdf.Dictionary):
            if str(deel.get("/O")) not in _EIGENAARS:
                continue
            if "/Headers" in deel:
                del deel["/Headers"]
            if "/Summary" in deel and _tells(str(deel["/Summary"]), plat, namen):
                del deel["/Summary"]
        over.append(deel)
    if len(over) < len(reeks):
        element.A = pikepdf.Array(over)


def _use_role(element: Any, wortel: Any, namen: Naamdelen) -> None:
    """Call an element by its standard type where its own tells of someone."""
    kaart = wortel.get("/RoleMap", {})
    gezien: set[str] = set()
    soort = str(element.get("/S"))
    while soort in kaart and soort not in gezien and namen.in_words(soort[1:]):
        gezien.add(soort)
        soort = str(kaart[soort])
    if gezien:
        element.S = pikepdf.Name(soort)


def _drop_names(wortel: Any, namen: Naamdelen) -> None:
    """Take the classes, and of the types those that tell of someone or of nothing.

    A type that is mapped to itself is a circle (ISO 32000-1, 14.8.4).
    """
    if "/ClassMap" in wortel:
        del wortel["/ClassMap"]
    kaart = wortel.get("/RoleMap", pikepdf.Dictionary())
    for soort in list(kaart.keys()):
        if namen.in_words(soort[1:]) or str(kaart[soort]) == soort:
            del kaart[soort]


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
