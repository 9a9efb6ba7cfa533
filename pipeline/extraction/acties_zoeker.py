"""What the search for actions in one document carries along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.afspraak import Actie, Actiesoort, Actiestatus
from pipeline.extraction.acties_termijn import GEEN, Termijn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modellen.stuk import Stuk
    from pipeline.extraction.acties_regels import Actieregels
    from pipeline.extraction.acties_tekst import Lezing, Passage
    from pipeline.extraction.acties_wie import Namen
    from pipeline.rulebook import Regel


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """The owners and the term that a row gives for its cell of running text."""

    wie: tuple[str, ...] = ()
    termijn: Termijn = GEEN


GEEN_BLOK = Blok()


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoeker:
    """All that the search of one document needs.

    ``blokken`` gives, by where a cell begins, the owner and term beside it;
    ``overslaan`` the cells that were read otherwise.
    """

    stuk: Stuk
    lezing: Lezing
    regels: Actieregels
    namen: Namen
    blokken: Mapping[int, Blok]
    overslaan: frozenset[int]
    alleen_letterlijk: bool = False

    def tekst(self, begin: int, eind: int) -> str:
        """The words of a stretch, without redaction marks and tags."""
        return self.lezing.tekst[begin:eind]

    def blok(self, passage: Passage) -> Blok:
        """What stands beside the cell of a passage."""
        if passage.cel is None:
            return GEEN_BLOK
        return self.blokken.get(passage.cel.begin, GEEN_BLOK)


def make_actie(  # noqa: PLR0913 the fields of an action
    zoeker: Zoeker,
    *,
    regel: Regel,
    omschrijving: str,
    wie: tuple[str, ...],
    termijn: Termijn,
    span: tuple[int, int],
    zekerheid: float,
    soort: Actiesoort = Actiesoort.ACTIE,
    expliciet: bool = True,
    nummer: str | None = None,
) -> Actie:
    """An action with the quote of its span."""
    return Actie(
        omschrijving=omschrijving,
        actiehouders=wie,
        termijn=termijn.tot,
        termijn_tekst=termijn.tekst,
        status=Actiestatus.NIEUW,
        soort=soort,
        expliciet=expliciet,
        nummer_bron=nummer,
        herkomst=zoeker.stuk.document.citeer(
            *span, regel=f"acties/{regel.id}", zekerheid=round(zekerheid, 2)
        ),
    )
