"""Boxes of one width: a name is replaced before the page is set.

What is set with a mark of fixed length in the place of each name cannot tell how long
the names were: not by the box, not by the rest of the line, not by where lines break.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.document import Leesstatus
from modellen.lakblad import Keuze
from pipeline.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Blok, Cel, Document
    from modellen.lakblad import Lakregel, Woodocument

_BEGINLETTERS = "xqzjvwkhy"


def take_part(document: Document, stuk: Woodocument) -> Document:
    """The document with only the pages that a paper takes up.

    Raises ``InvoerError`` when one of them was not read: set anew it would be lost.
    """
    van, tot = stuk.pagina_van or 1, stuk.pagina_tot or len(document.paginas)
    if document.bron.formaat != "pdf":
        return document
    for pagina in document.paginas:
        if van <= pagina.nummer <= tot and pagina.status is Leesstatus.ONGELEZEN:
            raise InvoerError(
                f"Bladzijde {pagina.nummer} van {document.bron.bestand} is een beeld "
                "dat niet gelezen is en kan niet met vaste breedte worden opgemaakt. "
                "Lak dit document zonder --streng-breedte."
            )

    def within(ding: Blok | Cel) -> bool:
        pagina = ding.plaats.pagina
        return pagina is None or van <= pagina <= tot

    tabellen = (
        replace(t, cellen=tuple(filter(within, t.cellen))) for t in document.tabellen
    )
    return replace(
        document,
        blokken=tuple(filter(within, document.blokken)),
        tabellen=tuple(t for t in tabellen if t.cellen),
    )


def replace_marks(
    document: Document, regels: Sequence[Lakregel]
) -> tuple[Document, Mapping[str, str]]:
    """The document with a word of fixed length for each mark; the ground of each word.

    The words stand nowhere in the document itself. What is set anew has no pictures.
    """
    gekozen = [r for r in regels if r.keuze is Keuze.LAKKEN and not r.vlak]
    gronden = sorted({r.grond for r in gekozen})
    woorden = _new_words(document.tekst, gronden)
    stukken = list(_stretches(document, gekozen))
    nieuw = _rebuild(document, stukken, woorden)
    tabellen = (
        replace(t, blad=t.blad and _without(t.blad, gekozen, woorden))
        for t in nieuw.tabellen
    )
    nieuw = replace(nieuw, tabellen=tuple(tabellen))
    return nieuw, {w: g for g, w in woorden.items()}


def _without(naam: str, regels: Sequence[Lakregel], woorden: Mapping[str, str]) -> str:
    """The name of a worksheet without the words that go."""
    for regel in sorted(regels, key=lambda r: (-len(r.tekst), r.tekst)):
        naam = naam.replace(regel.tekst, woorden[regel.grond])
    return naam


def _new_words(tekst: str, gronden: Sequence[str]) -> dict[str, str]:
    """A word for each ground, all of one length, that the text does not hold."""
    plat = tekst.casefold()
    for letter in _BEGINLETTERS:
        woorden = {g: f"{letter}q{n:02d}zqxv" for n, g in enumerate(gronden)}
        if not any(w in plat for w in woorden.values()):
            return woorden
    raise InvoerError(
        "De tekst laat geen ruimte voor vakken van vaste breedte. Lak dit document "
        "zonder --streng-breedte."
    )


def _stretches(
    document: Document, regels: Sequence[Lakregel]
) -> Iterator[tuple[int, int, str]]:
    """Begin, end and ground of what is replaced: in order, apart, within one block."""
    vrij = 0
    volgorde = sorted(regels, key=lambda r: (r.begin, -r.eind))
    for regel in volgorde:
        for blok in document.blokken:
            begin = max(regel.begin, blok.begin, vrij)
            eind = min(regel.eind, blok.eind)
            if begin < eind and document.tekst[begin:eind].strip():
                yield begin, eind, regel.grond
                vrij = eind


class _Plaatsing:
    """Where an offset of the old text went in the new one."""

    def __init__(self, stukken: Sequence[tuple[int, int, str]], lengte: int) -> None:
        self._begins = [begin for begin, _, _ in stukken]
        self._einden = [eind for _, eind, _ in stukken]
        self._verschil = [0]
        for begin, eind, _ in stukken:
            self._verschil.append(self._verschil[-1] + lengte - (eind - begin))

    def __call__(self, plek: int) -> int:
        """The new offset of an old one; of what lies in a stretch that of its end."""
        eerder = bisect_left(self._einden, plek)
        if eerder < len(self._einden) and self._begins[eerder] < plek:
            plek = self._einden[eerder]
            eerder += 1
        return plek + self._verschil[eerder]


def _rebuild(
    document: Document,
    stukken: Sequence[tuple[int, int, str]],
    woorden: Mapping[str, str],
) -> Document:
    lengte = len(next(iter(woorden.values()), ""))
    waar = _Plaatsing(stukken, lengte)
    delen, vorige = [], 0
    for begin, eind, grond in stukken:
        delen += [document.tekst[vorige:begin], woorden[grond]]
        vorige = eind
    tekst = "".join([*delen, document.tekst[vorige:]])
    blokken = tuple(
        replace(
            b,
            begin=waar(b.begin),
            tekst=tekst[waar(b.begin) : waar(b.eind)],
            regels=(),
            noten=tuple((waar(b.begin + n) - waar(b.begin), t) for n, t in b.noten),
        )
        for b in document.blokken
    )
    tabellen = tuple(
        replace(
            t,
            cellen=tuple(
                replace(c, begin=waar(c.begin), eind=waar(c.eind)) for c in t.cellen
            ),
        )
        for t in document.tabellen
    )
    return replace(
        document, tekst=tekst, blokken=blokken, tabellen=tabellen, aanduidingen=()
    )
