"""Tables as bad as they come: told with their place, never a wrong number in silence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from cijferbouw import maak_stuk
from puzzeltabellen import PUZZELS, onder
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from pipeline.audit import audit_stuk
from pipeline.extraction import extract
from pipeline.extraction.cijfers import find_cijfers
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from pipeline.splitting import split

REGELBOEK = Regelboek()


def bevindingen(tekening, **anders):
    stuk = maak_stuk(tekening, **anders)
    gevuld = replace(stuk, cijfers=find_cijfers(stuk, REGELBOEK))
    return audit_stuk(gevuld, REGELBOEK)


def uit_bestand(pad):
    gelezen = read_file(pad, pad.name, Grenzen())
    documenten = [d for heel in gelezen.documenten for d in split(heel, REGELBOEK)]
    stukken = extract(documenten, REGELBOEK)
    return stukken, [b for s in stukken for b in audit_stuk(s, REGELBOEK)]


def test_two_gemeenten_in_one_row_are_asked_about():
    (melding,) = bevindingen(
        """
Gemeente        | Opgave oek | Bod oek
Goes/Hulst      | 100        | 90
Tholen          | 120        | 80
Noord-Beveland  | 20         | 10
Totaal          | 240        | 180
"""
    )
    assert (melding.regel, melding.klasse.value) == ("audit.twee_gebieden", "vraag")
    assert "'Goes/Hulst'" in melding.omschrijving


def test_a_name_with_en_in_it_is_one_gemeente():
    tekening = """
Gemeente              | Opgave oek | Bod oek
Aa en Hunze           | 100        | 90
Bergen op Zoom        | 120        | 80
Schouwen-Duiveland    | 20         | 10
Totaal                | 240        | 180
"""
    assert bevindingen(tekening) == ()


def test_a_figure_over_two_columns_or_rows_is_told_with_its_place():
    alle = bevindingen(
        """
Gemeente | Opgave oek | Bod oek | Bod asiel
Goes     | 100        | 90      | 5
Hulst    | 120        | 80      | <
Sluis    | 20         | 10      | 5
Borsele  | 20         | ^       | 6
"""
    )
    (melding,) = [b for b in alle if b.regel == "audit.samengevoegd"]
    assert melding.verdacht == ("tabel 1 r3 k3", "tabel 1 r4 k3")


@pytest.mark.parametrize("som", ["=SUM(B2:B4)", "=SUM(B2:B3)"])
def test_a_workbook_that_was_never_computed_is_computed_or_told(tmp_path, som):
    boek = openpyxl.Workbook()
    for rij in (
        ["Gemeente", "Opgave oek 2026", "Bod oek 2026"],
        ["Goes", 143, 120],
        ["Hulst", 266, 280],
        ["Tholen", 318, 300],
        ["Totaal", som, "=SUM(C2:C4)"],
    ):
        boek.active.append(rij)
    boek.save(tmp_path / "w.xlsx")
    (stuk,), alle = uit_bestand(tmp_path / "w.xlsx")
    totaal = next(c for c in stuk.cijfers if c.cel and c.cel.endswith("B5"))
    klassen = {b.klasse.value for b in alle}
    if totaal.waarde is None:
        assert totaal.ontbreekt == "niet_berekend"
        assert "ontbreekt" in klassen
    elif som.endswith("B4)"):
        assert totaal.waarde == 727
        assert "audit.zelf_berekend" in {b.regel for b in alle}
        assert "fout" not in klassen
    else:
        assert "fout" in klassen


def teken_pdf(pad, rijen, *, per_blad=99, streepje="rechts", koprijen=2):
    """A table without lines: labels left, figures right, the header on each page."""
    doek = Canvas(str(pad), pagesize=landscape(A4), invariant=True)
    doek.setFont("Helvetica", 9)
    kop, rest = rijen[:koprijen], rijen[koprijen:]
    for begin in range(0, len(rest), per_blad):
        doek.setFont("Helvetica", 9)
        doek.drawString(40, 560, "Puzzel opvang, stand per 1 september 2025")
        for nr, rij in enumerate([*kop, *rest[begin : begin + per_blad]]):
            _teken_rij(doek, 530 - 15 * nr, rij, nr < koprijen, streepje)
        doek.showPage()
    doek.save()


def _teken_rij(doek, y, rij, is_kop, streepje):
    for k, cel in enumerate(rij):
        tekst = "" if cel in {"<", "^", None} and is_kop else cel
        tekst = "-" if tekst is None else tekst
        tekst = f"{tekst:,}".replace(",", ".") if isinstance(tekst, int) else tekst
        breed = rij[k + 1 :]
        span = 1
        while is_kop and len(breed) >= span and breed[span - 1] == "<":
            span += 1
        if k == 0:
            doek.drawString(40, y, tekst)
        elif span > 1:
            doek.drawCentredString(190 + 68 * (k + (span - 1) / 2) - 20, y, tekst)
        elif tekst == "-" and streepje == "links":
            doek.drawString(190 + 68 * k - 48, y, tekst)
        else:
            doek.drawRightString(190 + 68 * k, y, tekst)


@pytest.mark.parametrize("streepje", ["rechts", "links"])
@pytest.mark.parametrize("puzzel", PUZZELS[:3], ids=lambda p: p.gebieden[0])
def test_every_cell_of_a_table_without_lines_is_read(tmp_path, puzzel, streepje):
    rijen = onder(puzzel)
    teken_pdf(tmp_path / "t.pdf", rijen, streepje=streepje)
    (stuk,), alle = uit_bestand(tmp_path / "t.pdf")
    bij = {
        (c.gebied, c.thema, c.maat): c
        for c in stuk.cijfers
        if c.maat in {"opgave", "voorstel"}
    }
    for nr, gebied in enumerate(puzzel.gebieden):
        for maat, blok in (("opgave", puzzel.opgave), ("voorstel", puzzel.voorstel)):
            for thema, waarde in zip(
                ("oekraine", "asiel", "amv"), blok[nr], strict=True
            ):
                cijfer = bij[gebied, thema, maat]
                assert cijfer.waarde == (None if waarde is None else Decimal(waarde))
    assert [b for b in alle if b.klasse.value == "fout"] == []


@pytest.mark.parametrize("fout", [False, True])
def test_a_table_cut_by_a_page_is_added_up_as_one(tmp_path, fout):
    rijen = onder(PUZZELS[2])
    if fout:
        rijen[4][2] += 900
    teken_pdf(tmp_path / "t.pdf", rijen, per_blad=8)
    _, alle = uit_bestand(tmp_path / "t.pdf")
    fouten = [b for b in alle if b.klasse.value == "fout"]
    assert len(fouten) == fout
    if fout:
        assert "Dinkelland" in fouten[0].omschrijving
        assert fouten[0].pagina is not None
