"""A page as a picture: what is done when a page cannot be rewritten with certainty.

The picture is made of the page with the areas painted over, so nothing under them is in
it. What remains and can be read with certainty is laid over it as invisible text.
"""

from __future__ import annotations

from ctypes import c_double
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from math import ceil, floor
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageChops

from pipeline.errors import InvoerError
from pipeline.pdf.lakken.laag import NAAM as LAAGNAAM
from pipeline.pdf.lakken.laag import Tekstlaag
from pipeline.pdf.lakken.labels import ZONDER, label_under, mark, read_labels
from pipeline.pdf.lakken.matrix import page_box, page_turn
from pipeline.pdf.lakken.merken import address, read_marks
from pipeline.pdf.lakken.stippen import whiten_specks
from pipeline.pdf.lakken.vlak import make_op
from pipeline.pdf.lakken.zoeken import fold, overlap
from pipeline.pdf.lettervakken import read_letters
from pipeline.pdf.tekens import BREUKEN, clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.pdf.lakken.stroom import Doos

PUNTEN_PER_INCH = 72
DPI = 200
MEESTE_PIXELS = 40_000_000
GRIJS_GENOEG = 24
"""How far colours may lie apart in a picture that is stored in grey."""

ZICHTBAAR = 24
"""How far the lightest and darkest dot of a word lie apart, of 255, at the least."""

AFSTAND = 1.0
"""Points that a word must stay away from an area to be laid over the picture."""


def rasterise(
    pdf: pikepdf.Pdf, pagina: pikepdf.Page, plaat: Image.Image, laag: Tekstlaag
) -> None:
    """Replace what a page shows by a picture of it, with its words laid over it."""
    links, onder, rechts, boven = page_box(pagina)
    beeld = _store(pdf, plaat)
    plaatje = [
        make_op("q"),
        make_op("cm", rechts - links, 0, 0, boven - onder, links, onder),
        make_op("Do", pikepdf.Name("/VwBeeld")),
        make_op("Q"),
    ]
    bevelen = [*mark(ZONDER, laag.namen, plaatje), *laag.commands()]
    pagina.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(bevelen))
    pagina.obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary({"/VwBeeld": beeld}),
        Font=pikepdf.Dictionary({LAAGNAAM: laag.font(pdf)}),
    )
    for sleutel in ("/Group",) if laag.namen else ("/StructParents", "/Group"):
        if sleutel in pagina.obj:
            del pagina.obj[sleutel]


@dataclass(frozen=True, slots=True)
class Gezien:
    """The words of a page as another library sees them, with their boxes.

    ``labels`` are the numbers of the marked content they stand in, -1 for none.
    """

    woorden: list[tuple[str, Doos]]
    labels: list[int]

    def find(self, tekst: str, binnen: Sequence[Doos]) -> list[Doos]:
        """The boxes of the words that hold a text, touched by an area if there is one.

        What an area touches goes as a whole: of slanted text it may be around a part.
        With hyphens, then without: a line may end in one.
        """
        naald = fold(tekst)
        plat = [fold(w) for w, _ in self.woorden]
        return self._find(naald, plat, binnen) or self._find(
            naald.replace("-", ""), [w.replace("-", "") for w in plat], binnen
        )

    def _find(
        self, naald: str, plat: Sequence[str], binnen: Sequence[Doos]
    ) -> list[Doos]:
        grenzen = [0, *accumulate(map(len, plat))]
        geheel, gevonden = "".join(plat), []
        plek = geheel.find(naald) if naald else -1
        while plek >= 0:
            eind = plek + len(naald)
            raak = [
                doos
                for nummer, (_, doos) in enumerate(self.woorden)
                if grenzen[nummer] < eind and grenzen[nummer + 1] > plek
            ]
            dozen = _join_lines(raak)
            if not binnen or any(overlap(d, b) > 0 for d in dozen for b in binnen):
                gevonden += dozen
            plek = geheel.find(naald, eind)
        return gevonden


