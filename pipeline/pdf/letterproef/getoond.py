"""The codes that pages show in each font, in forms, patterns and masks as well."""

from __future__ import annotations

import struct
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.tekstdrager import find_forms, find_paint, is_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Sleutel = tuple[int, ...]
"""What tells fonts apart: the number of the object, or its place in a resource."""

DIEPST = 12
_TEKST = "q Q Tf Tj TJ ' \" Do gs"
_IDENTITEIT = {"/Identity-H", "/Identity-V"}


class Letterlezer:
    """Reads which codes are shown; what a form shows is read once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self.fonts: dict[Sleutel, Any] = {}
        self._vormen: dict[tuple[int, int], dict[Sleutel, set[int]]] = {}

    def page(self, pagina: pikepdf.Page, nummer: int) -> dict[Sleutel, set[int]]:
        """The codes that a page shows in each font that may say another thing."""
        middelen = (
            pagina.resources
            if "/Resources" not in pagina.obj
            else (pagina.obj.Resources)
        )
        if not self._is_doubtful(middelen):
            return {}
        return self._scan(pagina.obj, middelen, (-nummer,), 0)

    def _is_doubtful(self, middelen: Any, diepte: int = 0) -> bool:
        """Whether a font of a page, or of a form on it, may say another thing."""
        fonts: Any = middelen.get("/Font", {})
        if any(code_width(f) for f in dict(fonts).values()):
            return True
        onder = [*find_forms(middelen), *(v.stroom for v in find_paint(middelen))]
        return diepte < DIEPST and any(
            isinstance(d.get("/Resources"), pikepdf.Dictionary)
            and self._is_doubtful(d.Resources, diepte + 1)
            for d in onder
        )

    def _scan(
        self, inhoud: Any, middelen: Any, plek: Sleutel, diepte: int
    ) -> dict[Sleutel, set[int]]:
        fonts: Any = middelen.get("/Font", {})
        dingen: Any = middelen.get("/XObject", {})
        getoond: dict[Sleutel, set[int]] = defaultdict(set)
        nu: tuple[Sleutel, int] | None = None
        stapel: list[tuple[Sleutel, int] | None] = []
        for verf in find_paint(middelen):
            for sleutel, codes in self._stream(verf.stroom, middelen, diepte):
                getoond[sleutel] |= codes
        for bevel in pikepdf.parse_content_stream(inhoud, _TEKST):
            naam, op = str(bevel.operator), bevel.operands
            if naam == "q":
                stapel.append(nu)
            elif naam == "Q":
                nu = stapel.pop() if stapel else None
            elif naam == "Tf":
                nu = self._choose(fonts.get(op[0]), (*plek, hash(str(op[0]))))
            elif naam == "Do":
                for sleutel, codes in self._form(dingen.get(op[0]), middelen, diepte):
                    getoond[sleutel] |= codes
            elif nu is not None and naam != "gs":
                getoond[nu[0]].update(_codes(op, nu[1]))
        return getoond

    def _choose(self, font: Any, plek: Sleutel) -> tuple[Sleutel, int] | None:
        breed = code_width(font)
        if not breed:
            return None
        sleutel = font.objgen if font.is_indirect else plek
        if sleutel not in self.fonts:
            self.fonts[sleutel] = self._own(font)
        return sleutel, breed

    def _own(self, font: Any) -> Any:
        """The font as an object by itself: one inside another cannot be copied."""
        if font.is_indirect:
            return font
        return self._pdf.make_indirect(pikepdf.Dictionary(dict(font.items())))

    def _form(
        self, ding: Any, middelen: Any, diepte: int
    ) -> Iterator[tuple[Sleutel, set[int]]]:
        if is_form(ding):
            yield from self._stream(ding, middelen, diepte)

    def _stream(
        self, ding: Any, middelen: Any, diepte: int
    ) -> Iterator[tuple[Sleutel, set[int]]]:
        """What a form shows, or a pattern or mask; one that is too deep, nothing."""
        if diepte >= DIEPST:
            return
        if ding.objgen not in self._vormen:
            self._vormen[ding.objgen] = {}
            eigen = ding.get("/Resources", middelen)
            self._vormen[ding.objgen] = self._scan(
                ding, eigen, (*ding.objgen, 0), diepte + 1
            )
        yield from self._vormen[ding.objgen].items()


def code_width(font: Any) -> int:
    """Bytes of a code in a font whose text and shapes may differ; 0 for another font.

    A font without a program or a map of its own is drawn from the very names that its
    text is read from. Codes of an unusual length are not read here.
    """
    if not isinstance(font, pikepdf.Dictionary):
        return 0
    soort = str(font.get("/Subtype", ""))
    if soort == "/Type0":
        return 2 if str(font.get("/Encoding", "")) in _IDENTITEIT else 0
    eigen = soort == "/Type3" or "/ToUnicode" in font or _is_embedded(font)
    return 1 if eigen else 0


def _is_embedded(font: Any) -> bool:
    beschrijving: Any = font.get("/FontDescriptor", {})
    return any(k in beschrijving for k in ("/FontFile", "/FontFile2", "/FontFile3"))


def _codes(op: Any, breed: int) -> Iterable[int]:
    """The codes of an operator that shows text, or of its array."""
    delen = op[-1] if isinstance(op[-1], pikepdf.Array) else op
    tekst = b"".join(bytes(d) for d in delen if isinstance(d, pikepdf.String))
    if breed == 1:
        return tekst
    return struct.unpack(f">{len(tekst) // 2}H", tekst[: len(tekst) // 2 * 2])
