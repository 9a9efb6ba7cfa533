"""The rulebook: knowledge from ``regels/`` as checked records.

A room of the rulebook is a folder (``acties``, ``besluiten`` …) of TOML files with
``[[regel]]`` tables; each rule carries sentences it must (``wel``) and must not
(``niet``) match. Lists are folders under ``lijsten`` with an ``items.txt``. A folder of
the organisation itself may add rules, and replace rules with the same id.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.errors import RegelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

_WIT = (" \n", "\n ", "\t", "\r")
"""White space that may stand at an end of a line."""
VERDER = 400
"""How far behind the word that a rule waits for a match ends, in characters."""

_VELDEN = {
    "id",
    "soort",
    "uitleg",
    "patroon",
    "woorden",
    "zekerheid",
    "bereik",
    "nabij",
    "voorop",
    "aanloop",
    "mits",
    "wel",
    "niet",
}


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One rule: what it looks for, how sure a match is, and its own proof.

    ``woorden`` are lower-case pieces of which one must occur before the pattern is
    tried; ``voorop`` says that every match begins with one. ``mits`` is a cheap pattern
    that must stand somewhere in the text. ``aanloop`` says that every match holds what
    ``mits`` finds, or without that a word, and how far before it a match begins at
    most; it ends no further behind it than ``VERDER``. ``bereik`` is how many
    characters a match takes at most, where a rule looks back from a place, and
    ``nabij`` in how many of those one of the words must stand (0: anywhere in it). Keys
    of the table that are no field stand in ``kenmerken``.
    """

    id: str
    soort: str
    uitleg: str
    patroon: str
    bestand: str
    woorden: tuple[str, ...] = ()
    zekerheid: float = 1.0
    bereik: int = 90
    nabij: int = 0
    voorop: bool = False
    aanloop: int = 0
    mits: str = ""
    wel: tuple[str, ...] = ()
    niet: tuple[str, ...] = ()
    kenmerken: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def vorm(self) -> re.Pattern[str]:
        """The compiled pattern; raises ``RegelError`` when it is no valid one."""
        return self._compile(self.patroon)

    @cached_property
    def eis(self) -> re.Pattern[str] | None:
        """The compiled ``mits``; ``None`` when the rule asks nothing of the text."""
        return self._compile(self.mits) if self.mits else None

    def compile(self) -> None:
        """Make the patterns ready; raises ``RegelError`` when one is no valid one."""
        self.vorm, self.eis  # noqa: B018 (asked once, they are kept)

    def _compile(self, patroon: str) -> re.Pattern[str]:
        try:
            return re.compile(patroon)
        except re.error as fout:
            raise RegelError(
                f"Regel '{self.id}' in {self.bestand}: het patroon klopt niet "
                f"({fout}). Herstel het patroon."
            ) from fout

    def find(self, tekst: str) -> Iterator[re.Match[str]]:
        """All matches in a text, from left to right."""
        klein = tekst.lower()
        if len(klein) != len(tekst):  # a letter that is two in lower case
            klein = "".join(c.lower()[0] for c in tekst)
        return self.find_in(tekst, klein)

    def find_in(self, tekst: str, klein: str) -> Iterator[re.Match[str]]:
        """The same for who has the text in lower case, equally long, already."""
        kan = self.voorop or self.can_match(klein)
        if not kan or (self.eis is not None and not anchors(self.eis, tekst)):
            return iter(())
        if self.voorop:
            return self._find_from_words(tekst, klein)
        if self.aanloop:
            return self._find_near(tekst, klein)
        return self.vorm.finditer(tekst)

    def _find_from_words(self, tekst: str, klein: str) -> Iterator[re.Match[str]]:
        """Matches are looked for where a word stands, and nowhere else."""
        vrij = 0
        for plek in sorted(places(klein, self.woorden)):
            raak = self.vorm.match(tekst, plek) if plek >= vrij else None
            if raak is not None:
                vrij = raak.end()
                yield raak

    def _find_near(self, tekst: str, klein: str) -> Iterator[re.Match[str]]:
        """Matches are looked for just before a word or ``mits``, and nowhere else."""
        vrij = 0
        for plek in self._anchors(tekst, klein):
            tot = min(len(tekst), plek + VERDER)
            begin = max(vrij, plek - self.aanloop)
            raak = self.vorm.search(tekst, begin, tot) if plek >= vrij else None
            if raak is not None and raak.start() <= plek:
                vrij = raak.end()
                yield raak

    def _anchors(self, tekst: str, klein: str) -> Iterable[int]:
        if self.eis is not None:
            return anchors(self.eis, tekst)
        return sorted(places(klein, self.woorden))

    def can_match(self, klein: str) -> bool:
        """Whether one of its words stands in a lower-case text; yes without words."""
        for woord in self.woorden:  # a loop: this is asked for every possible name
            if woord in klein:
                return True
        return not self.woorden


