"""The inventarislijst, as a workbook and as an accessible PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from pipeline.bestanden import workbook_bytes
from pipeline.pdf.zetwerk.pers import press

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from modellen.inventaris import Inventarisregel

KOPPEN = (
    "Nr", "Datum", "Titel", "Soort", "Afzender", "Ontvanger", "Beoordeling", "Gronden",
    "Toelichting", "Dubbel van", "Bladzijden", "Gelakt op blz.", "Link", "Bestand",
)  # fmt: skip
BREED = {
    "Titel": 50, "Toelichting": 40, "Gronden": 16, "Beoordeling": 16, "Afzender": 24,
    "Ontvanger": 24, "Bestand": 14, "Link": 24,
}  # fmt: skip
_IN_PDF = KOPPEN[:11]


def make_workbook(regels: Sequence[Inventarisregel], vandaag: date) -> bytes:
    """The inventory as a workbook that can be printed and sorted."""
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = "Inventarislijst"
    blad.append(list(KOPPEN))
    for regel in regels:
        blad.append(make_row(regel))
    for nummer, kop in enumerate(KOPPEN, start=1):
        cel = blad.cell(1, nummer)
        cel.font, cel.fill = Font(bold=True), PatternFill("solid", fgColor="DCE6F1")
        blad.column_dimensions[get_column_letter(nummer)].width = BREED.get(kop, 12)
        for rij in range(2, blad.max_row + 1):
            plek = blad.cell(rij, nummer)
            plek.alignment = Alignment(wrap_text=True, vertical="top")
            plek.data_type = "n" if isinstance(plek.value, int) else "s"
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = blad.dimensions
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return workbook_bytes(boek, vandaag)


def make_row(regel: Inventarisregel) -> list[Any]:
    """The cells of a document."""
    return [
        regel.nummer,
        regel.datum.isoformat() if regel.datum else "",
        regel.titel,
        regel.soort.replace("_", " "),
        regel.afzender,
        regel.ontvanger,
        regel.beoordeling.value,
        "; ".join(regel.gronden),
        regel.toelichting,
        regel.dubbel_van,
        regel.paginas or "",
        ", ".join(map(str, regel.gelakt)),
        regel.link,
        regel.bestand,
    ]


def make_pdf(regels: Sequence[Inventarisregel], titel: str, vandaag: date) -> bytes:
    """The inventory as tagged pages on their side: PDF/UA-1 and PDF/A-2b."""
    rijen = [[str(c) for c in make_row(r)[: len(_IN_PDF)]] for r in regels]
    return press(
        "zetwerk/inventaris.typ",
        {
            "titel": titel,
            "datum": f"{vandaag:%d-%m-%Y}",
            "koppen": list(_IN_PDF),
            "rijen": rijen,
        },
    )
