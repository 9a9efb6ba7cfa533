"""Lines that LibreOffice draws outside all tags are decoration, and must say so.

In a tagged PDF every mark is real content or an artifact (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINT = {"m", "re"}
_OPEN = pikepdf.ContentStreamInstruction(
    [pikepdf.Name("/Artifact")], pikepdf.Operator("BMC")
)
_DICHT = pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
_SCHILDERT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}


def mark_decoration(pdf: pikepdf.Pdf) -> None:
    """Put paths that stand outside all marked content in an artifact."""
    for pagina in pdf.pages:
        bevelen = list(pikepdf.parse_content_stream(pagina))
        nieuw = list(_marked(bevelen))
        if len(nieuw) > len(bevelen):
            inhoud = pikepdf.unparse_content_stream(nieuw)
            pagina.obj.Contents = pdf.make_stream(inhoud)


def _marked(bevelen: list[Any]) -> Iterator[Any]:
    diepte = 0
    pad: list[Any] = []
    for bevel in bevelen:
        naam = str(bevel.operator)
        diepte += (naam in {"BDC", "BMC"}) - (naam == "EMC")
        if pad or (naam in _BEGINT and diepte == 0):
            pad.append(bevel)
            if naam in _SCHILDERT:
                yield _OPEN
                yield from pad
                yield _DICHT
                pad = []
            elif naam == "n":
                yield from pad
                pad = []
        else:
            yield bevel
    yield from pad
