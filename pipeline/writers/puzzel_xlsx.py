"""The puzzle as a workbook with live formulas, its sources and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from modellen.puzzel import THEMAS
from pipeline.writers.cijferlijsten import name_thema
from pipeline.writers.cijferverslag_xlsx import put_text
from pipeline.writers.werkmap import save_werkmap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from modellen.puzzel import Puzzel, Puzzelregel

_KOP = PatternFill("solid", fgColor="DCE6F1")
_OPEN = PatternFill("solid", fgColor="FFF2CC")
_LIJN = Border(top=Side(style="thin"))
_EERSTE = 5
_AANTAL = len(THEMAS)
_OPGAVE, _VOORSTEL = 3, 3 + _AANTAL + 1
_VERSCHIL = _VOORSTEL + _AANTAL + 1
_DEKKING = _VERSCHIL + 1
_GETAL, _DEEL, _MIN = "#,##0", "0%", "+#,##0;-#,##0;0"


@dataclass(frozen=True, slots=True)
class _Rekenblad:
    """A sheet, and what each of its cells amounts to.

    A program that shows a workbook without computing it then shows numbers too.
    """

    blad: Worksheet
    waarden: dict[str, float] = field(default_factory=dict)

    def number(self, rij: int, kolom: int, waarde: Decimal) -> None:
        """Put a number in a cell."""
        heel = waarde == waarde.to_integral_value()
        hier = self.blad.cell(row=rij, column=kolom)
        hier.value = int(waarde) if heel else float(waarde)
        hier.number_format = _GETAL
        self.waarden[hier.coordinate] = float(waarde)

    def sum(self, rij: int, kolom: int, eerste: str, laatste: str) -> None:
        """Put the sum of a range in a cell."""
        hier = self.blad.cell(row=rij, column=kolom, value=f"=SUM({eerste}:{laatste})")
        hier.number_format = _GETAL
        cellen = [c.coordinate for r in self.blad[f"{eerste}:{laatste}"] for c in r]
        self.waarden[hier.coordinate] = sum(self.waarden.get(c, 0) for c in cellen)

    def difference(self, rij: int, kolom: int, een: str, ander: str) -> None:
        """Put one cell minus another in a cell."""
        hier = self.blad.cell(row=rij, column=kolom, value=f"={een}-{ander}")
        hier.number_format = _MIN
        self.waarden[hier.coordinate] = self.waarden[een] - self.waarden[ander]

    def share(self, rij: int, kolom: int, deel: str, geheel: str) -> None:
        """Put one cell divided by another in a cell; empty where that is nothing."""
        tekst = f'=IF({geheel}=0,"",{deel}/{geheel})'
        hier = self.blad.cell(row=rij, column=kolom, value=tekst)
        hier.number_format = _DEEL
        if self.waarden[geheel]:
            self.waarden[hier.coordinate] = self.waarden[deel] / self.waarden[geheel]


def write_puzzel(puzzel: Puzzel, doel: Path) -> None:
    """Write the puzzle: numbers from forms and table, the rest as formulas."""
    boek = openpyxl.Workbook()
    boek.remove(boek.worksheets[0])
    blad = _Rekenblad(boek.create_sheet("puzzel"))
    _write_head(blad.blad, puzzel)
    for rij, regel in enumerate(puzzel.regels, _EERSTE):
        _write_regel(blad, rij, regel)
    _write_sums(blad, _EERSTE + len(puzzel.regels))
    _write_remarks(boek.create_sheet("ontbreekt"), puzzel)
    _write_sources(boek.create_sheet("bronnen"), puzzel)
    save_werkmap(boek, doel, vandaag=puzzel.stand, waarden={1: blad.waarden})


def _write_head(blad: Worksheet, puzzel: Puzzel) -> None:
    put_text(blad.cell(row=1, column=1), f"Puzzel opvang {puzzel.jaar}")
    blad["A1"].font = Font(bold=True, size=14)
    put_text(
        blad.cell(row=2, column=1),
        f"stand per {puzzel.stand:%d-%m-%Y}; geel is nog niet bekend, zolang dat zo is "
        "zijn de totalen van het voorstel een ondergrens",
    )
    groepen = (
        (_OPGAVE, f"Opgave {puzzel.jaar}"),
        (_VOORSTEL, f"Voorstel {puzzel.jaar}"),
    )
    koppen = {1: "Gemeente", 2: "Inwoners", _VERSCHIL: "Verschil", _DEKKING: "Dekking"}
    for kolom, tekst in koppen.items():
        put_text(blad.cell(row=3, column=kolom), tekst)
        blad.merge_cells(start_row=3, start_column=kolom, end_row=4, end_column=kolom)
    for begin, tekst in groepen:
        put_text(blad.cell(row=3, column=begin), tekst)
        blad.merge_cells(
            start_row=3, start_column=begin, end_row=3, end_column=begin + _AANTAL
        )
        for plek, thema in enumerate((*THEMAS, "totaal")):
            naam = name_thema(thema).capitalize()
            put_text(blad.cell(row=4, column=begin + plek), naam)
    for rij in (3, 4):
        for kolom in range(1, _DEKKING + 1):
            hier = blad.cell(row=rij, column=kolom)
            hier.fill, hier.font = _KOP, Font(bold=True)
            hier.alignment = Alignment(horizontal="center", vertical="center")
    blad.column_dimensions["A"].width = 26
    for kolom in range(2, _DEKKING + 1):
        blad.column_dimensions[get_column_letter(kolom)].width = 12
    blad.freeze_panes = "B5"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write_regel(reken: _Rekenblad, rij: int, regel: Puzzelregel) -> None:
    blad = reken.blad
    put_text(blad.cell(row=rij, column=1), regel.gebied)
    if regel.inwoners is not None:
        reken.number(rij, 2, regel.inwoners)
    for begin, maat, waarden in (
        (_OPGAVE, "opgave", regel.opgave),
        (_VOORSTEL, "voorstel", regel.voorstel),
    ):
        for plek, thema in enumerate(THEMAS):
            if thema in waarden:
                reken.number(rij, begin + plek, waarden[thema])
            else:
                hier = blad.cell(row=rij, column=begin + plek)
                put_text(hier, "ntb")
                hier.fill = _OPEN
                hier.alignment = Alignment(horizontal="right")
                wat = f"{maat} {name_thema(thema)} is niet bekend."
                hier.comment = Comment(wat, "verwerk")
        reken.sum(
            rij, begin + _AANTAL, _cell(begin, rij), _cell(begin + _AANTAL - 1, rij)
        )
    _derive(reken, rij)


def _derive(reken: _Rekenblad, rij: int) -> None:
    """Difference and share of the totals of a line."""
    opgave, voorstel = (_cell(b + _AANTAL, rij) for b in (_OPGAVE, _VOORSTEL))
    reken.difference(rij, _VERSCHIL, voorstel, opgave)
    reken.share(rij, _DEKKING, voorstel, opgave)


def _write_sums(reken: _Rekenblad, rij: int) -> None:
    """Totals over the gemeenten, and under them share and difference per theme."""
    blad = reken.blad
    for plek, label in enumerate(("Totaal", "Dekking", "Verschil")):
        hier = blad.cell(row=rij + plek, column=1)
        put_text(hier, label)
        hier.font = Font(bold=True)
    for kolom in range(2, _VERSCHIL):
        reken.sum(rij, kolom, _cell(kolom, _EERSTE), _cell(kolom, rij - 1))
    _derive(reken, rij)
    for plek in range(_AANTAL + 1):
        opgave, voorstel = (_cell(b + plek, rij) for b in (_OPGAVE, _VOORSTEL))
        reken.share(rij + 1, _VOORSTEL + plek, voorstel, opgave)
        reken.difference(rij + 2, _VOORSTEL + plek, voorstel, opgave)
    for kolom in range(1, _DEKKING + 1):
        blad.cell(row=rij, column=kolom).border = _LIJN
        blad.cell(row=rij, column=kolom).font = Font(bold=True)


def _cell(kolom: int, rij: int) -> str:
    return f"{get_column_letter(kolom)}{rij}"


def _write_remarks(blad: Worksheet, puzzel: Puzzel) -> None:
    _table(
        blad,
        ("gemeente", "soort", "wat"),
        (26, 14, 100),
        [(o.gebied, o.soort, o.tekst) for o in puzzel.opmerkingen],
    )


def _write_sources(blad: Worksheet, puzzel: Puzzel) -> None:
    """For each number the file and the cell it came from, and what stood there."""
    rijen = []
    for regel in puzzel.regels:
        for wat, cijfers in regel.bron.items():
            bestand = puzzel.tabel if wat.startswith("opgave") else regel.formulier
            cellen = ", ".join(f"{c.cel} ({c.weergave})" for c in cijfers)
            rijen.append((regel.gebied, wat, bestand or regel.formulier or "", cellen))
    _table(blad, ("gemeente", "wat", "bestand", "cellen"), (26, 20, 60, 60), rijen)


def _table(
    blad: Worksheet,
    koppen: tuple[str, ...],
    breedtes: tuple[int, ...],
    rijen: Sequence[tuple[str, ...]],
) -> None:
    for kolom, (kop, breedte) in enumerate(zip(koppen, breedtes, strict=True), 1):
        hier = blad.cell(row=1, column=kolom, value=kop)
        hier.fill, hier.font = _KOP, Font(bold=True)
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    for nr, rij in enumerate(rijen, 2):
        for kolom, tekst in enumerate(rij, 1):
            put_text(blad.cell(row=nr, column=kolom), tekst)
    if not rijen:
        blad.cell(row=2, column=1, value="niets")
    blad.freeze_panes = "A2"
