"""The running text as passages of sentences, ready to be searched for rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import timedelta
from operator import is_
from typing import TYPE_CHECKING

from modellen.document import Vorm, Zone
from modellen.stuk import Soort
from pipeline.extraction.lakmarken import mask
from pipeline.taal.datum import find_data
from pipeline.taal.letters import klein
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from modellen.document import Blok, Cel, Document
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek
    from pipeline.taal.datum import Datering

_ZONES = {Zone.HOOFDTEKST, Zone.TEKSTVAK, Zone.VOETNOOT}
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_TEKEN = r"</?(?:li|ul|ol|p|br|div)\b[^<>\n]{0,200}>|(?<=\s)[•▪●](?=\s?\w)"
_KNIP_SAMEN = re.compile(_TEKEN)
_KNIP = re.compile(rf"{_TEKEN}|(?<=[.:;!?])\n(?=\s*[A-Z•▪●–-])|\n(?=\s*[•▪●–-]\s)")
_KOPSLOT = re.compile(r"[.!?;,]\s*\Z")
_LANGSTE_KOP = 110
_AGENDA_VOORAF = timedelta(days=21)
_VEEL_REGELS, _KORTE_REGEL = 12, 30
_OPEN_EIND = re.compile(r"[\w,)’'\"-]\s*\Z")
_KLEIN_BEGIN = re.compile(r"\s*[a-zà-ÿ(\d]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zin:
    """A sentence: its span in the text of the document, and its words folded."""

    begin: int
    eind: int
    klein: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, list item or piece of a cell; ``kop`` is the heading above it."""

    zinnen: tuple[Zin, ...]
    vorm: Vorm
    kop: str | None
    is_kop: bool
    cel: Cel | None
    niveau: int = 0

    @property
    def begin(self) -> int:
        """Where its first sentence begins."""
        return self.zinnen[0].begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """A document prepared once: masked text, passages, dates, and the day it speaks."""

    document: Document
    tekst: str
    klein: str
    passages: tuple[Passage, ...]
    data: tuple[Datering, ...]
    anker: date | None

    def data_in(self, begin: int, eind: int) -> tuple[Datering, ...]:
        """The dates that lie in a stretch of the text."""
        van = bisect_right(self.data, begin - 1, key=lambda d: d.begin)
        tot = bisect_right(self.data, eind - 1, key=lambda d: d.begin)
        return tuple(d for d in self.data[van:tot] if d.eind <= eind)


_Sleutel = tuple[object, ...]


class _Laatste:
    """The reading made last: actions and decisions ask for the same one in turn."""

    paar: tuple[_Sleutel, Lezing] | None = None


def read_stuk(stuk: Stuk, regelboek: Regelboek) -> Lezing:
    """The text of a document without redaction marks and tags, in passages."""
    sleutel = (stuk.document, stuk.kenmerken, stuk.vergaderingen, regelboek)
    paar = _Laatste.paar
    if paar is not None and all(map(is_, sleutel, paar[0])):
        return paar[1]
    lezing = _read(stuk, regelboek)
    _Laatste.paar = (sleutel, lezing)
    return lezing


def _read(stuk: Stuk, regelboek: Regelboek) -> Lezing:
    document = stuk.document
    gemaskerd = mask(document.tekst, regelboek)
    schoon = gemaskerd
    if "<" in gemaskerd:
        schoon = _TAG.sub(lambda t: " " * len(t[0]), gemaskerd)
    laag = klein(schoon)
    anker = find_anker(stuk)
    return Lezing(
        document=document,
        tekst=schoon,
        klein=laag,
        passages=tuple(_make_passages(document, gemaskerd, schoon, laag)),
        data=find_data(schoon, anker),
        anker=anker,
    )


def find_anker(stuk: Stuk) -> date | None:
    """The day the words were spoken: that of the meeting held, else of the document."""
    gehouden = [v.datum for v in stuk.vergaderingen if v.datum and not v.aangekondigd]
    datum = stuk.kenmerken.datum
    soort = stuk.kenmerken.soort
    if soort in {Soort.BRIEF, Soort.EMAIL, Soort.MEMO} and datum:
        return datum
    anker = max(gehouden, default=datum)
    # An agenda is sent some weeks before the meeting whose date it bears.
    vooraf = anker and soort in {Soort.AGENDA, Soort.GEANNOTEERDE_AGENDA}
    return anker - _AGENDA_VOORAF if anker and vooraf else anker


