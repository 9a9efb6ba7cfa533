"""Pages of a Word document: counted from the breaks that are stored in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.document import Pagina
from pipeline.readers.word.xml import W, attr, number, switch

if TYPE_CHECKING:
    from lxml import etree

_TWIPS = 20.0
_A4 = (595.3, 841.9)
_NIEUWE_PAGINA = {"nextPage", "evenPage", "oddPage", None}


class Bladen:
    """The page the walk is on, and the size of each page passed.

    ``gerenderd``: Word stored where its pages ended; only those breaks count then.
    """

    def __init__(self, body: etree._Element) -> None:
        self._secties = list(body.iter(f"{W}sectPr"))
        self._sectie = 0
        self.gerenderd = next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None
        self._maten = [self._size()]
        self._wissel = False

    @property
    def nummer(self) -> int:
        """The page of what comes next, from 1."""
        return len(self._maten)

    def turn(self) -> None:
        """Go to the next page."""
        self._maten.append(self._size())

    def before(self, ppr: etree._Element | None, van_stijl: bool) -> None:  # noqa: FBT001 one fact of the style
        """What a paragraph does to the page before its text."""
        eigen = switch(ppr, "pageBreakBefore")
        if not self.gerenderd and (van_stijl if eigen is None else eigen):
            self.turn()

    def after(self, ppr: etree._Element | None) -> None:
        """What the end of a paragraph does: a section may end there."""
        if ppr is None or ppr.find(f"{W}sectPr") is None:
            return
        self._sectie += 1
        soort = (
            attr(self._current().find(f"{W}type"))
            if self._current() is not None
            else None
        )
        if soort not in _NIEUWE_PAGINA:
            return
        if not self.gerenderd:
            self.turn()

    def pages(self) -> tuple[Pagina, ...]:
        """All pages passed."""
        return tuple(
            Pagina(nummer=n, breedte=b, hoogte=h)
            for n, (b, h) in enumerate(self._maten, 1)
        )

    def sections(self) -> list[etree._Element]:
        """The sections in order."""
        return self._secties

    def _current(self) -> etree._Element:
        return self._secties[min(self._sectie, len(self._secties) - 1)]

    def _size(self) -> tuple[float, float]:
        if not self._secties:
            return _A4
        maat = self._current().find(f"{W}pgSz")
        breedte, hoogte = number(maat, "w"), number(maat, "h")
        if not breedte or not hoogte:
            return _A4
        return breedte / _TWIPS, hoogte / _TWIPS
