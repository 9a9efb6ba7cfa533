"""Nothing overlooked: what is proposed in one place is proposed wherever it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.lakken.naalden import UNIEK, is_full_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from modellen.document import Document
    from modellen.lakblad import Lakregel, Woodocument

    Bezet = dict[str, list[tuple[int, int]]]

_WOORD = re.compile(r"\w+")
_KORTST = 3
_ONZEKER = 0.5


def complete_rows(
    regels: Sequence[Lakregel],
    stukken: Sequence[Woodocument],
    documenten: Mapping[str, Document],
    blijft: Mapping[str, Sequence[tuple[int, int]]],
    is_gewoon: Callable[[str], bool],
) -> tuple[Lakregel, ...]:
    """The rows with one for every further occurrence of their words.

    A full name, address or number is sought in every document, a bare name only in its
    own, and not when ``is_gewoon`` says that it is a word or place too. ``blijft`` are
    the stretches of each document that stay readable, such as office holders. Rows that
    are added are uncertain: a person looks.
    """
    overal = {r.tekst: r for r in regels if r.soort in UNIEK or is_full_name(r)}
    eigen: dict[str, dict[str, Lakregel]] = defaultdict(dict)
    for regel in regels:
        if regel.soort == "naam" and not is_gewoon(regel.tekst):
            eigen[regel.nummer].setdefault(regel.tekst, regel)
    bezet: Bezet = defaultdict(list)
    for regel in regels:
        bezet[regel.nummer].append((regel.begin, regel.eind))
    uit = list(regels)
    for stuk in stukken:
        document = documenten[stuk.document]
        vrij = [*bezet[stuk.nummer], *blijft.get(document.id, ())]
        for bron, begin in _occurrences(document, {**overal, **eigen[stuk.nummer]}):
            eind = begin + len(bron.tekst)
            if any(b < eind and begin < e for b, e in vrij):
                continue
            erbij = _make(bron, stuk, document, begin)
            if erbij is not None:
                vrij.append((begin, eind))
                uit.append(erbij)
    return tuple(uit)


def _occurrences(
    document: Document, gezocht: Mapping[str, Lakregel]
) -> Iterator[tuple[Lakregel, int]]:
    """Where words stand as words in a document; longer ones come first at a place."""
    per_begin: dict[str, list[Lakregel]] = defaultdict(list)
    for tekst in sorted(gezocht, key=lambda t: (-len(t), t)):
        raak = _WOORD.search(tekst)
        if raak and len(tekst) >= _KORTST:
            per_begin[raak.group()].append(gezocht[tekst])
    heel = document.tekst
    for woord in _WOORD.finditer(heel):
        for regel in per_begin.get(woord.group(), ()):
            begin = woord.start() - _lead(regel.tekst)
            eind = begin + len(regel.tekst)
            los = begin == 0 or not heel[begin - 1].isalnum()
            dicht = eind >= len(heel) or not heel[eind].isalnum()
            if begin >= 0 and los and dicht and heel.startswith(regel.tekst, begin):
                yield regel, begin


def _lead(tekst: str) -> int:
    """The characters before the first word of a text, such as the plus of a number."""
    raak = _WOORD.search(tekst)
    return raak.start() if raak else 0


def _make(
    bron: Lakregel, stuk: Woodocument, document: Document, begin: int
) -> Lakregel | None:
    blok = document.blok_bij(begin)
    pagina = blok.pagina if blok else None
    if stuk.pagina_van is not None and stuk.pagina_tot is not None and pagina:
        if not stuk.pagina_van <= pagina <= stuk.pagina_tot:
            return None
        pagina -= stuk.pagina_van - 1
    voor = document.tekst[max(0, begin - 60) : begin]
    na = document.tekst[begin + len(bron.tekst) : begin + len(bron.tekst) + 60]
    waar = "dit stuk" if bron.nummer == stuk.nummer else f"document {bron.nummer}"
    return replace(
        bron,
        id=f"{stuk.nummer}h{bron.id[-12:]}{begin}",
        nummer=stuk.nummer,
        document=stuk.document,
        pagina=pagina,
        begin=begin,
        omgeving=" ".join(f"{voor}[{bron.tekst}]{na}".split()),
        reden=f"dezelfde woorden zijn elders in {waar} voorgesteld; kijk zelf",
        zekerheid=min(bron.zekerheid, _ONZEKER),
        groep="",
    )
