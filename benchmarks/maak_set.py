"""Make a set of papers to time the program on.

    python benchmarks/maak_set.py MAP [--paginas 1000]

The same number of pages gives the same files: letters, minutes and tables in pdf (about
60 % of the pages, a tenth of those tables), docx (25 %), sheets of xlsx (8 %) and
e-mails (7 %), in files of 1 to 20 pages. A page of Word ends in a page break, a sheet
and an e-mail count as one page. Nothing in them was ever said by anyone.
"""

from __future__ import annotations

import argparse
import io
import sys
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_BREAK
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from zinnen import GEMEENTEN, ONDERWERPEN, Verteller

WORTEL = Path(__file__).resolve().parents[1]
if str(WORTEL) not in sys.path:
    sys.path.insert(0, str(WORTEL))

from tests.dossier.vast import fix_zip  # noqa: E402 the root comes first
from tests.dossier.xlsxbouw import (  # noqa: E402 the root comes first
    Formule,
    fill,
    save_xlsx,
)

if TYPE_CHECKING:
    from collections.abc import Callable

AANDELEN = {"pdf": 0.60, "docx": 0.25, "xlsx": 0.08, "eml": 0.07}
_LANGSTE = {"pdf": 20, "docx": 12, "xlsx": 4, "eml": 1}
_LINKS, _BOVEN, _REGEL = 62, 790, 13.5
_THEMAS = ("Oekraïne", "Asiel", "Amv", "Totaal")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOverzicht:
    """What was made: pages in all and per kind, pages of tables, and files."""

    paginas: int
    per_soort: dict[str, int]
    tabelpaginas: int
    bestanden: int


def make_set(map_: Path, paginas: int = 1000) -> SetOverzicht:
    """Write the set into a folder, spread over folders per month."""
    dobbel = Random(paginas)
    tabellen = [0]
    per_soort = _shares(paginas)
    bestanden = 0
    for soort, totaal in per_soort.items():
        for lengte in _lengths(dobbel, totaal, _LANGSTE[soort]):
            bestanden += 1
            pad = (
                map_
                / f"map {bestanden % 12 + 1:02d}"
                / f"{bestanden:04d} {soort}.{soort}"
            )
            pad.parent.mkdir(parents=True, exist_ok=True)
            verteller = Verteller(Random(dobbel.random()))
            pad.write_bytes(_MAKERS[soort](verteller, lengte, tabellen))
    return SetOverzicht(
        paginas=sum(per_soort.values()),
        per_soort=per_soort,
        tabelpaginas=tabellen[0],
        bestanden=bestanden,
    )


def _shares(paginas: int) -> dict[str, int]:
    """Whole pages per kind that add up; what rounding leaves goes to pdf."""
    delen = {soort: int(paginas * deel) for soort, deel in AANDELEN.items()}
    delen["pdf"] += paginas - sum(delen.values())
    return delen


def _lengths(dobbel: Random, totaal: int, langste: int) -> list[int]:
    """Lengths of files that add up: many short ones, a few long ones."""
    lengtes = []
    while totaal > 0:
        lengte = min(totaal, 1 + int(dobbel.random() ** 2 * langste))
        lengtes.append(lengte)
        totaal -= lengte
    return lengtes


# -------------------------------------------------------------------- pdf


def _make_pdf(v: Verteller, lengte: int, tabellen: list[int]) -> bytes:
    """A letter, minutes, or a report with tables; every tenth page is a table."""
    uit = io.BytesIO()
    doek = Canvas(uit, pagesize=A4, invariant=1)
    brief = v.dobbel.random() < 0.4
    regels = _letterhead(v) if brief else _minutes_head(v)
    for nummer in range(1, lengte + 1):
        if v.dobbel.random() < 0.11:
            tabellen[0] += 1
            _draw_table(doek, v)
        else:
            _draw_text(doek, v, regels)
            regels = []
        doek.setFont("Helvetica", 8)
        doek.drawString(_LINKS, 30, f"pagina {nummer} van {lengte}")
        doek.showPage()
    doek.save()
    return uit.getvalue()


