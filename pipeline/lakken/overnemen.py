"""Decisions of an earlier sheet, on the same words of the same papers in a new one.

Papers are known by what they are, not by their number: a paper that came in later makes
the numbers behind it shift, and a file can have been given another name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from modellen.lakblad import Beoordeling, Keuze

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from modellen.lakblad import Lakregel, Woodocument

    Vertaling = Mapping[str, str]
    """Of each old document the new one that is the same file."""

_Rij = TypeVar("_Rij")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgenomen:
    """The new papers and rows with what was decided, and decisions without a place."""

    stukken: tuple[Woodocument, ...]
    regels: tuple[Lakregel, ...]
    vervallen: int


def keep_decisions(
    stukken: Sequence[Woodocument],
    regels: Sequence[Lakregel],
    eerder: tuple[Sequence[Woodocument], Sequence[Lakregel]],
) -> Overgenomen:
    """The new papers and rows with what a person decided on them before."""
    oude_stukken, oude_regels = eerder
    naar = _translate(stukken, oude_stukken)
    beslist = _by_key(
        (_row_key(r, naar.get(r.document, r.document)), r)
        for r in oude_regels
        if (r.keuze is not Keuze.OPEN or r.door) and not r.gemerkt
    )
    geoordeeld = _by_key(
        ((naar.get(d.document, d.document), d.pagina_van), d) for d in oude_stukken
    )
    besloten = tuple(
        _decided(r, _take(beslist, _row_key(r, r.document))) for r in regels
    )
    beoordeeld = tuple(
        _judged(d, _take(geoordeeld, (d.document, d.pagina_van))) for d in stukken
    )
    over = [d for rij in geoordeeld.values() for d in rij]
    vervallen = sum(map(len, beslist.values())) + sum(
        d.beoordeling is not Beoordeling.OPEN for d in over
    )
    return Overgenomen(stukken=beoordeeld, regels=besloten, vervallen=vervallen)


def _translate(nieuw: Sequence[Woodocument], oud: Sequence[Woodocument]) -> Vertaling:
    """Where an old document is now: of files with another name, by their bytes."""
    bekend = {d.document for d in nieuw}
    weg = {d.document for d in oud}
    vrij: dict[str, list[str]] = defaultdict(list)
    for d in nieuw:
        if d.document not in weg and d.document not in vrij[d.sha256]:
            vrij[d.sha256].append(d.document)
    naar: dict[str, str] = {}
    for d in oud:
        if d.document not in bekend and d.document not in naar and vrij[d.sha256]:
            naar[d.document] = vrij[d.sha256].pop(0)
    return naar


def _row_key(regel: Lakregel, document: str) -> Hashable:
    return document, regel.begin, regel.tekst, regel.soort, regel.passage, regel.vlak


def _by_key(rijen: Iterable[tuple[Hashable, _Rij]]) -> dict[Hashable, list[_Rij]]:
    uit: dict[Hashable, list[_Rij]] = defaultdict(list)
    for sleutel, rij in rijen:
        uit[sleutel].append(rij)
    return uit


def _take(per_sleutel: dict[Hashable, list[_Rij]], sleutel: Hashable) -> _Rij | None:
    """The next row under a key, which is then used up."""
    rijen = per_sleutel.get(sleutel)
    return rijen.pop(0) if rijen else None


def _decided(nieuw: Lakregel, oud: Lakregel | None) -> Lakregel:
    if oud is None:
        return nieuw
    return replace(
        nieuw,
        keuze=oud.keuze,
        grond=oud.grond,
        motivering=oud.motivering,
        door=oud.door,
        gemerkt=False,
    )


def _judged(nieuw: Woodocument, oud: Woodocument | None) -> Woodocument:
    if oud is None:
        return nieuw
    return replace(
        nieuw,
        titel=oud.titel or nieuw.titel,
        afzender=oud.afzender or nieuw.afzender,
        ontvanger=oud.ontvanger or nieuw.ontvanger,
        beoordeling=oud.beoordeling,
        gronden=oud.gronden,
        link=oud.link,
        toelichting=oud.toelichting or nieuw.toelichting,
    )
