"""What the header lines of a message say: sender, receivers, moment, subject."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from modellen.document import Eigenschappen

if TYPE_CHECKING:
    from pipeline.splitting.mailkop import Mailkop

_MAANDEN = (
    ("jan",), ("feb",), ("maa", "mrt", "mar"), ("apr",), ("mei", "may"), ("jun",),
    ("jul",), ("aug",), ("sep",), ("okt", "oct"), ("nov",), ("dec",),
)  # fmt: skip
_GETALLEN = re.compile(
    r"\b(?P<d>\d{1,2})[-/](?P<m>\d{1,2})[-/](?P<j>\d{4})|\b(?P<jj>\d{4})-(?P<mm>\d{2})-(?P<dd>\d{2})"
)
_WOORDEN = re.compile(
    r"(?i)\b(?P<d>\d{1,2})\.?\s+(?P<m>[a-z]{3,9})\.?,?\s+(?P<j>\d{4})"
)
_ENGELS = re.compile(r"(?i)\b(?P<m>[a-z]{3,9})\s+(?P<d>\d{1,2}),\s+(?P<j>\d{4})")
_TIJD = re.compile(r"(?i)\b(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap])?\.?(?:m\b)?")
_MIDDAG = 12


def message_properties(kop: Mailkop | None) -> Eigenschappen:
    """The properties of a message by its header lines; empty without them."""
    if kop is None:
        return Eigenschappen()
    velden = kop.velden
    return Eigenschappen(
        onderwerp=velden.get("onderwerp") or None,
        afzender=velden.get("van") or None,
        aan=_addresses(velden.get("aan", "")),
        cc=_addresses(velden.get("cc", "")),
        bcc=_addresses(velden.get("bcc", "")),
        verzonden=_moment(velden.get("verzonden") or velden.get("datum", "")),
        bijlagen_genoemd=_files(velden.get("bijlagen", "")),
    )


def _addresses(tekst: str) -> tuple[str, ...]:
    """Names or addresses; a comma parts them only where an address stands before it."""
    delen = re.split(r";|(?<=>),|(?<=\.[a-z]{2}),|(?<=\.[a-z]{3}),", tekst)
    return tuple(d.strip() for d in delen if d.strip())


def _files(tekst: str) -> tuple[str, ...]:
    delen = re.split(r";|(?<=\.[a-z]{3}),|(?<=\.[a-z]{4}),", tekst)
    return tuple(d.strip(" <>") for d in delen if d.strip(" <>"))


def _moment(tekst: str) -> datetime | None:
    """The day and, where printed, the time; nothing for a day that does not exist."""
    dag = _day(tekst)
    if dag is None:
        return None
    tijd = _TIJD.search(tekst, dag[3])
    uur, minuut = (int(tijd.group(1)), int(tijd.group(2))) if tijd else (0, 0)
    if tijd and (tijd.group(3) or "").lower() == "p" and uur < _MIDDAG:
        uur += _MIDDAG
    try:
        return datetime(dag[0], dag[1], dag[2], uur, minuut)  # noqa: DTZ001 (printed without a zone)
    except ValueError:
        return None


def _day(tekst: str) -> tuple[int, int, int, int] | None:
    """Year, month, day, and the offset behind them."""
    raak = _GETALLEN.search(tekst)
    if raak:
        if raak["j"]:
            return int(raak["j"]), int(raak["m"]), int(raak["d"]), raak.end()
        return int(raak["jj"]), int(raak["mm"]), int(raak["dd"]), raak.end()
    for vorm in (_WOORDEN, _ENGELS):
        for raak in vorm.finditer(tekst):
            maand = _month(raak["m"])
            if maand:
                return int(raak["j"]), maand, int(raak["d"]), raak.end()
    return None


def _month(woord: str) -> int:
    kort = woord.casefold()[:3]
    return next((n for n, namen in enumerate(_MAANDEN, 1) if kort in namen), 0)
