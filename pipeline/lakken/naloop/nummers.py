"""Numbers and addresses beside a mark, and the names they stand beside elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from modellen.persoon import Gegevenssoort
from pipeline.lakken.naloop.nabij import (
    after,
    before,
    digits,
    lines_between,
    masks_near,
    place,
    window,
)
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import (
        Masker,
        Naloopbevinding,
        Naloopdossier,
        Openbaarstuk,
        Vermelding,
        Vindplaats,
    )
    from pipeline.lakken.naloop.kennis import Naloopkennis

STAART = 4
"""Figures at the end of a number that can point out one number among all."""

_WOORD = re.compile(r"\w+")
_REST = re.compile(r"[ -]{0,2}(?P<cijfers>\d[\d -]{0,9}\d)(?![\d/.:-])")
_KOP = re.compile(r"(?P<cijfers>(?:\+31|0)[\d ()-]{4,12}\d)[ -]{0,2}$")
_NABIJ = 25
_TELEFOON = {Gegevenssoort.TELEFOON}
_BIJZONDER = {Gegevenssoort.BSN, Gegevenssoort.IBAN}
_GETOOND = _BIJZONDER | _TELEFOON | {Gegevenssoort.EMAIL}
_NOEM = {
    Gegevenssoort.TELEFOON: "rechtstreeks telefoonnummer",
    Gegevenssoort.EMAIL: "persoonlijk e-mailadres",
    Gegevenssoort.BSN: "burgerservicenummer",
    Gegevenssoort.IBAN: "rekeningnummer",
}


class Nummer(NamedTuple):
    """A number or what is left of one, whose it is, and what it stands beside."""

    stuk: Openbaarstuk
    begin: int
    eind: int
    cijfers: str
    masker: Masker | None
    vermelding: Vermelding | None


def check_numbers(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """A mark beside a number, or its last figures, that elsewhere has a name by it."""
    nummers = [n for stuk in dossier.stukken for n in _numbers(stuk, kennis)]
    openbaar = {p.id for p in dossier.personen if p.openbaar}
    met_naam: dict[str, list[Nummer]] = defaultdict(list)
    for nummer in nummers:
        if nummer.vermelding and nummer.vermelding.persoon not in openbaar:
            met_naam[nummer.cijfers].append(nummer)
            met_naam[nummer.cijfers[-STAART:]].append(nummer)
    for nummer in nummers:
        if nummer.masker is not None:
            yield from _judge(nummer, met_naam, kennis)


def check_readable(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Numbers and addresses of people that nobody redacted; by file and kind."""
    for stuk in dossier.stukken:
        per_soort: dict[Gegevenssoort, list[tuple[int, int]]] = defaultdict(list)
        for g in stuk.gegevens:
            if g.soort not in _GETOOND:
                continue
            eigenaar = _owner(stuk, g.begin, g.eind)
            naam = _NOEM[g.soort]
            if eigenaar[0] is not None and g.soort not in _TELEFOON:
                plek = place(stuk, min(eigenaar[0].begin, g.begin), g.eind)
                yield kennis.report("gegeven_bij_masker", [plek], gegeven=naam)
            elif eigenaar[0] is None:
                per_soort[g.soort].append((g.begin, g.eind))
        for soort, plekken in per_soort.items():
            bijzonder = "bijzonder" if soort in _BIJZONDER else "gegeven"
            yield kennis.report(
                f"{bijzonder}_leesbaar",
                [place(stuk, b, e) for b, e in plekken],
                gegeven=_NOEM[soort],
            )


def _numbers(stuk: Openbaarstuk, kennis: Naloopkennis) -> Iterator[Nummer]:
    for g in stuk.gegevens:
        if g.soort in _TELEFOON:
            masker, vermelding = _owner(stuk, g.begin, g.eind)
            cijfers = digits(stuk.tekst[g.begin : g.eind])
            yield Nummer(stuk, g.begin, g.eind, cijfers, masker, vermelding)
    bezet = [(g.begin, g.eind) for g in stuk.gegevens]
    for masker in stuk.maskers:
        for begin, eind in _rests(stuk, masker, kennis):
            if not any(b < eind and begin < e for b, e in bezet):
                cijfers = digits(stuk.tekst[begin:eind])
                yield Nummer(stuk, begin, eind, cijfers, masker, None)


