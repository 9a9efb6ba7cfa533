"""The lakblad: a workbook a jurist fills in, and the strict reading of it."""

from __future__ import annotations

import json
import os
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from modellen.lakblad import Beoordeling, Keuze, Lakblad, Lakregel, Woodocument
from pipeline.errors import LakbladError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

STUKKEN = ("nummer", "titel", "soort", "datum", "bestand", "beoordeling", "toelichting")
REGELS = (
    "nummer", "pagina", "tekst", "besluit", "grond", "soort", "persoon", "reden",
    "zekerheid", "omgeving", "door", "id",
)  # fmt: skip
VRIJ = {"beoordeling", "toelichting", "besluit", "grond", "door"}
"""Columns a person fills in; the others are protected."""

_BREED = {"titel": 46, "bestand": 46, "tekst": 34, "omgeving": 70, "reden": 46}
_KOP = PatternFill("solid", fgColor="DCE6F1")
_TWIJFEL = PatternFill("solid", fgColor="FFF2CC")
_ZEKER = 0.6


def write_lakblad(blad: Lakblad, doel: Path) -> Path:
    """Write the sheet, whole or not at all."""
    boek = openpyxl.Workbook()
    boek.remove(boek.worksheets[0])
    _fill(boek.create_sheet("Documenten"), STUKKEN, map(_document_row, blad.documenten))
    gewoon = [r for r in blad.regels if not r.passage]
    passages = [r for r in blad.regels if r.passage]
    _fill(boek.create_sheet("Markeringen"), REGELS, map(_regel_row, gewoon))
    _fill(boek.create_sheet("Voor een mens"), REGELS, map(_regel_row, passages))
    _add_choices(boek["Documenten"], "beoordeling", STUKKEN, list(Beoordeling))
    for naam in ("Markeringen", "Voor een mens"):
        _add_choices(boek[naam], "besluit", REGELS, list(Keuze))
    _hide_facts(boek.create_sheet("gegevens"), blad)
    tijdelijk = doel.with_suffix(".tmp")
    boek.save(tijdelijk)
    os.replace(tijdelijk, doel)  # noqa: PTH105 the same on Windows
    return doel


def read_lakblad(pad: Path, gronden: Iterable[str]) -> Lakblad:
    """The sheet as a person left it.

    Raises ``LakbladError`` that names every row that is missing, changed, unknown or
    contradicts itself; nothing is guessed.
    """
    try:
        boek = openpyxl.load_workbook(pad)
        feiten = _load_facts(boek["gegevens"])
    except (OSError, KeyError, ValueError) as fout:
        raise LakbladError(
            f"{pad.name} is geen lakblad dat verwerk heeft gemaakt. "
            "Maak het opnieuw met 'verwerk woo voorstel'."
        ) from fout
    klachten: list[str] = []
    documenten = tuple(_read_documents(boek["Documenten"], feiten, klachten))
    regels = tuple(
        regel
        for naam in ("Markeringen", "Voor een mens")
        for regel in _read_regels(boek[naam], feiten, set(gronden), klachten)
    )
    gelezen = {r.id for r in regels}
    klachten += [
        f"de regel over '{r['soort']}' in document {r['nummer']} is verwijderd"
        for r in feiten["regels"]
        if r["id"] not in gelezen
    ]
    if klachten:
        lijst = "\n".join(f"  - {k}" for k in klachten[:40])
        raise LakbladError(f"Het lakblad {pad.name} is niet in orde:\n{lijst}")
    return Lakblad(map_=feiten["map"], documenten=documenten, regels=regels)


def _document_row(d: Woodocument) -> list[Any]:
    datum = d.datum.isoformat() if d.datum else ""
    return [
        d.nummer, d.titel, d.soort, datum, d.bestand, d.beoordeling.value,
        d.toelichting,
    ]  # fmt: skip


def _regel_row(r: Lakregel) -> list[Any]:
    return [
        r.nummer, r.pagina, r.tekst, r.keuze.value, r.grond, r.soort, r.persoon,
        r.reden, round(r.zekerheid, 2), r.omgeving, r.door, r.id,
    ]  # fmt: skip


def _fill(blad: Worksheet, koppen: Sequence[str], rijen: Iterable[list[Any]]) -> None:
    blad.append(list(koppen))
    for waarden in rijen:
        blad.append([_safe(w) for w in waarden])
    for nummer, kop in enumerate(koppen, start=1):
        cel = blad.cell(1, nummer)
        cel.font, cel.fill = Font(bold=True), _KOP
        blad.column_dimensions[get_column_letter(nummer)].width = _BREED.get(kop, 14)
        for rij in range(2, blad.max_row + 1):
            plek = blad.cell(rij, nummer)
            plek.alignment = Alignment(wrap_text=True, vertical="top")
            plek.protection = Protection(locked=kop not in VRIJ)
            plek.data_type = "n" if isinstance(plek.value, int | float) else "s"
    if "zekerheid" in koppen:
        _colour_doubt(blad, koppen.index("zekerheid") + 1)
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = blad.dimensions
    blad.protection.sheet = True
    blad.protection.autoFilter = blad.protection.sort = False


def _safe(waarde: Any) -> Any:  # noqa: ANN401 what a cell can hold
    """Text without the control characters a workbook cannot hold."""
    if isinstance(waarde, str):
        return "".join(t for t in waarde if t >= " " or t == "\n")
    return waarde


def _colour_doubt(blad: Worksheet, kolom: int) -> None:
    for rij in range(2, blad.max_row + 1):
        waarde = blad.cell(rij, kolom).value
        if isinstance(waarde, int | float) and waarde < _ZEKER:
            for cel in blad[rij]:
                cel.fill = _TWIJFEL


