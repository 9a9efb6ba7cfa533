"""Letters with pictures: a signature, a logo, a photo; as a PDF and as a Word file."""

from __future__ import annotations

from io import BytesIO

import docx
import pypdfium2
from docx.shared import Pt
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HOOGTE = 842
BREEDTE = 595
AANHEF = ["Geachte heer Quakkelaar,", "", "Hierbij zend ik u de stukken die u vroeg."]
SLOT = "Met vriendelijke groet,"
NAAM = ["Ytzen Slotemaker", "beleidsmedewerker"]


def krabbel(breed=300, hoog=120, hand=37):
    """A picture of a scrawl on white; each ``hand`` has its own."""
    beeld = Image.new("RGB", (breed, hoog), "white")
    pen = ImageDraw.Draw(beeld)
    punten = [
        (x, hoog // 2 + (x * hand % hoog - hoog // 2) // 2) for x in range(8, breed, 9)
    ]
    pen.line(punten, fill=(10, 20, 120), width=5)
    return beeld


def pdf(pad, bladen):
    """A PDF of pages of lines and pictures, in points from the top left corner.

    A page is a list of ``(x, y, words)`` and ``(x, y, width, height)``.
    """
    doek = Canvas(str(pad), pagesize=(BREEDTE, HOOGTE), invariant=1)
    for blad in bladen:
        for nummer, ding in enumerate(blad):
            if len(ding) == 3:
                x, y, woorden = ding
                doek.setFont("Helvetica", 11)
                doek.drawString(x, HOOGTE - y, woorden)
            else:
                x, y, breed, hoog = ding
                plaat = ImageReader(krabbel(hand=37 + 2 * nummer))
                doek.drawImage(plaat, x, HOOGTE - y - hoog, breed, hoog)
        doek.showPage()
    doek.save()
    return pad


def brief(*beelden, tussen=(), slot=SLOT):
    """The lines of a letter with a closing formula at a height of 400 points."""
    regels = [(70, 120 + 16 * n, r) for n, r in enumerate(AANHEF) if r]
    regels += [(70, 400, slot)] if slot else []
    regels += [(70, 416 + 14 * n, r) for n, r in enumerate(tussen)]
    regels += [(70, 520 + 14 * n, r) for n, r in enumerate(NAAM)]
    return [*regels, *beelden]


def word(pad, *, midden=False, teken=True, logo=False):
    """A Word letter with a picture in its header, among its text, or as signature."""

    def plaat(hand):
        uit = BytesIO()
        krabbel(hand=hand).save(uit, "PNG")
        return BytesIO(uit.getvalue())

    stuk = docx.Document()
    if logo:
        kop = stuk.sections[0].header.paragraphs[0]
        kop.add_run().add_picture(plaat(37), width=Pt(150))
    for regel in AANHEF:
        stuk.add_paragraph(regel)
    if midden:
        stuk.add_picture(plaat(41), width=Pt(150))
        stuk.add_paragraph("Hierboven ziet u de plek van het overleg.")
    stuk.add_paragraph(SLOT)
    if teken:
        stuk.add_picture(plaat(43), width=Pt(150))
    for regel in NAAM:
        stuk.add_paragraph(regel)
    stuk.save(str(pad))
    return pad


def scan(pad, bladen):
    """The same pages as a scanner gives them: one picture each."""
    kant = BytesIO()
    doek = Canvas(kant, pagesize=(BREEDTE, HOOGTE), invariant=1)
    with pypdfium2.PdfDocument(pdf(pad, bladen)) as document:
        for blad in document:
            beeld = blad.render(scale=200 / 72).to_pil().convert("RGB")
            doek.drawImage(ImageReader(beeld), 0, 0, BREEDTE, HOOGTE)
            doek.showPage()
    doek.save()
    pad.write_bytes(kant.getvalue())
    return pad