def _join_lines(dozen: Sequence[Doos]) -> list[Doos]:
    """The boxes of neighbouring words of one line as one: each word has no box."""
    samen: list[Doos] = []
    for doos in dozen:
        vorig = samen[-1] if samen else None
        hoog = doos[3] - doos[1]
        if vorig and _on_a_line(vorig, doos) and abs(doos[0] - vorig[2]) < hoog:
            samen[-1] = _union([vorig, doos])
        else:
            samen.append(doos)
    return samen


def _on_a_line(een: Doos, twee: Doos) -> bool:
    midden = (twee[1] + twee[3]) / 2
    return een[1] < midden < een[3]


def render_page(pdf: pikepdf.Pdf, nummer: int) -> tuple[Image.Image, Gezien]:
    """A page, from 0, as a picture without rotation, and what can be read on it.

    Raises ``InvoerError`` when it cannot be opened at all.
    """
    with pypdfium2.PdfDocument(single_page(pdf, nummer)) as document:
        bladzijde = document[0]
        bladzijde.set_rotation(0)
        schaal = picture_scale(*bladzijde.get_size())
        beeld = bladzijde.render(scale=schaal).to_pil().convert("RGB")
        plaat = whiten_specks(beeld)
        return plaat, see_words(bladzijde)


def single_page(pdf: pikepdf.Pdf, nummer: int) -> bytes:
    """A page, from 0, as a file of its own.

    Raises ``InvoerError`` when it cannot be opened at all.
    """
    uit = BytesIO()
    try:
        with pikepdf.new() as los:
            los.pages.append(pdf.pages[nummer])
            los.save(uit)
    except pikepdf.PdfError as fout:
        raise InvoerError(
            f"Bladzijde {nummer + 1} is beschadigd of pakt uit tot iets dat niet in "
            "het geheugen past. Druk het stuk opnieuw af als pdf en gebruik die."
        ) from fout
    return uit.getvalue()


def see_words(bladzijde: pypdfium2.PdfPage) -> Gezien:
    """The words that the text of a page says are on it."""
    gezien = list(_words(bladzijde))
    return Gezien([(w, d) for w, d, _ in gezien], [n for *_, n in gezien])


def picture_scale(breed: float, hoog: float) -> float:
    """Pixels for a point: less for a page so large that a picture would not fit."""
    gewoon = DPI / PUNTEN_PER_INCH
    return min(gewoon, float((MEESTE_PIXELS / max(breed * hoog, 1.0)) ** 0.5))


def only_shown(gezien: Gezien, plaat: Image.Image, blad: Doos) -> Gezien:
    """The words of which the picture, before it has boxes, shows anything at all.

    Under a text box or beside a frame that cuts them off they are even paper.
    """
    links, _, _, boven = blad
    schaal = plaat.width / max(blad[2] - links, 1e-6)
    grijs = plaat.convert("L")
    er = []
    for nummer, (_, (x0, y0, x1, y1)) in enumerate(gezien.woorden):
        van = floor((x0 - links) * schaal), floor((boven - y1) * schaal)
        tot = ceil((x1 - links) * schaal), ceil((boven - y0) * schaal)
        stuk = grijs.crop((*van, *tot))
        tinten = [tint for tint, keer in enumerate(stuk.histogram()) if keer]
        if tinten and tinten[-1] - tinten[0] >= ZICHTBAAR:
            er.append(nummer)
    return Gezien([gezien.woorden[n] for n in er], [gezien.labels[n] for n in er])


