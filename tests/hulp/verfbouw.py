"""PDFs in which words stand in what a page paints with (leak class P6).

Each case gets the words to paint; with none it gives the page as it must look after.
"""

from __future__ import annotations

import pikepdf
from lakproef import GEHEIM, line, make_pdf
from lekbouw import form
from PIL import Image, ImageDraw, ImageFont

GRIJS = "q 0.8 g 40 420 200 60 re f Q\n"
"""What paint draws besides letters: it must stay."""

_VUL = "/Pattern cs /P scn 0 400 595 300 re f\n"


def tile(pdf, inhoud, middelen, breed=595, hoog=842):
    """A pattern that is a content stream."""
    patroon = pdf.make_stream(inhoud.encode("cp1252"))
    patroon.Type, patroon.PatternType = pikepdf.Name.Pattern, 1
    patroon.PaintType, patroon.TilingType = 1, 1
    patroon.BBox = [0, 0, breed, hoog]
    patroon.XStep, patroon.YStep = breed, hoog
    patroon.Resources = middelen
    return patroon


def _words(tekst, **waar):
    return line(tekst, **waar) if tekst else ""


def _fonts(pagina):
    return pikepdf.Dictionary(Font=pagina.obj.Resources.Font)


def _paint(pdf, pagina, inhoud, **patronen):
    pagina.obj.Resources.Pattern = pikepdf.Dictionary(
        {f"/{naam}": p for naam, p in patronen.items()}
    )
    pagina.obj.Contents = pdf.make_stream((inhoud + line("blijft", y=200)).encode())


def in_fill(pdf, pagina, tekst):
    inhoud = GRIJS + _words(tekst, y=600)
    _paint(pdf, pagina, _VUL, P=tile(pdf, inhoud, _fonts(pagina)))


def in_stroke(pdf, pagina, tekst):
    streek = "/Pattern CS /P SCN 200 w 0 600 m 595 600 l S\n"
    _paint(pdf, pagina, streek, P=tile(pdf, _words(tekst, y=600), _fonts(pagina)))


def in_text(pdf, pagina, tekst):
    """Big letters that are filled with small ones."""
    groot = "/Pattern cs /P scn BT /F1 300 Tf 20 500 Td (MM) Tj ET 0 g\n"
    inhoud = "0.9 g 0 0 595 842 re f 0 g " + _words(tekst, y=600, grootte=20)
    _paint(pdf, pagina, groot, P=tile(pdf, inhoud, _fonts(pagina)))


def in_pattern_in_pattern(pdf, pagina, tekst):
    diep = tile(pdf, _words(tekst, y=600), _fonts(pagina))
    kast = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(P=diep))
    _paint(pdf, pagina, _VUL, P=tile(pdf, GRIJS + _VUL, kast))


def in_form_in_pattern(pdf, pagina, tekst):
    vorm = form(pdf, GRIJS + _words(tekst, y=600), Resources=_fonts(pagina))
    kast = pikepdf.Dictionary(XObject=pikepdf.Dictionary(V=vorm))
    _paint(pdf, pagina, _VUL, P=tile(pdf, "q /V Do Q", kast))


def in_pattern_in_form(pdf, pagina, tekst):
    patroon = tile(pdf, _words(tekst, y=600), _fonts(pagina))
    kast = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(P=patroon))
    vorm = form(pdf, _VUL, Resources=kast)
    pagina.obj.Resources.XObject = pikepdf.Dictionary(V=vorm)
    _paint(pdf, pagina, "q /V Do Q\n")


def in_mask(pdf, pagina, tekst):
    """Paint that comes through where letters stand."""
    groep = form(pdf, "1 g\n" + _words(tekst, y=600), Resources=_fonts(pagina))
    groep.Group = pikepdf.Dictionary(
        S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray
    )
    masker = pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=groep)
    pagina.obj.Resources.ExtGState = pikepdf.Dictionary(
        M=pikepdf.Dictionary(SMask=masker), N=pikepdf.Dictionary(SMask="/None")
    )
    pagina.obj.Resources.ExtGState.N.SMask = pikepdf.Name("/None")
    _paint(pdf, pagina, "q /M gs 0 0 1 rg 0 500 595 200 re f Q\n")


