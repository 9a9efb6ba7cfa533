"""Where a text names a role, also misspelt or read wrongly from a scan."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.extraction.persoonsgegevens.treffer import Treffer

FRACTIE = "fractie"
"""The role of who sits in a council for a party."""

BEWONER = "bewoner"
"""The role of who lives somewhere."""

_LANG_WOORD = re.compile(r"[\w-]{7,}")
_STRATEN = ("straat", "plein", "singel", "gracht", "steeg", "laan")
_MET_NUMMER = (*_STRATEN, "weg", "kade", "dreef", "hof", "park", "dijk", "pad")


def _ends_in(uitgangen: Iterable[str]) -> str:
    return "|".join(f"(?<={uitgang})" for uitgang in uitgangen)


_STRAAT = re.compile(
    r"\.?[ ](?:(?:van|de|der|den|ten|ter|[A-ZÀ-Þ][\w.'-]*)[ ]){0,3}[A-ZÀ-Þ][\w'-]++"
    rf"(?:(?:{_ends_in(_MET_NUMMER)})[ ]\d|{_ends_in(_STRATEN)})"
)
"""A street that is called after who held an office: ``Burgemeester Kolkstraat 14``."""
_LETTERS = re.compile(r"[^\W\d_]{7,24}")
_LANG = 9
_RUIM = 200
"""How far a line or cell is read before a place: no role is that long."""


class Rolwoord(NamedTuple):
    """A role in a text, and the words that name it."""

    begin: int
    eind: int
    rol: Rol


class Rolwoorden:
    """The roles that a text names, to ask which stands last before a place.

    ``laag`` is the text in small letters without accents, equally long.
    """

    def __init__(self, tekst: str, kennis: Kennis) -> None:
        self.tekst = tekst
        self.kennis = kennis
        self.laag = klein(tekst)
        raken = [
            Rolwoord(r.start(1) - 1, r.end() - 1, kennis.rolwoorden[r[1]])
            for r in kennis.rolzoeker.finditer(f" {self.laag}")
            if not self._is_plain(r[1], r.start(1) - 1)
        ]
        self._scheef = {r.begin: r for r in self._find_misspelt()}
        raken += self._scheef.values()
        self._raken = sorted(raken, key=lambda r: (r.eind, r.begin))
        self._einden = [r.eind for r in self._raken]

    def _find_misspelt(self) -> list[Rolwoord]:
        woorden = self.kennis.lijsten.woorden
        nieuw = set(self.laag.split()) - self.kennis.rechte - woorden
        scheef = {s for s in nieuw if _is_misspelt(s, self.kennis)}
        self.kennis.rechte.update(nieuw - scheef)
        if not scheef:  # as in most texts: no need to look where they stand
            return []
        return [
            Rolwoord(begin=r.start(), eind=r.end(), rol=rol)
            for r in _LANG_WOORD.finditer(self.laag)
            if (rol := misspelt_role(r.group(), self.kennis))
        ]

    def has_any(self, woorden: Iterable[str]) -> bool:
        """Whether the text, in small letters, holds one of some words."""
        return any(woord in self.laag for woord in woorden)

    def says(self, vorm: re.Pattern[str]) -> bool:
        """Whether the text, in small letters, holds what a pattern matches."""
        return vorm.search(self.laag) is not None

    def last_before(self, plek: int, venster: int) -> Rolwoord | None:
        """The last role that ends before a place, in the window before it."""
        i = bisect_right(self._einden, plek) - 1
        if i < 0 or self._raken[i].begin < plek - venster:
            return None
        return self._raken[i]

    def any_in(self, begin: int, eind: int) -> bool:
        """Whether a role stands in a stretch, or sticks out of it."""
        i = bisect_right(self._einden, begin)
        return i < len(self._raken) and self._raken[i].begin < eind

    def at(self, plek: int) -> Rolwoord | None:
        """The role that begins at a place."""
        raak = self.kennis.rolvorm.match(self.laag, plek)
        if raak is None or self._is_plain(raak.group(), plek):
            return self._scheef.get(plek)
        rol = self.kennis.rolwoorden[raak.group()]
        return Rolwoord(begin=plek, eind=raak.end(), rol=rol)

    def office_at(self, plek: int) -> Rolwoord | None:
        """The role that begins at a place, where it keeps a name readable."""
        rol = self.at(plek)
        return rol if rol is not None and rol.rol.openbaar else None

    def offices_behind(
        self, vorm: re.Pattern[str], begin: int, eind: int
    ) -> Iterator[Rolwoord]:
        """The offices right behind what a pattern finds in a stretch."""
        for raak in vorm.finditer(self.tekst, begin, eind):
            rol = self.office_at(raak.end())
            if rol is not None:
                yield rol

    def give(self, treffer: Treffer, rol: Rolwoord) -> None:
        """Say that a name has a role, by the words that the text has for it."""
        treffer.rol, treffer.functie = rol.rol, self.tekst[rol.begin : rol.eind]

    def is_plural(self, rol: Rolwoord) -> bool:
        """Whether a role stands in the plural: more people hold it."""
        return self.kennis.is_plural(self.tekst[rol.begin : rol.eind])

    def _is_plain(self, woord: str, plek: int) -> bool:
        """Whether no role is meant here: a street, or ``denk ik`` that is no party."""
        eind = plek + len(woord)
        if _STRAAT.match(self.tekst, eind):
            return True
        if self.kennis.is_letterrol(woord) and (
            self.tekst[plek + 1].isupper() or self.tekst[plek - 2 : plek - 1].isdigit()
        ):
            return True  # "WH" is someone, "12 Wh" a measure, "wh" a wethouder
        if self.kennis.rolwoorden[woord].id != FRACTIE:
            return False
        gelijk = self.tekst.startswith(" =", eind)  # initials: "GL = Lea Kolk"
        gewoon = self.tekst[plek].islower() and self.kennis.lijsten.is_common(woord)
        return gelijk or gewoon

    def is_role(self, stuk: str) -> bool:
        """Whether a piece of text holds a role and nothing else."""
        return self.kennis.rolvorm.fullmatch(klein(stuk).strip(" .")) is not None


def line_before(tekst: str, plek: int, randen: str = "\n") -> str:
    """What stands before a place in its line or cell, as far as a role is told."""
    ver = max(0, plek - _RUIM)
    return tekst[max(ver, *(tekst.rfind(c, ver, plek) + 1 for c in randen)) : plek]


def _is_misspelt(stuk: str, kennis: Kennis) -> bool:
    """Whether a piece between white space holds an office that is misspelt."""
    return any(misspelt_role(w, kennis) for w in _LANG_WOORD.findall(stuk))


def misspelt_role(woord: str, kennis: Kennis) -> Rol | None:
    """The office that a word is meant to be: two edits off, or with rn for m.

    Only words that no list knows are compared; what is found is remembered.
    """
    if woord not in kennis.scheve:
        kennis.scheve[woord] = _nearest_role(woord, kennis)
    return kennis.scheve[woord]


def _nearest_role(woord: str, kennis: Kennis) -> Rol | None:
    lijsten = kennis.lijsten
    if not _LETTERS.fullmatch(woord):
        return None
    if woord in kennis.rolwoorden or lijsten.is_common(woord):
        return None
    if lijsten.is_surname(woord) or lijsten.is_place(woord):
        return None
    if lijsten.is_organisation(woord):  # who works for it: "statengriffie"
        return None
    recht = woord.replace("rn", "m")
    letters = set(recht)
    for goed, gebruikt in kennis.ambten:
        grens = 2 if len(goed) >= _LANG else 1
        if abs(len(goed) - len(recht)) > grens or len(letters ^ gebruikt) > 2 * grens:
            continue  # an edit changes two of the letters that are used at most
        if distance(recht, goed, grens) <= grens:
            return kennis.rolwoorden[goed]
    return None
