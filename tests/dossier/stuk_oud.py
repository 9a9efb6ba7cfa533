"""Paper and earlier releases: a scan without text, and a letter already made public."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.dossier import pdfbouw as p
from tests.dossier.vast import fix_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

_SCAN = """\
Gemeente Opmeer

Aan de voorzitter van de Provinciale Regietafel
Waterland-Oost


Datum:      21 november 2025
Kenmerk:    Z-25-10482
Onderwerp:  bod Opmeer 2026


Geachte mevrouw Wagenvoort,

Ons college heeft op 18 november besloten om in 2026
45 plekken voor ontheemden en 12 plekken voor
asielzoekers aan te bieden. Voor alleenstaande
minderjarigen hebben wij geen locatie.

Wij vragen u om in de vergadering van 26 november
te bespreken of onze 4 plekken voor amv's kunnen
worden geruild met Hoorn. Graag ontvangen wij vóór
20 december 2025 uw reactie.


Hoogachtend,



C. Appelhof
namens burgemeester en wethouders
"""
_DPI = 150
_CODE = re.compile(r"(5\.1\.2[a-z])")


def make_scan() -> bytes:
    """One page that is a picture of a letter: black and white, slightly askew, no text."""
    breed, hoog = (round(m / 72 * _DPI) for m in A4)
    vel = Image.new("L", (breed, hoog), 255)
    letter = ImageFont.truetype(
        str(_font_folder() / "Vera.ttf"), 23, layout_engine=ImageFont.Layout.BASIC
    )
    ImageDraw.Draw(vel).multiline_text(
        (150, 170), _SCAN, fill=0, font=letter, spacing=13
    )
    scheef = vel.rotate(0.6, resample=Image.Resampling.BICUBIC, fillcolor=255)
    beeld = scheef.point(lambda v: 255 if v > 150 else 0).convert("1")
    uit = io.BytesIO()
    doek = Canvas(uit, pagesize=A4, invariant=1)
    doek.setTitle("SCAN_20251124_0931")
    doek.drawImage(ImageReader(beeld), 0, 0, *A4)
    doek.showPage()
    doek.save()
    return fix_pdf(uit.getvalue(), "20251124")


def _font_folder() -> Path:
    return Path(reportlab.__file__).parent / "fonts"


# every line of the released letter; a code becomes a black box that shows it
_VRIJGAVE = (
    "Regietafel Waterland-Oost",
    "",
    "Aan: 5.1.2e, directeur woningcorporatie 5.1.2c",
    "Datum: 2 juli 2025",
    "Ons kenmerk: PRT-2025-022",
    "Behandeld door: 5.1.2e (5.1.2e)",
    "",
    "Onderwerp: tijdelijk gebruik leegstaand complex",
    "",
    "Geachte heer 5.1.2e,",
    "",
    "Op 24 juni spraken wij over het leegstaande complex aan de Dokter Nuijensstraat.",
    "U gaf aan dat de 36 appartementen tot de sloop in 2028 beschikbaar zijn voor de",
    "huisvesting van statushouders. De gevraagde huur bedraagt € 5.1.2b per maand.",
    "",
    "Ik heb uw aanbod besproken met burgemeester Kleverlaan en met 5.1.2e van de",
    "gemeente. De gemeente Hoorn komt uiterlijk 15 augustus 2025 met een reactie.",
    "",
    "5.1.2i",
    "",
    "Mocht u vragen hebben, dan kunt u bellen met 5.1.2e of mailen naar 5.1.2e@hoorn.example.",
    "",
    "Met vriendelijke groet,",
    "",
    "H. Wagenvoort",
    "voorzitter Provinciale Regietafel",
)
_LEGENDA = (
    ("Wet", "Artikel", "Beschrijving", "Pagina('s)"),
    ("Woo", "5.1.2.b", "Economische en financiële belangen van de overheid", "1"),
    ("Woo", "5.1.2.c", "Inspectie, controle en toezicht", "1"),
    ("Woo", "5.1.2.e", "Eerbiediging van de persoonlijke levenssfeer", "1"),
    ("Woo", "5.1.2.i", "Het goed functioneren van bestuursorganen", "1"),
)


def make_vrijgave() -> bytes:
    """A released letter: boxes with codes over what was removed, and a page of grounds."""
    uit = io.BytesIO()
    doek = Canvas(uit, pagesize=A4, invariant=1)
    doek.setTitle("document 7")
    doek.setFont("Helvetica", 8)
    doek.drawRightString(19 * cm, 28.6 * cm, "Doc. 007")
    hoogte = 27.0 * cm
    for regel in _VRIJGAVE:
        _draw_line(doek, regel, hoogte)
        hoogte -= 3.2 * cm if regel == "5.1.2i" else 0.62 * cm
    doek.showPage()
    _draw_legenda(doek, _LEGENDA)
    doek.save()
    return fix_pdf(uit.getvalue(), "20251212")


def _draw_line(doek: Canvas, regel: str, y: float) -> None:
    """Print a line, a black box with its code for every word that was removed."""
    x = 2.3 * cm
    if regel == "5.1.2i":
        _draw_box(doek, regel, (x, y - 2.2 * cm, 16 * cm, 2.6 * cm))
        return
    for stuk in _CODE.split(regel):
        if _CODE.fullmatch(stuk):
            _draw_box(doek, stuk, (x, y - 3, 58, 13))
            x += 58
        else:
            doek.setFont("Helvetica", 10.5)
            doek.drawString(x, y, stuk)
            x += doek.stringWidth(stuk, "Helvetica", 10.5)


def _draw_box(doek: Canvas, code: str, vak: tuple[float, float, float, float]) -> None:
    x, y, breed, hoog = vak
    doek.setFillGray(0)
    doek.rect(x, y, breed, hoog, stroke=0, fill=1)
    doek.setFillGray(1)
    doek.setFont("Helvetica", 8)
    doek.drawCentredString(x + breed / 2, y + hoog / 2 - 3, code)
    doek.setFillGray(0)


def _draw_legenda(doek: Canvas, rijen: Sequence[Sequence[str]]) -> None:
    doek.setFont("Helvetica-Bold", 13)
    doek.drawString(2.3 * cm, 27 * cm, "Legenda toegepaste uitzonderingsgronden")
    tabel = p.tabel(rijen, (1.6, 2.2, 9.4, 2.6), punten=9, tekstkolommen=(0, 1, 2))
    _, hoog = tabel.wrapOn(doek, 16 * cm, 20 * cm)
    tabel.drawOn(doek, 2.3 * cm, 26 * cm - hoog)
    doek.showPage()
