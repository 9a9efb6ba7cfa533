"""What is left of a surname in a text: with an s, small, in a longer word."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extraction.persoonsgegevens.inadres import list_surnames
from pipeline.taal.letters import klein
from pipeline.taal.woordvorm import woordvorm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Personen, Wie

_KORTST = 5
"""Letters of a surname that no other word holds by chance."""

_LANG = 7
"""The same where the word goes on: ``Jellesmaatmodel``."""

_STREEP = frozenset("-_@")
"""What joins a name to other words: ``stuk-Jellesmaat``."""

_LETTER = r"[^\W\d_]"
_GEEN_LETTER = r"[\W\d_]"


class Zeldzaam(NamedTuple):
    """Of whom rare surnames are, and the pattern that finds all of them at once.

    The pattern has the sign before a word as well, by which it is found sooner.
    """

    namen: Mapping[str, Wie]
    vorm: re.Pattern[str]


def list_rare(personen: Personen, kennis: Kennis) -> Zeldzaam | None:
    """The surnames that are masked, no one else's and no other word; none is none."""
    lijsten = kennis.lijsten
    namen = {
        kern: wie
        for kern, wie in list_surnames(personen).items()
        if len(kern) >= _KORTST
        and kern not in lijsten.voornamen
        and not lijsten.is_place(kern)
        and not lijsten.is_common(kern)
        and not lijsten.is_organisation(kern)
    }
    if not namen:
        return None
    vorm = re.compile(
        rf"{_GEEN_LETTER}(?P<letter>{_LETTER})??(?P<naam>{woordvorm(namen)})"
        rf"(?P<bezit>s(?!{_LETTER}))?(?P<rest>{_LETTER}*)"
    )
    return Zeldzaam(namen, vorm)


def find_resten(
    tekst: str, zeldzaam: Zeldzaam, heel: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, Wie]]:
    """Where a rare surname opens a word that is more than that name, to its end.

    Words that are the name and no more were weighed with all that stands around them;
    so were the names at ``heel``, such as Smit-Jellesmaat.
    """
    rij = sorted(heel)
    for raak in zeldzaam.vorm.finditer(f" {klein(tekst)}"):
        begin, eind = raak.start(), raak.end() - 1
        plek = bisect_right(rij, (begin, len(tekst))) - 1
        if plek >= 0 and eind <= rij[plek][1]:
            continue
        wie = zeldzaam.namen[raak["naam"]]
        if raak["letter"] and raak["letter"] not in wie.letters:
            continue
        groot = tekst[begin].isupper()
        buren = {tekst[max(0, begin - 1) : begin], tekst[eind : eind + 1]}
        if raak["rest"]:
            telt = groot and len(raak["naam"]) >= _LANG
        else:
            telt = not groot or bool(buren & _STREEP) or raak["bezit"] is not None
        if telt:
            yield begin, eind, wie
