"""The forms a date on the calendar takes: ``dinsdag 23 juli``, ``19-7-2024``, ``mei``.

Every form gives a ``Vorm``: the span of its core in the folded text, and a function
that says which period it means for an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.taal.kalender import (
    MAAND_NR,
    MAANDEN_PER_JAAR,
    ONMOGELIJK,
    WEEKDAG_KORT,
    WEEKDAGEN,
    Anker,
    Periode,
    Precisie,
    find_jaar,
    make_dag,
    make_jaar,
    make_maand,
)

Maker = Callable[[Anker], Periode | None]

MAAND = "|".join(sorted(MAAND_NR, key=len, reverse=True))
WEEKDAG = "|".join(WEEKDAGEN)
JAAR = r"(?:19[5-9]\d|20\d\d)"
_WEEKDAG = rf"(?P<weekdag>(?:{WEEKDAG})|(?:ma|di|wo|do|vr|za|zo)\.?),?\s{{1,2}}"
_DAG_VOOR = re.compile(
    rf"(?<![\w.,/'-])(?:{_WEEKDAG})?(?:de\s)?"
    r"(?:(?P<dag1>\d{1,2})(?:e|ste|de)?\s?(?P<verbind>t/m|tot\sen\smet|en|of|-|/)\s?"
    rf"(?:(?:{WEEKDAG})\s)?)?(?P<dag>\d{{1,2}})(?:e|ste|de)?[\s.-]{{1,2}}(?:van\s)?\Z"
)
_MAAND_VOOR = re.compile(
    rf"(?<!\w)(?P<maand>{MAAND})\.?\s?(?:/|-|of|en|t/m|tot\sen\smet)\s?\Z"
)
_JAAR_NA = re.compile(
    rf"\.?[\s,-]{{0,2}}(?:van\s(?=[12']))?(?P<jaar>{JAAR}|'\d\d)(?!\d|[.,]\d)"
)
_DMJ = re.compile(
    r"(?P<dag>\d{1,2})\s?(?P<streep>[-/.])\s?(?P<maand>\d{1,2})\s?(?P=streep)\s?"
    r"(?P<jaar>\d{4}|'?\d\d)(?![\w/-]|[.,]\d)"
)
_ISO = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d\d)-(?P<dag>\d\d)(?![\d/-]|[a-su-z])")
_DM = re.compile(
    r"(?P<dag>\d{1,2})(?P<streep>[-/])(?P<maand>\d{1,2})"
    r"(?![\w/%-]|[.,:]\d|\s?(?:uur|u\b|%|euro|deel|van\s(?:de|het)))"
)
_WEEKDAG_AF = re.compile(rf"(?<!\w){_WEEKDAG}\Z")
TELT = re.compile(
    r"\s(?:[a-z']+\s)?(?:plekken|plaatsen|bedden|personen|mensen|locaties|woningen|"
    r"dagen|weken|maanden|jaar|jarigen?|gemeenten|eenheden|inwoners|euro|fte|stuks)\b"
)
_OOK_NAAM = {5}
_EEUW = 100
_VOL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """The core of a date: where it stands and what it may mean.

    ``los`` is true where the words are a date by themselves; otherwise they need a
    word before them: any preposition of time, (``streng``) one that names a limit, or
    (``deel_nodig``) "begin", "eind" and the like.
    """

    begin: int
    eind: int
    maak: Maker
    los: bool = True
    streng: bool = False
    deel_nodig: bool = False
    soort: str | None = None


def find_bij_maand(klein: str, begin: int, eind: int) -> Vorm | None:
    """``dinsdag 23 juli 2024``, ``3 t/m 5 juni``, ``maart/april '25``, ``in mei``."""
    naam = klein[begin:eind]
    na = _JAAR_NA.match(klein, eind)
    jaar = read_jaar(na["jaar"]) if na else None
    slot = na.end() if na else eind
    maand = MAAND_NR[naam]
    dag = _DAG_VOOR.search(klein, max(0, begin - 48), begin)
    if dag:
        dagen = (int(dag["dag1"] or dag["dag"]), int(dag["dag"]))
        maak = make_dagmaker(jaar, maand, dagen, dag["weekdag"])
        return Vorm(begin=dag.start(), eind=slot, maak=maak)
    eerste = _MAAND_VOOR.search(klein, max(0, begin - 18), begin)
    return Vorm(
        begin=eerste.start() if eerste else begin,
        eind=slot,
        maak=_make_maandmaker(
            jaar, MAAND_NR[eerste["maand"]] if eerste else maand, maand
        ),
        los=bool(na) or not (maand in _OOK_NAAM or naam != _lang(maand)),
    )


