"""Names in scripts without capitals, such as Arabic or Chinese, in a Dutch text."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extraction.persoonsgegevens.belofte import STERK, promises
from pipeline.extraction.persoonsgegevens.kennis import LABEL
from pipeline.extraction.persoonsgegevens.naamvorm import begins, is_unlisted
from pipeline.extraction.persoonsgegevens.nabij import VENSTER, matching_behind
from pipeline.extraction.persoonsgegevens.structuur import GEEN_NAAM
from pipeline.extraction.persoonsgegevens.treffer import Treffer
from pipeline.taal.letters import klein
from pipeline.taal.namen.naam import Naam
from pipeline.taal.namen.vorm import Deel, Deelsoort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.structuur import Vak, Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad

_TEKENS = "\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Chinese and Japanese, written without spaces."""

_LETTERS = (
    "\u05b0-\u05bd\u05d0-\u05f2\ufb1d-\ufb4f"  # Hebrew
    "\u0621-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\ufb50-\ufdfb\ufe70-\ufefc"  # Arabic, also as a PDF draws it
    "\u0710-\u074a\u0780-\u07b1"  # Syriac, Thaana
    "\u0900-\u0963\u0971-\u09e3\u0a01-\u0a63\u0a81-\u0ae3\u0b01-\u0b63\u0b82-\u0bd7"
    "\u0c00-\u0c63\u0c80-\u0ce3\u0d00-\u0d63\u0d81-\u0df3"  # India and Sri Lanka
    "\u0e01-\u0e3a\u0e40-\u0e4e\u1000-\u103f\u1780-\u17d3\u0f40-\u0fbc"
    "\u10d0-\u10fa\u1200-\u135a\u2d30-\u2d67\uac00-\ud7a3"  # Georgian … Hangul
    f"{_TEKENS}"
)
_WOORD = rf"[{_LETTERS}]+(?:['’·・-][{_LETTERS}]+)*"
_REEKS = re.compile(rf"{_WOORD}(?:[ ]{_WOORD})*")
_ALLEEN_TEKENS = re.compile(rf"[{_TEKENS}]+")
_MEESTE_WOORDEN = 4
_MEESTE_TEKENS = 5
"""Characters of a Chinese or Japanese name at the most; a sentence has more."""
_LANGSTE_WOORD = 20

_LATIJN = re.compile(r"[A-Za-zÀ-ɏ]")
_APART = re.compile(r"[ ]?(?:[,;/|\t&]|\n)[ ]?|[ ]\([^()\n]{1,40}\)(?:,[ ])?")
_NAAST = re.compile(
    r"(?:[ ]\([^()\n]{1,40}\))?(?:[,;][ ]|[ ](?:en|&)[ ]|[ ]?[/\t][ ]?)"
)
_ZELFDE = re.compile(r"[ ][(]?|[ ][/–-][ ]")
"""What stands between two writings of one name."""
_WOORD_ERVOOR = re.compile(r"(\w+)[ ]?:?[ ]\Z")
_IN_ZIN_VOOR = re.compile(r"[a-zà-ÿ]{2},?[ ]\Z")
_IN_ZIN_NA = re.compile(r"[ ][a-zà-ÿ]{2}")
_AANHALING = frozenset("\"'«»")
_RAND = {"", "\n"}
_LEEG = " \t\n،؛؟。、！"
_GENOEMD = 0.8
_IN_VAK = 0.65
_ONZEKER = 0.52
_LOS = (_ONZEKER, "naam.schrift", "woord in een ander schrift; kijk zelf")

Reeks = re.Match[str]


class Plek(NamedTuple):
    """What stands around a run: the names before and behind it.

    ``apart`` tells that its line is no part of a text in such a script.
    """

    voor: Treffer | None
    na: Treffer | None
    apart: bool


