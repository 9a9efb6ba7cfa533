"""The legend: which grounds on which pages, its tags joined to those of the document."""

from __future__ import annotations

from io import BytesIO

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from modellen.document import Bron, Vorm
from modellen.lakken import Geplaatst, Grondsoort
from modellen.plaats import InAlinea, Kader
from pipeline.errors import RegelError
from pipeline.pdf.legenda import add_legend, load_grondslagen, number_pages
from pipeline.pdf.legenda.regels import show_pages
from pipeline.pdf.schoon import clean
from pipeline.pdf.zetwerk import set_document
from pipeline.pdf.zetwerk.afwerken import save_whole
from pipeline.pdf.zetwerk.zetter import Zetfout, compile_apart, compile_here
from pipeline.readers.opbouw import Bouwer
from pipeline.rulebook import Regelboek

P = InAlinea("document/body/p[1]")
GRONDEN = load_grondslagen(Regelboek())


def vlak(pagina, grond):
    return Geplaatst(pagina=pagina, kader=Kader(10, 10, 40, 20), grond=grond)


def gelabeld(bladen=3):
    b = Bouwer(Bron(bestand="stuk.docx", sha256="0" * 64, formaat="docx"))
    b.blok("Verslag", P, vorm=Vorm.KOP, niveau=1)
    for nummer in range(bladen * 18):
        b.blok(f"Alinea {nummer} " + "over de opvang in de regio " * 8, P)
    return set_document(b.build(), "Stuk")


def ongelabeld(bladen=2):
    with pikepdf.new() as pdf:
        for _ in range(bladen):
            pdf.add_blank_page(page_size=(595, 842))
        return save_whole(pdf)


def met_legenda(invoer, vlakken, stijl="code", **rest):
    with pikepdf.open(BytesIO(invoer)) as pdf:
        add_legend(pdf, vlakken, GRONDEN, stijl, **rest)
        return save_whole(pdf)


def bladtekst(pdf, nummer):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[nummer % len(document)].get_textpage().get_text_range()


def rijen(pdf):
    """The rows of the last table by its tags: the words of each cell."""
    with pikepdf.open(BytesIO(pdf)) as document:
        tabel = [e for e in elementen(document) if e.get("/S") == Name.Table][-1]
        return [
            e.S == Name.TR and len(list(e.K)) for e in loop(tabel) if e.S == Name.TR
        ]


def loop(ding):
    if isinstance(ding, Array):
        for kind in ding:
            yield from loop(kind)
    elif isinstance(ding, Dictionary):
        if "/S" in ding:
            yield ding
        yield from loop(ding.get("/K"))


def elementen(document):
    return list(loop(document.Root.StructTreeRoot.K))


def fouten(pdf, tmp_path):
    pad = tmp_path / "uit.pdf"
    pad.write_bytes(pdf)
    return [
        (profiel, f.rule_id, f.message)
        for profiel in ("ua1", "pdfa2b")
        for f in page.validate_pdf(str(pad), profile=profiel).failures
    ]


def test_all_grounds_of_the_law_are_there():
    assert len(GRONDEN) == 21
    letters = [g.letter for g in GRONDEN.values() if g.letter]
    assert "".join(letters) == "ABCDEFGHIJKLMNOPQRS"
    assert GRONDEN["5.1.2e"].letter == "J"
    assert GRONDEN["5.1.2e"].artikel == "Art. 5.1 lid 2 sub e"
    assert GRONDEN["5.1.2i"].letter == "N"
    assert GRONDEN["5.1.1d"].soort == Grondsoort.ABSOLUUT
    assert GRONDEN["5.1.2e"].soort == Grondsoort.RELATIEF
    assert GRONDEN["5.1.4"].vws is None
    assert GRONDEN["5.2.1"].vws == GRONDEN["5.2.2"].vws == "5.2"
    assert GRONDEN["5.4a"].letter is None


def test_the_letters_are_those_that_the_reader_of_old_marks_knows():
    letters = Regelboek().tabel("documenten/lakmarken.toml")["letters"]
    assert {g.letter: g.code for g in GRONDEN.values() if g.letter} == letters


