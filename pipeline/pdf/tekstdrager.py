"""What paints with letters without showing text: patterns, masks and drawn glyphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

DIEPST = 12
"""Forms within forms; deeper is taken for text."""

TONEN = {"Tj", "TJ", "'", '"'}
"""The operators that show text."""


class Verf(NamedTuple):
    """A content stream that is painted with: what names it, and by which key."""

    houder: Any
    sleutel: str
    stroom: Any


def find_paint(middelen: Any) -> Iterator[Verf]:
    """The patterns and soft masks that resources name, used or not."""
    for naam, patroon in _entries(middelen, "/Pattern"):
        if isinstance(patroon, pikepdf.Stream):
            yield Verf(middelen.Pattern, naam, patroon)
    for _, staat in _entries(middelen, "/ExtGState"):
        masker = staat.get("/SMask") if isinstance(staat, pikepdf.Dictionary) else None
        if isinstance(masker, pikepdf.Dictionary):
            groep = masker.get("/G")
            if isinstance(groep, pikepdf.Stream):
                yield Verf(masker, "/G", groep)


def find_drawn(middelen: Any) -> Iterator[tuple[Verf, Any]]:
    """The glyphs that are content streams (Type3), with the resources of their font."""
    for _, font in _entries(middelen, "/Font"):
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Subtype") != "/Type3":
            continue
        eigen = font.get("/Resources", middelen)
        for naam, proces in _entries(font, "/CharProcs"):
            if isinstance(proces, pikepdf.Stream):
                yield Verf(font.CharProcs, naam, proces), eigen


def find_forms(middelen: Any) -> Iterator[Any]:
    """The forms that resources name."""
    for _, ding in _entries(middelen, "/XObject"):
        if is_form(ding):
            yield ding


def shows_text(stroom: Any, geleend: Any = None) -> bool:
    """Whether a pattern or mask shows text, itself or in what is painted in it.

    ``geleend`` are the resources of what uses it, where it has none of its own.
    """
    return _shows(stroom, geleend or pikepdf.Dictionary(), set(), 0)


def holds_image(stroom: Any, diepte: int = 0) -> bool:
    """Whether a pattern or mask names an image, itself or in a form in it."""
    if not isinstance(stroom, pikepdf.Stream) or diepte > DIEPST:
        return diepte > DIEPST
    dingen = [d for _, d in _entries(stroom.get("/Resources"), "/XObject")]
    return any(not is_form(d) or holds_image(d, diepte + 1) for d in dingen)


def _shows(
    stroom: Any, geleend: Any, gezien: set[tuple[int, int]], diepte: int
) -> bool:
    if not isinstance(stroom, pikepdf.Stream) or stroom.objgen in gezien:
        return False
    if diepte > DIEPST:
        return True
    gezien.add(stroom.objgen)
    middelen: Any = stroom.get("/Resources", geleend)
    dingen = dict(_entries(middelen, "/XObject"))
    for bevel in pikepdf.parse_content_stream(stroom, "Tj TJ ' \" Do"):
        if str(bevel.operator) in TONEN:
            return True
        ding = dingen.get(str(bevel.operands[0])) if bevel.operands else None
        if is_form(ding) and _shows(ding, middelen, gezien, diepte + 1):
            return True
    onder = [*find_paint(middelen), *(v for v, _ in find_drawn(middelen))]
    return any(_shows(v.stroom, middelen, gezien, diepte + 1) for v in onder)


def is_form(ding: Any) -> bool:
    """Whether it has operators, where a picture has pixels."""
    return isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") != "/Image"


def _entries(houder: Any, sleutel: str) -> Iterator[tuple[str, Any]]:
    deel = houder.get(sleutel) if isinstance(houder, pikepdf.Dictionary) else None
    if isinstance(deel, pikepdf.Dictionary):
        yield from deel.items()
