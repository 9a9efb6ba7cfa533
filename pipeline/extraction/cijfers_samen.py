"""What row, column and title of a table say of one figure, put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extraction.cijfers_duiding import TOTAAL
from pipeline.extraction.cijfers_kop import ZONDER_GROEP

if TYPE_CHECKING:
    from decimal import Decimal

    from modellen.document import Cel
    from pipeline.extraction.cijfers_context import Context
    from pipeline.extraction.cijfers_kop import Kolom
    from pipeline.extraction.cijfers_rij import Rij
    from pipeline.extraction.cijfers_waarde import Waarde

_TWIJFEL = 0.6
_GEERFD = 0.9
_ONBEKEND_GEBIED = 0.7
_BREUK = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A figure in the making: its cell and the row and column that name it."""

    rij: Rij
    kolom: Kolom
    cel: Cel
    waarde: Waarde
    tekst: str
    verschil: bool = False


def find_maat(plek: Plek, context: Context) -> tuple[str, float]:
    """The measure and how sure it is; the sign in the cell wins over the label."""
    rij, kolom = plek.rij.duiding, plek.kolom.duiding
    if plek.waarde.eenheid == "%":
        zeker = rij.maat if rij.afgeleid else kolom.maat
        return "percentage", 1.0 if zeker in {None, "percentage"} else _TWIJFEL
    if plek.verschil:
        return "verschil", 1.0 if rij.maat == "verschil" else _TWIJFEL
    for duiding in (rij, kolom):
        if duiding.afgeleid and duiding.maat:
            return duiding.maat, 1.0
    if kolom.maat and kolom.nuance and not kolom.sterk:
        return kolom.maat, 1.0
    for duiding in (kolom, rij, plek.rij.over, context.titel):
        if duiding.maat and duiding.sterk and not duiding.afgeleid:
            geerfd = duiding is kolom and plek.kolom.geerfd
            return duiding.maat, _GEERFD if geerfd else 1.0
    return "aantal", 1.0 if kolom.maat or rij.maat else _GEERFD


def find_thema(plek: Plek, context: Context) -> str | None:
    """What the figure is about: the axis without areas says so first."""
    rij, kolom, over = plek.rij.duiding, plek.kolom.duiding, plek.rij.over
    if kolom.thema in ZONDER_GROEP:
        return kolom.thema
    if context.as_ == "rij":
        return (
            kolom.thema
            or rij.thema
            or over.thema
            or (TOTAAL if kolom.totaal else None)
            or context.titel.thema
        )
    if rij.thema or kolom.thema:
        return rij.thema or kolom.thema
    if rij.totaal or (kolom.totaal and context.as_ is None):
        return TOTAAL
    return over.thema or context.titel.thema


def find_gebied(plek: Plek, context: Context) -> tuple[str | None, float]:  # noqa: PLR0911 (one line per case reads best)
    """The area and how sure it is."""
    rij = plek.rij
    if rij.gebied:
        return rij.gebied, 1.0
    if context.as_ == "kolom":
        return plek.kolom.gebied or context.geheel, 1.0
    if context.as_ is None:
        landelijk = rij.duiding.landelijk or context.titel.landelijk
        return ("landelijk" if landelijk else context.gebied), 1.0
    if rij.duiding.landelijk and not plek.verschil and plek.waarde.eenheid != "%":
        return "landelijk", 1.0
    if rij.naam:
        return rij.naam, 1.0
    if context.sums_up(rij):
        return context.area_of(rij), 1.0
    return rij.label, _ONBEKEND_GEBIED


def find_jaar(
    plek: Plek, maat: str, thema: str | None, context: Context
) -> tuple[int | None, str | None]:
    """The year, or the years or half year as written."""
    rij, kolom = plek.rij.duiding, plek.kolom.duiding
    for duiding in (kolom, rij, plek.rij.over):
        if duiding.jaar or duiding.jaartekst:
            return duiding.jaar, duiding.jaartekst
    stand = kolom.stand or rij.stand
    if stand is None and maat == "realisatie":
        stand = context.stand
    if stand is not None and (maat == "realisatie" or thema in ZONDER_GROEP):
        return stand.year, None
    if maat == "realisatie" or thema in ZONDER_GROEP:
        return None, None
    return context.titel.jaar, context.titel.jaartekst


def find_eenheid(
    plek: Plek, maat: str, thema: str | None, context: Context
) -> str | None:
    """The unit: of the cell, the measure, the header, the title."""
    if plek.waarde.eenheid == "%":
        return "%"
    if maat == "percentage":
        return None if _is_fraction(plek.waarde.waarde) else "%"
    if thema == "inwoners":
        return "inwoners"
    eigen = plek.kolom.duiding.eenheid or plek.rij.duiding.eenheid
    if eigen and eigen != "%":
        return eigen
    return plek.waarde.eenheid or (None if thema == "kosten" else context.eenheid)


def _is_fraction(waarde: Decimal | None) -> bool:
    """A share written as 0,82, without a sign."""
    return waarde is not None and waarde % 1 != 0 and abs(waarde) < _BREUK


def qualify(plek: Plek, thema: str | None, jaartekst: str | None) -> str | None:
    """What else tells this figure apart from others like it."""
    nuances = [
        plek.waarde.kwalificatie,
        jaartekst,
        plek.kolom.duiding.nuance,
        None if plek.rij.gebied else plek.rij.duiding.nuance,
        plek.rij.over.thema if thema == TOTAAL and plek.rij.duiding.totaal else None,
        plek.rij.plek,
    ]
    return ", ".join(dict.fromkeys(n for n in nuances if n)) or None
