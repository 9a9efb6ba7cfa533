"""Lists of actions and decisions: a workbook, and a Word table with merged cells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook

from tests.dossier import docxbouw as d
from tests.dossier import xlsxbouw as x
from tests.dossier.personen import TAFEL

if TYPE_CHECKING:
    from docx.table import Table

_KOP = (
    "nr",
    "datum PRT",
    "onderwerp",
    "actie",
    "wie",
    "gereed vóór",
    "status",
    "intern",
)
_PRT0, _PRT1, _PRT2 = date(2025, 6, 11), date(2025, 9, 17), date(2025, 11, 26)

# rows of the workbook: a merged date stands once; terms are noted as people note them
_ACTIES: tuple[tuple[object, ...], ...] = (
    ("25-04", _PRT0, "amv", "Locaties voor kleinschalige amv-opvang in kaart brengen",
     "Nidos", "1 oktober", "gereed", "lijst ontvangen 3/10"),
    ("25-06", None, "statushouders",
     "Overzicht achterstand taakstelling per gemeente delen", "provincie (T. Rozenbeek)",
     date(2025, 12, 31), "open", None),
    ("25-08", _PRT1, "bezetting", "Presentatie bezetting rondsturen", "secretariaat",
     date(2025, 9, 26), "gereed", None),
    ("25-09", _PRT1, "verdeling opgave",
     "In beeld brengen hoeveel extra plekken er op Nieuwe Steen kunnen komen",
     "gem. Hoorn", "1-11-2025", "afgerond", "40 extra, zie bod"),
    ("25-10", _PRT1, "verdeling opgave",
     "Overzicht aflopende bestuursovereenkomsten 2026", "COA / Nidos",
     "medio november 2025", "loopt", "COA is enige eigenaar volgens verslag"),
    ("25-11", "17 sept '25", "doorstroomlocatie", "Businesscase doorrekenen",
     "Purmerend en provincie", "eind okt. 2025", "doorgeschoven", None),
    ("25-12", _PRT1, "Oekraïne", "Raadsbrief kleinschalige opvang delen",
     "wethouder Drechterland", "z.s.m.", "Gereed", None),
    ("25-13", _PRT2, "noodopvang Medemblik",
     "Gesprek voeren met eigenaar De Vlietlanden over verlenging tot 1 september 2026",
     "gemeente Medemblik, COA", date(2026, 1, 9), "nieuw", None),
    ("25-14", _PRT2, "bekostiging", "Brief aan de minister opstellen",
     "secretaris", "19-12-2025", "nieuw", None),
    ("25-15", _PRT2, "verdeling opgave", "Bestuurlijk gesprek met Enkhuizen over asielbod",
     "voorzitter", "volgende PRT", "nieuw", None),
    ("25-16", _PRT2, "rondvraag", "Bijeenkomst raadsleden (vervalt, geen belangstelling)",
     None, None, "vervallen", None),
)  # fmt: skip


def make_actielijst() -> bytes:
    """The running list: mixed date notations, a merged cell, a hidden column."""
    boek = Workbook()
    blad = boek.active
    blad.title = "acties"
    blad["A1"] = "Actielijst PRT Waterland-Oost"
    blad["A2"] = "bijgewerkt t/m 2 december 2025"
    for k, tekst in enumerate(_KOP, 1):
        cel = blad.cell(4, k, tekst)
        cel.font, cel.fill = x.VET, x.KOPVULLING
    for r, rij in enumerate(_ACTIES, 5):
        for k, waarde in enumerate(rij, 1):
            cel = blad.cell(r, k, waarde)
            cel.alignment = x.AFBREKEN
            if isinstance(waarde, date):
                cel.number_format = "d-m-yyyy" if k == 2 else "dd/mm/yy"
    blad.merge_cells("B5:B6")
    blad["A17"] = "Groen = afgedaan. Vragen? prt@waterland-oost.example"
    blad.merge_cells("A17:G17")
    for kolom, breed in zip("ABCDEFGH", (7, 12, 20, 48, 22, 18, 14, 20), strict=True):
        blad.column_dimensions[kolom].width = breed
    blad.column_dimensions["H"].hidden = True
    return x.save_xlsx(boek, None, "2025-12-02T13:15:00Z")


_BESLUITEN = (
    ("Nr.", "Onderwerp", "Besluit / actie", "Wie", "Wanneer"),
    ("1", "Verslag en actielijst 17 september 2025",
     ("Besluit: het verslag wordt vastgesteld. Op verzoek van het ministerie is bij punt 3 "
     "het percentage aangepast."), "", ""),
    ("2", "Puzzel 2026, biedingen gemeenten",
     ("Besluit: kennisgenomen van de stand (64% van de asielopgave). Hoorn heeft het bod "
     "voor asiel met 40 plekken verhoogd."), "", ""),
    ("", "", ("De regietafel stemt in met doorgeleiding van de puzzel aan de minister, onder "
     "voorbehoud van het bod van Enkhuizen."), "", ""),
    ("", "", ("Actie: voorzitter voert een bestuurlijk gesprek met Enkhuizen over het "
     "asielbod."), "voorzitter", "vóór de volgende PRT"),
    ("3", "Noodopvang Medemblik",
     ("Actie: met de eigenaar van De Vlietlanden spreken over verlenging tot 1 september "
     "2026."), "gemeente Medemblik en COA", "9 januari 2026"),
    ("4", "Doorstroomlocatie Purmerend",
     "Besluit: aangehouden. De regeling van het Rijk is nog niet bekend.", "", ""),
    ("", "", "Actie: businesscase opnieuw doorrekenen met de nieuwe normbedragen.",
     "Purmerend, provincie", "1e kwartaal 2026"),
    ("5", "Bekostiging Oekraïne",
     "Actie: brief aan de minister opstellen namens de regietafel.", "secretaris",
     "uiterlijk 19 december"),
    ("6", "Rondvraag",
     "Besluit: het idee van een bijeenkomst voor raadsleden wordt niet overgenomen.", "", ""),
)  # fmt: skip


def make_besluitenlijst() -> bytes:
    """The list of actions and decisions of 26 November, cells merged per subject."""
    doc = d.make_docx("Actie- en besluitenlijst PRT 26 november 2025", "Corbel", 10)
    doc.add_heading("Actie- en besluitenlijst", level=1)
    doc.add_paragraph(f"{TAFEL}, woensdag 26 november 2025 (10.00 – 12.00 uur, Hoorn)")
    doc.add_paragraph("Status: vastgesteld door de voorzitter op 1 december 2025")
    tabel = d.add_tabel(doc, _BESLUITEN, (0.9, 3.4, 6.7, 2.8, 2.6))
    for van, tot in ((2, 4), (6, 7)):
        for kolom in (0, 1):
            _merge(tabel, kolom, van, tot)
    for r in (1, 2, 3, 6, 9):
        _merge_rij(tabel, r)
    doc.add_paragraph()
    doc.add_paragraph(
        "Volgende vergadering: woensdag 21 januari 2026, 10.00 uur, Purmerend."
    )
    return d.save_docx(doc, "2025-12-01T09:00:00Z")


def _merge(tabel: Table, kolom: int, van: int, tot: int) -> None:
    """One cell over several rows; python-docx keeps the empty paragraphs, Word does not."""
    samen = tabel.cell(van, kolom).merge(tabel.cell(tot, kolom))
    for par in samen.paragraphs[1:]:
        par._p.getparent().remove(par._p)


def _merge_rij(tabel: Table, rij: int) -> None:
    """A decision has no owner and no term: its cell runs to the edge."""
    samen = tabel.cell(rij, 2).merge(tabel.cell(rij, 4))
    for par in samen.paragraphs[1:]:
        par._p.getparent().remove(par._p)
