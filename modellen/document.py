"""A document as it was read: one text, and blocks that say where each piece stood."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from modellen.herkomst import Herkomst

if TYPE_CHECKING:
    from datetime import date, datetime

    from modellen.plaats import Kader, Plaats


class Zone(StrEnum):
    """The part of a document a block belongs to."""

    HOOFDTEKST = "hoofdtekst"
    KOPTEKST = "koptekst"
    VOETTEKST = "voettekst"
    VOETNOOT = "voetnoot"
    OPMERKING = "opmerking"
    TEKSTVAK = "tekstvak"
    BERICHTKOP = "berichtkop"


class Vorm(StrEnum):
    """How a block is set."""

    ALINEA = "alinea"
    KOP = "kop"
    LIJST = "lijst"
    CEL = "cel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """The file a document came from.

    ``bestand`` is the path inside the dossier with ``/``; an attachment adds its own
    name behind the message that carried it (``map/bericht.eml/bijlage.pdf``).
    ``formaat`` is the kind of file: docx, pdf, xlsx, eml or msg.
    """

    bestand: str
    sha256: str
    formaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordkader:
    """One word of a block: where it begins and ends in the block, and its frame."""

    begin: int
    eind: int
    kader: Kader


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelkader:
    """One printed line of a block: where it begins in the block and its frame.

    ``woorden`` are its words, where they can be known from the picture alone: a scan.
    """

    begin: int
    kader: Kader
    woorden: tuple[Woordkader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """A paragraph, heading, list item or piece of a table cell.

    ``begin`` is the offset in the text of the document. ``nummer`` is the number as
    printed (``3.a.``); it is part of ``tekst``, bullets are not. ``niveau`` is the
    level of a heading (from 1) or the depth of a list item (from 0). ``regels`` are the
    printed lines of a page; ``letter`` the size of the type in points where known.
    ``noten`` are the numbers of footnotes that a word processor prints in the block,
    each behind so many characters of it; they are no part of ``tekst``.
    """

    tekst: str
    begin: int
    plaats: Plaats
    zone: Zone = Zone.HOOFDTEKST
    vorm: Vorm = Vorm.ALINEA
    niveau: int = 0
    nummer: str = ""
    vet: bool = False
    letter: float | None = None
    verborgen: bool = False
    regels: tuple[Regelkader, ...] = ()
    noten: tuple[tuple[int, str], ...] = ()

    @property
    def eind(self) -> int:
        """The offset just behind the block."""
        return self.begin + len(self.tekst)

    @property
    def pagina(self) -> int | None:
        """The page the block stands on, from 1."""
        return self.plaats.pagina


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """A cell of a table; a merged cell stands once, with its spans.

    ``rij`` and ``kolom`` count from 1. ``begin`` and ``eind`` are offsets in the text
    of the document: that text is what the cell shows. ``waarde`` is the stored number
    of a workbook as a decimal string (unrounded), ``formule`` its formula. ``berekend``
    is false for a formula without a stored result.
    """

    rij: int
    kolom: int
    begin: int
    eind: int
    adres: str
    plaats: Plaats
    rijspan: int = 1
    kolomspan: int = 1
    waarde: str | None = None
    formule: str | None = None
    berekend: bool = True
    verborgen: bool = False

    def __post_init__(self) -> None:
        if min(self.rij, self.kolom, self.rijspan, self.kolomspan) < 1:
            raise ValueError("rows, columns and spans count from 1")
        if not 0 <= self.begin <= self.eind:
            raise ValueError("a cell runs forward")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A grid of cells; ``nummer`` counts the tables of the document from 1."""

    nummer: int
    cellen: tuple[Cel, ...]
    blad: str | None = None

    @property
    def rijen(self) -> int:
        """The number of rows."""
        return max((c.rij + c.rijspan - 1 for c in self.cellen), default=0)

    @property
    def kolommen(self) -> int:
        """The number of columns."""
        return max((c.kolom + c.kolomspan - 1 for c in self.cellen), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanduiding:
    """A stretch of the text that a person pointed out in the source.

    ``begin`` and ``eind`` are offsets in the text of the document. ``notitie`` is what
    they wrote beside it; a stretch that is only highlighted has none. ``wie`` is who
    pointed it out, where the file tells that.
    """

    begin: int
    eind: int
    notitie: str = ""
    wie: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.eind:
            raise ValueError("what is pointed out runs forward")


class Leesstatus(StrEnum):
    """How a page was read; an unread page is never an empty one."""

    TEKST = "tekst"
    OCR = "ocr"
    LEEG = "leeg"
    ONGELEZEN = "ongelezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """A page or sheet of the source: its number, size in points and reading status.

    ``beelden`` are the frames of the pictures on it.
    """

    nummer: int
    breedte: float = 0.0
    hoogte: float = 0.0
    status: Leesstatus = Leesstatus.TEKST
    beelden: tuple[Kader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenschappen:
    """What the file says of itself; addresses as ``Naam <adres>``.

    ``bijlagen`` are the names of what is attached, ``bijlagen_genoemd`` what the text
    says is attached. ``wijzigingen_open``: tracked changes nobody accepted.
    ``zwarte_vlakken`` counts redaction boxes already present in the source.
    """

    titel: str | None = None
    onderwerp: str | None = None
    afzender: str | None = None
    aan: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    verzonden: datetime | None = None
    gewijzigd: date | None = None
    bijlagen: tuple[str, ...] = ()
    bijlagen_genoemd: tuple[str, ...] = ()
    wijzigingen_open: bool = False
    zwarte_vlakken: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grens:
    """Why a document begins where it does, and how sure that is (0 to 1)."""

    redenen: tuple[str, ...]
    zekerheid: float

    def __post_init__(self) -> None:
        if not self.redenen or not 0 <= self.zekerheid <= 1:
            raise ValueError("a boundary has a reason and a certainty from 0 to 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: its text, blocks, tables, pages, and the document it hangs under.

    ``deel`` tells documents from one file apart ("" for the file itself, ``2`` for its
    second part, ``2.1`` for a part of that). Raises ``ValueError`` when a block or cell
    does not fit the text.
    """

    bron: Bron
    tekst: str
    blokken: tuple[Blok, ...]
    tabellen: tuple[Tabel, ...] = ()
    paginas: tuple[Pagina, ...] = ()
    aanduidingen: tuple[Aanduiding, ...] = ()
    eigenschappen: Eigenschappen = Eigenschappen()
    deel: str = ""
    ouder: str | None = None
    grens: Grens | None = None

    def __post_init__(self) -> None:
        vorige = 0
        for blok in self.blokken:
            if blok.begin < vorige or not self.tekst.startswith(blok.tekst, blok.begin):
                raise ValueError("a block does not stand in the text of its document")
            vorige = blok.eind
            if any(not 0 <= plek <= len(blok.tekst) for plek, _ in blok.noten):
                raise ValueError("the number of a note stands outside its block")
        if any(c.eind > len(self.tekst) for t in self.tabellen for c in t.cellen):
            raise ValueError("a cell lies outside the text of its document")
        if any(a.eind > len(self.tekst) for a in self.aanduidingen):
            raise ValueError("what is pointed out lies outside the text")

    @property
    def id(self) -> str:
        """The same for the same file and part, whatever else changes."""
        return document_id(self.bron.bestand, self.deel)

    def blok_bij(self, positie: int) -> Blok | None:
        """The block that holds a position of the text, or the last one before it."""
        index = bisect_right(self.blokken, positie, key=lambda b: b.begin) - 1
        return self.blokken[index] if index >= 0 else None

    def citeer(
        self, begin: int, eind: int, *, regel: str, zekerheid: float = 1.0
    ) -> Herkomst:
        """The provenance of a stretch of the text; white space at its ends is left out.

        Raises ``ValueError`` when nothing but white space is left.
        """
        stuk = self.tekst[begin:eind]
        begin += len(stuk) - len(stuk.lstrip())
        citaat = stuk.strip()
        blok = self.blok_bij(begin)
        if not citaat or blok is None:
            raise ValueError("there is nothing to quote")
        return Herkomst(
            document=self.id,
            begin=begin,
            eind=begin + len(citaat),
            citaat=citaat,
            plaats=blok.plaats,
            regel=regel,
            zekerheid=zekerheid,
        )

    def cel_tekst(self, cel: Cel) -> str:
        """What a cell shows."""
        return self.tekst[cel.begin : cel.eind]


@lru_cache(maxsize=1 << 12)
def document_id(bestand: str, deel: str) -> str:
    """The identifier of a part of a file, stable over runs and machines."""
    return "d" + hashlib.sha256(f"{bestand}\n{deel}".encode()).hexdigest()[:12]
