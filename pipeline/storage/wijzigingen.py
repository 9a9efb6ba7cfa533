"""What a person changed in an action: added to, never taken away."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from modellen.afspraak import Actiestatus
from modellen.dossier import GenummerdeActie
from pipeline.storage import schema
from pipeline.storage.tekens import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

VELDEN = ("omschrijving", "actiehouders", "termijn", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One field that someone set; ``waarde`` as a text for people."""

    nummer: str
    op: date
    door: str
    veld: str
    waarde: str

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y}  {self.door}: {self.veld} wordt {self.waarde}"


def store_wijzigingen(
    verbinding: Connection,
    nummer: str,
    waarden: Mapping[str, object],
    *,
    door: str,
    op: date,
) -> None:
    """Write the new values of fields, one row each."""
    rijen = [
        {
            "nummer": nummer,
            "op": op,
            "door": clean(door),
            "veld": veld,
            "waarde": _write(waarden[veld]),
        }
        for veld in VELDEN
        if veld in waarden
    ]
    if rijen:
        verbinding.execute(insert(schema.wijziging), rijen)


def read_geschiedenis(verbinding: Connection, nummer: str) -> tuple[Wijziging, ...]:
    """The changes of an action, oldest first."""
    t = schema.wijziging
    vraag = (
        select(t.c.op, t.c.door, t.c.veld, t.c.waarde)
        .where(t.c.nummer == nummer)
        .order_by(t.c.nr)
    )
    return tuple(
        Wijziging(nummer=nummer, op=op, door=door, veld=veld, waarde=_show(veld, w))
        for op, door, veld, w in verbinding.execute(vraag)
    )


def read_wijzigingen(verbinding: Connection) -> dict[str, dict[str, Any]]:
    """For each action that was changed: the values that hold now."""
    t = schema.wijziging
    vraag = select(t.c.nummer, t.c.veld, t.c.waarde).order_by(t.c.nr)
    geldig: dict[str, dict[str, Any]] = {}
    for nummer, veld, waarde in verbinding.execute(vraag):
        geldig.setdefault(nummer, {})[veld] = _read(veld, waarde)
    return geldig


def apply_wijzigingen(
    acties: Iterable[GenummerdeActie], geldig: Mapping[str, Mapping[str, Any]]
) -> tuple[GenummerdeActie, ...]:
    """The actions with what people changed in them."""
    return tuple(
        GenummerdeActie(
            nummer=g.nummer,
            actie=replace(g.actie, **geldig[g.nummer]),
            gewijzigd=tuple(v for v in VELDEN if v in geldig[g.nummer]),
        )
        if g.nummer in geldig
        else g
        for g in acties
    )


def _write(waarde: object) -> str:
    if isinstance(waarde, date):
        waarde = waarde.isoformat()
    if isinstance(waarde, tuple):
        waarde = [clean(w) for w in waarde]
    schoon = clean(waarde) if isinstance(waarde, str) else waarde
    return json.dumps(schoon, ensure_ascii=False)


def _read(veld: str, tekst: str) -> Any:  # noqa: ANN401 each field has a type of its own
    waarde = json.loads(tekst)
    if veld == "termijn":
        return date.fromisoformat(waarde)
    if veld == "status":
        return Actiestatus(waarde)
    return tuple(waarde) if veld == "actiehouders" else waarde


def _show(veld: str, tekst: str) -> str:
    waarde = _read(veld, tekst)
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, tuple):
        return ", ".join(waarde) or "n.t.b."
    return str(waarde).replace("_", " ") if veld == "status" else f"«{waarde}»"
