"""Personal data with a fixed form: patterns of the rulebook and their checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.persoon import Gegevenssoort
from pipeline.errors import RegelError
from pipeline.extraction.persoonsgegevens.toetsen import TOETSEN

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.rulebook import Regel


@dataclass(frozen=True, slots=True, kw_only=True)
class Patroonvondst:
    """A stretch of clean text with a fixed form."""

    begin: int
    eind: int
    tekst: str
    soort: Gegevenssoort
    regel: Regel
    zekerheid: float


def find_patronen(tekst: str, kennis: Kennis) -> Iterator[Patroonvondst]:
    """All stretches that a pattern finds and its check confirms.

    Raises ``RegelError`` when a rule names a check or a kind that does not exist.
    """
    laag = tekst.lower()
    for regel in kennis.patronen:
        soort, toets = _read(regel)
        for raak in regel.find_in(tekst, laag):
            zekerheid = toets(raak, kennis) if toets else 0.9
            if zekerheid:
                begin, eind = raak.span("doel")
                yield Patroonvondst(
                    begin=begin,
                    eind=eind,
                    tekst=raak["doel"],
                    soort=soort,
                    regel=regel,
                    zekerheid=zekerheid,
                )


def _read(
    regel: Regel,
) -> tuple[Gegevenssoort, Callable[[re.Match[str], Kennis], float] | None]:
    """The kind a rule finds and the check it asks for."""
    naam = regel.kenmerken.get("toets")
    try:
        return Gegevenssoort(regel.soort), TOETSEN[naam] if naam else None
    except (KeyError, ValueError) as fout:
        raise RegelError(
            f"Regel '{regel.id}' in {regel.bestand}: soort of toets {fout} bestaat "
            "niet. Kies een bestaande."
        ) from fout
