"""The whole dossier as one JSON document; its form is ``docs/export.schema.json``.

Lists stand in the order of the dossier. Days are ISO, numbers of figures are decimal
strings, what is missing is ``null``.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING, Any

from pipeline.errors import InstellingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time
    from decimal import Decimal
    from pathlib import Path

    from modellen.bevinding import Bevinding, Mislukking
    from modellen.cijfer import Cijfer
    from modellen.dossier import (
        Documentkaart,
        Dossier,
        GenummerdBesluit,
        GenummerdeActie,
        Vermelding,
    )
    from modellen.herkomst import Herkomst
    from modellen.vergadering import Agendapunt, Vergadering

    Rij = dict[str, Any]


def make_export(dossier: Dossier) -> dict[str, Any]:
    """The dossier as JSON values."""
    return {
        "documenten": [_document(d) for d in dossier.documenten],
        "vergaderingen": [_vergadering(v) for v in dossier.vergaderingen],
        "agendapunten": [_agendapunt(p) for p in dossier.agendapunten],
        "acties": [_actie(a) for a in dossier.acties],
        "besluiten": [_besluit(b) for b in dossier.besluiten],
        "cijfers": [_cijfer(c) for c in dossier.cijfers],
        "bevindingen": [_bevinding(b) for b in dossier.bevindingen],
        "mislukt": [_mislukt(m) for m in dossier.mislukt],
    }


def write_export(dossier: Dossier, doel: Path) -> None:
    """Write the dossier to a file: whole, or not at all.

    Raises ``InstellingError`` when the file cannot be written.
    """
    tekst = json.dumps(make_export(dossier), ensure_ascii=False, indent=2) + "\n"
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}.tmp")
    try:
        tijdelijk.write_bytes(tekst.encode())
        tijdelijk.replace(doel)
    except OSError as fout:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        raise InstellingError(
            f"{doel} kan niet worden geschreven ({fout.strerror}). Controleer of de "
            "map bestaat, of u er mag schrijven, en of het niet ergens open staat."
        ) from None


def _document(kaart: Documentkaart) -> Rij:
    return {
        "id": kaart.id,
        "bestand": kaart.bestand,
        "sha256": kaart.sha256,
        "soort": str(kaart.soort),
        "titel": kaart.titel or None,
        "datum": _iso(kaart.datum),
        "pagina_van": kaart.pagina_van,
        "pagina_tot": kaart.pagina_tot,
        "ouder": kaart.ouder,
        "status": kaart.status,
        "concept": kaart.concept,
    }


def _vergadering(v: Vergadering) -> Rij:
    bron = _source(v.herkomst)
    # "begin" and "eind" of a meeting are its hours.
    bron["citaat_begin"] = bron.pop("begin")
    bron["citaat_eind"] = bron.pop("eind")
    return {
        "id": v.id,
        "naam": v.naam,
        "datum": _iso(v.datum),
        "begin": _clock(v.begin),
        "eind": _clock(v.eind),
        "locatie": v.locatie or None,
        **bron,
    }


def _agendapunt(p: Agendapunt) -> Rij:
    return {
        "id": p.id,
        "vergadering": p.vergadering,
        "volgnummer": p.volgnummer or None,
        "titel": p.titel,
        **_source(p.herkomst),
    }


def _actie(genummerd: GenummerdeActie) -> Rij:
    a = genummerd.actie
    return {
        "id": a.id,
        "nummer": genummerd.nummer or None,
        "omschrijving": a.omschrijving,
        "actiehouders": [h for h in a.actiehouders if h],
        "termijn": _iso(a.termijn),
        "termijn_tekst": a.termijn_tekst or None,
        "status": str(a.status),
        "soort": str(a.soort),
        "expliciet": a.expliciet,
        "vergadering": a.vergadering,
        "agendapunt": a.agendapunt,
        **_source(a.herkomst),
        "vermeldingen": [_vermelding(v) for v in genummerd.vermeldingen],
    }


def _vermelding(vermelding: Vermelding) -> Rij:
    """The action as one document states it; ``dag`` is of that document."""
    a = vermelding.actie
    return {
        "dag": _iso(vermelding.dag),
        "omschrijving": a.omschrijving,
        "actiehouders": [h for h in a.actiehouders if h],
        "termijn": _iso(a.termijn),
        "status": str(a.status),
        "document": a.herkomst.document or None,
        "pagina": a.herkomst.pagina,
        "citaat": a.herkomst.citaat,
    }


def _besluit(genummerd: GenummerdBesluit) -> Rij:
    b = genummerd.besluit
    return {
        "id": b.id,
        "nummer": genummerd.nummer or None,
        "omschrijving": b.omschrijving,
        "resultaat": str(b.resultaat),
        "vergadering": b.vergadering,
        "agendapunt": b.agendapunt,
        "datum": _iso(b.datum),
        **_source(b.herkomst),
    }


def _cijfer(c: Cijfer) -> Rij:
    return {
        "id": c.id,
        "gebied": c.gebied or None,
        "thema": c.thema or None,
        "maat": c.maat,
        "jaar": c.jaar,
        "stand": _iso(c.stand),
        "waarde": _digits(c.waarde),
        "weergave": c.weergave or None,
        "eenheid": c.eenheid or None,
        "ontbreekt": c.ontbreekt or None,
        "kwalificatie": c.kwalificatie or None,
        "cel": c.cel or None,
        **_source(c.herkomst),
    }


def _bevinding(b: Bevinding) -> Rij:
    return {
        "id": b.id,
        "regel": b.regel,
        "klasse": str(b.klasse),
        "omschrijving": b.omschrijving,
        "verwacht": b.verwacht or None,
        "gevonden": b.gevonden or None,
        "verschil": b.verschil or None,
        "cijfers": list(b.cijfers),
        "verdacht": list(b.verdacht),
        "document": b.document,
        "pagina": b.pagina,
    }


def _mislukt(m: Mislukking) -> Rij:
    return {"bestand": m.bestand, "reden": m.reden}


def _source(herkomst: Herkomst) -> Rij:
    """Where a record was found; ``kader`` is left, top, right, bottom in points."""
    kader = getattr(herkomst.plaats, "kader", None)
    return {
        "document": herkomst.document or None,
        "pagina": herkomst.pagina,
        "citaat": herkomst.citaat,
        "begin": herkomst.begin,
        "eind": herkomst.eind,
        "kader": kader
        and _points((kader.links, kader.boven, kader.rechts, kader.onder)),
        "regel": herkomst.regel,
        "zekerheid": herkomst.zekerheid,
    }


def _points(waarden: Iterable[float]) -> list[float]:
    return [round(w, 2) for w in waarden]


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _clock(tijd: time | None) -> str | None:
    return tijd.isoformat("minutes") if tijd else None


def _digits(waarde: Decimal | None) -> str | None:
    return None if waarde is None else f"{waarde:f}"
