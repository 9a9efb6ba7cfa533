"""Actions in running text: literal announcements, and cues sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.afspraak import Actie, Actiesoort, Actiestatus
from modellen.document import Vorm
from pipeline.extraction.acties_houder import Houder, find_door, find_houder
from pipeline.extraction.acties_opmaak import add_context, make_leesbaar
from pipeline.extraction.acties_termijn import Termijn, find_termijn
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modellen.stuk import Stuk
    from pipeline.extraction.acties_regels import Actieregels, Raak
    from pipeline.extraction.acties_tekst import Lezing, Passage, Zin
    from pipeline.extraction.acties_wie import Namen
    from pipeline.rulebook import Regel

_HAAKJES = re.compile(r"\(([^()]{2,60})\)\s*[.;]?\s*$")
_STREEP = re.compile(r"\s[–—-]\s|\s\|\s")
_NAAMPREFIX = re.compile(r"([^:.;]{2,50}?)\s?:\s+(?=\S)")
_KNIP = re.compile(r",?\s(?:en|terwijl|waarna)\s|;\s")
_KORTSTE = 6
_MEESTE_WOORDEN = 6
_VERB = re.compile(r"\s[a-z]+(?:t|en|zal|gaat)\b")
_DOEN = re.compile(r"\b(?:te\s\w+|wil\w*\s|zou\w*\s|\w{3,}te\w{3,}en\b|om\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoeker:
    """All that the search of one document needs.

    ``blokhouders`` gives, by where a cell begins, the owners named beside it.
    """

    stuk: Stuk
    lezing: Lezing
    regels: Actieregels
    namen: Namen
    blokhouders: Mapping[int, tuple[str, ...]]
    overslaan: frozenset[int]
    alleen_letterlijk: bool = False


def find_in_tekst(zoeker: Zoeker) -> Iterator[Actie]:
    """The actions outside lists in tables, in the order of the text."""
    lijst: Regel | None = None
    wacht: _Aanhef | None = None
    for passage in zoeker.lezing.passages:
        if passage.cel is not None and passage.cel.begin in zoeker.overslaan:
            lijst = wacht = None
            continue
        kop = _find_kop(zoeker, passage)
        if kop is not None:
            lijst, wacht = kop, None
            continue
        if lijst is not None and _ends_list(passage):
            lijst = None
        if lijst is not None or wacht is not None:
            aanhef = wacht or _Aanhef(regel=_known(lijst), wie=())
            yield from _from_item(zoeker, passage, aanhef)
            wacht = None
            continue
        for nummer, zin in enumerate(passage.zinnen):
            gevonden, wacht = _read_zin(zoeker, passage, nummer, zin)
            yield from gevonden


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aanhef:
    """An announcement that was read: its rule, and what it says of owner and number."""

    regel: Regel
    wie: tuple[str, ...]
    nummer: str | None = None


def _known(regel: Regel | None) -> Regel:
    assert regel is not None  # noqa: S101 only asked for inside a list
    return regel


def _find_kop(zoeker: Zoeker, passage: Passage) -> Regel | None:
    if len(passage.zinnen) > 1 or passage.vorm is Vorm.CEL:
        return None
    zin = passage.zinnen[0]
    for regel in zoeker.regels.kop:
        if any(w in zin.klein for w in regel.woorden) and regel.vorm.search(zin.klein):
            return regel
    return None


def _ends_list(passage: Passage) -> bool:
    """A list ends at a heading or at prose; its items may be short paragraphs."""
    if passage.vorm is Vorm.KOP or (passage.is_kop and passage.vorm is not Vorm.LIJST):
        return True
    return passage.vorm is Vorm.ALINEA and len(passage.zinnen) > 2  # noqa: PLR2004 prose


def _read_zin(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> tuple[list[Actie], _Aanhef | None]:
    """The actions of one sentence, and an announcement whose words still follow."""
    for regel in zoeker.regels.aanhef:
        if not any(w in zin.klein for w in regel.woorden):
            continue
        treffer = regel.vorm.search(zin.klein)
        if treffer and _opens(zoeker, zin, treffer):
            return _from_aanhef(zoeker, zin, regel, treffer)
    staart = _find_staart(zoeker, zin)
    if staart is not None:
        return [staart], None
    kop = passage.is_kop and passage.vorm is not Vorm.LIJST
    if zoeker.alleen_letterlijk or kop:
        return [], None
    return list(_from_cues(zoeker, passage, nummer, zin)), None


def _opens(zoeker: Zoeker, zin: Zin, treffer: re.Match[str]) -> bool:
    """An announcement opens a sentence, or has a capital further on."""
    ervoor = zin.klein[: treffer.start()].strip(" •▪●-–*0123456789.)(")
    if not ervoor:
        return True
    eerste = zoeker.lezing.tekst[zin.begin + treffer.start()]
    return eerste.isupper() and treffer[0].rstrip().endswith(":")


def _from_aanhef(
    zoeker: Zoeker, zin: Zin, regel: Regel, treffer: re.Match[str]
) -> tuple[list[Actie], _Aanhef | None]:
    wie: tuple[str, ...] = ()
    groepen = treffer.groupdict()
    for naam in ("wie", "haak"):
        if groepen.get(naam):
            begin, eind = treffer.span(naam)
            woorden = zoeker.lezing.tekst[zin.begin + begin : zin.begin + eind]
            wie = _names_only(zoeker, woorden)
    aanhef = _Aanhef(regel=regel, wie=wie, nummer=groepen.get("nr"))
    rest = zin.begin + treffer.end()
    if len(zin.klein[treffer.end() :].strip(" .")) < _KORTSTE:
        return [], aanhef
    actie = _make_letterlijk(zoeker, (rest, zin.eind), zin.begin, aanhef)
    return ([actie] if actie else []), None


def _from_item(zoeker: Zoeker, passage: Passage, aanhef: _Aanhef) -> Iterator[Actie]:
    begin, eind = passage.begin, passage.zinnen[-1].eind
    if eind - begin >= _KORTSTE:
        actie = _make_letterlijk(zoeker, (begin, eind), begin, aanhef)
        if actie:
            yield actie


def _make_letterlijk(
    zoeker: Zoeker, span: tuple[int, int], citaat: int, aanhef: _Aanhef
) -> Actie | None:
    """An action whose words stand in the text as such; ``citaat`` is where to quote."""
    tekst = zoeker.lezing.tekst[span[0] : span[1]]
    wie, kern = _split_wie(zoeker, tekst)
    omschrijving = make_leesbaar(kern)
    if len(omschrijving) < _KORTSTE:
        return None
    return _make_actie(
        zoeker,
        regel=aanhef.regel,
        omschrijving=omschrijving,
        wie=aanhef.wie or wie,
        termijn=find_termijn(zoeker.stuk, zoeker.lezing, *span),
        span=(citaat, span[1]),
        zekerheid=aanhef.regel.zekerheid,
        soort=_SOORT_BIJ.get(
            aanhef.regel.kenmerken.get("kenmerk", ""), Actiesoort.ACTIE
        ),
        nummer=aanhef.nummer,
    )


_SOORT_BIJ = {"toezegging": Actiesoort.TOEZEGGING}


def _split_wie(zoeker: Zoeker, tekst: str) -> tuple[tuple[str, ...], str]:
    """The owner in or around the words of an action, and the words without its mark."""
    haak = _HAAKJES.search(tekst)
    if haak and (wie := _names_only(zoeker, haak[1])):
        return wie, tekst[: haak.start()].rstrip() + "."
    prefix = _NAAMPREFIX.match(tekst)
    if prefix and (wie := _names_only(zoeker, prefix[1])):
        return wie, tekst[prefix.end() :]
    delen = _STREEP.split(tekst)
    for deel in (delen[0], *delen[:0:-1]) if len(delen) > 1 else ():
        if wie := _names_only(zoeker, deel):
            rest = [d for d in delen if d is not deel]
            return wie, " – ".join(rest)
    return _subject(zoeker, tekst), tekst


def _subject(zoeker: Zoeker, tekst: str) -> tuple[str, ...]:
    """The actor that opens the words of an action, or does it in a passive."""
    kaal = tekst.lstrip(" •▪●-–*")
    schuif = len(tekst) - len(kaal)
    actoren = zoeker.namen.find(kaal)
    if actoren and actoren[0].begin == 0 and _VERB.match(klein(kaal), actoren[0].eind):
        return (actoren[0].naam,)
    verb = _VERB.search(klein(kaal))
    if verb:
        naam = zoeker.namen.find_onderwerp(kaal, 0, verb.start())
        if naam is not None:
            return (naam.naam,)
        for actor in actoren:
            if actor.begin == verb.end() + 1:
                return (actor.naam,)
    door = find_door(tekst[schuif:], zoeker.namen)
    return door.namen


def _names_only(zoeker: Zoeker, woorden: str) -> tuple[str, ...]:
    """The owners in a few words, if those words are nothing but names and roles."""
    kaal = re.sub(r"(?i)^\s*(?:actie(?:houder)?|wie|door|namens)\s?:?\s*", "", woorden)
    if (
        not kaal.strip()
        or len(kaal.split()) > _MEESTE_WOORDEN
        or re.search(r"\d", kaal)
    ):
        return ()
    namen = zoeker.namen.split(kaal)
    return namen if namen and all(_is_naam(zoeker, n) for n in namen) else ()


def _is_naam(zoeker: Zoeker, naam: str) -> bool:
    actoren = zoeker.namen.find(naam)
    if any(a.begin == 0 and a.eind >= len(naam) - 2 for a in actoren):
        return True
    return zoeker.namen.find_onderwerp(naam, 0, len(naam)) is not None


def _find_staart(zoeker: Zoeker, zin: Zin) -> Actie | None:
    tekst = zoeker.lezing.tekst[zin.begin : zin.eind]
    for regel in zoeker.regels.staart:
        treffer = regel.vorm.search(tekst)
        if treffer and treffer.start() > _KORTSTE:
            wie = _names_only(zoeker, treffer["wie"])
            kern = tekst[: treffer.start()] + tekst[treffer.end() :]
            return _make_actie(
                zoeker,
                regel=regel,
                omschrijving=make_leesbaar(kern),
                wie=wie,
                termijn=find_termijn(zoeker.stuk, zoeker.lezing, zin.begin, zin.eind),
                span=(zin.begin, zin.eind),
                zekerheid=regel.zekerheid if wie else regel.zekerheid * 0.8,
                soort=Actiesoort.ACTIE,
            )
    return None


def _from_cues(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> Iterator[Actie]:
    delen = _clauses(zoeker, zin)
    gevonden = [a for d in delen if (a := _from_deel(zoeker, passage, nummer, d))]
    if len(delen) > 1 and not _two_who_act(gevonden):
        heel = _from_deel(zoeker, passage, nummer, (zin.begin, zin.eind))
        gevonden = [heel] if heel else []
    yield from gevonden


def _two_who_act(gevonden: list[Actie]) -> bool:
    """Whether the parts of a sentence have owners, and different ones."""
    houders = {a.actiehouders for a in gevonden}
    return len(houders) > 1 and () not in houders


def _clauses(zoeker: Zoeker, zin: Zin) -> list[tuple[int, int]]:
    """The stretches of a sentence that each have a cue of their own."""
    delen, begin = [], 0
    for knip in _KNIP.finditer(zin.klein):
        if zoeker.regels.find_cues(zin.klein[begin : knip.start()]):
            delen.append((zin.begin + begin, zin.begin + knip.start()))
            begin = knip.end()
    if not delen or not zoeker.regels.find_cues(zin.klein[begin:]):
        return [(zin.begin, zin.eind)]
    return [*delen, (zin.begin + begin, zin.eind)]


def _from_deel(
    zoeker: Zoeker, passage: Passage, nummer: int, span: tuple[int, int]
) -> Actie | None:
    zin = passage.zinnen[nummer]
    laag = zoeker.lezing.klein[span[0] : span[1]]
    tekst = zoeker.lezing.tekst[span[0] : span[1]]
    termijn = find_termijn(zoeker.stuk, zoeker.lezing, *span)
    for raak in zoeker.regels.find_cues(laag):
        houder = find_houder(raak, tekst, zoeker.namen)
        if not _meets(raak, houder, termijn, laag):
            continue
        heel = span == (zin.begin, zin.eind)
        omschrijving = (
            add_context(zoeker.lezing, passage, nummer)
            if heel
            else make_leesbaar(tekst)
        )
        wie, zekerheid = _with_block(zoeker, passage, tekst, houder, raak.zekerheid)
        return _make_actie(
            zoeker,
            regel=raak.regel,
            omschrijving=omschrijving,
            wie=wie,
            termijn=termijn,
            span=span,
            zekerheid=zekerheid,
            soort=Actiesoort(raak.regel.soort),
            expliciet=raak.regel.kenmerken.get("expliciet") == "ja",
        )
    return None


def _with_block(
    zoeker: Zoeker, passage: Passage, tekst: str, houder: Houder, zekerheid: float
) -> tuple[tuple[str, ...], float]:
    """The owner of the sentence; else the one between brackets, or beside its block."""
    haak = _HAAKJES.search(tekst)
    if haak and (wie := _names_only(zoeker, haak[1])):
        return wie, zekerheid
    if houder.namen or passage.cel is None:
        return houder.namen, zekerheid
    blok = zoeker.blokhouders.get(passage.cel.begin, ())
    return blok, zekerheid * 0.8 if blok else zekerheid


def _meets(raak: Raak, houder: Houder, termijn: Termijn, laag: str) -> bool:
    """Whether what a rule asks for besides its words is there."""
    if laag.rstrip().endswith("?") and raak.regel.id != "verzoek-u":
        return False
    eisen = {
        "actor": houder.gevonden,
        "mens": houder.mens or (houder.gevonden and termijn.tekst is not None),
        "limiet": termijn.limiet and termijn.tot is not None,
        "straks": termijn.tekst is not None,
        "doen": bool(_DOEN.search(laag)) or termijn.tot is not None,
    }
    return all(eisen[e] for e in raak.regel.kenmerken.get("eis", "").split())


def _make_actie(  # noqa: PLR0913 the fields of an action
    zoeker: Zoeker,
    *,
    regel: Regel,
    omschrijving: str,
    wie: tuple[str, ...],
    termijn: Termijn,
    span: tuple[int, int],
    zekerheid: float,
    soort: Actiesoort,
    expliciet: bool = True,
    nummer: str | None = None,
) -> Actie:
    return Actie(
        omschrijving=omschrijving,
        actiehouders=wie,
        termijn=termijn.tot,
        termijn_tekst=termijn.tekst,
        status=Actiestatus.NIEUW,
        soort=soort,
        expliciet=expliciet,
        nummer_bron=nummer,
        herkomst=zoeker.stuk.document.citeer(
            *span, regel=f"acties/{regel.id}", zekerheid=round(zekerheid, 2)
        ),
    )
