"""Text that runs up or down a page is read, and does not spoil what runs level."""

from __future__ import annotations

import math

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from modellen.document import Leesstatus
from modellen.lakken import Lakvlak
from modellen.plaats import Kader
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.pdf import ocr
from pipeline.pdf.lakken.motor import lak_document, open_pdf, save_pdf
from pipeline.pdf.vrijgave import make_release
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen
from tests.hulp.lakproef import OPTIES, make_pdf, places_of, shown

BOEK = Regelboek()
VLAK = ["Geachte heer Wiebe Brinkhorst, mevrouw Lea Kolk belt", "De slotregel blijft."]
DWARS = ["Mevrouw Willemien", "Tolbrink staat dwars"]


def letters(tekst, x, y, hoek=0, grootte=12):
    """Each letter an object of its own, as browsers draw text."""
    cos, sin = round(math.cos(math.radians(hoek))), round(math.sin(math.radians(hoek)))
    ver = 0.0
    for teken in tekst:
        if teken != " ":
            plek = f"{x + cos * ver:.3f} {y + sin * ver:.3f}"
            matrix = f"{cos} {sin} {-sin} {cos} {plek}"
            yield f"BT /F1 {grootte} Tf {matrix} Tm ({teken}) Tj ET\n"
        ver += stringWidth(teken, "Helvetica", grootte)


def mixed(hoek, dwars=DWARS):
    stukken = [*letters(VLAK[0], 72, 760), *letters(VLAK[1], 72, 740)]
    for nummer, regel in enumerate(dwars):
        opzij = 14 * nummer if hoek == 90 else -14 * nummer
        stukken += letters(regel, 200 + opzij, 500, hoek)
    return "".join(stukken)


def lees(tmp_path, inhoud):
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(inhoud)
    return read_file(pad, "stuk.pdf", Grenzen()).documenten[0]


def turned_page(hoek, draai):
    """A page of which the level text runs as it is shown, whatever its rotation."""

    def bouw(_, pagina):
        pagina.obj.Rotate = draai

    return make_pdf(mixed(hoek, [" ".join(DWARS)]), bouw=bouw)


@pytest.mark.parametrize("hoek", [90, 270])
def test_a_block_that_runs_across_leaves_the_page_readable(tmp_path, hoek):
    document = lees(tmp_path, make_pdf(mixed(hoek)))
    assert [b.tekst for b in document.blokken] == [*VLAK, " ".join(DWARS)]
    namen = {
        g.herkomst.citaat for g in find_persoonsgegevens([document], BOEK).gegevens
    }
    assert namen == {"Wiebe Brinkhorst", "Lea Kolk", "Willemien Tolbrink"}


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
@pytest.mark.parametrize("hoek", [90, 270])
def test_frames_of_what_runs_across_lie_where_it_is_shown(tmp_path, hoek, draai):
    document = lees(tmp_path, turned_page(hoek, draai))
    namen = {
        g.herkomst.citaat for g in find_persoonsgegevens([document], BOEK).gegevens
    }
    assert {"Lea Kolk", "Willemien Tolbrink"} <= namen
    for blok in document.blokken:
        for woord in ("Lea Kolk", "Willemien Tolbrink"):
            if woord not in blok.tekst:
                continue
            vlak = Lakvlak(
                pagina=1,
                grond="5.1.2e",
                tekst=woord,
                kaders=tuple(r.kader for r in blok.regels),
            )
            invoer = turned_page(hoek, draai)
            uit = make_release(invoer, [vlak], OPTIES, "Stuk", [woord])
            assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
            assert not uit.uitslag.gerasterd


def test_a_page_that_stands_upside_down_is_read_from_its_top(tmp_path):
    regels = ["Aan de heer Bas Tolbrink,", "Berkenlaan 14", "9401 AB Assen"]
    stukken: list[str] = []
    for nummer, regel in enumerate(regels):
        stukken += letters(regel, 500, 100 + 16 * nummer, 180)
    document = lees(tmp_path, make_pdf("".join(stukken)))
    assert document.tekst.split() == " ".join(regels).split()
    gevonden = find_persoonsgegevens([document], BOEK).gegevens
    assert [" ".join(g.herkomst.citaat.split()) for g in gevonden] == [
        "Bas Tolbrink",
        "Berkenlaan 14 9401 AB Assen",
    ]


def test_a_table_that_lies_on_its_side_is_read_and_redacted(tmp_path):
    rijen = [
        f"mevrouw Lea Kolk 06-1234567{n} EUR {n}.250,00 plek {n}" for n in range(9)
    ]
    stukken = list(letters("Behandeld door de heer Bas Tolbrink", 72, 800))
    for nummer, rij in enumerate(rijen):
        stukken += letters(rij, 150 + 25 * nummer, 120, 90, 10)
    inhoud = make_pdf("".join(stukken))
    document = lees(tmp_path, inhoud)
    gevonden = find_persoonsgegevens([document], BOEK).gegevens
    assert sum(g.herkomst.citaat == "Lea Kolk" for g in gevonden) == len(rijen)
    vlakken = [
        Lakvlak(
            pagina=1,
            grond="5.1.2e",
            tekst=g.herkomst.citaat,
            kaders=tuple(r.kader for b in document.blokken for r in b.regels
                         if b.begin <= g.begin < b.eind),
        )
        for g in gevonden
    ]  # fmt: skip
    uit = make_release(inhoud, vlakken, OPTIES, "Stuk", ["Lea Kolk", "Bas Tolbrink"])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert "EUR8.250,00" in "".join(shown(uit.inhoud).split())


