"""Who holds an action: roles, organisations and people, as the text names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from modellen.stuk import Soort
from pipeline.extraction.lakmarken import NEUTRAAL
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

_VOORZETSEL = r"(?:van|voor|uit|bij|der)\s(?:de\s|het\s)?"
_NAAM = r"[A-Z][\w&'’-]*"
_TUSSEN = r"(?:van|de|der|den|ter|ten|te|el|al|in|'t|en)"
_STAART = (
    rf"(?:\s(?:{_VOORZETSEL}(?:gemeenten?\s|provincie\s)?)?{_NAAM}"
    rf"(?:\s(?:{_TUSSEN}\s){{0,2}}{_NAAM}){{0,3}})?"
)
_PERSOON = re.compile(
    rf"(?:(?:de\s)?heer|mevrouw|dhr\.?|mevr\.?|mw\.?|hr\.)\s(?:{_TUSSEN}\s){{0,3}}{_NAAM}",
    re.IGNORECASE,
)
_NAAMREEKS = re.compile(
    rf"(?:{_NAAM}|(?:[A-Z]\.){{1,4}})(?:\s(?:{_TUSSEN}\s){{0,3}}{_NAAM}){{0,3}}"
)
_LIDWOORD = re.compile(
    r"^(?:de|het|een|alle|onze|beide|elke|iedere|deze|den)\s(?!heer)", re.IGNORECASE
)
_SPLITS = re.compile(
    r"\s*(?:[/;,\n\t]|\s&\s|\s\+\s|\sen\s|\sm\.m\.v\.\s|\si\.s\.m\.\s)\s*"
)
_HAAKJE = re.compile(r"\s*\([^()]{2,40}\)\s*\Z")
_EENHEID = re.compile(r"(?<![\w-])(?:team|afdeling|bureau|cluster)\s[a-z]{4,}(?!\w)")
_VAN = re.compile(r"\s(?:van|uit|namens|bij)\s")
_AAN = re.compile(r"(?is)aan(?:\s*:)?\s*((?:de|het|alle)\s.+|(?<=:).+|(?<=:\s).+)?")
_ADRES = re.compile(r"(?:De|Het|Gedeputeerde|Burgemeester|College)\s")
_AANHEF = re.compile(r"(?i)geachte?\s+(.{3,60})")
_BRIEFHOOFD = 25
_INITIALEN = re.compile(r"(?:[A-Z]\.?\s?){1,4}[A-Z]\.?")
_LANGSTE_WIE = 80
_VELE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A mention of someone who can act: its span, and whether it is a person."""

    begin: int
    eind: int
    naam: str
    mens: bool


