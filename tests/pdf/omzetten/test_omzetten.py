"""Office files as PDF: a word planted in every place that a page does not show, is gone."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import page
import pikepdf
import pypdfium2
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from modellen.document import Bron
from modellen.plaats import InAlinea
from pipeline.errors import HulpprogrammaError, InvoerError
from pipeline.pdf import kantoorprogramma
from pipeline.pdf.omzetten import (
    convert_many,
    convert_office,
    has_office,
    naar_pdf,
    to_pdf,
)
from pipeline.pdf.omzetten import kantoor as kantoormodule
from pipeline.pdf.omzetten.beelden import clean_picture
from pipeline.pdf.omzetten.document import clean_docx
from pipeline.pdf.omzetten.heelheid import shows_nothing_else
from pipeline.pdf.omzetten.werkmap import clean_xlsx
from pipeline.readers import read_file
from pipeline.readers.opbouw import Bouwer
from pipeline.settings import Grenzen

kantoor = pytest.mark.skipif(not has_office(), reason="LibreOffice is niet gevonden")

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKET = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAALD = "Kwispelstaart"


def foto(naald=NAALD, kleur=(200, 30, 30)):
    """A JPEG that carries a word in EXIF and in a comment."""
    beeld = Image.new("RGB", (40, 30), kleur)
    exif = Image.Exif()
    exif[0x013B] = naald  # the maker
    uit = BytesIO()
    beeld.save(uit, "JPEG", exif=exif, comment=naald.encode())
    return uit.getvalue()


def tekening(rid, alt="Kaart van de regio", snede=""):
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="700000"/>'
        f'<wp:docPr id="7" name="{NAALD}" descr="{alt}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="7" name="{NAALD}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/>{snede}<a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="900000" cy="700000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def r(tekst, rpr=""):
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def p(inhoud, ppr=""):
    return f"<w:p><w:pPr>{ppr}</w:pPr>{inhoud}</w:p>"


WIE = f'w:author="{NAALD}" w:date="2024-01-01T00:00:00Z"'
# Each place where a Word document keeps words that its pages do not show.
PLEKKEN = {
    "verwijderd": p(r("voor ") + f'<w:del w:id="1" {WIE}><w:r><w:delText>{NAALD}</w:delText></w:r></w:del>'),
    "verplaatst": p(f'<w:moveFrom w:id="2" {WIE}>{r(NAALD)}</w:moveFrom>' + r("rest")),
    "auteur van invoeging": p(f'<w:ins w:id="3" {WIE}>{r("ingevoegd")}</w:ins>'),
    "wijziging van opmaak": p(r("gewoon", f'<w:rPrChange w:id="4" {WIE}><w:rPr><w:b/></w:rPr></w:rPrChange>')),
    "verborgen": p(r("zicht ") + r(NAALD, "<w:vanish/>")),
    "verborgen door stijl van tekens": p(r("zicht ") + r(NAALD, '<w:rStyle w:val="Stil"/>')),
    "verborgen door stijl van alinea": p(r(NAALD), '<w:pStyle w:val="StilP"/>'),
    "verborgen door geerfde stijl": p(r(NAALD), '<w:pStyle w:val="StilKind"/>'),
    "verborgen rij": f'<w:tbl><w:tblPr/><w:tr><w:tc>{p(r("zichtbaar"))}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(r(NAALD))}</w:tc></w:tr></w:tbl>',
    "verwijderde rij": f'<w:tbl><w:tblPr/><w:tr><w:tc>{p(r("blijft"))}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="5" {WIE}/></w:trPr><w:tc>{p(r(NAALD))}</w:tc></w:tr></w:tbl>',
    "verwijderde cel": f'<w:tbl><w:tblPr/><w:tr><w:tc>{p(r("blijft"))}</w:tc><w:tc><w:tcPr><w:cellDel w:id="6" {WIE}/></w:tcPr>{p(r(NAALD))}</w:tc></w:tr></w:tbl>',
    "opmerking": p(f'<w:commentRangeStart w:id="0"/>{r("besproken")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
    "opdracht van een veld": p(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD {NAALD} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("resultaat")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    "eenvoudig veld": p(f'<w:fldSimple w:instr=" DOCPROPERTY {NAALD} ">{r("waarde")}</w:fldSimple>'),
    "doel van een koppeling": p(f'<w:hyperlink r:id="rLink" w:tooltip="{NAALD}">{r("hier")}</w:hyperlink>'),
    "bladwijzer": p(f'<w:bookmarkStart w:id="9" w:name="{NAALD}"/>{r("gemerkt")}<w:bookmarkEnd w:id="9"/>'),
    "invulveld": f'<w:sdt><w:sdtPr><w:alias w:val="{NAALD}"/><w:tag w:val="{NAALD}"/><w:dataBinding w:xpath="/x" w:storeItemID="{{1}}"/></w:sdtPr><w:sdtContent>{p(r("ingevuld"))}</w:sdtContent></w:sdt>',
    "vervangende vorm": p(f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'></mc:Choice><mc:Fallback><w:pict><v:shape style='width:90pt;height:20pt'><v:textbox><w:txbxContent>{p(r(NAALD))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("naast")),
    "ingesloten bestand": p(f'<w:r><w:object><o:OLEObject Type="Embed" ProgID="{NAALD}" r:id="rOle"/></w:object></w:r>' + r("bij")),
    "naam van een beeld": p(tekening("rFoto") + r("beeld")),
    "ingevoegd bestand": '<w:altChunk r:id="rAlt"/>' + p(r("einde")),
    "naam van een stijl": p(r("opgemaakt"), '<w:pStyle w:val="Eigen"/>'),
    "naam bij een alinea": f'<w:p w:rsidR="00{NAALD}" w:rsidRDefault="{NAALD}">{r("spoor")}</w:p>',
}  # fmt: skip

STIJLEN = (
    f'<w:style w:type="character" w:styleId="Stil"><w:name w:val="{NAALD}t"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="StilP"><w:name w:val="Stil"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="StilKind"><w:name w:val="Kind"/><w:basedOn w:val="StilP"/></w:style>'
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Eigen"><w:name w:val="{NAALD} stijl"/><w:aliases w:val="{NAALD}"/><w:rPr><w:i/></w:rPr></w:style>'
)


def docx(body, *, extra=()):
    """A Word file with a word planted in every part beside the text."""
    delen = {
        "word/document.xml": f"<w:document {NS}><w:body>{body}<w:sectPr><w:headerReference w:type='default' r:id='rKop'/><w:pgSz w:w='11906' w:h='16838'/></w:sectPr></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NS}>{STIJLEN}</w:styles>",
        "word/header1.xml": f"<w:hdr {NS}>{p(r('Kopregel') + r(NAALD, '<w:vanish/>'))}</w:hdr>",
        "word/comments.xml": f"<w:comments {NS}><w:comment w:id='0' {WIE} w:initials='{NAALD}'>{p(r(NAALD))}</w:comment></w:comments>",
        "word/people.xml": f"<w15:people xmlns:w15='x'><w15:person w15:author='{NAALD}'/></w15:people>",
        "word/settings.xml": f"<w:settings {NS}><w:attachedTemplate r:id='rSjab'/><w:rsids><w:rsid w:val='{NAALD}'/></w:rsids><w:docVars><w:docVar w:name='{NAALD}' w:val='{NAALD}'/></w:docVars><w:mailMerge><w:query w:val='{NAALD}'/></w:mailMerge></w:settings>",
        "word/glossary/document.xml": f"<w:glossaryDocument {NS}><w:docParts>{NAALD}</w:docParts></w:glossaryDocument>",
        "customXml/item1.xml": f"<x>{NAALD}</x>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PAKKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{NAALD}</dc:title><dc:creator>{NAALD}</dc:creator><cp:keywords>{NAALD}</cp:keywords></cp:coreProperties>',
        "docProps/custom.xml": f"<Properties xmlns='x'><property name='{NAALD}'>{NAALD}</property></Properties>",
        "word/media/foto.jpeg": foto(),
        "word/embeddings/los.bin": NAALD.encode(),
        "word/stuk.html": f"<p>{NAALD}</p>",
        **dict(extra),
    }
    rels = [
        ("rKop", "header", "header1.xml", ""), ("rS", "styles", "styles.xml", ""),
        ("rC", "comments", "comments.xml", ""), ("rP", "people", "people.xml", ""),
        ("rSet", "settings", "settings.xml", ""), ("rFoto", "image", "media/foto.jpeg", ""),
        ("rG", "glossaryDocument", "glossary/document.xml", ""),
        ("rX", "customXml", "../customXml/item1.xml", ""),
        ("rOle", "oleObject", "embeddings/los.bin", ""), ("rAlt", "aFChunk", "stuk.html", ""),
        ("rLink", "hyperlink", f"mailto:{NAALD}@voorbeeld.nl", 'TargetMode="External"'),
        ("rSjab", "attachedTemplate", f"file:///C:/{NAALD}.dotx", 'TargetMode="External"'),
    ]  # fmt: skip
    soorten = {
        "document": "document.main",
        "styles": "styles",
        "header1": "header",
        "comments": "comments",
        "settings": "settings",
    }
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/><Default Extension="html" ContentType="text/html"/>'
            + "".join(
                f'<Override PartName="/word/{n}.xml" ContentType="{WML}.{s}+xml"/>'
                for n, s in soorten.items()
            )
            + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        )
        archief.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PAKKET}/relationships"><Relationship Id="d" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="c" Type="{PAKKET}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        )
        archief.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PAKKET}/relationships">'
            + "".join(
                f'<Relationship Id="{i}" Type="{OFFICE}/{s}" Target="{t}" {m}/>'
                for i, s, t, m in rels
            )
            + "</Relationships>",
        )
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def schoon(body, **rest):
    """The text of every part of the cleaned copy."""
    with zipfile.ZipFile(BytesIO(clean_docx(docx(body, **rest), "Stuk"))) as archief:
        return {n: archief.read(n) for n in archief.namelist()}


def hoofdtekst(delen):
    return re.sub(r"<[^>]+>", "", delen["word/document.xml"].decode())


def staat_in(pdf, naald):
    """Where a word stands in a PDF: raw bytes, every string, name and stream, and text."""
    vormen = [naald.encode(), naald.encode("utf-16-be"), naald.encode().hex().encode()]
    waar = ["bytes"] if any(v in pdf for v in vormen) else []
    with pikepdf.open(BytesIO(pdf)) as document:
        for ding in document.objects:
            if isinstance(ding, pikepdf.Stream):
                inhoud = ding.read_raw_bytes()
                if ding.get("/Filter") not in {"/DCTDecode", "/JPXDecode"}:
                    inhoud += ding.read_bytes()
                waar += [f"stream {ding.objgen}" for v in vormen if v in inhoud]
            waar += [f"object {ding.objgen}" for v in vormen if v in ding.unparse()]
            if naald in str(ding):
                waar.append(f"waarde {ding.objgen}")
    with pypdfium2.PdfDocument(pdf) as document:
        woorden = "".join(b.get_textpage().get_text_range() for b in document)
    return waar + (["tekst"] if naald in "".join(woorden.split()) else [])


def tekst(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(
            "\n".join(b.get_textpage().get_text_range() for b in document).split()
        )


def fouten(pdf, tmp_path):
    pad = tmp_path / "keur.pdf"
    pad.write_bytes(pdf)
    return [
        (profiel, f.rule_id, f.message)
        for profiel in ("ua1", "pdfa2b")
        for f in page.validate_pdf(str(pad), profile=profiel).failures
    ]


@pytest.mark.parametrize("plek", PLEKKEN)
def test_a_word_that_no_page_shows_is_not_in_the_copy(plek):
    assert NAALD.encode() in zipfile.ZipFile(BytesIO(docx(PLEKKEN[plek]))).read(
        "word/styles.xml"
    )
    for naam, inhoud in schoon(PLEKKEN[plek]).items():
        assert NAALD.encode() not in inhoud, naam
        assert NAALD not in naam


def test_what_a_page_shows_stays():
    woorden = hoofdtekst(schoon("".join(PLEKKEN.values())))
    for woord in ("voor", "rest", "ingevoegd", "gewoon", "zicht", "zichtbaar", "blijft",
                  "besproken", "resultaat", "waarde", "hier", "gemerkt", "ingevuld",
                  "naast", "bij", "beeld", "einde", "opgemaakt", "spoor"):  # fmt: skip
        assert woord in woorden


def test_alternative_texts_and_page_numbers_stay():
    veld = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    delen = schoon(p(tekening("rFoto")) + p(veld))
    assert b"Kaart van de regio" in delen["word/document.xml"]
    assert b"PAGE" in delen["word/document.xml"]
    assert "word/media/foto.jpeg" in delen


def test_a_field_in_a_field_goes_and_a_box_to_tick_shows_its_state():
    veld = "<w:r><w:fldChar w:fldCharType='{}'>{}</w:fldChar></w:r>"
    binnen = (
        veld.format("begin", "")
        + "<w:r><w:instrText> REF x </w:instrText></w:r>"
        + veld.format("separate", "")
        + r("drie")
        + veld.format("end", "")
    )
    buiten = (
        veld.format("begin", "")
        + "<w:r><w:instrText> IF </w:instrText></w:r>"
        + binnen
        + veld.format("separate", "")
        + r("uitkomst")
        + veld.format("end", "")
    )
    vak = veld.format(
        "begin",
        "<w:ffData><w:name w:val='x'/><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>",
    ) + veld.format("end", "")
    delen = schoon(p(buiten) + p(vak))
    assert b"instrText" not in delen["word/document.xml"]
    assert "uitkomst" in hoofdtekst(delen)
    assert "☒" in hoofdtekst(delen)


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next():
    body = p(r("een "), '<w:rPr><w:del w:id="1"/></w:rPr>') + p(r("geheel"))
    xml = schoon(body)["word/document.xml"].decode()
    assert xml.count("<w:p>") + xml.count("<w:p ") == 1
    assert "een geheel" in hoofdtekst(schoon(body))


def test_a_picture_is_cut_to_what_it_shows():
    snede = '<a:srcRect l="50000" t="0" r="0" b="0"/>'
    delen = schoon(p(tekening("rFoto", snede=snede)))
    knip = next(n for n in delen if n.startswith("word/media/geknipt"))
    with Image.open(BytesIO(delen[knip])) as beeld:
        assert beeld.size == (20, 30)
    assert b"srcRect" not in delen["word/document.xml"]


def test_a_photo_keeps_its_picture_and_loses_what_is_said_about_it():
    uit = clean_picture(foto())
    assert NAALD.encode() not in uit
    with Image.open(BytesIO(foto())) as voor, Image.open(BytesIO(uit)) as na:
        assert voor.convert("RGB").tobytes() == na.convert("RGB").tobytes()
        assert not na.getexif()


def test_a_damaged_package_is_refused_with_advice():
    for inhoud in (b"", b"PK\x03\x04 stuk", docx(p(r("x")))[:-200]):
        with pytest.raises(InvoerError, match="docx"):
            clean_docx(inhoud, "x")
    with pytest.raises(InvoerError, match="xlsx"):
        clean_xlsx(b"niets", "x")


@kantoor
def test_no_planted_word_reaches_the_pdf(tmp_path):
    pad = tmp_path / f"{NAALD}.docx"
    pad.write_bytes(docx("".join(PLEKKEN.values())))
    pdf = convert_office(pad, "Stuk 12")
    assert staat_in(pdf, NAALD) == []
    assert "Kopregel" in tekst(pdf)
    assert "ingevoegd" in tekst(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.open_metadata()["dc:title"] == "Stuk 12"
        assert "/Info" not in document.trailer


@kantoor
def test_a_converted_document_is_tagged_and_conformant(tmp_path):
    kop = '<w:pStyle w:val="Kop2"/>'
    stijl = "<w:style w:type='paragraph' w:styleId='Kop2'><w:name w:val='heading 2'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
    tabel = "".join(
        f"<w:tr><w:tc>{p(r(a))}</w:tc><w:tc>{p(r(b))}</w:tc></w:tr>"
        for a, b in (("Gemeente", "Plekken"), ("Veen", "12"))
    )
    body = (
        p(r("Verslag"), kop)
        + p(r("Tekst over de opvang."))
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/></w:tblGrid>{tabel}</w:tbl>"
        + p(tekening("rFoto"))
    )
    pad = tmp_path / "a.docx"
    pad.write_bytes(
        docx(
            body,
            extra={"word/styles.xml": f"<w:styles {NS}>{stijl}</w:styles>"}.items(),
        )
    )
    pdf = convert_office(pad)
    assert fouten(pdf, tmp_path) == []
    assert convert_office(pad) == pdf


def werkmap():
    """A workbook with a word in every place that its sheets do not show."""
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "Opgave"
    blad.append(["Gemeente", "Plekken", NAALD, "Som"])
    blad.append(["Veen", 1234, "x", f'=IF(B2>0,"ja","{NAALD}")'])
    blad.append([NAALD, 1, "x", None])
    blad.append(["Zand", 0.5, "x", None])
    blad["B4"].number_format = "0%"
    blad["A2"].comment = Comment(NAALD, NAALD)
    blad["A4"].hyperlink = f"mailto:{NAALD}@voorbeeld.nl"
    blad.column_dimensions["C"].hidden = True
    blad.row_dimensions[3].hidden = True
    blad.evenHeader.center.text = blad.firstFooter.center.text = NAALD
    blad.merge_cells("A6:B6")
    blad["A6"] = "Toelichting over twee kolommen"
    keuze = DataValidation(type="list", formula1=f'"{NAALD},b"')
    blad.add_data_validation(keuze)
    keuze.add("B2")
    for naam, stand in (("stil", "hidden"), ("zeer stil", "veryHidden")):
        weg = boek.create_sheet(f"{naam} {NAALD}"[:31])
        weg["A1"] = NAALD
        weg.sheet_state = stand
    boek.defined_names[NAALD] = DefinedName(NAALD, attr_text="Opgave!$A$1")
    boek.properties.creator = boek.properties.title = boek.properties.keywords = NAALD
    boek.custom_doc_props.append(StringProperty(name=NAALD, value=NAALD))
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_a_workbook_becomes_values_only():
    ruw = clean_xlsx(werkmap(), "Stuk")
    with zipfile.ZipFile(BytesIO(ruw)) as archief:
        for naam in archief.namelist():
            assert NAALD.encode() not in archief.read(naam), naam
    boek = openpyxl.load_workbook(BytesIO(ruw))
    blad = boek.worksheets[0]
    assert boek.sheetnames == ["Opgave"]
    waarden = [[c.value for c in rij] for rij in blad.iter_rows()]
    assert waarden[1] == ["Gemeente", "Plekken", "Som"]
    assert waarden[2][:2] == ["Veen", 1234]
    assert waarden[3][:2] == ["Zand", 0.5]
    assert blad["B4"].number_format == "0%"
    assert [str(g) for g in blad.merged_cells.ranges] == ["A6:B6"]


def test_text_that_looks_like_a_formula_stays_text():
    boek = openpyxl.Workbook()
    boek.active["A1"] = "x"
    boek.active["A1"].value = "=1+1"
    boek.active["A1"].data_type = "s"
    uit = BytesIO()
    boek.save(uit)
    with zipfile.ZipFile(BytesIO(clean_xlsx(uit.getvalue(), "x"))) as archief:
        blad = archief.read("xl/worksheets/sheet1.xml")
    assert b"<t>=1+1</t>" in blad
    assert b"<f>" not in blad


def test_a_workbook_without_a_sheet_to_show_is_still_one():
    boek = openpyxl.Workbook()
    boek.create_sheet("b")
    boek.worksheets[0].sheet_state = "hidden"
    boek.worksheets[0]["A1"] = NAALD
    uit = BytesIO()
    boek.save(uit)
    ruw = clean_xlsx(uit.getvalue(), "x")
    assert len(openpyxl.load_workbook(BytesIO(ruw)).sheetnames) == 1
    assert NAALD.encode() not in ruw


def lees(pad):
    return read_file(pad, pad.name, Grenzen()).documenten[0]


@kantoor
def test_no_planted_word_of_a_workbook_reaches_the_pdf_on_either_way(tmp_path):
    pad = tmp_path / "opgave.xlsx"
    pad.write_bytes(werkmap())
    kaal = convert_office(pad)
    heel, _ = to_pdf(lees(pad), pad)
    for pdf in (kaal, heel):
        assert staat_in(pdf, NAALD) == []
        assert "Toelichting over twee kolommen" in tekst(pdf)
        assert "50%" in tekst(pdf)
    assert fouten(heel, tmp_path) == []


@kantoor
def test_figures_are_shown_as_the_dutch_write_them(tmp_path):
    boek = openpyxl.Workbook()
    boek.active["A1"] = 1234567.5
    boek.active["A1"].number_format = "#,##0.00"
    pad = tmp_path / "g.xlsx"
    boek.save(pad)
    assert "1.234.567,50" in tekst(convert_office(pad))


@kantoor
def test_many_files_go_in_one_call_and_a_broken_one_does_not_stop_the_rest(tmp_path):
    goed, oud = tmp_path / "a.docx", tmp_path / "b.rtf"
    goed.write_bytes(docx(p(r("eerste stuk"))))
    oud.write_text(r"{\rtf1\ansi tweede stuk {\v " + NAALD + "}}", encoding="ascii")
    een, twee = convert_many([(goed, "docx", "A"), (oud, "rtf", "B")])
    assert "eerste stuk" in tekst(een)
    assert "tweede stuk" in tekst(twee)
    assert staat_in(twee, NAALD) == []


@kantoor
def test_with_libreoffice_a_document_keeps_its_looks(tmp_path):
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(r("Beste lezer"))))
    pdf, hoe = to_pdf(lees(pad), pad)
    assert hoe == "LibreOffice"
    assert "pnieuw opgemaakt" not in tekst(pdf)


def test_without_libreoffice_a_document_is_set_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: False)
    pad = tmp_path / "a.docx"
    # A cell that a change took away is for the reader of Word files, not for us.
    pad.write_bytes(
        docx("".join(v for k, v in PLEKKEN.items() if k != "verwijderde cel"))
    )
    pdf, hoe = to_pdf(lees(pad), pad)
    assert hoe == "opnieuw opgemaakt"
    assert "Opnieuw opgemaakt" in tekst(pdf)
    assert staat_in(pdf, NAALD) == []
    assert fouten(pdf, tmp_path) == []


def _pictures(pdf):
    """Each picture on the first page by the word above it, with its size."""
    with pypdfium2.PdfDocument(pdf) as document:
        blad = document[0]
        laag = blad.get_textpage()
        for ding in blad.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            links, onder, rechts, boven = ding.get_bounds()
            tekst = laag.get_text_bounded(bottom=onder)
            yield tekst.split()[-1], (round(rechts - links), round(boven - onder))


def test_a_document_set_anew_keeps_its_pictures_where_they_stood(tmp_path, monkeypatch):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: False)
    cel = f"<w:tbl><w:tblPr/><w:tr><w:tc>{p(r('cel'))}{p(tekening('rFoto'))}</w:tc></w:tr></w:tbl>"
    body = p(r("boven")) + p(tekening("rFoto")) + p(r("onder")) + cel
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(body))
    pdf = to_pdf(lees(pad), pad)[0]
    gezien = list(_pictures(pdf))
    assert [woord for woord, _ in gezien] == ["boven", "cel"]
    assert gezien[0][1] == gezien[1][1] == (71, 55)  # in a cell too it keeps its size
    assert tekst(pdf).count("[afbeelding]") == 1  # what the notice says of it
    assert staat_in(pdf, NAALD) == []
    assert fouten(pdf, tmp_path) == []


VERBORGEN_BEELDEN = {
    "verborgen tekst": p(
        tekening("rFoto").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    ),
    "een verborgen beeld": p(
        tekening("rFoto").replace("<wp:docPr ", '<wp:docPr hidden="1" ')
    ),
    "verwijderd": p(f'<w:del w:id="3" {WIE}>{tekening("rFoto")}</w:del>'),
    "verplaatst": p(f'<w:moveFrom w:id="4" {WIE}>{tekening("rFoto")}</w:moveFrom>'),
}


@pytest.mark.parametrize("hoe", VERBORGEN_BEELDEN)
def test_a_picture_that_word_does_not_show_is_not_set(hoe, tmp_path, monkeypatch):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: False)
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(r("boven")) + VERBORGEN_BEELDEN[hoe]))
    pdf = to_pdf(lees(pad), pad)[0]
    assert list(_pictures(pdf)) == []
    assert tekst(pdf).count("[afbeelding]") == 1


def test_where_a_picture_stood_that_cannot_be_set_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: False)
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(tekening("rSet")) + p(r("boven")) + p(tekening("rWeg"))))
    beeld = r"\[afbeelding\]"
    assert re.search(rf"{beeld} boven {beeld}", tekst(to_pdf(lees(pad), pad)[0]))


def test_where_a_chart_stood_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(naar_pdf, "has_office", lambda: False)
    grafiek = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="9" '
        'name="G"/><a:graphic><a:graphicData uri="x"><c:chart xmlns:c="http://schemas.'
        'openxmlformats.org/drawingml/2006/chart" r:id="rSet"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(r("boven")) + p(grafiek) + p(r("onder"))))
    assert re.search(r"boven \[afbeelding\] onder", tekst(to_pdf(lees(pad), pad)[0]))


def test_when_libreoffice_fails_the_document_is_set_anew(tmp_path, monkeypatch):
    def faal(*_):
        raise HulpprogrammaError("LibreOffice had te veel tijd nodig.")

    monkeypatch.setattr(naar_pdf, "has_office", lambda: True)
    monkeypatch.setattr(kantoormodule, "run_office", faal)
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(r("Beste lezer"))))
    pdf, hoe = to_pdf(lees(pad), pad)
    assert hoe == "opnieuw opgemaakt"
    assert "Beste lezer" in tekst(pdf)


def test_without_libreoffice_converting_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(kantoorprogramma, "find_office", lambda: None)
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(r("x"))))
    assert not kantoorprogramma.has_office()
    with pytest.raises(HulpprogrammaError, match="Installeer"):
        convert_office(pad)


def test_a_pdf_stays_the_file_it_is_and_a_message_is_always_set(tmp_path):
    with pikepdf.new() as leeg:
        leeg.add_blank_page()
        leeg.save(tmp_path / "a.pdf")
    pad = tmp_path / "a.pdf"
    assert to_pdf(lees(pad), pad) == (pad.read_bytes(), "in place")
    post = tmp_path / "b.eml"
    post.write_bytes(
        b"From: Ans <ans@voorbeeld.nl>\r\nX-Mailer: " + NAALD.encode() + b"\r\n"
        b"Received: from " + NAALD.encode() + b"\r\nSubject: Agenda\r\n\r\nDag Bob\r\n"
    )
    pdf, hoe = to_pdf(lees(post), post)
    assert hoe == "opnieuw opgemaakt"
    assert "Onderwerp: Agenda" in tekst(pdf)
    assert staat_in(pdf, NAALD) == []


def test_the_finder_of_words_finds_them():
    """The proof of the proof: a word in plain sight, and one in a property, are seen."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Geheim = pikepdf.String(NAALD)
        pdf.Root.Stroom = pdf.make_stream(NAALD.encode())
        uit = BytesIO()
        pdf.save(uit)
    waar = staat_in(uit.getvalue(), NAALD)
    assert any(w.startswith("stream") for w in waar)
    assert any(w.startswith(("object", "waarde", "bytes")) for w in waar)


