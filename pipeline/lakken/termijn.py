"""The term to decide on a request, and the days on which no term ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from modellen.woodossier import Termijn, Zienswijzestatus
from pipeline.taal.feestdagen import find_pasen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modellen.woodossier import Woodossier, Zienswijze

TERMIJNEN = "woo/termijnen.toml"
_ZATERDAG = 5
_DAG = timedelta(days=1)


class Tabellen(Protocol):
    """What gives a table of knowledge by its path: the rulebook."""

    def tabel(self, pad: str) -> dict[str, Any]:
        """A TOML file of data."""
        ...  # pragma: no cover


def find_termijn(dossier: Woodossier, vandaag: date, regelboek: Tabellen) -> Termijn:
    """The last day to decide, with every step that led to it.

    Woo art. 4.4 lid 1 (four weeks from the day after receipt), lid 2 (two more), lid 3
    (suspended while the views of third parties are awaited); Algemene termijnenwet
    art. 1 (never on a Saturday, Sunday or recognised holiday).
    """
    tabel = regelboek.tabel(TERMIJNEN)
    weken = tabel["termijn"]["weken"]
    einde = dossier.ontvangen + timedelta(weeks=weken)
    uitleg = [
        f"ontvangen op {dossier.ontvangen:%d-%m-%Y}; {weken} weken: {einde:%d-%m-%Y}"
    ]
    if dossier.verdaagd is not None:
        extra = tabel["termijn"]["verdaging"]
        einde += timedelta(weeks=extra)
        uitleg.append(f"verdaagd met {extra} weken: {einde:%d-%m-%Y}")
    dagen = count_suspended(dossier.zienswijzen, vandaag)
    if dagen:
        einde += timedelta(days=dagen)
        uitleg.append(f"{dagen} dagen opgeschort voor zienswijzen: {einde:%d-%m-%Y}")
    uiterlijk = next_workday(einde, regelboek)
    if uiterlijk != einde:
        uitleg.append(
            f"{find_free_day(einde, regelboek)}: verschuift naar {uiterlijk:%d-%m-%Y} "
            "(Algemene termijnenwet)"
        )
    return Termijn(
        uiterlijk=uiterlijk,
        dagen=(uiterlijk - vandaag).days,
        opgeschort=dagen,
        loopt=not any(is_awaited(z, vandaag) for z in dossier.zienswijzen),
        uitleg=tuple(uitleg),
    )


def count_suspended(zienswijzen: Iterable[Zienswijze], vandaag: date) -> int:
    """The days on which at least one third party was being waited for.

    From the day after it was asked until its view is in or its term has lapsed; days
    that two parties share count once.
    """
    dagen: set[date] = set()
    for zienswijze in zienswijzen:
        dag = zienswijze.gevraagd + _DAG
        laatste = min(_until(zienswijze), vandaag)
        while dag <= laatste:
            dagen.add(dag)
            dag += _DAG
    return len(dagen)


def _until(zienswijze: Zienswijze) -> date:
    if zienswijze.ontvangen is not None:
        return min(zienswijze.ontvangen, zienswijze.termijn)
    return zienswijze.termijn


def is_awaited(zienswijze: Zienswijze, vandaag: date) -> bool:
    """Whether a third party may still answer."""
    return (
        zienswijze.status is Zienswijzestatus.GEVRAAGD and vandaag <= zienswijze.termijn
    )


def next_workday(dag: date, regelboek: Tabellen) -> date:
    """The day itself, or the first after it on which a term may end."""
    while find_free_day(dag, regelboek):
        dag += _DAG
    return dag


def find_free_day(dag: date, regelboek: Tabellen) -> str:
    """Why no term ends on a day: a Saturday, Sunday or holiday; "" when one may."""
    if dag.weekday() >= _ZATERDAG:
        return "zaterdag" if dag.weekday() == _ZATERDAG else "zondag"
    feest = regelboek.tabel(TERMIJNEN)["feestdagen"]
    if f"{dag:%Y-%m-%d}" in feest["gelijkgesteld"]:
        return "gelijkgesteld met een feestdag"
    if dag == _koningsdag(dag.year, feest["koningsdag"]):
        return "Koningsdag"
    verschil = str((dag - find_pasen(dag.year)).days)
    naam: str = feest["vast"].get(f"{dag:%m-%d}") or feest["pasen"].get(verschil, "")
    return naam


def _koningsdag(jaar: int, dag: str) -> date:
    maand, nummer = map(int, dag.split("-"))
    gewoon = date(jaar, maand, nummer)
    return gewoon - _DAG if gewoon.weekday() > _ZATERDAG else gewoon
