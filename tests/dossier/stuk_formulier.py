"""Forms of two gemeenten; one does not say whose it is."""

from __future__ import annotations

from openpyxl import Workbook

from tests.dossier import xlsxbouw as x
from tests.dossier.xlsxbouw import Formule


def make_medemblik() -> bytes:
    """A form with its name on it; amv are inside the first total, added in the next."""
    boek = Workbook()
    blad = boek.active
    blad.title = "formulier"
    uit = x.fill(
        blad,
        {
            "A1": "Formulier bod opvang en huisvesting 2026",
            "A2": "Gemeente:", "B2": "Medemblik",
            "A3": "Ingevuld door:", "B3": "M. Kuitert, beleidsadviseur",
            "A4": "Datum:", "B4": "12-11-2025",
            "A6": "Aantal plekken", "B6": "realisatie\n1-9-2025",
            "C6": "indicatieve\nopgave 2026", "D6": "bod 2026", "E6": "bod 2027",
            "A7": "AZC (duurzaam)", "B7": 0, "C7": None, "D7": 0, "E7": 100,
            "A8": "Noodopvang", "B8": 180, "C8": None, "D8": 180, "E8": "n.t.b.",
            "A9": "Amv (onderdeel van opgave)", "B9": 16, "C9": 15, "D9": 20, "E9": 20,
            "A10": "Totaal asiel", "B10": Formule("=B7+B8", 180), "C10": 152,
            "D10": Formule("=D7+D8+D9", 200), "E10": Formule("=SUM(E7:E9)", 120),
            "A12": "GOO (Oekraïne)", "B12": 243, "C12": 237, "D12": 250, "E12": None,
            "A13": "POO (particulier)", "B13": 61, "C13": "-", "D13": "-", "E13": "-",
            "A15": "Huisvesting statushouders", "C15": "taakstelling 2025-II",
            "A16": "statushouders", "B16": 34, "C16": 41, "D16": 41,
            "A17": "Nidos", "B17": 2, "C17": 3, "D17": 3,
            "A19": "Toelichting: contract De Vlietlanden loopt tot 1 maart 2026, "
            "verlenging is nog niet zeker.",
        },
    )  # fmt: skip
    blad.merge_cells("A1:E1")
    blad.merge_cells("A19:E19")
    for cel in blad[6]:
        cel.font, cel.alignment = x.VET, x.MIDDEN
    blad.column_dimensions["A"].width = 30
    return x.save_xlsx(boek, {"formulier": uit}, "2025-11-12T10:00:00Z")


def make_naamloos() -> bytes:
    """A form without a name; its figures are those of Hoorn."""
    boek = Workbook()
    blad = boek.active
    blad.title = "Blad1"
    uit = x.fill(
        blad,
        {
            "B2": 2025, "C2": 2026, "D2": 2026, "E2": 2027,
            "B3": "Realisatie", "C3": "opgave", "D3": "voorstel:", "E3": "voorstel:",
            "A4": "Asielopgave",
            "A5": "AZC", "B5": 150, "D5": 150, "E5": 150,
            "A6": "CNO/TGO", "B6": 0, "D6": 70, "E6": 70,
            "A7": "Totaal", "B7": Formule("=B5+B6", 150), "C7": 248,
            "D7": Formule("=D5+D6", 220), "E7": Formule("=E5+E6", 220),
            "A8": "waarvan amv", "B8": 40, "C8": 24, "D8": 40, "E8": None,
            "A10": "Opvang Oekraïne",
            "A11": "GOO", "B11": 402, "C11": 388, "D11": 410, "E11": "?",
            "A12": "POO", "B12": 118,
            "A14": "Statushouders", "B14": 77, "C14": 93, "D14": 93,
        },
    )  # fmt: skip
    return x.save_xlsx(boek, {"Blad1": uit}, "2025-11-13T17:31:00Z")
