"""Running heads and feet: the same words at the same height on page after page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from modellen.document import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.pdf.vormen import Blad, Regel

_BOVEN = 0.14
_ONDER = 0.88
_MINSTE = 2
_AANDEEL = 0.5
_BUREN = 3
_CIJFER = re.compile(r"\d+")
_PAGINA = re.compile(
    r"(?:(?:pagina|blz\.?|bladzijde|page|pag\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?"
    r"(?:\s*(?:van|of|/|\|)\s*\d{1,4})?|"
    r"(?:.{0,60}\s)?(?:pagina|blz\.?|bladzijde|page|pag\.)\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)


class Randen:
    """What stands in the margins of a file, learned from all of its pages."""

    def __init__(self, bladen: Sequence[Blad]) -> None:
        self._teller: Counter[tuple[Zone, str, int]] = Counter()
        self._paginas: dict[tuple[Zone, str, int], list[int]] = {}
        self._aantal = len(bladen)
        for blad in bladen:
            for zone, regel in _margins(blad):
                sleutel = _key(zone, regel, blad)
                self._teller[sleutel] += 1
                self._paginas.setdefault(sleutel, []).append(blad.nummer)

    def zones(self, blad: Blad) -> dict[int, Zone]:
        """The zones of lines by identity; what is not there is main text."""
        uit: dict[int, Zone] = {}
        for zone, regel in _margins(blad):
            keert_terug = self._repeats(_key(zone, regel, blad), blad.nummer)
            if keert_terug or _is_page_number(zone, regel, blad):
                uit[id(regel)] = zone
        return uit

    def _repeats(self, sleutel: tuple[Zone, str, int], nummer: int) -> bool:
        """On most pages, or on pages nearby: a glued file has several running heads."""
        keer = self._teller[sleutel]
        if keer < _MINSTE:
            return False
        if keer >= _AANDEEL * self._aantal:
            return True
        buren = sum(1 for p in self._paginas[sleutel] if 0 < abs(p - nummer) <= _BUREN)
        return buren >= 1 and keer >= _MINSTE


def _margins(blad: Blad) -> list[tuple[Zone, Regel]]:
    uit = []
    for regel in blad.regels:
        if regel.kader.onder < _BOVEN * blad.hoogte:
            uit.append((Zone.KOPTEKST, regel))
        elif regel.kader.boven > _ONDER * blad.hoogte:
            uit.append((Zone.VOETTEKST, regel))
    return uit


def _key(zone: Zone, regel: Regel, blad: Blad) -> tuple[Zone, str, int]:
    """The words and the height; figures count only where they are no page number.

    "Bijlage 1" and "Bijlage 2" at the top of two pages are two titles.
    """
    vanaf = blad.hoogte if zone == Zone.VOETTEKST else 0.0
    nummert = zone == Zone.VOETTEKST or _PAGINA.fullmatch(regel.tekst) is not None
    tekst = _CIJFER.sub("#", regel.tekst) if nummert else regel.tekst
    return zone, tekst, round((regel.kader.boven - vanaf) / 4)


def _is_page_number(zone: Zone, regel: Regel, blad: Blad) -> bool:
    """A page number by itself, the outermost line of its page."""
    if _PAGINA.fullmatch(regel.tekst) is None:
        return False
    hoogtes = [r.kader.boven for r in blad.regels]
    if zone == Zone.VOETTEKST:
        return regel.kader.boven >= max(hoogtes) - 1
    return regel.kader.boven <= min(hoogtes) + 1 and not regel.tekst.isdigit()
