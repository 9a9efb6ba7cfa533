"""Decisions that belong together: one person, one passage, one document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from modellen.lakblad import Beoordeling, Keuze, Naamkeuze
from pipeline.lakken.personenblad import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modellen.lakblad import Lakregel, Persoonsregel, Woodocument

NAMEN = frozenset({"naam", "initialen"})
"""Kinds of rows that follow the decision on a person."""

_RESTGROND = "5.1.5"


def share_decisions(
    regels: Sequence[Lakregel],
    personen: Sequence[Persoonsregel],
    klachten: list[str],
) -> tuple[Lakregel, ...]:
    """The rows with the decisions on their person, and on the same passage elsewhere.

    A row that was decided otherwise than its person, or than the same words in the same
    passage of another document, is a complaint.
    """
    namen = label(personen)
    besloten = {namen[p.sleutel]: p for p in personen if p.keuze is not Naamkeuze.OPEN}
    genoemd = {r.persoon for r in regels}
    klachten += [
        "een leesbare persoon moet volgens het blad Personen gelakt worden, maar heeft "
        "nog geen regels; maak het voorstel opnieuw, dan komen ze erbij"
        for naam, p in besloten.items()
        if p.keuze is Naamkeuze.LAKKEN and p.aantal and naam not in genoemd
    ]
    met_persoon = [_by_person(r, besloten.get(r.persoon), klachten) for r in regels]
    groepen: dict[str, list[Lakregel]] = defaultdict(list)
    for regel in met_persoon:
        if regel.groep and regel.keuze is not Keuze.OPEN:
            groepen[regel.groep].append(regel)
    geldend = {naam: _prevail(groep) for naam, groep in groepen.items()}
    for groep in geldend.values():
        klachten += _disagree(groep)
    return tuple(_by_group(r, geldend.get(r.groep, ())) for r in met_persoon)


def _prevail(groep: Sequence[Lakregel]) -> Sequence[Lakregel]:
    """The decisions that count: what was filled in on the sheet goes before a mark."""
    return [r for r in groep if not r.gemerkt] or groep


def _by_person(
    regel: Lakregel, persoon: Persoonsregel | None, klachten: list[str]
) -> Lakregel:
    if persoon is None or regel.soort not in NAMEN:
        return regel
    keuze = Keuze.NIET if persoon.keuze is Naamkeuze.LEESBAAR else Keuze.LAKKEN
    if regel.keuze is Keuze.OPEN:
        return replace(regel, keuze=keuze, door=regel.door or persoon.door)
    if regel.keuze is not keuze:
        klachten.append(
            f"document {regel.nummer}: een regel is '{regel.keuze.value}', maar op het "
            f"blad Personen is over deze persoon '{persoon.keuze.value}' besloten"
        )
    return regel


def _disagree(groep: Sequence[Lakregel]) -> Iterator[str]:
    for een, twee in pairwise(groep):
        if (een.keuze, een.grond) != (twee.keuze, twee.grond):
            yield (
                f"dezelfde passage in document {een.nummer} en {twee.nummer} "
                f"({een.soort}) is verschillend beoordeeld; maak de besluiten gelijk"
            )


def _by_group(regel: Lakregel, groep: Sequence[Lakregel]) -> Lakregel:
    if not groep:
        return regel
    ander = groep[0]
    overruled = regel.gemerkt and not ander.gemerkt
    if regel.keuze is not Keuze.OPEN and not overruled:
        return regel
    return replace(
        regel,
        keuze=ander.keuze,
        grond=ander.grond,
        motivering=regel.motivering or ander.motivering,
        door=ander.door if regel.gemerkt else regel.door or ander.door,
        gemerkt=ander.gemerkt,
    )


def find_contradictions(
    documenten: Sequence[Woodocument], regels: Sequence[Lakregel]
) -> Iterator[str]:
    """What a person decided that cannot both be so, in Dutch."""
    gelakt = defaultdict(list)
    for regel in regels:
        if regel.keuze is Keuze.LAKKEN:
            gelakt[regel.nummer].append(regel)
    for stuk in documenten:
        waar = f"document {stuk.nummer}"
        if stuk.beoordeling is Beoordeling.OPENBAAR and gelakt[stuk.nummer]:
            yield (
                f"{waar} is 'openbaar', maar er zijn regels gelakt; kies 'deels "
                "openbaar'"
            )
        if stuk.beoordeling is Beoordeling.NIET and not (
            stuk.gronden or stuk.dubbel_van
        ):
            yield f"{waar} is 'niet openbaar', maar de kolom gronden is leeg"
        if _both(gelakt[stuk.nummer]):
            yield (
                f"{waar}: 5.1.5 staat bij dezelfde tekst als een andere grond; dat "
                "laat de Woo niet toe (art. 5.1 lid 5)"
            )


def _both(regels: Sequence[Lakregel]) -> bool:
    """Whether 5.1.5 and a ground of the first two paragraphs mark the same words."""
    rest = [r for r in regels if r.grond == _RESTGROND]
    ander = [r for r in regels if r.grond.startswith(("5.1.1", "5.1.2"))]
    return any(a.begin < r.eind and r.begin < a.eind for r in rest for a in ander)