def test_a_head_that_runs_up_stands_in_its_cell(tmp_path):
    koppen, rijen = ["Naam", "Aantal plekken", "Datum"], ["Lea Kolk", "12", "4 mei"]
    randen, hoogtes = [72, 172, 232, 292], [700, 600, 580]
    stukken = [f"{x} 580 m {x} 700 l S " for x in randen]
    stukken += [f"72 {y} m 292 {y} l S " for y in hoogtes]
    for nummer, (kop, cel) in enumerate(zip(koppen, rijen, strict=True)):
        stukken += letters(kop, randen[nummer] + 30, 606, 90, 10)
        stukken += letters(cel, randen[nummer] + 4, 586, 0, 10)
    document = lees(tmp_path, make_pdf("".join(stukken)))
    (tabel,) = document.tabellen
    cellen = {(c.rij, c.kolom): document.cel_tekst(c) for c in tabel.cellen}
    assert [cellen[1, n] for n in (1, 2, 3)] == koppen
    assert [cellen[2, n] for n in (1, 2, 3)] == rijen
    assert document.tekst.count("Naam") == 1


def test_text_across_in_a_form_is_read(tmp_path):
    def bouw(pdf, pagina):
        vorm = pdf.make_stream(
            "".join(letters(" ".join(DWARS), 0, 0)).encode(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[-20, -20, 400, 400],
            Resources=pagina.obj.Resources,
        )
        pagina.obj.Resources.XObject = pikepdf.Dictionary(Fm1=vorm)

    inhoud = "".join(letters(VLAK[0], 72, 760)) + "q 0 1 -1 0 200 300 cm /Fm1 Do Q"
    document = lees(tmp_path, make_pdf(inhoud, bouw=bouw))
    assert [b.tekst for b in document.blokken] == [VLAK[0], " ".join(DWARS)]
    (regel,) = document.blokken[-1].regels
    assert regel.kader.boven < 842 - 300 - 100 < regel.kader.onder


def test_a_page_that_is_read_letter_by_letter_is_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(ocr, "find_tesseract", lambda: None)
    los = "".join(
        "".join(letters(teken, 72 + 137 * nummer % 400, 820 - 24 * nummer))
        for nummer, teken in enumerate("LeaKolkbeltmetWiebeBrinkhorst")
    )
    document = lees(tmp_path, make_pdf(los))
    assert [p.status for p in document.paginas] == [Leesstatus.ONGELEZEN]
    assert not document.blokken


REGELS = (
    "Aanwezig: mevrouw Liesbeth Quakkelaar-Brandsma en anderen.",
    "Bel haar op 06-12345678 of kom langs.",
    "Tot ziens.",
)


def turned(draai, *, rechtop):
    """A page that is turned to be shown, with its text upright there, or on its side."""
    breed, hoog = 595, 842
    stukken = []
    for nummer, regel in enumerate(REGELS):
        u, v = 72, 90 + 20 * nummer
        plekken = {
            0: (u, hoog - v, 0), 90: (v, u, 90), 180: (breed - u, v, 180),
            270: (breed - v, hoog - u, 270),
        }  # fmt: skip
        stukken += letters(regel, *plekken[draai if rechtop else 0])

    def bouw(pdf, pagina):
        pagina.obj.Rotate = draai

    return make_pdf("".join(stukken), bouw=bouw)


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
@pytest.mark.parametrize("rechtop", [True, False], ids=["rechtop", "op zijn kant"])
def test_a_turned_page_is_read_line_by_line_and_stays_text(tmp_path, draai, rechtop):
    invoer = turned(draai, rechtop=rechtop)
    document = lees(tmp_path, invoer)
    assert document.tekst.split() == " ".join(REGELS).split()
    namen = ("Liesbeth Quakkelaar-Brandsma", "06-12345678")
    vlakken = [mark(document, naam) for naam in namen]
    uit = make_release(invoer, vlakken, OPTIES, "Stuk", ["06-12345678"])
    assert uit.in_orde, [c for c in uit.controles if not c.geslaagd]
    assert not uit.uitslag.gerasterd
    assert places_of(uit.inhoud, "Quakkelaar") == set()


def mark(document, naam):
    """A mark on the words, with the frames of their lines as the reader gives them."""
    blok = document.blok_bij(document.tekst.index(naam))
    kaders = tuple(r.kader for r in blok.regels)
    return Lakvlak(pagina=1, grond="5.1.2e", tekst=naam, kaders=kaders)


def test_on_a_picture_words_are_found_also_beside_a_wrong_frame():
    invoer = turned(90, rechtop=True)
    vlak = Lakvlak(
        pagina=1,
        grond="5.1.2e",
        tekst="Liesbeth Quakkelaar-Brandsma",
        kaders=(Kader(700, 500, 760, 512),),
    )
    with open_pdf(invoer) as pdf:
        lak_document(pdf, [vlak], OPTIES, {1: "proef"})
        uit = save_pdf(pdf)
    assert "Quakkelaar" not in "".join(shown(uit).split())
    assert "komlangs" in "".join(shown(uit).split())
