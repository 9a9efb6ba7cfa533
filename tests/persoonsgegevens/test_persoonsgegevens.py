from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from modellen.document import Bron, Zone
from modellen.persoon import Gegevenssoort
from modellen.plaats import OpPagina
from pipeline.extraction.persoonsgegevens import find_persoonsgegevens
from pipeline.readers import read_file
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek, check_regels
from pipeline.settings import Grenzen
from pipeline.taal.namen.schoon import clean
from pipeline.taal.namen.vorm import distance

BOEK = Regelboek()
VOORBEELDEN = Path(__file__).parents[3] / "shared" / "voorbeelden"


def document(*alineas, naam="stuk.pdf", zone=Zone.HOOFDTEKST):
    bouwer = Bouwer(Bron(bestand=naam, sha256="0" * 64, formaat="pdf"))
    for alinea in alineas:
        bouwer.blok(alinea, OpPagina(1), zone=zone)
    return bouwer.build()


def tabel(*rijen):
    bouwer = Bouwer(Bron(bestand="tabel.docx", sha256="0" * 64, formaat="docx"))
    bouwer.open_tabel()
    for nummer, rij in enumerate(rijen, 1):
        for kolom, cel in enumerate(rij, 1):
            bouwer.open_cel(nummer)
            bouwer.blok(cel, OpPagina(1))
            bouwer.close_cel(OpPagina(1), kolom=kolom)
    bouwer.close_tabel()
    return bouwer.build()


def gevonden(*documenten):
    return [g.citaat for g in find_persoonsgegevens(documenten, BOEK).gegevens]


def test_elke_regel_bewijst_zichzelf():
    regels = BOEK.regels("persoonsgegevens") + BOEK.regels("woo")
    assert len(regels) > 20
    assert check_regels(regels) == ()


@pytest.mark.parametrize(
    ("zin", "weg"),
    [
        ("Behandeld door mw. K. Quakkelaar", ["K. Quakkelaar"]),
        ("Behandeld door heer M van Dalen", ["M van Dalen"]),
        ("Van: Slotemaker, Ytzen <y@coa.example>", ["Slotemaker, Ytzen"]),
        ("Aan: Bosch, Marieke van den <m@coa.example>", ["Bosch, Marieke van den"]),
        ("Van: Brandwijk, Loes <l@coa.example>", ["Brandwijk, Loes"]),
        ('"Gülşen Karakuş" <g@coa.example>', ["Gülşen Karakuş"]),
        ("Met vriendelijke groet,\nAleid\nProvincie", ["Aleid"]),
        ("Mevrouw Bos belt morgen.", ["Bos"]),
        ("Wij spraken mevrouw Rozendaal gisteren.", ["Rozendaal"]),
        ("Volgens Annelies Hofstede klopt het.", ["Annelies Hofstede"]),
        ("Een gesprek met M.J. (Marieke) Wolbrink.", ["M.J. (Marieke) Wolbrink"]),
        ("Aan: Loes Brandwijk <l.b@coa.example>", ["Loes Brandwijk"]),
        ("Met vriendelijke groet,\nLoes Brandwijk\nsecretaris", ["Loes Brandwijk"]),
    ],
)
def test_een_naam_wordt_gevonden_aan_wat_eromheen_staat(zin, weg):
    namen = [
        g.citaat
        for g in find_persoonsgegevens([document(*zin.split("\n"))], BOEK).gegevens
        if g.soort is Gegevenssoort.NAAM
    ]
    assert namen == weg


@pytest.mark.parametrize(
    "zin",
    [
        "Het College van B&W van de Drentse gemeenten besluit.",
        "De Commissaris van de Koning brengt verslag uit aan de Minister van Asiel.",
        "Ter Apel en De Wolden liggen in Drenthe, bij Rozendaal en Bos.",
        "Telefoon 0592-365555, info@gemeente.example, Postbus 122, 9400 AC Assen",
        "Ons kenmerk 2024000236, zaaknummer 111222333, opgave 1.735",
        "Gedeputeerde Staten en Provinciale Staten van Overijssel",
        "Hotel Van der Valk en Stichting Jan Jansen doen mee.",
        "Rekening NL91 ABNA 0417 1643 00 t.n.v. gemeente Assen",
        "A. Opening\nB. Mededelingen\nC. Rondvraag",
        "de heer 5.1.2e (5.1.2e@coa.example)",
    ],
)
def test_wat_geen_persoonsgegeven_is_blijft_staan(zin):
    assert gevonden(document(*zin.split("\n"))) == []


