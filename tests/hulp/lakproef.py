"""Small PDFs with a secret in one place, and every way a stranger would look for it."""

from __future__ import annotations

import io
import re
import subprocess
from shutil import which

import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text

from modellen.lakken import Lakopties, Lakvlak
from pipeline.pdf.vrijgave import make_release

GEHEIM = "Sanne van Dijk"
OPTIES = Lakopties(
    opschriften={"5.1.2e": "5.1.2e", "5.1.1e": "5.1.1e"},
    uitleg={"5.1.2e": "artikel 5.1 lid 2 onder e"},
)


def make_pdf(inhoud, *, bouw=None, breed=595, hoog=842, opslaan=None):
    """One page with this content; ``bouw(pdf, pagina)`` adds what the case needs."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(breed, hoog))
        pagina = pdf.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        pagina.obj.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=pdf.make_indirect(font))
        )
        ruw = inhoud.encode("cp1252") if isinstance(inhoud, str) else inhoud
        pagina.obj.Contents = pdf.make_stream(ruw)
        if bouw:
            bouw(pdf, pagina)
        uit = io.BytesIO()
        pdf.save(uit, **(opslaan or {}))
        return uit.getvalue()


def line(tekst, x=72, y=700, grootte=12):
    """The operators that show one line of text."""
    return f"BT /F1 {grootte} Tf 1 0 0 1 {x} {y} Tm ({tekst}) Tj ET\n"


def redact(invoer, *woorden, naalden=None, opties=OPTIES):
    """The release of a document with these words marked on its first page."""
    vlakken = [Lakvlak(pagina=1, grond="5.1.2e", tekst=w) for w in woorden]
    zoek = [*woorden] if naalden is None else naalden
    return make_release(invoer, vlakken, opties, "Stuk", zoek)


def shown(inhoud):
    """The text that pdfium reads on all pages."""
    with pypdfium2.PdfDocument(inhoud) as document:
        return "\n".join(b.get_textpage().get_text_range() for b in document)


def places_of(inhoud, naald):
    """Where a stranger finds a word: the names of the ways in which it was found."""
    gevonden = set()
    plat = naald.lower()
    if plat in shown(inhoud).lower():
        gevonden.add("pdfium")
    if plat in " ".join(extract_text(io.BytesIO(inhoud)).split()).lower():
        gevonden.add("pdfminer")
    if which("pdftotext"):
        opdracht = ["pdftotext", "-", "-"]
        klaar = subprocess.run(opdracht, input=inhoud, capture_output=True, check=False)
        if plat in klaar.stdout.decode("utf-8", "replace").lower():
            gevonden.add("poppler")
    if any(vorm in inhoud.lower() for vorm in _forms(plat)):
        gevonden.add("bytes")
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        for ding in pdf.objects:
            if _holds(ding, plat):
                gevonden.add("objecten")
    return gevonden


def _forms(plat):
    vormen = [plat.encode(c) for c in ("latin-1", "utf-16-be", "utf-16-le")]
    return [*vormen, *(v.hex().encode() for v in vormen)]


def _holds(ding, plat):
    ruw = b""
    if isinstance(ding, pikepdf.Stream):
        try:
            ruw = ding.read_bytes()
        except pikepdf.PdfError:
            ruw = ding.read_raw_bytes()
    tekst = repr(ding) if not isinstance(ding, pikepdf.Stream) else repr(dict(ding))
    leesbaar = re.sub(r"[\s\\]+", " ", tekst).lower()
    return plat in leesbaar or any(v in ruw.lower() for v in _forms(plat))