@lru_cache(maxsize=32)
def anchors(mits: re.Pattern[str], tekst: str) -> Sequence[int]:
    """Where a text holds what rules ask of it: several of them ask the same."""
    return [raak.start() for raak in mits.finditer(tekst)]


def places(klein: str, woorden: Iterable[str]) -> Iterator[int]:
    """Where words stand in a text in lower case."""
    for woord in woorden:
        plek = klein.find(woord)
        while plek >= 0:
            yield plek
            plek = klein.find(woord, plek + 1)


class Regelboek:
    """All rules and lists; rooms are read when they are first asked for."""

    def __init__(self, eigen: Path | None = None) -> None:
        self._eigen = eigen
        self._mappen: list[Traversable] = [files("regels")]
        if eigen is not None:
            if not eigen.is_dir():
                raise RegelError(
                    f"De map met eigen regels bestaat niet: {eigen}. "
                    "Geef een bestaande map met --regels."
                )
            self._mappen.append(eigen)
        self._kamers: dict[str, tuple[Regel, ...]] = {}
        self._tabellen: dict[str, dict[str, Any]] = {}

    def regels(self, kamer: str, soort: str | None = None) -> tuple[Regel, ...]:
        """The rules of a room, or those of one kind, in the order of their files."""
        if kamer not in self._kamers:
            self._kamers[kamer] = self._load(kamer)
        regels = self._kamers[kamer]
        return regels if soort is None else tuple(r for r in regels if r.soort == soort)

    def tabel(self, pad: str) -> dict[str, Any]:
        """A TOML file of data (``cijfers/themas.toml``); own folders add keys."""
        if pad not in self._tabellen:
            samen: dict[str, Any] = {}
            for map_ in self._mappen:
                bestand = map_.joinpath(*pad.split("/"))
                if bestand.is_file():
                    samen |= _parse(bestand)
            self._tabellen[pad] = samen
        return self._tabellen[pad]

    def find_file(self, pad: str) -> Path | None:
        """A file of the organisation's own folder, such as a Word template."""
        gevonden = self._eigen.joinpath(*pad.split("/")) if self._eigen else None
        return gevonden if gevonden and gevonden.is_file() else None

    def lijst(
        self, naam: str, vorm: Callable[[str], str] | None = None
    ) -> tuple[str, ...]:
        """The entries of a list, one a line; lines that begin with ``#`` are notes.

        ``vorm`` is done to the whole text before it is cut: some lists are long.
        """
        teksten = [
            bestand.read_text(encoding="utf-8")
            for map_ in self._mappen
            if (bestand := map_.joinpath("lijsten", naam, "items.txt")).is_file()
        ]
        if not teksten:
            raise RegelError(f"De lijst '{naam}' ontbreekt in regels/lijsten.")
        tekst = "\n".join(teksten)
        return _entries(vorm(tekst) if vorm else tekst)

    def kamers(self) -> tuple[str, ...]:
        """The names of the rooms that hold rules."""
        return tuple(
            m.name
            for m in sorted(self._mappen[0].iterdir(), key=lambda m: m.name)
            if m.is_dir() and m.name not in {"lijsten", "__pycache__"}
        )

    @cached_property
    def vingerafdruk(self) -> str:
        """A hash over every file of knowledge: other rules, other readings."""
        som = hashlib.sha256()
        for map_ in self._mappen:
            for pad, bestand in sorted(_all_files(map_, "")):
                som.update(pad.encode() + b"\0" + bestand.read_bytes() + b"\0")
        return som.hexdigest()[:16]

    def _load(self, kamer: str) -> tuple[Regel, ...]:
        regels: dict[str, Regel] = {}
        for map_ in self._mappen:
            hier: set[str] = set()
            for bestand in _toml_files(map_.joinpath(kamer)):
                for tabel in _parse(bestand).get("regel", ()):
                    regel = _make_regel(tabel, f"{kamer}/{bestand.name}")
                    if regel.id in hier:
                        raise RegelError(
                            f"Regel '{regel.id}' staat twee keer in {kamer}/. "
                            "Geef een van beide een ander id."
                        )
                    hier.add(regel.id)
                    regels[regel.id] = regel
        return tuple(regels.values())


