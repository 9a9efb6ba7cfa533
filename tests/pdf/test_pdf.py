from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from modellen.document import Leesstatus, Vorm, Zone
from pipeline.errors import InvoerError
from pipeline.pdf import ocr
from pipeline.pdf.tekens import join_broken
from pipeline.readers import read_file
from pipeline.settings import Grenzen

VOORBEELDEN = Path(__file__).parents[2] / ".." / "shared" / "voorbeelden"

CIJFERS = [
    ["Gemeente", "Inwoners", "Oek", "Asiel", "AMV", "Totaal"],
    ["Aa en Hunze", "25.724", "293", "143", "13", "449"],
    ["Borger-\nOdoorn", "25.919", "295", "128", "12", "435"],
    ["Emmen", "108.765", "1.240", "453", "-", "1.735"],
    ["Noordenveld", "31.591", "360", "ntb", "16", "546"],
    ["Totaal", "191.999", "2.188", "724", "", "3.165"],
]
GEWENST = [[c.replace("-\n", "-") for c in rij] for rij in CIJFERS]


def lees(pad):
    return read_file(pad, "stuk.pdf", Grenzen()).documenten[0]


def raster(document, nummer=0):
    tabel = document.tabellen[nummer]
    rijen = [[""] * tabel.kolommen for _ in range(tabel.rijen)]
    for cel in tabel.cellen:
        rijen[cel.rij - 1][cel.kolom - 1] = document.cel_tekst(cel)
    return rijen


@pytest.fixture
def doek(tmp_path):
    """A page to draw on; gives the document when it is called."""

    class Doek(Canvas):
        def lees(self):
            self.save()
            return lees(tmp_path / "doek.pdf")

    return Doek(str(tmp_path / "doek.pdf"), pagesize=A4)


