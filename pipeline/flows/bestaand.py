"""Redactions that a document already had: they count in its legend."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from modellen.lakken import Geplaatst
from modellen.plaats import Kader
from pipeline.extraction.lakmarken import find_marks, has_legend
from pipeline.pdf.zoeken import read_pages

if TYPE_CHECKING:
    from modellen.lakken import Lakuitslag
    from pipeline.rulebook import Regelboek

_ERGENS = Kader(links=0, boven=0, rechts=0, onder=0)


def find_existing(invoer: bytes, regelboek: Regelboek) -> tuple[Geplaatst, ...]:
    """The grounds of an earlier redaction on each page, from 1; not of its legend."""
    teksten = read_pages(invoer)
    legendas = {n for n, t in enumerate(teksten) if has_legend(t, regelboek)}
    begins = [0, *accumulate(len(t) + 1 for t in teksten)]
    gevonden = {
        (bisect_right(begins, mark.begin) - 1, mark.grond or "")
        for mark in find_marks("\n".join(teksten), regelboek)
    }
    return tuple(
        Geplaatst(pagina=pagina + 1, kader=_ERGENS, grond=grond)
        for pagina, grond in sorted(gevonden)
        if pagina not in legendas
    )


def count_in(bestaand: tuple[Geplaatst, ...], uitslag: Lakuitslag) -> list[Geplaatst]:
    """The marks of the source, with its dark boxes that bear no ground."""
    kaal = [
        Geplaatst(pagina=lek.pagina, kader=lek.kader, grond="")
        for lek in uitslag.bronlekken
        if lek.vlak
    ]
    return [*bestaand, *kaal]
