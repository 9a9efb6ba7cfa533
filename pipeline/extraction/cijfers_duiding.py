"""What a label or a header path says: theme, measure, year, state, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.taal.datum import Datumsoort, Precisie, find_data
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pipeline.extraction.cijfers_kennis import Kennis

TOTAAL = "totaal"
_HAKEN = re.compile(r"\([^()]*\)|\b(?:incl|excl)(?:\b|usief).*")
_TERZIJDE = re.compile(r"\((?:onderdeel|deel|waarvan|half|incl|excl|in |op )[^()]*\)")
_JAAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?![\d.]\d|\d)|'(\d\d)\b")
_PER = re.compile(r"\bper (?:(?:plek|persoon|bed) per )?(?:dag|week|maand|jaar|plek)\b")
_DUIDING_MAX = 400
_PEIL = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Duiding:
    """What words say of a figure; ``sterk`` is false for a measure said in passing.

    ``jaartekst`` holds two years or half a year as written, ``nuance`` what else
    tells two figures of one measure apart.
    """

    thema: str | None = None
    totaal: bool = False
    maat: str | None = None
    sterk: bool = False
    afgeleid: bool = False
    jaar: int | None = None
    jaartekst: str | None = None
    stand: date | None = None
    eenheid: str | None = None
    nuance: str | None = None
    landelijk: bool = False
    provinciaal: bool = False
    uitgesloten: bool = False


LEEG = Duiding()


def read_duiding(delen: Iterable[str], kennis: Kennis) -> Duiding:
    """What a header path says, from the top down; remembered per path."""
    pad = tuple(d for d in delen if d)
    sleutel = "\n".join(pad)
    if not sleutel:
        return LEEG
    gezien = kennis.gezien.get(sleutel)
    if gezien is None:
        if len(kennis.gezien) > 20_000:  # noqa: PLR2004 (a worker reads many files: the memory stays small)
            kennis.gezien.clear()
        gezien = kennis.gezien[sleutel] = _read(pad, kennis)
    return gezien


@lru_cache(maxsize=256)
def read_zinsdeel(tekst: str, kennis: Kennis) -> Duiding:
    """What a stretch of running text says of measure and year; nothing else is read."""
    gewoon = " ".join(tekst.split())[:_DUIDING_MAX]
    maat, sterk, afgeleid = _find_maat(klein(gewoon), kennis)
    jaar, jaartekst = None, None
    if _JAAR.search(tekst):  # days are looked for only where a year may be theirs
        jaar, jaartekst, _ = _find_tijd((tekst,), kennis)
    return Duiding(
        maat=maat, sterk=sterk, afgeleid=afgeleid, jaar=jaar, jaartekst=jaartekst
    )


def _read(pad: tuple[str, ...], kennis: Kennis) -> Duiding:
    gewoon = " ".join(" ".join(pad).split())[:_DUIDING_MAX]
    tekst = klein(gewoon)
    maat, sterk, afgeleid = _find_maat(tekst, kennis)
    eenheid = _find_eenheid(tekst, kennis)
    if eenheid == "%":
        maat, sterk, afgeleid = "percentage", True, True
    jaar, jaartekst, stand = _find_tijd(pad, kennis)
    return Duiding(
        thema=find_thema(tekst, kennis),
        totaal=kennis.has("totaal", tekst),
        maat=maat,
        sterk=sterk,
        afgeleid=afgeleid,
        jaar=jaar,
        jaartekst=jaartekst,
        stand=stand,
        eenheid=eenheid,
        nuance=_find_nuance(tekst, gewoon, kennis),
        landelijk=kennis.has("landelijk", tekst),
        provinciaal=kennis.has("provinciaal", tekst),
        uitgesloten=kennis.has("uitgesloten", klein(pad[-1]).strip()),
    )


def find_thema(tekst: str, kennis: Kennis) -> str | None:
    """The theme of folded lower-case text; what stands between brackets counts last."""
    return _thema(_HAKEN.sub(" ", tekst), kennis) or _thema(tekst, kennis)


def _thema(tekst: str, kennis: Kennis) -> str | None:
    if not kennis.any_thema.search(tekst):
        return None
    raak = sorted(
        (m.start(), -m.end(), regel.kenmerken["code"])
        for regel in kennis.soorten["thema"]
        for m in regel.vorm.finditer(tekst)
    )
    if not raak:
        return None
    codes = list(dict.fromkeys(code for _, _, code in raak))
    if len(codes) == 1:
        return codes[0]
    tussen = tekst[-raak[0][1] : raak[-1][0]]
    if kennis.has("plus", tussen):
        wortels = {kennis.ouders.get(c, c) for c in codes}
        return wortels.pop() if len(wortels) == 1 else TOTAAL
    boven = {kennis.ouders.get(c) for c in codes}
    return [c for c in codes if c not in boven][-1]


def _find_maat(tekst: str, kennis: Kennis) -> tuple[str | None, bool, bool]:
    """The measure; words between brackets count when there are no others."""
    kaal = _HAKEN.sub(" ", tekst)
    return next(
        (
            gevonden
            for bron, soort in (
                (kaal, "maat"),
                (_TERZIJDE.sub(" ", tekst), "maat"),
                (tekst, "maat_zwak"),
            )
            if (gevonden := _maat(bron, soort, kennis))[0]
        ),
        (None, False, False),
    )


def _maat(tekst: str, soort: str, kennis: Kennis) -> tuple[str | None, bool, bool]:
    raak = [
        (m.start(), m.end(), regel)
        for regel in kennis.soorten[soort]
        for m in regel.vorm.finditer(tekst)
    ]
    if not raak:
        return None, False, False
    afgeleid = [r for r in raak if "afgeleid" in r[2].kenmerken]
    regel = max(afgeleid or raak, key=lambda r: r[:2])[2]
    return regel.kenmerken["code"], soort == "maat", bool(afgeleid)


def _find_tijd(
    pad: tuple[str, ...], kennis: Kennis
) -> tuple[int | None, str | None, date | None]:
    """Year or years of the deepest label that names one, and the state."""
    jaar, jaartekst, stand = None, None, None
    for deel in reversed(pad):
        if not any(c.isdigit() for c in deel):
            continue
        dag, rest = _cut_dagen(deel, kennis)
        stand = stand or dag
        if jaar is None and jaartekst is None:
            jaar, jaartekst = _find_jaren(_HAKEN.sub("", rest), kennis)
        if jaar is None and jaartekst is None:
            jaar, jaartekst = _find_jaren(rest, kennis)
    return jaar, jaartekst, stand


def _cut_dagen(tekst: str, kennis: Kennis) -> tuple[date | None, str]:
    """The day that figures held, and the text without dates."""
    stand, rest = None, tekst
    for d in find_data(tekst, None):
        per = d.precisie is Precisie.DAG or (
            d.precisie is Precisie.MAAND
            and (
                d.soort is Datumsoort.PER or kennis.has("stand", klein(tekst[: d.eind]))
            )
        )
        if not per or (d.van is None and d.tot is None):
            continue
        dag = d.van if d.precisie is Precisie.MAAND and d.van else d.tot or d.van
        stand = stand or dag
        rest = rest[: d.begin] + " " * (d.eind - d.begin) + rest[d.eind :]
    return stand, rest


def find_stand(zin: str, anker: date | None, kennis: Kennis) -> date | None:
    """The day that the figures of a sentence held, where it says so."""
    laag = klein(zin)
    if not kennis.has("peildag", laag):
        return None
    for d in find_data(zin, anker):
        voor = laag[max(0, d.begin - _PEIL) : d.eind]
        if d.precisie is Precisie.DAG and kennis.has("peildag", voor):
            return d.tot or d.van
    return None


def _find_jaren(tekst: str, kennis: Kennis) -> tuple[int | None, str | None]:
    raak = [
        (m.start(), m.end(), int(m[1]) if m[1] else 2000 + int(m[2]))
        for m in _JAAR.finditer(tekst)
    ]
    grens = kennis.drempels
    raak = [r for r in raak if grens.jaar_van <= r[2] <= grens.jaar_tot]
    if not raak:
        return None, None
    if len({r[2] for r in raak}) == 1:
        return raak[0][2], None
    return None, tekst[raak[0][0] : raak[-1][1]]


def _find_eenheid(tekst: str, kennis: Kennis) -> str | None:
    for regel in kennis.soorten["eenheid"]:
        raak = list(regel.vorm.finditer(tekst))
        if not raak:
            continue
        soorten = {m.lastgroup for m in raak}
        if "euro" in soorten:
            per = _PER.search(tekst)
            return f"€ {per.group()}" if per else "€"
        return "%" if "pct" in soorten else raak[-1].group()
    return None


def _find_nuance(tekst: str, gewoon: str, kennis: Kennis) -> str | None:
    woorden = [
        gewoon[m.start() : m.end()]
        for r in kennis.soorten["nuance"]
        for m in r.vorm.finditer(tekst)
    ]
    return " ".join(dict.fromkeys(woorden)) or None
