"""Times of the day: ``van 14.00 uur tot 15.00 uur``, ``09:30-11:00``, ``half drie``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from pipeline.taal.letters import klein as make_klein
from pipeline.taal.telwoord import parse_telwoord

_KLOK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_UUR = r"(?:[01]?\d|2[0-4])"
_SLOT = r"(?:\s?(?:uur|u\b|h\b)\.?)"
_TIJD = re.compile(
    rf"(?<![\w.,:/€-])(?P<van>{_KLOK}|{_UUR}(?={_SLOT}|\s?(?:-|tot|en)\s?(?:{_KLOK}|{_UUR}{_SLOT})))"
    rf"(?P<uur1>{_SLOT})?"
    r"(?:\s{0,2}(?P<tot_woord>-|tot(?:\sen\smet)?|t/m|en)\s{0,2}(?:circa\s|ca\.\s|ongeveer\s)?"
    rf"(?P<tot>{_KLOK}|{_UUR}(?={_SLOT}))(?P<uur2>{_SLOT})?)?(?![\w%]|[.,:/-]\d)"
)
_HALF = re.compile(
    r"(?<!\w)(?:(?P<half>half)|kwart\s(?P<kwart>voor|over))\s"
    r"(?P<uur>een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?!\w)"
    r"(?:\suur)?"
)
_DUUR_NA = re.compile(r"\s(?:per|lang|begeleiding|werk|later|eerder)(?!\w)")
_DUUR_VOOR = re.compile(r"(?:binnen|gedurende|duurt|maximaal|minimaal|circa|elke)\s\Z")
_CIJFER = re.compile(r"\d[.:]\d\d|\d\s?(?:uur|u\b|h\b)|half|kwart")
_HALVE_DAG, _WERKDAG_BEGIN, _DAG_UREN = 12, 8, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdvak:
    """A time, or a stretch of time, as it stands at ``begin``..``eind`` of a text."""

    begin: int
    eind: int
    van: time
    tot: time | None = None


def find_tijden(tekst: str) -> tuple[Tijdvak, ...]:
    """All times of the day in a text, from left to right.

    A bare ``14.00`` counts only as part of a stretch or with "uur": prices and section
    numbers look the same; ``14:00`` always counts. ``half drie`` is taken in office
    hours.
    """
    klein = make_klein(tekst)
    if not _CIJFER.search(klein):
        return ()
    gevonden = [
        _make_tijdvak(t) for t in _TIJD.finditer(klein) if not _is_duur(klein, t)
    ]
    gevonden += [*map(_make_half, _HALF.finditer(klein))]
    return tuple(sorted((t for t in gevonden if t), key=lambda t: t.begin))


def _make_tijdvak(treffer: re.Match[str]) -> Tijdvak | None:
    uur = treffer["uur1"] or treffer["uur2"]
    if not uur and ":" not in treffer["van"] and not _is_vak(treffer):
        return None
    van = _read(treffer["van"])
    if van is None:
        return None
    tot = _read(treffer["tot"]) if treffer["tot"] else None
    eind = treffer.end() if tot or not treffer["tot"] else treffer.start("tot_woord")
    return Tijdvak(begin=treffer.start(), eind=eind, van=van, tot=tot)


def _is_duur(klein: str, treffer: re.Match[str]) -> bool:
    """Bare hours may be a length of time: "12 uur per week"."""
    if treffer["tot"] or not treffer["van"].isdigit():
        return False
    begin = treffer.start()
    return bool(
        _DUUR_NA.match(klein, treffer.end())
        or _DUUR_VOOR.search(klein, max(0, begin - 12), begin)
    )


def _is_vak(treffer: re.Match[str]) -> bool:
    """Two clock times with a dash; "1.20 en 2.40" may be amounts."""
    return (
        treffer["tot"] is not None
        and treffer["tot_woord"] != "en"
        and len(treffer["tot"]) == len(treffer["van"]) == len("14.00")
    )


def _read(tekst: str) -> time | None:
    uren, _, minuten = tekst.replace(":", ".").partition(".")
    uur, minuut = int(uren), int(minuten or 0)
    if uur == _DAG_UREN:
        return time(0, 0) if minuut == 0 else None
    return time(uur, minuut)


def _make_half(treffer: re.Match[str]) -> Tijdvak | None:
    woord = treffer["uur"]
    uur = 1 if woord == "een" else int(parse_telwoord(woord) or 0)
    terug = {"over": -15, "voor": 15}.get(treffer["kwart"] or "", 30)
    minuten = (uur * 60 - terug) % (_HALVE_DAG * 60)
    if minuten < _WERKDAG_BEGIN * 60 - 30:
        minuten += _HALVE_DAG * 60
    return Tijdvak(
        begin=treffer.start(),
        eind=treffer.end(),
        van=time(minuten // 60, minuten % 60),
    )