def test_an_organisation_may_add_a_ground_and_a_bad_one_is_named(tmp_path):
    (tmp_path / "woo").mkdir()
    eigen = tmp_path / "woo" / "grondslagen.toml"
    eigen.write_text(
        '["5.5"]\nletter = ""\nartikel = "Art. 5.5"\nsoort = "relatief"\nvws = ""\n'
        'kort = "Eigen"\ntekst = "Informatie over de verzoeker zelf."\n',
        encoding="utf-8",
    )
    assert load_grondslagen(Regelboek(tmp_path))["5.5"].kort == "Eigen"
    eigen.write_text('["5.5"]\nletter = ""\nsoort = "soms"\n', encoding="utf-8")
    with pytest.raises(RegelError, match=r"5\.5"):
        load_grondslagen(Regelboek(tmp_path))


def test_the_legend_by_code_names_law_article_description_and_pages(tmp_path):
    vlakken = [
        vlak(1, "5.1.2i"),
        vlak(1, "5.1.2e"),
        vlak(3, "5.1.2e"),
        vlak(2, "5.1.2e"),
    ]
    invoer = gelabeld()
    pdf = met_legenda(invoer, vlakken)
    with pikepdf.open(BytesIO(invoer)) as voor, pikepdf.open(BytesIO(pdf)) as na:
        assert len(na.pages) == len(voor.pages) + 1
    woorden = " ".join(bladtekst(pdf, -1).split())
    assert "Legenda toegepaste uitzonderingsgronden" in woorden
    for kop in ("Wet", "Artikel", "Beschrijving", "Pagina('s)"):
        assert kop in woorden
    assert "levenssfeer. 1-3" in woorden
    assert woorden.index("5.1.2e") < woorden.index("5.1.2i")
    assert fouten(pdf, tmp_path) == []


def test_the_legend_by_letter_has_a_letter_for_each_ground(tmp_path):
    vlakken = [vlak(2, "5.1.2i"), vlak(1, "5.1.2e"), vlak(1, "5.4")]
    pdf = met_legenda(gelabeld(), vlakken, "letter")
    woorden = " ".join(bladtekst(pdf, -1).split())
    assert "Toelichting grondslagen" in woorden
    assert "J Art. 5.1 lid 2 sub e" in woorden
    assert "N Art. 5.1 lid 2 sub i" in woorden
    assert "5.4 Art. 5.4" in woorden  # a ground without a letter keeps its code
    assert fouten(pdf, tmp_path) == []


def test_marks_that_were_there_already_count_too(tmp_path):
    pdf = met_legenda(
        gelabeld(),
        [vlak(1, "5.1.2e")],
        bestaand=[vlak(2, "5.1.2e"), vlak(2, "10.2.e"), vlak(3, "")],
    )
    woorden = " ".join(bladtekst(pdf, -1).split())
    assert "levenssfeer. 1, 2" in woorden
    assert "10.2.e" in woorden
    assert "zonder vermelding van een grond" in woorden
    assert fouten(pdf, tmp_path) == []


def test_without_marks_there_is_no_legend():
    invoer = gelabeld(1)
    with pikepdf.open(BytesIO(invoer)) as pdf:
        bladen = len(pdf.pages)
        add_legend(pdf, [], GRONDEN, "code")
        assert len(pdf.pages) == bladen


def test_all_grounds_at_once_fill_more_than_a_page(tmp_path):
    pdf = met_legenda(
        gelabeld(), [vlak(n, c) for c in GRONDEN for n in range(1, 400, 2)]
    )
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) >= 6
    assert fouten(pdf, tmp_path) == []


def test_the_tags_of_the_legend_hang_in_the_tree_of_the_document():
    invoer = gelabeld()
    pdf = met_legenda(invoer, [vlak(1, "5.1.2e")])
    with pikepdf.open(BytesIO(invoer)) as voor:
        eerst = [str(e.S) for e in elementen(voor)]
    with pikepdf.open(BytesIO(pdf)) as document:
        nu = elementen(document)
        assert [str(e.S) for e in nu][: len(eerst)] == eerst
        deel = nu[len(eerst)]
        assert Name.Sect == deel.S
        assert Name.Document == deel.P.S
        wortel = document.Root.StructTreeRoot
        tabel = pikepdf.NumberTree(wortel.ParentTree)
        sleutels = [int(p.obj.StructParents) for p in document.pages]
        assert len(set(sleutels)) == len(sleutels)
        assert max(sleutels) < wortel.ParentTreeNextKey
        laatste = document.pages[-1].obj
        for element in tabel[sleutels[-1]]:
            assert element.Pg.objgen == laatste.objgen
        for element in nu:
            assert isinstance(element.P, Dictionary)


