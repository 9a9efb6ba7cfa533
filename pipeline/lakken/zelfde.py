"""The same words elsewhere: a place that nobody proposed is still a place to decide on.

Words that go may stand nowhere in a release, so an occurrence without a row would hold
the whole release back, or leak. It gets a row of its own, with little certainty.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.lakken.naalden import KORTST, UNIEK, is_full_name, other_spellings
from pipeline.lakken.voorstel import around, belongs, page_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Document
    from modellen.lakblad import Lakregel, Woodocument

REDEN = "zelfde woorden als elders gemarkeerd; kijk of het om dezelfde persoon gaat"
ZEKERHEID = 0.5


def add_equals(
    regels: Sequence[Lakregel],
    stukken: Sequence[Woodocument],
    documenten: Mapping[str, Document],
) -> tuple[Lakregel, ...]:
    """The rows, with a row for each whole occurrence of their words that has none.

    Words that mean one person wherever they stand are looked for in every document,
    other words in their own.
    """
    per_stuk: dict[str, list[Lakregel]] = defaultdict(list)
    for regel in regels:
        per_stuk[regel.nummer].append(regel)
    overal = {
        r.tekst: r
        for r in reversed(regels)
        if not r.passage and (r.soort in UNIEK or is_full_name(r))
    }
    overal |= {
        anders: r
        for r in reversed(regels)
        if not r.passage and is_full_name(r)
        for anders in other_spellings(r.tekst)
    }
    erbij = [
        regel
        for stuk in stukken
        for regel in _equals(
            stuk, documenten[stuk.document], per_stuk[stuk.nummer], overal
        )
    ]
    return tuple(sorted([*regels, *erbij], key=lambda r: (r.nummer, r.begin, r.id)))


def _equals(
    stuk: Woodocument,
    document: Document,
    eigen: Sequence[Lakregel],
    overal: Mapping[str, Lakregel],
) -> Iterator[Lakregel]:
    voorbeelden = {**overal, **{r.tekst: r for r in reversed(eigen) if not r.passage}}
    bezet = [(r.begin, r.eind) for r in eigen if not r.passage]
    for tekst in sorted(voorbeelden, key=lambda t: (-len(t), t)):
        for begin, eind in _whole(tekst, document.tekst):
            blok = document.blok_bij(begin)
            pagina = blok.pagina if blok else None
            vrij = all(eind <= b or e <= begin for b, e in bezet)
            if vrij and belongs(stuk, pagina):
                bezet.append((begin, eind))
                yield _row(stuk, document, voorbeelden[tekst], begin, eind)


def _whole(tekst: str, geheel: str) -> Iterator[tuple[int, int]]:
    """Where words stand as words, whatever the white space between them."""
    delen = tekst.split()
    if len("".join(delen)) < KORTST:
        return
    patroon = r"\s+".join(map(re.escape, delen))
    for raak in re.finditer(rf"(?i)(?<!\w){patroon}(?!\w)", geheel):
        yield raak.span()


def _row(
    stuk: Woodocument, document: Document, voorbeeld: Lakregel, begin: int, eind: int
) -> Lakregel:
    blok = document.blok_bij(begin)
    tekst = document.tekst[begin:eind]
    sleutel = f"{document.id}:{begin}:{tekst}".encode()
    return replace(
        voorbeeld,
        id=f"{stuk.nummer}z{hashlib.sha256(sleutel).hexdigest()[:12]}",
        nummer=stuk.nummer,
        document=document.id,
        pagina=page_in(stuk, blok.pagina if blok else None),
        begin=begin,
        tekst=tekst,
        omgeving=around(document.tekst, begin, eind),
        reden=REDEN,
        zekerheid=min(ZEKERHEID, voorbeeld.zekerheid),
    )
