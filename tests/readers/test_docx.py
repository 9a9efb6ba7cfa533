from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from modellen.document import Vorm, Zone
from pipeline.errors import InvoerError

VOORBEELDEN = Path(__file__).parents[2] / ".." / "shared" / "voorbeelden"


def p(tekst, ppr="", rpr=""):
    return f"<w:p><w:pPr>{ppr}</w:pPr><w:r><w:rPr>{rpr}</w:rPr><w:t xml:space='preserve'>{tekst}</w:t></w:r></w:p>"


def num(niveau, lijst=1):
    return f"<w:numPr><w:ilvl w:val='{niveau}'/><w:numId w:val='{lijst}'/></w:numPr>"


def lvl(niveau, vorm, patroon, extra="", start=1):
    return f"<w:lvl w:ilvl='{niveau}'><w:start w:val='{start}'/><w:numFmt w:val='{vorm}'/>{extra}<w:lvlText w:val='{patroon}'/></w:lvl>"


def teksten(lezing, zone=Zone.HOOFDTEKST):
    return [b.tekst for b in lezing.documenten[0].blokken if b.zone == zone]


LIJST = (
    "<w:abstractNum w:abstractNumId='0'>"
    + lvl(0, "decimal", "%1.")
    + lvl(1, "lowerLetter", "%1.%2.")
    + lvl(2, "upperRoman", "%3)")
    + "</w:abstractNum><w:abstractNum w:abstractNumId='1'>"
    + lvl(0, "bullet", "\uf0b7")
    + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
)


def test_automatic_numbers_stand_in_front_of_the_text(docx_van, lees):
    body = (
        p("Opening", num(0))
        + p("Verslag", num(0))
        + p("Vorige keer", num(1))
        + p("Bijzaak", num(2))
    )
    body += (
        p("Rondvraag", num(0))
        + p("Opnieuw", num(1))
        + p("Los punt", num(0, 2))
        + p("Verder", num(0, 3))
    )
    lezing = lees(docx_van(body, numbering=LIJST))
    assert teksten(lezing) == [
        "1. Opening", "2. Verslag", "2.a. Vorige keer", "I) Bijzaak", "3. Rondvraag", "3.a. Opnieuw", "Los punt", "7. Verder",
    ]  # fmt: skip
    blokken = lezing.documenten[0].blokken
    assert [b.nummer for b in blokken][:4] == ["1.", "2.", "2.a.", "I)"]
    assert blokken[6].vorm == Vorm.LIJST
    assert blokken[6].nummer == ""
    assert blokken[2].niveau == 1


def test_a_legal_level_counts_in_figures(docx_van, lees):
    niveaus = lvl(0, "upperRoman", "%1") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    lijst = f"<w:abstractNum w:abstractNumId='0'>{niveaus}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    lezing = lees(docx_van(p("Deel", num(0)) + p("Lid", num(1)), numbering=lijst))
    assert teksten(lezing) == ["I Deel", "1.1 Lid"]


def test_headings_take_number_and_level_from_their_style(docx_van, lees):
    stijlen = (
        "<w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Eigen'><w:name w:val='Eigen'/><w:basedOn w:val='Kop1'/></w:style>"
    )
    body = p("Aanleiding", "<w:pStyle w:val='Kop1'/>") + p(
        "Vervolg", "<w:pStyle w:val='Eigen'/>"
    )
    lezing = lees(docx_van(body, styles=stijlen, numbering=LIJST))
    blok, tweede = lezing.documenten[0].blokken
    assert (blok.tekst, blok.vorm, blok.niveau, blok.vet) == (
        "1. Aanleiding",
        Vorm.KOP,
        1,
        True,
    )
    assert (tweede.tekst, tweede.niveau) == ("2. Vervolg", 1)


