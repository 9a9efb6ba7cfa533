"""Passages for a person: candidates for grounds that are never decided here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.document import Zone
from modellen.persoon import Passage
from pipeline.extraction.persoonsgegevens.nabij import speaking_blocks
from pipeline.taal.grondcode import GROND, find_code, plain_code
from pipeline.taal.zinnen import zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Aanduiding, Blok, Document
    from pipeline.rulebook import Regel, Regelboek

_ERACHTER = re.compile(rf"(?i)[ ]{{0,2}}[\[(]?[ ]?(?:art\.?(?:ikel)?[ ])?{GROND}")
_ONBEKEND = "Controleer de grond die bij de passage is genoemd."
_ZEKER = 0.5
_LANGE_OPMERKING = 400


def find_passages(
    documenten: Sequence[Document], regelboek: Regelboek
) -> tuple[Passage, ...]:
    """Sentences that may fall under 5.1.2i, 5.2 or 5.1.1d, and marks of a person.

    A comment with the code of a ground, at the words it is about, is a person's mark;
    so is a highlighted passage that holds or is followed by a code. Law: Woo art. 5.1
    lid 1 onder d, lid 2 onder i, lid 3; art. 5.2.
    """
    regels = regelboek.regels("woo")
    motivering = regelboek.tabel("woo/passages.toml")["motivering"]
    uit: list[Passage] = []
    for document in documenten:
        merken = list(_marked(document, motivering))
        uit += merken
        levend = speaking_blocks(document, regels)
        for nummer, blok in enumerate(document.blokken):
            if blok.zone is Zone.OPMERKING:
                uit += _remark(document, blok, motivering)
            elif nummer in levend:
                uit += (
                    p
                    for p in _proposed(document, blok, levend[nummer], motivering)
                    if not any(_covers(m, p) for m in merken)
                )
    return tuple(uit)


def _covers(merk: Passage, voorstel: Passage) -> bool:
    """Whether a person already marked the words of a proposal on the same ground."""
    m, v = merk.herkomst, voorstel.herkomst
    return merk.grond == voorstel.grond and m.begin <= v.begin and v.eind <= m.eind


def _proposed(
    document: Document,
    blok: Blok,
    regels: Sequence[Regel],
    motivering: dict[str, str],
) -> Iterator[Passage]:
    """One passage for each sentence and ground, by the first rule that speaks."""
    raken = [(m.start(), r) for r in regels for m in r.vorm.finditer(blok.tekst)]
    if not raken:
        return
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


def _marked(document: Document, motivering: dict[str, str]) -> Iterator[Passage]:
    """The marks of a person: words with a comment or highlight that names a ground."""
    for a in document.aanduidingen:
        grond = _ground_of(document, a)
        if grond is not None and document.tekst[a.begin : a.eind].strip():
            hoe = "met een opmerking" if a.notitie else "met een markeerstift"
            yield Passage(
                grond=grond,
                reden=f"in het stuk aangemerkt {hoe}",
                motivering=motivering.get(grond, _ONBEKEND),
                aangemerkt=True,
                herkomst=document.citeer(a.begin, a.eind, regel="passage.aangemerkt"),
            )


def _ground_of(document: Document, aanduiding: Aanduiding) -> str | None:
    """The ground in a note, else in highlighted words or just behind them."""
    if aanduiding.notitie:
        return find_code(aanduiding.notitie, eind=_LANGE_OPMERKING)
    binnen = find_code(document.tekst, aanduiding.begin, aanduiding.eind)
    erachter = _ERACHTER.match(document.tekst, aanduiding.eind)
    return binnen or (plain_code(erachter) if erachter else None)


def _remark(
    document: Document, blok: Blok, motivering: dict[str, str]
) -> Iterator[Passage]:
    """A comment that names a ground, but is at no words: a person says which."""
    grond = find_code(blok.tekst, eind=_LANGE_OPMERKING)
    kaal = _bare(blok.tekst)
    if grond is None or any(kaal in _bare(a.notitie) for a in document.aanduidingen):
        return
    yield Passage(
        grond=grond,
        reden="een opmerking noemt deze grond, maar staat niet bij een passage; "
        "wijs zelf aan welke tekst bedoeld is",
        motivering=motivering.get(grond, _ONBEKEND),
        herkomst=document.citeer(
            blok.begin, blok.eind, regel="passage.opmerking", zekerheid=_ZEKER
        ),
    )


def _bare(tekst: str) -> str:
    return "".join(tekst.split())
