"""Proposals: what was found becomes rows on which a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.lakblad import Keuze, Lakregel
from pipeline.lakken.gelijk import share_passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Document
    from modellen.lakblad import Woodocument
    from modellen.persoon import Vondsten

OMGEVING = 60
"""Characters of text shown on each side of a proposal."""


def make_voorstellen(
    stukken: Sequence[Woodocument],
    documenten: Mapping[str, Document],
    vondsten: Vondsten,
    namen: Mapping[str, str],
) -> tuple[Lakregel, ...]:
    """A row for every finding in every document of the request, in reading order.

    ``namen`` gives what to call each person, by id. The same passage in two documents
    gets the same rows: what was found in one is proposed in the other too.
    """
    regels = [
        regel
        for stuk in stukken
        for regel in _rows(stuk, documenten[stuk.document], vondsten, namen)
    ]
    gedeeld = share_passages(regels, stukken, documenten)
    return tuple(sorted(gedeeld, key=lambda r: (r.nummer, r.begin, r.id)))


def _rows(
    stuk: Woodocument,
    document: Document,
    vondsten: Vondsten,
    namen: Mapping[str, str],
) -> Iterator[Lakregel]:
    for g in vondsten.gegevens:
        if g.document == document.id and stuk.holds(g.herkomst.pagina):
            yield Lakregel(
                id=f"{stuk.nummer}{g.id}",
                nummer=stuk.nummer,
                document=document.id,
                pagina=stuk.page_in(g.herkomst.pagina),
                begin=g.begin,
                tekst=g.citaat,
                omgeving=around(document.tekst, g.begin, g.eind),
                soort=g.soort.value,
                grond=g.grond,
                reden=g.reden,
                zekerheid=g.zekerheid,
                persoon=namen.get(g.persoon or "", ""),
            )
    for p in vondsten.passages:
        if p.herkomst.document == document.id and stuk.holds(p.herkomst.pagina):
            yield Lakregel(
                id=f"{stuk.nummer}{p.id}",
                nummer=stuk.nummer,
                document=document.id,
                pagina=stuk.page_in(p.herkomst.pagina),
                begin=p.herkomst.begin,
                tekst=p.herkomst.citaat,
                omgeving=around(document.tekst, p.herkomst.begin, p.herkomst.eind),
                soort="passage",
                grond=p.grond,
                reden=p.reden,
                zekerheid=p.herkomst.zekerheid,
                passage=not p.aangemerkt,
                keuze=Keuze.LAKKEN if p.door else Keuze.OPEN,
                door=p.door,
                gemerkt=bool(p.door),
                wet=p.motivering,
            )


def around(tekst: str, begin: int, eind: int) -> str:
    """The words with what stands on each side of them, on one line."""
    voor = tekst[max(0, begin - OMGEVING) : begin]
    na = tekst[eind : eind + OMGEVING]
    return " ".join(f"{voor}[{tekst[begin:eind]}]{na}".split())
