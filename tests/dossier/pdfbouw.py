"""Printed pages: the same bytes each time, in the type faces every reader has."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from tests.dossier.vast import fix_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ACCENT = colors.HexColor("#1f4e79")
GRIJS = colors.HexColor("#d9e2ec")


def stijl(naam: str = "Helvetica", punten: float = 10, **meer: float) -> ParagraphStyle:
    """A paragraph style in one of the standard type faces."""
    eigen: dict[str, object] = {"leading": punten * 1.3, "spaceAfter": punten * 0.5}
    return ParagraphStyle(
        "s", fontName=naam, fontSize=punten, **(eigen | meer), splitLongWords=False
    )


_GEWOON = stijl()
_VET = stijl("Helvetica-Bold")
_SCHUIN = stijl("Helvetica-Oblique")
_LIJST = stijl(leftIndent=14, bulletIndent=2, spaceAfter=3)
_KOPPEN = {
    1: stijl("Helvetica-Bold", 15, textColor=ACCENT, spaceAfter=8),
    2: stijl("Helvetica-Bold", 11.5, spaceBefore=9, spaceAfter=4, keepWithNext=1),
    3: stijl("Helvetica-Bold", 10, spaceBefore=5, spaceAfter=2, keepWithNext=1),
}


def alinea(tekst: str, vorm: ParagraphStyle = _GEWOON) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(escape(tekst).replace("\n", "<br/>"), vorm)


def vet(tekst: str) -> Paragraph:
    """A paragraph in bold."""
    return alinea(tekst, _VET)


def cursief(tekst: str) -> Paragraph:
    """A paragraph in italics."""
    return alinea(tekst, _SCHUIN)


def kop(tekst: str, niveau: int = 2) -> Paragraph:
    """A heading."""
    return alinea(tekst, _KOPPEN[niveau])


def lijst(tekst: str, teken: str = "•") -> Paragraph:
    """A list item with its bullet or number."""
    return Paragraph(escape(tekst), _LIJST, bulletText=teken)


def wit(hoogte: float) -> Spacer:
    """White space, in points."""
    return Spacer(1, hoogte)


def tabel(  # noqa: PLR0913  # each says one thing about how a table looks
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[float],
    *,
    samen: Sequence[tuple[int, int, int, int]] = (),
    kopregels: int = 1,
    lijnen: bool = True,
    punten: float = 8,
    tekstkolommen: tuple[int, ...] = (0,),
    ruimte: float = 2.2,
) -> Table:
    """A table; ``breedtes`` in centimetres, ``samen`` merges (column, row) to (column, row).

    ``ruimte`` is the white above and below a line. Columns outside ``tekstkolommen``
    are set flush right, as figures are.
    """
    regels: list[tuple[object, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), "Helvetica"),
        ("FONTNAME", (0, 0), (-1, kopregels - 1), "Helvetica-Bold"),
        ("FONTSIZE", (0, 0), (-1, -1), punten),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), ruimte),
        ("BOTTOMPADDING", (0, 0), (-1, -1), ruimte + 0.6),
        ("ALIGN", (0, 0), (-1, -1), "RIGHT"),
        ("ALIGN", (0, 0), (-1, kopregels - 1), "CENTER"),
    ]
    regels += [("ALIGN", (k, 0), (k, -1), "LEFT") for k in tekstkolommen]
    regels += [("SPAN", (k, r), (kk, rr)) for k, r, kk, rr in samen]
    if lijnen:
        regels += [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, kopregels - 1), GRIJS),
        ]
    vulling = [[_cel(c, punten) for c in rij] for rij in rijen]
    return Table(
        vulling,
        colWidths=[b * cm for b in breedtes],
        repeatRows=kopregels,
        style=TableStyle(regels),
        hAlign="LEFT",
    )


def _cel(tekst: str, punten: float) -> str | Paragraph:
    """Long text wraps, short text stays as it is."""
    if len(tekst) < 22:
        return tekst
    return Paragraph(escape(tekst).replace("\n", "<br/>"), stijl(punten=punten))


class _Teller(Canvas):
    """A canvas that knows the number of pages when it prints the foot of each."""

    def __init__(
        self, *args: object, decor: Callable[[Canvas, int, int], None], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self._decor = decor
        self._bladen: list[dict[str, object]] = []

    def showPage(self) -> None:  # noqa: N802  # the name is reportlab's
        self._bladen.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for nummer, blad in enumerate(self._bladen, 1):
            self.__dict__.update(blad)
            self._decor(self, nummer, len(self._bladen))
            Canvas.showPage(self)
        Canvas.save(self)


def make_pdf(  # noqa: PLR0913  # each is one thing that pages show
    delen: Sequence[Flowable],
    *,
    titel: str,
    boven: str = "",
    onder: str = "",
    auteur: str = "Secretariaat regietafel",
    decor: Callable[[Canvas, int, int], None] | None = None,
    eerst: str = "staand",
    dag: str = "20250901",
) -> bytes:
    """A file of A4 pages; ``{x}`` and ``{y}`` in ``onder`` are page and page count.

    ``decor`` paints a page by its number instead of ``boven`` and ``onder``. ``eerst`` is how
    the first page stands; ``liggend()`` and ``staand()`` turn the pages after it.
    ``dag`` is when the file says it was made.
    """
    uit = io.BytesIO()
    doc = BaseDocTemplate(uit, pagesize=A4, title=titel, author=auteur, invariant=1)
    bladen = {"staand": A4, "liggend": landscape(A4)}
    volgorde = sorted(bladen, key=lambda naam: naam != eerst)
    doc.addPageTemplates([_template(naam, bladen[naam]) for naam in volgorde])

    def paint(doek: Canvas, x: int, y: int) -> None:
        doek.setFont("Helvetica", 8.5)
        hoog = doek._pagesize[1]
        doek.drawString(2.2 * cm, hoog - 1.3 * cm, boven)
        doek.drawRightString(
            doek._pagesize[0] - 2.2 * cm, 1.1 * cm, onder.format(x=x, y=y)
        )

    doc.build(
        list(delen),
        canvasmaker=lambda *a, **k: _Teller(*a, decor=decor or paint, **k),
    )
    return fix_pdf(uit.getvalue(), dag)


def _template(naam: str, formaat: tuple[float, float]) -> PageTemplate:
    breed, hoog = formaat
    vak = Frame(2.2 * cm, 2 * cm, breed - 4.2 * cm, hoog - 4 * cm, id=naam)
    return PageTemplate(naam, [vak], pagesize=formaat)


def liggend() -> NextPageTemplate:
    """The next page lies on its side."""
    return NextPageTemplate("liggend")


def staand() -> NextPageTemplate:
    """The next page stands upright."""
    return NextPageTemplate("staand")
