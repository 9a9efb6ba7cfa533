"""A document as printed lines and pages: what the eye sees when it leafs through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from modellen.document import Leesstatus, Vorm, Zone
from modellen.plaats import OpPagina

if TYPE_CHECKING:
    from collections.abc import Callable

    from modellen.document import Blok, Document, Pagina

LOPENDE_TEKST = frozenset({Zone.HOOFDTEKST, Zone.BERICHTKOP, Zone.TEKSTVAK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """One printed line: its words, where it begins, and how it is set.

    ``boven`` is the height on the page from 0 (top) to 1 where known; ``eerste`` tells
    whether the line begins its block.
    """

    tekst: str
    begin: int
    blok: Blok
    eerste: bool
    boven: float | None = None

    @property
    def nadruk(self) -> bool:
        """Whether the line is set as a heading."""
        return self.blok.vet or self.blok.vorm is Vorm.KOP


@dataclass(slots=True, kw_only=True)
class Blad:
    """A page with its lines of main text and its running lines at top and bottom."""

    nummer: int
    pagina: Pagina | None
    lijnen: list[Lijn] = field(default_factory=list)
    kop: list[str] = field(default_factory=list)
    voet: list[str] = field(default_factory=list)
    tabellen: list[tuple[str, int]] = field(default_factory=list)

    @property
    def liggend(self) -> bool:
        """Whether the page is wider than high."""
        return self.pagina is not None and self.pagina.breedte > self.pagina.hoogte > 0

    @property
    def gelezen(self) -> bool:
        """Whether the page has text that was read."""
        return self.pagina is None or self.pagina.status in {
            Leesstatus.TEKST,
            Leesstatus.OCR,
        }


def read_lines(
    document: Document, is_veld: Callable[[str], object] | None = None
) -> list[Lijn]:
    """The printed lines of the main text, in reading order; a table row is one line.

    In a composite file the first lines of documents that look alike can pass for
    running headers. With ``is_veld`` a header counts as main text when it is no
    repetition of the page before, or when it is such a field.
    """
    hoogten = {p.nummer: p.hoogte for p in document.paginas}
    lijnen: list[Lijn] = []
    gezien: set[tuple[int, str]] = set()
    rij_eind = -1
    for blok in document.blokken:
        if is_veld is not None and blok.zone is Zone.KOPTEKST and blok.pagina:
            gezien.add((blok.pagina, blok.tekst))
            if (blok.pagina - 1, blok.tekst) in gezien and not is_veld(blok.tekst):
                continue
        elif blok.zone not in LOPENDE_TEKST or blok.begin < rij_eind:
            continue
        if blok.vorm is Vorm.CEL:
            rij_eind = document.tekst.find("\n", blok.begin)
            rij_eind = len(document.tekst) if rij_eind < 0 else rij_eind
            lijnen.append(
                _line(blok, document.tekst[blok.begin : rij_eind], 0, hoogten)
            )
            continue
        begin = _starts(blok)
        for van, tot in zip(begin, (*begin[1:], len(blok.tekst)), strict=True):
            tekst = blok.tekst[van:tot]
            if tekst.strip():
                lijnen.append(_line(blok, tekst.rstrip(), van, hoogten))
    return lijnen


def _starts(blok: Blok) -> tuple[int, ...]:
    """Where the lines of a block begin: as printed, and behind each line break."""
    starts = {0, *(r.begin for r in blok.regels)}
    positie = blok.tekst.find("\n")
    while positie >= 0:
        starts.add(positie + 1)
        positie = blok.tekst.find("\n", positie + 1)
    return tuple(sorted(s for s in starts if s < len(blok.tekst) or s == 0))


def _line(blok: Blok, tekst: str, van: int, hoogten: dict[int, float]) -> Lijn:
    boven = None
    if isinstance(blok.plaats, OpPagina):
        kader = next(
            (r.kader for r in blok.regels if r.begin >= van), blok.plaats.kader
        )
        hoogte = hoogten.get(blok.plaats.pagina, 0.0)
        if kader is not None and hoogte > 0:
            boven = kader.boven / hoogte
    return Lijn(
        tekst=tekst, begin=blok.begin + van, blok=blok, eerste=van == 0, boven=boven
    )


def read_pages(document: Document, lijnen: list[Lijn]) -> list[Blad]:
    """The pages of a document with their lines; pages without text are there too."""
    bladen = {
        p.nummer: Blad(nummer=p.nummer, pagina=p)
        for p in sorted(document.paginas, key=lambda p: p.nummer)
    }
    pagina = 1
    for lijn in lijnen:
        pagina = lijn.blok.pagina or pagina
        bladen.setdefault(pagina, Blad(nummer=pagina, pagina=None)).lijnen.append(lijn)
    for blok in document.blokken:
        blad = bladen.get(blok.pagina or 0)
        if blad is not None and blok.zone is Zone.KOPTEKST:
            blad.kop.append(blok.tekst)
        elif blad is not None and blok.zone is Zone.VOETTEKST:
            blad.voet.append(blok.tekst)
    _add_tables(document, bladen)
    return [bladen[n] for n in sorted(bladen)]


def _add_tables(document: Document, bladen: dict[int, Blad]) -> None:
    for tabel in document.tabellen:
        eerste = next((c for c in tabel.cellen if c.eind > c.begin), None)
        blad = bladen.get((eerste.plaats.pagina or 0) if eerste else 0)
        if blad is not None:
            kop = "\t".join(
                document.cel_tekst(c).casefold() for c in tabel.cellen if c.rij == 1
            )
            blad.tabellen.append((kop, tabel.kolommen))
