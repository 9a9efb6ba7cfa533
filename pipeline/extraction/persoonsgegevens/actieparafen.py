"""Initials of nobody named, at the end of an action beside others that are known."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Wie

_ACTIE = re.compile(
    r"(?m)^[ ]{0,6}(?:[-•*–]|\d{1,2}[.)]|\[[ xX]?\])[ ][^\n]*?"
    r"(?:\((?P<letters>[A-Z][a-z]{0,2}[A-Z]{1,2})\)[ ]*)?$"
)


def find_beside(
    tekst: str, gevonden: Sequence[tuple[int, int, Wie | None]], kennis: Kennis
) -> Iterator[tuple[int, int, None]]:
    """Initials in brackets that close an action, in a list where others are known."""
    bekend = {b for b, e, wie in gevonden if wie and tekst[e : e + 2] in {")\n", ")"}}
    if not bekend:  # as in most texts
        return
    al = {b for b, _, _ in gevonden}
    for rij in _lists(tekst):
        if bekend.isdisjoint(r.start("letters") for r in rij):
            continue
        for raak in rij:
            begin, eind = raak.span("letters")
            if begin >= 0 and begin not in al and _can_be(raak["letters"], kennis):
                yield begin, eind, None


def _lists(tekst: str) -> Iterator[list[re.Match[str]]]:
    """The actions of each list: those on lines that follow each other."""
    raken = list(_ACTIE.finditer(tekst))
    rij = raken[:1]
    for vorige, raak in pairwise(raken):
        if raak.start() > vorige.end() + 1:
            yield rij
            rij = []
        rij.append(raak)
    yield rij


def _can_be(letters: str, kennis: Kennis) -> bool:
    """Whether letters shorten nothing that all know."""
    laag = klein(letters)
    return not (
        laag in kennis.lijsten.afkortingen
        or laag in kennis.lijsten.woorden
        or kennis.is_named_by(laag)
    )
