"""The owner of an action in running text: from its place around the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.acties_regels import Raak
    from pipeline.extraction.acties_wie import Actor, Namen

_GRENS = re.compile(r"[,;:(]\s|\s(?:en|maar|waarna|waarop|terwijl|dat|zodat)\s")
_VOORZETSEL = re.compile(
    r"\b(?:voor|met|aan|van|naar|bij|door|over|tot|namens|vanuit|uit|in|tussen|binnen|onder|"
    r"richting|tegen|rond|per|via)\s+\Z"
)
_DOOR = re.compile(r"\bdoor\s+\Z")
_TUSSEN = re.compile(r"(?:\s+\w+){0,2}\s*,?\s*|\s*\([^()]{2,40}\)\s*|,[^,]{3,60},\s*")
_NA_WERKWOORD = re.compile(r"\w+\s+(?:dan\s|ook\s|nog\s|zelf\s)?\Z")
_VOORNAAMWOORD = re.compile(r"\b(ik|wij|we|u|jullie)\b")
_BIJZIN = re.compile(r"\b(?:dat|zodat|waarop|waarbij|om)\s+\Z")


class Houder:
    """Who was found to act, and whether that is one person or role."""

    __slots__ = ("gevonden", "mens", "namen")

    def __init__(self, namen: tuple[str, ...], *, mens: bool, gevonden: bool) -> None:
        self.namen = namen
        self.mens = mens
        self.gevonden = gevonden


NIEMAND = Houder((), mens=False, gevonden=False)


def find_houder(raak: Raak, tekst: str, namen: Namen) -> Houder:
    """The owner that a rule says to look for in a sentence."""
    waar = raak.regel.kenmerken.get("wie", "geen")
    if waar == "lezer":
        return Houder(namen.geadresseerden, mens=False, gevonden=True)
    if waar == "groep":
        return _from_groep(raak, tekst, namen)
    if waar == "door":
        return find_door(tekst, namen)
    if waar == "voor":
        return _find_onderwerp(raak, tekst, namen)
    return NIEMAND


def find_door(tekst: str, namen: Namen) -> Houder:
    """The agent of a passive: "door de gemeente"."""
    for actor in namen.find(tekst):
        if _DOOR.search(klein(tekst[: actor.begin])):
            return Houder((actor.naam,), mens=actor.mens, gevonden=True)
    return NIEMAND


def _from_groep(raak: Raak, tekst: str, namen: Namen) -> Houder:
    for naam, waarde in raak.match.groupdict().items():
        if naam.startswith("wie") and waarde:
            begin, eind = raak.match.span(naam)
            woorden = tekst[begin:eind]
            if namen.is_lezer(woorden):
                return Houder(namen.geadresseerden, mens=False, gevonden=True)
            return Houder(namen.split(woorden), mens=False, gevonden=True)
    return NIEMAND


def _find_onderwerp(raak: Raak, tekst: str, namen: Namen) -> Houder:
    actoren = namen.find(tekst)
    voor = _before(actoren, raak.begin, tekst, namen)
    if voor is not None:
        return Houder((voor.naam,), mens=voor.mens, gevonden=True)
    na = _behind(actoren, raak.begin, tekst)
    if na is not None:
        return Houder((na.naam,), mens=na.mens, gevonden=True)
    door = find_door(tekst, namen)
    if door.gevonden:
        return door
    return _voornaamwoord(raak, tekst, namen)


def _before(
    actoren: tuple[Actor, ...], verb: int, tekst: str, namen: Namen
) -> Actor | None:
    """The subject that stands right before the verb, or opens its clause."""
    dichtbij = [a for a in actoren if a.eind <= verb]
    for actor in reversed(dichtbij):
        los = not _VOORZETSEL.search(klein(tekst[: actor.begin]))
        if los and _TUSSEN.fullmatch(tekst[actor.eind : verb]):
            return actor
    begin = 0
    for grens in _GRENS.finditer(tekst, 0, verb):
        begin = grens.end()
    naam = namen.find_onderwerp(tekst, begin, verb)
    if naam is not None:
        return naam
    for actor in dichtbij:
        if _BIJZIN.search(klein(tekst[: actor.begin])):
            return actor
    return None


def _behind(actoren: tuple[Actor, ...], verb: int, tekst: str) -> Actor | None:
    """The subject behind the verb: "Voor 1 mei stuurt de secretaris …"."""
    for actor in actoren:
        if actor.begin > verb and _NA_WERKWOORD.fullmatch(tekst[verb : actor.begin]):
            return actor
    return None


def _voornaamwoord(raak: Raak, tekst: str, namen: Namen) -> Houder:
    """A pronoun beside the verb: the writer, the reader, or the meeting itself."""
    rond = klein(tekst[max(0, raak.begin - 30) : raak.begin + 40])
    gevonden = _VOORNAAMWOORD.search(rond)
    if gevonden is None:
        return NIEMAND
    if namen.is_lezer(gevonden[1]):
        return Houder(namen.geadresseerden, mens=False, gevonden=True)
    if namen.is_schrijver(gevonden[1]):
        return Houder(namen.afzender, mens=True, gevonden=True)
    return Houder((), mens=False, gevonden=True)
