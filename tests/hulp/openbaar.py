"""Published PDFs with planted defects, set line by line."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

HOOG = A4[1]
LETTER = 11
REGEL = 18


def zet(pad, *bladen, auteur="", titel="", compress=1):
    """A PDF with one line of print per line; marks are written as they look.

    ``{zwart:woorden}`` leaves the words under a black box, ``{wit:woorden}`` under a
    white one with a code on it, ``{vak}`` is an empty black box, ``{code}`` a black box
    with 5.1.2e on it (``{code:5.1.2i}`` another), ``{onzicht:woorden}`` is text that is
    not painted.
    """
    uit = BytesIO()
    doek = canvas.Canvas(uit, pagesize=A4, pageCompression=compress)
    doek.setAuthor(auteur)
    doek.setTitle(titel)
    for blad in bladen:
        doek.setFont("Helvetica", LETTER)
        for nummer, regel in enumerate(blad.strip("\n").split("\n")):
            _regel(doek, 60, HOOG - 60 - nummer * REGEL, regel)
        doek.showPage()
    doek.save()
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(uit.getvalue())
    return pad


def _regel(doek, x, y, regel):
    rest = regel
    while rest:
        voor, haak, rest = rest.partition("{")
        doek.setFillGray(0)
        doek.drawString(x, y, voor)
        x += doek.stringWidth(voor, "Helvetica", LETTER)
        if haak:
            opdracht, _, rest = rest.partition("}")
            x = _merk(doek, x, y, opdracht)


def _merk(doek, x, y, opdracht):
    soort, _, woorden = opdracht.partition(":")
    breed = doek.stringWidth(woorden or "5.1.2e", "Helvetica", LETTER) + 4
    if soort in {"zwart", "wit"}:
        doek.drawString(x, y, woorden)
    if soort == "onzicht":
        tekst = doek.beginText(x, y)
        tekst.setTextRenderMode(3)
        tekst.textOut(woorden)
        doek.drawText(tekst)
        return x + breed
    doek.setFillGray(1 if soort == "wit" else 0)
    doek.rect(x - 1, y - 3, breed, 14, stroke=soort == "wit", fill=1)
    if soort in {"code", "wit"}:
        doek.setFillGray(0 if soort == "wit" else 1)
        doek.setFontSize(8)
        doek.drawString(
            x + 2, y + 1, woorden if soort == "code" and woorden else "5.1.2e"
        )
        doek.setFontSize(LETTER)
        doek.setFillGray(0)
    return x + breed


def bewerk(pad, functie):
    """Change a PDF in place with pikepdf."""
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        functie(pdf)
        pdf.save(pad)
    return pad
