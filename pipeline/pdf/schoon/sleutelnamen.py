"""Names that a program gave to fonts, pictures and forms: a key may hold someone's.

Nobody sees such a key. Where a word of a redacted name is in it, it gets another, in
the resources and in the content that calls it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.schoon.merknamen import SPAN, tag_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.naamdelen import Naamdelen

_SOORTEN = (
    "/Font",
    "/XObject",
    "/ExtGState",
    "/ColorSpace",
    "/Pattern",
    "/Shading",
    "/Properties",
)
"""The resources that content calls by name (ISO 32000-2, table 34)."""

_MET_NAAM = {"/Font", "/XObject"}
_TEKENEND = {"/Form", "/Image", "/Type3"}


def rename_keys(pdf: pikepdf.Pdf, namen: Naamdelen) -> None:
    """Give resources with a word of a redacted name in their key another key.

    Marks in the content that are called so become plain spans.
    """
    if not namen:
        return
    kasten = [kast for ding in pdf.objects for kast in _shelves(ding, 0)]
    oud = {k for kast in kasten for k in kast.keys() if namen.in_words(k[1:])}  # noqa: SIM118 pikepdf
    merken = _telling_marks(pdf, namen)
    if not oud and not merken:
        return
    nieuw = dict.fromkeys(merken, SPAN)
    nieuw |= {k: f"/Sleutel{n}" for n, k in enumerate(sorted(oud), start=1)}
    for kast in kasten:
        for sleutel in [k for k in kast.keys() if k in nieuw]:  # noqa: SIM118
            kast[nieuw[sleutel]] = kast[sleutel]
            del kast[sleutel]
    for stroom in _contents(pdf):
        _rewrite(stroom, nieuw)


def _telling_marks(pdf: pikepdf.Pdf, namen: Naamdelen) -> set[str]:
    """The names of marks in all content that tell of someone."""
    merken = {m for stroom in _contents(pdf) for m in tag_names(stroom.read_bytes())}
    return {f"/{merk}" for merk in merken if namen.in_words(merk)}


def drop_own_name(ding: Any) -> None:
    """Take the name that a font, picture or form gives itself: nothing needs it."""
    soort, subsoort = str(ding.get("/Type")), str(ding.get("/Subtype"))
    if "/Name" in ding and (soort in _MET_NAAM or subsoort in _TEKENEND):
        del ding["/Name"]


def _shelves(ding: Any, diepte: int) -> Iterator[Any]:
    """The dictionaries by which content calls things, in an object as it is stored."""
    if diepte > 1 or not isinstance(ding, pikepdf.Dictionary | pikepdf.Stream):
        return
    middelen = ding.get("/Resources", ding)
    if not isinstance(middelen, pikepdf.Dictionary | pikepdf.Stream):
        return
    for soort in _SOORTEN:
        kast = middelen.get(soort)
        if isinstance(kast, pikepdf.Dictionary):
            yield kast
            yield from _deeper(kast, diepte)


def _deeper(kast: Any, diepte: int) -> Iterator[Any]:
    """What stands in full in a shelf, such as a font of drawings, has shelves too."""
    for sleutel in kast.keys():  # noqa: SIM118 pikepdf
        ding = kast[sleutel]
        if isinstance(ding, pikepdf.Dictionary) and not ding.is_indirect:
            yield from _shelves(ding, diepte + 1)


def _contents(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Everything that is read as content: pages, forms, patterns, drawn letters."""
    for pagina in pdf.pages:
        if "/Contents" in pagina.obj:
            pagina.contents_coalesce()
            yield pagina.obj.Contents
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Stream):
            if ding.get("/Subtype") == "/Form" or "/PatternType" in ding:
                yield ding
        elif isinstance(ding, pikepdf.Dictionary) and "/CharProcs" in ding:
            yield from (v for _, v in ding.CharProcs.items())


def _rewrite(stroom: Any, nieuw: dict[str, str]) -> None:
    oud = list(pikepdf.parse_content_stream(stroom))
    bevelen = [_renamed(bevel, nieuw) for bevel in oud]
    if any(na is not voor for na, voor in zip(bevelen, oud, strict=True)):
        stroom.write(pikepdf.unparse_content_stream(bevelen))


def _renamed(bevel: Any, nieuw: dict[str, str]) -> Any:
    """An operator that calls things by their new names; itself where it names none."""
    if isinstance(bevel, pikepdf.ContentStreamInlineImage):
        return bevel
    namen = [nieuw.get(str(o)) for o in bevel.operands if isinstance(o, pikepdf.Name)]
    if not any(namen):
        return bevel
    operands = [
        pikepdf.Name(nieuw.get(str(o), str(o))) if isinstance(o, pikepdf.Name) else o
        for o in bevel.operands
    ]
    return pikepdf.ContentStreamInstruction(operands, bevel.operator)
