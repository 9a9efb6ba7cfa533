"""A mark in the source is a decision of who set it, unless it asks or is gainsaid."""

from __future__ import annotations

import docx
import pikepdf
import pytest
from docx.enum.text import WD_COLOR_INDEX
from reportlab.pdfgen import canvas

from modellen.persoon import Passage
from pipeline.extraction.persoonsgegevens.passages import find_passages
from pipeline.readers import read_file
from pipeline.rulebook import Regelboek
from pipeline.settings import Grenzen

BOEK = Regelboek()
WOORDEN = "De gemeente betaalt hooguit drie ton"


def passages(pad):
    (document,) = read_file(pad, pad.name, Grenzen()).documenten
    return find_passages((document,), BOEK)


def opgemerkt(tmp_path, *opmerkingen, woorden=WOORDEN):
    """The passages of a paper with comments at some words, and who wrote them."""
    stuk = docx.Document()
    alinea = stuk.add_paragraph("Wij lunchen. ")
    stuk_woorden = alinea.add_run(woorden)
    for tekst, wie in opmerkingen:
        stuk.add_comment(stuk_woorden, text=tekst, author=wie)
    alinea.add_run(" voor het pand.")
    stuk.save(tmp_path / "a.docx")
    return passages(tmp_path / "a.docx")


def gemarkeerd(tmp_path, *stukken):
    """The passages of a paragraph of which some pieces, in brackets, are yellow."""
    stuk = docx.Document()
    alinea = stuk.add_paragraph()
    for tekst in stukken:
        run = alinea.add_run(tekst.strip("<>"))
        if tekst.startswith("<"):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    stuk.save(tmp_path / "a.docx")
    return passages(tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("notitie", "grond"),
    [
        ("5.1.2i", "5.1.2i"),
        ("lakken op grond van artikel 5.1, tweede lid, onder i Woo", "5.1.2i"),
        ("art. 5.1 lid 2 onder f", "5.1.2f"),
        ("5.1.2i: intern overleg over de inzet, niet openbaar maken", "5.1.2i"),
    ],
)
def test_een_opmerking_met_een_grond_is_het_besluit_van_de_schrijver(
    tmp_path, notitie, grond
):
    (merk,) = opgemerkt(tmp_path, (notitie, "Lea Kolk"))
    assert (merk.grond, merk.door, merk.aangemerkt) == (grond, "Lea Kolk", True)
    assert merk.herkomst.citaat == WOORDEN


@pytest.mark.parametrize(
    ("notitie", "voor_een_mens"),
    [
        ("5.1.2f?", False),
        ("5.1.2i?", True),
        ("Zou dit onder 5.2 vallen?", True),
        ("Misschien 5.1.2f", False),
        ("5.1.2i of 5.1.2f", True),
        ("5.1.2f, geen 5.1.2i", False),
        ("5.1.2i niet lakken", True),
        ("5.1.2f geldt hier niet", False),
    ],
)
def test_een_vraag_of_weigering_is_geen_besluit(tmp_path, notitie, voor_een_mens):
    (merk,) = opgemerkt(tmp_path, (notitie, "Lea Kolk"))
    assert merk.door == ""
    assert merk.aangemerkt is not voor_een_mens
    assert ";" in merk.reden


@pytest.mark.parametrize(
    ("antwoord", "door"),
    [("Akkoord.", "Lea Kolk"), ("Niet lakken!", ""), ("Weet je dit zeker?", "")],
)
def test_een_antwoord_dat_tegenspreekt_laat_het_besluit_open(tmp_path, antwoord, door):
    merk, *_ = opgemerkt(tmp_path, ("5.1.2f", "Lea Kolk"), (antwoord, "Ab Meent"))
    assert merk.door == door


def test_zonder_schrijver_staat_er_dat_het_een_markering_is(tmp_path):
    (merk,) = opgemerkt(tmp_path, ("5.1.2i", ""))
    assert merk.door == "markering in het document"


@pytest.mark.parametrize(
    ("erachter", "door"),
    [
        (" (5.1.2i) en verder.", "markering in het document"),
        (" 5.1, tweede lid, onder i.", "markering in het document"),
        (" (5.1.2i?) en verder.", ""),
        (" 5.1.2i? Dat weten wij niet.", ""),
        (" (5.1.2i). Weten wij dat zeker?", "markering in het document"),
    ],
)
def test_een_gele_passage_beslist_tenzij_de_code_een_vraag_is(tmp_path, erachter, door):
    (merk,) = gemarkeerd(tmp_path, "Ook: ", f"<{WOORDEN}>", erachter)
    assert merk.door == door


def test_een_vraag_in_gele_woorden_zelf_is_tekst_van_het_stuk(tmp_path):
    (merk,) = gemarkeerd(tmp_path, "<Wat is ons plan? Misschien wachten (5.1.2i)>")
    assert merk.door


def test_geel_zonder_grond_is_niets(tmp_path):
    assert gemarkeerd(tmp_path, "Ook: ", f"<{WOORDEN}>", " en verder.") == ()


def test_wat_aangemerkt_is_wordt_niet_nog_eens_voorgelegd(tmp_path):
    (merk,) = gemarkeerd(tmp_path, "Ook: ", "<5.2.1 Ik vind dit een slecht plan>", ".")
    assert merk.door


def test_een_andere_uitspraak_in_dezelfde_zin_wordt_wel_voorgelegd(tmp_path):
    merk, ander = gemarkeerd(
        tmp_path,
        "<Ik vind het niets (5.2)>",
        " en Meent heeft: mijn advies is wachten.",
    )
    assert (merk.aangemerkt, ander.aangemerkt) == (True, False)


def test_geel_en_een_opmerking_op_dezelfde_woorden_is_een_merk(tmp_path):
    stuk = docx.Document()
    run = stuk.add_paragraph("Ook: ").add_run(f"{WOORDEN} (5.1.2i)")
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    stuk.add_comment(run, text="5.1.2i", author="Lea Kolk")
    stuk.save(tmp_path / "a.docx")
    (merk,) = passages(tmp_path / "a.docx")
    assert merk.door == "Lea Kolk"


@pytest.mark.parametrize(
    ("wie", "door"), [("Ab Meent", "Ab Meent"), ("", "markering in het document")]
)
def test_een_gele_passage_in_een_pdf_noemt_wie_haar_zette(tmp_path, wie, door):
    vel = canvas.Canvas(str(tmp_path / "a.pdf"))
    vel.drawString(72, 700, "Dat is het bod dat wij bieden.")
    vel.highlightAnnotation(
        "5.1.2i",
        Rect=(72, 696, 150, 714),
        QuadPoints=[72, 714, 150, 714, 72, 696, 150, 696],
    )
    vel.save()
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        if wie:
            pdf.pages[0].Annots[0]["/T"] = pikepdf.String(wie)
        pdf.save(tmp_path / "b.pdf")
    (merk,) = [p for p in passages(tmp_path / "b.pdf") if p.aangemerkt]
    assert merk.door == door


def test_alleen_een_merk_van_een_mens_kan_beslissen(tmp_path):
    (merk,) = opgemerkt(tmp_path, ("5.1.2i", "Lea Kolk"))
    with pytest.raises(ValueError, match="mark"):
        Passage(
            grond="5.1.2i", reden="x", motivering="", door="X", herkomst=merk.herkomst
        )
