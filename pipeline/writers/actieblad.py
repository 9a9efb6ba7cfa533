"""The actielijst for Excel: one sheet of actions to edit, and what goes with it."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from modellen.afspraak import Actiestatus
from pipeline.bestanden import fix_archive
from pipeline.writers.actielijst import (
    BESLUITEN,
    GEMIST,
    KOLOMMEN,
    name_list,
    row_of,
    say_status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from modellen.actielijst import Actielijst, Lijstblok
    from pipeline.writers.word import Kolom

_PER_CM = 5.6
_REGEL, _WITRUIMTE = 13.5, 4.0
"""Points of a line and of the room around it: no program reckons heights for us."""
_VET = Font(bold=True)
_VLAK = PatternFill("solid", fgColor="D9E2EC")
_LIJN = Side(style="thin", color="B0B8C0")
_KADER = Border(left=_LIJN, right=_LIJN, top=_LIJN, bottom=_LIJN)
_KOPRIJ = 4


def make_xlsx(lijst: Actielijst) -> bytes:
    """The list as a workbook, the same bytes for the same list."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    blad = boek.create_sheet("Acties")
    lopend = [b for b in lijst.blokken if b.soort != "gemist"]
    _fill(blad, lijst, "", KOLOMMEN, _rows(lopend))
    _offer_status(blad)
    gemist = [b for b in lijst.blokken if b.soort == "gemist"]
    if gemist:
        blad = boek.create_sheet("Mogelijk gemist")
        _fill(blad, lijst, GEMIST, KOLOMMEN, _rows(gemist))
        _offer_status(blad)
    if lijst.besluiten:
        rijen = [
            (
                g.nummer,
                g.besluit.omschrijving,
                g.besluit.resultaat.value.replace("_", " "),
                bron,
            )
            for g, bron in lijst.besluiten
        ]
        _fill(boek.create_sheet("Besluiten"), lijst, "", BESLUITEN, rijen)
    if lijst.punten:
        blad = boek.create_sheet("Aangemeld")
        _write(blad, 1, (name_list(lijst),), vet=True)
        for nummer, punt in enumerate(lijst.punten, start=3):
            _write(blad, nummer, (punt.titel, punt.bron))
        blad.column_dimensions["A"].width = blad.column_dimensions["B"].width = 60
    boek.properties.title, boek.properties.creator = name_list(lijst), ""
    uit = io.BytesIO()
    boek.save(uit)
    return fix_archive(uit.getvalue(), lijst.stand)


def _rows(blokken: Iterable[Lijstblok]) -> list[tuple[str, ...]]:
    """The rows of all blocks, each block under its heading."""
    return [
        rij
        for blok in blokken
        for rij in ((blok.kop,), *(row_of(r) for r in blok.regels))
    ]


def _fill(
    blad: Worksheet,
    lijst: Actielijst,
    uitleg: str,
    kolommen: Sequence[Kolom],
    rijen: Sequence[Sequence[str]],
) -> None:
    _write(blad, 1, (name_list(lijst),), vet=True)
    _write(blad, 2, (say_status(lijst),))
    _write(blad, 3, (uitleg,))
    _write(blad, _KOPRIJ, [k.kop for k in kolommen], vet=True, kader=True)
    for nummer, rij in enumerate(rijen, start=_KOPRIJ + 1):
        _write(blad, nummer, rij, kader=True, vet=len(rij) == 1)
        if len(rij) == 1:
            blad.merge_cells(
                start_row=nummer, end_row=nummer, start_column=1,
                end_column=len(kolommen),
            )  # fmt: skip
    for nummer, kolom in enumerate(kolommen, start=1):
        letter = get_column_letter(nummer)
        blad.column_dimensions[letter].width = kolom.breedte * _PER_CM
    breedtes = [k.breedte * _PER_CM for k in kolommen]
    for nummer, rij in enumerate(rijen, start=_KOPRIJ + 1):
        hoogte = max(map(_lines, rij, breedtes)) if len(rij) > 1 else 1
        blad.row_dimensions[nummer].height = hoogte * _REGEL + _WITRUIMTE
    blad.freeze_panes = f"A{_KOPRIJ + 1}"
    blad.print_title_rows = f"{_KOPRIJ}:{_KOPRIJ}"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = 9
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]


def _lines(tekst: str, breedte: float) -> int:
    """How many lines words take in a column of so many characters."""
    past = max(6, int(breedte))
    return sum(len(textwrap.wrap(regel, past)) or 1 for regel in tekst.split("\n"))


def _write(
    blad: Worksheet,
    rij: int,
    waarden: Sequence[str],
    *,
    vet: bool = False,
    kader: bool = False,
) -> None:
    for kolom, waarde in enumerate(waarden, start=1):
        cel = blad.cell(rij, kolom)
        # As a text: what begins with "=" in a document is no formula of ours.
        cel.value, cel.data_type = ILLEGAL_CHARACTERS_RE.sub("", waarde), "s"
        if vet:
            cel.font = _VET
        if kader:
            cel.border = _KADER
            cel.alignment = Alignment(wrap_text=True, vertical="top")
            if vet:
                cel.fill = _VLAK


def _offer_status(blad: Worksheet) -> None:
    """A choice of statuses in the status column; another word may still be typed."""
    woorden = ",".join(s.value.replace("_", " ") for s in Actiestatus)
    keuze = DataValidation(
        type="list", formula1=f'"{woorden}"', allow_blank=True, showErrorMessage=False
    )
    kolom = next(i for i, k in enumerate(KOLOMMEN, start=1) if k.kop == "Status")
    letter = get_column_letter(kolom)
    blad.add_data_validation(keuze)
    keuze.add(f"{letter}{_KOPRIJ + 1}:{letter}{max(blad.max_row, _KOPRIJ + 1)}")