def _lang(maand: int) -> str:
    return max((n for n, m in MAAND_NR.items() if m == maand), key=len)


def _make_maandmaker(jaar: int | None, van: int, tot: int) -> Maker:
    def maak(anker: Anker) -> Periode | None:
        if jaar is not None:
            return make_maand(jaar - (van > tot), van, tot)
        gevonden = find_jaar(lambda j: make_maand(j, van, tot), anker)
        return gevonden or Periode(precisie=Precisie.MAAND)

    return maak


def make_dagmaker(
    jaar: int | None, maand: int, dagen: tuple[int, int], weekdag: str | None
) -> Maker:
    """A maker for one or more days in a month, with or without a year."""

    def in_jaar(j: int) -> Periode | None:
        van, tot = make_dag(j, maand, dagen[0]), make_dag(j, maand, dagen[1])
        if van is None or tot is None or tot < van:
            return None
        klopt = None if weekdag is None else van.weekday() == WEEKDAG_KORT[weekdag[:2]]
        return Periode(van=van, tot=tot, precisie=Precisie.DAG, weekdag_klopt=klopt)

    def maak(anker: Anker) -> Periode | None:
        if jaar is not None:
            return in_jaar(jaar) or ONMOGELIJK
        if not any(map(in_jaar, range(2023, 2025))):
            return ONMOGELIJK
        if anker.dag is None:
            return Periode(precisie=Precisie.DAG)
        return find_jaar(in_jaar, anker) or ONMOGELIJK

    return maak


def read_jaar(tekst: str) -> int:
    """The year meant by ``2024``, ``'24`` or ``24``."""
    kaal = int(tekst.lstrip("'"))
    return kaal + 2000 if kaal < _EEUW else kaal


def find_bij_cijfers(klein: str, begin: int, _eind: int) -> Vorm | None:
    """``19-7-2024``, ``2024-07-19``, ``01.02.24`` and, after a cue, ``01-07``."""
    vol = _ISO.match(klein, begin) or _DMJ.match(klein, begin)
    af = _WEEKDAG_AF.search(klein, max(0, begin - 14), begin)
    if vol:
        return _make_cijfervorm(vol, af)
    kort = _DM.match(klein, begin)
    return _make_kortvorm(kort, af, klein) if kort else None


def _make_cijfervorm(vol: re.Match[str], af: re.Match[str] | None) -> Vorm | None:
    jaar = vol["jaar"]
    if len(jaar) == _VOL and not re.fullmatch(JAAR, jaar):
        return None
    # A section number such as 3.1.12 has no leading zeros, a date in points does.
    kort_jaar = len(jaar) < _VOL and "." in vol[0]
    if kort_jaar and len(vol["dag"]) + len(vol["maand"]) < _VOL:
        return None
    dag = int(vol["dag"])
    weekdag = af["weekdag"] if af else None
    return Vorm(
        begin=af.start() if af else vol.start(),
        eind=vol.end(),
        maak=make_dagmaker(read_jaar(jaar), int(vol["maand"]), (dag, dag), weekdag),
    )


def _make_kortvorm(
    kort: re.Match[str], af: re.Match[str] | None, klein: str
) -> Vorm | None:
    dag, maand = int(kort["dag"]), int(kort["maand"])
    if not 1 <= maand <= MAANDEN_PER_JAAR or dag < 1 or TELT.match(klein, kort.end()):
        return None
    weekdag = af["weekdag"] if af else None
    return Vorm(
        begin=af.start() if af else kort.start(),
        eind=kort.end(),
        maak=make_dagmaker(None, maand, (dag, dag), weekdag),
        los=klein.strip() == kort[0] or weekdag is not None,
        streng=len(kort["dag"]) + len(kort["maand"]) < _VOL,
    )


def find_bij_jaar(klein: str, begin: int, eind: int) -> Vorm | None:
    """``in 2025``, ``eind '24``: a year counts after a word of time only."""
    if klein[max(0, begin - 1) : begin] in {"-", "/", ".", ","}:
        return None
    if TELT.match(klein, eind) or re.compile(r"%|[.,/-]\d").match(klein, eind):
        return None
    jaar = read_jaar(klein[begin:eind])
    return Vorm(begin=begin, eind=eind, maak=lambda _: make_jaar(jaar), los=False)