@pytest.mark.parametrize(
    ("zin", "soort", "citaat", "grond"),
    [
        ("mail a.kolk@coa.example", "e-mail", "a.kolk", "5.1.2e"),
        ("bel 06-12345678", "telefoon", "06-12345678", "5.1.2e"),
        ("bel +31 (0)6 52 41 30 18", "telefoon", "+31 (0)6 52 41 30 18", "5.1.2e"),
        ("bel +31 592 314159", "telefoon", "+31 592 314159", "5.1.2e"),
        ("tst. 4471", "telefoon", "4471", "5.1.2e"),
        ("naar NL91 ABNA 0417 1643 00", "iban", "NL91 ABNA 0417 1643 00", "5.1.2e"),
        ("BSN: 111222333", "bsn", "111222333", "5.1.1e"),
        ("de auto H-404-KX", "kenteken", "H-404-KX", "5.1.2e"),
        ("geboren op 4 mei 1971", "geboortedatum", "4 mei 1971", "5.1.2e"),
        (
            "wonende aan de Lange Brink 14, 9401 AB Assen",
            "adres",
            "Lange Brink 14, 9401 AB Assen",
            "5.1.2e",
        ),
        ("V-nummer 281.234.5678", "nummer", "281.234.5678", "5.1.2e"),
    ],
)
def test_gegevens_met_een_vaste_vorm(zin, soort, citaat, grond):
    (gegeven,) = find_persoonsgegevens([document(zin)], BOEK).gegevens
    assert (gegeven.soort, gegeven.citaat, gegeven.grond) == (soort, citaat, grond)


@pytest.mark.parametrize(
    "zin",
    [
        "burgemeester Out Assen wil door",
        "Mw. H. Quakkelaar (commissaris van de Koning, voorzitter)",
        "wethouder Van der Linden was er",
        "Jetta Slotemaker, gedeputeerde van Drenthe, sprak",
        "de wethouders Quakkelaar (Assen), Slotemaker (Emmen) en Ophuizen (Meppel)",
        "De staatssecretaris, mevrouw Van der Burg, komt",
        "Yildiz Demirtepe\nVoorzitter Provinciale regietafel",
    ],
)
def test_bestuurders_blijven_leesbaar(zin):
    assert gevonden(document(*zin.split("\n"))) == []


def test_een_ambtenaar_met_de_naam_van_een_wethouder_blijft_een_ander():
    stuk = document(
        "Wethouder De Vries opent.",
        "Mevrouw S. de Vries, beleidsadviseur, licht toe.",
        "Sanne de Vries stuurt de cijfers.",
    )
    vondsten = find_persoonsgegevens([stuk], BOEK)
    assert [g.citaat for g in vondsten.gegevens] == ["S. de Vries", "Sanne de Vries"]
    assert {p.openbaar for p in vondsten.personen} == {True, False}


def test_een_verschreven_bestuurder_blijft_ook_leesbaar():
    stuk = document(
        "Mw. H. Quakkelaar (burgemeester Emmen)", "Mevrouw Quakelaar vraagt uitstel."
    )
    assert gevonden(stuk) == []


def test_een_bekende_wordt_in_elk_stuk_van_het_dossier_herkend():
    een = document("Van: Gülşen Karakuş <g.karakus@coa.example>", naam="a.eml")
    twee = document("Karakuş komt dinsdag. Gülşen neemt de cijfers mee.", naam="b.pdf")
    vondsten = find_persoonsgegevens([een, twee], BOEK)
    in_twee = [g for g in vondsten.gegevens if g.document == twee.id]
    assert [g.citaat for g in in_twee] == ["Karakuş", "Gülşen"]
    assert len({g.persoon for g in vondsten.gegevens}) == 1


