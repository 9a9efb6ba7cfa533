"""Makes the pictures of the handleiding: runs the program on ``invoer/``, renders.

Usage: ``python docs/maak_plaatjes.py [NAAM ...]``. Needs LibreOffice and Chromium;
a picture whose program is missing is named and skipped. Every run uses fixed days.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
from openpyxl.worksheet.properties import PageSetupProperties
from PIL import Image, ImageChops, ImageOps

if TYPE_CHECKING:
    from collections.abc import Callable

HIER = Path(__file__).parent
PLAATJES = HIER / "plaatjes"
DOSSIER = HIER.parent / "invoer"
BREED = 1100
"""Pixels across; wide enough to read on a screen, small enough to keep."""
KLEUREN = 24
RAND = 24
OPDRACHTEN = (
    "invoer/ --datum 2025-12-02",
    "actielijst --voor 2026-01-21 --datum 2025-12-02",
    "cijfers --datum 2025-12-02",
    "woo nieuw Opvang --verzoek Stukken.txt --ontvangen 2025-12-01 --uitvoer woo/",
    "woo voorstel invoer/ --uitvoer woo/ --datum 2025-12-02",
    "woo lakken woo/lakblad.xlsx --aanvaard-voorstellen --datum 2025-12-17",
    "woo stand --uitvoer woo/ --datum 2025-12-02",
)
"""What is run, in this order, in a folder with a copy of ``invoer/``."""


@dataclass(frozen=True, slots=True)
class Plaatje:
    """One picture: the file it shows, how, and how much of its height."""

    bron: str
    maak: Callable[[Path, Path, int], Image.Image]
    bladzijde: int = 0
    deel: float = 1.0


def main() -> int:
    """Make every picture, or those that are named; 1 when one had to be skipped."""
    gevraagd = set(sys.argv[1:]) or set(ALLE)
    PLAATJES.mkdir(exist_ok=True)
    overgeslagen = 0
    with tempfile.TemporaryDirectory(prefix="plaatjes-") as map_:
        werk = Path(map_)
        run_program(werk)
        for naam in sorted(gevraagd):
            plaatje = ALLE[naam]
            try:
                beeld = plaatje.maak(werk / plaatje.bron, werk, plaatje.bladzijde)
            except FileNotFoundError as fout:
                print(f"{naam}: overgeslagen, {fout} ontbreekt")
                overgeslagen += 1
                continue
            print(f"{naam}: {save(beeld, plaatje.deel, naam) // 1024} kB")
    return int(overgeslagen > 0)


def run_program(werk: Path) -> None:
    """Run every command in a folder of its own."""
    shutil.copytree(DOSSIER, werk / "invoer")
    vraag = "Alle stukken over de opvang van asielzoekers in Waterland-Oost in 2025"
    (werk / "Stukken.txt").write_text(vraag, encoding="utf-8")
    for opdracht in OPDRACHTEN:
        woorden = [sys.executable, "-m", "pipeline.cli", *opdracht.split(), "--stil"]
        subprocess.run(woorden, cwd=werk, check=True)


def show_pdf(bron: Path, werk: Path, bladzijde: int) -> Image.Image:  # noqa: ARG001 one shape
    """A page of a PDF."""
    with pypdfium2.PdfDocument(bron) as pdf:
        blad = pdf[bladzijde]
        return blad.render(scale=2 * BREED / blad.get_width()).to_pil()


def show_office(bron: Path, werk: Path, bladzijde: int) -> Image.Image:
    """A page of a Word or Excel file, as LibreOffice prints it."""
    programma = find_program("soffice", "libreoffice")
    profiel = f"-env:UserInstallation={(werk / 'profiel').as_uri()}"
    subprocess.run(
        [
            programma,
            profiel,
            "--headless",
            "--convert-to",
            "pdf",
            bron,
            "--outdir",
            werk,
        ],
        check=True,
        capture_output=True,
    )
    return show_pdf(werk / f"{bron.stem}.pdf", werk, bladzijde)


def show_lakblad(bron: Path, werk: Path, bladzijde: int) -> Image.Image:
    """The sheet with marks: its first rows, up to the reason."""
    boek = openpyxl.load_workbook(bron)
    blad = boek["Markeringen"]
    for ander in boek.worksheets:
        if ander is not blad:
            ander.sheet_state = "hidden"
    boek.active = blad
    blad.print_area = "A1:H9"
    for rij in range(2, 10):  # LibreOffice does not fit rows when nobody looks
        blad.row_dimensions[rij].height = 44
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    kopie = werk / "markeringen.xlsx"
    boek.save(kopie)
    return show_office(kopie, werk, bladzijde)


def show_html(bron: Path, werk: Path, bladzijde: int) -> Image.Image:  # noqa: ARG001 one shape
    """A page of our own, as a browser without network shows it."""
    beeld = werk / f"{bron.stem}.png"
    opties = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    subprocess.run(
        [
            find_program("chromium", "chromium-browser", "google-chrome"),
            *opties.split(),
            f"--user-data-dir={werk / 'browser'}",
            "--hide-scrollbars",
            f"--window-size={BREED},900",
            f"--screenshot={beeld}",
            bron.resolve().as_uri(),
        ],
        check=True,
        capture_output=True,
    )
    return Image.open(beeld)


def find_program(*namen: str) -> str:
    """Where one of these programs is; raises ``FileNotFoundError`` when none is."""
    for naam in namen:
        if pad := shutil.which(naam):
            return pad
    raise FileNotFoundError(namen[0])


def save(beeld: Image.Image, deel: float, naam: str) -> int:
    """Write a picture without white margins, in few colours; gives its size."""
    vlak = beeld.convert("RGB")
    vlak = vlak.crop((0, 0, vlak.width, int(vlak.height * deel)))
    wit = Image.new("RGB", vlak.size, "white")
    inhoud = ImageChops.difference(vlak, wit).getbbox()
    vlak = ImageOps.expand(vlak.crop(inhoud), RAND, "white")
    hoog = round(vlak.height * BREED / vlak.width)
    vlak = vlak.resize((BREED, hoog), Image.Resampling.LANCZOS)
    doel = PLAATJES / f"{naam}.png"
    vlak.quantize(KLEUREN, dither=Image.Dither.NONE).save(doel, optimize=True)
    return doel.stat().st_size


ALLE = {
    "actielijst": Plaatje("uitvoer/actielijst-2026-01-21.docx", show_office, 0, 0.6),
    "cijferverslag": Plaatje("uitvoer/cijferverslag.html", show_html),
    "lakblad": Plaatje("woo/lakblad.xlsx", show_lakblad),
    "gelakt": Plaatje("woo/vrijgave/documenten/0003.pdf", show_pdf, 0, 0.6),
    "legenda": Plaatje("woo/vrijgave/documenten/0003.pdf", show_pdf, 2, 0.5),
    "besluit": Plaatje("woo/vrijgave/besluit-concept.docx", show_office, 0, 0.6),
    "inventarislijst": Plaatje("woo/vrijgave/inventarislijst.pdf", show_pdf, 0, 0.6),
    "stand": Plaatje("woo/stand.html", show_html),
}


if __name__ == "__main__":
    raise SystemExit(main())
