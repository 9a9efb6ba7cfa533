"""Puts tagged pages behind a document and joins the two structure trees.

A structure tree (ISO 32000-1, 14.7) hangs together by numbers: each page names a row of
the parent tree, each row names the elements of its marked content. The rows of the new
pages are numbered on behind those that are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.pdf.schoon.poetsen import is_tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLEK = "/VerwerkBlad"


def append_pages(pdf: pikepdf.Pdf, los: pikepdf.Pdf) -> None:
    """Append all pages of ``los``, which is changed; an untagged document stays so."""
    eerste = len(pdf.pages)
    gelabeld = is_tagged(pdf) and is_tagged(los)
    if gelabeld:
        _prepare(los)
    pdf.pages.extend(los.pages)
    nieuw = [p.obj for p in list(pdf.pages)[eerste:]]
    if gelabeld:
        _join(pdf, pdf.copy_foreign(los.Root.StructTreeRoot), nieuw)
        return
    for blad in nieuw:
        if "/StructParents" in blad:
            del blad["/StructParents"]


def _prepare(los: pikepdf.Pdf) -> None:
    """Make the tree ready to travel: pages by number, standard names, no keys."""
    wortel = los.Root.StructTreeRoot
    nummers = {p.obj.objgen: n for n, p in enumerate(los.pages)}
    rollen = {str(k): v for k, v in wortel.get("/RoleMap", Dictionary()).items()}
    for element in list(_elements(wortel.get("/K"))):
        if "/Pg" in element:
            element[_PLEK] = nummers.get(element.Pg.objgen, 0)
            del element["/Pg"]
        if "/S" not in element:
            continue
        element.S = _standard(element.S, rollen)
        for sleutel in ("/ID", "/Ref"):
            if sleutel in element:
                del element[sleutel]
        _drop_headers(element)
    for sleutel in ("/IDTree", "/RoleMap", "/ClassMap"):
        if sleutel in wortel:
            del wortel[sleutel]


def _standard(naam: Any, rollen: dict[str, Any]) -> Any:  # noqa: ANN401 pikepdf objects are dynamic
    """The standard type a role stands for."""
    for _ in range(len(rollen)):
        if str(naam) not in rollen:
            break
        naam = rollen[str(naam)]
    return naam


def _drop_headers(element: Any) -> None:  # noqa: ANN401
    """Cells point to their heads by identifier; the scope of the head says it too."""
    eigen = element.get("/A")
    for kenmerk in eigen if isinstance(eigen, Array) else [eigen]:
        if isinstance(kenmerk, Dictionary) and "/Headers" in kenmerk:
            del kenmerk["/Headers"]


def _elements(begin: Any) -> Iterator[Any]:  # noqa: ANN401
    """Every dictionary in a tree: elements, marked content and object references."""
    gezien: set[tuple[int, int]] = set()
    stapel = [begin]
    while stapel:
        ding = stapel.pop()
        if isinstance(ding, Array):
            stapel.extend(ding)
        elif isinstance(ding, Dictionary):
            if ding.is_indirect:
                if ding.objgen in gezien:
                    continue
                gezien.add(ding.objgen)
            yield ding
            stapel.append(ding.get("/K"))


def _join(pdf: pikepdf.Pdf, tak: Any, bladen: list[Any]) -> None:  # noqa: ANN401
    wortel = pdf.Root.StructTreeRoot
    for element in list(_elements(tak.get("/K"))):
        if _PLEK in element:
            element.Pg = bladen[int(element[_PLEK])]
            del element[_PLEK]
    _number_on(pdf, wortel, tak, bladen)
    deel = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect))
    deel.K = Array([k for d in _as_list(tak.get("/K")) for k in _below(d)])
    for kind in deel.K:
        kind.P = deel
    _use_plain_headings(wortel, deel)
    _hang(wortel, deel)


def _below(element: Any) -> list[Any]:  # noqa: ANN401
    """What hangs under the document element, or the element when it is another."""
    if element.get("/S") == Name.Document:
        return _as_list(element.get("/K"))
    return [element]


def _as_list(ding: Any) -> list[Any]:  # noqa: ANN401
    if ding is None:
        return []
    return list(ding) if isinstance(ding, Array) else [ding]


def _number_on(pdf: pikepdf.Pdf, wortel: Any, tak: Any, bladen: list[Any]) -> None:  # noqa: ANN401
    """Move the rows of the new pages behind the rows of the document."""
    if "/ParentTree" not in wortel:
        wortel.ParentTree = pdf.make_indirect(Dictionary(Nums=Array()))
    rijen = pikepdf.NumberTree(wortel.ParentTree)
    hoogste = max(_used_keys(pdf, rijen), default=-1)
    begin = max(hoogste + 1, int(wortel.get("/ParentTreeNextKey", 0)))
    einde = begin
    for nummer, rij in pikepdf.NumberTree(tak.ParentTree).items():
        rijen[begin + nummer] = rij
        einde = max(einde, begin + nummer + 1)
    for blad in bladen:
        for ding, sleutel in _numbered(blad):
            ding[sleutel] = int(ding[sleutel]) + begin
    wortel.ParentTreeNextKey = einde


def _used_keys(pdf: pikepdf.Pdf, rijen: pikepdf.NumberTree) -> Iterator[int]:
    """The rows there are; a page may name one that is missing, so those count too."""
    yield from rijen.keys()
    nieuw = pdf.Root.StructTreeRoot.get("/ParentTreeNextKey")
    if nieuw is None:
        for pagina in pdf.pages:
            yield from (int(d[s]) for d, s in _numbered(pagina.obj))


def _numbered(blad: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401
    if "/StructParents" in blad:
        yield blad, "/StructParents"
    for aantekening in blad.get("/Annots", Array()):
        if "/StructParent" in aantekening:
            yield aantekening, "/StructParent"


def _use_plain_headings(wortel: Any, deel: Any) -> None:  # noqa: ANN401
    """A document with unnumbered headings may not mix them (ISO 14289-1, 7.4.4)."""
    soorten = {str(e.get("/S")) for e in _elements(wortel.get("/K"))}
    if "/H" in soorten:
        for element in _elements(deel.K):
            if element.get("/S") == Name.H1:
                element.S = Name.H


def _hang(wortel: Any, deel: Any) -> None:  # noqa: ANN401
    """Hang the section under the document element, or beside what hangs at the root."""
    takken = _as_list(wortel.get("/K"))
    if len(takken) == 1 and takken[0].get("/S") == Name.Document:
        ouder = takken[0]
        ouder.K = Array([*_as_list(ouder.get("/K")), deel])
        deel.P = ouder
        return
    wortel.K = Array([*takken, deel])
    deel.P = wortel
