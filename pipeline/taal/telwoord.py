"""Dutch number words: twaalf, honderdtwintig, tweeduizend, anderhalf."""

from __future__ import annotations

import re
from decimal import Decimal

_EENHEDEN = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9,
}  # fmt: skip
_KLEIN = _EENHEDEN | {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TIENEN = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "zeventig": 70, "tachtig": 80, "negentig": 90,
}  # fmt: skip
_BREUKEN = {
    "nul": Decimal(0),
    "anderhalf": Decimal("1.5"),
    "anderhalve": Decimal("1.5"),
    "tweeeneenhalf": Decimal("2.5"),
    "tweeenhalf": Decimal("2.5"),
}
_MACHTEN = (("miljard", 10**9), ("miljoen", 10**6), ("duizend", 1000), ("honderd", 100))
_LANGST = 60


def parse_telwoord(woord: str) -> Decimal | None:
    """The value of a number word in lower case without accents.

    ``een`` alone is refused: it is nearly always the article.
    """
    kaal = re.sub(r"[ -]", "", woord)
    if kaal == "een" or not kaal or len(kaal) > _LANGST:
        return None
    if kaal in _BREUKEN:
        return _BREUKEN[kaal]
    waarde = _parse(kaal)
    return None if waarde is None else Decimal(waarde)


def _parse(kaal: str) -> int | None:
    for naam, macht in _MACHTEN:
        if naam in kaal:
            voor, _, na = kaal.partition(naam)
            aantal = 1 if not voor else _parse(voor)
            rest = 0 if not na else _parse(na.removeprefix("en") or na)
            if aantal is None or rest is None or rest >= macht or aantal >= macht * 100:
                return None
            return aantal * macht + rest
    return _parse_onder_honderd(kaal)


def _parse_onder_honderd(kaal: str) -> int | None:
    if kaal in _KLEIN:
        return _KLEIN[kaal]
    for naam, waarde in _TIENEN.items():
        if kaal == naam:
            return waarde
        if kaal.endswith(f"en{naam}"):
            los = _EENHEDEN.get(kaal[: -len(naam) - 2])
            return None if los is None else waarde + los
    return None
