"""Marks of a person in the source: words with a comment or highlight and a ground."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.document import Zone
from modellen.persoon import Passage
from pipeline.taal.grondcode import GROND, find_code, find_codes, plain_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.document import Aanduiding, Blok, Document
    from pipeline.rulebook import Regel, Regelboek

VRAAG, WEIGERING = "merk.vraag", "merk.weigering"
"""The kinds of rules for a note that asks, or that wants the words to stay."""

_ERACHTER = re.compile(
    rf"(?i)[ ]{{0,2}}[\[(]?[ ]?(?:art\.?(?:ikel)?[ ])?{GROND}"
    r"(?P<vraag>[ )\]]{0,2}\?)?"
)
_VRAAGTEKEN = re.compile(rf"(?i){GROND}[ )\]]{{0,2}}\?")
_LANGE_OPMERKING = 400
_ZEKER = 0.5
_ONBEKEND = "Controleer de grond die bij de passage is genoemd."
_ZONDER_NAAM = "markering in het document"
_MENS = ("5.1.1d", "5.1.2i", "5.2")
"""Grounds of which nothing but a decision of a person may be applied."""


def find_merken(document: Document, regelboek: Regelboek) -> tuple[Passage, ...]:
    """The marks of a person, each passage once for each ground.

    A mark decides, in the name of who set it; one that asks (``5.1.2f?``), that names
    more than one ground, or that someone contradicts, is put to a person.
    """
    twijfel = [*regelboek.regels("woo", VRAAG), *regelboek.regels("woo", WEIGERING)]
    wet = regelboek.tabel("woo/passages.toml")["motivering"]
    vondsten = (
        _make(document, a, grond, twijfel, wet)
        for a in document.aanduidingen
        if document.tekst[a.begin : a.eind].strip()
        and (grond := _ground_of(document, a))
    )
    return tuple(_once(vondsten))


def find_remarks(document: Document, regelboek: Regelboek) -> Iterator[Passage]:
    """Comments that name a ground, but are at no words: a person says which."""
    wet = regelboek.tabel("woo/passages.toml")["motivering"]
    bij_woorden = [_bare(a.notitie) for a in document.aanduidingen]
    for blok in document.blokken:
        if blok.zone is not Zone.OPMERKING:
            continue
        grond = find_code(blok.tekst, eind=_LANGE_OPMERKING)
        kaal = _bare(blok.tekst)
        if grond is not None and not any(kaal in notitie for notitie in bij_woorden):
            yield _remark(document, blok, grond, wet)


def _make(
    document: Document,
    merk: Aanduiding,
    grond: str,
    twijfel: Sequence[Regel],
    wet: dict[str, str],
) -> Passage:
    hoe = "met een opmerking" if merk.notitie else "met een markeerstift"
    open_ = _why_open(document, merk, twijfel)
    return Passage(
        grond=grond,
        reden=f"in het stuk aangemerkt {hoe}" + (f"; {open_}" if open_ else ""),
        motivering=wet.get(grond, _ONBEKEND),
        aangemerkt=not (open_ and grond.startswith(_MENS)),
        door="" if open_ else merk.wie or _ZONDER_NAAM,
        herkomst=document.citeer(
            merk.begin,
            merk.eind,
            regel="passage.aangemerkt",
            zekerheid=_ZEKER if open_ else 1.0,
        ),
    )


def _ground_of(document: Document, merk: Aanduiding) -> str | None:
    """The ground in a note, else in highlighted words or just behind them."""
    if merk.notitie:
        return find_code(merk.notitie, eind=_LANGE_OPMERKING)
    binnen = find_code(document.tekst, merk.begin, merk.eind)
    erachter = _ERACHTER.match(document.tekst, merk.eind)
    return binnen or (plain_code(erachter) if erachter else None)


def _why_open(
    document: Document, merk: Aanduiding, twijfel: Sequence[Regel]
) -> str | None:
    """Why a mark decides nothing; ``None`` when it does."""
    if len(_grounds_named(document, merk)) > 1:
        return "er staat meer dan één grond bij; kies er een"
    if _asks(document, merk, twijfel):
        return "als vraag of met voorbehoud, dus nog niet besloten"
    weigering = [r for r in twijfel if r.soort == WEIGERING]
    for ander in document.aanduidingen:
        zelfde = (ander.begin, ander.eind) == (merk.begin, merk.eind)
        if _meet(ander, merk) and _doubts(
            ander.notitie, twijfel if zelfde else weigering
        ):
            return "een andere opmerking bij deze woorden spreekt dat tegen"
    return None


def _grounds_named(document: Document, merk: Aanduiding) -> tuple[str, ...]:
    if merk.notitie:
        return find_codes(merk.notitie, eind=_LANGE_OPMERKING)
    return find_codes(document.tekst, merk.begin, merk.eind)


def _asks(document: Document, merk: Aanduiding, twijfel: Sequence[Regel]) -> bool:
    """Whether a note doubts, or the code in or behind highlighted words is a question.

    Highlighted words are the text of the document, in which all kinds of doubt stand.
    """
    if merk.notitie:
        return _doubts(merk.notitie, twijfel)
    erachter = _ERACHTER.match(document.tekst, merk.eind)
    if find_code(document.tekst, merk.begin, merk.eind) is None:
        return erachter is not None and erachter["vraag"] is not None
    return _VRAAGTEKEN.search(document.tekst, merk.begin, merk.eind + 2) is not None


def _doubts(notitie: str, twijfel: Sequence[Regel]) -> bool:
    return any(next(iter(r.find(notitie)), None) for r in twijfel)


def _meet(een: Aanduiding, ander: Aanduiding) -> bool:
    return een.begin < ander.eind and ander.begin < een.eind


def _once(merken: Iterator[Passage]) -> Iterator[Passage]:
    """The marks without those inside another on the same ground.

    Of two at the same words the one that is still open stays, else the one that names
    who set it.
    """
    volgorde = sorted(
        merken,
        key=lambda p: (
            p.herkomst.begin,
            -p.herkomst.eind,
            bool(p.door),
            p.door == _ZONDER_NAAM,
        ),
    )
    gehad: list[Passage] = []
    for merk in volgorde:
        if not any(_holds(ander, merk) for ander in gehad):
            gehad.append(merk)
            yield merk


def _holds(groot: Passage, klein: Passage) -> bool:
    g, k = groot.herkomst, klein.herkomst
    return groot.grond == klein.grond and g.begin <= k.begin and k.eind <= g.eind


def _remark(document: Document, blok: Blok, grond: str, wet: dict[str, str]) -> Passage:
    return Passage(
        grond=grond,
        reden="een opmerking noemt deze grond, maar staat niet bij een passage; "
        "wijs zelf aan welke tekst bedoeld is",
        motivering=wet.get(grond, _ONBEKEND),
        herkomst=document.citeer(
            blok.begin, blok.eind, regel="passage.opmerking", zekerheid=_ZEKER
        ),
    )


def _bare(tekst: str) -> str:
    return "".join(tekst.split())
