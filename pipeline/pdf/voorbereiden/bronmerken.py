"""Marks that somebody put in the source and that never took anything away.

An editor's redaction mark that was not applied, or a marker pen in black, hides
nothing: who removes the annotation reads what stands there. They are carried out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from modellen.lakken import Bronlek, Lakvlak, Leksoort
from pipeline.pdf.lakken.ruimte import to_frame

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

DONKER = 0.3
DIK = 5.0
_VULLING = {"/Square": "/IC", "/Circle": "/IC", "/Polygon": "/IC", "/FreeText": "/C"}
_PEN = {"/Ink", "/Line", "/PolyLine"}
_VLAK = {"/Square", "/Circle", "/Polygon"}
"""Shapes that point out an area when the note on them names a ground."""

_VERBORGEN = 2 | 32
_PER_HOEK = 8


def find_bronmerken(
    pdf: pikepdf.Pdf, gronden: Collection[str]
) -> tuple[tuple[Lakvlak, Bronlek], ...]:
    """The marks in the source, each with the leak that it is.

    The ground is the one that the mark itself names, if it is one of ``gronden``.
    """
    return tuple(
        paar
        for nummer, pagina in enumerate(pdf.pages, start=1)
        for aantekening in pagina.obj.get("/Annots", [])
        if isinstance(aantekening, pikepdf.Dictionary)
        for paar in _marks(pagina, nummer, aantekening, gronden)
    )


def _marks(
    pagina: pikepdf.Page, nummer: int, aantekening: Any, gronden: Collection[str]
) -> Iterator[tuple[Lakvlak, Bronlek]]:
    grond = _ground(aantekening, gronden)
    aangewezen = grond and str(aantekening.get("/Subtype")) in _VLAK
    soort = Leksoort.NIET_TOEGEPAST if aangewezen else _kind(aantekening)
    if soort is None:
        return
    for doos in _boxes(aantekening):
        kader = to_frame(pagina, doos)
        vlak = Lakvlak(pagina=nummer, grond=grond, kaders=(kader,), uit_bron=True)
        yield vlak, Bronlek(pagina=nummer, soort=soort, kader=kader)


def _kind(aantekening: Any) -> Leksoort | None:
    naam = str(aantekening.get("/Subtype", ""))
    if naam == "/Redact":
        return Leksoort.NIET_TOEGEPAST
    if (
        int(aantekening.get("/F", 0)) & _VERBORGEN
        or float(aantekening.get("/CA", 1)) < 1
    ):
        return None
    if naam == "/Highlight":
        donker = _is_dark(aantekening.get("/C"))
    elif naam in _VULLING:
        donker = _is_dark(aantekening.get(_VULLING[naam]))
    else:
        dik = float(aantekening.get("/BS", {}).get("/W", 1)) >= DIK
        donker = naam in _PEN and dik and _is_dark(aantekening.get("/C"))
    return Leksoort.DONKERE_MARKERING if donker else None


def _is_dark(kleur: Any) -> bool:
    """Whether a colour of an annotation is near black (12.5.2: 1, 3 or 4 numbers)."""
    waarden = [float(w) for w in kleur] if kleur is not None else []
    if len(waarden) == 1:
        return waarden[0] < DONKER
    if len(waarden) == 3:  # noqa: PLR2004 red, green, blue
        return 0.3 * waarden[0] + 0.59 * waarden[1] + 0.11 * waarden[2] < DONKER
    if len(waarden) == 4:  # noqa: PLR2004 cyan, magenta, yellow, black
        return waarden[3] > 1 - DONKER
    return False


def _ground(aantekening: Any, gronden: Collection[str]) -> str:
    """The ground that a mark names, "" for none."""
    woorden = " ".join(
        str(aantekening.get(sleutel, ""))
        for sleutel in ("/OverlayText", "/Contents", "/Subj")
    )
    dicht = "".join(woorden.lower().split())
    raak = [g for g in gronden if g.lower() in dicht]
    return max(raak, key=len, default="")


def _boxes(aantekening: Any) -> Iterator[tuple[float, float, float, float]]:
    """The rectangles of an annotation in user space: per line where it names them."""
    punten = [float(g) for g in aantekening.get("/QuadPoints", [])]
    for begin in range(0, len(punten) - _PER_HOEK + 1, _PER_HOEK):
        xs, ys = punten[begin : begin + 8 : 2], punten[begin + 1 : begin + 8 : 2]
        yield (min(xs), min(ys), max(xs), max(ys))
    if len(punten) < _PER_HOEK and "/Rect" in aantekening:
        x0, y0, x1, y1 = (float(g) for g in aantekening.Rect)
        yield (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
