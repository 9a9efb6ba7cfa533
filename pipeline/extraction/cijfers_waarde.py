"""What a cell shows, as a number or as the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.taal.getal import parse_getal
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from modellen.document import Cel
    from pipeline.extraction.cijfers_kennis import Kennis

_ZEKER = Decimal("1e-9")
_NOOT = re.compile(r"(?<=[\d%])\s?(?:\*{1,3}|[¹²³⁴†]|\(?[1-9a-d]\))+$")
_VOORAF = re.compile(
    r"^(?P<woord>ca\.?|circa|ongeveer|ongev\.?|plm\.?|±|\+/-|~|ruim|bijna|max\.?|"
    r"maximaal|min\.?|minimaal|[<>≤≥]=?)\s*(?P<rest>\d.*)$"
)
_REEKS = re.compile(
    r"^(?P<van>\d[\d.]*)\s?(?:-|à|a|tot)\s?(?P<tot>\d[\d.]*)(?P<staart>\s?%?)$"
)
_MEER = re.compile(r"^(?P<rest>\d[\d.,]*)\s?(?P<woord>\+|\([^)]{1,40}\))$")
_DATUM = re.compile(r"^\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{2}|\d{4})$")
_JAAR = re.compile(r"^(?:199\d|20[0-6]\d)$")
_JAARWOORD = re.compile(r"^(?:19|20)\d\d [a-z]")
_ONDUIDELIJK = re.compile(r"^-?\s?(?!0\d)\d+(?:[.,]\d+)+\s?%?$")
_LAK = re.compile(r"[▮█■]|^\W*5\.?1\.?[12]|redacted|gelakt", re.IGNORECASE)
_CIJFER = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarde:
    """A value as shown: the number meant or the reason it is missing."""

    waarde: Decimal | None = None
    eenheid: str | None = None
    ontbreekt: str | None = None
    kwalificatie: str | None = None


def read_waarde(tekst: str, cel: Cel | None, kennis: Kennis) -> Waarde | None:
    """The value of a cell; ``None`` where it holds words, a date or a telephone number.

    A range gives its lower end and stands in ``kwalificatie``. A workbook gives the
    stored number where the display is rounded.
    """
    kaal = " ".join(klein(tekst).split())
    reden = _find_reden(kaal, cel, kennis)
    if reden is not None:
        nul = _stored(cel)
        return Waarde(ontbreekt=reden) if nul is None else Waarde(waarde=nul)
    if not _CIJFER.search(kaal):
        return Waarde(ontbreekt="gelakt") if _LAK.search(kaal) else None
    if _DATUM.match(kaal) or _JAARWOORD.match(kaal):
        return None
    getoond = _read_getoond(kaal)
    if getoond is None:
        return Waarde(ontbreekt="gelakt") if _LAK.search(kaal) else _stored_only(cel)
    return getoond if cel is None else _with_stored(getoond, cel)


def _find_reden(kaal: str, cel: Cel | None, kennis: Kennis) -> str | None:
    """Why a cell shows no number; a format may show zero as a dash or as nothing."""
    if not kaal:
        leeg = cel is None or not cel.formule or cel.berekend
        return "leeg" if leeg else "niet_berekend"
    return kennis.ontbreekt.get(kaal) or kennis.ontbreekt.get(kaal.rstrip(".* "))


def is_jaar(tekst: str) -> bool:
    """Whether a cell shows nothing but a year of these decades."""
    return _JAAR.match(tekst.strip()) is not None


def is_unclear(tekst: str) -> bool:
    """Whether a text is made of digits and marks but is no number, day or time."""
    return _ONDUIDELIJK.match(tekst) is not None and _DATUM.match(tekst) is None


@lru_cache(maxsize=8192)
def _read_getoond(kaal: str) -> Waarde | None:
    kaal = _NOOT.sub("", kaal)
    los = _read_los(kaal)
    if los is not None:
        return los
    for vorm in (_VOORAF, _MEER):
        raak = vorm.match(kaal)
        if raak and (rest := _read_los(raak["rest"])) is not None:
            return Waarde(
                waarde=rest.waarde, eenheid=rest.eenheid, kwalificatie=raak["woord"]
            )
    raak = _REEKS.match(kaal)
    if raak is None:
        return None
    van, tot = (_read_los(raak[k] + raak["staart"]) for k in ("van", "tot"))
    if van is None or tot is None or not _rises(van.waarde, tot.waarde):
        return None
    return Waarde(waarde=van.waarde, eenheid=van.eenheid, kwalificatie=kaal)


def _rises(van: Decimal | None, tot: Decimal | None) -> bool:
    return van is not None and tot is not None and van < tot


def _read_los(kaal: str) -> Waarde | None:
    getal = parse_getal(kaal)
    if getal is None:
        return None
    return Waarde(waarde=getal.waarde + 0, eenheid=getal.eenheid)


def _stored_only(cel: Cel | None) -> Waarde | None:
    """A number under a format of its own (``40 plekken``)."""
    opgeslagen = _stored(cel)
    return None if opgeslagen is None else Waarde(waarde=opgeslagen)


def _with_stored(getoond: Waarde, cel: Cel) -> Waarde:
    opgeslagen = _stored(cel)
    if opgeslagen is None or getoond.waarde is None:
        return getoond
    if getoond.eenheid == "%":
        opgeslagen = _plain(opgeslagen * 100)
    if abs(opgeslagen - getoond.waarde) <= _ZEKER:
        return getoond
    return Waarde(waarde=opgeslagen, eenheid=getoond.eenheid)


def _plain(waarde: Decimal) -> Decimal:
    """The number without zeros behind the comma."""
    kaal = waarde.normalize()
    exponent = kaal.as_tuple().exponent
    return (
        kaal.quantize(Decimal(1))
        if isinstance(exponent, int) and exponent > 0
        else kaal
    )


def _stored(cel: Cel | None) -> Decimal | None:
    if cel is None or cel.waarde is None:
        return None
    try:
        waarde = Decimal(cel.waarde)
    except InvalidOperation:
        return None
    return waarde if waarde.is_finite() else None
