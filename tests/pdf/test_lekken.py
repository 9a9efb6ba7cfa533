"""Every way in which a redacted PDF is known to leak: the naive box leaks, ours does not.

The numbers are those of the leak classes in docs/lakken.md.
"""

from __future__ import annotations

import io

import pikepdf
import pytest
from lakproef import GEHEIM, line, make_pdf, places_of, redact, shown
from PIL import Image

NAAM = line(f"Behandeld door {GEHEIM}, projectleider")


def black_box(pdf, pagina):
    """What a naive tool does: paint over it."""
    oud = pagina.obj.Contents.read_bytes()
    pagina.obj.Contents = pdf.make_stream(oud + b"0 g 150 690 90 20 re f\n")


def form(pdf, inhoud, **extra):
    vorm = pdf.make_stream(inhoud.encode("cp1252"))
    vorm.Type, vorm.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    vorm.BBox = [0, 0, 595, 842]
    for sleutel, waarde in extra.items():
        vorm[f"/{sleutel}"] = waarde
    return vorm


def in_nested_forms(pdf, pagina):
    diep = form(pdf, NAAM, Resources=pagina.obj.Resources)
    kast = pikepdf.Dictionary(XObject=pikepdf.Dictionary(D=diep))
    boven = form(pdf, "q /D Do Q", Resources=kast)
    pagina.obj.Resources.XObject = pikepdf.Dictionary(B=boven)
    pagina.obj.Contents = pdf.make_stream(b"q /B Do Q")


def in_hidden_layer(pdf, pagina):
    laag = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(GEHEIM))
    )
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=[laag], D=pikepdf.Dictionary(OFF=[laag], Order=[laag])
    )
    pagina.obj.Resources.Properties = pikepdf.Dictionary(L=laag)
    inhoud = b"/OC /L BDC\n" + NAAM.encode() + b"EMC\n" + line("Geachte heer").encode()
    pagina.obj.Contents = pdf.make_stream(inhoud)


def in_form_field(pdf, pagina):
    beeld = form(pdf, f"BT /F1 12 Tf 2 4 Td ({GEHEIM}) Tj ET")
    beeld.BBox, beeld.Resources = [0, 0, 200, 20], pagina.obj.Resources
    veld = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String(f"naam {GEHEIM}"),
            TU=pikepdf.String(GEHEIM),
            V=pikepdf.String(GEHEIM),
            DV=pikepdf.String(GEHEIM),
            Rect=[72, 600, 272, 620],
            F=4,
            AP=pikepdf.Dictionary(N=beeld),
        )
    )
    pagina.obj.Annots = pikepdf.Array([veld])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[veld])


def in_notes_and_links(pdf, pagina):
    adres = pikepdf.Dictionary(
        S=pikepdf.Name.URI, URI=pikepdf.String("mailto:sanne van dijk@example.nl")
    )
    pagina.obj.Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Text,
                Rect=[10, 10, 30, 30],
                Contents=pikepdf.String(f"bel {GEHEIM}"),
                RC=pikepdf.String(f"<p>{GEHEIM}</p>"),
            ),
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=[72, 690, 300, 712],
                A=adres,
            ),
        ]
    )


def in_catalog(pdf, pagina):
    pdf.docinfo["/Author"] = GEHEIM
    with pdf.open_metadata() as gegevens:
        gegevens["dc:creator"] = [GEHEIM]
    with pdf.open_outline() as bladwijzers:
        bladwijzers.root.append(pikepdf.OutlineItem(GEHEIM, 0))
    pdf.Root.PageLabels = pikepdf.Dictionary(
        Nums=[0, pikepdf.Dictionary(P=pikepdf.String(GEHEIM))]
    )
    pdf.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{GEHEIM}')")
    )
    pdf.attachments[f"{GEHEIM}.txt"] = pikepdf.AttachedFileSpec(
        pdf, GEHEIM.encode(), filename=f"{GEHEIM}.txt"
    )
    pagina.obj.PieceInfo = pikepdf.Dictionary(
        Maker=pikepdf.Dictionary(Private=pikepdf.String(GEHEIM))
    )
    pagina.obj.Metadata = pdf.make_stream(GEHEIM.encode())


