"""From documents to what stands in them: one extractor per kind of record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from modellen.stuk import Stuk
from pipeline.extraction.datering import file_date
from pipeline.extraction.kenmerken import find_kenmerken
from pipeline.extraction.stuk_verband import link_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from modellen.document import Document
    from pipeline.rulebook import Regelboek

__all__ = ["EXTRACTORS", "extract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """A function that finds one kind of record, by name so that it loads when used.

    ``doel`` names ``find_x(stuk, regelboek) -> tuple[X, ...]``; what it finds goes
    into the field ``veld`` of the ``Stuk`` that the next extractor is given.
    """

    veld: str
    doel: str

    def find(self, stuk: Stuk, regelboek: Regelboek) -> Stuk:
        """The same with the records of this kind added."""
        module, _, functie = self.doel.partition(":")
        records = getattr(import_module(module), functie)(stuk, regelboek)
        gevuld: dict[str, Any] = {self.veld: records}
        return replace(stuk, **gevuld)


EXTRACTORS: tuple[Extractor, ...] = (
    Extractor(
        veld="vergaderingen",
        doel="pipeline.extraction.vergadering:find_vergaderingen",
    ),
    Extractor(veld="deelnemers", doel="pipeline.extraction.deelnemers:find_deelnemers"),
    Extractor(
        veld="agendapunten", doel="pipeline.extraction.agendapunten:find_agendapunten"
    ),
    Extractor(veld="acties", doel="pipeline.extraction.acties:find_acties"),
    Extractor(veld="besluiten", doel="pipeline.extraction.besluiten:find_besluiten"),
    Extractor(veld="cijfers", doel="pipeline.extraction.cijfers:find_cijfers"),
)


def extract(
    documenten: Sequence[Document],
    regelboek: Regelboek,
    ankerdatum: date | None = None,
) -> tuple[Stuk, ...]:
    """The documents with all that was recognised in them, in the same order.

    Dates without a year are read against the day of the document, else of the
    document it hangs under, else of the file, else ``ankerdatum``.
    """
    dagen: dict[str, date | None] = {}
    stukken = []
    for document in documenten:
        anker = dagen.get(document.ouder or "") or file_date(document) or ankerdatum
        kenmerken = find_kenmerken(document, regelboek, anker)
        dagen[document.id] = kenmerken.datum or anker
        stuk = Stuk(document=document, kenmerken=kenmerken)
        if document.blokken:
            for extractor in EXTRACTORS:
                stuk = extractor.find(stuk, regelboek)
        stukken.append(link_records(stuk))
    return tuple(stukken)
