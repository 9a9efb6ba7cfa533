"""Lists given out by us: known again when they come back, and what was changed in them.

The place of a change is found by comparing three: what we gave out, what stands there
now, and what the archive holds. What only the list changed is taken over, once; what
both changed is a dispute for a person.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from modellen.afgifte import Actiewaarden, Afgifteregel
from modellen.afspraak import Actiestatus
from pipeline.storage import schema

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from modellen.afgifte import Afgifte
    from modellen.afspraak import Actie
    from pipeline.storage.lezen import Gelezen

MERK = re.compile(r"\bLijst ([0-9a-f]{8})\b")
"""How a list says which one it is."""


def make_waarden(actie: Actie) -> Actiewaarden:
    """The fields of an action that a list shows."""
    return Actiewaarden(
        omschrijving=actie.omschrijving,
        actiehouders=actie.actiehouders,
        termijn=actie.termijn,
        termijn_tekst=actie.termijn_tekst,
        status=actie.status,
        stand_van_zaken=actie.stand_van_zaken,
    )


def store_afgifte(verbinding: Connection, afgifte: Afgifte) -> None:
    """Remember a list; the same list again changes nothing."""
    t = schema.afgifte
    bekend = select(t.c.lijst).where(t.c.lijst == afgifte.lijst)
    if verbinding.execute(bekend).first() is None:
        rij = {
            "lijst": afgifte.lijst,
            "voor": afgifte.voor,
            "overleg": afgifte.overleg,
            "stand": afgifte.stand,
        }
        verbinding.execute(insert(t), rij)
    r = schema.afgifteregel
    verbinding.execute(
        delete(r).where(r.c.lijst == afgifte.lijst, r.c.vorm.in_(afgifte.regels))
    )
    rijen = [
        {
            "lijst": afgifte.lijst,
            "vorm": vorm,
            "nummer": regel.nummer,
            "afgedaan": regel.afgedaan,
            "waarden": _write(regel.waarden),
            "gelezen": _write(regel.gelezen),
        }
        for vorm, regels in afgifte.regels.items()
        for regel in regels
    ]
    if rijen:
        verbinding.execute(insert(r), rijen)


def read_afgemeld(verbinding: Connection, voor: date, overleg: str) -> frozenset[str]:
    """The numbers that an earlier list of this meeting already showed as closed."""
    t, r = schema.afgifte, schema.afgifteregel
    vraag = (
        select(r.c.nummer)
        .join_from(r, t)
        .where(t.c.voor < voor, t.c.overleg == overleg, r.c.afgedaan)
    )
    return frozenset(verbinding.execute(vraag).scalars())


def find_eigen(verbinding: Connection) -> dict[str, str]:
    """The documents that are lists of ours, each with the list it is."""
    lijsten = set(verbinding.execute(select(schema.afgifte.c.lijst)).scalars())
    if not lijsten:
        return {}
    t = schema.document
    vraag = select(t.c.id, t.c.tekst).where(t.c.tekst.like("%Lijst %"))
    return {
        nummer: merk[1]
        for nummer, tekst in verbinding.execute(vraag)
        if (merk := MERK.search(tekst)) and merk[1] in lijsten
    }


def leave_out(gelezen: Gelezen, eigen: Collection[str]) -> Gelezen:
    """Without what a list of ours repeats: of it, only rows of actions count."""
    if not eigen:
        return gelezen
    return replace(
        gelezen,
        acties=tuple(
            a for a in gelezen.acties if a.herkomst.document not in eigen or a.is_rij
        ),
        besluiten=tuple(
            b for b in gelezen.besluiten if b.herkomst.document not in eigen
        ),
        agendapunten=tuple(
            p for p in gelezen.agendapunten if p.herkomst.document not in eigen
        ),
        vergaderingen=tuple(
            v for v in gelezen.vergaderingen if v.herkomst.document not in eigen
        ),
    )


def read_regels(
    verbinding: Connection, lijst: str
) -> dict[str, dict[str, Afgifteregel]]:
    """The rows of a list as it was given out, by form and number."""
    t = schema.afgifteregel
    vraag = select(t).where(t.c.lijst == lijst).order_by(t.c.nr)
    uit: dict[str, dict[str, Afgifteregel]] = {}
    for rij in verbinding.execute(vraag).mappings():
        uit.setdefault(rij["vorm"], {})[rij["nummer"]] = Afgifteregel(
            nummer=rij["nummer"],
            afgedaan=rij["afgedaan"],
            waarden=_read(rij["waarden"]),
            gelezen=_read(rij["gelezen"]),
        )
    return uit


def read_stand(verbinding: Connection, lijst: str) -> date:
    """The day of a list."""
    t = schema.afgifte
    vraag = select(t.c.stand).where(t.c.lijst == lijst)
    stand: date = verbinding.execute(vraag).scalar_one()
    return stand


def last_change(verbinding: Connection) -> int:
    """The number of the last change that anyone made."""
    return verbinding.execute(select(func.max(schema.wijziging.c.nr))).scalar() or 0


def note(
    verbinding: Connection,
    sleutel: Mapping[str, str],
    *,
    geschil: bool,
) -> None:
    """Remember that a value in a list was taken over, or is in dispute."""
    na = last_change(verbinding)
    rij = {**sleutel, "geschil": geschil, "na": na}
    verbinding.execute(insert(schema.overname), rij)


def is_settled(verbinding: Connection, sleutel: Mapping[str, str]) -> bool | None:
    """Whether a value of a list needs nothing any more; ``None``: never seen.

    A dispute is settled once a person set the field after it was noticed.
    """
    t, w = schema.overname, schema.wijziging
    vraag = select(t.c.geschil, t.c.na).where(
        *(t.c[veld] == waarde for veld, waarde in sleutel.items())
    )
    rij = verbinding.execute(vraag.order_by(t.c.nr.desc())).first()
    if rij is None:
        return None
    later = select(w.c.nr).where(
        w.c.nummer == sleutel["nummer"],
        w.c.veld.in_(_fields(sleutel["veld"])),
        w.c.nr > rij.na,
        w.c.bron.is_(None),
    )
    return not rij.geschil or verbinding.execute(later).first() is not None


def _fields(veld: str) -> tuple[str, ...]:
    return ("termijn", "termijn_tekst") if veld == "termijn" else (veld,)


def _write(waarden: Actiewaarden) -> str:
    kaal = asdict(waarden)
    kaal["termijn"] = waarden.termijn and waarden.termijn.isoformat()
    return json.dumps(kaal, ensure_ascii=False, sort_keys=True)


def _read(tekst: str) -> Actiewaarden:
    kaal: dict[str, Any] = json.loads(tekst)
    kaal["termijn"] = kaal["termijn"] and date.fromisoformat(kaal["termijn"])
    kaal["actiehouders"] = tuple(kaal["actiehouders"])
    kaal["status"] = Actiestatus(kaal["status"])
    return Actiewaarden(**kaal)