def watermerk(woorden):
    return p(
        '<w:r><w:pict><v:shape id="w" type="#_x0000_t136" style="position:absolute;'
        'width:300pt;height:60pt;rotation:315" fillcolor="silver">'
        f'<v:textpath style="font-size:1pt" string="{woorden}"/></v:shape></w:pict></w:r>'
    )


@pytest.mark.parametrize(
    ("woorden", "blijft"), [("CONCEPT", True), ("Versie A. Kwispelstaart", False)]
)
def test_a_watermark_with_more_than_a_stamp_is_no_picture(woorden, blijft):
    schoon = clean_docx(docx(p(r("Besluit")) + watermerk(woorden)), "Stuk")
    with zipfile.ZipFile(BytesIO(schoon)) as archief:
        tekst = archief.read("word/document.xml").decode()
    assert (woorden in tekst) is blijft
    assert ("[afbeelding]" in tekst) is not blijft


@kantoor
def test_words_that_only_libreoffice_shows_are_not_passed_on(tmp_path):
    """What was not read, such as the labels of a chart, nobody decided on."""
    pad = tmp_path / "a.docx"
    pad.write_bytes(docx(p(r("Besluit")) + p(r("van Kolk"))))
    gelezen = lees(pad)
    assert to_pdf(gelezen, pad)[1] == "LibreOffice"
    blokken = tuple(b for b in gelezen.blokken if "Kolk" not in b.tekst)
    korter = replace(gelezen, blokken=blokken)
    pdf, hoe = to_pdf(korter, pad)
    assert hoe == "opnieuw opgemaakt"
    assert "Kolk" not in tekst(pdf)


def test_the_number_of_an_endnote_at_a_word_is_no_word_that_was_not_read():
    bouwer = Bouwer(Bron(bestand="memo.docx", sha256="0" * 64, formaat="docx"))
    bouwer.blok("Een bewoner belde de gemeente", InAlinea("1"))

    def blad(regel):
        uit = BytesIO()
        doek = Canvas(uit, invariant=1)
        doek.drawString(70, 700, regel)
        doek.save()
        return uit.getvalue()

    stuk = bouwer.build()
    assert shows_nothing_else(stuk, blad("Een bewonerii belde de gemeente"))
    assert not shows_nothing_else(stuk, blad("Een bewoner belde de griffierii"))