STIJLEN = {
    "raster": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "zonder lijnen": [],
    "rechts uitgelijnd": [("ALIGN", (1, 0), (-1, -1), "RIGHT")],
    "gecentreerd": [
        ("ALIGN", (1, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ],
    "alleen liggend": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
    "alleen staand": [
        ("BOX", (0, 0), (-1, -1), 1, colors.black),
        ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.grey),
    ],
    "gestreept": [
        ("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white])
    ],
}


@pytest.mark.parametrize("stijl", STIJLEN)
def test_a_table_of_figures_keeps_every_cell(tmp_path, stijl):
    pad = tmp_path / "tabel.pdf"
    gewoon = getSampleStyleSheet()["Normal"]
    tabel = Table(CIJFERS, colWidths=[90] + [70] * 5, style=TableStyle(STIJLEN[stijl]))
    zin = "Onderstaande verdeling is besproken met alle gemeenten en wordt in het najaar opnieuw bezien."
    SimpleDocTemplate(str(pad), pagesize=landscape(A4)).build(
        [
            Paragraph(zin, gewoon),
            Spacer(1, 20),
            tabel,
            Spacer(1, 20),
            Paragraph("Einde.", gewoon),
        ]
    )
    document = lees(pad)
    gevonden = [["-".join(c.split("-\n")) for c in rij] for rij in raster(document)]
    assert gevonden == GEWENST
    assert document.tekst.count("25.724") == 1
    assert document.blokken[0].tekst == zin
    assert document.blokken[-1].tekst == "Einde."


def test_an_action_list_without_lines_is_a_table(tmp_path):
    pad = tmp_path / "acties.pdf"
    gewoon = getSampleStyleSheet()["Normal"]
    lang = "De secretaris deelt de stand van zaken over de doorstroomlocaties met alle leden van de tafel."
    rijen = [
        ["Nr", "Actie", "Wie", "Wanneer"],
        ["1", Paragraph(lang, gewoon), "Secretaris", "1 mei 2026"],
    ]
    rijen += [
        ["2", "Brief aan het ministerie", "Voorzitter", "8 juni 2026"],
        ["3", "Overleg plannen", "Gemeente Meppel", "n.t.b."],
    ]
    tabel = Table(
        rijen,
        colWidths=[30, 240, 110, 90],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
    )
    zin = "Onderstaande acties zijn afgesproken in de vergadering van vorige maand en worden de volgende keer besproken."
    SimpleDocTemplate(str(pad)).build([Paragraph(zin, gewoon), Spacer(1, 30), tabel])
    document = lees(pad)
    assert raster(document) == [
        ["Nr", "Actie", "Wie", "Wanneer"],
        ["1", lang, "Secretaris", "1 mei 2026"],
        ["2", "Brief aan het ministerie", "Voorzitter", "8 juni 2026"],
        ["3", "Overleg plannen", "Gemeente Meppel", "n.t.b."],
    ]


def test_a_letterhead_is_no_table(doek):
    for i, (wat, waarde) in enumerate(
        [
            ("Datum", "3 mei 2026"),
            ("Kenmerk", "2026-0001"),
            ("Onderwerp", "Opvang"),
            ("Bijlagen", "2"),
        ]
    ):
        doek.drawString(72, 700 - 16 * i, wat)
        doek.drawString(180, 700 - 16 * i, waarde)
    assert doek.lees().tabellen == ()


def test_merged_heads_have_their_span(tmp_path):
    pad = tmp_path / "kop.pdf"
    rijen = [
        ["Gemeente", "Opgave", ""],
        ["", "Oek", "Asiel"],
        ["Emmen", "1.240", "453"],
    ]
    stijl = [
        ("GRID", (0, 0), (-1, -1), 1, colors.black),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (0, 0), (0, 1)),
    ]
    SimpleDocTemplate(str(pad)).build([Table(rijen, style=TableStyle(stijl))])
    document = lees(pad)
    spans = {
        document.cel_tekst(c): (c.rijspan, c.kolomspan)
        for c in document.tabellen[0].cellen
    }
    assert spans["Opgave"] == (1, 2)
    assert spans["Gemeente"] == (2, 1)
    assert len(spans) == 7


def test_a_table_over_pages_is_one_table(tmp_path):
    pad = tmp_path / "lang.pdf"
    gewoon = getSampleStyleSheet()["Normal"]
    rijen = [["Actie", "Door wie?"]]
    rijen += [
        [
            Paragraph(
                f"Punt {i}: " + "de stand van zaken delen met de leden. " * 4, gewoon
            ),
            "Secretaris",
        ]
        for i in range(40)
    ]
    tabel = Table(
        rijen,
        colWidths=[300, 120],
        repeatRows=1,
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]),
    )
    SimpleDocTemplate(str(pad)).build([Paragraph("Actielijst", gewoon), tabel])
    document = lees(pad)
    assert len(document.paginas) > 1
    assert len(document.tabellen) == 1
    cellen = raster(document)
    assert len(cellen) == 41
    assert cellen[0] == ["Actie", "Door wie?"]
    assert [r[1] for r in cellen[1:]] == ["Secretaris"] * 40
    assert all(r[0].startswith(f"Punt {i}: ") for i, r in enumerate(cellen[1:]))
    assert {b.pagina for b in document.blokken} == {p.nummer for p in document.paginas}


def test_lines_become_paragraphs_with_a_frame_per_line(doek):
    for i, regel in enumerate(
        [
            "De regietafel heeft kennisgenomen van het voorstel en verzoekt de",
            "secretaris dit uit te werken.",
            "",
            "Met vriendelijke groet,",
        ]
    ):
        doek.drawString(72, 700 - 14 * i, regel)
    document = doek.lees()
    een, twee = document.blokken
    assert (
        een.tekst
        == "De regietafel heeft kennisgenomen van het voorstel en verzoekt de secretaris dit uit te werken."
    )
    assert twee.tekst == "Met vriendelijke groet,"
    assert [een.tekst[r.begin :].split()[0] for r in een.regels] == ["De", "secretaris"]
    assert een.plaats.kader.links == pytest.approx(72, abs=1)
    assert een.plaats.kader.boven == pytest.approx(A4[1] - 700 - 12 * 0.78, abs=1)