def test_insertions_are_read_deletions_are_not(docx_van, lees):
    body = (
        "<w:p><w:r><w:t>Het college </w:t></w:r><w:ins w:id='1'><w:r><w:t>stemt in</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>weigert</w:delText></w:r></w:del>"
        "<w:moveFrom w:id='3'><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:moveTo w:id='4'><w:r><w:t> nu</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr><w:r><w:t>Twee helften </w:t></w:r></w:p><w:p><w:r><w:t>worden een</w:t></w:r></w:p>"
    )
    lezing = lees(docx_van(body))
    assert teksten(lezing) == ["Het college stemt in nu", "Twee helften worden een"]
    assert lezing.documenten[0].eigenschappen.wijzigingen_open
    assert (
        not lees(docx_van(p("Rustig"), naam="b.docx"))
        .documenten[0]
        .eigenschappen.wijzigingen_open
    )


def test_content_controls_and_fields_keep_their_text(docx_van, lees):
    body = (
        "<w:sdt><w:sdtContent>" + p("Blokveld") + "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Datum </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>3 mei</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t> blad 4</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:hyperlink><w:r><w:t> site</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r></w:p>"
    )
    assert teksten(lees(docx_van(body))) == ["Blokveld", "Datum 3 mei blad 4 site-x\ty"]


def test_a_text_box_is_read_once(docx_van, lees):
    vak = "<w:txbxContent>" + p("In het vak") + "</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Ernaast</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + vak
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + vak + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )  # fmt: skip
    lezing = lees(docx_van(body))
    assert teksten(lezing) == ["Ernaast"]
    assert teksten(lezing, Zone.TEKSTVAK) == ["In het vak"]


def test_merged_cells_stand_once_with_their_spans(docx_van, lees):
    def tc(tekst, eigen=""):
        return f"<w:tc><w:tcPr>{eigen}</w:tcPr>{p(tekst) if tekst else '<w:p/>'}</w:tc>"

    body = (
        "<w:tbl><w:tr>" + tc("Gemeente", "<w:vMerge w:val='restart'/>") + tc("Opgave", "<w:gridSpan w:val='2'/>") + "</w:tr>"
        "<w:tr>" + tc("", "<w:vMerge/>") + tc("Oek") + tc("Asiel") + "</w:tr>"
        "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("12") + tc("") + "</w:tr></w:tbl>"
    )  # fmt: skip
    document = lees(docx_van(body)).documenten[0]
    tabel = document.tabellen[0]
    gezien = [
        (c.rij, c.kolom, c.rijspan, c.kolomspan, document.cel_tekst(c))
        for c in tabel.cellen
    ]
    assert gezien == [
        (1, 1, 2, 1, "Gemeente"), (1, 2, 1, 2, "Opgave"), (2, 2, 1, 1, "Oek"), (2, 3, 1, 1, "Asiel"), (3, 2, 1, 1, "12"), (3, 3, 1, 1, ""),
    ]  # fmt: skip
    assert document.tekst == "Gemeente\tOpgave\nOek\tAsiel\n12\t"
    assert (tabel.rijen, tabel.kolommen) == (3, 3)


def test_a_table_in_a_cell_is_a_table_of_its_own(docx_van, lees):
    binnen = (
        "<w:tbl><w:tr><w:tc>"
        + p("a")
        + "</w:tc><w:tc>"
        + p("b")
        + "</w:tc></w:tr></w:tbl>"
    )
    body = (
        "<w:tbl><w:tr><w:tc>"
        + p("kop")
        + binnen
        + "<w:p/></w:tc><w:tc>"
        + p("rechts")
        + "</w:tc></w:tr></w:tbl>"
    )
    document = lees(docx_van(body)).documenten[0]
    buiten, in_cel = document.tabellen
    assert document.cel_tekst(buiten.cellen[0]) == "kop\na\tb"
    assert [document.cel_tekst(c) for c in in_cel.cellen] == ["a", "b"]
    assert document.cel_tekst(buiten.cellen[1]) == "rechts"


