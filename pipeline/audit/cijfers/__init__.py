"""Checks on figures: within a table, between documents, through time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.audit.cijfers.bijzonder import check_samengevoegd, check_twee_gebieden
from pipeline.audit.cijfers.blokken import (
    check_landelijk,
    check_ongedrukt,
    check_patroon,
    check_verschuiving,
)
from pipeline.audit.cijfers.formules import check_formules
from pipeline.audit.cijfers.formulier import check_onderdeel
from pipeline.audit.cijfers.melden import (
    report_afronding,
    report_fouten,
    report_ontbrekend,
)
from pipeline.audit.cijfers.opschrift import (
    check_kopnamen,
    check_notatie,
    check_rijlabels,
    check_waarden,
)
from pipeline.audit.cijfers.toetsen import find_verbanden, make_roosters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from modellen.bevinding import Bevinding
    from modellen.stuk import Stuk
    from pipeline.audit.cijfers.rooster import Telrooster
    from pipeline.rulebook import Regelboek

__all__ = ["check_tabellen", "find_verbanden", "make_roosters"]

ROOSTER_CHECKS: tuple[Callable[[Telrooster, Regelboek], Iterator[Bevinding]], ...] = (
    check_onderdeel,
    check_formules,
    check_rijlabels,
    check_kopnamen,
    check_landelijk,
    check_verschuiving,
    check_ongedrukt,
    check_patroon,
    check_notatie,
    check_waarden,
    check_samengevoegd,
    check_twee_gebieden,
)


def check_tabellen(stuk: Stuk, regelboek: Regelboek) -> Iterator[Bevinding]:
    """What does not add up, is unknown or is named wrongly in tables of figures."""
    for rooster in make_roosters(stuk, regelboek):
        verbanden = find_verbanden(rooster, regelboek)
        yield from report_fouten(rooster, verbanden, regelboek)
        yield from report_ontbrekend(rooster, verbanden, regelboek)
        yield from report_afronding(rooster, verbanden, regelboek)
        for check in ROOSTER_CHECKS:
            yield from check(rooster, regelboek)
