"""Writes a lakblad: what is proposed, with room for what a person decides."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import openpyxl

from modellen.lakblad import Beoordeling, Keuze
from pipeline.bestanden import write_whole
from pipeline.lakken.lakblad.vorm import (
    DOCUMENTEN,
    FEITEN,
    MARKERINGEN,
    MENS,
    PASSAGES,
    REGELS,
    STUKKEN,
    VRIJE_REGELS,
    VRIJE_STUKKEN,
    WET,
)
from pipeline.lakken.personenblad import BLAD as PERSONEN
from pipeline.lakken.personenblad import fill_personen
from pipeline.lakken.werkblad import add_choices, colour_doubt, fill, safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from modellen.lakblad import Lakblad, Lakregel, Woodocument


def write_lakblad(blad: Lakblad, doel: Path) -> Path:
    """Write the sheet, whole or not at all."""
    boek = openpyxl.Workbook()
    boek.remove(boek.worksheets[0])
    stukken = boek.create_sheet(DOCUMENTEN)
    fill(stukken, STUKKEN, map(_document_row, blad.documenten), VRIJE_STUKKEN)
    add_choices(stukken, "beoordeling", STUKKEN, list(Beoordeling))
    fill_personen(boek.create_sheet(PERSONEN), blad.personen)
    gewoon = [r for r in blad.regels if not r.passage]
    _fill_regels(boek.create_sheet(MARKERINGEN), REGELS, gewoon)
    passages = [r for r in blad.regels if r.passage]
    _fill_regels(boek.create_sheet(MENS), PASSAGES, passages)
    _hide_facts(boek.create_sheet(FEITEN), blad)
    uit = io.BytesIO()
    boek.save(uit)
    return write_whole(doel, uit.getvalue())


def _fill_regels(
    blad: Worksheet, koppen: Sequence[str], regels: Sequence[Lakregel]
) -> None:
    fill(blad, koppen, ([_value(r, k) for k in koppen] for r in regels), VRIJE_REGELS)
    add_choices(blad, "besluit", koppen, list(Keuze))
    colour_doubt(blad, koppen.index("zekerheid") + 1)


def _value(regel: Lakregel, kop: str) -> Any:  # noqa: ANN401 what a cell can hold
    if kop == "besluit":
        return regel.keuze.value
    if kop == WET:
        return regel.wet
    if kop == "zekerheid":
        return round(regel.zekerheid, 2)
    return getattr(regel, kop)


def _document_row(d: Woodocument) -> list[Any]:
    datum = d.datum.isoformat() if d.datum else ""
    return [
        d.nummer, d.titel, d.soort, datum, d.afzender, d.ontvanger,
        d.beoordeling.value, "; ".join(d.gronden), d.dubbel_van, d.link, d.toelichting,
        d.bestand,
    ]  # fmt: skip


def _hide_facts(blad: Worksheet, lakblad: Lakblad) -> None:
    """Keep what must not change where nobody edits it by accident."""
    blad.append(["map", json.dumps(lakblad.map_)])
    for d in lakblad.documenten:
        blad.append(["documenten", json.dumps(_document_facts(d))])
    for r in lakblad.regels:
        blad.append(["regels", json.dumps(_regel_facts(r))])
    blad.sheet_state = "veryHidden"
    blad.protection.sheet = True


def _document_facts(d: Woodocument) -> dict[str, Any]:
    return {
        "nummer": d.nummer,
        "document": d.document,
        "bestand": d.bestand,
        "sha256": d.sha256,
        "van": d.pagina_van,
        "tot": d.pagina_tot,
        "dubbel": d.dubbel_van,
    }


def _area(r: Lakregel) -> list[float] | None:
    """The page and the frame of a picture."""
    kader = r.vlak.kader if r.vlak else None
    if r.vlak is None or kader is None:
        return None
    return [r.vlak.pagina, kader.links, kader.boven, kader.rechts, kader.onder]


def _regel_facts(r: Lakregel) -> dict[str, Any]:
    return {
        "id": r.id,
        "nummer": r.nummer,
        "document": r.document,
        "begin": r.begin,
        "soort": r.soort,
        "groep": r.groep,
        "passage": r.passage,
        "tekst": safe(r.tekst),
        "ruw": r.tekst,
        "vlak": _area(r),
        "merk": [r.keuze.value, r.grond, r.door] if r.gemerkt else None,
    }
