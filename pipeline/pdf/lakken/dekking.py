"""What hides what: paint that covers all that was painted before it.

A page paints in order. A filled rectangle behind the words in that order is a table's
shade; one after them hides them from the eye and from nobody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.pdf.lakken.matrix import NIETS, apply, bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.lakken.matrix import Punt
    from pipeline.pdf.lakken.stroom import Doos, Staat

DONKER = 0.3
"""Luminance, from 0 for black, below which a box looks like a redaction."""

ZWART = 0.12
"""Luminance below which black letters and their ground look the same."""

DIK = 5.0
"""Points from which a line is drawn to hide, not to underline."""

_VULT = {"f", "F", "f*", "B", "B*", "b", "b*"}
_LIJNT = {"S", "s"}
_BEIDE = {"B", "B*", "b", "b*"}
_AANTAL_GRIJS, _AANTAL_RGB, _AANTAL_CMYK = 1, 3, 4
_HOEKEN = 4
_VEEL = 100
"""Parts of a path from which it is no frame but a drawing."""

SCHEEF = 0.5
"""Points that a corner may lie off in a rectangle that is drawn with lines."""


def covers(staat: Staat, naam: str, delen: Sequence[list[Punt]]) -> Iterator[Doos]:
    """The rectangles that a painted path hides; none when it lets anything through."""
    if staat.knip_krom or not is_opaque(staat):
        return
    if naam in _VULT and staat.kleur is not None:
        vormen = [
            d
            for deel in delen
            if (d := _rectangle(deel)) and not _is_frame(deel, d, delen, naam)
        ]
    elif naam in _LIJNT and staat.lijndikte >= DIK:
        vormen = [_thick(deel, staat.lijndikte) for deel in delen if _is_straight(deel)]
    else:
        return
    for vorm in vormen:
        zichtbaar = clip(vorm, staat.knip)
        if zichtbaar:
            yield zichtbaar


def is_opaque(staat: Staat) -> bool:
    """Whether paint hides what lies under it."""
    if staat.doorzichtig:
        return False
    if staat.menging in {"/Normal", "/Compatible"}:
        return not _is_pattern(staat.kleur)
    return staat.menging in {"/Multiply", "/Darken"} and is_dark(staat.kleur)


def is_dark(kleur: Sequence[Any]) -> bool:
    """Whether a colour is so dark that a box in it looks like a redaction."""
    licht = _luminance(kleur)
    return licht is not None and licht < DONKER


def is_black(kleur: Sequence[Any]) -> bool:
    """Whether a colour is as good as black."""
    licht = _luminance(kleur)
    return licht is not None and licht < ZWART


def clip(doos: Doos, knip: Doos | None) -> Doos | None:
    """The part of a rectangle that is painted."""
    if knip is None:
        return doos
    x0, y0 = max(doos[0], knip[0]), max(doos[1], knip[1])
    x1, y1 = min(doos[2], knip[2]), min(doos[3], knip[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def within_form(vorm: Any, staat: Staat) -> Doos | None:
    """The rectangle in which a form paints."""
    if "/BBox" not in vorm:
        return staat.knip
    x0, y0, x1, y1 = (float(g) for g in vorm.BBox)
    hoeken = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    doos = bounds(apply(staat.ctm, x, y) for x, y in hoeken)
    return clip(doos, staat.knip) or (0.0, 0.0, 0.0, 0.0)


def patterns_of(staat: Staat, naam: str) -> tuple[str, ...]:
    """The names of the patterns that a path is painted with."""
    kleuren = (staat.kleur, _VULT), (staat.lijnkleur, _LIJNT | _BEIDE)
    return tuple(
        str(kleur[-1].operands[-1])
        for kleur, wanneer in kleuren
        if naam in wanneer and kleur and _is_pattern(kleur[-1:])
    )


def is_rectangle(punten: list[Punt]) -> bool:
    """Whether the points of a path are the corners of an upright rectangle."""
    return _rectangle(punten) is not None


def _rectangle(punten: list[Punt]) -> Doos | None:
    if not _HOEKEN <= len(punten) <= _HOEKEN + 1:
        return None
    x0, y0, x1, y1 = doos = bounds(punten)
    for x, y in punten:
        if min(abs(x - x0), abs(x - x1)) > SCHEEF:
            return None
        if min(abs(y - y0), abs(y - y1)) > SCHEEF:
            return None
    return doos if x1 - x0 > NIETS and y1 - y0 > NIETS else None


def _is_frame(
    deel: list[Punt], doos: Doos, delen: Sequence[list[Punt]], naam: str
) -> bool:
    """Whether another part of the path cuts a hole in it, or it in that (8.5.3.3)."""
    for ander in delen if len(delen) < _VEEL else ():
        rand = bounds(ander)
        if ander is deel or not (_holds(doos, rand) or _holds(rand, doos)):
            continue
        if naam.endswith("*") or _area(ander) * _area(deel) < 0:
            return True
    return False


def _holds(buiten: Doos, binnen: Doos) -> bool:
    laag = buiten[0] <= binnen[0] and buiten[1] <= binnen[1]
    return laag and binnen[2] <= buiten[2] and binnen[3] <= buiten[3]


def _area(punten: list[Punt]) -> float:
    """Twice the area within a path, below zero where it runs clockwise."""
    rond = zip(punten, [*punten[1:], *punten[:1]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in rond)


def _is_straight(punten: list[Punt]) -> bool:
    """Whether a line runs level or upright."""
    x0, y0, x1, y1 = bounds(punten)
    return min(x1 - x0, y1 - y0) < SCHEEF


def _thick(punten: list[Punt], dik: float) -> Doos:
    x0, y0, x1, y1 = bounds(punten)
    half = dik / 2
    if x1 - x0 >= y1 - y0:
        return (x0, y0 - half, x1, y1 + half)
    return (x0 - half, y0, x1 + half, y1)


def _is_pattern(kleur: Sequence[Any]) -> bool:
    """Whether the paint is a pattern or a space of its own: that may show through."""
    return any(
        str(b.operator) in {"scn", "SCN"}
        and len(b.operands)
        and str(b.operands[-1]).startswith("/")
        for b in kleur
    )


def _luminance(kleur: Sequence[Any]) -> float | None:
    """How light a colour is, from 0 to 1; ``None`` when that cannot be told.

    Without any operator the colour is black (8.4.1).
    """
    if not kleur:
        return 0.0
    laatste = kleur[-1]
    try:
        waarden = [float(w) for w in laatste.operands]
    except (TypeError, ValueError):
        return None
    if len(waarden) == _AANTAL_GRIJS:
        return None if _is_tint(kleur) else waarden[0]
    if len(waarden) == _AANTAL_RGB:
        rood, groen, blauw = waarden
        return 0.3 * rood + 0.59 * groen + 0.11 * blauw
    if len(waarden) == _AANTAL_CMYK:
        c, m, y, k = waarden
        return (1 - min(1.0, 0.3 * c + 0.59 * m + 0.11 * y)) * (1 - k)
    return 0.0 if str(laatste.operator) in {"cs", "CS"} else None


def _is_tint(kleur: Sequence[Any]) -> bool:
    """Whether one number counts ink, not light: a spot colour."""
    return len(kleur) > 1 and "Gray" not in str(kleur[0].operands[0])
