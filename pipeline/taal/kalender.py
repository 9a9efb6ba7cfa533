"""Counting on the calendar: periods, and the year that goes unsaid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAANDEN = (
    "januari|jan", "februari|feb|febr", "maart|mrt", "april|apr", "mei", "juni|jun",
    "juli|jul", "augustus|aug", "september|sep|sept", "oktober|okt", "november|nov",
    "december|dec",
)  # fmt: skip
MAAND_NR = {naam: nr for nr, v in enumerate(MAANDEN, 1) for naam in v.split("|")}
WEEKDAGEN = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip
WEEKDAG_KORT = {dag[:2]: nr for nr, dag in enumerate(WEEKDAGEN)}
DAG = timedelta(days=1)
MAANDEN_PER_JAAR = 12
MAANDEN_PER_KWARTAAL = 3
_HALF_JAAR = 183


class Precisie(StrEnum):
    """How fine a date is said; ``onbekend`` where no day can be named."""

    DAG = "dag"
    WEEK = "week"
    DEEL = "deel"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    SEIZOEN = "seizoen"
    JAAR = "jaar"
    ONBEKEND = "onbekend"


class Richting(Enum):
    """To which side of the anchor an unfinished date points."""

    VOORUIT = 1
    TERUG = -1
    DICHTBIJ = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Anker:
    """The day something was said, and to which side of it a date points.

    ``ruim`` lets the day itself count as ahead.
    """

    dag: date | None
    richting: Richting = Richting.DICHTBIJ
    ruim: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """A stretch of days; ``voor`` is the day meant by "before" it."""

    van: date | None = None
    tot: date | None = None
    precisie: Precisie
    voor: date | None = None
    weekdag_klopt: bool | None = None


ONMOGELIJK = Periode(precisie=Precisie.ONBEKEND)


def next_dag(dag: date | None) -> date | None:
    """The day after."""
    return None if dag is None else dag + DAG


def make_dag(jaar: int, maand: int, dag: int) -> date | None:
    """The day, ``None`` where the calendar has no such day."""
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def find_jaar(maak: Callable[[int], Periode | None], anker: Anker) -> Periode | None:
    """The period in the year that suits the anchor best."""
    if anker.dag is None:
        return None
    periodes = [
        p for j in range(anker.dag.year - 1, anker.dag.year + 3) if (p := maak(j))
    ]
    gekozen = choose_periode(periodes, anker)
    if gekozen is None or gekozen.weekdag_klopt is not False:
        return gekozen
    # A weekday that was said tells which year was meant.
    kloppend = [p for p in periodes if p.weekdag_klopt]
    dichtbij = Anker(dag=anker.dag)
    ander = choose_periode(kloppend, dichtbij)
    return ander if ander and _is_near(ander, anker.dag) else gekozen


def _is_near(periode: Periode, dag: date) -> bool:
    return periode.van is not None and abs((periode.van - dag).days) < _HALF_JAAR


def choose_periode(periodes: Iterable[Periode], anker: Anker) -> Periode | None:
    """The first period ahead, the last one behind, or the nearest."""
    vast = [(p, p.van, p.tot) for p in periodes if p.van and p.tot]
    dag = anker.dag
    if dag is None or not vast:
        return None
    if anker.richting is Richting.VOORUIT:
        grens = dag if anker.ruim else dag + DAG
        return min((x for x in vast if x[2] >= grens), key=_tot, default=(None,))[0]
    if anker.richting is Richting.TERUG:
        return max((x for x in vast if x[1] < dag), key=_tot, default=(None,))[0]
    return min(vast, key=lambda x: _afstand(x[1], x[2], dag))[0]


def _tot(x: tuple[Periode, date, date]) -> date:
    return x[2]


def _afstand(van: date, tot: date, anker: date) -> int:
    if van <= anker <= tot:
        return 0
    return min(abs((van - anker).days), abs((tot - anker).days))


def make_maand(jaar: int, maand: int, tot_maand: int | None = None) -> Periode:
    """A month, or the run of months up to ``tot_maand``."""
    laatste = tot_maand or maand
    eindjaar = jaar + (laatste < maand)
    return Periode(
        van=date(jaar, maand, 1),
        tot=month_end(eindjaar, laatste),
        precisie=Precisie.MAAND,
    )


def month_end(jaar: int, maand: int) -> date:
    """The last day of a month."""
    return date(jaar + maand // 12, maand % 12 + 1, 1) - DAG


def make_kwartaal(jaar: int, nummer: int) -> Periode:
    """A quarter, numbered from 1."""
    periode = make_maand(jaar, nummer * 3 - 2, nummer * 3)
    return replace(periode, precisie=Precisie.KWARTAAL)


def make_halfjaar(jaar: int, nummer: int) -> Periode:
    """Half a year, numbered from 1."""
    periode = make_maand(jaar, nummer * 6 - 5, nummer * 6)
    return replace(periode, precisie=Precisie.HALFJAAR)


def make_jaar(jaar: int) -> Periode:
    """A year."""
    return replace(make_maand(jaar, 1, 12), precisie=Precisie.JAAR)


def make_week(jaar: int, week: int, tot_week: int | None = None) -> Periode | None:
    """An ISO week from Monday to Sunday, ``None`` where the year has no such week."""
    try:
        van = date.fromisocalendar(jaar, week, 1)
        tot = date.fromisocalendar(jaar, tot_week or week, 7)
    except ValueError:
        return None
    return Periode(van=van, tot=tot, precisie=Precisie.WEEK)


def add_maanden(dag: date, aantal: int) -> date | None:
    """The same day some months on, or the last day of that month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    if not date.min.year <= jaar < date.max.year:
        return None
    return min(
        month_end(jaar, maand + 1), date(jaar, maand + 1, 1) + DAG * (dag.day - 1)
    )


