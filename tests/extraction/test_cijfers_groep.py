"""Heads of groups over columns on a page without lines, and areas nobody knows."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from modellen.stuk import Kenmerken, Soort, Stuk
from pipeline.extraction.cijfers import find_cijfers
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen

REGELBOEK = Regelboek()
VERZONNEN = {
    "Aalburg": (420, 110, 14, 300, 90, 5),
    "Boskant": (1310, 402, 31, 1100, 380, 20),
    "Dorpum": (980, 250, 22, 990, 240, 30),
    "Egeland": (205, 75, 8, 0, 75, 0),
}
KOPPEN = (
    "Gemeente",
    "Oekraïne",
    "Asiel",
    "AMV",
    "Totaal",
    "Oekraïne",
    "Asiel",
    "AMV",
    "Totaal",
)
GROEPEN = (("Opgave 2025", 1, 4), ("Voorstel 2025", 5, 8))
LINKS = [50, *(200 + 70 * n for n in range(8))]
BREED = 60


def teken(pad, uitlijning):
    doek = Canvas(str(pad), pagesize=landscape(A4))
    doek.setFont("Helvetica-Bold", 10)
    for naam, eerste, laatste in GROEPEN:
        links, rechts = LINKS[eerste], LINKS[laatste] + BREED
        zet = {
            "links": lambda n=naam, x=links: doek.drawString(x, 500, n),
            "rechts": lambda n=naam, x=rechts: doek.drawRightString(x, 500, n),
            "midden": lambda n=naam, x=(links + rechts) / 2: doek.drawCentredString(
                x, 500, n
            ),
        }
        zet[uitlijning]()
    rijen = [
        KOPPEN,
        *((n, *v[:3], sum(v[:3]), *v[3:], sum(v[3:])) for n, v in VERZONNEN.items()),
    ]
    for nr, rij in enumerate(rijen, 1):
        doek.drawString(LINKS[0], 500 - 14 * nr, rij[0])
        for kolom, waarde in enumerate(rij[1:], 1):
            doek.drawRightString(LINKS[kolom] + BREED, 500 - 14 * nr, str(waarde))
    doek.save()


def lees(pad):
    document = read_file(pad, pad.name, Grenzen()).documenten[0]
    stuk = Stuk(
        document=document,
        kenmerken=Kenmerken(soort=Soort.CIJFERTABEL, titel=None, datum=None),
    )
    return find_cijfers(stuk, REGELBOEK)


@pytest.mark.parametrize("uitlijning", ["links", "rechts", "midden"])
def test_a_group_is_read_wherever_its_head_stands_over_it(tmp_path, uitlijning):
    teken(tmp_path / "tabel.pdf", uitlijning)
    gelezen = {
        (c.gebied, c.maat, c.thema): int(c.waarde) for c in lees(tmp_path / "tabel.pdf")
    }
    for naam, (oek, asiel, amv, *voorstel) in VERZONNEN.items():
        assert gelezen[naam, "opgave", "oekraine"] == oek
        assert gelezen[naam, "opgave", "asiel"] == asiel
        assert gelezen[naam, "opgave", "amv"] == amv
        assert [
            gelezen[naam, "voorstel", t] for t in ("oekraine", "asiel", "amv")
        ] == voorstel


def test_the_head_above_the_labels_makes_unknown_names_areas(tmp_path):
    teken(tmp_path / "tabel.pdf", "midden")
    assert {c.gebied for c in lees(tmp_path / "tabel.pdf")} == set(VERZONNEN)
