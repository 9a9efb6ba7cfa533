"""Workbooks whose formulas carry a stored result, as a spreadsheet program writes them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from tests.dossier.vast import fix_zip

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VET = Font(bold=True)
KOPVULLING = PatternFill("solid", fgColor="DDEBF7")
RAND = Border(*(Side(style="thin", color="808080") for _ in range(4)))
MIDDEN = Alignment(horizontal="center", vertical="center", wrap_text=True)
AFBREKEN = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class Formule:
    """A formula and the result that is stored beside it."""

    tekst: str
    waarde: float


def fill(blad: Worksheet, cellen: dict[str, object]) -> dict[str, float]:
    """Write cells; gives the results of the formulas among them, by address."""
    uitkomsten = {}
    for adres, inhoud in cellen.items():
        if isinstance(inhoud, Formule):
            blad[adres] = inhoud.tekst
            uitkomsten[adres] = inhoud.waarde
        else:
            blad[adres] = inhoud
    return uitkomsten


def save_xlsx(
    boek: Workbook,
    uitkomsten: dict[str, dict[str, float]] | None = None,
    stempel: str = "2025-09-01T08:00:00Z",
) -> bytes:
    """The bytes of a workbook; ``uitkomsten`` holds formula results per sheet title."""
    uit = io.BytesIO()
    boek.properties.creator = "Secretariaat regietafel"
    boek.save(uit)
    per_lid = {
        f"xl/worksheets/sheet{i}.xml": (uitkomsten or {}).get(blad.title, {})
        for i, blad in enumerate(boek.worksheets, 1)
    }
    return fix_zip(
        uit.getvalue(), stempel, lambda naam, data: _store(data, per_lid.get(naam))
    )


def _store(data: bytes, waarden: dict[str, float] | None) -> bytes:
    """Put the results into the XML of a sheet; openpyxl leaves them out."""
    if not waarden:
        return data
    wortel = etree.fromstring(data)
    for cel in wortel.iter(f"{_NS}c"):
        if cel.get("r") in waarden:
            doel = cel.find(f"{_NS}v")
            if doel is None:
                doel = etree.SubElement(cel, f"{_NS}v")
            doel.text = repr(waarden[str(cel.get("r"))])
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
