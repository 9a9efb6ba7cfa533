"""Charts as inline SVG with a text alternative: a heat map, and bars through time."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pipeline.writers.cijferlijsten import (
    THEMAS,
    list_vakken,
    name_thema,
    sum_maten,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.cijferverslag import Reeks, Tabelstand
    from pipeline.writers.cijferlijsten import Vak

MATEN = ("opgave", "voorstel", "inbreng", "realisatie")
KLEUREN = {
    "opgave": "#6b7785",
    "voorstel": "#2f74b5",
    "inbreng": "#0b6e4f",
    "realisatie": "#c27a00",
}
# from far too little to far more than asked; readable in print and for the colour blind
_SCHAAL = (
    (0.5, "#b2542b", "#fff"),
    (0.8, "#e8a57f", "#1b2430"),
    (0.95, "#f6dcc8", "#1b2430"),
    (1.05, "#f1f3f5", "#1b2430"),
    (1.5, "#c3d9ee", "#1b2430"),
    (9e9, "#3f7fb8", "#fff"),
)
_VAK, _HOOG, _LABEL, _KOP = 92, 26, 190, 30
_BREED, _BALK, _GROEP = 480, 20, 14


def draw_heatmap(stand: Tabelstand) -> str:
    """Offer against goal per area and theme; empty where a table has none of both."""
    vakken = list_vakken(stand)
    if not vakken:
        return ""
    gebieden = list(dict.fromkeys(v.gebied for v in vakken))
    themas = [t for t in THEMAS if any(v.thema == t for v in vakken)]
    bij = {(v.gebied, v.thema): v for v in vakken}
    breed = _LABEL + _VAK * len(themas)
    hoog = _KOP + _HOOG * len(gebieden)
    delen = [
        _text(_LABEL + _VAK * k + _VAK / 2, _KOP - 10, name_thema(t), "middle", "kop")
        for k, t in enumerate(themas)
    ]
    for r, gebied in enumerate(gebieden):
        y = _KOP + _HOOG * r
        delen.append(_text(_LABEL - 8, y + 17, gebied, "end"))
        delen += [
            _square(bij.get((gebied, t)), _LABEL + _VAK * k, y)
            for k, t in enumerate(themas)
        ]
    titel = f"{vakken[0].maat} als deel van de opgave, per gebied en thema"
    uitleg = "; ".join(_sentence(v) for v in vakken)
    return _svg(breed, hoog, titel, uitleg, delen)


def _square(vak: Vak | None, x: float, y: float) -> str:
    maten = f'x="{x + 1:.0f}" y="{y + 1:.0f}" width="{_VAK - 2}" height="{_HOOG - 2}"'
    if vak is None:
        return f'<rect {maten} fill="none" stroke="#c9d1db" stroke-dasharray="3 3"/>'
    vlak, inkt = next((v, i) for grens, v, i in _SCHAAL if vak.deel < grens)
    tekst = _text(x + _VAK / 2, y + 17, f"{vak.deel:.0%}", "middle", vulling=inkt)
    titel = f"<title>{escape(_sentence(vak))}</title>"
    return f'<g>{titel}<rect {maten} fill="{vlak}"/>{tekst}</g>'


def _sentence(vak: Vak) -> str:
    waarde, opgave = _dutch(float(vak.waarde)), _dutch(float(vak.opgave))
    wat = f"{vak.gebied}, {name_thema(vak.thema)}"
    return f"{wat}: {vak.maat} {waarde} van {opgave} ({vak.deel:.0%})"


def draw_time(reeks: Reeks, thema: str) -> str:
    """Bars of each measure of a theme, a group per state; empty where none are."""
    groepen = [
        (s, {m: w for m in MATEN if (w := sum_maten(s).get((thema, m))) is not None})
        for s in reeks.standen
    ]
    groepen = [(s, maten) for s, maten in groepen if maten]
    if not groepen or not any(w for _, m in groepen for w in m.values()):
        return ""
    hoogste = max(w for _, m in groepen for w in m.values())
    delen, zinnen, y = [], [], 8.0
    for stand, maten in groepen:
        wanneer = f"{stand.stand:%d-%m-%Y}" if stand.stand else "zonder stand"
        midden = y + _BALK * len(maten) / 2 + 5
        delen.append(_text(_LABEL - 90, midden, wanneer, "end", "kop"))
        for maat, waarde in maten.items():
            lengte = max((_BREED - _LABEL - 80) * max(waarde, 0) / hoogste, 1)
            delen.append(_text(_LABEL - 8, y + 13, maat, "end"))
            delen.append(
                f'<rect x="{_LABEL}" y="{y:.0f}" width="{lengte:.1f}" '
                f'height="{_BALK - 3}" fill="{KLEUREN[maat]}"/>'
            )
            delen.append(_text(_LABEL + lengte + 6, y + 13, _dutch(waarde), "start"))
            zinnen.append(f"{wanneer} {maat} {_dutch(waarde)}")
            y += _BALK
        y += _GROEP
    titel = f"{name_thema(thema)} door de tijd"
    return _svg(_BREED, y, titel, "; ".join(zinnen), delen)


def _svg(
    breed: float, hoog: float, titel: str, uitleg: str, delen: Sequence[str]
) -> str:
    return (
        f'<svg role="img" viewBox="0 0 {breed:.0f} {hoog:.0f}" '
        f'width="{breed:.0f}" height="{hoog:.0f}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{escape(titel)}</title><desc>{escape(uitleg)}.</desc>"
        f"{''.join(delen)}</svg>"
    )


def _text(
    x: float,
    y: float,
    tekst: str,
    anker: str,
    soort: str = "",
    *,
    vulling: str = "",
) -> str:
    klasse = f' class="{soort}"' if soort else ""
    kleur = f' fill="{vulling}"' if vulling else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anker}"{klasse}{kleur}>'
        f"{escape(tekst)}</text>"
    )


def _dutch(getal: float) -> str:
    return f"{getal:,.0f}".replace(",", ".")