def find_schriften(
    blad: Blad, treffers: list[Treffer], vakken: Vakken, kennis: Kennis
) -> list[Treffer]:
    """The same with names in scripts without capitals, in order of their place."""
    if blad.tekst.isascii():
        return treffers
    plekken = [t.begin for t in treffers]
    nieuw: list[Treffer] = []
    anders: dict[str, Naam] = {}  # how a name that was met is written in Latin letters
    for reeks, apart in _find_names(blad.tekst):
        rang = bisect_left(plekken, reeks.start())
        ervoor = [*nieuw[-1:], *treffers[max(0, rang - 1) : rang]]
        voor = max(ervoor, key=lambda t: t.eind, default=None)
        na = treffers[rang] if rang < len(treffers) else None
        naam = _same_person(blad.tekst, reeks, (voor, na), kennis)
        if naam:
            anders[reeks.group()] = naam
        plek = Plek(voor, na, apart)
        nieuw.append(_weigh(blad, reeks, plek, vakken, kennis))
        if bekend := anders.get(reeks.group()):
            nieuw[-1].naam = bekend
            reden = "dezelfde naam in een ander schrift"
            nieuw[-1].believe(_GENOEMD, "naam.schrift", reden)
    return sorted([*treffers, *nieuw], key=lambda t: t.begin) if nieuw else treffers


def _find_names(tekst: str) -> Iterator[tuple[Reeks, bool]]:
    """The runs as short as names, and whether their line stands apart.

    A line with a longer one, or with signs of its own script, is a sentence.
    """
    regels = _lines(tekst, list(_REEKS.finditer(tekst)))
    vreemd = [not _has_latin(tekst, regel) for regel in regels]
    zin = [not all(map(_is_short, regel)) for regel in regels]
    naast = [False] * len(regels)
    for nummer, (een, ander) in enumerate(pairwise(regels)):
        tussen = tekst[een[-1].end() : ander[0].start()]
        brief = any(zin[nummer : nummer + 2]) or all(vreemd[nummer : nummer + 2])
        if brief and not tussen.strip(_LEEG):
            naast[nummer] = naast[nummer + 1] = True
    for regel, in_brief in zip(regels, naast, strict=True):
        if all(map(_is_short, regel)) and all(
            _APART.fullmatch(tekst, een.end(), ander.start())
            or _LATIJN.search(tekst, een.end(), ander.start())
            for een, ander in pairwise(regel)
        ):
            yield from ((reeks, not in_brief) for reeks in regel)


def _lines(tekst: str, reeksen: Sequence[Reeks]) -> list[list[Reeks]]:
    """The runs of each line that holds any."""
    regels: list[list[Reeks]] = []
    einde = -1
    for reeks in reeksen:
        if reeks.start() > einde:
            einde = tekst.find("\n", reeks.start())
            einde = einde if einde >= 0 else len(tekst)
            regels.append([])
        regels[-1].append(reeks)
    return regels


def _has_latin(tekst: str, regel: Sequence[Reeks]) -> bool:
    """Whether Latin letters stand beside the runs of a line."""
    begin = max(tekst.rfind("\n", 0, regel[0].start()) + 1, regel[0].start() - VENSTER)
    eind = tekst.find("\n", regel[-1].end(), regel[-1].end() + VENSTER)
    if eind < 0:
        eind = regel[-1].end() + VENSTER
    return _LATIJN.search(tekst, begin, eind) is not None


def _is_short(reeks: Reeks) -> bool:
    """Whether a run can be a name by its length."""
    woorden = reeks.group().split(" ")
    return len(woorden) <= _MEESTE_WOORDEN and not any(
        len(w) > _LANGSTE_WOORD
        or any(len(s) > _MEESTE_TEKENS for s in _ALLEEN_TEKENS.findall(w))
        for w in woorden
    )


def _weigh(
    blad: Blad, reeks: Reeks, plek: Plek, vakken: Vakken, kennis: Kennis
) -> Treffer:
    """A run with the evidence for it."""
    begin, eind = reeks.span()
    vak = vakken.at(blad.schoon.positie(begin))
    gewicht, regel, reden = _evidence(blad.tekst, reeks, plek, vak, kennis)
    return Treffer(
        blad=blad.nummer,
        begin=begin,
        eind=eind,
        delen=tuple(
            Deel(begin + r.start(), begin + r.end(), r.group(), Deelsoort.WOORD)
            for r in re.finditer(r"[^ ]+", reeks.group())
        ),
        naam=Naam(achternaam=reeks.group()),
        gewicht=gewicht,
        regel=regel,
        reden=reden,
        kolomrol=vak.rol if vak else None,
        kop=vak.kop if vak else "",
    )