def test_zones_stand_behind_the_main_text(docx_van, lees):
    body = (
        p("Hoofdzaak")
        + "<w:sectPr><w:headerReference w:type='default' r:id='r0'/><w:footerReference w:type='default' r:id='r1'/></w:sectPr>"
    )
    lezing = lees(
        docx_van(
            body,
            header1=p("CONCEPT"),
            footer1=p("blad 1"),
            footnotes="<w:footnote w:type='separator' w:id='0'>"
            + p("streep")
            + "</w:footnote><w:footnote w:id='2'>"
            + p("Zie de brief.")
            + "</w:footnote>",
            comments="<w:comment w:id='0' w:author='M. Verzonnen'>"
            + p("Klopt dit?")
            + "</w:comment>",
        )
    )
    assert teksten(lezing) == ["Hoofdzaak"]
    assert teksten(lezing, Zone.KOPTEKST) == ["CONCEPT"]
    assert teksten(lezing, Zone.VOETTEKST) == ["blad 1"]
    assert teksten(lezing, Zone.VOETNOOT) == ["Zie de brief."]
    assert teksten(lezing, Zone.OPMERKING) == ["Klopt dit?"]
    assert lezing.documenten[0].blokken[0].tekst == "Hoofdzaak"


def test_hidden_text_is_marked(docx_van, lees):
    body = (
        "<w:p><w:r><w:t>Open </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>"
        + p("ook", "<w:pStyle w:val='S'/>")
    )
    stijl = "<w:style w:type='paragraph' w:styleId='S'><w:name w:val='S'/><w:rPr><w:vanish/></w:rPr></w:style>"
    blokken = lees(docx_van(body, styles=stijl)).documenten[0].blokken
    assert [(b.tekst, b.verborgen) for b in blokken] == [
        ("Open", False),
        ("geheim", True),
        ("ook", True),
    ]


def test_pages_follow_breaks_and_sections(docx_van, lees):
    breed = (
        "<w:sectPr><w:pgSz w:w='16840' w:h='11900' w:orient='landscape'/></w:sectPr>"
    )
    staand = "<w:sectPr><w:pgSz w:w='11900' w:h='16840'/></w:sectPr>"
    body = (
        p("een")
        + "<w:p><w:r><w:br w:type='page'/><w:t>twee</w:t></w:r></w:p>"
        + p("nog twee", staand)
        + p("drie")
        + breed
    )
    document = lees(docx_van(body)).documenten[0]
    assert [(b.tekst, b.pagina) for b in document.blokken] == [
        ("een", 1),
        ("twee", 2),
        ("nog twee", 2),
        ("drie", 3),
    ]
    assert [(pag.breedte, pag.hoogte) for pag in document.paginas] == [
        (595.0, 842.0),
        (595.0, 842.0),
        (842.0, 595.0),
    ]


def test_stored_page_ends_win_over_breaks(docx_van, lees):
    body = (
        p("een")
        + "<w:p><w:r><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>twee</w:t></w:r></w:p>"
    )
    assert [b.pagina for b in lees(docx_van(body)).documenten[0].blokken] == [1, 2]


def test_a_document_type_is_refused(docx_van, lees, tmp_path):
    import zipfile

    pad = docx_van(p("x"))
    bom = tmp_path / "bom.docx"
    with zipfile.ZipFile(pad) as oud, zipfile.ZipFile(bom, "w") as nieuw:
        for info in oud.infolist():
            inhoud = oud.read(info)
            if info.filename == "word/document.xml":
                inhoud = (
                    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>'
                    + inhoud.split(b"?>", 1)[1]
                )
            nieuw.writestr(info.filename, inhoud)
    with pytest.raises(InvoerError, match="beschadigd"):
        lees(bom)


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="de voorbeelden staan hier niet")
@pytest.mark.parametrize(
    "pad", sorted(VOORBEELDEN.glob("*.docx")), ids=lambda q: q.name[:22]
)
def test_every_word_mammoth_finds_is_found(pad, lees):
    mammoth = pytest.importorskip("mammoth")
    orakel = mammoth.extract_raw_text(io.BytesIO(pad.read_bytes())).value
    gevonden = re.sub(r"\W+", "", lees(pad).documenten[0].tekst)
    # mammoth glues words over line breaks, and a typed bullet "o" is a letter to it
    alineas = [re.sub(r"\W+", "", re.sub(r"^o\s", "", a)) for a in orakel.split("\n\n")]
    assert [a for a in alineas if a not in gevonden] == []
    assert len(gevonden) > 300


