"""The lines of a document as a reader meets them, for rules that look at lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.document import Vorm, Zone

if TYPE_CHECKING:
    from modellen.document import Blok, Document

_LOPEND = frozenset({Zone.HOOFDTEKST, Zone.BERICHTKOP, Zone.TEKSTVAK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """One line: its words, its offset, its block; ``kop`` when set as a heading."""

    tekst: str
    begin: int
    blok: Blok

    @property
    def eind(self) -> int:
        """The offset just behind the line."""
        return self.begin + len(self.tekst)

    @property
    def kop(self) -> bool:
        """Whether the line is set as a heading: by style, or short and bold."""
        return self.blok.vorm is Vorm.KOP or (self.blok.vet and len(self.tekst) < 150)  # noqa: PLR2004 (longer is emphasis, no heading)

    @property
    def rij(self) -> bool:
        """Whether the line is a row of a table."""
        return self.blok.vorm is Vorm.CEL


def text_lines(document: Document, limiet: int | None = None) -> list[Lijn]:
    """The lines of the main text: paragraphs, their line breaks, rows of tables."""
    lijnen: list[Lijn] = []
    tot = -1
    for blok in document.blokken:
        if blok.zone not in _LOPEND or blok.begin < tot or blok.verborgen:
            continue
        if blok.vorm is Vorm.CEL:
            tot = document.tekst.find("\n", blok.begin)
            tot = len(document.tekst) if tot < 0 else tot
            lijnen.append(
                Lijn(
                    tekst=document.tekst[blok.begin : tot], begin=blok.begin, blok=blok
                )
            )
        else:
            begin = blok.begin
            for deel in blok.tekst.split("\n"):
                if deel.strip():
                    lijnen.append(Lijn(tekst=deel, begin=begin, blok=blok))
                begin += len(deel) + 1
        if limiet is not None and len(lijnen) >= limiet:
            return lijnen[:limiet]
    return lijnen


def zone_lines(document: Document, *zones: Zone) -> list[str]:
    """The texts of the blocks in these zones."""
    return [b.tekst.strip() for b in document.blokken if b.zone in zones]
