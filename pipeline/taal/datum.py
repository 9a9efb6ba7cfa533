"""Dutch dates in running text, as intervals.

What a term means is decided here once: ``tot`` is the last day meant (``vóór 1 april``:
1 April, with ``strikt``), a year that goes unsaid is the one nearest to the anchor or,
for what points ahead, the first after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from pipeline.taal import datumrelatief as relatief
from pipeline.taal import datumvormen as vormen
from pipeline.taal.gegevens import load_gegevens
from pipeline.taal.kalender import (
    Anker,
    Periode,
    Precisie,
    Richting,
    find_deel,
    next_dag,
    widen_week,
)
from pipeline.taal.letters import klein as make_klein

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from pipeline.taal.datumvormen import Vorm

__all__ = ["Datering", "Datumsoort", "Precisie", "find_data"]


class Datumsoort(StrEnum):
    """What the words before a date make of it."""

    OP = "op"
    VOOR = "voor"
    UITERLIJK = "uiterlijk"
    TOT = "tot"
    BINNEN = "binnen"
    VANAF = "vanaf"
    PER = "per"
    NA = "na"
    ROND = "rond"
    VERGADERING = "vergadering"
    VAAG = "vaag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Datering:
    """A date as written: ``tekst`` stands at ``begin``..``eind`` of the searched text.

    ``van`` is ``None`` for a limit (``uiterlijk``, ``voor``, ``tot``), ``tot`` for what
    only begins (``vanaf``, ``na``); both for a vague term, an impossible day, a meeting
    still to be looked up, or a date that needs an anchor there is not.
    """

    begin: int
    eind: int
    tekst: str
    van: date | None
    tot: date | None
    precisie: Precisie
    soort: Datumsoort = Datumsoort.OP
    strikt: bool = False
    weekdag_klopt: bool | None = None


_SOORTEN = {
    "uiterlijk": Datumsoort.UITERLIJK, "niet later dan": Datumsoort.UITERLIJK,
    "ten laatste": Datumsoort.UITERLIJK, "deadline": Datumsoort.UITERLIJK,
    "voor": Datumsoort.VOOR, "voorafgaand aan": Datumsoort.VOOR,
    "tot": Datumsoort.TOT, "tot en met": Datumsoort.TOT, "t/m": Datumsoort.TOT,
    "vanaf": Datumsoort.VANAF, "met ingang van": Datumsoort.VANAF,
    "m.i.v.": Datumsoort.VANAF, "miv": Datumsoort.VANAF, "ingaande": Datumsoort.VANAF,
    "sinds": Datumsoort.VANAF, "per": Datumsoort.PER, "na": Datumsoort.NA,
    "rond": Datumsoort.ROND, "rondom": Datumsoort.ROND, "omstreeks": Datumsoort.ROND,
    "circa": Datumsoort.ROND, "ca.": Datumsoort.ROND,
}  # fmt: skip
_NEUTRAAL = "op|in de loop van|in|tijdens|gedurende|tegen|dd|d.d."
_SOORT = re.compile(
    r"(?<![\w-])(?P<soort>"
    + "|".join(
        re.escape(s).replace(r"\ ", r"\s")
        for s in sorted([*_SOORTEN, *_NEUTRAAL.split("|")], key=len, reverse=True)
    )
    + r")\.?(?:\s?:)?\s{1,2}(?:(?:voor|op|per|in|aan|tijdens|tegen|rond)\s)?"
    r"(?:(?:de|het)\s)?\Z"
)
_DEEL = re.compile(
    r"(?<!\w)(?P<deel>begin|primo|medio|half|halverwege|midden|mid|einde|eind|ultimo|"
    r"(?P<nr>eerste|tweede|derde|vierde|laatste|[1-4]\^?e)\s(?P<stuk>helft|week))"
    r"(?:\s|-)(?:(?:van|in)\s)?(?:(?:de|het)\s)?(?:maand\s)?\Z"
)
_WEEK_VAN = re.compile(r"(?<!\w)(?:de\s)?week\svan\s(?:\w+dag\s)?\Z")
_RANG = {"laatste": -1, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_DEELWOORD = {
    "begin": "begin", "primo": "begin", "medio": "midden", "half": "midden",
    "halverwege": "midden", "midden": "midden", "mid": "midden", "eind": "eind",
    "einde": "eind", "ultimo": "eind",
}  # fmt: skip
_RICHTING = re.compile(
    r"(?<!\w)(?P<rel>a\.?s\.?|aanstaande|aankomende?|eerstkomende|eerstvolgende|komende?|"
    r"volgende?|deze|dit|afgelopen|vorige?|laatste)\s\Z"
)
_ACHTERAF = re.compile(
    r",?\s?\(?(?P<rel>a\.?s\.?|aanstaande|eerstkomend|jl\.?|j\.l\.?|jongstleden|ll\.|l\.l\.)"
    r"(?!\w)\)?"
)
_TERUG = ("afgelopen", "vorig", "laatste", "j", "l")
_GRENZEN = {Datumsoort.VOOR, Datumsoort.UITERLIJK, Datumsoort.TOT, Datumsoort.BINNEN}
_STRENG = {Datumsoort.VOOR, Datumsoort.UITERLIJK, Datumsoort.PER, Datumsoort.VANAF}
_LANG = {Precisie.JAAR, Precisie.HALFJAAR, Precisie.KWARTAAL}

_HANDLERS: dict[str, Callable[[str, int, int], Vorm | None]] = {
    "maand": vormen.find_bij_maand,
    "jaardeel": relatief.find_bij_jaardeel,
    "cijfers": vormen.find_bij_cijfers,
    "jaar": vormen.find_bij_jaar,
    "week": relatief.find_bij_week,
    "kwartaal": relatief.find_bij_kwartaal,
    "half": relatief.find_bij_half,
    "duur": relatief.find_bij_duur,
    "dagwoord": relatief.find_bij_dagwoord,
    "weekdag": relatief.find_bij_weekdag,
    "relatief": relatief.find_bij_relatief,
    "seizoen": relatief.find_bij_seizoen,
    "eenheid": relatief.find_bij_eenheid,
}
_EERSTE_JAAR, _LAATSTE_JAAR = 1950, 2090


@cache
def _trekker() -> re.Pattern[str]:
    """What may be a date begins with one of these; all else is skipped."""
    gegevens = load_gegevens("datum")
    namen = [n for s in gegevens["seizoen"] for n in s["namen"]]
    rang = r"(?:eerste|tweede|derde|vierde|laatste|[1-4]\^?(?:st)?d?e)\s"
    rel = "deze|dit|volgende?|komende?|aankomende?|aanstaande|vorige?|afgelopen"
    return re.compile(
        r"(?<!\w)(?:"
        rf"(?P<maand>{vormen.MAAND})(?=\.?(?![^\W\d]))"
        rf"|(?P<jaardeel>{vormen.JAAR}\s?[- ]\s?(?:ii?|[hqk][1-4])(?!\w))"
        r"|(?P<cijfers>(?<![.,:/'-])\d{1,4}\s?[-/.]\s?\d)"
        rf"|(?P<jaar>(?:20[0-6]\d|'\d\d)(?!\w))"
        r"|(?P<week>w(?:ee)?k(?:nummer|nr)?\.?\s?\d)"
        rf"|(?P<kwartaal>{rang}kwartaal|kwartaal\s\d|[qk][1-4](?!\w))"
        rf"|(?P<half>{rang}half\s?jaar|h[12](?!\w))"
        r"|(?P<duur>(?:over|binnen)\s(?=[\w ]{2,28}(?:dag|we|maand|kwart|jaar)))"
        r"|(?P<dagwoord>(?:eer)?gisteren|vandaag|(?:over)?morgen)"
        rf"|(?P<weekdag>{vormen.WEEKDAG})"
        rf"|(?P<relatief>(?:{rel})\s(?:kalender)?(?:week|maand|kwartaal|jaar)(?!\w))"
        rf"|(?P<seizoen>(?:{_any(namen)})(?!\w))"
        r"|(?P<eenheid>(?:week|maand|kwartaal|jaar)(?!\w))"
        r"|(?P<overleg>(?:volgende?|komende?|aankomende?|aanstaande|"
        r"eerst(?:volg|kom)ende?)\s(?:\w+\s){0,2}?"
        rf"(?:{_any(gegevens['overleg'])})(?!\w))"
        rf"|(?P<vaag>(?:{_any(gegevens['vaag'])})(?!\w))"
        r")"
    )


def _any(woorden: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(woorden, key=len, reverse=True))


def find_data(tekst: str, anker: date | None) -> tuple[Datering, ...]:
    """All dates and terms in a text, from left to right, none overlapping.

    ``anker`` is the day the words were said or written; without it a date that lacks
    its year has no ``van`` and ``tot``.
    """
    if anker is not None and not _EERSTE_JAAR <= anker.year <= _LAATSTE_JAAR:
        anker = None
    klein = make_klein(tekst)
    return _zonder_overlap(_find_alle(tekst, klein, anker))


def _find_alle(tekst: str, klein: str, anker: date | None) -> Iterator[Datering]:
    for treffer in _trekker().finditer(klein):
        groep = treffer.lastgroup or ""
        if groep in _HANDLERS:
            vorm = _HANDLERS[groep](klein, treffer.start(), treffer.end())
            gevonden = _make_datering(tekst, klein, vorm, anker) if vorm else None
        else:
            gevonden = _make_zonder_dag(tekst, klein, treffer)
        if gevonden:
            yield gevonden


def _zonder_overlap(alle: Iterator[Datering]) -> tuple[Datering, ...]:
    gekozen: list[Datering] = []
    for datering in sorted(alle, key=lambda d: (d.begin, -d.eind)):
        if not gekozen or datering.begin >= gekozen[-1].eind:
            gekozen.append(datering)
        elif datering.eind - datering.begin > gekozen[-1].eind - gekozen[-1].begin:
            gekozen[-1] = datering
    return tuple(gekozen)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Omgeving:
    """The words around a core that colour it."""

    begin: int
    eind: int
    soort: Datumsoort | None
    woord: str
    deel: str | None
    week: bool
    richting: Richting | None


def _make_datering(
    tekst: str, klein: str, vorm: Vorm, anker: date | None
) -> Datering | None:
    om = _find_omgeving(klein, vorm)
    if not _past(vorm, om):
        return None
    soort = Datumsoort(vorm.soort) if vorm.soort else om.soort or Datumsoort.OP
    periode = vorm.maak(_make_anker(anker, om, soort))
    if periode is None:
        periode = Periode(precisie=Precisie.ONBEKEND)
    lang = periode.precisie in _LANG
    if om.deel:
        periode = find_deel(periode, om.deel)
    if om.week:
        periode = widen_week(periode)
    # "de opgave voor 2025" is no limit, "vóór 2025" and "voor eind 2025" are.
    voluit = "\u00f3" in tekst[om.begin : vorm.begin].lower() or om.deel == "eind"
    if soort is Datumsoort.VOOR and lang and not voluit:
        soort = Datumsoort.OP
    return _finish(tekst, om, soort, periode)


def _past(vorm: Vorm, om: _Omgeving) -> bool:
    if vorm.deel_nodig:
        return om.deel is not None
    if vorm.streng:
        return vorm.los or om.soort in _STRENG or om.woord in {"dd", "d.d."}
    return vorm.los or bool(om.woord or om.deel)


def _finish(tekst: str, om: _Omgeving, soort: Datumsoort, periode: Periode) -> Datering:
    van, tot = periode.van, periode.tot
    if soort is Datumsoort.VOOR and tot is not None:
        tot = periode.voor or van
    if soort in {Datumsoort.VANAF, Datumsoort.NA}:
        van, tot = (van if soort is Datumsoort.VANAF else next_dag(tot)), None
    return Datering(
        begin=om.begin,
        eind=om.eind,
        tekst=tekst[om.begin : om.eind],
        van=None if soort in _GRENZEN and soort is not Datumsoort.BINNEN else van,
        tot=tot,
        precisie=periode.precisie,
        soort=soort,
        strikt=soort is Datumsoort.VOOR,
        weekdag_klopt=periode.weekdag_klopt,
    )


def _find_omgeving(klein: str, vorm: Vorm) -> _Omgeving:
    begin, eind = vorm.begin, vorm.eind
    rel = _RICHTING.search(klein, max(0, begin - 16), begin)
    begin = rel.start() if rel else begin
    deel = _DEEL.search(klein, max(0, begin - 32), begin)
    begin = deel.start() if deel else begin
    week = _WEEK_VAN.search(klein, max(0, begin - 14), begin)
    begin = week.start() if week else begin
    voor = _SOORT.search(klein, max(0, begin - 34), begin)
    soort = _SOORTEN.get(voor["soort"].replace("\n", " ")) if voor else None
    achter = _ACHTERAF.match(klein, eind)
    richting = _read_richting((achter or rel or {"rel": ""})["rel"])
    return _Omgeving(
        begin=voor.start() if voor and soort else begin,
        eind=achter.end() if achter else eind,
        soort=soort,
        woord=voor["soort"] if voor else rel["rel"] if rel else "",
        deel=_read_deel(deel) if deel else None,
        week=week is not None,
        richting=richting,
    )


def _read_deel(deel: re.Match[str]) -> str | None:
    if deel["stuk"] is None:
        return _DEELWOORD.get(deel["deel"])
    nr = _RANG.get(deel["nr"]) or int(deel["nr"][0])
    if deel["stuk"] == "helft":
        return {1: "helft1", 2: "helft2", -1: "helft2"}.get(nr)
    return f"week{nr}"


def _read_richting(woord: str) -> Richting | None:
    if not woord or woord in {"deze", "dit"}:
        return None
    return Richting.TERUG if woord.startswith(_TERUG) else Richting.VOORUIT


def _make_anker(anker: date | None, om: _Omgeving, soort: Datumsoort) -> Anker:
    if om.richting is not None:
        return Anker(dag=anker, richting=om.richting, ruim=False)
    vooruit = soort in _GRENZEN
    return Anker(dag=anker, richting=Richting.VOORUIT if vooruit else Richting.DICHTBIJ)


def _make_zonder_dag(tekst: str, klein: str, treffer: re.Match[str]) -> Datering:
    """A meeting still to be looked up, or a term that names no day."""
    begin, eind = treffer.span()
    voor = _SOORT.search(klein, max(0, begin - 34), begin)
    overleg = treffer.lastgroup == "overleg"
    strikt = voor is not None and _SOORTEN.get(voor["soort"]) is Datumsoort.VOOR
    begin = voor.start() if voor and overleg and voor["soort"] in _SOORTEN else begin
    return Datering(
        begin=begin,
        eind=eind,
        tekst=tekst[begin:eind],
        van=None,
        tot=None,
        precisie=Precisie.ONBEKEND,
        soort=Datumsoort.VERGADERING if overleg else Datumsoort.VAAG,
        strikt=strikt and overleg,
    )