def in_glyph(pdf, pagina, tekst):
    """A letter of a drawn font that is drawn with a name."""
    proces = pdf.make_stream(
        f"500 0 d0 BT /F1 80 Tf 0 0 Td ({tekst}) Tj ET".encode()
        if tekst
        else b"500 0 d0"
    )
    getekend = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontBBox=[0, 0, 1000, 1000],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=pikepdf.Dictionary(a=proces),
        Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name("/a")]),
        FirstChar=97,
        LastChar=97,
        Widths=[500],
        Resources=_fonts(pagina),
    )
    pagina.obj.Resources.Font.T3 = pdf.make_indirect(getekend)
    _paint(pdf, pagina, "BT /T3 200 Tf 72 600 Td (a) Tj ET\n")


def over_the_edge(pdf, pagina, tekst):
    """The first half of a name at the right of a tile, the rest at the left of it."""
    helft = len(tekst) // 2
    inhoud = _words(tekst[helft:], x=0, y=8) + _words(tekst[:helft], x=150, y=8)
    _paint(pdf, pagina, _VUL, P=tile(pdf, inhoud, _fonts(pagina), 190, 60))


def in_pieces(pdf, pagina, tekst):
    """A name of which each piece is a pattern."""
    delen = [tekst[i : i + 2] for i in range(0, len(tekst), 2)]
    patronen = {
        f"P{i}": tile(pdf, _words(deel, x=72 + 20 * i, y=600), _fonts(pagina))
        for i, deel in enumerate(delen)
    }
    vul = "".join(f"/Pattern cs /{n} scn 0 500 595 200 re f\n" for n in patronen)
    _paint(pdf, pagina, vul, **patronen)


def unreadable(pdf, pagina, tekst):
    """Letters of which nothing says what they are."""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Dictionary(
            BaseEncoding=pikepdf.Name.WinAnsiEncoding,
            Differences=[1, *(pikepdf.Name(f"/{t}") for t in "Dijk")],
        ),
        ToUnicode=pdf.make_stream(
            b"1 begincodespacerange <00> <ff> endcodespacerange\n"
            b"4 beginbfchar <01> <E001> <02> <E002> <03> <E003> <04> <E004> endbfchar"
        ),
    )
    kast = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    inhoud = "BT /F1 30 Tf 72 600 Td <01020304> Tj ET" if tekst else ""
    _paint(pdf, pagina, _VUL, P=tile(pdf, inhoud, kast))


VERF = {
    "een vulling": in_fill,
    "een lijn": in_stroke,
    "letters van letters": in_text,
    "een patroon in een patroon": in_pattern_in_pattern,
    "een vorm in een patroon": in_form_in_pattern,
    "een patroon in een vorm": in_pattern_in_form,
    "een masker": in_mask,
    "een getekende letter": in_glyph,
    "over de rand van een tegel": over_the_edge,
    "elk stukje een patroon": in_pieces,
    "letters zonder betekenis": unreadable,
}


def build(geval, tekst=GEHEIM):
    """The PDF of a case, painted with these words."""
    return make_pdf("", bouw=lambda pdf, pagina: VERF[geval](pdf, pagina, tekst))


def picture(pdf, tekst):
    """An image of the words."""
    plaat = Image.new("L", (400, 100), 255)
    letter = ImageFont.load_default(40)
    ImageDraw.Draw(plaat).text((10, 20), tekst, fill=0, font=letter)
    beeld = pdf.make_stream(plaat.tobytes())
    beeld.Type, beeld.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    beeld.Width, beeld.Height, beeld.BitsPerComponent = 400, 100, 8
    beeld.ColorSpace = pikepdf.Name.DeviceGray
    return beeld


def picture_in_fill(pdf, pagina, tekst):
    kast = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture(pdf, tekst)))
    patroon = tile(pdf, "q 400 0 0 100 72 550 cm /I Do Q", kast)
    _paint(pdf, pagina, _VUL, P=patroon)


def picture_in_mask(pdf, pagina, tekst):
    in_mask(pdf, pagina, "")
    groep = pagina.obj.Resources.ExtGState.M.SMask.G
    groep.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(I=picture(pdf, tekst))
    )
    groep.write(b"q 400 0 0 100 72 550 cm /I Do Q")
