"""Automatic numbering: the number Word prints in front of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.readers.word.xml import W, attr, number, switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_NIVEAUS = 9
_PLEK = re.compile(r"%([1-9])")
_ROMEINS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Nummer:
    """A number as printed ("" for a bullet) and the depth of its list, from 0."""

    tekst: str
    niveau: int
    scheiding: str = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Niveau:
    """One level of a list."""

    start: int = 1
    vorm: str = "decimal"
    patroon: str = ""
    scheiding: str = " "
    wettelijk: bool = False
    herstart: int | None = None
    stijl: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lijst:
    """A list as used: its definition, and where it starts elsewhere."""

    definitie: str
    niveaus: dict[int, _Niveau]
    starts: dict[int, int]


class Nummering:
    """Counts the lists of a document while its paragraphs pass by in order."""

    def __init__(self, wortel: etree._Element | None) -> None:
        self._lijsten: dict[str, _Lijst] = {}
        self._van_stijl: dict[tuple[str, str], int] = {}
        self._tellers: dict[str, list[int | None]] = {}
        self._begonnen: set[tuple[str, int]] = set()
        if wortel is not None:
            self._load(wortel)

    def number_of(
        self, lijst: str, niveau: int | None, stijl: str | None
    ) -> Nummer | None:
        """The number of the next paragraph of a list, where there is one."""
        gebruikt = self._lijsten.get(lijst)
        if gebruikt is None:
            return None
        if niveau is None:
            niveau = self._van_stijl.get((lijst, stijl or ""), 0)
        niveau = max(0, min(niveau, _NIVEAUS - 1))
        deze = gebruikt.niveaus.get(niveau, _Niveau())
        tellers = self._count(lijst, gebruikt, niveau)
        if deze.vorm in {"bullet", "none"} and not _PLEK.search(deze.patroon):
            return Nummer(tekst="", niveau=niveau)
        tekst = _fill(deze, gebruikt.niveaus, tellers).strip()
        return Nummer(tekst=tekst, niveau=niveau, scheiding=deze.scheiding)

    def _count(self, lijst: str, gebruikt: _Lijst, niveau: int) -> list[int | None]:
        tellers = self._tellers.setdefault(gebruikt.definitie, [None] * _NIVEAUS)
        start = gebruikt.niveaus.get(niveau, _Niveau()).start
        eigen = gebruikt.starts.get(niveau)
        if eigen is not None and (lijst, niveau) not in self._begonnen:
            tellers[niveau] = eigen
        else:
            vorige = tellers[niveau]
            eerste = start if eigen is None else eigen
            tellers[niveau] = eerste if vorige is None else vorige + 1
        self._begonnen.add((lijst, niveau))
        for dieper in range(niveau + 1, _NIVEAUS):
            herstart = gebruikt.niveaus.get(dieper, _Niveau()).herstart
            if herstart is None or 0 <= niveau < herstart:
                tellers[dieper] = None
        return tellers

    def _load(self, wortel: etree._Element) -> None:
        definities = {
            attr(a, "abstractNumId") or "": a
            for a in wortel.iterfind(f"{W}abstractNum")
        }
        stijllinks = {
            attr(a.find(f"{W}styleLink")): sleutel
            for sleutel, a in definities.items()
            if a.find(f"{W}styleLink") is not None
        }
        for num in wortel.iterfind(f"{W}num"):
            sleutel = attr(num, "numId") or ""
            definitie = attr(num.find(f"{W}abstractNumId")) or ""
            bron = definities.get(definitie)
            link = None if bron is None else attr(bron.find(f"{W}numStyleLink"))
            if link is not None and link in stijllinks:
                definitie = stijllinks[link]
                bron = definities.get(definitie)
            if bron is not None:
                self._lijsten[sleutel] = _load_list(num, definitie, bron)
        for sleutel, gebruikt in self._lijsten.items():
            for diepte, niveau in gebruikt.niveaus.items():
                if niveau.stijl is not None:
                    self._van_stijl[sleutel, niveau.stijl] = diepte


def _load_list(num: etree._Element, definitie: str, bron: etree._Element) -> _Lijst:
    niveaus = {number(v, "ilvl") or 0: _load_level(v) for v in bron.iterfind(f"{W}lvl")}
    starts: dict[int, int] = {}
    for anders in num.iterfind(f"{W}lvlOverride"):
        diepte = number(anders, "ilvl") or 0
        eigen = anders.find(f"{W}lvl")
        if eigen is not None:
            niveaus[diepte] = _load_level(eigen)
        start = number(anders.find(f"{W}startOverride"))
        if start is not None:
            starts[diepte] = start
    return _Lijst(definitie=definitie, niveaus=niveaus, starts=starts)


def _load_level(lvl: etree._Element) -> _Niveau:
    start = number(lvl.find(f"{W}start"))
    geen = attr(lvl.find(f"{W}suff")) == "nothing"
    return _Niveau(
        start=1 if start is None else start,
        vorm=attr(lvl.find(f"{W}numFmt")) or "decimal",
        patroon=attr(lvl.find(f"{W}lvlText")) or "",
        scheiding="" if geen else " ",
        wettelijk=bool(switch(lvl, "isLgl")),
        herstart=number(lvl.find(f"{W}lvlRestart")),
        stijl=attr(lvl.find(f"{W}pStyle")),
    )


def _fill(deze: _Niveau, niveaus: dict[int, _Niveau], tellers: list[int | None]) -> str:
    def figure(gevonden: re.Match[str]) -> str:
        diepte = int(gevonden.group(1)) - 1
        niveau = niveaus.get(diepte, _Niveau())
        stand = tellers[diepte]
        waarde = niveau.start if stand is None else stand
        return show_number(waarde, "decimal" if deze.wettelijk else niveau.vorm)

    return _PLEK.sub(figure, deze.patroon)


def _letters(getal: int, eerste: str) -> str:
    if getal < 1:
        return str(getal)
    herhaal, plaats = divmod(getal - 1, 26)
    return chr(ord(eerste) + plaats) * (herhaal + 1)


def _roman(getal: int) -> str:
    if not 0 < getal < 5000:  # noqa: PLR2004 Roman numerals end about here
        return str(getal)
    delen = []
    for waarde, teken in _ROMEINS:
        keer, getal = divmod(getal, waarde)
        delen.append(teken * keer)
    return "".join(delen)


_VORMEN: dict[str, Callable[[int], str]] = {
    "lowerLetter": lambda n: _letters(n, "a"),
    "upperLetter": lambda n: _letters(n, "A"),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "decimalZero": lambda n: f"{n:02d}",
    "ordinal": lambda n: f"{n}e",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def show_number(getal: int, vorm: str) -> str:
    """A number in a numbering format of Word; unknown formats count in figures."""
    return _VORMEN.get(vorm, str)(getal)
