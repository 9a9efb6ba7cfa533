"""Passages for a person: candidates for grounds that are never decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Zone
from modellen.persoon import Passage
from pipeline.extraction.persoonsgegevens.merken import find_merken, find_remarks
from pipeline.extraction.persoonsgegevens.nabij import speaking_blocks
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Blok, Document
    from pipeline.rulebook import Regel, Regelboek

GEEN_PASSAGE = "geen_passage"
"""The kind of rules for words in which nothing is proposed."""

_ZEKER = 0.5


def find_passages(
    documenten: Sequence[Document], regelboek: Regelboek
) -> tuple[Passage, ...]:
    """Sentences that may fall under 5.1.2i, 5.2 or 5.1.1d, and marks of a person.

    A comment with the code of a ground, at the words it is about, is a person's mark;
    so is a highlighted passage that holds or is followed by a code. Law: Woo art. 5.1
    lid 1 onder d, lid 2 onder i, lid 3; art. 5.2.
    """
    regels = [r for r in regelboek.regels("woo") if r.soort[0].isdigit()]
    uit: list[Passage] = []
    for document in documenten:
        merken = find_merken(document, regelboek)
        uit += merken
        levend = speaking_blocks(document, regels)
        for nummer, blok in enumerate(document.blokken):
            if nummer in levend and blok.zone is not Zone.OPMERKING:
                uit += _proposed(document, blok, levend[nummer], merken, regelboek)
        uit += find_remarks(document, regelboek)
    return tuple(uit)


def _is_marked(merken: Sequence[Passage], grond: str, begin: int, eind: int) -> bool:
    """Whether a person already marked the words of a rule on the same ground."""
    return any(
        m.grond == grond and m.herkomst.begin < eind and begin < m.herkomst.eind
        for m in merken
    )


def _silent(tekst: str, regelboek: Regelboek) -> list[tuple[int, int]]:
    """The stretches of a text in which what looks like a passage is none."""
    regels = regelboek.regels("woo", GEEN_PASSAGE)
    return [raak.span() for regel in regels for raak in regel.find(tekst)]


def _proposed(
    document: Document,
    blok: Blok,
    regels: Sequence[Regel],
    merken: Sequence[Passage],
    regelboek: Regelboek,
) -> Iterator[Passage]:
    """One passage for each sentence and ground, by the first rule that speaks."""
    raken = [
        (m.start(), r)
        for r in regels
        for m in r.vorm.finditer(blok.tekst)
        if not _is_marked(merken, r.soort, blok.begin + m.start(), blok.begin + m.end())
    ]
    if not raken:
        return
    stil = _silent(blok.tekst, regelboek)
    raken = [r for r in raken if not any(b <= r[0] < e for b, e in stil)]
    motivering = regelboek.tabel("woo/passages.toml")["motivering"]
    gezien: set[tuple[int, str]] = set()
    spannen = zinnen(blok.tekst)
    for plek, regel in sorted(raken, key=lambda p: (p[0], p[1].id)):
        for begin, eind in spannen:
            if begin <= plek < eind and (begin, regel.soort) not in gezien:
                gezien.add((begin, regel.soort))
                yield Passage(
                    grond=regel.soort,
                    reden=f"de passage {regel.uitleg}",
                    motivering=motivering[regel.soort],
                    herkomst=document.citeer(
                        blok.begin + begin,
                        blok.begin + eind,
                        regel=regel.id,
                        zekerheid=_ZEKER,
                    ),
                )