def _same_person(
    tekst: str,
    reeks: Reeks,
    buren: tuple[Treffer | None, Treffer | None],
    kennis: Kennis,
) -> Naam | None:
    """Whose name stands right beside it in Latin letters: ``Ali Kolk (…)``."""
    for treffer in buren:
        if treffer is None or not _LATIJN.match(treffer.delen[0].tekst):
            continue
        een, ander = sorted((reeks.span(), (treffer.begin, treffer.eind)))
        tussen = _ZELFDE.fullmatch(tekst, een[1], max(een[1], ander[0]))
        if tussen is None:
            continue
        if (
            not treffer.aanvaard
            and "(" in tussen.group()
            and _is_strange(treffer, kennis)
        ):
            treffer.believe(*_LOS)
        if treffer.aanvaard and treffer.naam.achternaam:
            return treffer.naam
    return None


def _is_strange(treffer: Treffer, kennis: Kennis) -> bool:
    """Whether one of some words is on no list, as in a name from far away."""
    woorden = [d.tekst for d in treffer.delen]
    return (
        1 < len(woorden) <= _MEESTE_WOORDEN
        and any(is_unlisted(w, kennis) for w in woorden)
        and not any(kennis.lijsten.is_place(w) for w in woorden)
    )


def _evidence(
    tekst: str, reeks: Reeks, plek: Plek, vak: Vak | None, kennis: Kennis
) -> tuple[float, str, str]:
    """How sure, by which rule, and why a run is a name."""
    begin, eind = reeks.span()
    ervoor = tekst[begin - 1 : begin]
    na = matching_behind(kennis.na, tekst[eind : eind + VENSTER]) if plek.apart else ()
    voor = promises(tekst, begin - (ervoor == "("), kennis)  # "zijn vrouw (…)"
    if ervoor == "\n" and not plek.apart:  # "Vertaling:", above a letter
        voor = tuple(r for r in voor if r.id != LABEL)
    sterk = [
        r
        for r in (*voor, *na)
        if r.zekerheid >= STERK and r.kenmerken.get("wil") != "vreemd"
    ]
    if sterk:
        regel = max(sterk, key=lambda r: r.zekerheid)
        return regel.zekerheid, regel.id, f"naam: {regel.uitleg.lower()}"
    if vak is not None and vak.regel != GEEN_NAAM:
        return _IN_VAK, vak.regel, vak.reden
    if vak is None and plek.apart and _is_beside(tekst, reeks, plek):
        return _IN_VAK, "naam.ernaast", "staat in een reeks namen"
    if vak is None and plek.apart and _stands_out(tekst, reeks, kennis):
        return _LOS
    return 0.0, "naam.vorm", "woord in een ander schrift"


def _is_beside(tekst: str, reeks: Reeks, plek: Plek) -> bool:
    """Whether a series joins it to a name."""
    voor, na = plek.voor, plek.na
    return bool(
        (voor and voor.aanvaard and _NAAST.fullmatch(tekst, voor.eind, reeks.start()))
        or (na and na.aanvaard and _NAAST.fullmatch(tekst, reeks.end(), na.begin))
    )


def _stands_out(tekst: str, reeks: Reeks, kennis: Kennis) -> bool:
    """Whether it stands alone on a line, or in a Dutch sentence as a name would.

    Not a word that is quoted or explained, nor the name of a language.
    """
    begin, eind = reeks.span()
    voor, na = tekst[begin - 1 : begin], tekst[eind : eind + 1]
    if not kennis.schriftwoorden.isdisjoint((reeks.group(), *reeks.group().split())):
        return False
    if len(reeks.group()) == 1 or voor in _AANHALING or na in _AANHALING:
        return False
    links = tekst[max(0, begin - VENSTER) : begin]
    ervoor = _WOORD_ERVOOR.search(links)
    if ervoor and klein(ervoor[1]) in kennis.schriftlabels | kennis.soortnamen:
        return False
    if voor in _RAND and na in _RAND:
        return True
    if _IN_ZIN_VOOR.search(links):
        return True
    return begins(links) and _IN_ZIN_NA.match(tekst, eind) is not None