def lay_words(
    pdf: pikepdf.Pdf,
    pagina: pikepdf.Page,
    gezien: Gezien,
    weg: Sequence[Doos],
    codes: Sequence[tuple[str, Doos]],
) -> Tekstlaag:
    """The words that stay and the codes of the boxes, each in the mark it stood in."""
    blad = page_box(pagina)
    vrij = keep_words(gezien.woorden, weg)
    over = [
        (woord, label)
        for woord, label, houden in zip(
            gezien.woorden, gezien.labels, vrij, strict=True
        )
        if houden and overlap(woord[1], blad) > 0
    ]
    over += [(c, label_under(c[1], gezien.woorden, gezien.labels)) for c in codes]
    return Tekstlaag(
        woorden=[woord for woord, _ in over],
        draai=page_turn(pagina),
        namen=read_labels(pdf, pagina),
        labels=[label for _, label in over],
    )


def keep_words(
    woorden: Sequence[tuple[str, Doos]], dozen: Sequence[Doos]
) -> list[bool]:
    """Which words stay clear of every area."""
    ruim = [
        (d[0] - AFSTAND, d[1] - AFSTAND, d[2] + AFSTAND, d[3] + AFSTAND) for d in dozen
    ]
    return [not any(overlap(d, r) for r in ruim) for _, d in woorden]


def _words(bladzijde: Any) -> Iterator[tuple[str, Doos, int]]:
    """The words of a page with their boxes in page space, and their marks."""
    tekst, merken = bladzijde.get_textpage(), read_marks(bladzijde)
    aantal = tekst.count_chars()
    woord, label = "", ZONDER
    dozen: list[Doos] = []
    for plek, teken in enumerate(read_letters(tekst, aantal) if aantal else ()):
        doos = _char_box(tekst, plek)
        if woord and (teken.isspace() or _is_broken(woord, dozen[-1], doos)):
            yield _whole(woord), _union(dozen), label
            woord, dozen = "", []
        if teken.isspace():
            continue
        if not woord:
            ding = pypdfium2.raw.FPDFText_GetTextObject(tekst.raw, plek)
            label = merken.get(address(ding), ZONDER)
        woord += teken
        dozen.append(doos)
    if woord:
        yield _whole(woord), _union(dozen), label


def _is_broken(woord: str, laatste: Doos, volgende: Doos) -> bool:
    """Whether a word goes on at another line, behind what pdfium gives for a hyphen."""
    return woord[-1] in BREUKEN and not _on_a_line(laatste, volgende)


def _whole(woord: str) -> str:
    """A word with a plain hyphen at its end, and without what is no letter."""
    if woord[-1] in BREUKEN:
        woord = f"{woord[:-1]}-"
    return clean(woord) or "\N{REPLACEMENT CHARACTER}"


def _char_box(tekst: Any, plek: int) -> Doos:
    links, rechts, onder, boven = (c_double() for _ in range(4))
    pypdfium2.raw.FPDFText_GetCharBox(tekst.raw, plek, links, rechts, onder, boven)
    return (links.value, onder.value, rechts.value, boven.value)


def _union(dozen: list[Doos]) -> Doos:
    xs0, ys0, xs1, ys1 = zip(*dozen, strict=True)
    return (min(xs0), min(ys0), max(xs1), max(ys1))


def _store(pdf: pikepdf.Pdf, plaat: Image.Image) -> Any:
    """The picture as an image stream: in grey when there is no colour in it."""
    rood, groen, blauw = plaat.resize((200, 200)).split()
    paren = ((rood, groen), (groen, blauw), (rood, blauw))
    verschil = ImageChops.lighter(
        ImageChops.difference(*paren[0]),
        ImageChops.lighter(*(ImageChops.difference(*p) for p in paren[1:])),
    )
    grijs = sum(verschil.histogram()[GRIJS_GENOEG + 1 :]) == 0
    if grijs:
        plaat = plaat.convert("L")
    uit = BytesIO()
    plaat.save(uit, "JPEG", quality=80)
    return pdf.make_stream(
        uit.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=plaat.width,
        Height=plaat.height,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if grijs else pikepdf.Name.DeviceRGB,
        Filter=pikepdf.Name.DCTDecode,
    )
