"""Forms that count from a day or a unit: ``week 12``, ``Q3``, ``morgen``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pipeline.taal.datumvormen import JAAR, WEEKDAG, Vorm, read_jaar
from pipeline.taal.gegevens import load_gegevens
from pipeline.taal.kalender import (
    DAG,
    WEEKDAGEN,
    Anker,
    Periode,
    Precisie,
    Richting,
    add_maanden,
    choose_periode,
    find_jaar,
    make_dag,
    make_halfjaar,
    make_jaar,
    make_kwartaal,
    make_maand,
    make_week,
)
from pipeline.taal.telwoord import parse_telwoord

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pipeline.taal.datumvormen import Maker

_JAAR_ERBIJ = (
    rf"(?:[-/]?(?P<jaar1>{JAAR})|\s(?:van\s|in\s)?(?:het\sjaar\s)?"
    rf"(?P<jaar2>{JAAR}|'\d\d)(?!\d)|\s(?:van\s)?(?P<rel>dit|volgend|komend|vorig)\sjaar)?"
)
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
_RANGWOORD = r"(?P<rang>eerste|tweede|derde|vierde|laatste|[1-4]\^?(?:st)?d?e)"
_WEEK = re.compile(
    r"(?:week(?:nummer|nr\.?)?|wk\.?)\s?(?P<nr>\d{1,2})(?!\d|[.,]\d|\s?%)"
    rf"(?:\s?(?:-|/|en|t/m|of)\s?(?:week\s)?(?P<nr2>\d{{1,2}})(?!\d))?{_JAAR_ERBIJ}"
)
_KWARTAAL = re.compile(
    rf"(?:{_RANGWOORD}\skwartaal|(?:kwartaal\s|[qk])(?P<nr>[1-4])(?!\d))(?!\w){_JAAR_ERBIJ}"
)
_HALF = re.compile(rf"(?:{_RANGWOORD}\shalf\s?jaar|h(?P<nr>[12]))(?!\w){_JAAR_ERBIJ}")
_JAARDEEL = re.compile(
    rf"(?P<jaar>{JAAR})(?:\s?-\s?(?P<half>ii?)|"
    r"\s?[- ]\s?(?P<soort>[hqk])(?P<nr>[1-4]))(?!\w)"
)
_RELATIEF = re.compile(
    r"(?P<rel>\w+)\s(?:kalender)?(?P<eenheid>week|maand|kwartaal|jaar)(?!\w)"
    rf"(?:\s(?:op\s)?(?P<weekdag>{WEEKDAG})(?!\w))?"
)
_WEEKDAG_AF = re.compile(rf"(?<!\w)(?P<weekdag>{WEEKDAG})\s\Z")
_DUUR = re.compile(
    r"(?P<hoe>over|binnen)\s(?:nu\sen\s|uiterlijk\s|circa\s)?(?P<n>\d{1,3}|[a-z]{3,12})\s"
    r"(?P<eenheid>werkdag|dag|week|maand|kwartaal|jaar|dagen|werkdagen|weken|maanden|jaren)"
    r"(?!\w)(?P<na>\s(?:na|voor(?!\w)|voorafgaand|geleden)(?!\sdagtekening))?"
)
_DAGWOORD = re.compile(
    r"(?P<woord>eergisteren|gisteren|vandaag|overmorgen|morgen)"
    r"(?:ochtend|middag|avond)?(?!\w|\sde\sdag)"
)
_WEEKDAG = re.compile(
    rf"(?P<weekdag>{WEEKDAG})(?:ochtend|middag|avond|nacht)?"
    rf"(?!\w|\s?(?:t/m|tot\sen\smet|-)\s?(?:{WEEKDAG}))"
)
_WOORDDAGEN = {
    "eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2,
}  # fmt: skip
_STAP = {
    "dit": 0, "deze": 0, "volgend": 1, "volgende": 1, "komend": 1, "komende": 1,
    "aankomend": 1, "aankomende": 1, "aanstaande": 1, "vorig": -1, "vorige": -1,
    "afgelopen": -1,
}  # fmt: skip
_WERKWEEK = 5


def find_bij_week(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``week 12``, ``wk 12/13``, ``week 50 van 2025``."""
    treffer = _WEEK.match(klein, begin)
    if treffer is None:
        return None
    nr, nr2 = int(treffer["nr"]), int(treffer["nr2"] or treffer["nr"])
    return _vorm(treffer, lambda j: make_week(j, nr, nr2), Precisie.WEEK)


