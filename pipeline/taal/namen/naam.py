"""A name as it is written once: its parts, and what it shares with other writings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.taal.namen.lijsten import Naamlijsten

_HALF = re.compile(r"-(?i:van|de|der|den|ter|ten|te|in|op|el|al|la|le|du|von|ó|mac)\Z")
_MET_VOEGSEL = [Deelsoort.WOORD, Deelsoort.VOEGSEL, Deelsoort.INITIALEN]
_GEEN_LETTER = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class Naam:
    """The parts of a name; what is not written is empty. ``initialen`` are letters.

    What names are compared by is asked often, and folded once.
    """

    voornaam: str = ""
    initialen: str = ""
    voegsel: str = ""
    achternaam: str = ""

    @cached_property
    def sleutel(self) -> str:
        """The surname with its particle, folded, letters only."""
        return fold_name(self.voegsel + self.achternaam)

    @cached_property
    def kern(self) -> str:
        """The surname without its particle, folded, letters only."""
        return fold_name(self.achternaam)

    @cached_property
    def roepnaam(self) -> str:
        """The first name, folded, letters only."""
        return fold_name(self.voornaam)

    @cached_property
    def letter(self) -> str:
        """The first letter of first name or initials, folded; "" when unknown."""
        return (self.roepnaam or fold_name(self.initialen))[:1]

    def __str__(self) -> str:
        voor = self.voornaam or "".join(f"{c}." for c in self.initialen)
        return " ".join(d for d in (voor, self.voegsel, self.achternaam) if d)


@lru_cache(maxsize=1 << 16)
def fold_name(tekst: str) -> str:
    """Letters only, without accents and in lower case."""
    return _GEEN_LETTER.sub("", klein(tekst))


def parse_naam(delen: Iterable[Deel], lijsten: Naamlijsten) -> Naam:
    """The parts of a name in the pieces of a run of capitals.

    A single word is a first name when the lists know it as one and not as a surname.
    Of ``Sanne K.`` the surname is its first letter.
    """
    return _parse(tuple((d.tekst, d.soort) for d in delen), lijsten)


@lru_cache(maxsize=1 << 14)
def _parse(stukken: tuple[tuple[str, Deelsoort], ...], lijsten: Naamlijsten) -> Naam:
    """The same for words and their kinds, wherever they stand: names come back."""
    delen = [Deel(0, 0, *stuk) for stuk in stukken]
    if _is_shortened(delen, lijsten):
        return Naam(
            voornaam=delen[0].tekst,
            voegsel=" ".join(d.tekst for d in delen[1:-1]),
            achternaam=delen[-1].tekst,
        )
    voegsels = [i for i, d in enumerate(delen) if d.soort is Deelsoort.VOEGSEL]
    initialen = "".join(
        c
        for d in delen
        if d.soort is Deelsoort.INITIALEN
        for c in d.tekst
        if c.isupper()
    )
    woorden = [i for i, d in enumerate(delen) if d.soort is Deelsoort.WOORD]
    if voegsels and voegsels[0] < (woorden[-1] if woorden else 0):
        knip = voegsels[0]
    elif len(woorden) > 1:
        voor_laatste, laatste = (delen[i].tekst for i in woorden[-2:])
        knip = woorden[-2 if lijsten.opens_surname(voor_laatste, laatste) else -1]
    elif woorden and not initialen and _is_first(delen[woorden[0]].tekst, lijsten):
        return Naam(voornaam=delen[woorden[0]].tekst)
    else:
        knip = woorden[0] if woorden else len(delen)
    knip = next((i for i in woorden if i < knip and _HALF.search(delen[i].tekst)), knip)
    voor = [delen[i].tekst for i in woorden if i < knip]
    if voor and _looks_initial(voor[0]):
        initialen, voor = initialen + voor[0], voor[1:]
    achter = [d for d in delen[knip:] if d.soort is not Deelsoort.INITIALEN]
    voegsel = achter[0].tekst if achter and voegsels and knip == voegsels[0] else ""
    return Naam(
        voornaam=" ".join(voor),
        initialen=initialen,
        voegsel=voegsel,
        achternaam=" ".join(d.tekst for d in achter[1 if voegsel else 0 :]),
    )


def _is_shortened(delen: Sequence[Deel], lijsten: Naamlijsten) -> bool:
    """Whether a run is a first name with one letter for the surname: ``Wim vd L.``."""
    if [d.soort for d in delen] == [Deelsoort.WOORD, Deelsoort.INITIALEN]:
        woord = delen[0].tekst
        kan = lijsten.is_first_name(woord) or not lijsten.is_surname(woord)
    else:
        kan = [d.soort for d in delen] == _MET_VOEGSEL
    return kan and sum(c.isupper() for c in delen[-1].tekst) == 1


def _is_first(woord: str, lijsten: Naamlijsten) -> bool:
    return lijsten.is_first_name(woord) and not lijsten.is_surname(woord)


def _looks_initial(woord: str) -> bool:
    """Initials written without full stops: ``M van Dalen``, ``JP de Wit``."""
    return len(woord) <= 3 and woord.isupper()  # noqa: PLR2004 (more letters make an acronym)
