"""The second half of a name that a column without lines broke: it stands below.

Read across the columns other words part the halves: ``Kwaker- Gemeente Ons`` above
``naak``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extraction.persoonsgegevens.afgebroken import LANGSTE, is_broken_name
from pipeline.taal.namen.vorm import is_particle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from modellen.document import Document
    from pipeline.extraction.persoonsgegevens.treffer import Blad, Treffer
    from pipeline.taal.namen.lijsten import Naamlijsten

_STREEP = re.compile(r"-(?=[ \t\n])")
_REST = re.compile(r"[a-zà-ÿ]{2,}(?![\w-])")
_ALLEEN = re.compile(r"[ ]*(?=[\t\n]|\Z)")


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


def _line_starts(document: Document) -> Sequence[int]:
    """Where lines begin: of the text, and as they were printed."""
    gedrukt = {b.begin + r.begin for b in document.blokken for r in b.regels}
    geteld = {m.end() for m in re.finditer("\n", document.tekst)}
    return sorted({0} | gedrukt | geteld)