class Namen:
    """Finds and cleans the names of actors in one document."""

    def __init__(self, stuk: Stuk, regelboek: Regelboek) -> None:
        gegevens = regelboek.tabel("acties/wie.toml")
        self._stuk = stuk
        self._rollen = _compile(tuple(gegevens["rollen"]))
        self._organisaties = _compile(tuple(gegevens["organisaties"]))
        self._niemand = frozenset(gegevens["niemand"]["woorden"])
        self._geen_naam = frozenset(gegevens["niemand"]["geen_naam"])
        self._samen = _compile(tuple(gegevens["samen"]["namen"]))
        verwijzers = gegevens["verwijzers"]
        self._lezer = frozenset(verwijzers["geadresseerde"])
        self._schrijver = frozenset(verwijzers["afzender"])

    def find(self, tekst: str) -> tuple[Actor, ...]:
        """The actors named in a sentence, from left to right, the longest of each."""
        laag = klein(tekst)
        alle = [
            self._make(tekst, t.start(), t.end(), mens=True)
            for t in self._rollen.finditer(laag)
        ]
        alle += [
            self._make(tekst, t.start(), t.end(), mens=False)
            for t in self._organisaties.finditer(laag)
        ]
        alle += [
            Actor(
                begin=t.start(),
                eind=t.end(),
                naam=tekst[t.start() : t.end()],
                mens=False,
            )
            for t in _EENHEID.finditer(laag)
        ]
        for patroon in (_PERSOON, *self._deelnemers):
            alle += [
                Actor(begin=t.start(), eind=t.end(), naam=self.clean(t[0]), mens=True)
                for t in patroon.finditer(tekst)
            ]
        gekozen: list[Actor] = []
        for actor in sorted(alle, key=lambda a: (a.begin, -a.eind)):
            if not gekozen or actor.begin >= gekozen[-1].eind:
                gekozen.append(actor)
        return tuple(self._merge(tekst, gekozen))

    def _merge(self, tekst: str, actoren: list[Actor]) -> Iterator[Actor]:
        """A role and the body it belongs to as one: "de vertegenwoordiger van GS"."""
        vorige: Actor | None = None
        for actor in actoren:
            if vorige is not None:
                tussen = tekst[vorige.eind : actor.begin]
                if vorige.mens and not actor.mens and _VAN.fullmatch(tussen):
                    naam = self.clean(tekst[vorige.begin : actor.eind])
                    vorige = replace(vorige, eind=actor.eind, naam=naam)
                    continue
                yield vorige
            vorige = actor
        if vorige is not None:
            yield vorige

    def _make(self, tekst: str, begin: int, eind: int, *, mens: bool) -> Actor:
        staart = re.compile(_STAART).match(tekst, eind)
        slot = staart.end() if staart else eind
        return Actor(
            begin=begin, eind=slot, naam=self.clean(tekst[begin:slot]), mens=mens
        )

    def find_onderwerp(self, tekst: str, begin: int, eind: int) -> Actor | None:
        """A name that fills the stretch before a verb by itself: "Eva de Wit"."""
        stuk = tekst[begin:eind]
        kaal = _HAAKJE.sub("", stuk).strip(" ,:–-")
        treffer = _NAAMREEKS.fullmatch(kaal)
        if treffer is None or klein(kaal.split()[0]) in self._geen_naam:
            return None
        start = begin + stuk.find(kaal)
        return Actor(
            begin=start, eind=start + len(kaal), naam=self.clean(kaal), mens=True
        )

    def clean(self, naam: str) -> str:
        """A name without article, written out where initials point to one person."""
        kaal = " ".join(naam.split()).strip(" .,:;[]–-*→>")
        if kaal.count("(") != kaal.count(")"):
            kaal = kaal.strip("()")
        return self._resolve(self._strip_lidwoord(kaal))

    def _strip_lidwoord(self, naam: str) -> str:
        """Without "de" before a role or body; "De Wit" and "Den Haag" are names."""
        zonder = _LIDWOORD.sub("", naam, count=1)
        laag = klein(zonder)
        naamdeel = naam[:1].isupper() and zonder[:1].isupper()
        bekend = self._rollen.match(laag) or self._organisaties.match(laag)
        return naam if naamdeel and not bekend else zonder

    def split(self, cel: str) -> tuple[str, ...]:
        """The owners in a cell or between brackets; nobody gives an empty tuple."""
        heel = " ".join(cel.replace("\n", " / ").split())
        if len(heel) > _LANGSTE_WIE or NEUTRAAL in heel:
            heel = heel.replace(NEUTRAAL, " ")
            if len(heel) > _LANGSTE_WIE:
                return ()
        delen = [self.clean(d) for d in self._parts(heel)]
        namen = [_undouble(d) for d in delen if d and klein(d) not in self._niemand]
        goed = [n for n in namen if re.search(r"[A-Za-zÀ-ÿ]", n)]
        return tuple(dict.fromkeys(goed))[:_VELE]

    def _parts(self, tekst: str) -> list[str]:
        vast = [t.span() for t in self._samen.finditer(klein(tekst))]
        delen, vorige = [], 0
        for knip in _SPLITS.finditer(tekst):
            if not any(b < knip.end() and knip.start() < e for b, e in vast):
                delen.append(tekst[vorige : knip.start()])
                vorige = knip.end()
        return [*delen, tekst[vorige:]]

    def is_lezer(self, woord: str) -> bool:
        """Whether a word speaks to the reader: u, uw college."""
        return klein(woord) in self._lezer

    def is_schrijver(self, woord: str) -> bool:
        """Whether a word speaks of the writer: ik."""
        return klein(woord) in self._schrijver

    @cached_property
    def geadresseerden(self) -> tuple[str, ...]:
        """Whom a letter or message is addressed to, as one phrase; empty if unclear."""
        ontvangers = self._stuk.document.eigenschappen.aan
        if ontvangers:
            namen = {re.sub(r"\s*<[^>]*>", "", o).strip(" \"'") for o in ontvangers}
            namen -= set(self.afzender)
            enig = namen.pop() if len(namen) == 1 else ""
            return (enig,) if enig and "@" not in enig else ()
        regels = [b.tekst.strip() for b in self._stuk.document.blokken[:_BRIEFHOOFD]]
        for index, regel in enumerate(regels):
            naam = self._read_adres(regel, "".join(regels[index + 1 : index + 2]))
            if naam:
                return (naam,)
        return ()

    def _read_adres(self, regel: str, volgende: str) -> str | None:
        """The addressee in a line of the head of a letter."""
        raak = _AAN.fullmatch(regel)
        if raak:
            rest = raak[1] or volgende
            kort = rest and "@" not in rest and len(rest) <= _LANGSTE_WIE
            return self.clean(rest.splitlines()[0]) if kort else None
        brief = self._stuk.kenmerken.soort is Soort.BRIEF and not regel.endswith(".")
        if brief and _ADRES.match(regel) and len(regel) <= _LANGSTE_WIE:
            actoren = self.find(regel)
            return actoren[0].naam if actoren and actoren[0].begin == 0 else None
        aanhef = _AANHEF.match(regel)
        if aanhef:
            actoren = self.find(aanhef[1])
            return actoren[0].naam if actoren else None
        return None

    @cached_property
    def afzender(self) -> tuple[str, ...]:
        """Who wrote a message: its sender, else the name below the closing words."""
        van = self._stuk.document.eigenschappen.afzender
        if van:
            naam = re.sub(r"\s*<[^>]*>", "", van).strip(" \"'")
            return (naam,) if naam and "@" not in naam else ()
        return ()

    @cached_property
    def _deelnemers(self) -> tuple[re.Pattern[str], ...]:
        namen = {d.naam for d in self._stuk.deelnemers if len(d.naam) > _VELE // 2}
        namen |= {_achternaam(n) for n in namen}
        lang = sorted((re.escape(n) for n in namen if n), key=len, reverse=True)
        if not lang:
            return ()
        return (re.compile(rf"(?<!\w)(?:{'|'.join(lang)})(?!\w)"),)

    def _resolve(self, naam: str) -> str:
        if not _INITIALEN.fullmatch(naam):
            return naam
        letters = re.sub(r"[^A-Z]", "", naam)
        passend = {
            d.naam for d in self._stuk.deelnemers if letters in _initialen(d.naam)
        }
        return passend.pop() if len(passend) == 1 else naam


def _undouble(naam: str) -> str:
    """One secretaris where lines of a cell ran together: "Secretaris Secretaris"."""
    woorden = naam.split()
    half = len(woorden) // 2
    if half and len(woorden) % 2 == 0 and woorden[:half] == woorden[half:]:
        return " ".join(woorden[:half])
    return naam


def _achternaam(naam: str) -> str:
    delen = naam.split()
    return delen[-1] if len(delen) > 1 and len(delen[-1]) > 2 else ""  # noqa: PLR2004 a surname of letters


def _initialen(naam: str) -> set[str]:
    """The initials a name may be given by, with and without its particles."""
    woorden = [w for w in re.split(r"[\s.]+", naam) if w]
    hoofd = "".join(w[0] for w in woorden if w[0].isupper())
    alle = "".join(w[0].upper() for w in woorden)
    return {hoofd, alle}


@cache
def _compile(woorden: tuple[str, ...]) -> re.Pattern[str]:
    delen = sorted(set(woorden), key=len, reverse=True)
    kern = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in delen)
    return re.compile(
        rf"(?<![\w-])(?:(?:de|het|alle|onze|een|beide|elke)\s)?(?:{kern})(?![\w-])"
    )
