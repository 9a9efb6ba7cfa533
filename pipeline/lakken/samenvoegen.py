"""Copies of one lakblad, filled in by several people, made one again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modellen.lakblad import Beoordeling, Keuze, Lakblad, Naamkeuze
from pipeline.errors import LakbladError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from modellen.lakblad import Lakregel, Persoonsregel, Woodocument


def merge_sheets(bladen: Sequence[Lakblad]) -> tuple[Lakblad, tuple[str, ...]]:
    """One sheet with the decisions of all, and the conflicts that a person must settle.

    What only one decided counts; what two decided differently is left open and named.
    Raises ``LakbladError`` when the copies are not of one proposal.
    """
    eerste = bladen[0]
    for ander in bladen[1:]:
        _check_same(eerste, ander)
    conflicten: list[str] = []
    regels = tuple(
        _merge_row([b.regels[i] for b in bladen], conflicten)
        for i in range(len(eerste.regels))
    )
    documenten = tuple(
        _merge_document([b.documenten[i] for b in bladen], conflicten)
        for i in range(len(eerste.documenten))
    )
    personen = _merge_people(bladen, conflicten)
    blad = replace(eerste, regels=regels, documenten=documenten, personen=personen)
    return blad, tuple(conflicten)


def _check_same(een: Lakblad, twee: Lakblad) -> None:
    zelfde_regels = [r.id for r in een.regels] == [r.id for r in twee.regels]
    zelfde_stukken = [(d.nummer, d.sha256) for d in een.documenten] == [
        (d.nummer, d.sha256) for d in twee.documenten
    ]
    if not (zelfde_regels and zelfde_stukken):
        raise LakbladError(
            "Deze lakbladen zijn geen kopieën van één voorstel. Maak het voorstel "
            "opnieuw in de map van het eerste; besluiten blijven daar bewaard."
        )


def _merge_row(rijen: Sequence[Lakregel], conflicten: list[str]) -> Lakregel:
    besloten = [r for r in rijen if r.keuze is not Keuze.OPEN]
    besloten = [r for r in besloten if not r.gemerkt] or besloten
    basis = rijen[0]
    if not besloten:
        return replace(basis, motivering=_texts(r.motivering for r in rijen))
    if len({(r.keuze, r.grond) for r in besloten}) > 1:
        wie = " en ".join(
            f"'{r.keuze.value}' ({r.grond}{', ' + r.door if r.door else ''})"
            for r in besloten
        )
        conflicten.append(
            f"document {basis.nummer}, bladzijde {basis.pagina or '?'}, een regel van "
            f"soort {basis.soort}: {wie}"
        )
        return replace(basis, keuze=Keuze.OPEN, door="", gemerkt=False)
    return replace(
        besloten[0],
        motivering=_texts(r.motivering for r in rijen),
        door=_texts((r.door for r in besloten), ", "),
    )


def _merge_document(rijen: Sequence[Woodocument], conflicten: list[str]) -> Woodocument:
    besloten = [d for d in rijen if d.beoordeling is not Beoordeling.OPEN]
    basis = rijen[0]
    if len({(d.beoordeling, d.gronden) for d in besloten}) > 1:
        wat = " en ".join(f"'{d.beoordeling.value}'" for d in besloten)
        conflicten.append(f"document {basis.nummer}, beoordeling: {wat}")
        return replace(basis, beoordeling=Beoordeling.OPEN, gronden=())
    gekozen = besloten[0] if besloten else basis
    return replace(
        gekozen,
        link=next((d.link for d in rijen if d.link), ""),
        toelichting=_texts(d.toelichting for d in rijen),
    )


def _merge_people(
    bladen: Sequence[Lakblad], conflicten: list[str]
) -> tuple[Persoonsregel, ...]:
    samen: dict[str, Persoonsregel] = {}
    botst: set[str] = set()
    for persoon in (p for blad in bladen for p in blad.personen):
        eerder = samen.get(persoon.sleutel)
        if eerder is None or eerder.keuze is Naamkeuze.OPEN:
            samen[persoon.sleutel] = persoon
        elif persoon.keuze not in {Naamkeuze.OPEN, eerder.keuze}:
            botst.add(persoon.sleutel)
    for sleutel in sorted(botst):
        persoon = samen[sleutel]
        rol = f" ({persoon.functie})" if persoon.functie else ""
        conflicten.append(f"blad Personen, {persoon.naam}{rol}: leesbaar en lakken")
        samen[sleutel] = replace(persoon, keuze=Naamkeuze.OPEN, door="")
    return tuple(samen.values())


def _texts(teksten: Iterable[str], teken: str = " / ") -> str:
    """Texts that are not empty, each once."""
    uniek = dict.fromkeys(t for t in teksten if t)
    return teken.join(uniek)
