"""What a narrow cell broke in the middle of a word is found as the one word it is."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from pipeline.taal.namen.schoon import clean

BOEK = Regelboek()
KOP = ["Naam", "Telefoon", "E-mail"]
LETTER, REGEL, SMAL = 10, 12, 4


def draw_table(pad, rijen, breedtes=(90, 90, 90), zin="Dit is een lijst."):
    """A table with lines; a cell is the lines that its setter made of it."""
    doek = Canvas(str(pad), pagesize=A4)
    doek.setFont("Helvetica", LETTER)
    doek.drawString(60, 780, zin)
    y = 740
    randen = [60]
    for breed in breedtes:
        randen.append(randen[-1] + breed)
    for rij in rijen:
        hoog = REGEL * max(len(cel) for cel in rij) + 6
        for kolom, cel in enumerate(rij):
            doek.rect(randen[kolom], y - hoog, breedtes[kolom], hoog)
            for nummer, regel in enumerate(cel, start=1):
                x, hoogte = randen[kolom] + SMAL, y - nummer * REGEL
                doek.drawString(x, hoogte, regel)
        y -= hoog
    doek.save()


def wrap(woord, breed=90):
    """A word broken where a cell ends, as word processors do."""
    regels = [""]
    for teken in woord:
        if stringWidth(regels[-1] + teken, "Helvetica", LETTER) > breed - 2 * SMAL:
            regels.append("")
        regels[-1] += teken
    return regels


@pytest.fixture
def vind(tmp_path):
    def find(*rijen, **opties):
        pad = tmp_path / "stuk.pdf"
        draw_table(pad, [[[k] for k in KOP], *rijen], **opties)
        document = read_file(pad, "stuk.pdf", Grenzen()).documenten[0]
        gevonden = find_persoonsgegevens([document], BOEK).gegevens
        return ["".join(g.herkomst.citaat.split()) for g in gevonden]

    return find


def test_een_adres_over_drie_regels_gaat_heel_weg(vind):
    weg = vind(
        [["Lea Kolk"], ["06-12345678"], wrap("lea.kolk.vandentolbrinkhuis@meent.example")],
    )  # fmt: skip
    assert "lea.kolk.vandentolbrinkhuis" in weg


def test_een_streepje_op_een_regel_alleen_hoort_erbij(vind):
    weg = vind(
        [["Lea Kolk"], ["06-12345678"], ["wilhelmina.kolkstra", "-", *wrap("vandentolbrinkhuis@meent.example")]],
    )  # fmt: skip
    assert "wilhelmina.kolkstra-vandentolbrinkhuis" in weg


def test_wie_op_letters_afbreekt_laat_ook_niets_leesbaar(vind):
    weg = vind(
        [["Lea Kolk"], ["06-123456", "78"], ["l.kolkstr", "a@meentje", ".example"]],
        [["Bas Tol"], ["06-123456", "79"], ["b.tollema", "@brink.ex", "ample"]],
        breedtes=(90, 60, 60),
    )
    assert {"l.kolkstra", "b.tollema"} <= set(weg)


def test_adressen_onder_elkaar_blijven_elk_een_adres(vind):
    weg = vind(
        [["Lea Kolk", "Bas Tol"], ["06-12345678"], ["l.kolk@meent.nl", "b.kolk@meent.nl"]],
    )  # fmt: skip
    assert {"l.kolk", "b.kolk"} <= set(weg)


def test_een_woord_boven_een_adres_blijft_staan(vind):
    weg = vind(
        [["Lea Kolk"], ["06-12345678"], ["secretaris", "l.kolk@m.nl"]],
    )
    assert "l.kolk" in weg
    assert not any("secretaris" in w for w in weg)


def test_een_rekeningnummer_over_twee_regels_is_er_een(vind):
    weg = vind([["Lea Kolk"], ["NL91ABNA04", "17164300"], ["l.kolk@m.nl"]])
    assert "NL91ABNA0417164300" in weg


def test_de_laatste_letter_van_een_naam_gaat_mee(vind):
    weg = vind(
        [["Wilhelmina", "Kolkhuisentolbrinkstr", "a"], ["06-12345678"], ["geen"]],
        breedtes=(104, 90, 90),
        zin="Mevrouw Wilhelmina Kolkhuisentolbrinkstra kwam langs.",
    )
    assert weg.count("WilhelminaKolkhuisentolbrinkstra") == 2


def test_wat_een_woord_deelt_gaat_eruit_en_de_plaats_blijft_bekend():
    schoon = clean("x lea. kolk@meent.nl", [(6, 7)])
    assert schoon.tekst == "x lea.kolk@meent.nl"
    assert schoon.span(2, 10) == (2, 11)
    assert clean("Kolk- \nhuis", [(6, 7)]).tekst == "Kolkhuis"
