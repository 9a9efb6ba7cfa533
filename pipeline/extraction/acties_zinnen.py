"""Actions in running text: literal announcements, and cues sentence by sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modellen.afspraak import Actiesoort
from modellen.document import Vorm
from pipeline.extraction.acties_houder import find_houder
from pipeline.extraction.acties_letterlijk import (
    Aanhef,
    find_aanhef,
    find_slot,
    find_staart,
    make_item,
    make_letterlijk,
)
from pipeline.extraction.acties_namen import HAAKJES, names_only
from pipeline.extraction.acties_opmaak import add_context, make_leesbaar
from pipeline.extraction.acties_termijn import GEEN, find_termijn
from pipeline.extraction.acties_zoeker import make_actie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.afspraak import Actie
    from pipeline.extraction.acties_houder import Houder
    from pipeline.extraction.acties_regels import Raak
    from pipeline.extraction.acties_tekst import Passage, Zin
    from pipeline.extraction.acties_termijn import Termijn
    from pipeline.extraction.acties_zoeker import Zoeker
    from pipeline.rulebook import Regel

_KNIP = re.compile(r",?\s(?:en|terwijl|waarna)\s|;\s")
_DOEN = re.compile(r"\b(?:te\s\w+|wil\w*\s|zou\w*\s|\w{3,}te\w{3,}en\b)")
_STUK = re.compile(
    r"\b\w*(?:brief|notitie|memo|voorstel|overzicht|uitvraag|handreiking|planning|enquete)\b"
)
_VIA_BLOK = 0.8
_PROZA = 2
_SCHRIJVER = re.compile(r"\b(?:wij|we|ik)\b")


def find_in_tekst(zoeker: Zoeker) -> Iterator[Actie]:
    """The actions outside lists in tables, in the order of the text."""
    lijst: Aanhef | None = None
    wacht: Aanhef | None = None
    for passage in zoeker.lezing.passages:
        if passage.cel is not None and passage.cel.begin in zoeker.overslaan:
            lijst = wacht = None
            continue
        kop = _find_kop(zoeker, passage)
        if kop is not None:
            lijst, wacht = Aanhef(regel=kop), None
            continue
        if lijst is not None and _ends_list(passage):
            lijst = None
        aanhef = wacht or lijst
        if aanhef is not None:
            wacht = None
            yield from make_item(zoeker, passage, aanhef)
            continue
        tot = 0
        for nummer, zin in enumerate(passage.zinnen):
            if zin.begin >= tot:
                gevonden, wacht = _read_zin(zoeker, passage, nummer, zin)
                tot = max((a.herkomst.eind for a in gevonden), default=0)
                yield from gevonden


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
    return passage.vorm is Vorm.ALINEA and len(passage.zinnen) > _PROZA


def _read_zin(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> tuple[list[Actie], Aanhef | None]:
    """The actions of one sentence, and an announcement whose words still follow."""
    aanhef = find_aanhef(zoeker, zin)
    if aanhef is not None and not aanhef.vol:
        return [], aanhef
    if aanhef is not None:
        span = aanhef.rest, find_slot(passage, nummer)
        actie = make_letterlijk(zoeker, passage, span, zin.begin, aanhef)
        return ([actie] if actie else []), None
    staart = find_staart(zoeker, zin)
    if staart is not None:
        return [staart], None
    if passage.is_kop and passage.vorm is not Vorm.LIJST:
        return [], None
    return _find_by_cues(zoeker, passage, nummer, zin), None


def _find_by_cues(
    zoeker: Zoeker, passage: Passage, nummer: int, zin: Zin
) -> list[Actie]:
    delen = _clauses(zoeker, zin)
    gevonden = [a for d in delen if (a := _from_deel(zoeker, passage, nummer, d))]
    if len(delen) > 1 and not _two_who_act(gevonden):
        heel = _from_deel(zoeker, passage, nummer, (zin.begin, zin.eind))
        return [heel] if heel else []
    return gevonden


def _asks(raak: Raak, laag: str) -> bool:
    """Whether the writer asks for something: that holds before the meeting too."""
    wie = raak.regel.kenmerken.get("wie")
    return wie == "lezer" or (wie == "groep" and _SCHRIJVER.search(laag) is not None)


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
    laag = zoeker.lezing.klein[span[0] : span[1]]
    cues = zoeker.regels.find_cues(laag)
    if not cues:
        return None
    tekst = zoeker.tekst(*span)
    blok = zoeker.blok(passage)
    eigen = find_termijn(zoeker.stuk, zoeker.lezing, *span)
    termijn = blok.termijn if eigen == GEEN else eigen
    for raak in cues:
        vorige = _vorige(zoeker, passage, nummer)
        houder = find_houder(raak, tekst, zoeker.namen, vorige)
        vooraf = zoeker.alleen_letterlijk and not _asks(raak, laag)
        if vooraf or not _meets(raak, houder, termijn, laag):
            continue
        wie, zekerheid = _with_block(zoeker, passage, tekst, houder, raak.zekerheid)
        return make_actie(
            zoeker,
            regel=raak.regel,
            omschrijving=_describe(zoeker, passage, nummer, span),
            wie=wie,
            termijn=termijn,
            span=span,
            zekerheid=zekerheid,
            soort=Actiesoort(raak.regel.soort),
            expliciet=raak.regel.kenmerken.get("expliciet") == "ja",
        )
    return None


def _vorige(zoeker: Zoeker, passage: Passage, nummer: int) -> str:
    if not nummer:
        return ""
    zin = passage.zinnen[nummer - 1]
    return zoeker.tekst(zin.begin, zin.eind)


def _describe(
    zoeker: Zoeker, passage: Passage, nummer: int, span: tuple[int, int]
) -> str:
    zin = passage.zinnen[nummer]
    if span == (zin.begin, zin.eind):
        return add_context(zoeker.lezing, passage, nummer)
    return make_leesbaar(zoeker.tekst(*span))


def _with_block(
    zoeker: Zoeker, passage: Passage, tekst: str, houder: Houder, zekerheid: float
) -> tuple[tuple[str, ...], float]:
    """The owner of the sentence; else the one between brackets, or beside its block."""
    haak = HAAKJES.search(tekst)
    if haak and (wie := names_only(haak[1], zoeker.namen)):
        return wie, zekerheid
    naast = zoeker.blok(passage).wie
    if houder.namen or not naast:
        return houder.namen, zekerheid
    return naast, zekerheid * _VIA_BLOK


def _meets(raak: Raak, houder: Houder, termijn: Termijn, laag: str) -> bool:
    """Whether what a rule asks for besides its words is there."""
    vraag = laag.rstrip().endswith("?") and raak.eind > laag.rfind(",")
    if vraag and raak.regel.kenmerken.get("vraag") != "ja":
        return False
    bij = termijn.tekst is not None
    eisen = {
        "actor": houder.gevonden,
        "mens": houder.mens or (houder.gevonden and (bij or _STUK.search(laag))),
        "limiet": termijn.limiet,
        "straks": bij,
        "termijn": bij,
        "doen": bool(_DOEN.search(laag)) or termijn.tot is not None,
    }
    return all(eisen[e] for e in raak.regel.kenmerken.get("eis", "").split())