def _letterhead(v: Verteller) -> list[str]:
    return [
        "Aan:",
        f"Het college van burgemeester en wethouders van {v.dobbel.choice(GEMEENTEN)}",
        "",
        f"Datum: {v.datum()}",
        f"Ons kenmerk: {v.dobbel.randrange(2024000000, 2026000000)}",
        f"Onderwerp: {v.dobbel.choice(ONDERWERPEN).lower()}",
        "",
        "Geacht college,",
        "",
    ]


def _minutes_head(v: Verteller) -> list[str]:
    aanwezig = [f"{v.naam()} ({v.dobbel.choice(GEMEENTEN)})" for _ in range(6)]
    return [
        "Verslag bestuurlijk overleg provinciale regietafel",
        f"Datum: {v.datum(weekdag=True)}, 10.00 - 12.00 uur",
        f"Aanwezig: {', '.join(aanwezig)}",
        "",
    ]


def _draw_text(doek: Canvas, v: Verteller, begin: list[str]) -> None:
    """Fill a page with lines; headings in bold stand before every few paragraphs."""
    tekst = doek.beginText(_LINKS, _BOVEN)
    tekst.setLeading(_REGEL)
    tekst.setFont("Helvetica", 10)
    for regel in begin:
        for stuk in textwrap.wrap(regel, 92) or [""]:
            tekst.textLine(stuk)
    nummer = 1
    while tekst.getY() > 130:
        if v.dobbel.random() < 0.25:
            tekst.setFont("Helvetica-Bold", 11)
            tekst.textLine(f"{nummer}. {v.dobbel.choice(ONDERWERPEN)}")
            tekst.setFont("Helvetica", 10)
            nummer += 1
        for stuk in textwrap.wrap(v.alinea(), 92):
            tekst.textLine(stuk)
        tekst.textLine("")
    doek.drawText(tekst)


def _draw_table(doek: Canvas, v: Verteller) -> None:
    """A ruled table of figures whose totals add up."""
    doek.setFont("Helvetica-Bold", 11)
    doek.drawString(
        _LINKS, _BOVEN, f"Bijlage: overzicht per gemeente, stand {v.datum()}"
    )
    rijen = _figures(v, v.dobbel.randint(8, 20))
    breedtes, hoogte = (150, 78, 78, 78, 78), 17
    for r, rij in enumerate(rijen):
        y = _BOVEN - 40 - r * hoogte
        x = float(_LINKS)
        doek.setFont("Helvetica-Bold" if r in {0, len(rijen) - 1} else "Helvetica", 9)
        for breed, waarde in zip(breedtes, rij, strict=True):
            doek.rect(x, y - 5, breed, hoogte)
            if isinstance(waarde, str):
                doek.drawString(x + 4, y, waarde)
            else:
                doek.drawRightString(x + breed - 4, y, f"{waarde:,}".replace(",", "."))
            x += breed


def _figures(v: Verteller, aantal: int) -> list[tuple[str | int, ...]]:
    """Head, rows of gemeenten with their sum, and a row of totals."""
    kolommen: list[tuple[str | int, ...]] = []
    for gemeente in v.dobbel.sample(GEMEENTEN, aantal):
        waarden = [v.dobbel.randrange(0, top) for top in (900, 600, 60)]
        kolommen.append((gemeente, *waarden, sum(waarden)))
    totaal = [sum(int(rij[k]) for rij in kolommen) for k in range(1, 5)]
    return [("Gemeente", *_THEMAS), *kolommen, ("Totaal", *totaal)]


# -------------------------------------------------------------------- docx


def _make_docx(v: Verteller, lengte: int, _tabellen: list[int]) -> bytes:
    """Minutes, a memo or an actielijst; each page ends in a page break."""
    doc = docx.Document()
    doc.add_heading(f"Verslag ambtelijk overleg {v.datum()}", level=1)
    for nummer in range(lengte):
        if v.dobbel.random() < 0.2:
            _add_actielijst(doc, v)
        else:
            _add_page(doc, v)
        if nummer < lengte - 1:
            doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    uit = io.BytesIO()
    doc.save(uit)
    return fix_zip(uit.getvalue())


def _add_page(doc: docx.document.Document, v: Verteller) -> None:
    for _ in range(3):
        doc.add_heading(v.dobbel.choice(ONDERWERPEN), level=2)
        for _ in range(2):
            doc.add_paragraph(v.alinea())
        doc.add_paragraph(v.zin(), style="List Bullet")
        doc.add_paragraph(v.actie(), style="List Number")


