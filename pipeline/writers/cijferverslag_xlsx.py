"""The report on figures as a workbook: findings, the tables as they were, versions.

A table stands where it stood: cell D14 of a workbook is cell D14 of its sheet here.
Suspected cells are coloured and carry a note; each finding links to its cell.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from modellen.bevinding import Klasse
from pipeline.writers.cijferlijsten import list_versions
from pipeline.writers.werkmap import save_werkmap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from modellen.bevinding import Bevinding
    from modellen.cijferverslag import Cijferverslag, Tabelcel, Verslagtabel

_KOP = PatternFill("solid", fgColor="DCE6F1")
_LICHT = PatternFill("solid", fgColor="FFF2CC")
_ANDERS = PatternFill("solid", fgColor="E2EFDA")
_KLEUR = {
    Klasse.FOUT: PatternFill("solid", fgColor="F4B0A8"),
    Klasse.CONFLICT: PatternFill("solid", fgColor="F8CBAD"),
    Klasse.ONTBREEKT: PatternFill("solid", fgColor="FFE699"),
    Klasse.VRAAG: PatternFill("solid", fgColor="FFF2CC"),
    Klasse.DEFINITIE: PatternFill("solid", fgColor="D9E2F3"),
}
_LINK = Font(color="0B4F8A", underline="single")
_VERBODEN = re.compile(r"[\[\]:*?/\\']")
_GETAL = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?|-?\d+(?:,\d+)?%?")
_KOPPEN = (
    "nr", "klasse", "bestand", "wat", "staat er", "verwacht", "verschil",
    "eerst kijken naar", "andere cellen", "blz.",
)  # fmt: skip
_BREEDTES = (5, 11, 34, 90, 12, 12, 11, 26, 34, 6)
_CONTROLES = (
    "bestand", "tabel", "controle", "cel", "waarover", "staat er", "volgt",
    "verschil", "grens", "uitkomst",
)  # fmt: skip
_NOOT = 900
_CONTROLES_MAX = 20_000


@dataclass(slots=True)
class _Plekken:
    """Where each cell of a document stands in this workbook."""

    adres: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    cijfer: dict[str, tuple[str, str]] = field(default_factory=dict)


def write_xlsx(verslag: Cijferverslag, doel: Path, *, vandaag: date) -> None:
    """Write the report; an older one is replaced whole."""
    boek = openpyxl.Workbook()
    boek.remove(boek.worksheets[0])
    bladen = boek.create_sheet("Bevindingen")
    namen = _sheet_names(verslag.tabellen)
    plekken = _Plekken()
    for naam, tabel in zip(namen, verslag.tabellen, strict=True):
        _write_tabel(boek.create_sheet(naam), tabel, plekken)
    _mark(boek, verslag.bevindingen, plekken)
    _write_bevindingen(bladen, verslag, plekken)
    _write_tabellen(boek.create_sheet("Tabellen", 1), verslag, namen)
    _write_versies(boek.create_sheet("Versies", 2), verslag)
    _write_controles(boek.create_sheet("Controles", 3), verslag)
    save_werkmap(boek, doel, vandaag=vandaag)


def _sheet_names(tabellen: Sequence[Verslagtabel]) -> list[str]:
    namen = []
    for nr, tabel in enumerate(tabellen, 1):
        kern = tabel.naam.removeprefix("blad ").strip("'")
        if kern.startswith("tabel"):
            kern = tabel.bestand.rsplit("/", 1)[-1].rpartition(".")[0]
        namen.append(f"T{nr} {_VERBODEN.sub(' ', kern)}"[:31].strip())
    return namen


def _write_tabel(blad: Worksheet, tabel: Verslagtabel, plekken: _Plekken) -> None:
    breed: Counter[int] = Counter()
    hoog: Counter[int] = Counter()
    for cel in tabel.cellen:
        hier = blad.cell(row=cel.rij, column=cel.kolom)
        _put(hier, cel)
        plek = (blad.title, hier.coordinate)
        plekken.adres[tabel.document, cel.adres] = plek
        if cel.cijfer:
            plekken.cijfer[cel.cijfer] = plek
        if cel.rijspan > 1 or cel.kolomspan > 1:
            blad.merge_cells(
                start_row=cel.rij,
                start_column=cel.kolom,
                end_row=cel.rij + cel.rijspan - 1,
                end_column=cel.kolom + cel.kolomspan - 1,
            )
        else:
            lengte = max(len(deel) for deel in cel.tekst.split("\n"))
            breed[cel.kolom] = max(breed[cel.kolom], lengte)
        hoog[cel.rij] = max(hoog[cel.rij], cel.tekst.count("\n") // cel.rijspan + 1)
    for kolom, lengte in breed.items():
        blad.column_dimensions[get_column_letter(kolom)].width = min(
            max(lengte + 2, 9), 40
        )
    for rij, regels in hoog.items():
        if regels > 1:
            blad.row_dimensions[rij].height = 15 * regels


def _put(hier: Cell | MergedCell, cel: Tabelcel) -> None:
    """A cell as it was shown; a plain number stays one to calculate with."""
    tekst = cel.tekst
    if cel.waarde is not None and _GETAL.fullmatch(tekst):
        waarde = float(cel.waarde)
        deel = tekst.endswith("%")
        hier.value = waarde / 100 if deel else waarde
        decimalen = len(tekst.rstrip("%").partition(",")[2])
        heel = "#,##0" if "." in tekst else "0"
        hier.number_format = (
            heel + (f".{'0' * decimalen}" if decimalen else "") + ("%" if deel else "")
        )
        return
    put_text(hier, tekst)
    if cel.cijfer is None:
        hier.alignment = Alignment(wrap_text=True, vertical="top")


def put_text(hier: Cell | MergedCell, tekst: str) -> None:
    """Text that is never taken for a formula, without signs a workbook refuses."""
    hier.value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub(" ", tekst)
    if tekst.startswith(("=", "+", "-", "@")) and hier.data_type == "f":
        hier.data_type = "s"


def _mark(
    boek: openpyxl.Workbook, bevindingen: Iterable[Bevinding], plekken: _Plekken
) -> None:
    """Colour suspected cells and say why; the gravest finding of a cell wins."""
    noten: dict[tuple[str, str], list[str]] = {}
    for b in bevindingen:
        vulling = _KLEUR.get(b.klasse)
        if vulling is None:
            continue
        for rang, cel in enumerate(b.verdacht):
            plek = plekken.adres.get((b.document or "", cel))
            if plek is None:
                continue
            if plek not in noten:
                sterk = rang == 0 or b.klasse is not Klasse.FOUT
                boek[plek[0]][plek[1]].fill = vulling if sterk else _LICHT
            noot = f"{b.klasse.value}: {b.omschrijving}"
            noten.setdefault(plek, []).append(noot)
    for (blad, cel), tekst in noten.items():
        comment = Comment("\n\n".join(tekst)[:_NOOT], "verwerk")
        comment.width, comment.height = 420, 160
        boek[blad][cel].comment = comment


def _write_bevindingen(
    blad: Worksheet, verslag: Cijferverslag, plekken: _Plekken
) -> None:
    _head(blad, _KOPPEN, _BREEDTES)
    bestanden = {k.id: k.bestand for k in verslag.documenten}
    for nr, b in enumerate(verslag.bevindingen, 1):
        rij = nr + 1
        bestand = bestanden.get(b.document or "", "")
        blad.cell(row=rij, column=1, value=nr)
        woorden = (
            b.klasse.value, bestand, b.omschrijving,
            b.gevonden or "", b.verwacht or "", b.verschil or "",
        )  # fmt: skip
        for kolom, tekst in enumerate(woorden, 2):
            put_text(blad.cell(row=rij, column=kolom), tekst)
        for kolom in range(1, len(_KOPPEN) + 1):
            blad.cell(row=rij, column=kolom).alignment = Alignment(
                wrap_text=True, vertical="top"
            )
        if b.klasse in _KLEUR:
            blad.cell(row=rij, column=2).fill = _KLEUR[b.klasse]
        _link_cells(blad, rij, b, plekken)
        regels = max(
            len(tekst) // breedte + 1
            for tekst, breedte in ((b.omschrijving, 82), (bestand, 30))
        )
        blad.row_dimensions[rij].height = 15 * regels
        if b.pagina:
            blad.cell(row=rij, column=len(_KOPPEN), value=b.pagina)
    if not verslag.bevindingen:
        blad.cell(row=2, column=4, value="Geen bevindingen.")


def _link_cells(blad: Worksheet, rij: int, b: Bevinding, plekken: _Plekken) -> None:
    """The cell to look at first, to click on; the others by name."""
    document = b.document or ""
    gevonden = [plekken.adres.get((document, cel)) for cel in b.verdacht]
    plek = next((p for p in gevonden if p), None)
    if plek is None:
        plek = next((p for c in b.cijfers if (p := plekken.cijfer.get(c))), None)
    kijk = blad.cell(row=rij, column=8)
    if plek is not None:
        put_text(kijk, b.verdacht[0] if b.verdacht else f"{plek[0]}!{plek[1]}")
        _link(kijk, *plek)
    elif b.verdacht:
        put_text(kijk, b.verdacht[0])
    put_text(blad.cell(row=rij, column=9), ", ".join(b.verdacht[1:8]))


def _link(hier: Cell | MergedCell, blad: str, cel: str) -> None:
    """Lead to a cell of this workbook."""
    hier.hyperlink = Hyperlink(ref=hier.coordinate, location=f"'{blad}'!{cel}")
    hier.font = _LINK


def _write_tabellen(blad: Worksheet, verslag: Cijferverslag, namen: list[str]) -> None:
    _head(blad, ("blad", "bestand", "in het bestand", "blz."), (34, 60, 30, 6))
    for rij, (naam, tabel) in enumerate(zip(namen, verslag.tabellen, strict=True), 2):
        hier = blad.cell(row=rij, column=1)
        put_text(hier, naam)
        _link(hier, naam, "A1")
        put_text(blad.cell(row=rij, column=2), tabel.bestand)
        put_text(blad.cell(row=rij, column=3), tabel.naam)
        if tabel.pagina:
            blad.cell(row=rij, column=4, value=tabel.pagina)
    for extra, (bestand, reden) in enumerate(verslag.ongelezen):
        rij = len(namen) + 3 + extra
        put_text(blad.cell(row=rij, column=2), bestand)
        put_text(blad.cell(row=rij, column=3), f"niet getoond: {reden}")


def _write_versies(blad: Worksheet, verslag: Cijferverslag) -> None:
    """A block per table that has more than one state, changes coloured."""
    rij = 1
    for reeks in verslag.reeksen:
        koppen = ["gebied", "maat", "thema", "jaar"]
        koppen += [
            f"{s.stand:%d-%m-%Y}" if s.stand else "zonder stand" for s in reeks.standen
        ]
        koppen += ["verschil", "geldend"] if len(reeks.standen) > 1 else []
        for kolom, tekst in enumerate(koppen, 1):
            hier = blad.cell(row=rij, column=kolom)
            put_text(hier, tekst)
            hier.fill, hier.font = _KOP, Font(bold=True)
        for kolom, stand in enumerate(reeks.standen, 5):
            put_text(blad.cell(row=rij + 1, column=kolom), stand.bestand)
            blad.cell(row=rij + 1, column=kolom).alignment = Alignment(wrap_text=True)
        rij += 2
        for versie in list_versions(reeks):
            for kolom, inhoud in enumerate(versie.woorden, 1):
                hier = blad.cell(row=rij, column=kolom)
                if isinstance(inhoud, float):
                    hier.value = inhoud
                    hier.number_format = "#,##0.##" if inhoud % 1 else "#,##0"
                else:
                    put_text(hier, inhoud)
                if versie.anders:
                    hier.fill = _ANDERS
            rij += 1
        rij += 1
    for kolom, breedte in enumerate((24, 12, 16, 12, 18, 18, 18, 18), 1):
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    if rij == 1:
        blad.cell(row=1, column=1, value="Geen tabellen per gebied gevonden.")


def _write_controles(blad: Worksheet, verslag: Cijferverslag) -> None:
    _head(blad, _CONTROLES, (40, 22, 14, 22, 50, 12, 12, 11, 9, 16))
    for rij, c in enumerate(verslag.controles[:_CONTROLES_MAX], 2):
        woorden = (
            c.bestand, c.tabel, c.soort, c.cel, c.omschrijving, c.gevonden,
            c.verwacht, c.verschil, c.grens, c.uitkomst,
        )  # fmt: skip
        for kolom, tekst in enumerate(woorden, 1):
            put_text(blad.cell(row=rij, column=kolom), tekst)
        if c.uitkomst != "voldoet":
            blad.cell(row=rij, column=len(woorden)).fill = _LICHT
    blad.auto_filter.ref = blad.dimensions


def _head(blad: Worksheet, koppen: Sequence[str], breedtes: Sequence[int]) -> None:
    for kolom, (kop, breedte) in enumerate(zip(koppen, breedtes, strict=True), 1):
        hier = blad.cell(row=1, column=kolom, value=kop)
        hier.fill, hier.font = _KOP, Font(bold=True)
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    blad.freeze_panes = "A2"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
