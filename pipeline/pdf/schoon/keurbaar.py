"""Whether a tagged document is as its marks of quality would say it is.

PDF/UA-1 (ISO 14289-1, 7.1 and 7.21.4): all content is tagged or an artifact, structure
types are standard or mapped to one and stand where they may, fonts are embedded. What a
source claims of itself says nothing of what a print server stamped on it since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.schoon.boomorde import is_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

_STANDAARD = frozenset({
    "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC",
    "/TOCI", "/Index", "/NonStruct", "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4",
    "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD",
    "/THead", "/TBody", "/TFoot", "/Span", "/Quote", "/Note", "/Reference", "/BibEntry",
    "/Code", "/Link", "/Annot", "/Ruby", "/Warichu", "/RB", "/RT", "/RP", "/WT", "/WP",
    "/Figure", "/Formula", "/Form",
})  # fmt: skip
"""The standard structure types (ISO 32000-1, 14.8.4)."""

_MERKT, _SLUIT = {"BMC", "BDC"}, "EMC"
_BEVELEN = "BMC BDC EMC Tj TJ ' \" f F f* B B* b b* S s sh Do"
"""What opens and closes a mark, and what shows something."""

_DIEPST = 12


def may_claim(pdf: pikepdf.Pdf) -> bool:
    """Whether a tagged document may say that it is PDF/UA-1 and PDF/A-2b."""
    return _has_fonts(pdf) and _has_roles(pdf) and all(map(_is_marked, pdf.pages))


def _has_fonts(pdf: pikepdf.Pdf) -> bool:
    """Whether every font is embedded."""
    for ding in pdf.objects:
        if not isinstance(ding, pikepdf.Dictionary) or ding.get("/Type") != "/Font":
            continue
        if ding.get("/Subtype") in {"/Type0", "/Type3"}:
            continue
        eigen: Any = ding.get("/FontDescriptor", {})
        if not any(f"/FontFile{n}" in eigen for n in ("", "2", "3")):
            return False
    return True


def _has_roles(pdf: pikepdf.Pdf) -> bool:
    """Whether every structure element is of a standard type, or mapped to one.

    A standard type stays what it is. And each stands where its type may stand.
    """
    wortel: Any = pdf.Root.StructTreeRoot
    kaart: Any = wortel.get("/RoleMap", {})
    rollen = {str(naam): str(rol) for naam, rol in dict(kaart.items()).items()}
    if any(naam in _STANDAARD and rol != naam for naam, rol in rollen.items()):
        return False
    standaard = {soort: _standard(soort, rollen) for soort in _types(pdf)}
    return all(standaard.values()) and is_in_order(wortel, standaard)


def _types(pdf: pikepdf.Pdf) -> set[str]:
    return {
        str(ding.S)
        for ding in pdf.objects
        if isinstance(ding, pikepdf.Dictionary)
        and "/P" in ding
        and isinstance(ding.get("/S"), pikepdf.Name)
        and ding.get("/Type", "/StructElem") == "/StructElem"
    }


def _standard(soort: str, rollen: dict[str, str]) -> str:
    """The standard type that a type is mapped to; "" when it is none."""
    for _ in range(_DIEPST):
        if soort in _STANDAARD:
            return soort
        if soort not in rollen:
            return ""
        soort = rollen[soort]
    return ""


def _is_marked(pagina: pikepdf.Page) -> bool:
    """Whether all that a page shows is tagged or an artifact."""
    middelen: Any = pagina.obj.get("/Resources") or pagina.resources
    try:
        return not any(_loose(pagina.obj, middelen, 0))
    except (pikepdf.PdfError, AttributeError, IndexError, KeyError, TypeError):
        return False


def _loose(inhoud: Any, middelen: Any, diepte: int) -> Iterator[bool]:
    """Something true for each thing that is shown outside every mark."""
    open_: list[bool] = []
    for bevel in pikepdf.parse_content_stream(inhoud, _BEVELEN):
        naam = str(bevel.operator)
        if naam in _MERKT:
            open_.append(_counts(bevel.operands, middelen))
        elif naam == _SLUIT:
            open_ = open_[:-1]
        elif not any(open_):
            ding = middelen.XObject[bevel.operands[0]] if naam == "Do" else None
            if ding is not None and ding.get("/Subtype") == "/Form":
                eigen = ding.get("/Resources", middelen)
                yield diepte > _DIEPST or any(_loose(ding, eigen, diepte + 1))
            else:
                yield True


def _counts(waarden: Any, middelen: Any) -> bool:
    """Whether a mark says where its content belongs, or that it is an artifact."""
    if str(waarden[0]) == "/Artifact":
        return True
    if len(waarden) == 1:
        return False
    lijst: Any = waarden[1]
    if isinstance(lijst, pikepdf.Name):
        lijst = middelen.get("/Properties", {}).get(lijst, {})
    return "/MCID" in lijst
