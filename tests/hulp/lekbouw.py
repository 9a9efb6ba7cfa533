"""A PDF for each way in which a redacted document is known to leak.

The numbers are those of the leak classes in docs/lakken.md.
"""

from __future__ import annotations

import io

import pikepdf
from lakproef import GEHEIM, line, make_pdf

NAAM = line(f"Behandeld door {GEHEIM}, projectleider")


def cover(invoer):
    """What a naive tool does: paint a black box over every page, whole."""
    with pikepdf.open(io.BytesIO(invoer)) as pdf:
        for pagina in pdf.pages:
            zwart = b"\nq 0 g 0 0 595 842 re f Q\n"
            pagina.contents_add(pdf.make_stream(b"q\n"), prepend=True)
            pagina.contents_add(pdf.make_stream(b"\nQ" + zwart))
        pdf.save(uit := io.BytesIO())
        return uit.getvalue()


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


def in_pattern(pdf, pagina):
    patroon = pdf.make_stream(NAAM.encode())
    patroon.Type, patroon.PatternType = pikepdf.Name.Pattern, 1
    patroon.PaintType, patroon.TilingType = 1, 1
    patroon.BBox, patroon.XStep, patroon.YStep = [0, 0, 595, 842], 595, 842
    patroon.Resources = pagina.obj.Resources
    pagina.obj.Resources.Pattern = pikepdf.Dictionary(P=patroon)
    pagina.obj.Contents = pdf.make_stream(
        b"/Pattern cs /P scn 0 600 595 242 re f\n" + line(GEHEIM, y=500).encode()
    )


def in_appearance(pdf, pagina):
    """In what a note shows on the page."""
    beeld = form(pdf, f"BT /F1 12 Tf 2 4 Td ({GEHEIM}) Tj ET")
    beeld.BBox, beeld.Resources = [0, 0, 200, 20], pagina.obj.Resources
    notitie = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FreeText,
        Rect=[72, 600, 272, 620],
        Contents=pikepdf.String(GEHEIM),
        AP=pikepdf.Dictionary(N=beeld),
    )
    pagina.obj.Annots = pikepdf.Array([pdf.make_indirect(notitie)])


def in_signature(pdf, pagina):
    handtekening = pikepdf.Dictionary(
        Type=pikepdf.Name.Sig,
        Filter=pikepdf.Name("/Adobe.PPKLite"),
        Name=pikepdf.String(GEHEIM),
        Reason=pikepdf.String(f"akkoord {GEHEIM}"),
        Contents=pikepdf.String(GEHEIM.encode()),
    )
    veld = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=pikepdf.String("handtekening"),
            V=pdf.make_indirect(handtekening),
            Rect=[0, 0, 0, 0],
        )
    )
    pagina.obj.Annots = pikepdf.Array([veld])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[veld], SigFlags=3)
    pdf.Root.Perms = pikepdf.Dictionary(DocMDP=handtekening)
    pdf.Root.DSS = pikepdf.Dictionary(VRI=pikepdf.String(GEHEIM))


def in_resources(pdf, pagina):
    """In data of pictures, of forms and of the page that nothing shows."""
    vorm = form(pdf, "", LastModified=pikepdf.String(GEHEIM))
    vorm.PieceInfo = pikepdf.Dictionary(X=pikepdf.String(GEHEIM))
    vorm.Metadata = pdf.make_stream(GEHEIM.encode())
    pagina.obj.Resources.XObject = pikepdf.Dictionary(V=vorm)
    pagina.obj.Contents = pdf.make_stream((NAAM + " /V Do").encode())
    pagina.obj.Thumb = pdf.make_stream(GEHEIM.encode())
    pagina.obj.AA = pikepdf.Dictionary(
        O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(GEHEIM))
    )


GEVALLEN = {
    "P1 in de tekst": (NAAM, None),
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
    "P5 buiten een uitsnede": (
        f"q 0 0 9 9 re W n {line(GEHEIM)} Q {line('zichtbaar', y=650)}",
        None,
    ),
    "P5 wit op wit": (f"1 g {line(GEHEIM)} 0 g {line('zichtbaar', y=650)}", None),
    "P6 in een vorm in een vorm": ("", in_nested_forms),
    "P6 in een patroon": ("", in_pattern),
    "P6 in wat een notitie toont": (line("Let op:", y=640), in_appearance),
    "P9 in een verborgen laag": ("", in_hidden_layer),
    "P10 in een eigenschap van de inhoud": ("", in_marked_content),
    "P10 in de structuur": ("", in_structure),
    "P11 in een formulierveld": (line("Naam:", y=640), in_form_field),
    "P11 in notities en koppelingen": (NAAM, in_notes_and_links),
    "P12-P14 in de catalogus": (NAAM, in_catalog),
    "P13 bij vormen en bladzijden": (NAAM, in_resources),
    "P17 in een ondertekening": (NAAM, in_signature),
}


def build(geval):
    """The PDF of a case."""
    inhoud, bouw = GEVALLEN[geval]
    return make_pdf(inhoud, bouw=bouw)