def _add_choices(
    blad: Worksheet, kop: str, koppen: Sequence[str], keuzen: Sequence[str]
) -> None:
    lijst = ",".join(k for k in keuzen if k)
    regel = DataValidation(type="list", formula1=f'"{lijst}"', allow_blank=True)
    regel.error = f"Kies uit: {lijst}"
    letter = get_column_letter(koppen.index(kop) + 1)
    regel.add(f"{letter}2:{letter}{max(blad.max_row, 2)}")
    blad.add_data_validation(regel)


def _hide_facts(blad: Worksheet, lakblad: Lakblad) -> None:
    """Keep what must not change where nobody edits it by accident."""
    feiten: dict[str, Any] = {
        "map": lakblad.map_,
        "documenten": [
            {
                "nummer": d.nummer,
                "document": d.document,
                "bestand": d.bestand,
                "sha256": d.sha256,
                "van": d.pagina_van,
                "tot": d.pagina_tot,
            }
            for d in lakblad.documenten
        ],
        "regels": [
            {
                "id": r.id,
                "nummer": r.nummer,
                "document": r.document,
                "begin": r.begin,
                "soort": r.soort,
                "passage": r.passage,
                "tekst": _safe(r.tekst),
                "ruw": r.tekst,
            }
            for r in lakblad.regels
        ],
    }
    blad.append(["map", json.dumps(feiten["map"])])
    for soort in ("documenten", "regels"):
        for feit in feiten[soort]:
            blad.append([soort, json.dumps(feit)])
    blad.sheet_state = "veryHidden"
    blad.protection.sheet = True


def _load_facts(blad: Worksheet) -> dict[str, Any]:
    """What was hidden, a row for each; raises ``ValueError`` when it is damaged."""
    feiten: dict[str, Any] = {"map": "", "documenten": [], "regels": []}
    for soort, tekst, *_ in blad.iter_rows(values_only=True):
        waarde = json.loads(str(tekst))
        if soort == "map":
            feiten["map"] = waarde
        else:
            feiten[str(soort)].append(waarde)
    return feiten


def _rows(blad: Worksheet) -> Iterable[tuple[int, dict[str, Any]]]:
    rijen = blad.iter_rows(values_only=True)
    koppen = [str(k or "") for k in next(rijen, ())]
    for nummer, rij in enumerate(rijen, start=2):
        if any(w not in {None, ""} for w in rij):
            yield nummer, dict(zip(koppen, rij, strict=False))


def _text(waarde: Any) -> str:  # noqa: ANN401
    return "" if waarde is None else str(waarde).strip()


def _read_documents(
    blad: Worksheet, feiten: dict[str, Any], klachten: list[str]
) -> Iterable[Woodocument]:
    vast = {d["nummer"]: d for d in feiten["documenten"]}
    for plek, rij in _rows(blad):
        feit = vast.pop(_text(rij.get("nummer")), None)
        if feit is None:
            klachten.append(f"Documenten, rij {plek}: dit nummer is niet bekend")
            continue
        oordeel = _text(rij.get("beoordeling")).lower()
        if oordeel not in set(Beoordeling):
            klachten.append(
                f"Documenten, rij {plek}: '{oordeel}' is geen beoordeling; kies uit "
                f"{', '.join(b for b in Beoordeling if b)}"
            )
            continue
        datum = _text(rij.get("datum"))[:10]
        yield Woodocument(
            nummer=feit["nummer"],
            document=feit["document"],
            bestand=feit["bestand"],
            sha256=feit["sha256"],
            titel=_text(rij.get("titel")),
            soort=_text(rij.get("soort")),
            datum=date.fromisoformat(datum) if datum else None,
            pagina_van=feit["van"],
            pagina_tot=feit["tot"],
            beoordeling=Beoordeling(oordeel),
            toelichting=_text(rij.get("toelichting")),
        )
    klachten += [f"document {nummer} is van het blad verdwenen" for nummer in vast]


def _read_regels(
    blad: Worksheet, feiten: dict[str, Any], gronden: set[str], klachten: list[str]
) -> Iterable[Lakregel]:
    vast = {r["id"]: r for r in feiten["regels"]}
    for plek, rij in _rows(blad):
        waar = f"{blad.title}, rij {plek}"
        feit = vast.get(_text(rij.get("id")))
        if feit is None:
            klachten.append(f"{waar}: deze regel is niet bekend")
            continue
        if _text(rij.get("tekst")) != feit["tekst"].strip():
            klachten.append(f"{waar}: de tekst is gewijzigd")
            continue
        keuze, grond = _text(rij.get("besluit")).lower(), _text(rij.get("grond"))
        if keuze not in set(Keuze):
            klachten.append(f"{waar}: '{keuze}' is geen besluit; kies uit de lijst")
            continue
        if keuze == Keuze.LAKKEN and grond not in gronden:
            klachten.append(f"{waar}: '{grond or 'leeg'}' is geen grondslag van de Woo")
            continue
        yield Lakregel(
            id=feit["id"],
            nummer=feit["nummer"],
            document=feit["document"],
            pagina=_number(rij.get("pagina")),
            begin=feit["begin"],
            tekst=feit["ruw"],
            omgeving=_text(rij.get("omgeving")),
            soort=feit["soort"],
            grond=grond,
            reden=_text(rij.get("reden")),
            zekerheid=float(rij.get("zekerheid") or 0),
            persoon=_text(rij.get("persoon")),
            passage=feit["passage"],
            keuze=Keuze(keuze),
            door=_text(rij.get("door")),
        )


def _number(waarde: Any) -> int | None:  # noqa: ANN401
    return int(waarde) if isinstance(waarde, int | float) else None
