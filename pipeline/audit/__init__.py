"""Checks on documents and on the dossier: each yields findings, none raises."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from modellen.bevinding import Klasse
from pipeline.audit.actielijst import check_eigen_lijst, check_lijst
from pipeline.audit.acties import check_acties
from pipeline.audit.bijlagen import check_bijlagen
from pipeline.audit.briefdatum import check_briefdatum
from pipeline.audit.cijfers import check_tabellen
from pipeline.audit.cijfers.inzending import check_formulieren
from pipeline.audit.cijfers.kruis import check_tekst
from pipeline.audit.cijfers.standen import check_versies
from pipeline.audit.dubbel import check_dubbel, check_tweeling
from pipeline.audit.gelijke_acties import check_gelijke_acties
from pipeline.audit.gemist import GEMIST, check_gemist
from pipeline.audit.kalender import (
    check_voorbereiding,
    check_vrije_dag,
    check_weekdag,
    check_zonder_datum,
)
from pipeline.audit.levensloop import (
    check_elders,
    check_onbekende_status,
    check_vermeldingen,
    report_terugkeer,
)
from pipeline.audit.lezing import (
    check_grens,
    check_niet_berekend,
    check_onduidelijk,
    check_ongelezen,
    check_verborgen,
    check_wijzigingen,
)
from pipeline.audit.opsomming import check_opsomming
from pipeline.audit.vergaderingen import check_vergaderdag, check_vergadertijd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from modellen.bevinding import Bevinding
    from modellen.dossier import Dossier
    from modellen.stuk import Stuk
    from pipeline.rulebook import Regelboek

__all__ = [
    "DOSSIER_CHECKS",
    "GEMIST",
    "STUK_CHECKS",
    "audit_dossier",
    "audit_stuk",
    "report_terugkeer",
]

STUK_CHECKS: tuple[Callable[[Stuk, Regelboek], Iterator[Bevinding]], ...] = (
    check_ongelezen,
    check_wijzigingen,
    check_verborgen,
    check_niet_berekend,
    check_onduidelijk,
    check_grens,
    check_weekdag,
    check_voorbereiding,
    check_zonder_datum,
    check_vrije_dag,
    check_acties,
    check_gemist,
    check_elders,
    check_onbekende_status,
    check_eigen_lijst,
    check_opsomming,
    check_tabellen,
)

DOSSIER_CHECKS: tuple[Callable[[Dossier, Regelboek], Iterator[Bevinding]], ...] = (
    check_bijlagen,
    check_dubbel,
    check_tweeling,
    check_vergadertijd,
    check_vergaderdag,
    check_vermeldingen,
    check_gelijke_acties,
    check_versies,
    check_tekst,
    check_formulieren,
    check_lijst,
)

Lezer = Callable[[str], str]

TEKST_CHECKS: tuple[Callable[[Dossier, Regelboek, Lezer], Iterator[Bevinding]], ...] = (
    check_briefdatum,
)

_ERNST = {klasse: nummer for nummer, klasse in enumerate(Klasse)}


def audit_stuk(stuk: Stuk, regelboek: Regelboek) -> tuple[Bevinding, ...]:
    """What one document shows by itself, gravest first."""
    return _sorted(b for check in STUK_CHECKS for b in check(stuk, regelboek))


def audit_dossier(
    dossier: Dossier, regelboek: Regelboek, lees: Lezer | None = None
) -> tuple[Bevinding, ...]:
    """What documents show together, gravest first.

    ``lees`` gives the text of a document; without it what stands in texts only is not
    compared.
    """
    gevonden = [b for check in DOSSIER_CHECKS for b in check(dossier, regelboek)]
    if lees is not None:
        gevonden += [b for t in TEKST_CHECKS for b in t(dossier, regelboek, lees)]
    return _sorted(gevonden)


def _sorted(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    uniek = {b.id: b for b in bevindingen}
    return tuple(sorted(uniek.values(), key=lambda b: _ERNST[b.klasse]))