def _add_actielijst(doc: docx.document.Document, v: Verteller) -> None:
    rijen = [("Nr", "Actie", "Wie", "Gereed")]
    for nummer in range(1, 11):
        actie = v.actie().removeprefix("Actie: ")
        rijen.append(
            (str(nummer), actie, f"gemeente {v.dobbel.choice(GEMEENTEN)}", v.datum())
        )
    tabel = doc.add_table(rows=len(rijen), cols=4, style="Table Grid")
    for rij, regel in zip(tabel.rows, rijen, strict=True):
        for cel, tekst in zip(rij.cells, regel, strict=True):
            cel.text = tekst


# -------------------------------------------------------------------- xlsx


def _make_xlsx(v: Verteller, lengte: int, _tabellen: list[int]) -> bytes:
    """A workbook with a table of figures on each sheet, totals as formulas."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    uitkomsten = {}
    for nummer in range(1, lengte + 1):
        blad = boek.create_sheet(f"stand {nummer}")
        uitkomsten[blad.title] = fill(blad, _sheet(v))
        for rij in blad.iter_rows(min_row=4, min_col=2, max_col=5):
            for cel in rij:
                cel.number_format = "#,##0"
    return save_xlsx(boek, uitkomsten)


def _sheet(v: Verteller) -> dict[str, object]:
    rijen = _figures(v, v.dobbel.randint(8, 20))
    laatste = len(rijen) + 2
    cellen: dict[str, object] = {"A1": f"Opgave en bod, stand {v.datum()}"}
    for r, rij in enumerate(rijen, 3):
        cellen |= {f"{k}{r}": waarde for k, waarde in zip("ABCDE", rij, strict=True)}
        if 3 < r < laatste:
            cellen[f"E{r}"] = Formule(f"=SUM(B{r}:D{r})", int(rij[4]))
    for kolom, waarde in zip("BCDE", rijen[-1][1:], strict=True):
        formule = f"=SUM({kolom}4:{kolom}{laatste - 1})"
        cellen[f"{kolom}{laatste}"] = Formule(formule, int(waarde))
    return cellen


# -------------------------------------------------------------------- eml


def _make_eml(v: Verteller, _lengte: int, _tabellen: list[int]) -> bytes:
    """A message with, half of the time, an older one quoted below it."""
    van, aan = v.naam(), v.naam()
    post = EmailMessage(policy=SMTP)
    post["From"] = f"{van} <info@regietafel.example>"
    post["To"] = f"{aan} <post@gemeente.example>"
    post["Subject"] = v.dobbel.choice(ONDERWERPEN)
    dag = v.dag()
    post["Date"] = format_datetime(datetime.combine(dag, time(9, 30), UTC))
    tekst = [f"Beste {aan},", *(v.alinea() for _ in range(4)), f"Groet,\n{van}"]
    if v.dobbel.random() < 0.5:
        kop = (
            f"Van: {aan} <post@gemeente.example>\n"
            f"Verzonden: {v.datum(weekdag=True)} 14:12\n"
            f"Aan: {van} <info@regietafel.example>\nOnderwerp: {post['Subject']}"
        )
        tekst += [kop, *(v.alinea() for _ in range(3))]
    post.set_content("\n\n".join(tekst), charset="utf-8")
    return post.as_bytes()


_MAKERS: dict[str, Callable[[Verteller, int, list[int]], bytes]] = {
    "pdf": _make_pdf,
    "docx": _make_docx,
    "xlsx": _make_xlsx,
    "eml": _make_eml,
}


def main() -> None:
    """Make a set in a folder and print what is in it."""
    opties = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opties.add_argument("map", type=Path)
    opties.add_argument("--paginas", type=int, default=1000)
    keuze = opties.parse_args()
    overzicht = make_set(keuze.map, keuze.paginas)
    soorten = ", ".join(f"{s} {n}" for s, n in overzicht.per_soort.items())
    print(
        f"{overzicht.paginas} bladzijden in {overzicht.bestanden} bestanden "
        f"({soorten}; {overzicht.tabelpaginas} bladzijden met een tabel)"
    )


if __name__ == "__main__":
    main()