def in_marked_content(pdf, pagina):
    inhoud = f"/Span <</ActualText ({GEHEIM}) /Alt ({GEHEIM})>> BDC\n{NAAM}EMC\n"
    pagina.obj.Contents = pdf.make_stream(inhoud.encode())


def in_structure(pdf, pagina):
    pagina.obj.StructParents = 0
    pagina.obj.Contents = pdf.make_stream(f"/P <</MCID 0>> BDC\n{NAAM}EMC\n".encode())
    element = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.P,
            Pg=pagina.obj,
            K=0,
            ActualText=pikepdf.String(NAAM),
            Alt=pikepdf.String(GEHEIM),
            E=pikepdf.String(GEHEIM),
            T=pikepdf.String(GEHEIM),
        )
    )
    wortel = pikepdf.Dictionary(
        Type=pikepdf.Name.StructTreeRoot,
        K=[element],
        ParentTree=pikepdf.Dictionary(Nums=[0, [element]]),
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(wortel)
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


GEVALLEN = {
    "P1 onder een zwart vlak": (NAAM, black_box),
    "P2 letter voor letter gekernd": (
        "BT /F1 12 Tf 72 700 Td [(Sa) 20 (n) -30 (ne v) 15 (an D) 12 (ijk) -5 ( is)] TJ ET",
        None,
    ),
    "P2 over stijlen verdeeld": (
        "BT /F1 12 Tf 72 700 Td (Sanne ) Tj /F1 12.01 Tf (van ) Tj (Dijk) Tj ET",
        None,
    ),
    "P2 over twee regels": (
        "BT /F1 12 Tf 14 TL 72 700 Td (Sanne van) Tj (Dijk belde) ' ET",
        None,
    ),
    "P2 afgebroken": (
        "BT /F1 12 Tf 14 TL 72 700 Td (Sanne van D-) Tj T* (ijk belde) Tj ET",
        None,
    ),
    "P2 vaker in een opdracht": (line(f"{GEHEIM} en {GEHEIM} en {GEHEIM}."), None),
    "P5 onzichtbare letters": (
        f"BT 3 Tr /F1 12 Tf 72 700 Td ({GEHEIM}) Tj ET\n" + line("zichtbaar", y=650),
        None,
    ),
    "P5 wit op wit": (f"1 g {line(GEHEIM)} 0 g {line('zichtbaar', y=650)}", None),
    "P6 in een vorm in een vorm": ("", in_nested_forms),
    "P9 in een verborgen laag": ("", in_hidden_layer),
    "P10 in een eigenschap van de inhoud": ("", in_marked_content),
    "P10 in de structuur": ("", in_structure),
    "P11 in een formulierveld": (line("Naam:", y=640), in_form_field),
    "P11 in notities en koppelingen": (NAAM, in_notes_and_links),
    "P12-P14 in de catalogus": (NAAM, in_catalog),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_nothing_is_left_where_it_was(geval):
    inhoud, bouw = GEVALLEN[geval]
    invoer = make_pdf(inhoud, bouw=bouw)
    merk = [] if "verborgen laag" in geval else [GEHEIM]
    uit = redact(invoer, *merk, naalden=[GEHEIM])
    assert places_of(invoer, "dijk") | places_of(invoer, GEHEIM.lower())
    assert not places_of(uit.inhoud, GEHEIM)
    assert "Dijk" not in shown(uit.inhoud)
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]


def test_text_beside_the_page_is_gone_without_a_mark():
    invoer = make_pdf(line(GEHEIM, x=700) + line("zichtbaar"))
    uit = redact(invoer, naalden=[GEHEIM])
    assert not places_of(uit.inhoud, GEHEIM)
    assert "zichtbaar" in shown(uit.inhoud)


def test_an_old_revision_is_gone():
    oud = make_pdf(NAAM)
    with pikepdf.open(io.BytesIO(oud)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(line("niets").encode())
        pdf.save(los := io.BytesIO())
    twee = oud + los.getvalue()
    uit = redact(twee, naalden=[GEHEIM])
    assert uit.inhoud.count(b"%%EOF") == 1
    assert not places_of(uit.inhoud, GEHEIM)


def test_a_form_that_two_pages_share_is_redacted_where_it_is_marked():
    def bouw(pdf, pagina):
        in_nested_forms(pdf, pagina)
        pdf.pages.append(pagina)

    uit = redact(make_pdf("", bouw=bouw), GEHEIM, naalden=[])
    met = [GEHEIM in t for t in shown(uit.inhoud).split("\f")]
    with_name = shown(uit.inhoud).count(GEHEIM)
    assert met
    assert with_name == 1


@pytest.mark.parametrize("filter_", ["JPEG", "PNG"])
def test_pixels_under_an_area_are_black_and_carry_nothing(filter_):
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.vrijgave import make_release

    plaat = Image.effect_noise((400, 400), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = GEHEIM
    ruw = io.BytesIO()
    plaat.save(ruw, filter_, exif=exif)

    def bouw(pdf, pagina):
        beeld = pdf.make_stream(
            ruw.getvalue() if filter_ == "JPEG" else plaat.tobytes()
        )
        beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        beeld.Width, beeld.Height = 400, 400
        beeld.BitsPerComponent, beeld.ColorSpace = 8, pikepdf.Name.DeviceRGB
        if filter_ == "JPEG":
            beeld.Filter = pikepdf.Name.DCTDecode
        pagina.obj.Resources.XObject = pikepdf.Dictionary(I=beeld)
        pagina.obj.Contents = pdf.make_stream(b"q 400 0 0 400 100 200 cm /I Do Q")

    kader = Kader(links=200, boven=400, rechts=300, onder=500)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(make_pdf("", bouw=bouw), [vlak], OPTIES, "Stuk", [GEHEIM])
    assert uit.in_orde, [c.toelichting for c in uit.controles if not c.geslaagd]
    assert GEHEIM.encode() not in uit.inhoud
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        (beeld,) = [
            o
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]
        pixels = pikepdf.PdfImage(beeld).as_pil_image().convert("L")
    binnen = pixels.crop((105, 165, 195, 235))
    assert binnen.getextrema()[1] <= 8
    assert (
        pixels.getpixel((10, 10)) == plaat.convert("L").getpixel((10, 10))
        or filter_ == "JPEG"
    )


def test_outlined_letters_under_an_area_are_gone():
    from lakproef import OPTIES

    from modellen.lakken import Lakvlak
    from modellen.plaats import Kader
    from pipeline.pdf.vrijgave import make_release

    handtekening = "0 0 1 RG 2 w 110 500 m 140 540 160 460 190 500 c S\n"
    kader = Kader(links=100, boven=290, rechts=200, onder=390)
    vlak = Lakvlak(pagina=1, grond="5.1.2e", kaders=(kader,))
    uit = make_release(make_pdf(handtekening), [vlak], OPTIES, "Stuk", [])
    with pikepdf.open(io.BytesIO(uit.inhoud)) as pdf:
        namen = [str(b.operator) for b in pikepdf.parse_content_stream(pdf.pages[0])]
    assert "S" not in namen


def test_the_gap_is_on_the_grid_and_no_kerning_is_left():
    invoer = make_pdf(
        "BT /F1 11 Tf 72 700 Td [(Aan ) 3 (Sanne ) -17.3 (van D) 41 (ijk) 8.25 ( te Assen)] TJ ET"
    )
    uit = redact(invoer, GEHEIM)
    (vak,) = uit.uitslag.geplaatst
    assert (vak.kader.rechts - vak.kader.links) % 1 == pytest.approx(0, abs=1e-3)


def test_the_code_is_real_text_at_the_place_of_what_went():
    uit = redact(make_pdf(line(f"Geachte mevrouw {GEHEIM}, wij")), GEHEIM)
    assert " ".join(shown(uit.inhoud).split()) == "Geachte mevrouw 5.1.2e , wij"


def test_a_locked_document_is_refused_with_advice():
    from pipeline.errors import InvoerError

    slot = pikepdf.Encryption(owner="baas", user="dicht")
    dicht = make_pdf(NAAM, opslaan={"encryption": slot})
    with pytest.raises(InvoerError, match="wachtwoord"):
        redact(dicht, GEHEIM)


def test_a_mark_that_cannot_be_placed_is_refused():
    from pipeline.errors import InvoerError

    with pytest.raises(InvoerError, match="niet te plaatsen"):
        redact(make_pdf(NAAM), "Iemand Anders")


def test_the_same_decisions_give_the_same_bytes():
    invoer = make_pdf(NAAM)
    assert redact(invoer, GEHEIM).inhoud == redact(invoer, GEHEIM).inhoud