def test_two_legends_follow_each_other(tmp_path):
    een = met_legenda(gelabeld(), [vlak(1, "5.1.2e")])
    twee = met_legenda(een, [vlak(2, "5.1.2i")], "letter")
    assert fouten(twee, tmp_path) == []
    assert "Legenda" in bladtekst(twee, -2)
    assert "Toelichting" in bladtekst(twee, -1)


def test_the_cleaner_leaves_the_legend_as_it_is(tmp_path):
    with pikepdf.open(BytesIO(gelabeld())) as pdf:
        add_legend(pdf, [vlak(1, "5.1.2e")], GRONDEN, "code")
        clean(pdf, "Stuk", ["Jansen"], {})
        uit = save_whole(pdf)
    assert fouten(uit, tmp_path) == []
    assert "levenssfeer" in bladtekst(uit, -1)


def beelden(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            b.render(scale=1, grayscale=True).to_pil().convert("L") for b in document
        ]


def test_pages_look_the_same_when_cleaned():
    """What is read aloud must also be seen: fonts are rebuilt by the cleaner."""
    with pikepdf.open(BytesIO(gelabeld())) as pdf:
        add_legend(pdf, [vlak(1, "5.1.2e")], GRONDEN, "code")
        voor = beelden(save_whole(pdf))
        clean(pdf, "Stuk", ["Jansen"], {})
        na = beelden(save_whole(pdf))
    assert len(voor) == len(na)
    for een, twee in zip(voor, na, strict=True):
        assert een.getextrema()[0] < 100  # there is ink on the page
        donker = [sum(b.histogram()[:160]) for b in (een, twee)]
        assert donker[0] == pytest.approx(donker[1], rel=0.02)


def test_a_document_without_a_parent_tree_key_or_with_kids_is_numbered_on(tmp_path):
    """Other makers leave the next key out and spread the parent tree over leaves."""
    with pikepdf.open(BytesIO(gelabeld())) as pdf:
        wortel = pdf.Root.StructTreeRoot
        paren = list(pikepdf.NumberTree(wortel.ParentTree).items())
        blad = pdf.make_indirect(
            Dictionary(
                Limits=Array([paren[0][0], paren[-1][0]]),
                Nums=Array([w for p in paren for w in p]),
            )
        )
        wortel.ParentTree = pdf.make_indirect(Dictionary(Kids=Array([blad])))
        if "/ParentTreeNextKey" in wortel:
            del wortel["/ParentTreeNextKey"]
        wortel.K = Array([wortel.K]) if not isinstance(wortel.K, Array) else wortel.K
        add_legend(pdf, [vlak(1, "5.1.2e")], GRONDEN, "code")
        assert fouten(save_whole(pdf), tmp_path) == []


def test_a_document_with_plain_headings_gets_no_numbered_one():
    with pikepdf.open(BytesIO(gelabeld())) as pdf:
        for element in elementen(pdf):
            if element.S == Name.H1:
                element.S = Name.H
        add_legend(pdf, [vlak(1, "5.1.2e")], GRONDEN, "code")
        namen = [str(e.S) for e in elementen(pdf)]
        assert namen.count("/H") == 2
        assert "/H1" not in namen


def test_an_untagged_document_gets_the_page_and_stays_untagged():
    pdf = met_legenda(ongelabeld(), [vlak(1, "5.1.2e")])
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == 3
        assert "/StructTreeRoot" not in document.Root
        assert "/StructParents" not in document.pages[-1].obj
    assert "levenssfeer" in bladtekst(pdf, -1)


def test_the_same_marks_give_the_same_bytes():
    vlakken = [vlak(1, "5.1.2e"), vlak(2, "5.1.2i")]
    invoer = gelabeld()
    assert met_legenda(invoer, vlakken) == met_legenda(invoer, vlakken[::-1])


@given(st.sets(st.integers(1, 60), min_size=1))
def test_page_numbers_as_shown_are_the_pages_meant(paginas):
    terug = set()
    for deel in show_pages(paginas).split(", "):
        begin, _, eind = deel.partition("-")
        terug |= set(range(int(begin), int(eind or begin) + 1))
    assert terug == paginas


def genummerd(invoer, nummer="PRT0012"):
    with pikepdf.open(BytesIO(invoer)) as pdf:
        number_pages(pdf, nummer)
        return save_whole(pdf)