def test_initialen_in_een_kolom_met_namen_horen_bij_een_persoon():
    stuk = tabel(
        ("Actie", "Wie"),
        ("Brief opstellen", "Bram Quakkelaar"),
        ("Cijfers nalopen", "BQ"),
        ("Overleg", "COA"),
    )
    vondsten = find_persoonsgegevens([stuk], BOEK)
    assert [(g.citaat, g.soort.value) for g in vondsten.gegevens] == [
        ("Bram Quakkelaar", "naam"),
        ("BQ", "initialen"),
    ]
    assert len({g.persoon for g in vondsten.gegevens}) == 1


def test_het_eigen_adres_van_een_bestuurder_gaat_wel_weg():
    stuk = document("Wethouder Quakkelaar: b.quakkelaar@assen.example, 06-12345678")
    assert gevonden(stuk) == ["b.quakkelaar", "06-12345678"]


def test_wat_een_mens_moet_beslissen_wordt_alleen_voorgelegd():
    stuk = document("Onze onderhandelingspositie verzwakt. Het kost 3 miljoen euro.")
    vondsten = find_persoonsgegevens([stuk], BOEK)
    (passage,) = vondsten.passages
    assert passage.herkomst.citaat == "Onze onderhandelingspositie verzwakt."
    assert passage.grond == "5.1.2i"
    assert not passage.aangemerkt
    assert vondsten.gegevens == ()


def test_een_opmerking_zonder_plek_beslist_niet_welke_tekst_bedoeld_is():
    stuk = document("5.1.2.i onderhandeling", zone=Zone.OPMERKING)
    (passage,) = find_persoonsgegevens([stuk], BOEK).passages
    assert not passage.aangemerkt
    assert passage.grond == "5.1.2i"


@pytest.mark.parametrize(
    ("notitie", "grond"),
    [
        ("5.1.2i graag weglaten", "5.1.2i"),
        ("art. 5.1 lid 2 sub i Woo", "5.1.2i"),
        ("5.1.2.E", "5.1.2e"),
        ("5.2", "5.2.1"),
        ("zie 5.2.2", "5.2.2"),
        ("mooi gezegd", None),
        ("op 5.10 en 15.2 staat het ook", None),
    ],
)
def test_een_opmerking_met_een_grond_is_het_merk_van_een_mens(tmp_path, notitie, grond):
    stuk = docx.Document()
    stuk.add_paragraph("Wij lunchen. Wij lunchen straks.")
    alinea = stuk.add_paragraph("Wij lunchen. ")
    stuk.add_comment(alinea.add_run("Wij twijfelen zeer."), text=notitie)
    alinea.add_run(" Wij lunchen.")
    stuk.save(tmp_path / "a.docx")
    gelezen = read_file(tmp_path / "a.docx", "a.docx", Grenzen()).documenten[0]
    merken = [
        (p.grond, p.herkomst.citaat)
        for p in find_persoonsgegevens([gelezen], BOEK).passages
        if p.aangemerkt
    ]
    assert merken == ([(grond, "Wij twijfelen zeer.")] if grond else [])


def test_een_gemarkeerde_passage_met_een_grond_is_het_merk_van_een_mens(tmp_path):
    stuk = docx.Document()
    alinea = stuk.add_paragraph("Geel is geel en ")
    alinea.add_run("geel").font.highlight_color = WD_COLOR_INDEX.YELLOW
    alinea.add_run(" (5.1.2i) blijft geel.")
    stuk.save(tmp_path / "a.docx")
    gelezen = read_file(tmp_path / "a.docx", "a.docx", Grenzen()).documenten[0]
    (passage,) = find_persoonsgegevens([gelezen], BOEK).passages
    assert (passage.grond, passage.herkomst.begin) == ("5.1.2i", 16)
    assert passage.aangemerkt


def test_een_markering_in_een_pdf_met_een_grond_is_het_merk_van_een_mens(tmp_path):
    vel = canvas.Canvas(str(tmp_path / "a.pdf"))
    vel.drawString(72, 700, "Wij bieden veertig plekken. Dat is het bod.")
    vel.drawString(72, 680, "Dat is het bod dat wij bieden.")
    vel.highlightAnnotation(
        "5.1.2i",
        Rect=(72, 676, 150, 694),
        QuadPoints=[72, 694, 150, 694, 72, 676, 150, 676],
    )
    vel.save()
    gelezen = read_file(tmp_path / "a.pdf", "a.pdf", Grenzen()).documenten[0]
    (merk,) = [
        p for p in find_persoonsgegevens([gelezen], BOEK).passages if p.aangemerkt
    ]
    assert merk.herkomst.citaat.startswith("Dat is het bod")
    assert gelezen.tekst[: merk.herkomst.begin].count("Dat is het bod") == 1


