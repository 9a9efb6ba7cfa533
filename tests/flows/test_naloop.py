"""The naloop finds what is planted in published files, and nothing in a clean set."""

from __future__ import annotations

import json
import shutil

import openpyxl
import pikepdf
import pypdfium2
import pytest
from openbaar import bewerk, zet
from PIL import Image, ImageDraw, ImageFont
from programma import INVOER, run
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from modellen.naloop import Ernst
from pipeline.flows.naloop import audit, audit_release
from pipeline.pdf.ocr import find_tesseract


@pytest.fixture
def map_(tmp_path):
    return tmp_path / "site"


def na(map_, *paden):
    return audit(paden or (map_,), map_.parent / "uit")


def soorten(naloop):
    return {b.soort for b in naloop.bevindingen}


def een(naloop, soort):
    raak = [b for b in naloop.bevindingen if b.soort == soort]
    assert raak, f"{soort} niet gevonden, wel {sorted(soorten(naloop))}"
    return raak[0]


def words(bevinding):
    return " | ".join(p.woorden for p in bevinding.bronnen)


# --- what does not show -------------------------------------------------------------


@pytest.mark.parametrize("merk", ["zwart", "wit"])
def test_words_under_a_box_are_a_leak_whatever_its_colour(map_, merk):
    zet(
        map_ / "a.pdf",
        "De brief is van {" + merk + ":Femke Dallinga} van het team.",
    )
    gevonden = een(na(map_), "tekst_onder_vlak")
    assert gevonden.ernst is Ernst.LEK
    assert "Femke Dallinga" in words(gevonden)
    assert "c_098c1346" in gevonden.vervanging


def test_the_label_that_a_program_puts_under_its_box_is_no_leak(map_):
    zet(map_ / "a.pdf", "Het bod van {zwart:Privilege} en van {zwart:Dallinga} volgt.")
    assert words(een(na(map_), "tekst_onder_vlak")) == "Dallinga"


def test_a_redact_note_that_was_never_applied_is_a_leak(map_):
    pad = zet(map_ / "a.pdf", "Graag reactie van Femke Dallinga voor vrijdag.")

    def mark(pdf):
        noot = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Redact,
            Rect=[150, 775, 232, 795],
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(noot)])

    bewerk(pad, mark)
    assert "Dallinga" in words(een(na(map_), "niet_toegepast"))


def test_text_that_is_not_painted_names_someone(map_):
    zet(map_ / "a.pdf", "Verslag van het overleg. {onzicht:Femke Dallinga belde}")
    assert "Dallinga" in words(een(na(map_), "onzichtbare_persoon"))


def test_an_empty_box_over_nothing_hides_nothing(map_):
    zet(map_ / "a.pdf", "Verslag van {vak} en anderen.")
    assert "tekst_onder_vlak" not in soorten(na(map_))


# --- what rides along -----------------------------------------------------------------


def test_the_author_and_a_title_with_a_name_are_found(map_):
    zet(map_ / "a.pdf", "Agenda van het overleg.", auteur="Femke Dallinga")
    zet(map_ / "b.pdf", "Tweede agenda.", titel="Brief van mevrouw F. Dallinga")
    gevonden = [b for b in na(map_).bevindingen if b.soort == "bijzaak_persoon"]
    assert {p.bestand for b in gevonden for p in b.bronnen} == {"a.pdf", "b.pdf"}


def test_a_mail_address_in_a_link_is_found_and_a_web_address_is_not(map_):
    pad = zet(map_ / "a.pdf", "Mail {code}@hoogveen.example of kijk op de site.")

    def link(pdf):
        def maak(adres):
            return pdf.make_indirect(pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link,
                Rect=[60, 770, 200, 790],
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=adres),
            ))  # fmt: skip

        pdf.pages[0].Annots = pikepdf.Array(
            [
                maak("mailto:f.dallinga%40hoogveen.example"),
                maak("https://www.hoogveen.example/0612345678"),
            ]
        )

    bewerk(pad, link)
    gevonden = een(na(map_), "adres_in_koppeling")
    assert len(gevonden.bronnen) == 1
    assert "f.dallinga" in words(gevonden)


