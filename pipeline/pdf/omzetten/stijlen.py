"""Which text is hidden: by itself, or by the styles it inherits from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.pdf.omzetten.woordxml import W, attr, switch

if TYPE_CHECKING:
    from lxml import etree


class Verborgen:
    """Knows for every style whether its text is hidden."""

    def __init__(self, stijlen: etree._Element | None) -> None:
        self._stijlen: dict[str, etree._Element] = {}
        self._gewoon: str | None = None
        self._altijd = False
        if stijlen is None:
            return
        standaard = stijlen.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._altijd = bool(switch(standaard, "vanish"))
        for stijl in stijlen.iterfind(f"{W}style"):
            sleutel = attr(stijl, "styleId")
            if sleutel is not None:
                self._stijlen[sleutel] = stijl
                if attr(stijl, "type") == "paragraph" and attr(stijl, "default") == "1":
                    self._gewoon = sleutel

    def run(self, run: etree._Element, alinea: etree._Element | None) -> bool:
        """Whether a run is hidden, in the paragraph it stands in."""
        rpr = run.find(f"{W}rPr")
        eigen = switch(rpr, "vanish")
        if eigen is None and rpr is not None:
            eigen = self._style(attr(rpr.find(f"{W}rStyle")))
        return self.paragraph(alinea) if eigen is None else eigen

    def mark(self, alinea: etree._Element) -> bool:
        """Whether the end of a paragraph is hidden, so that it takes no line."""
        eigen = switch(alinea.find(f"{W}pPr/{W}rPr"), "vanish")
        return self.paragraph(alinea) if eigen is None else eigen

    def paragraph(self, alinea: etree._Element | None) -> bool:
        """Whether the style of a paragraph hides its text."""
        stijl = None if alinea is None else alinea.find(f"{W}pPr/{W}pStyle")
        sleutel = self._gewoon if stijl is None else attr(stijl)
        gezegd = self._style(sleutel)
        return self._altijd if gezegd is None else gezegd

    def _style(self, sleutel: str | None) -> bool | None:
        gezien: set[str] = set()
        while sleutel is not None and sleutel not in gezien:
            gezien.add(sleutel)
            stijl = self._stijlen.get(sleutel)
            if stijl is None:
                return None
            eigen = switch(stijl.find(f"{W}rPr"), "vanish")
            if eigen is not None:
                return eigen
            sleutel = attr(stijl.find(f"{W}basedOn"))
        return None
