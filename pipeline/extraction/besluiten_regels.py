"""The rules for decisions, by what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modellen.afspraak import Resultaat
from pipeline.extraction.acties_regels import Regelset

if TYPE_CHECKING:
    from pipeline.rulebook import Regel, Regelboek


class Besluitregels:
    """Finds announcements, outcomes and formulas; knows what takes them back."""

    def __init__(self, regelboek: Regelboek) -> None:
        alle = regelboek.regels("besluiten")
        self.aanhef = Regelset(r for r in alle if r.soort == "aanhef")
        self.opsomming = Regelset(r for r in alle if r.soort == "opsomming")
        self.kop = Regelset(r for r in alle if r.soort == "kop")
        self.kort = Regelset(r for r in alle if r.soort == "kort")
        self._formule = Regelset(r for r in alle if r.soort == "formule")
        self._uitkomst = Regelset(r for r in alle if r.soort == "uitkomst")
        self._tegen = Regelset(r for r in alle if r.soort == "tegen")

    def find_formule(self, klein: str) -> Regel | None:
        """The formula by which a sentence decides, unless something takes it back."""
        gevonden = [r for r, _ in self._formule.find(klein)]
        if not gevonden:
            return None
        tegen = [r for r, _ in self._tegen.find(klein)]
        for regel in gevonden:
            behalve = (
                t for t in tegen if regel.id not in t.kenmerken.get("behalve", "")
            )
            if next(behalve, None) is None:
                return regel
        return None

    def is_geen_besluit(self, klein: str) -> bool:
        """Whether a sentence tells of others, of the past, or of what is still to be."""
        return next(self._tegen.find(klein), None) is not None

    def find_resultaat(self, klein: str, anders: str = "besloten") -> Resultaat:
        """The outcome that words tell of."""
        for regel, _ in self._uitkomst.find(klein):
            return Resultaat(regel.kenmerken["resultaat"])
        return Resultaat(anders)
