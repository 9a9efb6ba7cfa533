"""What may occur nowhere in a released file: the words of its marks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from modellen.lakblad import Keuze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.lakblad import Lakregel

KORTST = 3
KORTST_ACHTERNAAM = 5
"""Letters of a surname that says by itself who it is."""

UNIEK = {"e-mail", "telefoon", "iban", "bsn", "kenteken", "geboortedatum", "nummer"}
"""Kinds that mean one person wherever they stand; a mailbox may be a first name."""

_WOORD = re.compile(r"[^\W\d_]+")

_RIJ = 4
"""Words of a bare name, at the most."""

KLEIN = {"de", "den", "der", "het", "in", "op", "te", "ten", "ter", "van", "von", "'t"}
"""Words of a surname that do not make it a full name."""


class Naaldenboek:
    """What may occur in no document of a dossier; its marks are read once for all."""

    def __init__(self, regels: Sequence[Lakregel]) -> None:
        self._keuzen: dict[str, set[Keuze]] = defaultdict(set)
        self._hier: dict[str, Counter[str]] = defaultdict(Counter)
        self._uniek: set[str] = set()
        self._blijft: set[str] = set()
        namen: set[str] = set()
        for regel in regels:
            if regel.vlak:  # a picture has no words that could leak
                continue
            woorden = " ".join(regel.tekst.split())
            self._keuzen[woorden].add(regel.keuze)
            self._hier[regel.nummer][woorden] += 1
            if regel.keuze is not Keuze.LAKKEN:
                self._blijft |= set(_words(woorden))
            vol = is_full_name(regel)
            if vol or (regel.soort in UNIEK and not woorden.isalpha()):
                self._uniek.add(woorden)
            if vol:
                namen.add(woorden)
        weg = {w for w in self._uniek if self._must_go(w)}
        anders = {v for naam in weg & namen for v in other_spellings(naam)}
        weg |= {v for v in anders if self._keuzen.get(v, set()) <= {Keuze.LAKKEN}}
        self._overal = tuple(sorted(weg))
        self._namen = weg & namen

    def find(self, nummer: str, tekst: str = "") -> tuple[str, ...]:
        """The words that may not stand in a document.

        Its own marks, and of the other documents what can mean only one person: full
        names, addresses, numbers. A bare first name or surname may be someone else
        there, or a place. Words that a person left readable somewhere are no needles;
        nor are bare words that also stand unmarked in ``tekst``, the text of the
        document itself: an office holder of the same name, or the wood behind Mr Bos.
        Of full names that all holds for the surname too.
        """
        hier = self._hier.get(nummer, Counter())
        gelakt, laag = self._count_masked(hier), tekst.casefold()
        los = {
            w
            for w in hier
            if w not in self._uniek
            and self._must_go(w)
            and _count(w, laag) <= max(hier[w], gelakt[tuple(_words(w))])
        }
        los |= self._surnames(hier, gelakt, tekst)
        return tuple(sorted({*self._overal, *los})) if los else self._overal

    def _count_masked(self, hier: Counter[str]) -> Counter[tuple[str, ...]]:
        """How often words in a row are masked, by themselves or in longer marks."""
        uit: Counter[tuple[str, ...]] = Counter()
        for tekst, aantal in hier.items():
            if self._keuzen[tekst] == {Keuze.LAKKEN}:
                woorden = _words(tekst)
                for begin in range(len(woorden)):
                    for eind in range(begin + 1, min(begin + _RIJ, len(woorden)) + 1):
                        uit[tuple(woorden[begin:eind])] += aantal
        return uit

    def _surnames(
        self, hier: Counter[str], gelakt: Counter[tuple[str, ...]], tekst: str
    ) -> set[str]:
        """The surnames of who is masked, when the text holds them in its marks only."""
        achternamen = {a for v in hier if v in self._namen for a in surnames_in(v)}
        if not achternamen:
            return set()
        staat = Counter(_words(tekst))
        return {
            achternaam
            for achternaam in achternamen
            if all(
                w not in self._blijft and staat[w] <= gelakt[w,]
                for w in _words(achternaam)
            )
        }

    def _must_go(self, woorden: str) -> bool:
        return self._keuzen[woorden] == {Keuze.LAKKEN} and len(woorden) >= KORTST


def surnames_in(naam: str, kortst: int = KORTST_ACHTERNAAM) -> tuple[str, ...]:
    """The surnames of a full name, without particles, of at least so many letters."""
    achter, komma, _ = naam.partition(", ")
    delen = naam.split()
    rest = achter.split() if komma else delen[1:]
    return tuple(
        w
        for w in rest
        if len(w) >= kortst and w[0].isupper() and w.lower() not in KLEIN
    )


def _words(tekst: str) -> list[str]:
    """The words of a text without signs, in lower case."""
    return _WOORD.findall(tekst.casefold())


def other_spellings(naam: str) -> tuple[str, ...]:
    """A full name as it stands in lists, addresses and file names.

    Only what means the same person: an initial may be someone else's.
    """
    delen = naam.split()
    groot = [n for n, w in enumerate(delen) if w.lower() not in KLEIN]
    if len(groot) < 2 or any(len(delen[n].replace(".", "")) < KORTST for n in groot):  # noqa: PLR2004 first and last
        return ()
    voor, achter = " ".join(delen[: groot[1]]), " ".join(delen[groot[1] :])
    eerste = " ".join(delen[: groot[0] + 1])
    tussen = " ".join(delen[groot[0] + 1 : groot[1]])
    omgekeerd = {f"{achter}, {voor}"}
    if tussen:
        omgekeerd |= {f"{tussen} {achter}, {eerste}", f"{achter}, {eerste} {tussen}"}
    aaneen = {teken.join(delen) for teken in "._-"}
    return tuple(sorted(omgekeerd | aaneen))


def _count(woorden: str, laag: str) -> int:
    """How often words stand in a text in small letters, as words of their own."""
    delen = woorden.casefold().split()
    if delen[0] not in laag:
        return 0
    patroon = r"\s+".join(map(re.escape, delen))
    return len(re.findall(rf"(?<!\w){patroon}(?!\w)", laag))


def is_full_name(regel: Lakregel) -> bool:
    """Whether a row names a person with more than a surname or a first name."""
    woorden = [w for w in regel.tekst.split() if w.lower() not in KLEIN]
    return regel.soort == "naam" and len(woorden) > 1
