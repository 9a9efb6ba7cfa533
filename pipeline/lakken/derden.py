"""Third parties: whom a document concerns, by the organisations it names."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

DERDEN = "woo/zienswijze.toml"


class Kennisbron(Protocol):
    """What gives tables and lists of knowledge: the rulebook."""

    def tabel(self, pad: str) -> dict[str, Any]:
        """A TOML file of data."""
        ...  # pragma: no cover

    def lijst(self, naam: str) -> tuple[str, ...]:
        """The entries of a list."""
        ...  # pragma: no cover


def find_parties(
    teksten: Mapping[str, str], regelboek: Kennisbron, eigen: str
) -> dict[str, tuple[str, ...]]:
    """Whom each document concerns: parties, with the numbers of their documents.

    A gemeente counts where the text calls it one (``gemeente Assen``, ``wethouder van
    Assen``); ``eigen`` is the organisation itself, which is no third party.
    """
    gevonden: dict[str, set[str]] = defaultdict(set)
    vormen = {
        partij: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, namen))})(?!\w)")
        for partij, namen in regelboek.tabel(DERDEN)["derden"].items()
    }
    gemeenten = _gemeenten(regelboek)
    for nummer, tekst in teksten.items():
        for partij, vorm in vormen.items():
            if vorm.search(tekst):
                gevonden[partij].add(nummer)
        for raak in _GEMEENTE.finditer(tekst):
            naam = _longest(raak["naam"], gemeenten)
            if naam:
                gevonden[f"gemeente {naam}"].add(nummer)
    return {
        partij: tuple(sorted(nummers))
        for partij, nummers in sorted(gevonden.items())
        if partij.lower() != eigen.lower()
    }


_GEMEENTE = re.compile(
    r"(?:[Gg]emeente|[Bb]urgemeester|[Ww]ethouder|[Cc]ollege|[Gg]emeenteraad|[Rr]aad)"
    r"(?:[ ]van(?:[ ]de[ ]gemeente)?)?[ ](?P<naam>(?:'s-|'t |De |Den |Het )?"
    r"[A-Z][\w'-]+(?:[ ](?:aan|en|op|bij|over|onder|in)?[ ]?(?:de[ ]|den[ ]|het[ ])?"
    r"[A-Z][\w'-]+){0,3})"
)


def _gemeenten(regelboek: Kennisbron) -> frozenset[str]:
    return frozenset(r.split(";")[1].strip() for r in regelboek.lijst("gemeenten"))


def _longest(woorden: str, gemeenten: frozenset[str]) -> str:
    """The gemeente that a run of words begins with."""
    delen = woorden.split(" ")
    for lengte in range(len(delen), 0, -1):
        naam = " ".join(delen[:lengte])
        if naam in gemeenten:
            return naam
    return ""
