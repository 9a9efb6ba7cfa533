"""Provenance: where a record was found, in the literal words of its source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modellen.plaats import Plaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """A quote, its span in the text of a document, and the rule that chose it.

    ``document.tekst[begin:eind] == citaat`` holds. ``zekerheid`` runs from 0 to 1.
    """

    document: str
    begin: int
    eind: int
    citaat: str
    plaats: Plaats
    regel: str
    zekerheid: float = 1.0

    def __post_init__(self) -> None:
        if self.begin < 0 or self.eind - self.begin != len(self.citaat):
            raise ValueError("the span does not match the length of the quote")
        if not self.citaat:
            raise ValueError("a quote has words")
        if not 0 <= self.zekerheid <= 1:
            raise ValueError("certainty runs from 0 to 1")

    @property
    def pagina(self) -> int | None:
        """The page, from 1, where the source has pages."""
        return self.plaats.pagina


def record_id(letter: str, herkomst: Herkomst, *onderscheid: str) -> str:
    """An identifier made of what was found and where, never of a row number."""
    delen = (herkomst.document, str(herkomst.begin), herkomst.citaat, *onderscheid)
    return letter + hashlib.sha256("\n".join(delen).encode()).hexdigest()[:12]