def test_every_word_mammoth_finds_is_found_in_a_hard_one(docx_van, lees):
    mammoth = pytest.importorskip("mammoth")
    body = (
        "<w:p><w:ins w:id='1'><w:r><w:t>ingevoegd</w:t></w:r></w:ins><w:smartTag><w:r><w:t>slim</w:t></w:r></w:smartTag></w:p>"
        "<w:sdt><w:sdtContent><w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>" + p("cel") + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl></w:sdtContent></w:sdt>"
        "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + p("terugval") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )  # fmt: skip
    pad = docx_van(body)
    orakel = mammoth.extract_raw_text(io.BytesIO(pad.read_bytes())).value
    assert set(re.findall(r"\w+", orakel)) <= set(
        re.findall(r"\w+", lees(pad).documenten[0].tekst)
    )
    assert "ingevoegd" in orakel


def test_a_cell_deleted_by_a_change_is_gone_and_a_hidden_row_is_hidden(docx_van, lees):
    weg = "<w:tcPr><w:cellDel w:id='1' w:author='a'/></w:tcPr>"
    lichaam = (
        "<w:tbl><w:tr><w:tc>" + p("Gemeente") + "</w:tc>"
        f"<w:tc>{weg}" + p("vervallen kolom") + "</w:tc></w:tr>"
        "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p("stille rij") + "</w:tc></w:tr>"
        "</w:tbl>"
    )
    document = lees(docx_van(lichaam)).documenten[0]
    assert "vervallen" not in document.tekst
    verborgen = {b.tekst: b.verborgen for b in document.blokken}
    assert verborgen["stille rij"]
    assert not verborgen["Gemeente"]


SOORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def met_deel(pad, soort, naam, inhoud, mime):
    """A memo with a part of its own in the package, of a kind that Word relates so."""
    stuk = docx.Document()
    stuk.add_paragraph("Memo over de planning")
    deel = Part(PackURI(naam), mime, inhoud, stuk.part.package)
    stuk.part.relate_to(deel, SOORT + soort)
    stuk.save(pad)
    return pad


def test_the_words_in_a_diagram_are_read(tmp_path, lees):
    punten = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{woorden}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for woorden in ("Trekker: mevrouw Kolk", "Planning")
    )
    schema = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/'
        'diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dgm:ptLst><dgm:pt/>{punten}</dgm:ptLst></dgm:dataModel>"
    )
    pad = met_deel(
        tmp_path / "a.docx",
        "diagramData",
        "/word/diagrams/data1.xml",
        schema.encode(),
        "application/xml",
    )
    (document,) = lees(pad).documenten
    vakken = [b.tekst for b in document.blokken if b.zone is Zone.TEKSTVAK]
    assert vakken == ["Trekker: mevrouw Kolk", "Planning"]


def test_a_piece_in_another_format_is_read_on_its_own_or_told(tmp_path, lees):
    pad = met_deel(
        tmp_path / "a.docx", "aFChunk", "/word/stuk.html", b"<p>Kolk</p>", "text/html"
    )
    lezing = lees(pad)
    assert [d.bron.bestand for d in lezing.documenten] == ["a.docx"]
    (mislukt,) = lezing.mislukt
    assert mislukt.bestand == "a.docx/stuk.html"
