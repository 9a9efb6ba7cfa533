"""Words that a line end broke in the middle: addresses, account numbers, names.

A program that sets a table breaks a word where the cell ends when it is wider than the
cell, without a hyphen. Read line by line such a word has white space in it, and no
pattern knows it. A name that was broken with a hyphen is read with that hyphen, for it
may be a double name: whether it is, the lists tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from modellen.document import Vorm
from pipeline.taal.letters import klein
from pipeline.taal.namen.vorm import is_particle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Document, Tabel
    from pipeline.taal.namen.lijsten import Naamlijsten

_VOL = 1.6
"""Letters that a line may stop short of the widest one and be full."""

_AAN_ELKAAR = "-_@"
"""Behind these a line may end although it is not full."""

_STUK = re.compile(r"[\w.%+'@-]+")
_VERVOLG = re.compile(r"[a-zà-ÿ0-9._@-]")
_ADRES = re.compile(r"[\w.%+'-]+@[\w.-]+")
_HEEL_ADRES = re.compile(r"[\w.%+'-]+@(?:[\w-]+\.)+[A-Za-z]{2,24}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_IBAN_BEGIN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{0,10}")
_NAAM = re.compile(r"[^\W\d_]['’-]?(?:[^\W\d_]+['’-]?)+")
_REST = re.compile(r"[a-zà-ÿ]+")
_VOOR_STREEP = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ][a-zà-ÿ]+\Z")
_WOORD = re.compile(r"\w+")
_WOORD_ERVOOR = re.compile(r"(?P<woord>[^\W\d_]+)\.?[ ]\Z")
LANGSTE = 40
"""Letters before a line end that are looked at."""


class _Lijn(NamedTuple):
    """A printed line: where it stands in the text, and its frame from left to right."""

    begin: int
    tekst: str
    links: float
    rechts: float

    @property
    def eind(self) -> int:
        return self.begin + len(self.tekst)

    def is_full(self, rand: _Rand) -> bool:
        """Whether one letter more would not have fitted."""
        letter = (self.rechts - self.links) / max(len(self.tekst), 1)
        return self.rechts > rand.rechts - _VOL * letter or (
            len(self.tekst) >= rand.letters
        )


class _Rand(NamedTuple):
    """How far lines run here: to the right, and in letters where those are counted."""

    rechts: float
    letters: int


def find_breaks(document: Document, lijsten: Naamlijsten) -> list[tuple[int, int]]:
    """The white space that stands inside a word: where it begins and ends, in order."""
    if not any(blok.regels for blok in document.blokken):
        return []
    uit: list[tuple[int, int]] = []
    begin = [blok.begin for blok in document.blokken]
    for tabel in document.tabellen:
        uit += _in_table(document, tabel, begin, lijsten)
    for blok in document.blokken:
        if len(blok.regels) < 2:  # noqa: PLR2004 (a line end parts two)
            continue
        if blok.vorm is not Vorm.CEL and "@" in blok.tekst:
            lijnen = list(_lines(blok))
            rand = _edge(lijnen)
            uit += _breaks(lijnen, rand, document.tekst, lijsten)
        uit += _hyphens(blok, document.tekst, lijsten)
    return sorted(uit)


def is_broken_name(links: str, rest: str, tekst: str, lijsten: Naamlijsten) -> bool:
    """Whether a hyphen at a line end broke a name, and belongs to none: ``Kwa-/kel``.

    ``links`` ends before the hyphen, ``rest`` is the word in small letters behind it.
    """
    raak = _VOOR_STREEP.search(links)
    if raak is None or is_particle(rest):
        return False
    begin, naam = raak.group(), raak.group() + rest
    if klein(naam) in lijsten.achternamen or lijsten.is_first_name(naam):
        return True
    if not lijsten.is_common(rest) or naam in _words_of(tekst):
        return True
    if lijsten.is_surname(begin) or lijsten.is_first_name(begin):
        # "Kolk-plan" is what Kolk made; "J. Kolk-plan" is no one's.
        return _begins_name(links[: raak.start()], lijsten)
    return lijsten.is_strange(begin)


def _begins_name(links: str, lijsten: Naamlijsten) -> bool:
    """Whether a first name, an initial, a particle or a strange word ends here."""
    raak = _WOORD_ERVOOR.search(links)
    if raak is None:
        return False
    woord = raak.group("woord")
    if is_particle(woord) or lijsten.is_first_name(woord):
        return True
    return woord.istitle() and (len(woord) == 1 or lijsten.is_strange(woord))


@lru_cache(maxsize=4)
def _words_of(tekst: str) -> frozenset[str]:
    return frozenset(_WOORD.findall(tekst))


def _hyphens(blok: Blok, tekst: str, lijsten: Naamlijsten) -> Iterator[tuple[int, int]]:
    """The hyphens with which printed lines of a block break a name."""
    for regel in blok.regels[1:]:
        plek = blok.begin + regel.begin
        rest = _REST.match(tekst, plek)
        if rest is None or tekst[plek - 1 : plek] != "-":
            continue
        links = tekst[max(blok.begin, plek - LANGSTE) : plek - 1]
        if is_broken_name(links, rest.group(), tekst, lijsten):
            yield plek - 1, plek


def _in_table(
    document: Document, tabel: Tabel, begin: Sequence[int], lijsten: Naamlijsten
) -> Iterator[tuple[int, int]]:
    """The breaks in the cells of a table; the widest line of a column is its edge."""
    cellen: dict[tuple[int, int], list[Sequence[Blok]]] = defaultdict(list)
    for cel in tabel.cellen:
        van, tot = bisect_left(begin, cel.begin), bisect_left(begin, cel.eind)
        cellen[cel.kolom, cel.kolomspan].append(document.blokken[van:tot])
    for blokken in cellen.values():
        if all(sum(len(b.regels) for b in cel) < 2 for cel in blokken):  # noqa: PLR2004 (a line end parts two)
            continue
        alle = ([lijn for blok in cel for lijn in _lines(blok)] for cel in blokken)
        kolom = [lijnen for lijnen in alle if lijnen]
        rand = _edge([lijn for lijnen in kolom for lijn in lijnen])
        for lijnen in kolom:
            yield from _breaks(lijnen, rand, document.tekst, lijsten)


def _edge(lijnen: Sequence[_Lijn]) -> _Rand:
    return _Rand(max(n.rechts for n in lijnen), max(len(n.tekst) for n in lijnen))


def _lines(blok: Blok) -> Iterator[_Lijn]:
    for nummer, regel in enumerate(blok.regels, start=1):
        eind = blok.regels[nummer].begin if nummer < len(blok.regels) else None
        tekst = blok.tekst[regel.begin : eind].rstrip()
        kader = regel.kader
        yield _Lijn(blok.begin + regel.begin, tekst, kader.links, kader.rechts)


def _breaks(
    lijnen: list[_Lijn], rand: _Rand, tekst: str, lijsten: Naamlijsten
) -> Iterator[tuple[int, int]]:
    """The breaks between lines of one cell, or of one paragraph."""
    plek = 0
    while plek + 1 < len(lijnen):
        keten, woord = _chain(lijnen, plek, rand)
        if len(keten) > 1 and _is_one_word(keten, woord, tekst, lijsten):
            for een, ander in pairwise(keten):
                if een.eind < ander.begin:
                    yield een.eind, ander.begin
        plek += max(len(keten) - 1, 1)


def _chain(lijnen: list[_Lijn], plek: int, rand: _Rand) -> tuple[list[_Lijn], str]:
    """Lines from a place on that are each one full word, and that word joined.

    It ends behind a whole address: the line below holds the next one.
    """
    keten, woord = [lijnen[plek]], lijnen[plek].tekst
    for volgende in lijnen[plek + 1 :]:
        vorige = keten[-1]
        los = _STUK.fullmatch(vorige.tekst) is None
        vol = vorige.is_full(rand) or vorige.tekst.endswith(tuple(_AAN_ELKAAR))
        if los or not vol or _HEEL_ADRES.fullmatch(woord):
            break
        stuk = _STUK.match(volgende.tekst)
        verder = _VERVOLG.match(volgende.tekst) or _IBAN_BEGIN.fullmatch(woord)
        if stuk is None or not verder:
            break
        keten.append(volgende)
        woord += stuk.group()
    return keten, woord


def _is_one_word(
    keten: list[_Lijn], woord: str, tekst: str, lijsten: Naamlijsten
) -> bool:
    """Whether what stands on the lines is an address, an account number or a name."""
    if "@" in woord:
        # A word of every day above an address is what the address is of.
        los = klein(keten[0].tekst) in lijsten.woorden
        return not los and _ADRES.fullmatch(woord.rstrip(".-")) is not None
    if _IBAN.fullmatch(woord):
        return _IBAN_BEGIN.fullmatch(keten[0].tekst) is not None
    eerste, rest = keten[0].tekst, woord[len(keten[0].tekst) :]
    if not (eerste[0].isupper() and _NAAM.fullmatch(eerste) and _REST.fullmatch(rest)):
        return False
    if woord in tekst:
        return True
    return lijsten.is_strange(eerste) and not lijsten.is_common(rest)