@pytest.mark.parametrize(
    "naam",
    ["Yt\u200bzen Slotemaker", "Ytzen Slote\u00admaker", "**Ytzen** Slotemaker"],
)
def test_een_naam_met_onzichtbare_tekens_is_een_naam(naam):
    stuk = document(f"Behandeld door {naam}, beleidsadviseur")
    (gegeven,) = find_persoonsgegevens([stuk], BOEK).gegevens
    assert gegeven.citaat.strip("*") == naam.strip("*")


def test_veel_van_hetzelfde_blijft_te_doen():
    stuk = document(
        "dhr. " * 20_000,
        "1." * 50_000,
        "A-" * 20_000,
        "van de " * 20_000,
        "(A " * 9_000,
    )
    assert gevonden(stuk) == []


_STUKJES = st.sampled_from(
    [
        "Sanne",
        "van der",
        "Veen",
        "burgemeester",
        "Out",
        "dhr. ",
        "<",
        ">",
        "**",
        "\u200b",
        "@coa.example",
        "s.veen",
        "06-12345678",
        ",",
        ":",
        "\t",
        "ﬁ",
        "e\u0301",
        "\u202e",
        "Met groet",
        "Олена",
        "BSN 111222333",
        "&amp;",
        "-\n",
        "Ter Apel",
        "İ",
        "ß",
        "(SV)",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_STUKJES, min_size=1, max_size=9), min_size=1, max_size=5))
def test_elk_gegeven_staat_op_zijn_plaats_in_de_bron(alineas):
    stuk = document(*(" ".join(a).strip() or "x" for a in alineas))
    vondsten = find_persoonsgegevens([stuk], BOEK)
    herkomsten = [g.herkomst for g in vondsten.gegevens]
    herkomsten += [h for p in vondsten.personen for h in p.vermeldingen]
    herkomsten += [p.herkomst for p in vondsten.passages]
    for h in herkomsten:
        assert stuk.tekst[h.begin : h.eind] == h.citaat
    einden = [(g.begin, g.eind) for g in vondsten.gegevens]
    assert all(a[1] <= b[0] for a, b in pairwise(einden))
    assert vondsten == find_persoonsgegevens([stuk], BOEK)


@given(st.text(max_size=60))
def test_elk_teken_van_schone_tekst_wijst_terug_in_de_bron(tekst):
    schoon = clean(tekst)
    plekken = [schoon.positie(i) for i in range(len(schoon.tekst))]
    assert plekken == sorted(plekken)
    assert all(0 <= p < len(tekst) for p in plekken)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_afstand_is_gelijk_van_beide_kanten(een, twee):
    assert distance(een, twee) == distance(twee, een)
    assert (distance(een, twee) == 0) == (een == twee)


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="../shared/voorbeelden ontbreekt")
@pytest.mark.parametrize("dag", ["2024-02-15", "2024-07", "2025-11-19"])
def test_de_echte_voorbeelden_verliezen_wat_weg_moet_en_houden_de_rest(dag):
    goud = json.loads(next(VOORBEELDEN.glob(f"{dag}*.gold.json")).read_text("utf-8"))
    paden = [p for p in sorted(VOORBEELDEN.glob(f"{dag}*")) if p.suffix != ".json"]
    stukken = [d for p in paden for d in read_file(p, p.name, Grenzen()).documenten]
    vondsten = find_persoonsgegevens(stukken, BOEK)
    for stuk in stukken:
        over = list(stuk.tekst)
        for g in vondsten.gegevens:
            if g.document == stuk.id:
                over[g.begin : g.eind] = "\0" * (g.eind - g.begin)
        tekst = "".join(over)
        for weg in goud["gone"]:
            assert weg not in tekst
        for blijft in goud["keep"]:
            assert tekst.count(blijft) == stuk.tekst.count(blijft)
