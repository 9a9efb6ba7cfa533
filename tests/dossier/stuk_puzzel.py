"""The puzzel as workbook (two states) and in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.dossier import pdfbouw as p
from tests.dossier import xlsxbouw as x
from tests.dossier.puzzel import (
    DECEMBER,
    INWONERS,
    KOPPEN,
    OPGAVE,
    REALISATIE,
    SEPTEMBER,
    Stand,
    rijen,
    totaal_realisatie,
)
from tests.dossier.xlsxbouw import Formule

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

EERSTE, TOTAAL = 7, 17
_SAMEN = ("A4:A6", "B4:B6", "C4:F4", "G4:J4", "K4:M4")
_CONTACT = ("M. Kuitert", "D. van Akkerveen", "C. Appelhof")


def make_september() -> bytes:
    """The state of 1 September: hidden sheet, hidden column, comment."""
    return _make_boek(SEPTEMBER, "puzzel sept", "2025-09-08T11:20:00Z")


def make_december() -> bytes:
    """The state of 1 December, in which two gemeenten changed their offer."""
    return _make_boek(DECEMBER, "puzzel dec", "2025-12-01T16:40:00Z")


def _make_boek(stand: Stand, bladnaam: str, stempel: str) -> bytes:
    boek = Workbook()
    blad = boek.active
    blad.title = bladnaam
    uitkomsten = x.fill(blad, _koppen(stand) | _gemeenten(stand) | _onderaan(stand))
    _dress(blad)
    basis = boek.create_sheet("landelijk")
    basis.sheet_state = "hidden"
    andere = x.fill(basis, _landelijk())
    return x.save_xlsx(boek, {bladnaam: uitkomsten, "landelijk": andere}, stempel)


def _koppen(stand: Stand) -> dict[str, object]:
    cellen: dict[str, object] = {
        "A1": "Puzzel opvang Waterland-Oost 2026",
        "A2": f"stand per {stand.datum}; aantallen zijn plekken",
        "N4": "contact (intern)",
    }
    for kolom, boven, onder in zip("ABCDEFGHIJKLM", KOPPEN[0], KOPPEN[1], strict=True):
        cellen[f"{kolom}4"] = boven or None
        cellen[f"{kolom}5"] = onder or None
    cellen |= {
        "C6": "oek",
        "D6": "alg.",
        "E6": "(in asiel niet meegeteld)",
        "K6": "bezet",
    }
    return cellen


def _gemeenten(stand: Stand) -> dict[str, object]:
    cellen: dict[str, object] = {}
    for i, (naam, inwoners) in enumerate(INWONERS.items()):
        r = EERSTE + i
        cellen |= {f"A{r}": naam, f"B{r}": inwoners}
        opgave = stand.opgave(naam)
        for kolom, waarde in zip("CDE", opgave, strict=True):
            formule = f"={kolom}${TOTAAL}*$B{r}/$B${TOTAAL}"
            cellen[f"{kolom}{r}"] = Formule(formule, waarde)
        cellen[f"F{r}"] = Formule(f"=SUM(C{r}:E{r})", sum(opgave))
        cellen |= dict(zip((f"{k}{r}" for k in "GHI"), stand.bod[naam], strict=True))
        cellen[f"J{r}"] = Formule(f"=SUM(G{r}:I{r})", stand.som_bod(naam))
        cellen |= dict(zip((f"{k}{r}" for k in "KLM"), REALISATIE[naam], strict=True))
        cellen[f"N{r}"] = _CONTACT[i % 3]
    return cellen


def _onderaan(stand: Stand) -> dict[str, object]:
    r, bod = TOTAAL, (*stand.totaal_bod(), sum(stand.totaal_bod()))
    opgave = (*OPGAVE, sum(OPGAVE))
    cellen: dict[str, object] = {
        f"A{r}": "Totaal Waterland-Oost",
        f"A{r + 1}": "Dekking (bod/opgave)",
        f"A{r + 2}": "Verschil bod - opgave",
        f"B{r}": Formule(f"=SUM(B{EERSTE}:B{r - 1})", sum(INWONERS.values())),
        f"F{r}": Formule(f"=SUM(C{r}:E{r})", sum(OPGAVE)),
    }
    cellen |= dict(zip((f"{k}{r}" for k in "CDE"), OPGAVE, strict=True))
    for kolom, waarde in zip("GHIJ", bod, strict=True):
        cellen[f"{kolom}{r}"] = Formule(f"=SUM({kolom}{EERSTE}:{kolom}{r - 1})", waarde)
    for kolom, waarde in zip("KLM", totaal_realisatie(), strict=True):
        cellen[f"{kolom}{r}"] = Formule(f"=SUM({kolom}{EERSTE}:{kolom}{r - 1})", waarde)
    for kolom, basis, b, o in zip("GHIJ", "CDEF", bod, opgave, strict=True):
        cellen[f"{kolom}{r + 1}"] = Formule(f"={kolom}{r}/{basis}{r}", b / o)
        cellen[f"{kolom}{r + 2}"] = Formule(f"={kolom}{r}-{basis}{r}", b - o)
    return cellen


def _landelijk() -> dict[str, object]:
    aandeel = OPGAVE[0] / 91250
    return {
        "A1": "landelijke opgave 2026 (invoer voor de puzzel)",
        "A2": "Oekraïne", "B2": 91250,
        "A3": "asiel", "B3": 58400,
        "A4": "aandeel Waterland-Oost", "B4": Formule("=1897/B2", aandeel),
    }  # fmt: skip


def _dress(blad: Worksheet) -> None:
    for bereik in _SAMEN:
        blad.merge_cells(bereik)
    for rij in blad.iter_rows(min_row=4, max_row=TOTAAL + 2, max_col=13):
        for cel in rij:
            cel.border = x.RAND
            if cel.row <= EERSTE - 1:
                cel.font, cel.fill, cel.alignment = x.VET, x.KOPVULLING, x.MIDDEN
            elif cel.column > 1:
                cel.number_format = "0%" if cel.row == TOTAAL + 1 else "#,##0"
    for cel in blad[TOTAAL]:
        cel.font = x.VET
    blad["A1"].font = x.VET
    blad.column_dimensions["A"].width = 24
    blad.column_dimensions["N"].hidden = True
    blad["H9"].comment = Comment("college beslist in december", "F. Duyvendak")


_BREEDTES = (3.6, 1.9, *(1.75,) * 11)
_SPANNEN = ((0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 5, 0), (6, 0, 9, 0), (10, 0, 12, 0))


def make_tabel(stand: Stand) -> p.Table:
    """The table of a state for print, with merged header cells."""
    return p.tabel(
        [*KOPPEN, *rijen(stand)], _BREEDTES, samen=_SPANNEN, kopregels=2, punten=8
    )


def make_puzzel_pdf() -> bytes:
    """The state of 1 September in print, on its side."""
    delen = [
        p.kop("Puzzel opvang Waterland-Oost 2026", 1),
        p.alinea(f"stand per {SEPTEMBER.datum}; aantallen zijn plekken"),
        make_tabel(SEPTEMBER),
        p.wit(8),
        p.alinea(
            "ntb = nog te bepalen. Opgaven zijn afgerond; totalen zijn vastgesteld."
        ),
    ]
    return p.make_pdf(
        delen,
        titel="Puzzel 1 september 2025",
        onder="afdruk 8-9-2025",
        eerst="liggend",
        dag="20250908",
    )
