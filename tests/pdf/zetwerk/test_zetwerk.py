"""A document that was read, set anew: what it shows, what it never shows, how it is tagged."""

from __future__ import annotations

import json
from io import BytesIO

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modellen.document import Bron, Vorm, Zone
from modellen.plaats import InAlinea, InBericht, InCel
from pipeline.pdf.zetwerk import set_document, set_mail
from pipeline.pdf.zetwerk.afwerken import save_whole
from pipeline.pdf.zetwerk.woorden import split_text
from pipeline.readers.opbouw import Bouwer

P = InAlinea("document/body/p[1]")


def bouwer(formaat="docx"):
    return Bouwer(Bron(bestand=f"stuk.{formaat}", sha256="0" * 64, formaat=formaat))


def tekst(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(b.get_textpage().get_text_range() for b in document)


def plat(pdf):
    """All words without white space: a line may end anywhere."""
    # pdfium gives a hyphen at the end of a line as U+FFFE
    return "".join(tekst(pdf).split()).replace("\ufffe", "-")


def bladen(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [tuple(round(m) for m in b.get_size()) for b in document]


def elementen(pdf):
    """The structure elements in reading order: kind and the elements under it."""
    uit = []

    def loop(ding):
        if isinstance(ding, pikepdf.Array):
            for kind in ding:
                loop(kind)
        elif isinstance(ding, pikepdf.Dictionary):
            if "/S" in ding:
                uit.append(ding)
            loop(ding.get("/K"))

    loop(pdf.Root.StructTreeRoot.K)
    return uit


def soorten(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(e.S)[1:] for e in elementen(document)]


def fouten(pdf, tmp_path):
    pad = tmp_path / "uit.pdf"
    pad.write_bytes(pdf)
    return [
        (profiel, f.rule_id, f.message)
        for profiel in ("ua1", "pdfa2b")
        for f in page.validate_pdf(str(pad), profile=profiel).failures
    ]


def tabel(b, rijen, blad=None, spans=None, verborgen=()):
    """A table of words; ``spans`` gives (rows, columns) of a cell, ``verborgen`` hides cells."""
    spans = spans or {}
    b.open_tabel(blad)
    for r, rij in enumerate(rijen, 1):
        for k, woord in enumerate(rij, 1):
            if woord is None:
                continue
            weg = (r, k) in verborgen
            b.open_cel(r)
            b.blok(woord, P, verborgen=weg)
            hoog, breed = spans.get((r, k), (1, 1))
            b.close_cel(P, kolom=k, rijspan=hoog, kolomspan=breed, verborgen=weg)
    b.close_tabel()


def verslag():
    b = bouwer()
    b.blok("Verslag regietafel", P, vorm=Vorm.KOP, niveau=2)
    b.blok("De leden bespreken het aanbod.", P)
    b.blok("3.a. Actie uitzetten", P, vorm=Vorm.LIJST, nummer="3.a.")
    b.blok("vóór 1 mei", P, vorm=Vorm.LIJST, niveau=1)
    b.blok("3.b. Rondvraag", P, vorm=Vorm.LIJST, nummer="3.b.")
    b.blok("Bijlage", P, vorm=Vorm.KOP, niveau=5)
    tabel(b, [["Gemeente", "Plekken"], ["Noordwolde", "120"], ["Zuiderveen", "85"]])
    b.blok("Zie het besluit van maart.", P, zone=Zone.VOETNOOT)
    b.blok("Provincie Voorbeeld", P, zone=Zone.KOPTEKST)
    b.blok("Postbus 10", P, zone=Zone.VOETTEKST)
    return b


def test_a_document_keeps_its_words_and_says_that_it_was_set_anew(tmp_path):
    pdf = set_document(verslag().build(), "Stuk 12")
    woorden = tekst(pdf)
    assert "Opnieuw opgemaakt" in woorden
    volgorde = ["Provincie Voorbeeld", "Verslag regietafel", "De leden bespreken",
                "3.a.", "vóór 1 mei", "3.b.", "Noordwolde", "Zie het besluit",
                "Postbus 10"]  # fmt: skip
    plekken = [woorden.index(w) for w in volgorde]
    assert plekken == sorted(plekken)
    assert fouten(pdf, tmp_path) == []


def test_headings_lists_and_tables_are_tagged_as_such():
    namen = soorten(set_document(verslag().build(), "Stuk"))
    assert [n for n in namen if n in {"H1", "H2", "H3", "H4", "H5"}] == ["H1", "H2"]
    assert namen.count("L") == 2  # the bullet hangs under the first number
    assert namen.count("LI") == 3
    assert namen.count("Lbl") == 3
    assert namen.count("TH") == 2
    assert namen.count("TD") == 4


def test_the_title_stands_in_the_metadata_and_no_date_does():
    pdf = set_document(verslag().build(), "Stuk <12> & meer")
    with pikepdf.open(BytesIO(pdf)) as document:
        assert "/Info" not in document.trailer
        assert document.open_metadata()["dc:title"] == "Stuk <12> & meer"
    assert b"D:20" not in pdf


def test_the_same_document_gives_the_same_bytes():
    assert set_document(verslag().build(), "x") == set_document(verslag().build(), "x")


def test_hidden_text_and_comments_are_never_set():
    b = bouwer()
    b.blok("Zichtbaar", P)
    b.blok("Geheimenis", P, verborgen=True)
    b.blok("Kanttekening", P, zone=Zone.OPMERKING)
    tabel(
        b,
        [["kop", "ook", "mede"], ["een", "verstopt", "twee"], ["weg", "weg", "weg"]],
        verborgen={(1, 2), (2, 2), (3, 1), (3, 2), (3, 3)},
    )
    woorden = tekst(set_document(b.build(), "x"))
    assert "Zichtbaar" in woorden
    assert "twee" in woorden
    for geheim in ("Geheimenis", "Kanttekening", "verstopt", "weg "):
        assert geheim not in woorden


def test_merged_cells_and_a_head_of_two_rows_survive(tmp_path):
    b = bouwer()
    rijen = [["Gemeente", "Opvang", None], [None, "2024", "2025"], ["A", "1", "2"]]
    tabel(b, rijen, spans={(1, 1): (2, 1), (1, 2): (1, 2)})
    pdf = set_document(b.build(), "x")
    assert soorten(pdf).count("TH") == 4
    assert fouten(pdf, tmp_path) == []


def test_cells_that_overlap_or_reach_too_far_lose_no_word(tmp_path):
    b = bouwer()
    rijen = [["ruim", "botst"], ["laag", "naast"], ["eind", "slot"]]
    tabel(b, rijen, spans={(1, 1): (900, 900), (2, 2): (5, 5)})
    pdf = set_document(b.build(), "x")
    for woord in ("ruim", "botst", "laag", "naast", "eind", "slot"):
        assert woord in tekst(pdf)
    assert fouten(pdf, tmp_path) == []


def test_a_table_inside_a_cell_stays_inside_it():
    b = bouwer()
    b.open_tabel()
    b.open_cel(1)
    b.blok("voor", P)
    tabel(b, [["binnen een", "binnen twee"]])
    b.blok("na", P)
    b.close_cel(P, kolom=1)
    b.open_cel(1)
    b.blok("buur", P)
    b.close_cel(P, kolom=2)
    b.close_tabel()
    pdf = set_document(b.build(), "x")
    namen = soorten(pdf)
    assert namen.count("Table") == 2
    assert namen.index("Table") < namen.index("TD") < namen.index("Table", 3)
    woorden = plat(pdf)
    assert woorden.index("voor") < woorden.index("binneneen") < woorden.index("buur")


def test_a_wide_sheet_lies_down_and_a_very_wide_one_gets_a_wider_page(tmp_path):
    smal, breed = bouwer("xlsx"), bouwer("xlsx")
    tabel(smal, [[f"kolomnaam{k}" for k in range(10)], ["1"] * 10], blad="Cijfers")
    tabel(breed, [[f"kolomnaam{k}" for k in range(60)], ["1"] * 60], blad="Cijfers")
    liggend, ruim = set_document(smal.build(), "x"), set_document(breed.build(), "x")
    assert bladen(liggend) == [(842, 595)]
    assert bladen(ruim)[0][0] > 2000
    assert "kolomnaam59" in plat(ruim)
    assert fouten(ruim, tmp_path) == []


def test_the_name_of_a_sheet_is_its_heading_and_a_hidden_sheet_is_not_there():
    b = bouwer("xlsx")
    tabel(b, [["naam", "aantal"], ["Veen", "12"]], blad="Opgave juli")
    tabel(b, [["stil"]], blad="Werkblad van de buurman", verborgen={(1, 1)})
    woorden = tekst(set_document(b.build(), "x"))
    assert "Opgave juli" in woorden
    assert "buurman" not in woorden
    assert "stil" not in woorden


def test_a_long_table_repeats_its_head_on_every_page():
    b = bouwer()
    tabel(b, [["Volgnummer", "Naam"], *([f"r{n}", "iets"] for n in range(200))])
    pdf = set_document(b.build(), "x")
    assert len(bladen(pdf)) > 3
    assert tekst(pdf).count("Volgnummer") == len(bladen(pdf))
    assert soorten(pdf).count("TH") == 2


@pytest.mark.parametrize(
    "listig",
    [
        '#read("/etc/passwd")',
        "#panic(1)",
        "$ x^2 $ = kop",
        "#{ let x = 1 }] } ) \\",
        '"; #image("x.png") "',
        "// weg",
        "*vet* _schuin_ `code` <label> @verwijzing",
    ],
)
def test_markup_in_a_document_is_text(listig):
    b = bouwer()
    b.blok(listig, P, vorm=Vorm.KOP, niveau=1)
    b.blok(listig, P)
    b.blok(f"{listig} {listig}", P, vorm=Vorm.LIJST, nummer=listig)
    tabel(b, [[listig, listig], [listig, "x"]])
    woorden = plat(set_document(b.build(), listig))
    assert woorden.count("".join(listig.split())) >= 6


def test_strange_characters_do_not_stop_the_press(tmp_path):
    b = bouwer()
    b.blok("Besturing \x07\x00 en \x1b[0m, half \ud800 teken", P)
    b.blok("Feest 😀 in 中文, שלום en مرحبا, Ελλάδα, Київ", P)
    b.blok("zachte\u00adafbreking, nul\u200bbreed, \u202eomgekeerd\u202c", P)
    pdf = set_document(b.build(), "Stuk 😀")
    woorden = tekst(pdf)
    assert "[U+1F600]" in woorden  # no font shows it: its number says which it was
    assert "Ελλάδα" in woorden
    assert "Київ" in woorden
    assert "zachteafbreking" in woorden
    assert fouten(pdf, tmp_path) == []


def test_a_word_wider_than_its_column_breaks_and_stays_one_word():
    lang = "zeer.lange.naam.van.een.afdeling@gemeente-noordwolde-aan-zee.voorbeeld"
    b = bouwer()
    tabel(b, [[lang] * 6, ["x"] * 6])
    pdf = set_document(b.build(), "x")
    assert plat(pdf).count(lang) == 6
    with pypdfium2.PdfDocument(pdf) as document:
        blad = document[0]
        woorden = blad.get_textpage()
        randen = [woorden.get_charbox(n)[2] for n in range(woorden.count_chars())]
        assert max(randen) <= blad.get_size()[0]


def test_an_empty_document_says_so(tmp_path):
    pdf = set_document(bouwer().build(), "x")
    assert "geen tekst" in tekst(pdf)
    assert fouten(pdf, tmp_path) == []


def test_a_hundred_pages_are_set(tmp_path):
    b = bouwer()
    for nummer in range(1700):
        b.blok(f"Alinea {nummer} " + "over de opvang in de regio " * 8, P)
    pdf = set_document(b.build(), "x")
    assert len(bladen(pdf)) >= 100
    assert "Alinea 1699" in tekst(pdf)
    assert fouten(pdf, tmp_path) == []


def bericht(kop, *regels):
    b = bouwer("eml")
    for nummer, regel in enumerate(kop, 1):
        b.blok(regel, InBericht("kop", nummer), zone=Zone.BERICHTKOP)
    for nummer, regel in enumerate(regels, 1):
        b.blok(regel, InBericht("tekst", nummer))
    return b.build()


def test_a_message_shows_its_head_its_attachments_and_its_text(tmp_path):
    kop = ["Van: Ans <ans@voorbeeld.nl>", "Aan: Bob <bob@voorbeeld.nl>", "Cc: Cor",
           "Datum: maandag 3 maart 2025 10:00", "Onderwerp: Agenda",
           "Bijlagen: agenda.pdf"]  # fmt: skip
    document = bericht(kop, "Beste Bob,", "Hierbij de stukken.")
    pdf = set_mail(document)
    woorden = tekst(pdf)
    for deel in ("Van: Ans <ans@voorbeeld.nl>", "CC: Cor",
                 "Onderwerp: Agenda", "Bijlagen: agenda.pdf", "Hierbij de stukken."):  # fmt: skip
        assert deel in woorden
    assert "pnieuw opgemaakt" not in woorden
    assert fouten(pdf, tmp_path) == []


def test_lines_of_the_head_that_are_not_on_the_list_stay_away():
    kop = [
        "Van: Ans",
        "Received: from werkplek-17",
        "X-Mailer: Postduif",
        "Bcc: Dirk",
        "Onderwerp: O",
    ]
    woorden = tekst(set_mail(bericht(kop, "Tekst")))
    assert "werkplek-17" not in woorden
    assert "Postduif" not in woorden
    assert "Dirk" not in woorden


def test_a_message_without_anything_is_still_a_page(tmp_path):
    assert fouten(set_mail(bericht([])), tmp_path) == []


STUKJES = st.text(max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    delen=st.lists(
        st.tuples(st.sampled_from(list(Vorm)), STUKJES, st.integers(0, 9)), max_size=8
    ),
    cellen=st.lists(
        st.tuples(STUKJES, st.integers(1, 4), st.integers(1, 4), st.booleans()),
        max_size=9,
    ),
)
def test_any_document_can_be_set(delen, cellen):
    b = bouwer()
    for vorm, woorden, niveau in delen:
        b.blok(woorden, P, vorm=vorm, niveau=niveau, nummer=woorden[:2])
    b.open_tabel()
    for plek, (woorden, hoog, breed, weg) in enumerate(cellen):
        b.open_cel(plek // 3 + 1)
        b.blok(woorden, P, verborgen=weg)
        b.close_cel(P, kolom=plek % 3 + 1, rijspan=hoog, kolomspan=breed, verborgen=weg)
    b.close_tabel()
    with pikepdf.open(BytesIO(set_document(b.build(), "x"))) as document:
        assert len(document.pages) >= 1


@given(st.text(), st.floats(10, 500))
def test_pieces_hold_every_letter(woorden, breedte):
    stukken = split_text(woorden, breedte)
    letters = "".join(s[-1] for s in stukken)
    bedoeld = [t for t in woorden if t.isalnum()]
    assert [t for t in letters if t.isalnum()] == bedoeld
    assert len(stukken[0]) == 1
    json.dumps(stukken).encode()


def test_a_stream_that_ends_in_a_carriage_return_is_written_without_doubt():
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for nummer in range(600):  # one in 256 ends in a carriage return
            pdf.Root[f"/Proef{nummer}"] = pdf.make_stream(f"proef {nummer}".encode())
        uit = save_whole(pdf)
    assert b"\r\nendstream" not in uit
    with pikepdf.open(BytesIO(uit)) as pdf:
        for nummer in range(600):
            assert (
                pdf.Root[f"/Proef{nummer}"].read_bytes() == f"proef {nummer}".encode()
            )


def test_a_cell_of_a_sheet_that_shows_nothing_takes_no_room():
    b = bouwer("xlsx")
    b.open_tabel("Opgave")
    for rij in range(1, 5):
        for kolom in range(1, 5):
            plek = InCel("Opgave", f"A{rij}", 1)
            b.open_cel(rij)
            b.blok(f"w{rij}{kolom}" if rij != 3 and kolom != 2 else "", plek)
            b.close_cel(plek, kolom=kolom)
    b.close_tabel()
    namen = soorten(set_document(b.build(), "x"))
    assert namen.count("TR") == 3
    assert namen.count("TH") + namen.count("TD") == 9
