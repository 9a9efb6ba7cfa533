"""The form on which a third party gives its view, and the reading of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from modellen.woodossier import Reactie
from pipeline.bestanden import workbook_bytes
from pipeline.errors import LakbladError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

BLAD = "Zienswijze"
KOPPEN = ("document", "titel", "oordeel", "passage", "grond", "toelichting")
AKKOORD, BEZWAAR = "akkoord", "bezwaar"
_BREED = (12, 50, 14, 50, 14, 60)
_RIJ_KOP = 5
_VAK = PatternFill("solid", fgColor="E2EFDA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """What a form says: whose it is, the reactions, and whether objection follows."""

    partij: str
    reacties: tuple[Reactie, ...]
    bezwaar: bool


def make_formulier(
    partij: str, stukken: Sequence[tuple[str, str]], termijn: date, vandaag: date
) -> bytes:
    """The form for a party: a row for each of its documents (number and title)."""
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = BLAD
    blad.append(["partij", partij])
    blad.append(["antwoord vóór of op", termijn.isoformat()])
    blad.append(["verwacht u bezwaar te maken? (ja/nee)", ""])
    blad.append([])
    blad.append(list(KOPPEN))
    for nummer, titel in stukken:
        blad.append([nummer, titel, "", "", "", ""])
    _dress(blad)
    return workbook_bytes(boek, vandaag)


def _dress(blad: Worksheet) -> None:
    for kolom, breedte in enumerate(_BREED, start=1):
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
        blad.cell(_RIJ_KOP, kolom).font = Font(bold=True)
    for rij in range(1, _RIJ_KOP - 1):
        blad.cell(rij, 1).font = Font(bold=True)
    in_te_vullen = [blad.cell(3, 2)]
    for rij in range(_RIJ_KOP + 1, blad.max_row + 1):
        in_te_vullen += [blad.cell(rij, k) for k in range(3, len(KOPPEN) + 1)]
    for cel in in_te_vullen:
        cel.fill, cel.protection = _VAK, Protection(locked=False)
        cel.alignment = Alignment(wrap_text=True, vertical="top")
    keuze = DataValidation(type="list", formula1=f'"{AKKOORD},{BEZWAAR}"')
    keuze.add(f"C{_RIJ_KOP + 1}:C{max(blad.max_row, _RIJ_KOP + 1)}")
    blad.add_data_validation(keuze)
    janee = DataValidation(type="list", formula1='"ja,nee"')
    janee.add("B3")
    blad.add_data_validation(janee)
    blad.protection.sheet = True


def read_formulier(pad: Path) -> Antwoord:
    """What a party filled in.

    Raises ``LakbladError`` that names each row that is incomplete: an objection needs a
    reason, an answer is *akkoord* or *bezwaar*.
    """
    try:
        blad = openpyxl.load_workbook(pad)[BLAD]
    except (OSError, KeyError, ValueError, BadZipFile) as fout:
        raise LakbladError(
            f"{pad.name} is geen reactieformulier van verwerk. Vraag het formulier "
            "terug dat bij de brief zat."
        ) from fout
    klachten: list[str] = []
    reacties = []
    for nummer in range(_RIJ_KOP + 1, blad.max_row + 1):
        waarden = [_text(blad.cell(nummer, k).value) for k in range(1, 7)]
        if waarden[0]:
            reacties.append(_read_row(nummer, waarden, klachten))
    if klachten:
        lijst = "\n".join(f"  - {k}" for k in klachten[:40])
        raise LakbladError(f"Het formulier {pad.name} is niet in orde:\n{lijst}")
    bezwaar = _text(blad.cell(3, 2).value).lower() == "ja"
    return Antwoord(
        partij=_text(blad.cell(1, 2).value),
        reacties=tuple(r for r in reacties if r is not None),
        bezwaar=bezwaar,
    )


def _read_row(plek: int, waarden: Sequence[str], klachten: list[str]) -> Reactie | None:
    nummer, _, oordeel, passage, grond, toelichting = waarden
    keuze = oordeel.lower()
    if keuze not in {"", AKKOORD, BEZWAAR}:
        klachten.append(f"rij {plek}: '{oordeel}' is geen oordeel; akkoord of bezwaar")
        return None
    if not keuze and (passage or toelichting):
        klachten.append(f"rij {plek}: kies akkoord of bezwaar")
        return None
    if keuze == BEZWAAR and not toelichting:
        klachten.append(f"rij {plek}: bezwaar zonder toelichting")
        return None
    return Reactie(
        nummer=nummer,
        bezwaar=keuze == BEZWAAR,
        passage=passage,
        grond=grond,
        toelichting=toelichting,
    )


def _text(waarde: Any) -> str:  # noqa: ANN401 what a cell can hold
    return "" if waarde is None else str(waarde).strip()
