"""A sheet to fill in: protected facts, open columns, choices; and reading it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

BREED = {
    "titel": 46, "bestand": 46, "tekst": 34, "omgeving": 70, "reden": 46, "naam": 34,
    "ook genoemd": 40, "functie": 28, "bronnen": 60, "motivering": 50, "afzender": 26,
    "ontvanger": 26, "toelichting": 40, "wat de wet vraagt": 50,
}  # fmt: skip
_KOP = PatternFill("solid", fgColor="DCE6F1")
_IN_TE_VULLEN = PatternFill("solid", fgColor="E2EFDA")
_TWIJFEL = PatternFill("solid", fgColor="FFF2CC")
_ZEKER = 0.6


def fill(
    blad: Worksheet,
    koppen: Sequence[str],
    rijen: Iterable[list[Any]],
    vrij: Collection[str],
) -> None:
    """Put heads and rows on a sheet; only the columns in ``vrij`` can be changed."""
    blad.append(list(koppen))
    for waarden in rijen:
        blad.append([safe(w) for w in waarden])
    for nummer, kop in enumerate(koppen, start=1):
        cel = blad.cell(1, nummer)
        cel.font = Font(bold=True)
        cel.fill = _IN_TE_VULLEN if kop in vrij else _KOP
        blad.column_dimensions[get_column_letter(nummer)].width = BREED.get(kop, 14)
        for rij in range(2, blad.max_row + 1):
            plek = blad.cell(rij, nummer)
            plek.alignment = Alignment(wrap_text=True, vertical="top")
            plek.protection = Protection(locked=kop not in vrij)
            plek.data_type = "n" if isinstance(plek.value, int | float) else "s"
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = blad.dimensions
    blad.print_title_rows = "1:1"
    blad.protection.sheet = True
    blad.protection.autoFilter = blad.protection.sort = False


def add_choices(
    blad: Worksheet, kop: str, koppen: Sequence[str], keuzen: Sequence[str]
) -> None:
    """Give the cells of a column a list to choose from."""
    lijst = ",".join(k for k in keuzen if k)
    regel = DataValidation(type="list", formula1=f'"{lijst}"', allow_blank=True)
    regel.error = f"Kies uit: {lijst}"
    letter = get_column_letter(koppen.index(kop) + 1)
    regel.add(f"{letter}2:{letter}{max(blad.max_row, 2)}")
    blad.add_data_validation(regel)


def colour_doubt(blad: Worksheet, kolom: int) -> None:
    """Colour the rows whose certainty a person must look at."""
    for rij in range(2, blad.max_row + 1):
        waarde = blad.cell(rij, kolom).value
        if isinstance(waarde, int | float) and waarde < _ZEKER:
            colour_row(blad, rij)


def colour_row(blad: Worksheet, rij: int) -> None:
    """Colour a row that a person must look at."""
    for cel in blad[rij]:
        cel.fill = _TWIJFEL


def rows(blad: Worksheet) -> Iterable[tuple[int, dict[str, Any]]]:
    """The rows that hold anything, by head, each with its number on the sheet."""
    rijen = blad.iter_rows(values_only=True)
    koppen = [str(k or "").strip() for k in next(rijen, ())]
    for nummer, rij in enumerate(rijen, start=2):
        if any(w not in {None, ""} for w in rij):
            yield nummer, dict(zip(koppen, rij, strict=False))


def text(waarde: Any) -> str:  # noqa: ANN401 what a cell can hold
    """The text of a cell without white space around it; "" when it is empty."""
    return "" if waarde is None else str(waarde).strip()


def whole(waarde: Any) -> int | None:  # noqa: ANN401 what a cell can hold
    """The whole number in a cell, if there is one."""
    return int(waarde) if isinstance(waarde, int | float) else None


def safe(waarde: Any) -> Any:  # noqa: ANN401 what a cell can hold
    """Text without the control characters a workbook cannot hold."""
    if isinstance(waarde, str):
        return "".join(t for t in waarde if t >= " " or t == "\n")
    return waarde
