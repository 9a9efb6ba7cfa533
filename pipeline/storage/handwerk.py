"""Actions that people add, join and part; all of it appended, nothing taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from modellen.afspraak import Actie, Actiesoort, Actiestatus
from modellen.dossier import Vermelding
from modellen.herkomst import Herkomst
from modellen.plaats import MetDeHand
from pipeline.storage import nummers, schema
from pipeline.storage.tekens import clean, read_lijst, write_lijst

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from pipeline.storage.lezen import Gelezen

REGEL = "met de hand"


def add_actie(
    verbinding: Connection,
    *,
    omschrijving: str,
    actiehouders: tuple[str, ...],
    termijn: date | None,
    uit: str | None,
    door: str,
    op: date,
) -> str:
    """Add an action that stands in no document; gives its number."""
    nummer = nummers.next_nummer(nummers.read_nummers(verbinding), op.year)
    rij = {
        "nummer": nummer,
        "omschrijving": clean(omschrijving),
        "actiehouders": write_lijst(actiehouders),
        "termijn": termijn,
        "soort": Actiesoort.ACTIE.value,
        "uit": uit,
        "op": op,
        "door": clean(door),
    }
    verbinding.execute(insert(schema.toegevoegd), rij)
    sleutel = {"sleutel": f"{REGEL} {nummer}", "nummer": nummer}
    verbinding.execute(insert(schema.nummer), sleutel)
    return nummer


def read_toegevoegd(verbinding: Connection) -> dict[str, tuple[Vermelding, str | None]]:
    """By number: the action as it was added, and the action it was split from."""
    t = schema.toegevoegd
    rijen = verbinding.execute(select(t).order_by(t.c.nummer)).mappings()
    return {
        r["nummer"]: (
            Vermelding(
                dag=r["op"],
                actie=Actie(
                    omschrijving=r["omschrijving"],
                    actiehouders=read_lijst(r["actiehouders"]),
                    termijn=r["termijn"],
                    status=Actiestatus.NIEUW,
                    soort=Actiesoort(r["soort"]),
                    herkomst=Herkomst(
                        document="",
                        begin=0,
                        eind=len(r["omschrijving"]),
                        citaat=r["omschrijving"],
                        plaats=MetDeHand(r["door"], r["op"].isoformat()),
                        regel=REGEL,
                    ),
                ),
            ),
            r["uit"],
        )
        for r in rijen
    }


def point(
    verbinding: Connection, nummer: str, naar: str, *, door: str, op: date
) -> None:
    """From now on ``nummer`` is another name of ``naar``; to itself undoes that."""
    rij = {"nummer": nummer, "naar": naar, "op": op, "door": clean(door)}
    verbinding.execute(insert(schema.verwijzing), rij)


def read_verwijzingen(verbinding: Connection) -> dict[str, str]:
    """For each number that was joined with another: the one it goes by now."""
    t = schema.verwijzing
    vraag = select(t.c.nummer, t.c.naar).order_by(t.c.nr)
    laatste = {r.nummer: r.naar for r in verbinding.execute(vraag)}
    return {n: _follow(n, laatste) for n in laatste if _follow(n, laatste) != n}


def _follow(nummer: str, laatste: Mapping[str, str]) -> str:
    gezien = {nummer}
    while (naar := laatste.get(nummer, nummer)) not in gezien:
        gezien.add(naar)
        nummer = naar
    return nummer


def read_samenvoegingen(
    verbinding: Connection, nummer: str
) -> tuple[tuple[date, str, str], ...]:
    """When a number was joined or parted, by whom, and what happened, in Dutch."""
    t = schema.verwijzing
    vraag = (
        select(t.c.nummer, t.c.naar, t.c.op, t.c.door)
        .where((t.c.nummer == nummer) | (t.c.naar == nummer))
        .order_by(t.c.nr)
    )
    return tuple(
        (
            op,
            door,
            f"{een} staat weer los" if een == naar else f"{een} gaat op in {naar}",
        )
        for een, naar, op, door in verbinding.execute(vraag)
    )


def part_statements(
    verbinding: Connection, gelezen: Gelezen, nummer: str, eigen: set[str]
) -> tuple[str, ...]:
    """Give every statement of a number but the first words a number of its own.

    Gives the new numbers; none where the action was stated once.
    """
    bekend = nummers.read_nummers(verbinding)
    alle = nummers.find_sleutels(nummers.ACTIE, gelezen.acties, gelezen)
    groepen: dict[str, list[nummers.Sleutels]] = {}
    for actie, s in zip(gelezen.acties, alle, strict=True):
        los = actie.herkomst.document not in eigen
        if los and nummers.find_nummer(bekend, s) == nummer:
            groepen.setdefault(s.inhoud, []).append(s)
    op_dag = sorted(groepen.values(), key=lambda g: str(g[0].dag or ""))
    nieuw = []
    for groep in op_dag[1:]:
        eigen_nummer = nummers.next_nummer(bekend, _year(groep[0]))
        sleutels = {k for s in groep for k in (s.inhoud, s.spoor)}
        t = schema.nummer
        verbinding.execute(
            update(t).where(t.c.sleutel.in_(sleutels)).values(nummer=eigen_nummer)
        )
        bekend |= dict.fromkeys(sleutels, eigen_nummer)
        nieuw.append(eigen_nummer)
    return tuple(nieuw)


def _year(sleutels: nummers.Sleutels) -> int:
    return sleutels.dag.year if sleutels.dag else 0
