"""Which codes of which font a document still shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf

from pipeline.pdf.tekstdrager import find_paint, is_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Nummer = tuple[int, int]
_EEN = [bytes([code]) for code in range(256)]
_TEKST = "q Q Tf Tj TJ ' \" Do"


def find_shown(pdf: pikepdf.Pdf) -> dict[Nummer, set[bytes]]:
    """The codes shown in each font, by the object number of the font dictionary."""
    getoond: dict[Nummer, set[bytes]] = defaultdict(set)
    gezien: set[Nummer] = set()
    for pagina in pdf.pages:
        middelen: Any = pagina.obj.get("/Resources", {})
        _read(pagina.obj, middelen, getoond, gezien)
    return getoond


def all_resources(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every resource dictionary of pages and forms."""
    for pagina in pdf.pages:
        if "/Resources" in pagina.obj:
            yield pagina.obj.Resources
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Stream) and "/Resources" in ding:
            yield ding.Resources


def _read(
    inhoud: Any,
    middelen: Any,
    getoond: dict[Nummer, set[bytes]],
    gezien: set[Nummer],
) -> None:
    """What a page or form shows, and what it is painted with: patterns and masks."""
    for verf in find_paint(middelen):
        _enter(verf.stroom, middelen, getoond, gezien)
    _scan(inhoud, middelen, getoond, gezien)


def _scan(
    inhoud: Any,
    middelen: Any,
    getoond: dict[Nummer, set[bytes]],
    gezien: set[Nummer],
) -> None:
    fonts: Any = middelen.get("/Font", {})
    dingen: Any = middelen.get("/XObject", {})
    nu: Nummer | None = None
    stap = 1
    stapel: list[tuple[Nummer | None, int]] = []
    for bevel in pikepdf.parse_content_stream(inhoud, _TEKST):
        naam, op = str(bevel.operator), bevel.operands
        if naam == "q":
            stapel.append((nu, stap))
        elif naam == "Q":
            nu, stap = stapel.pop() if stapel else (None, 1)
        elif naam == "Tf":
            font = fonts.get(op[0])
            nu = None if font is None else font.objgen
            if nu is not None:
                getoond[nu].update(())  # chosen and never used is still named
            if isinstance(font, pikepdf.Dictionary):
                stap = 2 if font.get("/Subtype") == "/Type0" else 1
                _scan_type3(font, getoond, gezien)
        elif naam == "Do":
            _enter(dingen.get(op[0]), middelen, getoond, gezien)
        elif nu is not None:
            for tekst in _strings(op):
                getoond[nu].update(_codes(tekst, stap))


def _codes(tekst: bytes, stap: int) -> Iterable[bytes]:
    """The codes of a string, each as bytes: a text is long, its codes are few."""
    if stap == 1:
        return (_EEN[code] for code in tekst)
    return (tekst[plek : plek + stap] for plek in range(0, len(tekst), stap))


def _strings(op: Any) -> Iterator[bytes]:
    for deel in op:
        if isinstance(deel, pikepdf.Array):
            yield from (bytes(s) for s in deel if isinstance(s, pikepdf.String))
        elif isinstance(deel, pikepdf.String):
            yield bytes(deel)


def _enter(
    ding: Any,
    middelen: Any,
    getoond: dict[Nummer, set[bytes]],
    gezien: set[Nummer],
) -> None:
    if is_form(ding) and ding.objgen not in gezien:
        gezien.add(ding.objgen)
        _read(ding, ding.get("/Resources", middelen), getoond, gezien)


def _scan_type3(
    font: Any,
    getoond: dict[Nummer, set[bytes]],
    gezien: set[Nummer],
) -> None:
    if font.get("/Subtype") != "/Type3" or font.objgen in gezien:
        return
    gezien.add(font.objgen)
    for proces in dict(font.get("/CharProcs", {})).values():
        _read(proces, font.get("/Resources", {}), getoond, gezien)
