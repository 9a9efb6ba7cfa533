"""Dutch numbers: points between thousands, a decimal comma, words, units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.taal.gegevens import load_gegevens
from pipeline.taal.letters import klein
from pipeline.taal.telwoord import parse_telwoord

_CIJFERS = re.compile(
    r"(?P<teken>[-+] ?)?"
    r"(?P<heel>0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d*)"
    r"(?:,(?P<deel>\d{1,6}|--?))?"
)
_VALUTA = re.compile(r"(?P<teken>- ?)?(?:€|eur|euro) ?(?P<rest>.*)")
_ACHTER = re.compile(r"(?P<getal>.*?[\d-]) ?(?P<eenheid>%|‰|€|\w[\w'².]*)")
_WOORD_DEEL = re.compile(r"(?P<getal>\S.*) (?P<eenheid>procent|euro|miljoen|miljard)")
_DUIZENDTAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Getal:
    """A number as written in Dutch.

    ``waarde`` is the number meant (a percentage stays 82), ``weergave`` the words as
    given. ``decimalen`` says how fine the notation is: 2 for ``61,50``, 0 for
    ``1.735``, -5 for ``1,2 mln``. ``eenheid`` is ``%``, ``€`` or the word behind it.
    """

    waarde: Decimal
    decimalen: int
    eenheid: str | None = None
    weergave: str


def parse_getal(weergave: str) -> Getal | None:
    """The number a short text shows, ``None`` where it shows none or is ambiguous.

    ``10.73`` and ``1,735`` can be read in two ways and are refused; so are numbers
    with leading zeros, ranges and dates.
    """
    kaal = " ".join(klein(weergave).split())
    if weergave.strip().lower() in {"één", "éen"}:
        kaal = "1"
    gevonden = _parse_valuta(kaal) or _parse_los(kaal, None) or _parse_achter(kaal)
    if gevonden is None:
        return None
    waarde, decimalen, eenheid = gevonden
    return Getal(waarde=waarde, decimalen=decimalen, eenheid=eenheid, weergave=weergave)


_Uitkomst = tuple[Decimal, int, str | None]


def _parse_los(tekst: str, eenheid: str | None) -> _Uitkomst | None:
    treffer = _CIJFERS.fullmatch(tekst)
    if treffer is None:
        woord = parse_telwoord(tekst)
        return None if woord is None else (woord, _fijnheid(woord), eenheid)
    heel = re.sub(r"[. ]", "", treffer["heel"])
    deel = (treffer["deel"] or "").strip("-")
    if treffer["deel"] and not deel and eenheid != "€":
        return None
    if len(deel) == _DUIZENDTAL and heel != "0" and treffer["heel"] == heel:
        return None
    min_ = "-" if (treffer["teken"] or "").startswith("-") else ""
    return Decimal(f"{min_}{heel}" + (f".{deel}" if deel else "")), len(deel), eenheid


def _parse_valuta(tekst: str) -> _Uitkomst | None:
    treffer = _VALUTA.fullmatch(tekst)
    if treffer is None:
        return None
    rest = (treffer["teken"] or "").strip() + treffer["rest"]
    los = _parse_los(rest, "€")
    if los is not None:
        return los
    met = _parse_achter(rest)
    return None if met is None or met[2] is not None else (met[0], met[1], "€")


def _parse_achter(tekst: str) -> _Uitkomst | None:
    treffer = _ACHTER.fullmatch(tekst) or _WOORD_DEEL.fullmatch(tekst)
    if treffer is None:
        return None
    eenheid = treffer["eenheid"]
    if eenheid in _veelvouden():
        return _vermenigvuldig(treffer["getal"], _veelvouden()[eenheid])
    bekend = {"procent": "%", "euro": "€"}.get(eenheid, eenheid)
    if bekend not in _eenheden():
        return None
    los = _parse_los(treffer["getal"].strip(), bekend)
    if los is not None or bekend != "€":
        return los
    met = _parse_achter(treffer["getal"].strip())
    return None if met is None or met[2] is not None else (met[0], met[1], "€")


def _vermenigvuldig(getal: str, macht: int) -> _Uitkomst | None:
    los = _parse_los(getal.strip(), None)
    if los is None:
        return None
    waarde = los[0].scaleb(macht)
    return Decimal(f"{waarde:f}"), los[1] - macht, None


@cache
def _veelvouden() -> dict[str, int]:
    return dict(load_gegevens("getal")["veelvoud"])


@cache
def _eenheden() -> frozenset[str]:
    return frozenset({"%", "‰", "€", *load_gegevens("getal")["eenheden"]})


def _fijnheid(woord: Decimal) -> int:
    exponent = woord.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