def test_bullets_go_numbers_stay(doek):
    for i, regel in enumerate(
        [
            "• Eerste punt van aandacht",
            "– tweede punt",
            "1. Opening",
            "2.a. Mededelingen",
            "19 juli is er overleg",
            "12.00 uur einde",
        ]
    ):
        doek.drawString(72, 700 - 30 * i, regel)
    gezien = [(b.tekst, b.vorm == Vorm.LIJST, b.nummer) for b in doek.lees().blokken]
    assert gezien == [
        ("Eerste punt van aandacht", True, ""), ("tweede punt", True, ""), ("1. Opening", True, "1."),
        ("2.a. Mededelingen", True, "2.a."), ("19 juli is er overleg", False, ""), ("12.00 uur einde", False, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("boven", "onder", "samen"),
    [
        ("in Borger-", "Odoorn", "in Borger-Odoorn"), ("de AMV-", "opvang", "de AMV-opvang"), ("de asiel-", "en migratieketen", "de asiel- en migratieketen"),
        ("een gezamen-", "lijke aanpak", "een gezamenlijke aanpak"), ("het Woo-", "verzoek", "het Woo-verzoek"), ("de Oekraïne-", "opvang", "de Oekraïne-opvang"),
        ("in 2025-", "2026", "in 2025-2026"), ("de oud-", "voorzitter", "de oud-voorzitter"), ("Gezamen-", "lijk", "Gezamenlijk"),
    ],
)  # fmt: skip
def test_hyphens_at_line_ends(boven, onder, samen):
    assert join_broken(boven, onder, frozenset()) == samen


def test_the_document_itself_decides_about_a_hyphen():
    assert (
        join_broken("een noodopvang-", "locatie", frozenset({"noodopvang-locatie"}))
        == "een noodopvang-locatie"
    )
    assert (
        join_broken("Asielopvang-", "locaties", frozenset({"Asielopvang"}))
        == "Asielopvang-locaties"
    )


def test_running_heads_and_page_numbers_are_zones(doek):
    for blad in range(1, 5):
        doek.drawString(72, 810, "Provincie Verzonnen")
        doek.drawString(72, 700, f"Inhoud van blad {blad} over iets anders")
        doek.drawString(72, 30, f"pagina {blad} van 4")
        doek.showPage()
    document = doek.lees()
    zones = {z: [b.tekst for b in document.blokken if b.zone == z] for z in Zone}
    assert zones[Zone.KOPTEKST] == ["Provincie Verzonnen"] * 4
    assert zones[Zone.VOETTEKST] == [f"pagina {i} van 4" for i in range(1, 5)]
    assert len(zones[Zone.HOOFDTEKST]) == 4


def test_numbered_titles_on_top_of_pages_are_no_running_head(doek):
    for blad in range(1, 4):
        doek.drawString(72, 780, f"Bijlage {blad}")
        doek.drawString(72, 700, f"Inhoud van bijlage {blad}")
        doek.showPage()
    assert {b.zone for b in doek.lees().blokken} == {Zone.HOOFDTEKST}


def test_columns_are_read_one_after_the_other(doek):
    for kolom, x in (("links", 60), ("rechts", 320)):
        for i in range(6):
            doek.drawString(
                x, 700 - 14 * i, f"Regel {i} van de kolom {kolom} staat hier"
            )
    tekst = doek.lees().tekst
    assert tekst.index("Regel 5 van de kolom links") < tekst.index(
        "Regel 0 van de kolom rechts"
    )


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_frames_are_those_of_the_page_as_shown(tmp_path, draai):
    pikepdf = pytest.importorskip("pikepdf")
    doek = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 600))
    doek.drawString(100, 500, "Hoek")
    doek.save()
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        pdf.pages[0].Rotate = draai
        pdf.pages[0].CropBox = [50, 100, 400, 600]
        pdf.save(tmp_path / "b.pdf")
    document = lees(tmp_path / "b.pdf")
    blad, kader = document.paginas[0], document.blokken[0].plaats.kader
    assert (blad.breedte, blad.hoogte) == (
        (350, 500) if draai in {0, 180} else (500, 350)
    )
    begin = {0: (50, 100), 90: (400, 50), 180: (300, 400), 270: (100, 300)}[draai]
    assert kader.links - 4 <= begin[0] <= kader.rechts + 4
    assert kader.boven - 4 <= begin[1] <= kader.onder + 4


