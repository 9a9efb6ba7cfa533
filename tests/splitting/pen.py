"""A pen that sets lines on pages: wraps, breaks pages, draws running lines and tables."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas


@dataclass(slots=True, kw_only=True)
class Stijl:
    """How one document is set: type, margins, running lines, page numbers."""

    letter: str = "Helvetica"
    vet: str = "Helvetica-Bold"
    maat: float = 10.5
    marge: float = 70.0
    liggend: bool = False
    kop: str = ""
    voet: str = ""
    nummers: str = ""
    totaal: int = 0


@dataclass(slots=True)
class Pen:
    """Draws on a growing PDF; ``pagina`` counts from 1 over the whole stream."""

    buffer: io.BytesIO = field(default_factory=io.BytesIO)
    pagina: int = 0
    eigen: int = 0
    y: float = 0.0
    stijl: Stijl = field(default_factory=Stijl)
    canvas: Canvas | None = None

    def begin(self, stijl: Stijl, *, zelfde_pagina: bool = False) -> bool:
        """Start a document; on the same page when there is room. Tells whether it did."""
        ruimte = self.canvas is not None and self.y > 330 and not stijl.liggend
        if zelfde_pagina and ruimte and not self.stijl.liggend:
            self.y -= 46
            self.stijl = stijl
            self.eigen = 1
            return True
        self.stijl = stijl
        self.eigen = 0
        self._page()
        return False

    def _page(self) -> None:
        maat = landscape(A4) if self.stijl.liggend else A4
        if self.canvas is None:
            self.canvas = Canvas(self.buffer, pagesize=maat, invariant=True)
        else:
            self.canvas.showPage()
            self.canvas.setPageSize(maat)
        self.pagina += 1
        self.eigen += 1
        self.y = maat[1] - 75
        self.canvas.setFont(self.stijl.letter, 8)
        if self.stijl.kop:
            self.canvas.drawString(self.stijl.marge, maat[1] - 35, self.stijl.kop)
        voet = self.stijl.voet
        if self.stijl.nummers:
            voet = f"{voet}  " if voet else ""
            voet += self.stijl.nummers.format(
                n=self.eigen, m=max(self.stijl.totaal, self.eigen)
            )
        if voet:
            self.canvas.drawString(self.stijl.marge, 30, voet)

    def regel(
        self, tekst: str, *, vet: bool = False, maat: float = 0, inspring: float = 0
    ) -> None:
        """A paragraph, wrapped over lines and pages."""
        maat = maat or self.stijl.maat
        font = self.stijl.vet if vet else self.stijl.letter
        breed = (
            (landscape(A4) if self.stijl.liggend else A4)[0]
            - 2 * self.stijl.marge
            - inspring
        )
        for deel in simpleSplit(tekst, font, maat, breed):
            if self.y < 62:
                self._page()
            self.canvas.setFont(font, maat)
            self.canvas.drawString(self.stijl.marge + inspring, self.y, deel)
            self.y -= maat * 1.25

    def wit(self, punten: float = 9) -> None:
        """Leave room; nothing at the head of a page."""
        self.y -= punten

    def nieuwe_pagina(self) -> None:
        """Go on at the head of a next page."""
        self._page()

    def tabel(
        self, rijen: list[list[str]], breedten: list[float], *, lijnen: bool = True
    ) -> None:
        """A table; its header is printed again on each page."""
        kop, *rest = rijen
        self._row(kop, breedten, lijnen=lijnen, vet=True)
        for rij in rest:
            if self.y < 90:
                self._page()
                self._row(kop, breedten, lijnen=lijnen, vet=True)
            self._row(rij, breedten, lijnen=lijnen)

    def _row(
        self, rij: list[str], breedten: list[float], *, lijnen: bool, vet: bool = False
    ) -> None:
        font, maat = (
            (self.stijl.vet if vet else self.stijl.letter),
            min(self.stijl.maat, 9.5),
        )
        cellen = [
            simpleSplit(t, font, maat, b - 8)
            for t, b in zip(rij, breedten, strict=True)
        ]
        hoog = max(len(c) for c in cellen) * maat * 1.2 + 6
        x = self.stijl.marge
        for cel, breed in zip(cellen, breedten, strict=True):
            if lijnen:
                self.canvas.rect(x, self.y - hoog + maat, breed, hoog)
            self.canvas.setFont(font, maat)
            for i, deel in enumerate(cel):
                self.canvas.drawString(x + 4, self.y - i * maat * 1.2, deel)
            x += breed
        self.y -= hoog

    def klaar(self) -> bytes:
        """The PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()
