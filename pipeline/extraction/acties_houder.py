"""The owner of an action in running text: from its place around the verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.extraction.acties_regels import Raak
    from pipeline.extraction.acties_wie import Actor, Namen

_GRENS = re.compile(
    r"[,;:(]\s|\s[–—-]\s|\s(?:en|maar|waarna|waarop|terwijl|dat|zodat)\s"
)
_VOORZETSEL = re.compile(
    r"\b(?:voor|met|aan|van|naar|bij|door|over|tot|namens|vanuit|uit|in|tussen|binnen|onder|"
    r"richting|tegen|rond|per|via)\s+(?:alle\s)?\Z"
)
_DOOR = re.compile(r"\bdoor\s+\Z")
_DOOR_NAAM = re.compile(
    r"\bdoor\s([A-Z][\w'’-]+(?:\s(?:van|de|der|den|ter)\s)?(?:\s?[A-Z][\w'’-]+)?)"
)
_VOLLE_NAAM = re.compile(
    r"\w+\s+([A-Z][\w'’-]+(?:\s(?:van|de|der|den|ter|ten|el)){0,2}\s[A-Z][\w'’-]+)"
)
_AAN = re.compile(r"\baan\s+\Z")
_TUSSEN = re.compile(r"(?:\s+\w+){0,2}\s*,?\s*|\s*\([^()]{2,40}\)\s*|,[^,]{3,60},\s*")
_NA_WERKWOORD = re.compile(
    r"\w+\s+(?:dan\s|ook\s|nog\s|zelf\s|(?:wij|we|ik)\sals\s)?\Z"
)
_VOORNAAMWOORD = re.compile(r"\b(ik|wij|we|u|jullie|jij|je)\b")
_PERSOONLIJK = re.compile(r"\b(?:zij|hij|ze)\s\Z|\A\w+\s(?:zij|hij|ze)\b")
_NEVEN = re.compile(r"(?:\s*,\s*|\s+en\s+)(?:de\s|het\s)?\Z")
_NA_NEVEN = re.compile(r"\s*,\s*|\s+en\s+")
_SAMENTREKKING = re.compile(r"\s(?:en|maar)\s\Z")
_AANROEP = re.compile(r"\s*(?:@\s?)?([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s?[,:]\s")
_BIJZIN_BEREIK = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Houder:
    """Who was found to act: names, whether a person or role, whether anyone at all."""

    namen: tuple[str, ...] = ()
    mens: bool = False
    gevonden: bool = False


NIEMAND = Houder()


def find_houder(raak: Raak, tekst: str, namen: Namen, vorige: str = "") -> Houder:
    """The owner that a rule says to look for; ``vorige`` is the sentence before."""
    waar = raak.regel.kenmerken.get("wie", "geen")
    if waar in {"voor", "gevraagde"}:
        aan = _find_na(_AAN, tekst, namen) if waar == "gevraagde" else NIEMAND
        return aan if aan.gevonden else _find_onderwerp(raak, tekst, namen, vorige)
    zoek = _ZOEKERS.get(waar)
    return zoek(raak, tekst, namen) if zoek else NIEMAND


def find_door(tekst: str, namen: Namen) -> Houder:
    """The agent of a passive: "door de gemeente"."""
    gevonden = _find_na(_DOOR, tekst, namen)
    naam = None if gevonden.gevonden else _DOOR_NAAM.search(tekst)
    persoon = namen.find_onderwerp(tekst, *naam.span(1)) if naam else None
    return _make(persoon) if persoon else gevonden


def _find_na(voorzetsel: re.Pattern[str], tekst: str, namen: Namen) -> Houder:
    """The actors right behind a preposition."""
    for actor in namen.find(tekst):
        if voorzetsel.search(klein(tekst[: actor.begin])):
            namen_hier = (actor.naam, *_followers(actor, tekst, namen))
            return Houder(namen=namen_hier, mens=actor.mens, gevonden=True)
    return NIEMAND


def _followers(actor: Actor, tekst: str, namen: Namen) -> tuple[str, ...]:
    """The names behind an actor that act with it: "door Assen en het COA"."""
    alle = []
    for ander in namen.find(tekst):
        if ander.begin >= actor.eind and _NA_NEVEN.fullmatch(
            tekst[actor.eind : ander.begin]
        ):
            alle.append(ander.naam)
            actor = ander
    return tuple(alle)


def with_partners(actor: Actor, tekst: str, namen: Namen) -> tuple[str, ...]:
    """The names before an actor that act with it: "Assen en de provincie"."""
    alle = [actor.naam]
    eind = actor.begin
    eerdere = [a for a in namen.find(tekst) if a.eind <= eind]
    while verbinding := _NEVEN.search(tekst[:eind]):
        tot = verbinding.start()
        buur = eerdere.pop() if eerdere and eerdere[-1].eind == tot else None
        if buur is None:
            grenzen = [g.end() for g in _GRENS.finditer(tekst, 0, tot)]
            buur = namen.find_onderwerp(tekst, max(grenzen, default=0), tot)
        if buur is None or _VOORZETSEL.search(klein(tekst[: buur.begin])):
            break
        alle.insert(0, buur.naam)
        eind = buur.begin
    return tuple(dict.fromkeys(alle))


def _make(actor: Actor) -> Houder:
    return Houder(namen=(actor.naam,), mens=actor.mens, gevonden=True)


def _find_lezer(_raak: Raak, tekst: str, namen: Namen) -> Houder:
    """Whoever is spoken to by name ("Karin, wil jij …"), else the addressee."""
    roep = _AANROEP.match(tekst)
    if roep:
        naam = namen.find_onderwerp(tekst, *roep.span(1))
        if naam is not None:
            return _make(naam)
    return Houder(namen=namen.geadresseerden, gevonden=True)


def _from_groep(raak: Raak, tekst: str, namen: Namen) -> Houder:
    for naam, waarde in raak.match.groupdict().items():
        if naam.startswith("wie") and waarde:
            begin, eind = raak.match.span(naam)
            woorden = tekst[begin:eind]
            if namen.is_lezer(woorden):
                return Houder(namen=namen.geadresseerden, gevonden=True)
            return Houder(namen=namen.split(woorden), gevonden=True)
    return NIEMAND


def _find_in_bijzin(raak: Raak, tekst: str, namen: Namen) -> Houder:
    eind = max(raak.eind, min(len(tekst), raak.begin + _BIJZIN_BEREIK))
    for actor in namen.find(tekst[:eind]):
        los = not _VOORZETSEL.search(klein(tekst[: actor.begin]))
        if actor.begin > raak.begin and los:
            return _make(actor)
    eerste = re.compile(r"\b(?:dat|die)\s+([A-Z]\w+)").search(tekst, raak.begin, eind)
    naam = namen.find_onderwerp(tekst, *eerste.span(1)) if eerste else None
    return _make(naam) if naam else NIEMAND


def _find_onderwerp(raak: Raak, tekst: str, namen: Namen, vorige: str) -> Houder:
    actoren = namen.find(tekst)
    voor = _before(actoren, raak.begin, tekst, namen)
    if voor is not None:
        partners = with_partners(voor, tekst, namen)
        return Houder(namen=partners, mens=voor.mens, gevonden=True)
    na = _behind(actoren, raak.begin, tekst) or _name_behind(raak.begin, tekst, namen)
    if na is not None:
        return _make(na)
    door = find_door(tekst, namen)
    if door.gevonden:
        return door
    return _voornaamwoord(raak, tekst, namen, vorige)


def _before(
    actoren: tuple[Actor, ...], verb: int, tekst: str, namen: Namen
) -> Actor | None:
    """The subject right before the verb, or that of "X doet dit en komt terug"."""
    dichtbij = [a for a in actoren if a.eind <= verb]
    for actor in reversed(dichtbij):
        los = not _VOORZETSEL.search(klein(tekst[: actor.begin]))
        if los and _TUSSEN.fullmatch(tekst[actor.eind : verb]):
            return actor
    grenzen = [g.end() for g in _GRENS.finditer(tekst, 0, verb)]
    naam = namen.find_onderwerp(tekst, max(grenzen, default=0), verb)
    if naam is None and len(grenzen) > 1 and not tekst[grenzen[-1] : verb].strip():
        # In apposition: "De projectleider oost, Eva de Wit, plant …".
        naam = namen.find_onderwerp(tekst, *grenzen[-2:])
    if naam is not None:
        return naam
    if _SAMENTREKKING.search(tekst[:verb]):
        return _opening(dichtbij, tekst, namen)
    return None


def _opening(dichtbij: list[Actor], tekst: str, namen: Namen) -> Actor | None:
    """The actor or name with which a sentence opens."""
    if dichtbij and not tekst[: dichtbij[0].begin].strip(" •▪●-–*"):
        return dichtbij[0]
    verb = re.compile(r"\s[a-z]{2,}(?:t|en)\b").search(tekst)
    naam = namen.find_onderwerp(tekst, 0, verb.start()) if verb else None
    for actor in dichtbij:
        if verb and tekst[actor.eind : verb.start() + 1].isspace():
            return actor
    return naam


def _behind(actoren: tuple[Actor, ...], verb: int, tekst: str) -> Actor | None:
    """The subject behind the verb: "Voor 1 mei stuurt de secretaris …"."""
    for actor in actoren:
        if actor.begin > verb and _NA_WERKWOORD.fullmatch(tekst[verb : actor.begin]):
            return actor
    return None


def _name_behind(verb: int, tekst: str, namen: Namen) -> Actor | None:
    """A full name behind the verb: "Namens de GGD regelt Eva de Wit …"."""
    naam = _VOLLE_NAAM.match(tekst, verb)
    return namen.find_onderwerp(tekst, *naam.span(1)) if naam else None


def _voornaamwoord(raak: Raak, tekst: str, namen: Namen, vorige: str) -> Houder:
    """A pronoun beside the verb: the writer, the reader, or the one named before."""
    laag = klein(tekst)
    if _PERSOONLIJK.search(laag[: raak.begin]) or _PERSOONLIJK.match(
        laag[raak.begin :]
    ):
        mensen = {a.naam for a in namen.find(vorige) if a.mens}
        if len(mensen) == 1:
            return Houder(namen=tuple(mensen), mens=True, gevonden=True)
        return Houder(gevonden=True)
    gevonden = _VOORNAAMWOORD.search(laag[max(0, raak.begin - 30) : raak.begin + 40])
    if gevonden is None:
        return NIEMAND
    if namen.is_lezer(gevonden[1]):
        return Houder(namen=namen.geadresseerden, gevonden=True)
    if namen.is_schrijver(gevonden[1]):
        return Houder(namen=namen.afzender, mens=True, gevonden=True)
    return Houder(gevonden=True)


_ZOEKERS: dict[str, Callable[[Raak, str, Namen], Houder]] = {
    "lezer": _find_lezer,
    "afzender": lambda _, __, namen: Houder(
        namen=namen.afzender, mens=True, gevonden=True
    ),
    "groep": _from_groep,
    "door": lambda _, tekst, namen: find_door(tekst, namen),
    "bijzin": _find_in_bijzin,
}
