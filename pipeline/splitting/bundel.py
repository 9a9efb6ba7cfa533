"""Composite files: each document on its own, annexes under the one they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.document import Eigenschappen, Grens, document_id
from pipeline.splitting.adressen import message_properties
from pipeline.splitting.grenzen import find_begins
from pipeline.splitting.knippen import cut, divide_block, release_header
from pipeline.splitting.lijnen import read_lines
from pipeline.splitting.mailkop import find_mailkoppen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modellen.document import Document
    from pipeline.rulebook import Regelboek
    from pipeline.splitting.grenzen import Begin

_HEEL = {"xlsx", "xls", "ods", "eml", "msg"}
_KOP_BOVENAAN = 12


def split_bundel(document: Document, regelboek: Regelboek) -> tuple[Document, ...]:
    """The documents glued together in one file, or the document itself.

    Of several documents an empty container goes first; a document that only carries
    annexes keeps its own place, and the annexes hang under it.
    """
    if document.bron.formaat in _HEEL or not document.blokken:
        return (document,)
    begins = find_begins(document, regelboek)
    if not begins:
        return (document,)
    heel = document
    for begin in begins:
        heel = divide_block(heel, begin.positie)
    delen = cut(heel, [b.positie for b in begins])
    if len(delen) != len(begins) + 1:
        return (document,)
    delen = tuple(release_header(d) for d in delen)
    if all(b.bijlage for b in begins):
        return _carrier(document, delen, begins)
    return _container(document, delen, begins, regelboek)


def _carrier(
    document: Document, delen: Sequence[Document], begins: Sequence[Begin]
) -> tuple[Document, ...]:
    """A letter and its annexes: the letter stays where it was."""
    return (
        delen[0],
        *(
            replace(
                deel,
                deel=_number(document, nummer),
                ouder=document.id,
                grens=_grens(begin),
                eigenschappen=_of_part(document),
            )
            for nummer, (begin, deel) in enumerate(
                zip(begins, delen[1:], strict=True), start=1
            )
        ),
    )


def _container(
    document: Document,
    delen: Sequence[Document],
    begins: Sequence[Begin],
    regelboek: Regelboek,
) -> tuple[Document, ...]:
    houder = replace(document, tekst="", blokken=(), tabellen=(), aanduidingen=())
    eerste = Grens(redenen=("begin van het bestand",), zekerheid=1.0)
    grenzen = (eerste, *(_grens(b) for b in begins))
    bijlagen = (False, *(b.bijlage for b in begins))
    ouder = houder.id
    parts = []
    for nummer, (deel, grens, bijlage) in enumerate(
        zip(delen, grenzen, bijlagen, strict=True), start=1
    ):
        naam = _number(document, nummer)
        parts.append(
            replace(
                deel,
                deel=naam,
                ouder=ouder if bijlage else houder.id,
                grens=grens,
                eigenschappen=_properties(document, deel, regelboek),
            )
        )
        if not bijlage:
            ouder = document_id(document.bron.bestand, naam)
    return (houder, *parts)


def _number(document: Document, nummer: int) -> str:
    return f"{document.deel}.{nummer}" if document.deel else str(nummer)


def _grens(begin: Begin) -> Grens:
    return Grens(redenen=begin.redenen, zekerheid=begin.zekerheid)


def _of_part(document: Document) -> Eigenschappen:
    """What the file says that holds for each of its parts."""
    eigen = document.eigenschappen
    return Eigenschappen(
        gewijzigd=eigen.gewijzigd, wijzigingen_open=eigen.wijzigingen_open
    )


def _properties(
    document: Document, deel: Document, regelboek: Regelboek
) -> Eigenschappen:
    """The properties of a part; a message has those of its header lines."""
    koppen = find_mailkoppen(read_lines(deel), regelboek)
    if not koppen or koppen[0].van >= _KOP_BOVENAAN:
        return _of_part(document)
    eigen = document.eigenschappen
    return replace(
        message_properties(koppen[0]),
        gewijzigd=eigen.gewijzigd,
        wijzigingen_open=eigen.wijzigingen_open,
    )