def find_bij_kwartaal(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``eerste kwartaal van 2024``, ``Q2``, ``kwartaal 3 '25``."""
    treffer = _KWARTAAL.match(klein, begin)
    if treffer is None:
        return None
    nr = _rang(treffer)
    return _vorm(treffer, lambda j: make_kwartaal(j, nr), Precisie.KWARTAAL)


def find_bij_half(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``tweede halfjaar 2024``, ``H1 2025``."""
    treffer = _HALF.match(klein, begin)
    if treffer is None or (nr := _rang(treffer)) > 2:  # noqa: PLR2004 a year has two halves
        return None
    return _vorm(treffer, lambda j: make_halfjaar(j, nr), Precisie.HALFJAAR)


def find_bij_jaardeel(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``2024-I``, ``2025-Q3``, ``2025 H2``."""
    treffer = _JAARDEEL.match(klein, begin)
    if treffer is None:
        return None
    jaar = read_jaar(treffer["jaar"])
    nr = len(treffer["half"] or "") or int(treffer["nr"])
    per_kwartaal = treffer["soort"] in {"q", "k"}
    if not per_kwartaal and nr > 2:  # noqa: PLR2004 a year has two halves
        return None
    periode = make_kwartaal(jaar, nr) if per_kwartaal else make_halfjaar(jaar, nr)
    return Vorm(begin=begin, eind=treffer.end(), maak=lambda _: periode)


def find_bij_seizoen(klein: str, begin: int, eind: int) -> Vorm | None:
    """``zomer``, ``najaar 2025``, ``zomerreces``."""
    seizoen = _seizoenen()[klein[begin:eind]]
    treffer = re.compile(_JAAR_ERBIJ).match(klein, eind)
    if treffer is None:
        return None

    def maak(jaar: int) -> Periode | None:
        van, voor = _dag_in(jaar, seizoen["van"]), _dag_in(jaar, seizoen["voor"])
        tot = _dag_in(jaar + (seizoen["tot"] < seizoen["van"]), seizoen["tot"])
        return Periode(van=van, tot=tot, precisie=Precisie.SEIZOEN, voor=voor)

    vorm = _vorm(treffer, maak, Precisie.SEIZOEN)
    return replace(vorm, begin=begin, los=treffer.end() > eind)


def find_bij_dagwoord(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``vandaag``, ``morgenochtend``, ``overmorgen``."""
    treffer = _DAGWOORD.match(klein, begin)
    if treffer is None or klein[max(0, begin - 6) : begin] in {"goede ", "tot op "}:
        return None
    dagen = _WOORDDAGEN[treffer["woord"]]
    return Vorm(begin=begin, eind=treffer.end(), maak=lambda a: _op(a, dagen))


def find_bij_weekdag(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``dinsdag``, ``vrijdagmiddag``: the first one after, or the last before."""
    treffer = _WEEKDAG.match(klein, begin)
    if treffer is None or _HERHAALD.search(klein, max(0, begin - 24), begin):
        return None
    nr = WEEKDAGEN.index(treffer["weekdag"])

    def maak(anker: Anker) -> Periode | None:
        if anker.dag is None:
            return Periode(precisie=Precisie.DAG)
        dicht = anker.richting is Richting.DICHTBIJ
        nieuw = (
            replace(anker, richting=Richting.VOORUIT, ruim=False) if dicht else anker
        )
        rond = range(-7, 8)
        dagen = (d for n in rond if (d := anker.dag + DAG * n).weekday() == nr)
        return choose_periode(map(_een_dag, dagen), nieuw)

    return Vorm(begin=begin, eind=treffer.end(), maak=maak)


_HERHAALD = re.compile(
    rf"(?:elke|iedere|t/m|tot\sen\smet|werkdagen:?|(?:{WEEKDAG})\s?(?:-|,|en))\s?\Z"
)


def find_bij_relatief(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``volgende week dinsdag``, ``deze maand``, ``dit jaar``, ``vorig kwartaal``."""
    treffer = _RELATIEF.match(klein, begin)
    if treffer is None or treffer["rel"] not in _STAP:
        return None
    af = _WEEKDAG_AF.search(klein, max(0, begin - 12), begin)
    weekdag = treffer["weekdag"] or (af["weekdag"] if af else None)
    stap, eenheid = _STAP[treffer["rel"]], treffer["eenheid"]

    def maak(anker: Anker) -> Periode | None:
        if anker.dag is None:
            return Periode(precisie=Precisie(eenheid))
        periode = _eenheid_om(anker.dag, eenheid, stap)
        if weekdag and eenheid == "week" and periode.van:
            return _een_dag(periode.van + DAG * WEEKDAGEN.index(weekdag))
        return periode

    return Vorm(begin=af.start() if af else begin, eind=treffer.end(), maak=maak)


def find_bij_eenheid(klein: str, begin: int, eind: int) -> Vorm | None:
    """``eind van de maand``: the unit the anchor falls in, after a part of it only."""
    eenheid = klein[begin:eind]

    def maak(anker: Anker) -> Periode | None:
        if anker.dag is None:
            return Periode(precisie=Precisie(eenheid))
        return _eenheid_om(anker.dag, eenheid, 0)

    return Vorm(begin=begin, eind=eind, maak=maak, los=False, deel_nodig=True)


def find_bij_duur(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``over twee weken``, ``binnen 14 dagen``; after another event: no date."""
    treffer = _DUUR.match(klein, begin)
    if treffer is None or (aantal := _aantal(treffer["n"])) is None:
        return None
    binnen = treffer["hoe"] == "binnen"
    eenheid = treffer["eenheid"]

    def maak(anker: Anker) -> Periode | None:
        if anker.dag is None or treffer["na"]:
            return Periode(precisie=Precisie.ONBEKEND)
        tot = _tel_op(anker.dag, aantal, eenheid)
        van = anker.dag if binnen else tot
        return Periode(van=van, tot=tot, precisie=Precisie.DAG) if tot else None

    soort = "binnen" if binnen else None
    return Vorm(begin=begin, eind=treffer.end(), maak=maak, soort=soort)


def _aantal(tekst: str) -> int | None:
    if tekst.isdigit() or tekst in {"een", "enkele", "paar"}:
        return int(tekst) if tekst.isdigit() else (1 if tekst == "een" else None)
    waarde = parse_telwoord(tekst)
    return None if waarde is None or waarde != int(waarde) else int(waarde)


def _tel_op(dag: date, aantal: int, eenheid: str) -> date | None:
    if eenheid.startswith("werkdag"):
        weken, rest = divmod(dag.weekday() + aantal, _WERKWEEK)
        return dag + DAG * (weken * 7 + rest - dag.weekday())
    if eenheid.startswith(("dag", "we")):
        return dag + DAG * aantal * (7 if eenheid.startswith("we") else 1)
    maanden = {"m": 1, "k": 3, "j": 12}[eenheid[0]]
    return add_maanden(dag, aantal * maanden)


def _eenheid_om(dag: date, eenheid: str, stap: int) -> Periode:
    if eenheid == "week":
        maandag = dag + DAG * (7 * stap - dag.weekday())
        return Periode(van=maandag, tot=maandag + DAG * 6, precisie=Precisie.WEEK)
    if eenheid == "jaar":
        return make_jaar(dag.year + stap)
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + stap, 12)
    if eenheid == "maand":
        return make_maand(jaar, maand + 1)
    jaar, kwartaal = divmod(dag.year * 4 + (dag.month - 1) // 3 + stap, 4)
    return make_kwartaal(jaar, kwartaal + 1)


def _vorm(
    treffer: re.Match[str], maak: Callable[[int], Periode | None], precisie: Precisie
) -> Vorm:
    return Vorm(
        begin=treffer.start(),
        eind=treffer.end(),
        maak=_make_jaarmaker(treffer, maak, precisie),
    )


def _make_jaarmaker(
    treffer: re.Match[str], in_jaar: Callable[[int], Periode | None], precisie: Precisie
) -> Maker:
    vast = treffer["jaar1"] or treffer["jaar2"]

    def maak(anker: Anker) -> Periode | None:
        if vast:
            return in_jaar(read_jaar(vast))
        if anker.dag is None:
            return Periode(precisie=precisie)
        if treffer["rel"]:
            return in_jaar(anker.dag.year + _STAP[treffer["rel"]])
        if precisie is Precisie.SEIZOEN and anker.richting is Richting.DICHTBIJ:
            return find_jaar(in_jaar, replace(anker, richting=Richting.VOORUIT))
        return find_jaar(in_jaar, anker)

    return maak


def _rang(treffer: re.Match[str]) -> int:
    if treffer["nr"]:
        return int(treffer["nr"])
    rang = treffer["rang"]
    return _RANG[rang] if rang in _RANG else int(rang[0])


@cache
def _seizoenen() -> dict[str, dict[str, str]]:
    return {n: s for s in load_gegevens("datum")["seizoen"] for n in s["namen"]}


def _dag_in(jaar: int, maand_dag: str) -> date | None:
    maand, dag = maand_dag.split("-")
    return make_dag(jaar, int(maand), int(dag))


def _op(anker: Anker, dagen: int) -> Periode:
    if anker.dag is None:
        return Periode(precisie=Precisie.DAG)
    return _een_dag(anker.dag + DAG * dagen)


def _een_dag(dag: date) -> Periode:
    return Periode(van=dag, tot=dag, precisie=Precisie.DAG)
