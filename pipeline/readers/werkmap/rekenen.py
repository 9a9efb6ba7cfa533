"""Formulas without a stored result, worked out where that takes only arithmetic.

A workbook written by a program holds formulas nobody opened in Excel yet. Sums, shares
and differences of cells are computed here; anything else stays without a value.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, DecimalException, localcontext
from typing import TYPE_CHECKING

from pipeline.readers.werkmap.blad import position
from pipeline.readers.werkmap.functies import FUNCTIES, Onberekenbaar, as_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.readers.werkmap.blad import Ruwcel, Werkblad
    from pipeline.readers.werkmap.functies import Waarde

_TEKEN = re.compile(
    r"\s*(?:(?P<getal>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<tekst>\"(?:[^\"]|\"\")*\")"
    r"|(?P<verwijzing>(?:(?:'[^']+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?\d+"
    r"(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(]))"
    r"|(?P<functie>[A-Z][A-Z0-9.]*)\(|(?P<waar>TRUE|FALSE)"
    r"|(?P<op><=|>=|<>|[-+*/^&=<>%(),;]))"
)
_DIEPSTE = 60
_MEESTE = 20_000
_VOORRANG = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3,
             "*": 4, "/": 4, "^": 5}  # fmt: skip
_CIJFERS = 15


class Rekenaar:
    """Works out the formulas of a workbook, each cell once."""

    def __init__(self, bladen: Mapping[str, Werkblad]) -> None:
        self._bladen = bladen
        self._bezig: set[tuple[str, int, int]] = set()
        self._klaar: dict[tuple[str, int, int], Waarde] = {}

    def fill(self, naam: str) -> None:
        """Give the cells of a sheet that lack a result the one that follows."""
        blad = self._bladen[naam]
        for plek, cel in list(blad.cellen.items()):
            if cel.formule is None or cel.waarde is not None:
                continue
            try:
                with localcontext() as omgeving:
                    omgeving.prec = 28
                    waarde = self.value(naam, *plek)
            except (Onberekenbaar, DecimalException, RecursionError):
                continue
            blad.cellen[plek] = _with_value(cel, waarde)

    def value(self, naam: str, rij: int, kolom: int) -> Waarde:
        """The value of a cell; an empty cell is nothing.

        Raises ``Onberekenbaar`` for what takes more than arithmetic.
        """
        sleutel = (naam, rij, kolom)
        if sleutel in self._klaar:
            return self._klaar[sleutel]
        cel = self._bladen[naam].cellen.get((rij, kolom))
        if cel is None:
            return None
        if cel.waarde is None and cel.formule is not None:
            if sleutel in self._bezig or len(self._bezig) > _DIEPSTE:
                raise Onberekenbaar
            self._bezig.add(sleutel)
            try:
                waarde = _Formule(self, naam, cel.formule[1:]).compute()
            finally:
                self._bezig.discard(sleutel)
        else:
            waarde = _stored(cel)
        self._klaar[sleutel] = waarde
        return waarde

    def area(self, verwijzing: str, hier: str) -> list[Waarde]:
        """The values of a reference, such as ``C4:C15`` or ``'Blad 2'!A1``."""
        blad, punt, plek = verwijzing.rpartition("!")
        naam = blad.strip("'").replace("''", "'") if punt else hier
        begin, _, eind = plek.partition(":")
        van, tot = position(begin), position(eind or begin)
        if naam not in self._bladen or van is None or tot is None:
            raise Onberekenbaar
        if (tot[0] - van[0] + 1) * (tot[1] - van[1] + 1) > _MEESTE:
            raise Onberekenbaar
        return [
            self.value(naam, r, k)
            for r in range(van[0], tot[0] + 1)
            for k in range(van[1], tot[1] + 1)
        ]


class _Formule:
    """One formula: its tokens, read from left to right."""

    def __init__(self, rekenaar: Rekenaar, blad: str, tekst: str) -> None:
        self._rekenaar = rekenaar
        self._blad = blad
        self._tokens = _tokens(tekst)
        self._plek = 0

    def compute(self) -> Waarde:
        """The result of the whole formula."""
        waarde = self._expression(1)
        if self._peek()[0] != "einde":
            raise Onberekenbaar
        return waarde

    def _expression(self, minste: int) -> Waarde:
        links = self._unary()
        while True:
            soort, teken = self._peek()
            voorrang = _VOORRANG.get(teken, 0) if soort == "op" else 0
            if voorrang < minste:
                return links
            self._plek += 1
            links = _apply(teken, links, self._expression(voorrang + 1))

    def _unary(self) -> Waarde:
        soort, teken = self._peek()
        if soort == "op" and teken in "+-":
            self._plek += 1
            waarde = self._unary()
            return waarde if teken == "+" else -as_number(waarde)
        waarde = self._primary()
        while self._peek() == ("op", "%"):
            self._plek += 1
            waarde = as_number(waarde) / 100
        return waarde

    def _primary(self) -> Waarde:
        soort, teken = self._next()
        if soort == "getal":
            return Decimal(teken)
        if soort == "tekst":
            return teken[1:-1].replace('""', '"')
        if soort == "waar":
            return teken == "TRUE"
        if soort == "verwijzing":
            if ":" in teken.rpartition("!")[2]:
                raise Onberekenbaar  # an area is only an argument
            return self._rekenaar.area(teken, self._blad)[0]
        if soort == "functie":
            return self._function(teken)
        if (soort, teken) == ("op", "("):
            waarde = self._expression(1)
            self._expect(")")
            return waarde
        raise Onberekenbaar

    def _function(self, naam: str) -> Waarde:
        doe = FUNCTIES.get(naam.removeprefix("_xlfn."))
        if doe is None:
            raise Onberekenbaar
        argumenten: list[list[Waarde]] = []
        if self._peek() == ("op", ")"):
            self._plek += 1
            return doe(argumenten)
        while True:
            argumenten.append(self._argument())
            soort, teken = self._next()
            if (soort, teken) == ("op", ")"):
                return doe(argumenten)
            if soort != "op" or teken not in ",;":
                raise Onberekenbaar

    def _argument(self) -> list[Waarde]:
        soort, teken = self._peek()
        if soort == "verwijzing" and ":" in teken.rpartition("!")[2]:
            self._plek += 1
            return self._rekenaar.area(teken, self._blad)
        return [self._expression(1)]

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._plek]

    def _next(self) -> tuple[str, str]:
        self._plek += 1
        return self._tokens[self._plek - 1]

    def _expect(self, teken: str) -> None:
        if self._next() != ("op", teken):
            raise Onberekenbaar


def _tokens(tekst: str) -> list[tuple[str, str]]:
    uit, plek = [], 0
    kaal = tekst.strip()
    while plek < len(kaal):
        gevonden = _TEKEN.match(kaal, plek)
        if gevonden is None or gevonden.lastgroup is None:
            raise Onberekenbaar
        uit.append((gevonden.lastgroup, gevonden.group(gevonden.lastgroup)))
        plek = gevonden.end()
    return [*uit, ("einde", "")]


def _apply(teken: str, links: Waarde, rechts: Waarde) -> Waarde:
    if teken == "&":
        return f"{'' if links is None else links}{'' if rechts is None else rechts}"
    if _VOORRANG[teken] == 1:
        return _compare(teken, links, rechts)
    a, b = as_number(links), as_number(rechts)
    if teken == "/" and b == 0:
        raise Onberekenbaar
    if teken == "^":
        return a**b
    return {"+": a + b, "-": a - b, "*": a * b}[teken] if teken != "/" else a / b


def _compare(teken: str, links: Waarde, rechts: Waarde) -> bool:
    if isinstance(links, str) and isinstance(rechts, str):
        orde = (links.lower() > rechts.lower()) - (links.lower() < rechts.lower())
    else:
        a, b = as_number(links), as_number(rechts)
        orde = (a > b) - (a < b)
    return {
        "=": orde == 0, "<>": orde != 0, "<": orde < 0,
        ">": orde > 0, "<=": orde <= 0, ">=": orde >= 0,
    }[teken]  # fmt: skip


def _stored(cel: Ruwcel) -> Waarde:
    if cel.waarde is None:
        return None
    if cel.soort == "n":
        return Decimal(cel.waarde)
    if cel.soort == "e":
        raise Onberekenbaar
    return cel.waarde == "1" if cel.soort == "b" else cel.waarde


def _with_value(cel: Ruwcel, waarde: Waarde) -> Ruwcel:
    """The cell with its result, as exact as a workbook stores numbers."""
    if isinstance(waarde, bool):
        return replace(cel, waarde="1" if waarde else "0", soort="b", berekend=False)
    if isinstance(waarde, str):
        return replace(cel, waarde=waarde, soort="t", berekend=False)
    getal = as_number(waarde)
    with localcontext() as omgeving:
        omgeving.prec = _CIJFERS
        rond = +getal
    tekst = f"{rond:f}"
    tekst = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return replace(cel, waarde=tekst or "0", soort="n", berekend=False)
