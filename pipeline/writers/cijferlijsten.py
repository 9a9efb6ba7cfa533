"""Figures put in rows for a report: through time, and per area and theme."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from modellen.bevinding import Bevinding
    from modellen.cijfer import Cijfer
    from modellen.cijferverslag import Reeks, Tabelstand

THEMAS = (
    "oekraine", "asiel", "amv", "statushouders", "nidos", "azc", "noodopvang",
    "cno_tgo", "goo", "poo", "totaal",
)  # fmt: skip
NAMEN = {
    "oekraine": "Oekraïne",
    "amv": "amv",
    "nidos": "Nidos",
    "cno_tgo": "CNO/TGO",
    "goo": "GOO",
    "poo": "POO",
}
LEVERT = ("inbreng", "voorstel", "realisatie")
_MARGE = 0.03
# what differs between a table and its copy in another file
_WAAR = re.compile(r"^Blad '[^']*'|^Tabel \d+|\((?:[A-Z]{1,3}\d+|r\d+ k\d+)\)")


@dataclass(frozen=True, slots=True)
class Versie:
    """One figure through time: words and numbers for a row, and whether it moved."""

    woorden: tuple[str | float, ...]
    anders: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """Goal and offer of an area for a theme; ``deel`` is offer divided by goal."""

    gebied: str
    thema: str
    maat: str
    opgave: Decimal
    waarde: Decimal

    @property
    def deel(self) -> float:
        """The share of the goal that is offered."""
        return float(self.waarde / self.opgave)


def group_findings(bevindingen: Iterable[Bevinding]) -> list[list[Bevinding]]:
    """Findings in order; what is said of a table and its copies stands together."""
    groepen: dict[tuple[str, str], list[Bevinding]] = {}
    for b in bevindingen:
        kern = (b.klasse.value, _WAAR.sub("", b.omschrijving))
        groepen.setdefault(kern, []).append(b)
    return list(groepen.values())


def name_thema(thema: str | None) -> str:
    """A theme as people write it."""
    return NAMEN.get(thema or "", (thema or "").replace("_", " "))


def list_versions(reeks: Reeks) -> Iterator[Versie]:
    """The figures of a table, those that moved first."""
    lijst = [_index(s) for s in reeks.standen]
    sleutels = list(dict.fromkeys(k for d in lijst for k in d))
    rijen = [_version([d.get(k) for d in lijst], k) for k in sleutels]
    yield from sorted(rijen, key=lambda v: not v.anders)


def _index(stand: Tabelstand) -> dict[tuple[str, ...], Cijfer]:
    telling = Counter(_key(c) for c in stand.cijfers)
    return {_key(c): c for c in stand.cijfers if telling[_key(c)] == 1}


def _key(c: Cijfer) -> tuple[str, ...]:
    jaar = str(c.jaar or c.kwalificatie or "")
    return c.gebied or "", c.maat, c.thema or "", jaar


def _version(cijfers: list[Cijfer | None], sleutel: tuple[str, ...]) -> Versie:
    gebied, maat, thema, jaar = sleutel
    waarden = [_cell(c) for c in cijfers]
    gezien = [c.weergave for c in cijfers if c is not None]
    anders = len(set(gezien)) > 1
    woorden: list[str | float] = [gebied, maat, name_thema(thema), jaar, *waarden]
    if len(cijfers) > 1:
        eerste, laatste = waarden[0], waarden[-1]
        getallen = isinstance(eerste, float) and isinstance(laatste, float)
        woorden.append(laatste - eerste if getallen else "")  # type: ignore[operator]
        woorden.append(laatste)
    return Versie(tuple(woorden), anders)


def _cell(cijfer: Cijfer | None) -> str | float:
    if cijfer is None:
        return ""
    return cijfer.weergave if cijfer.waarde is None else float(cijfer.waarde)


def find_total(stand: Tabelstand) -> str | None:
    """The area that is the sum of the others, where the table has one."""
    som: Counter[str] = Counter()
    for c in _areas(stand):
        som[str(c.gebied)] += int(c.waarde or 0)
    if len(som) < 3:  # noqa: PLR2004 (a total of two others)
        return None
    naam, meest = som.most_common(1)[0]
    rest = sum(som.values()) - meest
    return naam if abs(meest - rest) <= _MARGE * max(rest, 1) else None


def list_vakken(stand: Tabelstand) -> list[Vak]:
    """Goal against offer for every area and theme that has both; totals last."""
    waarden: dict[tuple[str, str, str], Decimal] = {}
    for c in _areas(stand):
        if c.gebied and c.thema and c.waarde is not None:
            waarden.setdefault((c.gebied, c.thema, c.maat), c.waarde)
    maat = next((m for m in LEVERT if any(k[2] == m for k in waarden)), None)
    vakken = [
        Vak(gebied=g, thema=t, maat=maat, opgave=opgave, waarde=waarden[g, t, maat])
        for (g, t, m), opgave in waarden.items()
        if m == "opgave" and opgave > 0 and maat and (g, t, maat) in waarden
    ]
    totaal = find_total(stand)
    return sorted(vakken, key=lambda v: (v.gebied == totaal, v.gebied))


def sum_maten(stand: Tabelstand) -> dict[tuple[str, str], float]:
    """The total of each theme and measure: as stated, else the sum of the areas."""
    totaal = find_total(stand)
    som: defaultdict[tuple[str, str], float] = defaultdict(float)
    for c in _areas(stand):
        if c.thema and totaal in {None, c.gebied}:
            som[c.thema, c.maat] += float(c.waarde or 0)
    return dict(som)


def _areas(stand: Tabelstand) -> Iterator[Cijfer]:
    """The figures of gemeenten and their total; national ones stand apart."""
    for c in stand.cijfers:
        if c.gebied not in {None, "landelijk"} and c.waarde is not None:
            yield c