def check_regels(regels: tuple[Regel, ...]) -> tuple[str, ...]:
    """What is wrong with rules by their own examples, in Dutch."""
    klachten = []
    for regel in regels:
        waar = f"{regel.bestand}, regel '{regel.id}'"
        if not regel.wel:
            klachten.append(f"{waar}: geen voorbeeldzin bij 'wel'")
        klachten += [
            f"{waar}: vindt niet: {z}" for z in regel.wel if not _hit(regel, z)
        ]
        klachten += [
            f"{waar}: vindt ten onrechte: {z}" for z in regel.niet if _hit(regel, z)
        ]
    return tuple(klachten)


def _entries(tekst: str) -> tuple[str, ...]:
    """The lines that are no note; a line is only looked at by itself where it must."""
    eerste, *rest = f"\n{tekst}".split("\n#")
    tekst = "\n".join((eerste, *(stuk.partition("\n")[2] for stuk in rest)))
    regels: Iterable[str] = tekst.split("\n")
    heel = f"{tekst}\n"
    if any(wit in heel for wit in _WIT):
        regels = (r for r in map(str.strip, regels) if not r.startswith("#"))
    return tuple(filter(None, regels))


def _hit(regel: Regel, zin: str) -> bool:
    return next(iter(regel.find(zin)), None) is not None


def _make_regel(tabel: dict[str, Any], bestand: str) -> Regel:
    try:
        return Regel(
            id=tabel["id"],
            soort=tabel["soort"],
            uitleg=tabel["uitleg"],
            patroon=tabel["patroon"],
            bestand=bestand,
            woorden=tuple(w.lower() for w in tabel.get("woorden", ())),
            zekerheid=float(tabel.get("zekerheid", 1.0)),
            bereik=int(tabel.get("bereik", 90)),
            nabij=int(tabel.get("nabij", 0)),
            voorop=bool(tabel.get("voorop", False)),
            aanloop=int(tabel.get("aanloop", 0)),
            mits=str(tabel.get("mits", "")),
            wel=tuple(tabel.get("wel", ())),
            niet=tuple(tabel.get("niet", ())),
            kenmerken={k: str(v) for k, v in tabel.items() if k not in _VELDEN},
        )
    except KeyError as fout:
        naam = tabel.get("id", "zonder id")
        raise RegelError(
            f"Regel '{naam}' in {bestand} mist het veld {fout}. Vul het aan."
        ) from fout


def _parse(bestand: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(bestand.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise RegelError(
            f"{bestand.name} is geen geldige TOML ({fout}). Herstel het bestand."
        ) from fout


def _toml_files(map_: Traversable) -> list[Traversable]:
    if not map_.is_dir():
        return []
    gevonden = [b for b in map_.iterdir() if b.name.endswith(".toml") and b.is_file()]
    return sorted(gevonden, key=lambda b: b.name)


def _all_files(map_: Traversable, pad: str) -> Iterator[tuple[str, Traversable]]:
    for kind in map_.iterdir():
        if kind.is_dir() and kind.name != "__pycache__":
            yield from _all_files(kind, f"{pad}{kind.name}/")
        elif kind.name.endswith((".toml", ".txt", ".csv")):
            yield f"{pad}{kind.name}", kind
