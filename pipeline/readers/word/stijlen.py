"""Styles: what a paragraph or run inherits, resolved once per style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.readers.word.xml import W, attr, number, switch

if TYPE_CHECKING:
    from lxml import etree

_KOPNAAM = re.compile(r"(?:heading|kop)\s*([1-9])$", re.IGNORECASE)
_TITELS = {"title", "titel"}
_DIEPSTE = 9
_PLATTE_TEKST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijl:
    """The resolved properties of a style; ``kop`` is the heading level, 0 for none."""

    kop: int = 0
    vet: bool = False
    verborgen: bool = False
    letter: float | None = None
    lijst: str | None = None
    lijstniveau: int = 0
    nieuwe_pagina: bool = False


class Stijlen:
    """All styles of a document by id."""

    def __init__(self, wortel: etree._Element | None) -> None:
        self._ruw: dict[str, etree._Element] = {}
        self._klaar: dict[str, Stijl] = {}
        self._standaard = Stijl()
        self._gewoon = ""
        if wortel is None:
            return
        rpr = wortel.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._standaard = Stijl(letter=_size(rpr), vet=bool(switch(rpr, "b")))
        for stijl in wortel.iterfind(f"{W}style"):
            sleutel = attr(stijl, "styleId")
            if sleutel is None:
                continue
            self._ruw[sleutel] = stijl
            standaard = attr(stijl, "default") in {"1", "true", "on"}
            if standaard and attr(stijl, "type") == "paragraph":
                self._gewoon = sleutel

    def paragraph(self, sleutel: str | None) -> Stijl:
        """The style of a paragraph; without a name, that of ordinary text."""
        return self.get(self._gewoon if sleutel is None else sleutel)

    def get(self, sleutel: str) -> Stijl:
        """A style by id, what it is based on included."""
        if sleutel not in self._klaar:
            self._klaar[sleutel] = self._resolve(sleutel, set())
        return self._klaar[sleutel]

    def run(self, sleutel: str | None) -> Stijl | None:
        """The style of a run, when it has one."""
        return (
            None if sleutel is None or sleutel not in self._ruw else self.get(sleutel)
        )

    def _resolve(self, sleutel: str, gezien: set[str]) -> Stijl:
        element = self._ruw.get(sleutel)
        if element is None or sleutel in gezien:
            return self._standaard
        gezien.add(sleutel)
        basis_id = attr(element.find(f"{W}basedOn"))
        basis = self._standaard if basis_id is None else self._resolve(basis_id, gezien)
        ppr, rpr = element.find(f"{W}pPr"), element.find(f"{W}rPr")
        vet, verborgen = switch(rpr, "b"), switch(rpr, "vanish")
        num = None if ppr is None else ppr.find(f"{W}numPr")
        nieuwe = switch(ppr, "pageBreakBefore")
        niveau = None if num is None else number(num.find(f"{W}ilvl"))
        lijst = None if num is None else attr(num.find(f"{W}numId"))
        return Stijl(
            kop=_heading(element, sleutel, basis),
            vet=basis.vet if vet is None else vet,
            verborgen=basis.verborgen if verborgen is None else verborgen,
            letter=_size(rpr) or basis.letter,
            lijst=lijst or basis.lijst,
            lijstniveau=basis.lijstniveau if niveau is None else niveau,
            nieuwe_pagina=basis.nieuwe_pagina if nieuwe is None else nieuwe,
        )


def _heading(element: etree._Element, sleutel: str, basis: Stijl) -> int:
    naam = (attr(element.find(f"{W}name")) or sleutel).strip()
    gevonden = _KOPNAAM.match(naam) or _KOPNAAM.match(sleutel)
    if gevonden:
        return int(gevonden.group(1))
    if naam.lower() in _TITELS:
        return 1
    niveau = number(element.find(f"{W}pPr/{W}outlineLvl"))
    if niveau is None:
        return basis.kop
    return 0 if niveau >= _PLATTE_TEKST else min(niveau + 1, _DIEPSTE)


def _size(rpr: etree._Element | None) -> float | None:
    halve = number(None if rpr is None else rpr.find(f"{W}sz"))
    return halve / 2 if halve else None


run_size = _size
