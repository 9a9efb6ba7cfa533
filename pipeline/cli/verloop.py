"""One action for the screen: what it is, where it stands, and how it came there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cli.lijsten import name_source
from pipeline.errors import GebruikError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.dossier import Documentkaart, GenummerdeActie
    from pipeline.storage import Archief


def actie_lines(archief: Archief, nummer: str) -> Iterator[str]:
    """The lines that tell of one action; also of a number that goes by another now.

    Raises ``GebruikError`` when there is no such action.
    """
    dossier = archief.dossier()
    g = next((g for g in dossier.acties if nummer in (g.nummer, *g.ook)), None)
    if g is None:
        raise GebruikError(f"Er is geen actie {nummer}. Kijk in: verwerk toon acties")
    kaarten = {k.id: k for k in dossier.documenten}
    a = g.actie
    yield f"{g.nummer}  {a.omschrijving}"
    if g.ook:
        yield f"  ook      {', '.join(g.ook)}"
    yield f"  wie      {', '.join(a.actiehouders) or 'n.t.b.'}"
    yield f"  termijn  {a.termijn or a.termijn_tekst or 'geen'}"
    yield f"  status   {a.status.value.replace('_', ' ')}"
    if a.stand_van_zaken:
        yield f"  stand    {a.stand_van_zaken}"
    yield f"  bron     {name_source(g.eerste.herkomst, kaarten)}"
    yield f"           «{g.eerste.herkomst.citaat}»"
    uit = archief.gesplitst_uit(g.nummer)
    if uit:
        yield f"  gesplitst uit {uit}"
    yield "Verloop"
    stappen = (*_statements(g, kaarten), *_changes(archief, g))
    for _, regel in sorted(stappen, key=lambda s: s[0]):
        yield f"  {regel}"


def _statements(
    g: GenummerdeActie, kaarten: dict[str, Documentkaart]
) -> Iterator[tuple[str, str]]:
    """What each document says of it, each sentence of a day once."""
    gezien: set[tuple[str, str, str]] = set()
    for v in g.vermeldingen:
        a = v.actie
        dag = v.dag.isoformat() if v.dag else ""
        kern = (dag, a.omschrijving, a.status.value)
        if kern in gezien:
            continue
        gezien.add(kern)
        wanneer = f"{v.dag:%d-%m-%Y}" if v.dag else "dag onbekend"
        wie = ", ".join(a.actiehouders) or "n.t.b."
        status = a.status.value.replace("_", " ")
        bron = name_source(a.herkomst, kaarten)
        yield dag, f"{wanneer}  {status}; {wie}; {bron}: «{a.omschrijving}»"


def _changes(archief: Archief, g: GenummerdeActie) -> Iterator[tuple[str, str]]:
    for nummer in (g.nummer, *g.ook):
        for stap in archief.geschiedenis(nummer):
            yield stap.op.isoformat(), str(stap)
    for op, door, wat in archief.samenvoegingen(g.nummer):
        yield op.isoformat(), f"{op:%d-%m-%Y}  {door}: {wat}"