def scan(tekst="Vergadering provinciale regietafel op dinsdag"):
    plaat = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(plaat).text(
        (120, 200), tekst, fill=0, font=ImageFont.load_default(44)
    )
    uit = io.BytesIO()
    plaat.save(uit, "PNG")
    return ImageReader(uit)


def test_an_empty_page_is_empty_and_a_scan_is_unread_without_ocr(doek, monkeypatch):
    monkeypatch.setattr(ocr, "find_tesseract", lambda: None)
    doek.drawString(72, 700, "Gewone bladzijde")
    doek.showPage()
    doek.showPage()
    doek.drawImage(scan(), 0, 0, *A4)
    doek.showPage()
    doek.drawImage(scan(), 0, 0, *A4)
    doek.drawString(72, 20, "blad 4")
    doek.showPage()
    statussen = [p.status for p in doek.lees().paginas]
    assert statussen == [
        Leesstatus.TEKST,
        Leesstatus.LEEG,
        Leesstatus.ONGELEZEN,
        Leesstatus.ONGELEZEN,
    ]


@pytest.mark.skipif(
    ocr.find_tesseract() is None, reason="Tesseract met nld is hier niet"
)
def test_a_scan_is_recognised_with_frames(doek):
    doek.drawImage(scan(), 0, 0, *A4)
    document = doek.lees()
    assert document.paginas[0].status == Leesstatus.OCR
    assert "regietafel" in document.tekst
    assert document.blokken[0].plaats.kader.links == pytest.approx(
        120 * A4[0] / 1240, abs=6
    )


@pytest.mark.skipif(
    ocr.find_tesseract() is None, reason="Tesseract met nld is hier niet"
)
def test_a_scan_that_lies_upside_down_is_read_where_it_stands(doek):
    doek.translate(*A4)
    doek.rotate(180)
    doek.drawImage(scan(), 0, 0, *A4)
    document = doek.lees()
    assert "regietafel" in document.tekst
    assert document.blokken[0].plaats.kader.rechts == pytest.approx(
        A4[0] - 120 * A4[0] / 1240, abs=6
    )


def test_what_reads_as_nonsense_both_ways_is_not_read(monkeypatch):
    rij = {
        "text": "xqz",
        "conf": "25",
        "left": "1",
        "top": "1",
        "width": "9",
        "height": "9",
    }
    monkeypatch.setattr(ocr, "read_words", lambda *_: [rij])
    assert ocr._read_upright("tesseract", Image.new("L", (20, 20))) == []


def test_a_poor_scan_is_read_as_well_as_it_can(monkeypatch):
    rij = {
        "text": "woord",
        "conf": "55",
        "left": "1",
        "top": "1",
        "width": "9",
        "height": "9",
    }
    monkeypatch.setattr(ocr, "read_words", lambda *_: [rij])
    assert ocr._read_upright("tesseract", Image.new("L", (20, 20))) == [rij]


def test_lines_of_one_recognised_paragraph_have_one_type():
    kop = "level\tblock_num\tpar_num\tline_num\tleft\ttop\twidth\theight\tconf\ttext"
    rijen = [
        "5\t1\t1\t1\t100\t100\t300\t40\t96\tGraag\u00e9n",
        "5\t1\t1\t2\t100\t160\t300\t26\t96\tnaar ons en",
        "5\t2\t1\t1\t100\t400\t300\t80\t96\tKop",
    ]
    regels = ocr.make_lines(ocr.read_tsv("\n".join((kop, *rijen))), 1.0)
    assert [r.letter for r in regels] == [33.0, 33.0, 80.0]
    assert [r.kader.onder - r.kader.boven for r in regels] == [40.0, 26.0, 80.0]


