"""The report on figures as one page: findings, charts, tables with marked cells.

Everything is in the page itself. Each finding links to its cells, each marked cell
back to its finding.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from modellen.bevinding import Klasse
from pipeline.bestanden import write_whole
from pipeline.writers.cijferbeelden import draw_heatmap, draw_time
from pipeline.writers.cijferlijsten import (
    THEMAS,
    group_findings,
    list_versions,
    name_thema,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from modellen.bevinding import Bevinding
    from modellen.cijferverslag import Cijferverslag, Reeks, Tabelcel, Verslagtabel

_CELLEN_MAX = 6000
_GEMERKT = {
    Klasse.FOUT,
    Klasse.CONFLICT,
    Klasse.ONTBREEKT,
    Klasse.VRAAG,
    Klasse.DEFINITIE,
}


@dataclass(frozen=True, slots=True)
class _Merk:
    """Why a cell is marked: the class and the numbers of its findings."""

    klasse: str
    nummers: tuple[int, ...]


def write_html(verslag: Cijferverslag, doel: Path, *, vandaag: date) -> None:
    """Write the page; an older one is replaced whole.

    Raises ``InstellingError`` when the file cannot be written.
    """
    write_whole(doel, make_html(verslag, vandaag=vandaag).encode())


def make_html(verslag: Cijferverslag, *, vandaag: date) -> str:
    """The page as HTML."""
    omgeving = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    omgeving.filters["dag"] = lambda d: f"{d:%d-%m-%Y}" if d else "zonder stand"
    omgeving.filters["getal"] = _dutch
    bestand = files("pipeline.writers") / "sjablonen" / "cijferverslag.html.j2"
    sjabloon = omgeving.from_string(bestand.read_text(encoding="utf-8"))
    return sjabloon.render(**_values(verslag, vandaag))


def _values(verslag: Cijferverslag, vandaag: date) -> dict[str, Any]:
    bestanden = {k.id: k.bestand for k in verslag.documenten}
    getoond = [t for t in verslag.tabellen if len(t.cellen) <= _CELLEN_MAX]
    ankers = {
        (t.document, c.adres): f"t{nr}r{c.rij}k{c.kolom}"
        for nr, t in enumerate(getoond, 1)
        for c in t.cellen
    }
    bij_cijfer = {
        c.cijfer: (f"t{nr}r{c.rij}k{c.kolom}", c.adres)
        for nr, t in enumerate(getoond, 1)
        for c in t.cellen
        if c.cijfer
    }
    nummers = {b.id: nr for nr, b in enumerate(verslag.bevindingen, 1)}
    merken = _marks(verslag.bevindingen)
    return {
        "vandaag": vandaag,
        "verslag": verslag,
        "klassen": [
            (k.value, n)
            for k, n in sorted(
                Counter(b.klasse for b in verslag.bevindingen).items(),
                key=lambda p: list(Klasse).index(p[0]),
            )
        ],
        "uitkomsten": Counter(c.uitkomst for c in verslag.controles),
        "groepen": [
            [_finding(nummers[b.id], b, bestanden, ankers, bij_cijfer) for b in groep]
            for groep in group_findings(verslag.bevindingen)
        ],
        "beelden": [b for r in verslag.reeksen if (b := _charts(r))["warmte"]],
        "tabellen": [_table(nr, t, merken) for nr, t in enumerate(getoond, 1)],
        "te_groot": [t for t in verslag.tabellen if len(t.cellen) > _CELLEN_MAX],
        "versies": [
            {"reeks": r, "rijen": [v for v in list_versions(r) if v.anders]}
            for r in verslag.reeksen
            if len(r.standen) > 1
        ],
    }


def _finding(
    nr: int,
    b: Bevinding,
    bestanden: dict[str, str],
    ankers: dict[tuple[str, str], str],
    bij_cijfer: dict[str, tuple[str, str]],
) -> dict[str, Any]:
    """A finding with links: the suspected cells, else the cells it is about."""
    document = b.document or ""
    links = [(cel, ankers.get((document, cel))) for cel in b.verdacht[:8]]
    if not links:
        links = [
            (adres, anker)
            for c in b.cijfers[:6]
            if c in bij_cijfer
            for anker, adres in (bij_cijfer[c],)
        ]
    return {
        "nr": nr,
        "b": b,
        "bestand": bestanden.get(document, ""),
        "links": links,
        "verdacht": bool(b.verdacht) and b.klasse in _GEMERKT,
    }


def _marks(
    bevindingen: tuple[Bevinding, ...],
) -> dict[tuple[str, str], _Merk]:
    """For each suspected cell its gravest class and its findings."""
    merken: dict[tuple[str, str], _Merk] = {}
    for nr, b in enumerate(bevindingen, 1):
        if b.klasse not in _GEMERKT:
            continue
        for rang, cel in enumerate(b.verdacht):
            plek = (b.document or "", cel)
            oud = merken.get(plek)
            zacht = rang and b.klasse is Klasse.FOUT
            klasse = "misschien" if zacht else b.klasse.value
            if oud is None:
                merken[plek] = _Merk(klasse, (nr,))
            else:
                merken[plek] = _Merk(oud.klasse, (*oud.nummers, nr))
    return merken


def _charts(reeks: Reeks) -> dict[str, Any]:
    return {
        "stand": reeks.geldend,
        "warmte": Markup(draw_heatmap(reeks.geldend)),  # noqa: S704 (built with escape)
        "tijd": [
            (name_thema(t), Markup(svg))  # noqa: S704 (built with escape)
            for t in THEMAS
            if (svg := draw_time(reeks, t))
        ],
    }


def _table(
    nr: int, tabel: Verslagtabel, merken: dict[tuple[str, str], _Merk]
) -> dict[str, Any]:
    rijen: dict[int, list[dict[str, Any]]] = {}
    for cel in sorted(tabel.cellen, key=lambda c: (c.rij, c.kolom)):
        merk = merken.get((tabel.document, cel.adres))
        rijen.setdefault(cel.rij, []).append(
            {"cel": cel, "anker": f"t{nr}r{cel.rij}k{cel.kolom}", "merk": merk}
        )
    return {"nr": nr, "tabel": tabel, "rijen": list(_filled(rijen, tabel))}


def _filled(
    rijen: dict[int, list[dict[str, Any]]], tabel: Verslagtabel
) -> Iterator[list[dict[str, Any] | None]]:
    """Each row with ``None`` for a place where a sheet has no cell."""
    bedekt = {
        (r, k)
        for c in tabel.cellen
        for r in range(c.rij, c.rij + c.rijspan)
        for k in range(c.kolom, c.kolom + c.kolomspan)
        if (r, k) != (c.rij, c.kolom)
    }
    breed = max(c.kolom + c.kolomspan - 1 for c in tabel.cellen)
    for rij in range(min(rijen), max(rijen) + 1):
        bij = {v["cel"].kolom: v for v in rijen.get(rij, [])}
        if bij or any((rij, k) in bedekt for k in range(1, breed + 1)):
            yield [
                bij.get(k)
                for k in range(1, breed + 1)
                if k in bij or (rij, k) not in bedekt
            ]


def is_number(cel: Tabelcel) -> bool:
    """Whether a cell holds a figure."""
    return cel.cijfer is not None


def _dutch(waarde: str | float) -> str:
    if isinstance(waarde, str):
        return waarde
    tekst = f"{waarde:,.1f}".rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))
