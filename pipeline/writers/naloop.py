"""The account of a naloop: a workbook to work through, and a page to read."""

from __future__ import annotations

import os
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2
import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from modellen.naloop import Ernst
from pipeline.bestanden import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from modellen.bevinding import Mislukking
    from modellen.naloop import Naloopbevinding, Vindplaats

XLSX, HTML = "naloop.xlsx", "naloop.html"
KOPPEN = (
    "Nr", "Ernst", "Bevinding", "Bestand", "Bladzijde", "Woorden", "Tweede bestand",
    "Bladzijde daar", "Woorden daar", "Meer plaatsen", "Wat er is", "Wat te doen",
    "Reden van vervanging (DiWoo)", "Afgedaan",
)  # fmt: skip
BREED = {
    "Bevinding": 30, "Bestand": 30, "Woorden": 50, "Tweede bestand": 30,
    "Woorden daar": 50, "Meer plaatsen": 40, "Wat er is": 50, "Wat te doen": 55,
    "Reden van vervanging (DiWoo)": 34,
}  # fmt: skip
_KLEUR = {Ernst.LEK: "F8CBAD", Ernst.ERNSTIG: "FFE699", Ernst.LET_OP: "DDEBF7"}
_KOP = PatternFill("solid", fgColor="DCE6F1")
_LANGST = 32_000


def write_findings(
    bevindingen: Sequence[Naloopbevinding],
    mislukt: Sequence[Mislukking],
    paden: Mapping[str, Path],
    uitvoer: Path,
    *,
    bestanden: int,
    vandaag: date,
) -> tuple[Path, Path]:
    """Write ``naloop.xlsx`` and ``naloop.html``; older ones are replaced whole."""
    uitvoer.mkdir(parents=True, exist_ok=True)
    boek = uitvoer / XLSX
    _replace_book(bevindingen, mislukt, boek)
    adressen = {naam: _address(pad, uitvoer) for naam, pad in paden.items()}
    pagina = uitvoer / HTML
    tekst = make_page(
        bevindingen, mislukt, adressen, bestanden=bestanden, vandaag=vandaag
    )
    write_whole(pagina, tekst.encode())
    return boek, pagina


def make_page(
    bevindingen: Sequence[Naloopbevinding],
    mislukt: Sequence[Mislukking],
    adressen: Mapping[str, str],
    *,
    bestanden: int,
    vandaag: date,
) -> str:
    """The account as one HTML page, gravest first."""
    omgeving = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )

    def link(plek: Vindplaats) -> str:
        adres = adressen.get(plek.bestand, "")
        return f"{adres}#page={plek.pagina}" if adres and plek.pagina else adres

    omgeving.globals["link"] = link
    bestand = files("pipeline.writers") / "sjablonen" / "naloop.html.j2"
    sjabloon = omgeving.from_string(bestand.read_text(encoding="utf-8"))
    per_ernst = [
        (ernst.value, [b for b in bevindingen if b.ernst is ernst]) for ernst in Ernst
    ]
    return sjabloon.render(
        per_ernst=[(e, lijst) for e, lijst in per_ernst if lijst],
        telling=Counter(b.ernst.value for b in bevindingen),
        mislukt=mislukt,
        bestanden=bestanden,
        vandaag=f"{vandaag:%d-%m-%Y}",
    )


def _replace_book(
    bevindingen: Sequence[Naloopbevinding], mislukt: Sequence[Mislukking], doel: Path
) -> None:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.title = "Bevindingen"
    blad.append(list(KOPPEN))
    for nummer, bevinding in enumerate(bevindingen, start=1):
        blad.append([_safe(w) for w in _row(nummer, bevinding)])
        vulling = PatternFill("solid", fgColor=_KLEUR[bevinding.ernst])
        blad.cell(nummer + 1, 2).fill = vulling
    _lay_out(blad, KOPPEN)
    los = boek.create_sheet("Niet gelezen")
    los.append(["Bestand", "Reden"])
    for m in mislukt:
        los.append([_safe(m.bestand), _safe(m.reden)])
    _lay_out(los, ("Bestand", "Reden"))
    tijdelijk = doel.with_suffix(".tmp")
    boek.save(tijdelijk)
    os.replace(tijdelijk, doel)  # noqa: PTH105 the same on Windows


def _row(nummer: int, bevinding: Naloopbevinding) -> Iterator[Any]:
    eerste, *rest = bevinding.bronnen
    tweede = next((p for p in rest if p.bestand != eerste.bestand), None)
    tweede = tweede or (rest[0] if rest else None)
    yield from (nummer, bevinding.ernst.value, bevinding.titel)
    yield from (eerste.bestand, eerste.pagina, eerste.woorden)
    if tweede:
        yield from (tweede.bestand, tweede.pagina, tweede.woorden)
    else:
        yield from ("", "", "")
    meer = [p for p in rest if p is not tweede]
    yield "\n".join(f"{p.bestand}, blz. {p.pagina or '-'}: {p.woorden}" for p in meer)
    yield from (bevinding.wat, bevinding.advies, bevinding.vervanging or "", "")


def _lay_out(blad: Any, koppen: Sequence[str]) -> None:  # noqa: ANN401 a sheet
    for nummer, kop in enumerate(koppen, start=1):
        cel = blad.cell(1, nummer)
        cel.font, cel.fill = Font(bold=True), _KOP
        blad.column_dimensions[get_column_letter(nummer)].width = BREED.get(kop, 13)
        for rij in range(1, blad.max_row + 1):
            plek = blad.cell(rij, nummer)
            plek.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(plek.value, str):
                plek.data_type = "s"
    blad.freeze_panes = "A2"
    blad.auto_filter.ref = blad.dimensions
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True


def _safe(waarde: Any) -> Any:  # noqa: ANN401 what a cell can hold
    """Text without the control characters and the length a workbook cannot hold."""
    if isinstance(waarde, str):
        return "".join(t for t in waarde if t >= " " or t == "\n")[:_LANGST]
    return waarde


def _address(pad: Path, uitvoer: Path) -> str:
    """The address of a file from the folder of the page; whole on another drive."""
    try:
        weg = os.path.relpath(pad.resolve(), uitvoer.resolve())
    except ValueError:
        return pad.resolve().as_uri()
    return quote(weg.replace(os.sep, "/"))
