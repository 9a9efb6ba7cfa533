"""A content stream without its letters: what it draws otherwise stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.tekstdrager import TONEN, is_form, shows_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_EIGEN = {"/Length", "/Filter", "/DecodeParms", "/Metadata", "/PieceInfo"}
_MET_WOORDEN = {"BDC", "DP"}
"""Operators whose properties may hold words (14.6)."""


def without_letters(pdf: pikepdf.Pdf, stroom: Any, geleend: Any) -> Any:
    """A copy of a pattern, a mask or a form that shows no text, forms in it neither.

    A stream that cannot be read becomes empty.
    """
    return _Stilte(pdf).copy(stroom, geleend)


class _Stilte:
    """The copies that are made of one stream and of the forms in it, each once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._klaar: dict[tuple[int, int], Any] = {}

    def copy(self, stroom: Any, geleend: Any) -> Any:
        if stroom.objgen in self._klaar:
            return self._klaar[stroom.objgen]
        nieuw = self._klaar[stroom.objgen] = self._pdf.make_stream(b"")
        for sleutel, waarde in stroom.items():
            if sleutel not in _EIGEN:
                nieuw[sleutel] = waarde
        middelen = pikepdf.Dictionary(dict(stroom.get("/Resources", geleend).items()))
        dingen: dict[str, Any] = {}
        try:
            bevelen = list(self._silent(stroom, middelen, dingen))
            nieuw.write(pikepdf.unparse_content_stream(bevelen))
        except pikepdf.PdfError:
            dingen = {}
        for sleutel in ("/Font", "/Properties"):
            if sleutel in middelen:
                del middelen[sleutel]
        middelen.XObject = pikepdf.Dictionary(dingen)
        nieuw.Resources = middelen
        return nieuw

    def _silent(
        self, stroom: Any, middelen: Any, dingen: dict[str, Any]
    ) -> Iterator[Any]:
        """The operators without those that show or choose letters, or quote them.

        ``dingen`` is filled with the forms and pictures that are still named.
        """
        for bevel in pikepdf.parse_content_stream(stroom):
            naam = str(bevel.operator)
            if naam in TONEN or naam == "Tf":
                continue
            if naam in _MET_WOORDEN:
                yield _without_properties(bevel, naam)
                continue
            if naam == "Do":
                sleutel = str(bevel.operands[0])
                ding = middelen.get("/XObject", {}).get(sleutel)
                if ding is None:
                    continue
                vol = is_form(ding) and shows_text(ding, middelen)
                dingen[sleutel] = self.copy(ding, middelen) if vol else ding
            yield bevel


def _without_properties(bevel: Any, naam: str) -> Any:
    kaal = pikepdf.Operator("BMC" if naam == "BDC" else "MP")
    return pikepdf.ContentStreamInstruction(bevel.operands[:1], kaal)
