"""How a stored value shows in its cell, in Dutch notation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

INGEBOUWD = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd-mm-yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm",
    21: "hh:mm:ss", 22: "dd-mm-yyyy hh:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-",
    42: "€ #,##0;-€ #,##0;-", 43: "#,##0.00;-#,##0.00;-",
    44: "€ #,##0.00;-€ #,##0.00;-",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
_DAGEN = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
_LETTERLIJK = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DATUMTEKEN = re.compile(r"[ymdhs]", re.IGNORECASE)
_VERSTREKEN = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_DATUMDEEL = re.compile(
    r"yyyy|yy|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|am/pm|a/p|\.0+", re.IGNORECASE
)
_VOORWAARDE = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
# A stroke stands for what parts a date where one lives (ECMA-376, 18.8.30).
_SCHEIDING = {"@": "", "/": "-"}
_CIJFERS = 11
_HEEL = Decimal(1)
_CIJFERPLEK = frozenset("0#?")
_LEEG_PLEK = {"0": "0", "#": "", "?": " "}
_MAANDEN_KORT = (
    *("jan", "feb", "mrt", "apr", "mei", "jun"),
    *("jul", "aug", "sep", "okt", "nov", "dec"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stuk:
    """One section of a format: what stands around the digits, and the digits."""

    voor: str
    patroon: str
    na: str
    datum: str | None = None
    masker: str = ""
    """A format with signs between its digits: ``00-00000000``; literal text is kept."""


def show_value(waarde: str, patroon: str, *, jaar1904: bool = False) -> str:
    """A stored number as its cell shows it; a text is shown as it is."""
    try:
        getal = Decimal(waarde)
    except InvalidOperation:
        return waarde
    if not getal.is_finite():
        return waarde
    secties = _split(patroon)
    sectie, absoluut = _choose(secties, getal)
    stuk = _parse(sectie)
    if stuk.datum is not None:
        moment = find_moment(getal, jaar1904=jaar1904)
        return waarde if moment is None else _show_date(moment, stuk.datum, getal)
    return _show_plain(getal, stuk, absoluut=absoluut)


def _show_plain(getal: Decimal, stuk: _Stuk, *, absoluut: bool) -> str:
    """A number that is no moment."""
    if stuk.masker:
        return _show_mask(getal, stuk.masker, teken=not absoluut)
    if stuk.patroon == "General":
        kaal = show_general(abs(getal) if absoluut else getal)
        return f"{stuk.voor}{kaal}{stuk.na}".strip()
    if not stuk.patroon:
        return (stuk.voor + stuk.na).strip()
    return _show_number(abs(getal) if absoluut else getal, stuk)


def is_date_format(patroon: str) -> bool:
    """Whether a format shows dates or times."""
    return _parse(_split(patroon)[0]).datum is not None


def find_moment(getal: Decimal, *, jaar1904: bool = False) -> datetime | None:
    """The moment a serial number stands for; nothing outside the calendar."""
    begin = datetime(1904, 1, 1) if jaar1904 else datetime(1899, 12, 30)  # noqa: DTZ001 a cell has no time zone
    if not jaar1904 and 0 < getal < 60:  # noqa: PLR2004 the leap day of 1900 that never was
        getal += 1
    try:
        seconden = int((getal * 86400).to_integral_value(ROUND_HALF_UP))
        return begin + timedelta(seconds=seconden)
    except (OverflowError, InvalidOperation):
        return None


def show_general(getal: Decimal) -> str:
    """A number without a format: at most eleven digits, decimal comma, no grouping."""
    if getal == 0:
        return "0"
    if getal == getal.to_integral_value() and getal.adjusted() < _CIJFERS:
        return str(int(getal))
    if not -10 < getal.adjusted() < _CIJFERS:  # noqa: PLR2004 then Excel writes a power of ten
        macht = getal.adjusted()
        hoofd = (getal.scaleb(-macht)).quantize(Decimal("0.00001")).normalize()
        return f"{hoofd:f}E{macht:+03d}".replace(".", ",")
    plaatsen = max(0, 9 - max(getal.adjusted(), 0))
    rond = getal.quantize(Decimal(1).scaleb(-plaatsen), ROUND_HALF_UP)
    tekst = f"{rond:f}"
    return tekst.rstrip("0").rstrip(".").replace(".", ",") if "." in tekst else tekst


@lru_cache(maxsize=512)
def _split(patroon: str) -> tuple[str, ...]:
    """The sections of a format; a semicolon between quotes parts nothing."""
    delen, stuk, citaat, index = [], "", False, 0
    while index < len(patroon):
        teken = patroon[index]
        if teken == "\\" and not citaat:
            stuk += patroon[index : index + 2]
            index += 2
            continue
        citaat ^= teken == '"'
        if teken == ";" and not citaat:
            delen.append(stuk)
            stuk = ""
        else:
            stuk += teken
        index += 1
    return (*delen, stuk)


def _choose(secties: tuple[str, ...], getal: Decimal) -> tuple[str, bool]:
    """The section for a number, and whether that shows the sign itself."""
    for sectie in secties[:2]:
        eis = _VOORWAARDE.search(sectie)
        if eis and _holds(getal, eis.group(1), Decimal(eis.group(2))):
            return sectie, False
    if any(_VOORWAARDE.search(s) for s in secties):
        return secties[-1], False
    if getal == 0 and len(secties) > 2 and secties[2]:  # noqa: PLR2004 positive, negative, zero
        return secties[2], False
    if getal < 0 and len(secties) > 1:
        return secties[1] or secties[0], bool(secties[1])
    return secties[0], False


def _holds(getal: Decimal, teken: str, grens: Decimal) -> bool:
    return {
        "<": getal < grens, ">": getal > grens, "<=": getal <= grens,
        ">=": getal >= grens, "=": getal == grens, "<>": getal != grens,
    }[teken]  # fmt: skip


@lru_cache(maxsize=512)
def _parse(sectie: str) -> _Stuk:
    zonder = _VERSTREKEN.sub(r"\1", sectie)
    kaal = _LETTERLIJK.sub("", zonder)
    if any(w in kaal.lower() for w in ("general", "standaard")) or kaal.strip() == "@":
        voor, _, na = (
            _LETTERLIJK.sub(_literal, sectie)
            .replace("@", "General")
            .partition("General")
        )
        return _Stuk(voor=voor, patroon="General", na=na)
    if _DATUMTEKEN.search(kaal) and not re.search(r"[#?]", kaal):
        return _Stuk(voor="", patroon="", na="", datum=sectie)
    beschermd: list[str] = []

    def keep(gevonden: re.Match[str]) -> str:
        beschermd.append(_literal(gevonden))
        return f"\ue000{len(beschermd) - 1}\ue001"

    veilig = _LETTERLIJK.sub(keep, sectie)
    if _is_mask(_hide(veilig)):
        return _Stuk(voor="", patroon="", na="", masker=_literals_kept(sectie))
    plek = re.search(
        r"[#0?](?:[#0?,. /]*[#0?,])?(?:\.[#0?]*)?,*(?:[eE][+-]0+)?", _hide(veilig)
    )
    if plek is None:
        return _Stuk(voor=_restore(veilig, beschermd), patroon="", na="")
    return _Stuk(
        voor=_restore(veilig[: plek.start()], beschermd),
        patroon=veilig[plek.start() : plek.end()],
        na=_restore(veilig[plek.end() :], beschermd),
    )


def _is_mask(verborgen: str) -> bool:
    """Whether signs stand between the digits of a format, and no figure is meant."""
    plekken = [i for i, teken in enumerate(verborgen) if teken in _CIJFERPLEK]
    if not plekken:
        return False
    kern = verborgen[plekken[0] : plekken[-1] + 1]
    return not re.search(r"[./]|[eE][+-]", kern) and bool(re.search(r"[^0#?,]", kern))


def _literals_kept(sectie: str) -> str:
    """A format in which literal digits and signs cannot be taken for places."""

    def keep(gevonden: re.Match[str]) -> str:
        return "".join(f"\0{teken}" for teken in _literal(gevonden))

    return _LETTERLIJK.sub(keep, sectie)


def _show_mask(getal: Decimal, masker: str, *, teken: bool) -> str:
    """The digits in the places of a mask, from the right; the first takes the rest."""
    rond = abs(getal).quantize(_HEEL, ROUND_HALF_UP)
    cijfers = list(f"{rond:f}")
    delen = re.findall(r"\0.|[^\0]", masker)
    eerste = next(i for i, deel in enumerate(delen) if deel in _CIJFERPLEK)
    uit: list[str] = []
    for nummer in range(len(delen) - 1, -1, -1):
        deel = delen[nummer]
        if deel not in _CIJFERPLEK:
            uit.append(deel.lstrip("\0").replace(",", ""))
        elif nummer == eerste and cijfers:
            uit.append("".join(cijfers))
        else:
            uit.append(cijfers.pop() if cijfers else _LEEG_PLEK[deel])
    tekst = "".join(reversed(uit)).strip()
    return f"-{tekst}" if teken and getal < 0 and rond else tekst


def _hide(tekst: str) -> str:
    """The text with protected pieces blanked: their digits do not count."""
    return re.sub("\ue000\\d+\ue001", lambda m: "\ue002" * len(m.group()), tekst)


def _restore(tekst: str, beschermd: list[str]) -> str:
    return re.sub("\ue000(\\d+)\ue001", lambda m: beschermd[int(m.group(1))], tekst)


def _literal(gevonden: re.Match[str]) -> str:
    citaat, los, breed, _, munt = gevonden.groups()
    if breed is not None:
        return " " if breed in {"-", " "} else ""
    return citaat or los or munt or ""


def _show_number(getal: Decimal, stuk: _Stuk) -> str:
    patroon = stuk.patroon
    if "/" in patroon:
        return _show_fraction(getal, patroon)
    if "%" in stuk.na or "%" in stuk.voor:
        getal *= 100
    if "e" in patroon.lower():
        return _scientific(getal, patroon)
    duizenden = len(patroon) - len(patroon.rstrip(","))
    heel, _, breuk = patroon.rstrip(",").partition(".")
    getal = getal.scaleb(-3 * duizenden)
    vast, meest = breuk.count("0"), len(re.sub(r"[^0#?]", "", breuk))
    rond = getal.quantize(_HEEL.scaleb(-meest), ROUND_HALF_UP)
    groepen = "," in heel
    teken = "-" if rond.is_signed() else ""
    cijfers, _, achter = f"{abs(rond):f}".partition(".")
    cijfers = cijfers.zfill(heel.count("0"))
    if heel.count("0") == 0 and cijfers == "0":
        cijfers = ""
    while len(achter) > vast and achter.endswith("0"):
        achter = achter[:-1]
    if groepen:
        cijfers = _group(cijfers)
    tekst = f"{cijfers},{achter}" if achter else cijfers
    return f"{teken}{stuk.voor}{tekst}{stuk.na}".strip()


def _show_fraction(getal: Decimal, patroon: str) -> str:
    """A number as a whole and a fraction of as many digits as the format has."""
    onder = re.sub(r"[^?#0]", "", patroon.rpartition("/")[2]) or "?"
    breuk = Fraction(abs(getal)).limit_denominator(10 ** len(onder) - 1)
    heel, rest = divmod(breuk.numerator, breuk.denominator)
    deel = f"{rest}/{breuk.denominator}" if rest else ""
    tekst = " ".join(d for d in (str(heel) if heel or not deel else "", deel) if d)
    return f"-{tekst}" if getal < 0 and breuk else tekst


def _group(cijfers: str) -> str:
    eerste = len(cijfers) % 3
    delen = [cijfers[:eerste]] if eerste else []
    delen += [cijfers[i : i + 3] for i in range(eerste, len(cijfers), 3)]
    return ".".join(delen)


def _scientific(getal: Decimal, patroon: str) -> str:
    breuk = patroon.lower().partition("e")[0].partition(".")[2]
    macht = getal.adjusted() if getal else 0
    hoofd = getal.scaleb(-macht).quantize(_HEEL.scaleb(-len(breuk)), ROUND_HALF_UP)
    return f"{hoofd:f}E{macht:+03d}".replace(".", ",")


def _show_date(moment: datetime, patroon: str, getal: Decimal) -> str:
    patroon = patroon.split(";", maxsplit=1)[0]
    verstreken = _VERSTREKEN.search(patroon)
    if verstreken:
        return _show_elapsed(getal, patroon)
    middag = "am/pm" in patroon.lower() or "a/p" in patroon.lower()
    uit, vorige_uur = [], False
    for stuk in _date_parts(_VERSTREKEN.sub("", patroon)):
        if stuk.startswith("\0"):
            uit.append(stuk[1:])
            continue
        klein = stuk.lower()
        uit.append(_date_piece(klein, moment, minuten=vorige_uur, middag=middag))
        if klein[0] in "hs":
            vorige_uur = True
        elif klein[0] in "dy" or (klein[0] == "m" and not vorige_uur):
            vorige_uur = False
    return "".join(uit).strip()


def _date_parts(patroon: str) -> list[str]:
    """Pieces of a date format; literal text begins with a zero character.

    Minutes are told from months by what stands beside them: ``mm`` before seconds too.
    """
    delen: list[str] = []
    index = 0
    while index < len(patroon):
        letterlijk = _LETTERLIJK.match(patroon, index)
        deel = _DATUMDEEL.match(patroon, index)
        if letterlijk:
            delen.append("\0" + _literal(letterlijk))
            index = letterlijk.end()
        elif deel:
            delen.append(deel.group())
            index = deel.end()
        else:
            delen.append("\0" + _SCHEIDING.get(patroon[index], patroon[index]))
            index += 1
    return delen


def _date_piece(deel: str, moment: datetime, *, minuten: bool, middag: bool) -> str:
    uur = (moment.hour % 12 or 12) if middag else moment.hour
    if deel in {"m", "mm"} and minuten:
        return f"{moment.minute:02d}" if deel == "mm" else str(moment.minute)
    vast = {
        "yyyy": f"{moment.year:04d}", "yy": f"{moment.year % 100:02d}",
        "mmmmm": _MAANDEN[moment.month - 1][0], "mmmm": _MAANDEN[moment.month - 1],
        "mmm": _MAANDEN_KORT[moment.month - 1], "mm": f"{moment.month:02d}",
        "m": str(moment.month), "dddd": _DAGEN[moment.weekday()],
        "ddd": _DAGEN[moment.weekday()][:2], "dd": f"{moment.day:02d}",
        "d": str(moment.day), "hh": f"{uur:02d}", "h": str(uur),
        "ss": f"{moment.second:02d}", "s": str(moment.second),
        "am/pm": "AM" if moment.hour < 12 else "PM",  # noqa: PLR2004 noon
        "a/p": "A" if moment.hour < 12 else "P",  # noqa: PLR2004 noon
    }  # fmt: skip
    return vast.get(deel, "")


def _show_elapsed(getal: Decimal, patroon: str) -> str:
    seconden = int((getal * 86400).to_integral_value(ROUND_HALF_UP))
    uren, rest = divmod(abs(seconden), 3600)
    minuten, sec = divmod(rest, 60)
    teken = "-" if seconden < 0 else ""
    tekst = f"{teken}{uren}:{minuten:02d}"
    return f"{tekst}:{sec:02d}" if "s" in patroon.lower() else tekst
