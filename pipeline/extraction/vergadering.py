"""The meeting a document is about, and the meetings it announces."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.stuk import Soort
from modellen.vergadering import Vergadering
from pipeline.extraction.lakmarken import mask
from pipeline.extraction.stuk_dagen import Dag, find_dagen, find_uren
from pipeline.extraction.stuk_lijnen import text_lines
from pipeline.extraction.vergadering_naam import find_naam, generic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, time

    from modellen.stuk import Stuk
    from pipeline.extraction.stuk_lijnen import Lijn
    from pipeline.rulebook import Regel, Regelboek

OVERLEGSTUK = frozenset(
    {
        Soort.AGENDA,
        Soort.GEANNOTEERDE_AGENDA,
        Soort.VERSLAG,
        Soort.ACTIELIJST,
        Soort.BESLUITENLIJST,
    }
)
_TOP = 25
_KOPLENGTE = 170
_NABIJ = 14
_ZINSEIND = re.compile(r"(?<=[a-z0-9)][.!?])\s+(?=[A-Z•])")
_NUMMER = re.compile(r"^\W{0,3}\d{1,2}[a-z]?[.)]?\s")
_MEERDERE = re.compile(r"(?i)data\b|schema|vergaderingen|overleggen|bijeenkomsten")


def find_vergaderingen(
    stuk: Stuk, regelboek: Regelboek, anker: date | None = None
) -> tuple[Vergadering, ...]:
    """The meeting of the document first, then those it announces, by date.

    ``anker`` stands in for the date of a document that has none.
    """
    document = stuk.document
    if not document.blokken:
        return ()
    dag = stuk.kenmerken.datum or anker
    tekst = mask(document.tekst, regelboek)
    lijnen = [
        replace(lijn, tekst=tekst[lijn.begin : lijn.eind])
        for lijn in text_lines(document)
    ]
    eigen = _own(stuk, lijnen, regelboek, dag)
    gevonden: dict[date, Vergadering] = {}
    for vergadering in _announced(stuk, lijnen, regelboek, dag, eigen):
        datum = vergadering.datum
        if datum is None or (eigen is not None and datum == eigen.datum):
            continue
        oud = gevonden.get(datum)
        if oud is None or (oud.begin is None and vergadering.begin is not None):
            gevonden[datum] = vergadering
    volgend = tuple(gevonden[d] for d in sorted(gevonden))
    return (*((eigen,) if eigen is not None else ()), *volgend)


def _own(
    stuk: Stuk, lijnen: Sequence[Lijn], regelboek: Regelboek, dag: date | None
) -> Vergadering | None:
    """The meeting the document belongs to or reports on."""
    if stuk.kenmerken.soort in OVERLEGSTUK:
        return _of_paper(stuk, lijnen[:_TOP], regelboek, dag)
    for lijn in lijnen:
        if len(lijn.tekst) > 3 * _KOPLENGTE:
            continue
        for regel in regelboek.regels("documenten", "vergadering.over"):
            if next(iter(regel.find(lijn.tekst)), None) is None:
                continue
            naam = find_naam(lijn.tekst, regelboek)
            dagen = find_dagen(lijn.tekst, dag)
            if naam and dagen and (dag is None or dagen[0].datum <= dag):
                return _make(stuk, lijn, naam[0], dagen[0].datum, regel.id)
    return None


def _of_paper(
    stuk: Stuk, top: Sequence[Lijn], regelboek: Regelboek, dag: date | None
) -> Vergadering | None:
    datum = stuk.kenmerken.datum
    koppen = [
        r for r in top if len(r.tekst) < _KOPLENGTE and not _NUMMER.match(r.tekst)
    ]
    lijn, naam = _named(stuk, koppen, top, regelboek, datum, dag)
    if naam is None and datum is None:
        return None
    if lijn is None:
        lijn = _dated(koppen, dag, datum) or (top[0] if top else None)
    if lijn is None:
        return None
    naam = naam or stuk.kenmerken.titel or "overleg"
    begin, eind = _times(top)
    vergadering = _make(stuk, lijn, naam, datum, "vergadering.naam")
    return replace(vergadering, begin=begin, eind=eind, locatie=_place(top, regelboek))


def _named(
    stuk: Stuk,
    koppen: Sequence[Lijn],
    top: Sequence[Lijn],
    regelboek: Regelboek,
    datum: date | None,
    dag: date | None,
) -> tuple[Lijn | None, str | None]:
    """The line that names the meeting: the title, an invitation, else a heading."""
    titel = (stuk.kenmerken.titel or "").split()
    beste: tuple[Lijn | None, str | None] = (None, None)
    for lijn in koppen:
        naam = find_naam(lijn.tekst, regelboek)
        if naam is None:
            continue
        if beste[1] is None or (
            generic(beste[1], regelboek) and not generic(naam[0], regelboek)
        ):
            beste = (lijn, naam[0])
        if (
            titel
            and lijn.tekst.split()[:3] == titel[:3]
            and not generic(naam[0], regelboek)
        ):
            return lijn, naam[0]
    if beste[1] is not None and not generic(beste[1], regelboek):
        return beste
    for lijn in top:
        naam = find_naam(lijn.tekst, regelboek)
        if naam and any(d.datum == datum for d in find_dagen(lijn.tekst, dag)):
            return lijn, naam[0]
    return beste


def _dated(koppen: Sequence[Lijn], dag: date | None, datum: date | None) -> Lijn | None:
    return next(
        (r for r in koppen if any(d.datum == datum for d in find_dagen(r.tekst, dag))),
        None,
    )


def _times(top: Sequence[Lijn]) -> tuple[time | None, time | None]:
    """The times at the top; a line with both from and until goes first."""
    eerste: tuple[time | None, time | None] = (None, None)
    for lijn in top:
        if _NUMMER.match(lijn.tekst) and not re.match(
            r"^\d{1,2}\s[a-z]{3,9}\s", lijn.tekst
        ):
            continue
        uren = find_uren(lijn.tekst)
        if uren[0] is not None and uren[1] is not None:
            return uren
        if eerste[0] is None:
            eerste = uren
    return eerste


def _place(top: Sequence[Lijn], regelboek: Regelboek) -> str | None:
    for regel in regelboek.regels("documenten", "vergadering.locatie"):
        for lijn in top:
            plek = _place_in(lijn.tekst, regel)
            if plek:
                return plek
    return None


def _place_in(tekst: str, regel: Regel) -> str | None:
    raak = next(iter(regel.find(tekst)), None)
    plek = raak["plek"].strip(" ,.") if raak else ""
    if plek.casefold().replace(".", "") == "ntb":
        return "n.t.b."
    return plek or None


def _announced(
    stuk: Stuk,
    lijnen: Sequence[Lijn],
    regelboek: Regelboek,
    dag: date | None,
    eigen: Vergadering | None,
) -> Iterator[Vergadering]:
    for index, lijn in enumerate(lijnen):
        if not any(ch.isdigit() for ch in lijn.tekst):
            continue
        begin = 0
        for deel in _ZINSEIND.split(lijn.tekst):
            plek = lijn.tekst.find(deel, begin)
            begin = plek + len(deel)
            zin = replace(lijn, tekst=deel, begin=lijn.begin + plek)
            rest = lijn.tekst[begin : begin + 80]
            if not rest and index + 1 < len(lijnen):
                rest = lijnen[index + 1].tekst[:80]
            yield from _in_sentence(stuk, zin, rest, regelboek, dag, eigen)


def _in_sentence(
    stuk: Stuk,
    zin: Lijn,
    rest: str,
    regelboek: Regelboek,
    dag: date | None,
    eigen: Vergadering | None,
) -> Iterator[Vergadering]:
    naam = find_naam(zin.tekst, regelboek)
    if naam is None:
        return
    cue = next(
        (
            r
            for r in regelboek.regels("documenten", "vergadering.volgend")
            if next(iter(r.find(zin.tekst)), None) is not None
        ),
        None,
    )
    dagen = [d for d in find_dagen(zin.tekst, dag) if not d.grens]
    dagen = [d for d in dagen if dag is None or d.datum > dag]
    if cue is None:
        dagen = [d for d in dagen if dag and 0 <= d.begin - naam[2] <= _NABIJ]
        cue = next(iter(regelboek.regels("documenten", "vergadering.genoemd")), None)
        if cue is None or not any(cue.find(zin.tekst[: naam[1]] + " ")):
            return
    for gekozen in dagen if _MEERDERE.search(zin.tekst) else dagen[:1]:
        yield _announce(stuk, zin, rest, naam[0], gekozen, cue, regelboek, eigen)


def _announce(  # noqa: PLR0913, PLR0917 (all that one announcement is made of)
    stuk: Stuk,
    zin: Lijn,
    rest: str,
    naam: str,
    dag: Dag,
    cue: Regel,
    regelboek: Regelboek,
    eigen: Vergadering | None,
) -> Vergadering:
    if eigen is not None and generic(naam, regelboek):
        naam = eigen.naam
    begin, eind = find_uren(zin.tekst[dag.eind :])
    if begin is None:
        begin, eind = find_uren(zin.tekst[: dag.begin])
    plek = _place([zin, replace(zin, tekst=rest)], regelboek)
    vergadering = _make(stuk, zin, naam, dag.datum, cue.id, cue.zekerheid)
    return replace(vergadering, begin=begin, eind=eind, locatie=plek, aangekondigd=True)


def _make(
    stuk: Stuk,
    lijn: Lijn,
    naam: str,
    datum: date | None,
    regel: str,
    zekerheid: float = 1.0,
) -> Vergadering:
    return Vergadering(
        naam=naam,
        datum=datum,
        herkomst=stuk.document.citeer(
            lijn.begin, lijn.eind, regel=regel, zekerheid=zekerheid
        ),
    )
