"""What is proposed in a few lines of text, as a page would hold them."""

from __future__ import annotations

from modellen.document import Bron
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

BOEK = Regelboek()


def make_document(tekst):
    bouwer = Bouwer(Bron(bestand="stuk.pdf", sha256="0" * 64, formaat="pdf"))
    for regel in tekst.split("\n"):
        bouwer.blok(regel, OpPagina(1))
    return bouwer.build()


def find(tekst):
    return find_persoonsgegevens([make_document(tekst)], BOEK)


def masked(tekst):
    return [g.citaat for g in find(tekst).gegevens]