def widen_week(periode: Periode) -> Periode:
    """The week, Monday to Sunday, around a day."""
    if periode.van is None or periode.precisie is not Precisie.DAG:
        return periode
    maandag = periode.van - DAG * periode.van.weekday()
    return Periode(van=maandag, tot=maandag + DAG * 6, precisie=Precisie.WEEK)


def find_deel(periode: Periode, deel: str) -> Periode:
    """The beginning, middle, end or half of a period."""
    if periode.van is None or periode.tot is None:
        return periode
    delen = _DELEN.get(periode.precisie, _verdeel_maanden)
    van, tot = delen(periode.van, periode.tot, deel)
    half = deel in {"helft1", "helft2"} and periode.precisie is Precisie.JAAR
    precisie = Precisie.HALFJAAR if half else Precisie.DEEL
    return Periode(
        van=van, tot=tot, precisie=precisie, voor=tot if deel == "eind" else van
    )


def _verdeel_maand(_van: date, tot: date, deel: str) -> tuple[date, date]:
    dagen = {
        "begin": (1, 10), "midden": (11, 20), "eind": (21, tot.day), "helft1": (1, 15),
        "helft2": (16, tot.day), "week1": (1, 7), "week2": (8, 14),
        "week3": (15, 21), "week4": (22, 28), "week-1": (tot.day - 6, tot.day),
    }  # fmt: skip
    eerste, laatste = dagen[deel]
    return tot.replace(day=eerste), tot.replace(day=laatste)


def _verdeel_week(van: date, _tot: date, deel: str) -> tuple[date, date]:
    dagen = {"begin": (0, 1), "midden": (2, 2), "eind": (3, 4), "helft1": (0, 2)}
    eerste, laatste = dagen.get(deel, (3, 6))
    return van + DAG * eerste, van + DAG * laatste


def _verdeel_maanden(van: date, tot: date, deel: str) -> tuple[date, date]:
    """Parts of quarters, seasons and years, in whole months."""
    lengte = (tot.year - van.year) * 12 + tot.month - van.month + 1
    derde = max(1, lengte // 4 if lengte == MAANDEN_PER_JAAR else lengte // 3)
    half = max(1, lengte // 2)
    eerste, laatste = {
        "begin": (0, derde - 1),
        "midden": (half - (lengte > MAANDEN_PER_KWARTAAL), half),
        "eind": (lengte - derde, lengte - 1), "helft1": (0, half - 1),
        "helft2": (half, lengte - 1),
    }.get(deel, (0, lengte - 1))  # fmt: skip
    begin = add_maanden(van.replace(day=1), eerste) or van
    eind = add_maanden(van.replace(day=1), laatste) or tot
    return max(begin, van), min(month_end(eind.year, eind.month), tot)


_DELEN = {Precisie.MAAND: _verdeel_maand, Precisie.WEEK: _verdeel_week}
