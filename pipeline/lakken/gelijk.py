"""The same passage in several documents: one group, one decision, the same marks."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modellen.document import Blok, Document
    from modellen.lakblad import Lakregel, Woodocument

KORTST = 40
"""Characters, white space not counted, that a passage has at least to be the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of a document of the request, known by its characters."""

    stuk: Woodocument
    document: Document
    blok: Blok
    kaal: str

    def bare(self, positie: int) -> int:
        """How many characters of the block stand before a place in the document."""
        return len("".join(self.blok.tekst[: positie - self.blok.begin].split()))

    def place(self, teller: int) -> int:
        """The place in the document of a character counted without white space."""
        for plek, teken in enumerate(self.blok.tekst):
            if not teken.isspace():
                if teller == 0:
                    return self.blok.begin + plek
                teller -= 1
        raise ValueError("a passage has no such character")


def share_passages(
    regels: Sequence[Lakregel],
    stukken: Sequence[Woodocument],
    documenten: Mapping[str, Document],
) -> tuple[Lakregel, ...]:
    """The rows in groups by passage, and the rows that a same passage still missed."""
    meermaals = _repeated(stukken, documenten)
    per_stuk = _by_document(meermaals)
    bezet: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for regel in regels:
        bezet[regel.nummer].append((regel.begin, regel.eind))
    uit: list[Lakregel] = []
    for regel in regels:
        hier = _find(regel, per_stuk)
        if hier is None:
            uit.append(regel)
            continue
        gegroepeerd = replace(regel, groep=_group(hier, regel))
        uit.append(gegroepeerd)
        for elders in meermaals[hier.kaal]:
            uit += _copy(gegroepeerd, hier, elders, bezet[elders.stuk.nummer])
    return tuple(uit)


def _repeated(
    stukken: Sequence[Woodocument], documenten: Mapping[str, Document]
) -> dict[str, list[Passage]]:
    """The passages that stand in more than one document, by their characters."""
    gezien: dict[str, list[Passage]] = defaultdict(list)
    for stuk in stukken:
        document = documenten[stuk.document]
        for blok in document.blokken:
            if stuk.holds(blok.pagina) and len(blok.tekst) >= KORTST:
                kaal = "".join(blok.tekst.split())
                if len(kaal) >= KORTST:
                    gezien[kaal].append(
                        Passage(stuk=stuk, document=document, blok=blok, kaal=kaal)
                    )
    return {
        kaal: plekken
        for kaal, plekken in gezien.items()
        if len({p.stuk.nummer for p in plekken}) > 1
    }


def _by_document(meermaals: Mapping[str, list[Passage]]) -> dict[str, list[Passage]]:
    per_stuk: dict[str, list[Passage]] = defaultdict(list)
    for plekken in meermaals.values():
        for passage in plekken:
            per_stuk[passage.stuk.nummer].append(passage)
    return per_stuk


def _find(regel: Lakregel, per_stuk: Mapping[str, Sequence[Passage]]) -> Passage | None:
    """The repeated passage that holds a row whole."""
    return next(
        (
            p
            for p in per_stuk.get(regel.nummer, ())
            if p.blok.begin <= regel.begin and regel.eind <= p.blok.eind
        ),
        None,
    )


def _group(hier: Passage, regel: Lakregel) -> str:
    """A name for the words of a row in their passage, the same in every document."""
    plek = f"{hier.bare(regel.begin)}:{hier.bare(regel.eind)}:{regel.grond}"
    return "p" + hashlib.sha256(f"{hier.kaal}\n{plek}".encode()).hexdigest()[:12]


def _copy(
    regel: Lakregel, hier: Passage, elders: Passage, bezet: list[tuple[int, int]]
) -> Iterator[Lakregel]:
    """The row in a same passage of another document, unless it has one there."""
    if elders.stuk.nummer == regel.nummer:
        return
    begin = elders.place(hier.bare(regel.begin))
    eind = elders.place(hier.bare(regel.eind) - 1) + 1
    if any(b < eind and begin < e for b, e in bezet):
        return
    bezet.append((begin, eind))
    stuk = elders.stuk
    yield replace(
        regel,
        id=f"{stuk.nummer}{regel.groep}{begin}",
        nummer=stuk.nummer,
        document=stuk.document,
        pagina=stuk.page_in(elders.blok.pagina),
        begin=begin,
        tekst=elders.document.tekst[begin:eind],
        reden=f"{regel.reden}; zelfde passage als in document {regel.nummer}",
    )