def _make_passages(
    document: Document, gemaskerd: str, schoon: str, laag: str
) -> Iterator[Passage]:
    kop: str | None = None
    cellen = _Cellen(document)
    vorige_cel: Cel | None = None
    for blokken in _join(document, cellen):
        cel = cellen.at(blokken[0].begin)
        if (
            cel is not vorige_cel
            and cel is not None
            and (vorige_cel is None or cel.rij != vorige_cel.rij)
        ):
            kop = kop if cel.kolom > 1 else None
        vorige_cel = cel
        is_kop = _is_kop(blokken) or _is_rijkop(blokken[0], cel)
        for begin, eind in _cut(gemaskerd, blokken):
            delen = tuple(
                Zin(begin=begin + b, eind=begin + e, klein=laag[begin + b : begin + e])
                for b, e in zinnen(schoon[begin:eind])
            )
            if delen:
                eerste = blokken[0]
                yield Passage(
                    zinnen=delen,
                    vorm=eerste.vorm,
                    kop=kop,
                    is_kop=is_kop,
                    cel=cel,
                    niveau=eerste.niveau,
                )
        if is_kop:
            kop = " ".join(schoon[blokken[0].begin : blokken[-1].eind].split())


def _join(document: Document, cellen: _Cellen) -> Iterator[list[Blok]]:
    """Blocks, with the parts of a paragraph that a page or line break cut together."""
    zichtbaar = [b for b in document.blokken if b.zone in _ZONES and not b.verborgen]
    groep: list[Blok] = []
    for blok in zichtbaar:
        if groep and _runs_on(document, groep[-1], blok, cellen):
            groep.append(blok)
            continue
        if groep:
            yield groep
        groep = [blok]
    if groep:
        yield groep


def join_in_cel(blokken: list[Blok]) -> list[list[Blok]]:
    """The blocks of one cell, with the lines of a paragraph together."""
    groepen: list[list[Blok]] = []
    for blok in blokken:
        if groepen and _is_vervolg(groepen[-1][-1], blok):
            groepen[-1].append(blok)
        else:
            groepen.append([blok])
    return groepen


def _runs_on(document: Document, een: Blok, ander: Blok, cellen: _Cellen) -> bool:
    cel = cellen.at(een.begin)
    if cel is not None:
        zelfde = cellen.at(ander.begin) is cel
        return zelfde and (cellen.is_smal(cel) or _is_vervolg(een, ander))
    if een.vorm not in {Vorm.ALINEA, Vorm.LIJST} or ander.vorm is not Vorm.ALINEA:
        return False
    lang = len(een.tekst) > _LANGSTE_KOP // 2
    los = bool(document.tekst[een.eind : ander.begin].strip())
    return lang and not los and _is_vervolg(een, ander)


def _is_vervolg(een: Blok, ander: Blok) -> bool:
    """Whether a line goes on where the one before it broke off."""
    return (
        not een.vet
        and ander.vorm is not Vorm.LIJST
        and bool(_OPEN_EIND.search(een.tekst))
        and bool(_KLEIN_BEGIN.match(ander.tekst))
    )


def _is_kop(blokken: list[Blok]) -> bool:
    tekst = blokken[0].tekst.strip()
    if len(blokken) > 1 or len(tekst) > _LANGSTE_KOP:
        return False
    if blokken[0].vorm is Vorm.KOP:
        return True
    return not _KOPSLOT.search(tekst) and (
        blokken[0].vet or bool(blokken[0].nummer) or tekst.endswith(":")
    )


def _is_rijkop(blok: Blok, cel: Cel | None) -> bool:
    """The subject in the first column of a row heads the cells beside it."""
    return (
        cel is not None
        and cel.kolom == 1
        and (cel.begin, cel.eind) == (blok.begin, blok.eind)
        and len(blok.tekst) <= _LANGSTE_KOP
        and not _KOPSLOT.search(blok.tekst)
    )


def _cut(tekst: str, blokken: list[Blok]) -> Iterator[tuple[int, int]]:
    """The pieces of a block that stand on lines or bullets of their own.

    Where lines were joined a line break says nothing.
    """
    begin, eind = blokken[0].begin, blokken[-1].eind
    for knip in (_KNIP_SAMEN if len(blokken) > 1 else _KNIP).finditer(
        tekst, begin, eind
    ):
        yield begin, knip.start()
        begin = knip.end()
    yield begin, eind


class _Cellen:
    """Finds the smallest cell around a position."""

    def __init__(self, document: Document) -> None:
        alle = (c for t in document.tabellen for c in t.cellen if c.eind > c.begin)
        self._cellen = sorted(alle, key=lambda c: (c.begin, -c.eind))
        self._begin = [b.begin for b in document.blokken]

    def is_smal(self, cel: Cel) -> bool:
        """Whether a column is so narrow that its words stand below each other."""
        van = bisect_left(self._begin, cel.begin)
        aantal = bisect_left(self._begin, cel.eind) - van
        return aantal >= _VEEL_REGELS and cel.eind - cel.begin < aantal * _KORTE_REGEL

    def at(self, positie: int) -> Cel | None:
        """The cell that holds a position."""
        index = bisect_right(self._cellen, positie, key=lambda c: c.begin) - 1
        while index >= 0:
            cel = self._cellen[index]
            if cel.eind > positie:
                return cel
            if cel.eind < positie and index and self._cellen[index - 1].eind <= positie:
                return None
            index -= 1
        return None
