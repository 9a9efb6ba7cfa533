"""What a person changed in an action: added to, never taken away."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from modellen.afspraak import AFGEDAAN, Actiestatus
from pipeline.storage import schema
from pipeline.storage.tekens import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from modellen.dossier import GenummerdeActie

VELDEN = (
    "omschrijving",
    "actiehouders",
    "termijn",
    "termijn_tekst",
    "status",
    "stand_van_zaken",
)
_NAMEN = {"stand_van_zaken": "stand van zaken", "termijn_tekst": "termijn (tekst)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One field that someone set; ``waarde`` as a text for people."""

    nummer: str
    op: date
    door: str
    veld: str
    waarde: str
    bron: str | None = None

    def __str__(self) -> str:
        veld = _NAMEN.get(self.veld, self.veld)
        waar = f" (in lijst {self.bron})" if self.bron else ""
        return f"{self.op:%d-%m-%Y}  {self.door}: {veld} wordt {self.waarde}{waar}"


def store_wijzigingen(
    verbinding: Connection,
    nummer: str,
    waarden: Mapping[str, object],
    *,
    door: str,
    op: date,
    bron: str | None = None,
) -> None:
    """Write the new values of fields, one row each; ``bron`` is a list of our own."""
    rijen = [
        {
            "nummer": nummer,
            "op": op,
            "door": clean(door),
            "veld": veld,
            "waarde": write_waarde(waarden[veld]),
            "bron": bron,
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
        select(t.c.op, t.c.door, t.c.veld, t.c.waarde, t.c.bron)
        .where(t.c.nummer == nummer)
        .order_by(t.c.nr)
    )
    return tuple(
        Wijziging(
            nummer=nummer, op=op, door=door, veld=veld, waarde=_show(veld, w), bron=bron
        )
        for op, door, veld, w, bron in verbinding.execute(vraag)
    )


def read_wijzigingen(verbinding: Connection) -> dict[str, dict[str, Any]]:
    """For each action that was changed: the values that hold now."""
    t = schema.wijziging
    vraag = select(t.c.nummer, t.c.veld, t.c.waarde).order_by(t.c.nr)
    geldig: dict[str, dict[str, Any]] = {}
    for nummer, veld, waarde in verbinding.execute(vraag):
        velden = geldig.setdefault(nummer, {})
        velden[veld] = read_waarde(veld, waarde)
        if veld == "termijn":
            # The words of the old term say nothing of the new one.
            velden["termijn_tekst"] = None
    return geldig


def read_sluitdagen(verbinding: Connection) -> dict[str, date]:
    """For each action whose status a person set last: the day of that."""
    t = schema.wijziging
    vraag = select(t.c.nummer, t.c.op).where(t.c.veld == "status").order_by(t.c.nr)
    return {r.nummer: r.op for r in verbinding.execute(vraag)}


def apply_wijzigingen(
    acties: Iterable[GenummerdeActie],
    geldig: Mapping[str, Mapping[str, Any]],
    dagen: Mapping[str, date],
) -> tuple[GenummerdeActie, ...]:
    """The actions with what people changed in them; ``dagen``: when it was closed."""
    return tuple(
        _apply(g, geldig[g.nummer], dagen.get(g.nummer)) if g.nummer in geldig else g
        for g in acties
    )


def _apply(
    genummerd: GenummerdeActie, waarden: Mapping[str, Any], op: date | None
) -> GenummerdeActie:
    actie = replace(genummerd.actie, **waarden)
    sluit = genummerd.afgedaan_op
    if "status" in waarden:
        sluit = op if actie.status in AFGEDAAN else None
    return replace(
        genummerd,
        actie=actie,
        gewijzigd=tuple(
            v
            for v in VELDEN
            if v in waarden and (v != "termijn_tekst" or waarden[v] is not None)
        ),
        afgedaan_op=sluit,
    )


def write_waarde(waarde: object) -> str:
    """The value of a field as JSON."""
    if isinstance(waarde, date):
        waarde = waarde.isoformat()
    if isinstance(waarde, tuple):
        waarde = [clean(w) for w in waarde]
    schoon = clean(waarde) if isinstance(waarde, str) else waarde
    return json.dumps(schoon, ensure_ascii=False)


def read_waarde(veld: str, tekst: str) -> Any:  # noqa: ANN401 each field has a type of its own
    """The value that ``write_waarde`` wrote."""
    waarde = json.loads(tekst)
    if veld == "termijn":
        return date.fromisoformat(waarde) if waarde else None
    if veld == "status":
        return Actiestatus(waarde)
    return tuple(waarde) if veld == "actiehouders" else waarde


def _show(veld: str, tekst: str) -> str:
    waarde = read_waarde(veld, tekst)
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, tuple):
        return ", ".join(waarde) or "n.t.b."
    if waarde is None:
        return "leeg"
    return str(waarde).replace("_", " ") if veld == "status" else f"«{waarde}»"
