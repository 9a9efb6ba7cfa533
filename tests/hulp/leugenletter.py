"""A page set in a real font whose map to characters is what the test says it is."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import reportlab
from fontTools.ttLib import TTFont
from lakproef import make_pdf

from pipeline.pdf.lakken.codes import write_tounicode

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def show_lines(regels, beweert=None, *, kaal=True, breed=2, fontpad=FONT):
    """A PDF that shows these lines; ``beweert`` is what the text says of a letter.

    ``kaal`` takes from the font all that tells what its glyphs are; without
    ``beweert`` the text says what is shown.
    """
    beweert = beweert or {}
    font = TTFont(fontpad)
    gids = {chr(u): font.getGlyphID(n) for u, n in font.getBestCmap().items()}
    tekens = sorted({t for r in regels for t in r})

    def bouw(pdf, pagina):
        kaart = {gids[t]: beweert.get(t, t) for t in tekens}
        los = _embed(pdf, font, kaart, kaal=kaal)
        pagina.obj.Resources.Font.F2 = los
        bevelen = [
            f"BT /F2 14 Tf 72 {760 - 24 * n} Td "
            f"<{''.join(f'{gids[t]:04X}' for t in regel)}> Tj ET"
            for n, regel in enumerate(regels)
        ]
        pagina.obj.Contents = pdf.make_stream("\n".join(bevelen).encode())

    return make_pdf("", bouw=bouw)


def _embed(pdf, font, kaart, *, kaal):
    import io

    per_em = font["head"].unitsPerEm
    breedtes = {
        gid: round(font["hmtx"][font.getGlyphName(gid)][0] * 1000 / per_em)
        for gid in kaart
    }
    if kaal:
        font["post"].formatType = 3.0
        for tabel in font["cmap"].tables:
            tabel.cmap = {}
    font.save(los := io.BytesIO())
    beschrijving = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/ABCDEF+Proef"),
        Flags=4,
        FontBBox=[0, -300, 1000, 1000],
        ItalicAngle=0,
        Ascent=760,
        Descent=-240,
        CapHeight=700,
        StemV=80,
        FontFile2=pdf.make_stream(los.getvalue()),
    )
    kind = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name("/ABCDEF+Proef"),
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"),
            Ordering=pikepdf.String("Identity"),
            Supplement=0,
        ),
        FontDescriptor=pdf.make_indirect(beschrijving),
        W=pikepdf.Array(
            [d for g, b in breedtes.items() for d in (g, pikepdf.Array([b]))]
        ),
        CIDToGIDMap=pikepdf.Name.Identity,
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name("/ABCDEF+Proef"),
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(kind)],
            ToUnicode=pdf.make_stream(write_tounicode(kaart, 2)),
        )
    )