def plek(pdf, nummer=0):
    """The middle of the first character of a page, from the bottom left as shown."""
    with pypdfium2.PdfDocument(pdf) as document:
        links, onder, rechts, boven = document[nummer].get_textpage().get_charbox(0)
        return (links + rechts) / 2, (onder + boven) / 2


def test_every_page_carries_its_number_and_stays_conformant(tmp_path):
    pdf = genummerd(gelabeld())
    with pypdfium2.PdfDocument(pdf) as document:
        for blad in document:
            assert "PRT0012" in blad.get_textpage().get_text_range()
    assert fouten(pdf, tmp_path) == []


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_the_number_stands_upright_in_the_corner_of_a_turned_page(draai):
    with pikepdf.open(BytesIO(ongelabeld(1))) as pdf:
        pdf.pages[0].obj.Rotate = draai
        pdf.pages[0].obj.CropBox = Array([50, 60, 500, 700])
        number_pages(pdf, "PRT0012")
        uit = save_whole(pdf)
    with pypdfium2.PdfDocument(uit) as document:
        blad = document[0]
        wijd, hoog = blad.get_size()
        beeld = blad.render(scale=2, grayscale=True).to_pil().convert("L")
    donker = beeld.point(lambda p: 255 if p < 128 else 0).getbbox()
    assert donker is not None
    links, boven, rechts, onder = (m / 2 for m in donker)
    assert wijd - 70 < links < rechts < wijd - 10
    assert 10 < boven < onder < 30
    assert rechts - links > 2 * (onder - boven)
    assert hoog > 0


def test_under_a_box_over_the_whole_page_stands_no_number():
    vak = Geplaatst(pagina=1, kader=Kader(0, 0, 595, 842), grond="5.1.2e")
    with pikepdf.open(BytesIO(ongelabeld(2))) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b"0 g 0 0 595 842 re f"))
        number_pages(pdf, "PRT0012", [vak])
        uit = save_whole(pdf)
    with pypdfium2.PdfDocument(uit) as document:
        woorden = [b.get_textpage().get_text_range().strip() for b in document]
    assert woorden == ["", "PRT0012"]


def test_the_number_moves_to_a_corner_where_nothing_stands():
    with pikepdf.open(BytesIO(ongelabeld(1))) as pdf:
        zwart = b"0 g 400 780 195 62 re f"
        pdf.pages[0].contents_add(pdf.make_stream(zwart))
        number_pages(pdf, "PRT0012")
        uit = save_whole(pdf)
    x, y = plek(uit)
    assert x > 400
    assert y < 60


@pytest.mark.parametrize(
    "inhoud", [b"q q 2 0 0 2 9 9 cm", b"Q Q 3 0 0 3 0 0 cm Q", b""]
)
def test_a_page_that_forgets_to_restore_does_not_move_the_number(inhoud):
    with pikepdf.open(BytesIO(ongelabeld(1))) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(inhoud))
        number_pages(pdf, "PRT0012")
        uit = save_whole(pdf)
    assert plek(uit) == pytest.approx(plek(genummerd(ongelabeld(1))))


def test_pages_that_share_their_resources_keep_them():
    with pikepdf.open(BytesIO(ongelabeld(2))) as pdf:
        gedeeld = pdf.make_indirect(Dictionary(ProcSet=Array([Name.PDF])))
        for blad in pdf.pages:
            blad.obj.Resources = gedeeld
        number_pages(pdf, "PRT0012")
        assert "/Font" not in gedeeld
        assert all("/ProcSet" in p.obj.Resources for p in pdf.pages)


def test_a_legend_that_is_set_apart_is_the_same_to_the_byte(monkeypatch):
    invoer, vlakken = gelabeld(1), [vlak(1, "5.1.2e")]
    hier = met_legenda(invoer, vlakken)
    monkeypatch.setattr("pipeline.pdf.legenda.toevoegen.VEEL", 0)
    assert met_legenda(invoer, vlakken) == hier


def test_what_the_press_cannot_do_is_told_from_another_process_too(tmp_path):
    sjabloon = tmp_path / "leeg.typ"
    sjabloon.write_text("#let kapot = (")
    for zet in (compile_here, compile_apart):
        with pytest.raises(Zetfout):
            zet(sjabloon, {"titel": "proef"})
