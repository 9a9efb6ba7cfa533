"""Composite files and mail chains fall apart into the documents they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.splitting.bundel import split_bundel
from pipeline.splitting.keten import split_keten

if TYPE_CHECKING:
    from collections.abc import Callable

    from modellen.document import Document
    from pipeline.rulebook import Regelboek

    Splitter = Callable[[Document, Regelboek], tuple[Document, ...]]

__all__ = ["SPLITTERS", "split"]

SPLITTERS: tuple[Splitter, ...] = (split_bundel, split_keten)


def split(document: Document, regelboek: Regelboek) -> tuple[Document, ...]:
    """The documents in a document; one that is one document comes back as it was.

    A container without text goes before the parts of a composite file; a letter goes
    before its annexes, a message before the messages it quotes.
    """
    documenten: tuple[Document, ...] = (document,)
    for splitter in SPLITTERS:
        documenten = tuple(d for heel in documenten for d in splitter(heel, regelboek))
    return documenten
