"""Every content stream of a document, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator


def each_stream(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Pages and forms with their resources; a form may have those of its page."""
    gezien: set[tuple[int, int]] = set()
    for pagina in pdf.pages:
        middelen = pagina.resources
        yield pagina.obj, middelen
        yield from _forms(middelen, gezien)


def write_back(pdf: pikepdf.Pdf, houder: Any, bevelen: list[Any]) -> None:
    """Give a page or a form other operators."""
    inhoud = pikepdf.unparse_content_stream(bevelen)
    if isinstance(houder, pikepdf.Stream):
        houder.write(inhoud)
    else:
        houder.Contents = pdf.make_stream(inhoud)


def _forms(middelen: Any, gezien: set[tuple[int, int]]) -> Iterator[tuple[Any, Any]]:
    for ding in dict(middelen.get("/XObject", {})).values():
        is_vorm = isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") == "/Form"
        if not is_vorm or ding.objgen in gezien:
            continue
        gezien.add(ding.objgen)
        eigen = ding.get("/Resources", middelen)
        yield ding, eigen
        yield from _forms(eigen, gezien)
