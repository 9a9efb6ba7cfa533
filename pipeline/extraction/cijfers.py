"""Figures of a document: from its tables and from its running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extraction.cijfers_kennis import read_kennis
from pipeline.extraction.cijfers_tekst import read_tekst

if TYPE_CHECKING:
    from modellen.cijfer import Cijfer
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek


def find_cijfers(stuk: Stuk, regelboek: Regelboek) -> tuple[Cijfer, ...]:
    """All figures of a document, those of tables first, in the order of the text.

    A figure says what it is about as far as table or sentence does; ``gebied`` and
    ``thema`` stay ``None`` where nothing does.
    """
    kennis = read_kennis(regelboek)
    cijfers: list[Cijfer] = []
    if stuk.document.tabellen:
        from pipeline.extraction.cijfers_tabel import Vorige, read_tabel  # noqa: PLC0415 (only where there are tables)

        vorige = Vorige()
        for tabel in stuk.document.tabellen:
            cijfers += read_tabel(stuk, tabel, kennis, vorige)
    return (*cijfers, *read_tekst(stuk, regelboek, kennis))