def _rests(
    stuk: Openbaarstuk, masker: Masker, kennis: Naloopkennis
) -> Iterator[tuple[int, int]]:
    """Figures that stand directly beside a mark that hides a number."""
    links = before(stuk, masker)
    rechts = _REST.match(after(stuk, masker))
    woorden = _WOORD.findall(klein(links[-_NABIJ:]))
    if rechts and any(w in kennis.woorden["nummer"] for w in woorden):
        yield masker.eind + rechts.start("cijfers"), masker.eind + rechts.end("cijfers")
    kop = _KOP.search(links)
    if kop:
        van = masker.begin - len(links)
        yield van + kop.start("cijfers"), van + kop.end("cijfers")


def _owner(
    stuk: Openbaarstuk, begin: int, eind: int
) -> tuple[Masker | None, Vermelding | None]:
    """The mark or the name that stands nearest to a number, of its own lines."""
    van, tot = window(stuk, begin, eind)

    def far(plek: Masker | Vermelding) -> tuple[int, bool, int]:
        erna = plek.begin >= eind
        midden = plek.begin if erna else plek.eind
        lijnen = lines_between(stuk, midden, begin)
        return (lijnen, erna, abs(midden - begin))

    namen = [v for v in stuk.vermeldingen if van <= v.begin and v.eind <= tot]
    maskers = list(masks_near(stuk, begin, eind))
    alle: list[Masker | Vermelding] = [*namen, *maskers]
    if not alle:
        return None, None
    dichtst = min(alle, key=far)
    for masker in maskers:
        if masker is dichtst:
            return masker, None
    return None, next(v for v in namen if v is dichtst)


def _judge(
    nummer: Nummer, met_naam: dict[str, list[Nummer]], kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    masker = nummer.masker
    if masker is None:
        return
    hier = place(
        nummer.stuk, min(masker.begin, nummer.begin), max(masker.eind, nummer.eind)
    )
    elders = _matches(nummer, met_naam)
    if elders:
        heel = any(e.cijfers == nummer.cijfers for e in elders)
        bronnen = [_with_name(e) for e in elders[:3]]
        deel = "een" if heel else "het laatste deel van een"
        yield kennis.report("nummer_verraadt", [hier, *bronnen], deel=deel)
        return
    heel = any(
        g.begin == nummer.begin and g.soort in _TELEFOON for g in nummer.stuk.gegevens
    )
    soort = "gegeven_bij_masker" if heel else "rest_van_nummer"
    yield kennis.report(soort, [hier], gegeven=_NOEM[Gegevenssoort.TELEFOON])


def _matches(nummer: Nummer, met_naam: dict[str, list[Nummer]]) -> list[Nummer]:
    """The places where the number stands with a name; a tail must point out one."""
    if len(nummer.cijfers) < STAART:
        return []
    gelijk = [e for e in met_naam.get(nummer.cijfers, ()) if e is not nummer]
    if gelijk and len(nummer.cijfers) > STAART:
        return gelijk
    staart = [
        e for e in met_naam.get(nummer.cijfers[-STAART:], ())
        if e.cijfers.endswith(nummer.cijfers)
    ]  # fmt: skip
    wie = {e.vermelding.persoon for e in staart if e.vermelding}
    return staart if len(wie) == 1 else []


def _with_name(nummer: Nummer) -> Vindplaats:
    naam = nummer.vermelding
    begin, eind = nummer.begin, nummer.eind
    if naam is not None:
        begin, eind = min(begin, naam.begin), max(eind, naam.eind)
    return place(nummer.stuk, begin, eind, rand=10)
