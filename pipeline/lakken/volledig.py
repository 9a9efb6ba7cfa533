"""Nothing overlooked: what is proposed in one place is proposed wherever it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.lakken.naalden import UNIEK, is_full_name
from pipeline.lakken.voorstel import around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from modellen.document import Document
    from modellen.lakblad import Lakregel, Woodocument

    Bezet = dict[str, list[tuple[int, int]]]
    Zoekvorm = tuple[re.Pattern[str], int, Lakregel]

_WOORD = re.compile(r"\w+")
_ZINSBEGIN = re.compile(r"(?:\A|[\n\t.!?:;•|>]|[-–][ ])[ \"'(]*\Z")
_KORTST = 3
_ONZEKER = 0.5


def complete_rows(
    regels: Sequence[Lakregel],
    stukken: Sequence[Woodocument],
    documenten: Mapping[str, Document],
    blijft: Mapping[str, Sequence[tuple[int, int]]],
    is_plaats: Callable[[str], bool],
    is_woord: Callable[[str], bool],
) -> tuple[Lakregel, ...]:
    """The rows with one for every further occurrence of their words.

    A full name, address or number is sought in every document, a bare name only in its
    own: not when it is a place too (``is_plaats``), and when it is a word too
    (``is_woord``) only where a capital is no matter of spelling. ``blijft`` are the
    stretches of each document that stay readable, such as office holders. Rows that
    are added are uncertain: a person looks.
    """
    overal = {r.tekst: r for r in regels if r.soort in UNIEK or is_full_name(r)}
    eigen: dict[str, dict[str, Lakregel]] = defaultdict(dict)
    for regel in regels:
        if regel.soort == "naam" and not is_plaats(regel.tekst):
            eigen[regel.nummer].setdefault(regel.tekst, regel)
    bezet: Bezet = defaultdict(list)
    for regel in regels:
        bezet[regel.nummer].append((regel.begin, regel.eind))
    uit = list(regels)
    for stuk in stukken:
        document = documenten[stuk.document]
        vrij = [*bezet[stuk.nummer], *blijft.get(document.id, ())]
        gezocht = {**overal, **eigen[stuk.nummer]}
        for bron, begin, eind in _occurrences(document, gezocht):
            if any(b < eind and begin < e for b, e in vrij):
                continue
            if is_woord(bron.tekst) and not _is_name_like(bron, document, begin, eind):
                continue
            erbij = _make(bron, stuk, document, (begin, eind))
            if erbij is not None:
                vrij.append((begin, eind))
                uit.append(erbij)
    return tuple(uit)


def _is_name_like(bron: Lakregel, document: Document, begin: int, eind: int) -> bool:
    """Whether words have the capital of a name: in a sentence, or alone on a line."""
    tekst = document.tekst
    if tekst[begin:eind] != bron.tekst or bron.tekst.islower():
        return False
    midden = not _ZINSBEGIN.search(tekst, max(0, begin - 12), begin)
    return midden or (tekst[eind : eind + 1] in {"", "\n", ",", "\t"})


def _occurrences(
    document: Document, gezocht: Mapping[str, Lakregel]
) -> Iterator[tuple[Lakregel, int, int]]:
    """Where words stand as words, whatever the case or white space; longer ones first.

    The time grows with the words of the document, not with those that are sought.
    """
    per_begin: dict[str, list[tuple[re.Pattern[str], int, Lakregel]]] = defaultdict(
        list
    )
    for tekst in sorted(gezocht, key=lambda t: (-len(t), t)):
        raak = _WOORD.search(tekst)
        if raak and len(tekst) >= _KORTST:
            vorm = _pattern(tekst), raak.start(), gezocht[tekst]
            per_begin[raak.group().casefold()].append(vorm)
    heel = document.tekst
    for woord in _WOORD.finditer(heel):
        for patroon, ervoor, regel in per_begin.get(woord.group().casefold(), ()):
            raak = patroon.match(heel, max(0, woord.start() - ervoor))
            if raak:
                yield regel, raak.start(), raak.end()


def _pattern(tekst: str) -> re.Pattern[str]:
    woorden = r"\s+".join(map(re.escape, tekst.split()))
    return re.compile(rf"(?i)(?<!\w){woorden}(?!\w)")


def _make(
    bron: Lakregel, stuk: Woodocument, document: Document, plek: tuple[int, int]
) -> Lakregel | None:
    blok = document.blok_bij(plek[0])
    pagina = blok.pagina if blok else None
    if not stuk.holds(pagina):
        return None
    waar = "dit stuk" if bron.nummer == stuk.nummer else f"document {bron.nummer}"
    return replace(
        bron,
        id=f"{stuk.nummer}h{bron.id[-12:]}{plek[0]}",
        nummer=stuk.nummer,
        document=stuk.document,
        pagina=stuk.page_in(pagina),
        begin=plek[0],
        tekst=document.tekst[slice(*plek)],
        omgeving=around(document.tekst, *plek),
        reden=f"dezelfde woorden zijn elders in {waar} voorgesteld; kijk zelf",
        zekerheid=min(bron.zekerheid, _ONZEKER),
        groep="",
    )
