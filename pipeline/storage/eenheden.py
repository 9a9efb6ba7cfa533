"""Units of search: what a hit shows. A paragraph, or a row of a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.document import Document, Tabel

LANGSTE_RIJ = 800
"""Letters; a longer row is a page set as a table, and is searched by paragraph."""


class Eenheid(NamedTuple):
    """A span of the text of a document, with its page where there are pages."""

    begin: int
    eind: int
    pagina: int | None


def find_eenheden(document: Document) -> Iterator[Eenheid]:
    """The units of a document in the order of its text; none overlap."""
    rijen = iter(_find_rows(document))
    rij = next(rijen, None)
    gedaan = 0
    for blok in document.blokken:
        while rij and rij[1] <= blok.begin:
            rij = next(rijen, None)
        begin, eind = blok.begin, blok.eind
        if rij and rij[0] <= begin:
            begin, eind = rij
        if begin >= gedaan and not document.tekst[begin:eind].isspace() and eind:
            yield Eenheid(begin, eind, blok.pagina)
            gedaan = eind


def _find_rows(document: Document) -> list[tuple[int, int]]:
    """The spans of the rows that make a line, outer rows before those inside them."""
    rijen = sorted(
        (span for tabel in document.tabellen for span in _spans(tabel)),
        key=lambda span: (span[0], -span[1]),
    )
    kort: list[tuple[int, int]] = []
    for begin, eind in rijen:
        if eind - begin <= LANGSTE_RIJ and (not kort or begin >= kort[-1][1]):
            kort.append((begin, eind))
    return kort


def _spans(tabel: Tabel) -> Iterator[tuple[int, int]]:
    gevuld = sorted((c for c in tabel.cellen if c.eind > c.begin), key=lambda c: c.rij)
    for _, cellen in groupby(gevuld, key=lambda c: c.rij):
        rij = tuple(cellen)
        yield min(c.begin for c in rij), max(c.eind for c in rij)
