"""The second half of a name that a line end broke: it stands below.

Read across columns without lines other words part the halves: ``Kwaker- Gemeente Ons``
above ``naak``. In a row of receivers signs on both sides tell that it is one name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extraction.persoonsgegevens.afgebroken import LANGSTE, is_broken_name
from pipeline.taal.namen.naam import parse_naam
from pipeline.taal.namen.vorm import is_particle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from modellen.document import Document
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer
    from pipeline.taal.namen.lijsten import Naamlijsten

_STREEP = re.compile(r"-(?=[ \t\n])")
_REST = re.compile(r"[a-zà-ÿ]{2,}(?![\w-])")
_ALLEEN = re.compile(r"[ ]*(?=[\t\n]|\Z)")
_REGELEIND = re.compile(r"(?:[ ](?P<voegsel>[a-z' ]{1,8}))?[ ]?\n[ ]?")
_OPENT = re.compile(r"(?P<teken>['\"]|;[ ]?)\Z")
_ZEKER = 0.75


class Helft(NamedTuple):
    """Where in the source the rest of a name stands, and the mention that it ends."""

    begin: int
    eind: int
    treffer: Treffer


def find_helften(
    blad: Blad, treffers: Iterable[Treffer], lijsten: Naamlijsten
) -> Iterator[Helft]:
    """The rest of each name that ends in a hyphen, at the start of the next line."""
    document, regels = blad.document, None
    for treffer in treffers:
        if not (treffer.aanvaard and _STREEP.match(blad.tekst, treffer.eind)):
            continue
        regels = _line_starts(document) if regels is None else regels
        eind = blad.schoon.span(treffer.begin, treffer.eind)[1]
        volgende = bisect_right(regels, eind)
        if volgende == len(regels):
            continue
        rest = _REST.match(document.tekst, regels[volgende])
        if rest is None or is_particle(rest.group()):
            continue
        alleen = _ALLEEN.match(document.tekst, rest.end()) is not None
        links = document.tekst[max(0, eind - LANGSTE) : eind]
        if alleen or is_broken_name(links, rest.group(), document.tekst, lijsten):
            yield Helft(rest.start(), rest.end(), treffer)


def accept_broken(
    blad: Blad, treffers: Iterable[Treffer], lijsten: Naamlijsten
) -> None:
    """Count the surname below a first name in a row of receivers: ``; Lea | Kolk;``."""
    tekst = blad.tekst
    for een, ander in pairwise(treffers):
        if "\n" not in tekst[een.eind : ander.begin] or not een.naam.voornaam:
            continue
        tussen = _REGELEIND.fullmatch(tekst, een.eind, ander.begin)
        opent = _OPENT.search(tekst, max(0, een.begin - 2), een.begin)
        if een.naam.achternaam or ander.naam.letter or not (tussen and opent):
            continue
        voegsel = tussen["voegsel"]
        heel = tekst.startswith(opent["teken"].strip(), ander.eind)
        if heel and (voegsel is None or is_particle(voegsel)):
            ander.naam = parse_naam((*een.delen, *ander.delen), lijsten)
            reden = "achternaam onder een voornaam, in een rij namen"
            ander.believe(max(ander.gewicht, _ZEKER), "naam.helft", reden)


def _line_starts(document: Document) -> Sequence[int]:
    """Where lines begin: of the text, and as they were printed."""
    gedrukt = {b.begin + r.begin for b in document.blokken for r in b.regels}
    geteld = {m.end() for m in re.finditer("\n", document.tekst)}
    return sorted({0} | gedrukt | geteld)
