"""Where the form of a document promises names: columns of people, attendance lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.document import Vorm
from pipeline.extraction.persoonsgegevens.lijntabel import STREPEN, TAB, find_cells
from pipeline.extraction.persoonsgegevens.nabij import speaking_blocks
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Document, Tabel
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.rollenboek import Rol
    from pipeline.rulebook import Regel
    from pipeline.taal.namen.schoon import Schoon

_LANG_BLOK = 200
_ZINSEINDE = re.compile(r"[a-z]{3}[.!?](?:\s|\Z)")
_MEESTE = 60
_IN_CEL = 2
_KOP_RIJEN = 3
_SMAL = 3
_LANGSTE_KOP = 60
_IN_KOLOM = "staat in een kolom met namen"
_IN_VAK = "staat in een vak met namen"
_MEERVOUD = re.compile(r"(?i)[ ]?\((?:s|en|n|de|r)\)")
_GENUMMERD = re.compile(r"\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Vak:
    """A stretch of the source text in which names are expected."""

    begin: int
    eind: int
    regel: str
    reden: str
    rol: Rol | None = None
    kop: str = ""
    paraaf: bool = False


_VER = 120
"""How far behind a name a row is read."""

GEEN_NAAM = "geen.naam"
"""The rule of a stretch in which places and organisations stand, not people."""

KOLOM = "naam.kolom"
"""The rule of a cell under a head that promises names."""

PARAAF = "initialen.kolom"
"""The rule of a cell under a head that promises initials of who stands beside it."""

_KOLOM = {GEEN_NAAM, KOLOM}


def _heads_offices(vak: Vak) -> bool:
    """Whether the head of a cell is one over office holders of several kinds.

    "wethouder" is none: below the head of a column it is what a cell holds.
    """
    rol = vak.rol
    if rol is None or not rol.openbaar:
        return False
    return rol.bevestigen or vak.kop not in rol.woorden


class Vakken:
    """The stretches of a document, to ask whether a position lies in one.

    ``oorden`` are words that the document tells to be places.
    """

    def __init__(self, vakken: list[Vak]) -> None:
        # Of two that begin together the head of a column speaks.
        self._vakken = sorted(
            (v for v in vakken if v.regel != PARAAF),
            key=lambda v: (v.begin, v.regel in _KOLOM),
        )
        self._begin = [v.begin for v in self._vakken]
        self.koppen = frozenset(v.kop for v in vakken)
        self.oorden: frozenset[str] = frozenset()
        self._parafen = sorted((v.begin, v.eind) for v in vakken if v.paraaf)

    def cells_below(self, koppen: frozenset[str], tekst: str) -> Iterator[str]:
        """What stands in the cells below some heads, of the text of the source."""
        if not koppen.isdisjoint(self.koppen):
            for vak in self._vakken:
                if vak.kop in koppen:
                    yield tekst[vak.begin : vak.eind].strip()

    def has_initials(self, begin: int, eind: int) -> bool:
        """Whether a stretch of the source lies in a cell for initials."""
        index = bisect_right(self._parafen, (begin, eind + _LANG_BLOK)) - 1
        return index >= 0 and eind <= self._parafen[index][1]

    def office_cell(self, schoon: Schoon, eind: int) -> int | None:
        """Where a cell under a head of office holders begins, behind a place in a row.

        Who is named before it does not hold the office that such a cell tells.
        """
        tekst = schoon.tekst
        regel = tekst.find("\n", eind)
        tot = min(eind + _VER, regel if regel >= 0 else len(tekst))
        plek = tekst.find("\t", eind, tot)
        while plek >= 0:
            vak = self.at(schoon.positie(plek + 1))
            if vak is not None and _heads_offices(vak):
                return plek + 1
            plek = tekst.find("\t", plek + 1, tot)
        return None

    def at(self, positie: int) -> Vak | None:
        """The stretch that holds a position of the source."""
        index = bisect_right(self._begin, positie) - 1
        if index < 0 or self._vakken[index].eind <= positie:
            return None
        return self._vakken[index]


def find_vakken(
    document: Document, kennis: Kennis, koppen: tuple[Regel, ...]
) -> Vakken:
    """The cells and lines of a document that hold people by their heading."""
    vakken: list[Vak] = []
    met_kop: list[tuple[int, int]] = []
    for tabel in document.tabellen:
        eigen = list(_columns(document, tabel, kennis))
        vakken += eigen
        if len({v.kop for v in eigen}) > 1 or (eigen and tabel.kolommen > _SMAL):
            met_kop.append((tabel.cellen[0].begin, tabel.cellen[-1].eind))
    in_tabel = Vakken([Vak(b, e, KOLOM, "") for b, e in met_kop])
    lijsten = _lists(document, koppen)
    vakken += (v for v in lijsten if in_tabel.at(v.begin) is None)
    vakken += _drawn(document.tekst, STREPEN, kennis)
    vakken += _drawn(_outside_tables(document), TAB, kennis)
    return Vakken(vakken)


def _outside_tables(document: Document) -> str:
    """The text with its tables left blank, equally long."""
    delen, vorige = [], 0
    for tabel in sorted(document.tabellen, key=lambda t: t.cellen[0].begin):
        begin, eind = tabel.cellen[0].begin, tabel.cellen[-1].eind
        if begin >= vorige:
            delen += [document.tekst[vorige:begin], " " * (eind - begin)]
            vorige = eind
    return "".join([*delen, document.tekst[vorige:]])


def _columns(document: Document, tabel: Tabel, kennis: Kennis) -> Iterator[Vak]:
    koppen: dict[int, tuple[int, str]] = {}
    smal = tabel.kolommen <= _SMAL
    vorige: tuple[int, int, str] = (0, 0, "")
    for cel in sorted(tabel.cellen, key=lambda c: (c.rij, c.kolom)):
        woord = document.cel_tekst(cel)
        if smal or cel.rij <= _KOP_RIJEN:
            woord = _head(woord)
        links = vorige[2] if vorige[:2] == (cel.rij, cel.kolom - 1) else ""
        vorige = (cel.rij, cel.kolom, woord)
        if cel.rij <= _KOP_RIJEN and _is_head(woord, kennis):
            koppen.setdefault(cel.kolom, (cel.rij, woord))
        elif _is_prose(woord):
            continue
        elif cel.kolom in koppen and cel.rij > koppen[cel.kolom][0]:
            yield _make(cel.begin, cel.eind, koppen[cel.kolom][1], _IN_KOLOM, kennis)
        elif smal and _is_head(links, kennis):
            yield _make(cel.begin, cel.eind, links, _IN_VAK, kennis)


def _drawn(tekst: str, tekens: str, kennis: Kennis) -> Iterator[Vak]:
    """The cells of tables that a text draws with strokes or tabs."""

    def read_head(cel: str) -> str:
        kop = _head(cel)
        return kop if _is_head(kop, kennis) else ""

    for begin, eind, kop in find_cells(tekst, tekens, read_head):
        if eind > begin and not _is_prose(tekst[begin:eind]):
            yield _make(begin, eind, kop, _IN_KOLOM, kennis)


def _head(tekst: str) -> str:
    """A text as heads of columns are listed: ``Actiehouder(s):`` is actiehouder."""
    if len(tekst) > _LANGSTE_KOP:
        return tekst
    kop = _MEERVOUD.sub("", tekst) if "(" in tekst else tekst
    return klein(kop).strip(" :*.?")


def _is_prose(tekst: str) -> bool:
    """Whether a cell holds sentences: names in it need evidence of their own."""
    return len(tekst) > _LANG_BLOK and len(_ZINSEINDE.findall(tekst)) > 1


def _is_head(woord: str, kennis: Kennis) -> bool:
    return (
        woord in kennis.kolommen
        or woord in kennis.kolomrollen
        or woord in kennis.geen_namen
        or woord in kennis.paraafkoppen
        or woord.startswith("wie ")
    )


def _make(begin: int, eind: int, kop: str, reden: str, kennis: Kennis) -> Vak:
    if kop in kennis.geen_namen:
        reden = "staat in een kolom met plaatsen"
        return Vak(begin, eind, GEEN_NAAM, reden, kop=kop)
    rol = kennis.kolomrollen.get(kop)
    paraaf = kop in kennis.paraafkoppen
    regel = KOLOM if kop in kennis.kolommen or not paraaf else PARAAF
    return Vak(begin, eind, regel, reden, rol, kop, paraaf)


def _lists(document: Document, koppen: tuple[Regel, ...]) -> Iterator[Vak]:
    over = 0
    levend = speaking_blocks(document, koppen)
    for nummer, blok in enumerate(document.blokken if levend else ()):
        regels = levend.get(nummer, ())
        if regels and any(next(regel.find(blok.tekst), None) for regel in regels):
            over = _IN_CEL if blok.vorm is Vorm.CEL else _MEESTE
        elif over and (
            blok.vorm is Vorm.KOP
            or len(blok.tekst) > _LANG_BLOK
            or _GENUMMERD.match(blok.tekst)
        ):
            over = 0
        if over:
            over -= 1
            yield Vak(
                blok.begin, blok.eind, "naam.presentielijst", "staat op een namenlijst"
            )
