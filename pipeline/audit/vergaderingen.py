"""One meeting, two times or two days: what documents say against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.audit.melding import (
    join_woorden,
    make_bevinding,
    read_drempel,
    show_datum,
)
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.bevinding import Bevinding
    from modellen.dossier import Dossier
    from modellen.vergadering import Vergadering
    from pipeline.rulebook import Regelboek

_WOORD = re.compile(r"[a-z]{2,}")


def check_vergadertijd(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """A meeting on one day that begins at two times."""
    groepen: dict[tuple[str, str], list[Vergadering]] = {}
    for v in dossier.vergaderingen:
        soort = _kind(v.naam, regelboek)
        if v.datum is not None and v.begin is not None and soort:
            groepen.setdefault((soort, v.datum.isoformat()), []).append(v)
    for groep in groepen.values():
        tijden = {v.begin: v for v in reversed(groep)}
        bronnen = {v.herkomst.document for v in groep}
        if len(tijden) > 1 and len(bronnen) > 1:
            eerste = groep[0]
            yield make_bevinding(
                regelboek,
                "vergadering_tijd",
                naam=eerste.naam,
                datum=show_datum(eerste.datum) if eerste.datum else "",
                bronnen=_sources(
                    dossier,
                    [(v, f"{t:%H.%M} uur") for t, v in sorted(tijden.items()) if t],
                ),
                document=eerste.herkomst.document,
                pagina=eerste.herkomst.pagina,
            )


def check_vergaderdag(dossier: Dossier, regelboek: Regelboek) -> Iterator[Bevinding]:
    """An announced meeting that another document puts on another day close by."""
    grens = read_drempel(regelboek, "dagen_vergadering")
    lijst = [v for v in dossier.vergaderingen if v.datum and _kind(v.naam, regelboek)]
    gezien: set[frozenset[str]] = set()
    for een in (v for v in lijst if v.aangekondigd):
        for ander in lijst:
            paar = frozenset({str(een.datum), str(ander.datum)})
            if paar in gezien or not _clash(een, ander, grens, dossier, regelboek):
                continue
            gezien.add(paar)
            yield make_bevinding(
                regelboek,
                "vergadering_dag",
                naam=een.naam,
                bronnen=_sources(
                    dossier, [(v, show_datum(v.datum)) for v in (een, ander) if v.datum]
                ),
                document=een.herkomst.document,
                pagina=een.herkomst.pagina,
            )


def _clash(
    een: Vergadering,
    ander: Vergadering,
    grens: float,
    dossier: Dossier,
    regelboek: Regelboek,
) -> bool:
    """Whether two records are one meeting with two days, by documents that know one."""
    if een.datum is None or ander.datum is None:
        return False
    afstand = abs((een.datum - ander.datum).days)
    if not 0 < afstand <= grens or een.herkomst.document == ander.herkomst.document:
        return False
    if _kind(een.naam, regelboek) != _kind(ander.naam, regelboek):
        return False
    dagen = _days_by_document(dossier)
    return not any(
        {een.datum.isoformat(), ander.datum.isoformat()} <= d for d in dagen.values()
    )


def _days_by_document(dossier: Dossier) -> dict[str, set[str]]:
    dagen: dict[str, set[str]] = {}
    for v in dossier.vergaderingen:
        if v.datum is not None:
            dagen.setdefault(v.herkomst.document, set()).add(v.datum.isoformat())
    return dagen


def _kind(naam: str, regelboek: Regelboek) -> str:
    """Which table meets: the first kind of which all words stand in the name."""
    woorden = set(_WOORD.findall(klein(naam)))
    soorten: dict[str, list[list[str]]] = regelboek.tabel("audit/audit.toml")[
        "vergaderingen"
    ]
    for soort, vormen in soorten.items():
        if any(woorden >= set(vorm) for vorm in vormen):
            return soort
    return ""


def _sources(dossier: Dossier, bronnen: list[tuple[Vergadering, str]]) -> str:
    bestanden = {k.id: k.bestand.rsplit("/", 1)[-1] for k in dossier.documenten}
    return join_woorden(
        [
            f"{wat} in '{bestanden.get(v.herkomst.document, v.herkomst.document)}'"
            for v, wat in bronnen
        ]
    )