@pytest.mark.skipif(
    ocr.find_tesseract() is None, reason="Tesseract met nld is hier niet"
)
def test_only_so_many_scans_are_recognised(doek):
    for _ in range(3):
        doek.drawImage(scan(), 0, 0, *A4)
        doek.showPage()
    doek.save()
    document = read_file(
        Path(doek._filename), "scans.pdf", Grenzen(seconden=12)
    ).documenten[0]
    statussen = [p.status for p in document.paginas]
    assert statussen == [Leesstatus.OCR, Leesstatus.OCR, Leesstatus.ONGELEZEN]


def test_black_boxes_are_counted_but_rules_and_shades_are_not(doek):
    doek.drawString(72, 700, "De heer           heeft gebeld.")
    doek.rect(110, 695, 60, 14, fill=1, stroke=0)
    doek.rect(72, 600, 300, 1, fill=1, stroke=0)
    doek.setFillGray(0.9)
    doek.rect(72, 500, 300, 40, fill=1, stroke=0)
    assert doek.lees().eigenschappen.zwarte_vlakken == 1


def test_form_values_and_typed_notes_are_read(doek):
    doek.drawString(72, 740, "Aantal plekken:")
    doek.acroForm.textfield(name="aantal", value="125", x=180, y=730)
    doek.acroForm.checkbox(name="akkoord", checked=True, x=180, y=690)
    assert [b.tekst for b in doek.lees().blokken] == ["Aantal plekken:", "125", "☒"]


def test_an_encrypted_file_says_so(tmp_path):
    pad = tmp_path / "slot.pdf"
    doek = Canvas(str(pad), encrypt=StandardEncryption("wachtwoord", canPrint=0))
    doek.drawString(72, 700, "geheim")
    doek.save()
    with pytest.raises(InvoerError, match="versleuteld met een wachtwoord"):
        lees(pad)


def test_embedded_files_are_attachments(tmp_path):
    pikepdf = pytest.importorskip("pikepdf")
    drager = Canvas(str(tmp_path / "a.pdf"))
    drager.drawString(72, 700, "Zie de ingesloten bijlage")
    drager.save()
    doek = Canvas(str(tmp_path / "b.pdf"))
    doek.drawString(72, 700, "Ingesloten stuk")
    doek.save()
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        pdf.attachments["bijlage één.pdf"] = (tmp_path / "b.pdf").read_bytes()
        pdf.save(tmp_path / "c.pdf")
    lezing = read_file(tmp_path / "c.pdf", "c.pdf", Grenzen())
    assert [d.bron.bestand for d in lezing.documenten] == [
        "c.pdf",
        "c.pdf/bijlage één.pdf",
    ]
    assert lezing.documenten[1].tekst == "Ingesloten stuk"


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="de voorbeelden staan hier niet")
@pytest.mark.parametrize(
    "pad", sorted(VOORBEELDEN.glob("*.pdf")), ids=lambda q: q.name[:22]
)
def test_every_word_poppler_finds_is_found(pad):
    import re
    import subprocess

    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is hier niet")
    uit = subprocess.run(
        ["pdftotext", "-raw", str(pad), "-"], capture_output=True, check=True
    ).stdout.decode()
    kaal = re.sub(r"[\W_]+", "", lees(pad).tekst)
    regels = [re.sub(r"[\W_]+", "", r) for r in uit.splitlines()]
    woorden = [w for r in uit.splitlines() for w in re.findall(r"[^\W_]{4,}", r)]
    assert [w for w in woorden if w not in kaal] == []
    assert len("".join(regels)) == pytest.approx(len(kaal), rel=0.02)


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="de voorbeelden staan hier niet")
def test_the_action_list_of_nine_pages_is_one_table():
    document = lees(next(VOORBEELDEN.glob("*actielijst*.pdf")))
    assert [t.kolommen for t in document.tabellen] == [2]
    assert raster(document)[0] == ["Agenda Onderwerp", "Door wie?"]
    assert document.tabellen[0].rijen < 15
