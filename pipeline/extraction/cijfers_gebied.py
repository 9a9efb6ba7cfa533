"""Areas: gemeenten, regios and provincies by their names and spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.taal.letters import vouw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.rulebook import Regelboek

_VOOR = re.compile(r"^(?:gemeenten?|gem\.?|regio|provincie|de gemeente)\s+")
_PROVINCIE = re.compile(r"^\s*provincie\s")
_SCHEIDING = re.compile(r"[\s\-–—_]+")
_STAART = re.compile(r"(?:[\s:*¹²³†.,]|\s\d\))+$")
_WOORD = re.compile(r"(?<![\w@./-])[A-Za-z]\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebied:
    """A known area: its official name, what it is, its code and its province."""

    naam: str
    soort: str
    code: str | None = None
    provincie: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedsnaam:
    """An area named in running text, with its span."""

    begin: int
    eind: int
    gebied: Gebied


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebieden:
    """All known areas by their folded spellings; ``eerste`` by their first word."""

    gemeenten: dict[str, Gebied] = field(default_factory=dict)
    regios: dict[str, Gebied] = field(default_factory=dict)
    provincies: dict[str, Gebied] = field(default_factory=dict)
    eerste: dict[str, list[tuple[str, Gebied]]] = field(default_factory=dict)

    def find(self, label: str) -> Gebied | None:
        """The area that a whole label names."""
        sleutel = make_sleutel(label)
        zonder = make_sleutel(_VOOR.sub("", vouw(label).strip().lower()))
        if _PROVINCIE.match(vouw(label).lower()):
            return self.provincies.get(zonder)
        for lijst in (self.gemeenten, self.regios, self.provincies):
            gevonden = lijst.get(sleutel) or lijst.get(zonder)
            if gevonden is not None:
                return gevonden
        return None

    def search(self, tekst: str) -> Iterator[Gebiedsnaam]:
        """The areas a text names with a capital, the longest name at each place."""
        vlak = vouw(tekst)
        laag = vlak.lower().replace("-", " ")
        tot = 0
        for woord in _WOORD.finditer(vlak):
            begin = woord.start()
            if begin < tot or not _may_begin(vlak, begin):
                continue
            for vorm, gebied in self.eerste.get(laag[begin : woord.end()], ()):
                eind = begin + len(vorm)
                if laag.startswith(vorm, begin) and _may_end(tekst, eind):
                    tot = eind
                    yield Gebiedsnaam(begin=begin, eind=eind, gebied=gebied)
                    break

    def find_provincie(self, namen: Iterable[str]) -> str | None:
        """The province of which these are gemeenten, ``None`` where they differ."""
        gevonden = {
            g.provincie for n in namen if (g := self.gemeenten.get(make_sleutel(n)))
        }
        return gevonden.pop() if len(gevonden) == 1 else None

    def count_gemeenten(self, provincie: str) -> int:
        """How many gemeenten a province has, lapsed names included."""
        namen = {g.naam for g in self.gemeenten.values() if g.provincie == provincie}
        return len(namen)


def read_gebieden(regelboek: Regelboek) -> Gebieden:
    """The lists of gemeenten, regios and provincies."""
    boek = Gebieden()
    for code, naam, provincie, anders in _rows(regelboek.lijst("gemeenten"), 4):
        gemeente = Gebied(
            naam=naam, soort="gemeente", code=code or None, provincie=provincie
        )
        _add(boek, boek.gemeenten, gemeente, anders)
    for code, naam, anders in _rows(regelboek.lijst("provincies"), 3):
        provincie_ = Gebied(naam=naam, soort="provincie", code=code, provincie=naam)
        _add(boek, boek.provincies, provincie_, anders)
    for naam, anders in _rows(regelboek.lijst("regios"), 2):
        _add(boek, boek.regios, Gebied(naam=naam, soort="regio"), anders)
    for vormen in boek.eerste.values():
        vormen.sort(key=lambda v: -len(v[0]))
    return boek


def make_sleutel(naam: str) -> str:
    """The name without case, accents, dashes and marks of footnotes."""
    kaal = vouw(naam).lower().replace("&", " en ").replace("'", "")
    return _SCHEIDING.sub(" ", _STAART.sub("", kaal)).strip()


def _may_begin(vlak: str, begin: int) -> bool:
    return vlak[begin].isupper() or vlak[begin - 1 : begin + 2] == "'s-"


def _may_end(tekst: str, eind: int) -> bool:
    """Whether a name may end here: not halfway a longer one (``Waterland-Oost``)."""
    volgt = tekst[eind : eind + 2]
    return not volgt[:1].isalnum() and not (volgt[:1] == "-" and volgt[1:].isalpha())


def _add(boek: Gebieden, lijst: dict[str, Gebied], gebied: Gebied, anders: str) -> None:
    for vorm in (gebied.naam, *(v for v in anders.split("|") if v)):
        sleutel = make_sleutel(vorm)
        lijst.setdefault(sleutel, gebied)
        boek.eerste.setdefault(sleutel.split(" ")[0], []).append((sleutel, gebied))


def _rows(regels: tuple[str, ...], velden: int) -> Iterator[list[str]]:
    for regel in regels:
        delen = [d.strip() for d in regel.split(";")]
        yield (delen + [""] * velden)[:velden]
