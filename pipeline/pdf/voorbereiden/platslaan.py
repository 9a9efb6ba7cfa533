"""Form fields and visible notes become part of the page they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.pdf.voorbereiden.zichtbaar import Lagenstand

ONZICHTBAAR, VERBORGEN, NIET_TONEN = 1, 2, 32
"""Bits of the flags of an annotation (12.5.3)."""

NIET_OP_DE_BLADZIJDE = {"/Link", "/Popup", "/Text", "/FileAttachment", "/Sound"}
"""Kinds that show an icon or nothing: their words are no part of the page."""

NOOIT = {"/Redact"}
"""Marks that were never carried out; they are reported and applied as marks."""


def flatten(pdf: pikepdf.Pdf, stand: Lagenstand) -> Iterator[str]:
    """Draw the appearance of fields and notes on their pages; drop the originals."""
    gedaan = False
    for pagina in pdf.pages:
        plat = [a for a in pagina.obj.get("/Annots", []) if _is_shown(a, stand)]
        if plat:
            gedaan = True
            _draw(pdf, pagina, plat)
    if "/AcroForm" in pdf.Root:
        getekend = [_drop_fields(pagina) for pagina in pdf.pages]
        if any(getekend):
            yield "een ondertekening is vervallen: zij geldt voor het origineel"
        del pdf.Root["/AcroForm"]
        gedaan = True
    if gedaan:
        yield "velden en opmerkingen zijn onderdeel van de bladzijde gemaakt"


def _drop_fields(pagina: pikepdf.Page) -> bool:
    """Take the fields that show nothing off a page; tells if one was a signature."""
    alle = list(pagina.obj.get("/Annots", []))
    velden = [a for a in alle if a.get("/Subtype") == pikepdf.Name.Widget]
    if velden:
        over = [a for a in alle if a.get("/Subtype") != pikepdf.Name.Widget]
        pagina.obj.Annots = pikepdf.Array(over)
    return any(v.get("/FT") == pikepdf.Name.Sig for v in velden)


def _is_shown(aantekening: Any, stand: Lagenstand) -> bool:
    if not isinstance(aantekening, pikepdf.Dictionary):
        return False
    if stand.hides(aantekening.get("/OC")):
        return False
    soort = str(aantekening.get("/Subtype", ""))
    vlaggen = int(aantekening.get("/F", 0))
    if soort in NIET_OP_DE_BLADZIJDE | NOOIT:
        return False
    if vlaggen & (ONZICHTBAAR | VERBORGEN | NIET_TONEN):
        return False
    return _appearance(aantekening) is not None


def _appearance(aantekening: Any) -> Any:
    """The stream that draws an annotation as it stands now (12.5.5)."""
    normaal = aantekening.get("/AP", {}).get("/N")
    if isinstance(normaal, pikepdf.Stream):
        return normaal
    if isinstance(normaal, pikepdf.Dictionary):
        stand = normaal.get(str(aantekening.get("/AS", "/Off")))
        return stand if isinstance(stand, pikepdf.Stream) else None
    return None


def _draw(pdf: pikepdf.Pdf, pagina: pikepdf.Page, aantekeningen: list[Any]) -> None:
    middelen = pikepdf.Dictionary(dict(pagina.resources.items()))
    dingen = pikepdf.Dictionary(dict(middelen.get("/XObject", {}).items()))
    regels = []
    for nummer, aantekening in enumerate(aantekeningen):
        vorm = _appearance(aantekening)
        if "/Subtype" not in vorm:
            vorm.Subtype = pikepdf.Name.Form
        naam = f"/VwPlat{nummer}"
        dingen[naam] = vorm
        matrix = " ".join(f"{g:.4f}" for g in _placement(aantekening, vorm))
        regels.append(f"/Artifact BMC q {matrix} cm {naam} Do Q EMC")
    middelen.XObject = dingen
    pagina.obj.Resources = middelen
    pagina.contents_coalesce()
    oud = pagina.obj.Contents.read_bytes() if "/Contents" in pagina.obj else b""
    nieuw = b"q\n" + oud + b"\nQ\n" + "\n".join(regels).encode("ascii")
    pagina.obj.Contents = pdf.make_stream(nieuw)
    weg = {a.objgen for a in aantekeningen}
    over = [a for a in pagina.obj.Annots if a.objgen not in weg]
    pagina.obj.Annots = pikepdf.Array(over)


def _placement(aantekening: Any, vorm: Any) -> tuple[float, ...]:
    """The map that puts the box of an appearance on the rectangle of its annotation."""
    matrix = [float(g) for g in vorm.get("/Matrix", [1, 0, 0, 1, 0, 0])]
    x0, y0, x1, y1 = (float(g) for g in vorm.get("/BBox", [0, 0, 1, 1]))
    a, b, c, d, e, f = matrix
    punten = [
        (a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)
    ]
    bx0, by0 = min(p[0] for p in punten), min(p[1] for p in punten)
    bx1, by1 = max(p[0] for p in punten), max(p[1] for p in punten)
    rx0, ry0, rx1, ry1 = (float(g) for g in aantekening.Rect)
    links, onder = min(rx0, rx1), min(ry0, ry1)
    sx = abs(rx1 - rx0) / (bx1 - bx0) if bx1 > bx0 else 1.0
    sy = abs(ry1 - ry0) / (by1 - by0) if by1 > by0 else 1.0
    return (sx, 0.0, 0.0, sy, links - bx0 * sx, onder - by0 * sy)