def test_attachments_comments_and_old_versions_are_found(map_):
    pad = zet(map_ / "a.pdf", "Agenda van het overleg.")

    def add(pdf):
        pdf.attachments["namen.txt"] = b"Femke"
        noot = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text,
            Rect=[60, 700, 80, 720], Contents="nog weghalen",
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(noot)])

    bewerk(pad, add)
    pad.write_bytes(pad.read_bytes() + b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    assert {"bijlage", "opmerking", "oude_versie"} <= soorten(na(map_))


# --- rests and joins --------------------------------------------------------------------


@pytest.mark.parametrize(
    "regel",
    [
        "Aanwezig is mw. {code} Dallinga namens de gemeente.",
        "De heer [redacted] Dallinga belt terug.",
        "Verzoek aan mevrouw 5.1.2e Dallingha om te reageren.",
    ],
)
def test_a_surname_beside_a_mark_points_out_who_is_named_elsewhere(map_, regel):
    zet(map_ / "a.pdf", regel)
    zet(map_ / "b.pdf", "Contactpersoon: mevrouw Femke Dallinga, beleidsmedewerker.")
    gevonden = een(na(map_), "rest_wijst_aan")
    assert {p.bestand for p in gevonden.bronnen} == {"a.pdf", "b.pdf"}


def test_a_first_name_or_initials_before_a_mark_are_a_rest(map_):
    zet(
        map_ / "a.pdf",
        "Verslag: Marieke {code}",
        "Contact is mevrouw F.J. {code} van team Wonen.",
    )
    gevonden = [b for b in na(map_).bevindingen if b.soort == "rest_van_naam"]
    assert len(gevonden) == 2


@pytest.mark.parametrize(
    ("regel", "deel"),
    [
        ("Behandeld door {code}, telefoon (0528) 29 41 37", "een"),
        ("Behandeld door {code}, telefoon {code} 4137", "laatste"),
        ("Met vriendelijke groet,\n{code}\nprojectleider\n06 48 21 95 37", "een"),
    ],
)
def test_a_number_beside_a_mark_that_elsewhere_has_a_name_by_it(map_, regel, deel):
    zet(map_ / "een" / "a.pdf", regel)
    zet(
        map_ / "twee" / "b.pdf",
        "Uw contactpersoon is mevrouw Femke Dallinga\n"
        "telefoon (0528) 29 41 37 of mobiel 06-48219537",
    )
    gevonden = een(na(map_, map_ / "een", map_ / "twee"), "nummer_verraadt")
    assert gevonden.ernst is Ernst.LEK
    assert deel in gevonden.wat
    assert {p.bestand for p in gevonden.bronnen} == {"een/a.pdf", "twee/b.pdf"}


def test_a_role_with_its_field_that_one_named_person_holds(map_):
    zet(map_ / "a.pdf", "Toelichting door {code}, projectleider opvang Hoogveen.")
    zet(map_ / "b.pdf", "Aanwezig: mevrouw Femke Dallinga, projectleider opvang.")
    zet(map_ / "c.pdf", "Aanwezig: de heer Sjoerd Wiersma, projectleider verkeer.")
    gevonden = een(na(map_), "functie_verraadt")
    assert "Dallinga" in words(gevonden)
    assert "Wiersma" not in words(gevonden)


def test_two_people_in_one_role_betray_nobody(map_):
    zet(map_ / "a.pdf", "Toelichting door {code}, projectleider opvang.")
    zet(map_ / "b.pdf", "Mevrouw Femke Dallinga, projectleider opvang.")
    zet(map_ / "c.pdf", "De heer Sjoerd Wiersma, projectleider opvang.")
    assert not {"functie_verraadt", "functie_mogelijk"} & soorten(na(map_))


ZIN = "Op verzoek van de raad heeft {} de locatie aan de Turfkade bezocht en foto's gemaakt."


def test_the_same_sentence_masked_here_and_readable_there(map_):
    zet(map_ / "a.pdf", ZIN.format("{code}"))
    zet(map_ / "b.pdf", "Inleiding.\n" + ZIN.format("mevrouw Femke Dallinga"))
    gevonden = een(na(map_), "elders_leesbaar")
    assert "Femke Dallinga" in words(gevonden)
    assert {p.bestand for p in gevonden.bronnen} == {"a.pdf", "b.pdf"}


def test_a_mark_with_which_its_sentence_opens(map_):
    zin = (
        "{} van de woningstichting meldt dat de flat aan de Turfkade in mei leeg komt."
    )
    zet(map_ / "a.pdf", "Verslag van het overleg.\n" + zin.format("Mevrouw {code}"))
    zet(map_ / "b.pdf", "Geachte heer,\n" + zin.format("Mevrouw Dallinga"))
    assert "Dallinga" in words(een(na(map_), "elders_leesbaar"))


def test_spaces_around_a_dash_do_not_part_a_number(map_):
    zet(map_ / "a.pdf", "Behandeld door {code}, doorkiesnummer 038 - 412 63 09.")
    zet(
        map_ / "b.pdf",
        "Behandeld door mevrouw Dallinga, doorkiesnummer 038 - 412 63 09.",
    )
    assert "Dallinga" in words(een(na(map_), "nummer_verraadt"))


def test_a_mark_near_the_end_of_its_sentence(map_):
    kop = "Het tekort aan bedden is besproken met {} in Hoogveen op dinsdag."
    zet(
        map_ / "a.pdf",
        "Intro van dit stuk.\n"
        + kop.format("{code}")
        + "\nDaarna was er koffie voor allen.",
    )
    zet(
        map_ / "b.pdf",
        kop.format("mevrouw Dallinga") + "\nEr waren verder geen vragen uit de zaal.",
    )
    assert "Dallinga" in words(een(na(map_), "elders_leesbaar"))


def test_an_office_holder_masked_here_and_named_there_is_no_leak(map_):
    zet(map_ / "a.pdf", ZIN.format("{code}"))
    zet(map_ / "b.pdf", ZIN.format("wethouder Femke Dallinga"))
    gevonden = een(na(map_), "elders_bestuurder")
    assert gevonden.ernst is Ernst.ERNSTIG


def test_a_refused_passage_that_is_readable_elsewhere(map_):
    zet(map_ / "a.pdf", ZIN.format("{code:5.1.2i}"))
    zet(map_ / "b.pdf", ZIN.format("het team na lang aarzelen toch maar"))
    assert "aarzelen" in words(een(na(map_), "passage_ongelijk"))


def test_a_common_greeting_is_no_proof_of_one_passage(map_):
    zet(map_ / "a.pdf", "Met vriendelijke groet,\n{code}\nGemeente Hoogveen")
    zet(map_ / "b.pdf", "Met vriendelijke groet,\nFemke Dallinga\nGemeente Hoogveen")
    assert "elders_leesbaar" not in soorten(na(map_))


# --- grounds, offices, doubles ----------------------------------------------------------

LEGENDA = "Toelichting grondslagen\nGrondslag Toelichting Pagina's\n"


def test_marks_without_ground_and_files_without_legend(map_):
    zet(map_ / "a.pdf", "Beste [redacted], dit is {vak} en dat ████ is.")
    assert "grond: 3." in een(na(map_), "geen_grond").wat
    assert "geen_legenda" in soorten(na(map_))


def test_a_ground_that_the_legend_does_not_explain(map_):
    zet(
        map_ / "a.pdf",
        "Beste {code}, zie {code:5.1.2i}.",
        LEGENDA + "Art. 5.1 lid 2 sub e De levenssfeer 1",
    )
    gevonden = een(na(map_), "grond_niet_in_legenda")
    assert "5.1.2i" in gevonden.wat
    assert "legenda_paginas" not in soorten(na(map_))


def test_pages_in_the_legend_that_are_not_the_real_ones(map_):
    zet(
        map_ / "a.pdf", "Beste {code},", "Geen vak hier.", "Groet, {code}",
        LEGENDA + "5.1.2e De levenssfeer 1, 2\n5.1.1c Bedrijfsgegevens 3",
    )  # fmt: skip
    gevonden = na(map_)
    assert (
        "niet genoemd blz. 3; ten onrechte genoemd blz. 2"
        in een(gevonden, "legenda_paginas").wat
    )
    assert "5.1.1c" in een(gevonden, "legenda_ongebruikt").wat


@pytest.mark.parametrize(
    "regel",
    [
        "Burgemeester {code} opent.",
        "Namens GS: {code}, gedeputeerde.",
        "Wethouder de heer [redacted] meldt zich af.",
    ],
)
def test_a_masked_office_holder(map_, regel):
    zet(map_ / "a.pdf", regel)
    assert "bestuurder_gelakt" in soorten(na(map_))


def test_the_adviser_of_an_office_holder_is_none(map_):
    zet(map_ / "a.pdf", "Verslag door {code}, bestuursadviseur van de wethouder.")
    assert "bestuurder_gelakt" not in soorten(na(map_))


def test_the_same_document_twice_with_other_marks(map_):
    zinnen = [
        f"In gemeente {n} zijn {n * 7} plekken toegezegd voor de winter van {2020 + n}."
        for n in range(12)
    ]
    zet(map_ / "a.pdf", "\n".join(zinnen) + "\nGroet, {code}, Femke en Sjoerd")
    zet(map_ / "b.pdf", "\n".join(zinnen) + "\nGroet, {code}, {code} en {code}")
    assert een(na(map_), "dubbel_anders").bronnen[1].bestand == "b.pdf"


def test_a_direct_number_nobody_redacted(map_):
    zet(
        map_ / "a.pdf",
        "Bel mevrouw Femke Dallinga op 06-48219537 of mail f.dallinga@hoogveen.example.",
    )
    assert "gegeven_leesbaar" in soorten(na(map_))


# --- nothing in a clean set, and how the command speaks ------------------------------------


@pytest.fixture
def schoon(map_):
    legenda = "Legenda toegepaste uitzonderingsgronden\nArtikel Pagina's\nArt. 5.1 lid 2 sub e De levenssfeer 1"
    zet(
        map_ / "0001.pdf",
        "Van: {code}\nAan: {code}\nBeste {code},\nDe opgave van gemeente Assen is 120 plekken.\n"
        "Burgemeester Anna Veenstra was aanwezig.\nMet vriendelijke groet,\n{code}\n{code}@hoogveen.example",
        legenda,
    )
    zet(
        map_ / "0002.pdf",
        "Verslag van 12 november 2025\nAanwezig: burgemeester Anna Veenstra, {code} (verslag)\n"
        "De opgave van gemeente Emmen is 240 plekken.\nAlgemeen nummer 14 0592.",
        legenda,
    )
    return map_


def test_a_clean_set_gives_nothing(schoon):
    assert na(schoon).bevindingen == ()


@pytest.mark.parametrize("stijl", ["code", "letter"])
def test_a_release_of_our_own_gives_nothing(tmp_path, stijl):
    papieren, uitvoer = tmp_path / "invoer", tmp_path / "woo"
    papieren.mkdir()
    for pad in (
        "2025-11-06 verslag ambtelijk overleg.docx",
        "mail/RE agenda en actielijst, noodopvang Medemblik.eml",
    ):
        shutil.copy(INVOER / pad, papieren)
    run("woo", "voorstel", papieren, uitvoer=uitvoer)
    run(
        "woo",
        "lakken",
        uitvoer / "lakblad.xlsx",
        "--aanvaard-voorstellen",
        "--stijl",
        stijl,
        uitvoer=uitvoer,
    )
    assert audit_release(uitvoer).bevindingen == ()


def test_exit_code_and_reports(schoon, tmp_path):
    uitvoer = tmp_path / "verslag"
    assert "Er is niets gevonden" in run("woo", "naloop", schoon, uitvoer=uitvoer)
    zet(schoon / "lek.pdf", "Brief van {zwart:Femke Dallinga} aan de raad.")
    gezegd = run("woo", "naloop", schoon, uitvoer=uitvoer, verwacht=8)
    assert gezegd.index("[lek]") < gezegd.index("[let op]")
    blad = openpyxl.load_workbook(uitvoer / "naloop.xlsx")["Bevindingen"]
    assert blad["B2"].value == "lek"
    pagina = (uitvoer / "naloop.html").read_text(encoding="utf-8")
    assert '<html lang="nl">' in pagina
    assert "lek.pdf#page=1" in pagina


def test_the_outcome_as_json(schoon, tmp_path):
    zet(schoon / "lek.pdf", "Brief van {zwart:Femke Dallinga} aan de raad.")
    gezegd = run("woo", "naloop", schoon, "--json", uitvoer=tmp_path / "u", verwacht=8)
    uitkomst = json.loads(gezegd)
    assert uitkomst["lekken"] == 1
    assert uitkomst["bevindingen"][0]["bronnen"][0]["pagina"] == 1


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(schoon, tmp_path):
    (schoon / "kapot.pdf").write_bytes(b"%PDF-1.7\nrommel")
    gezegd = run("woo", "naloop", schoon, uitvoer=tmp_path / "u", verwacht=3)
    assert "2 bestanden nagelopen" in gezegd
    assert "kapot.pdf" in gezegd


def test_a_folder_without_pdf_is_an_error_with_advice(tmp_path):
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    run("woo", "naloop", leeg, uitvoer=tmp_path / "u", verwacht=3)


def test_a_new_release_answers_for_itself_and_its_joins_only(tmp_path):
    oud, nieuw = tmp_path / "oud", tmp_path / "woo"
    zet(
        oud / "a.pdf",
        "Lek van vroeger: {zwart:Sjoerd Wiersma}.",
        ZIN.format("mevrouw Femke Dallinga"),
    )
    zet(nieuw / "vrijgave" / "documenten" / "0001.pdf", ZIN.format("{code}"))
    zet(nieuw / "meelezen.pdf", "Voorstel: {zwart:Femke Dallinga}")
    naloop = audit_release(nieuw, [oud])
    assert [b.soort for b in naloop.lekken] == ["elders_leesbaar"]


# --- scans, pictures and letters on boxes -------------------------------------------------


def scan(pad, woorden, zwart, *, laag):
    """A page that is a picture, with boxes burnt in and a text layer over it."""
    beeld = Image.new("L", (1240, 1754), 255)
    tekenaar = ImageDraw.Draw(beeld)
    letter = ImageFont.load_default(34)
    plekken, x = [], 120
    for woord in woorden:
        lang = tekenaar.textlength(woord, font=letter)
        tekenaar.text((x, 200), woord, font=letter, fill=0)
        if woord in zwart:
            tekenaar.rectangle((x - 4, 196, x + lang + 4, 242), fill=0)
        plekken.append((woord, x, lang))
        x += lang + 16
    doek = canvas.Canvas(str(pad), pagesize=A4)
    doek.drawImage(ImageReader(beeld), 0, 0, *A4)
    schaal = A4[0] / 1240
    for woord, links, lang in plekken if laag else ():
        tekst = doek.beginText(links * schaal, A4[1] - 232 * schaal)
        tekst.setTextRenderMode(3)
        tekst.setFont("Helvetica", 16)
        tekst.setHorizScale(
            100 * lang * schaal / doek.stringWidth(woord, "Helvetica", 16)
        )
        tekst.textOut(woord)
        doek.drawText(tekst)
    doek.save()


def test_a_text_layer_still_reads_what_is_black_in_the_scan(map_):
    map_.mkdir()
    woorden = ["Behandeld", "door", "Dallinga", "van", "Wonen"]
    scan(map_ / "a.pdf", woorden, {"Dallinga"}, laag=True)
    gevonden = een(na(map_), "tekst_onder_vlak")
    assert words(gevonden) == "Dallinga"


def test_a_scan_with_a_text_layer_and_no_boxes_hides_nothing(map_):
    map_.mkdir()
    scan(map_ / "a.pdf", ["Verslag", "van", "het", "overleg"], set(), laag=True)
    assert na(map_).bevindingen == ()


def test_a_scan_without_text_is_not_passed_as_clean(map_):
    map_.mkdir()
    scan(map_ / "a.pdf", ["Verslag", "van", "Dallinga"], {"Dallinga"}, laag=False)
    assert een(na(map_), "niet_doorzoekbaar").bronnen[0].pagina == 1


def test_a_letter_on_a_box_is_a_mark_with_its_ground(map_):
    legenda = "Toelichting grondslagen\nJ Art. 5.1 lid 2 sub e De levenssfeer"
    zet(map_ / "a.pdf", "Beste {code:J}, dank voor de mail.\nGroet, {code:N}", legenda)
    gevonden = na(map_)
    assert "5.1.2i" in een(gevonden, "grond_niet_in_legenda").wat
    assert "geen_grond" not in soorten(gevonden)


def test_a_ground_repeated_for_every_word_is_one_mark(map_):
    zet(
        map_ / "a.pdf",
        "Mail van 5.1.2e 5.1.2e aan 5.1.2.e en [zwart vlak] en [redacted]",
    )
    assert "grond: 2." in een(na(map_), "geen_grond").wat


def test_white_words_on_white_and_words_under_a_picture(map_):
    map_.mkdir()
    doek = canvas.Canvas(str(map_ / "a.pdf"), pagesize=A4)
    doek.setFillGray(1)
    doek.drawString(60, 700, "mevrouw Femke Dallinga")
    doek.setFillGray(0)
    doek.drawString(60, 600, "de heer Sjoerd Wiersma")
    doek.drawImage(
        ImageReader(Image.new("RGB", (40, 10), (200, 220, 240))), 55, 595, 200, 20
    )
    doek.save()
    alles = " ".join(words(b) for b in na(map_).bevindingen)
    assert "Dallinga" in alles
    assert "Wiersma" in alles


def test_white_words_on_a_dark_banner_show(map_):
    map_.mkdir()
    doek = canvas.Canvas(str(map_ / "a.pdf"), pagesize=A4)
    doek.setFillColorRGB(0.05, 0.1, 0.35)
    doek.rect(0, 760, A4[0], 60, stroke=0, fill=1)
    doek.setFillGray(1)
    doek.drawString(60, 785, "Provinciale regietafel Hoogveen")
    doek.save()
    assert na(map_).bevindingen == ()


def test_letters_of_one_model_point_out_the_one_of_this_letter(map_):
    slot = "Heeft u nog vragen over dit onderwerp, dan kunt u contact opnemen met {}, telefonisch bereikbaar tijdens kantooruren."
    zet(
        map_ / "a.pdf",
        "Besluit over de noodopvang Turfkade te Hoogveen in 2025\n"
        + slot.format("{code}"),
    )
    zet(
        map_ / "b.pdf",
        "Besluit over de noodopvang Turfkade te Hoogveen in 2025\n"
        + slot.format("Femke Dallinga"),
    )
    zet(
        map_ / "c.pdf",
        "Subsidie voor het zwembad aan de Singel voor kinderen\n"
        + slot.format("Sjoerd Wiersma"),
    )
    gevonden = een(na(map_), "elders_leesbaar")
    assert "Dallinga" in words(gevonden)
    assert "Wiersma" not in words(gevonden)


@pytest.mark.skipif(find_tesseract() is None, reason="Tesseract met nld is hier niet")
def test_a_name_in_a_scan_without_text_answers_for_a_mark_elsewhere(map_):
    zin = "Op verzoek van de raad heeft {} de locatie aan de Turfkade bezocht."
    zet(map_ / "a.pdf", zin.format("{code}"))
    zet(map_ / "leesbaar.pdf", zin.format("mevrouw Femke Dallinga"))
    with pypdfium2.PdfDocument(map_ / "leesbaar.pdf") as document:
        plaat = document[0].render(scale=200 / 72).to_pil()
    plaat.save(map_ / "b.pdf", resolution=200)
    (map_ / "leesbaar.pdf").unlink()
    naloop = na(map_)
    assert "Dallinga" in words(een(naloop, "elders_leesbaar"))
    assert "niet_doorzoekbaar" in soorten(naloop)


VOORBEELDEN = sorted(
    (INVOER.parent.parent / "shared" / "pdf-voorbeelden").glob("*.pdf")
)


@pytest.mark.skipif(not VOORBEELDEN, reason="../shared/pdf-voorbeelden is hier niet")
def test_boxes_in_papers_of_others_hide_words_where_their_names_say_so(tmp_path):
    naloop = audit(VOORBEELDEN, tmp_path / "uit")
    lekt = {
        plek.bestand.rpartition("/")[2]
        for b in naloop.bevindingen
        if b.soort == "tekst_onder_vlak"
        for plek in b.bronnen
    }
    assert lekt == {
        v.name for v in VOORBEELDEN if v.name.startswith(("bad_", "rectangles_yes"))
    }
