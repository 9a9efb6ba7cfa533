"""The rules for decisions, by what they do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.afspraak import Resultaat
from pipeline.extraction.acties_regels import Regelset

if TYPE_CHECKING:
    from pipeline.rulebook import Regel, Regelboek

_BIJZIN = re.compile(r"\b(?:dat|om)\b")
_ONDERWERP_VOOR, _ONDERWERP_NA = 70, 45


class Besluitregels:
    """Finds announcements, outcomes and formulas; knows what takes them back.

    ``tekst`` is that of the document, in lower case.
    """

    def __init__(self, regelboek: Regelboek, tekst: str) -> None:
        def kies(soort: str) -> Regelset:
            alle = regelboek.regels("besluiten", soort)
            return Regelset(alle).keep(tekst)

        self.aanhef = kies("aanhef")
        self.opsomming = kies("opsomming")
        self.kop = kies("kop")
        self.kort = kies("kort")
        self._formule = kies("formule")
        self._uitkomst = kies("uitkomst")
        woorden = regelboek.tabel("besluiten/eigen.toml")["woorden"]
        self._eigen = re.compile(rf"\b(?:{'|'.join(map(re.escape, woorden))})\b")
        self._tegen = kies("tegen")

    def find_formule(self, klein: str) -> Regel | None:
        """The formula by which a sentence decides, unless something takes it back."""
        for regel, treffer in self._formule.find(klein):
            if not self._is_eigen(regel, treffer):
                continue
            tegen = [r for r, _ in self._tegen.find(_main_clause(regel, treffer))]
            if all(regel.id in t.kenmerken.get("behalve", "").split() for t in tegen):
                return regel
        return None

    def _is_eigen(self, regel: Regel, treffer: re.Match[str]) -> bool:
        """Whether the subject of the verb is this table, where a rule asks for it."""
        if regel.kenmerken.get("onderwerp") != "eigen":
            return True
        voor = treffer.string[: treffer.start()].rstrip()
        stuk = voor[-_ONDERWERP_VOOR:] + " " + treffer[0][:_ONDERWERP_NA]
        return not voor or self._eigen.search(stuk) is not None

    def is_geen_besluit(self, klein: str) -> bool:
        """Whether a sentence tells of others, of the past, or of what is to come."""
        return next(self._tegen.find(klein), None) is not None

    def find_resultaat(self, klein: str, anders: str = "besloten") -> Resultaat:
        """The outcome that words tell of."""
        for regel, _ in self._uitkomst.find(klein):
            return Resultaat(regel.kenmerken["resultaat"])
        return Resultaat(anders)


def _main_clause(regel: Regel, treffer: re.Match[str]) -> str:
    """What "is afgesproken dat …" says itself; what follows is the decision."""
    if regel.kenmerken["resultaat"] != "besloten":
        return treffer.string
    bijzin = _BIJZIN.search(treffer.string, treffer.end())
    return treffer.string[: bijzin.start()] if bijzin else treffer.string
