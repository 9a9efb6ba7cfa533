"""Actions that are announced as such: "Actie: …", items below a heading, "→ Jansen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modellen.afspraak import Actiesoort
from pipeline.extraction.acties_namen import names_only, split_wie
from pipeline.extraction.acties_opmaak import make_leesbaar
from pipeline.extraction.acties_termijn import GEEN, find_termijn
from pipeline.extraction.acties_zoeker import make_actie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.afspraak import Actie
    from pipeline.extraction.acties_tekst import Passage, Zin
    from pipeline.extraction.acties_zoeker import Zoeker
    from pipeline.rulebook import Regel

_KORTSTE = 6
_SOORTEN = {
    "toezegging": Actiesoort.TOEZEGGING,
    "afspraak": Actiesoort.AFSPRAAK,
    "werkafspraak": Actiesoort.AFSPRAAK,
    "verzoek": Actiesoort.VERZOEK,
}
_OPSOMTEKENS = " •▪●-–*0123456789.)("
_NUMMERING = re.compile(r"\W*(?:\d{1,3}|[a-z])[.)]\s+")
_VELDEN = r"door wie|wie|actiehouder|trekker|wanneer|gereed|termijn|deadline|planning"
_VELD = re.compile(rf"\W*(?:{_VELDEN})\s?:")
_VELD_IN = re.compile(
    rf"(?i)(?:(?<=[.;,(])|(?<=[.;,]\s))\s*\b({_VELDEN})\s?:\s*([^.;)]+)"
)
_WIE = re.compile(r"door wie|wie|actiehouder|trekker")
_ZONDER_HOUDER = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhef:
    """An announcement that was read: its rule, and what it says of owner and number.

    ``vol`` is false where the words of the action still have to follow.
    """

    regel: Regel
    wie: tuple[str, ...] = ()
    nummer: str | None = None
    soort: Actiesoort = Actiesoort.ACTIE
    rest: int = 0
    vol: bool = False


def find_aanhef(zoeker: Zoeker, zin: Zin) -> Aanhef | None:
    """The announcement that opens a sentence."""
    for regel in zoeker.regels.aanhef:
        if not any(w in zin.klein for w in regel.woorden):
            continue
        treffer = regel.vorm.search(zin.klein)
        if treffer and _opens(zoeker, zin, treffer):
            return _read_aanhef(zoeker, zin, regel, treffer)
    return None


def make_letterlijk(
    zoeker: Zoeker,
    passage: Passage,
    span: tuple[int, int],
    citaat: int,
    aanhef: Aanhef,
) -> Actie | None:
    """An action whose words stand in the text as such; ``citaat``: where to quote."""
    blok = zoeker.blok(passage)
    woorden, veld = _split_velden(zoeker.tekst(*span))
    wie, kern = split_wie(woorden, zoeker.namen)
    if veld:
        wie = zoeker.namen.split(veld)
    omschrijving = make_leesbaar(kern)
    if len(omschrijving) < _KORTSTE:
        return None
    termijn = find_termijn(zoeker.stuk, zoeker.lezing, *span)
    return make_actie(
        zoeker,
        regel=aanhef.regel,
        omschrijving=omschrijving,
        wie=aanhef.wie or blok.wie or wie,
        termijn=blok.termijn if termijn == GEEN else termijn,
        span=(citaat, span[1]),
        zekerheid=aanhef.regel.zekerheid,
        soort=aanhef.soort,
        nummer=aanhef.nummer,
    )


def find_slot(passage: Passage, nummer: int) -> int:
    """Where an announced action ends: behind "Wie: Jansen. Gereed: 1 mei." too."""
    eind = passage.zinnen[nummer].eind
    for zin in passage.zinnen[nummer + 1 :]:
        if not _VELD.match(zin.klein):
            break
        eind = zin.eind
    return eind


def _split_velden(tekst: str) -> tuple[str, str]:
    """The words of an action, and who is named behind "Wie:"."""
    wie = ""
    velden = list(_VELD_IN.finditer(tekst))
    for veld in velden:
        if _WIE.match(veld[1].lower()):
            wie = veld[2]
    return (tekst[: velden[0].start()] if velden else tekst), wie.strip(" .;")


def make_item(zoeker: Zoeker, passage: Passage, aanhef: Aanhef) -> Iterator[Actie]:
    """The action that a whole passage states below its announcement."""
    begin, eind = passage.begin, passage.zinnen[-1].eind
    nummer = _NUMMERING.match(zoeker.lezing.tekst, begin, eind)
    span = nummer.end() if nummer else begin, eind
    if span[1] - span[0] >= _KORTSTE:
        actie = make_letterlijk(zoeker, passage, span, begin, aanhef)
        if actie is not None:
            yield actie


def find_staart(zoeker: Zoeker, zin: Zin) -> Actie | None:
    """The action of a sentence that names its owner at the end."""
    tekst = zoeker.tekst(zin.begin, zin.eind)
    for regel in zoeker.regels.staart:
        treffer = regel.vorm.search(tekst)
        if treffer and len(tekst) - len(treffer[0]) > _KORTSTE:
            wie = names_only(treffer["wie"], zoeker.namen)
            kern = tekst[: treffer.start()].rstrip() + tekst[treffer.end() :]
            return make_actie(
                zoeker,
                regel=regel,
                omschrijving=make_leesbaar(kern),
                wie=wie,
                termijn=find_termijn(zoeker.stuk, zoeker.lezing, zin.begin, zin.eind),
                span=(zin.begin, zin.eind),
                zekerheid=regel.zekerheid * (1 if wie else _ZONDER_HOUDER),
            )
    return None


def _opens(zoeker: Zoeker, zin: Zin, treffer: re.Match[str]) -> bool:
    """An announcement opens a sentence, or has a capital further on."""
    if not zin.klein[: treffer.start()].strip(_OPSOMTEKENS):
        return True
    eerste = zoeker.lezing.tekst[zin.begin + treffer.start()]
    return eerste.isupper() and treffer[0].rstrip().endswith(":")


def _read_aanhef(
    zoeker: Zoeker, zin: Zin, regel: Regel, treffer: re.Match[str]
) -> Aanhef:
    wie: tuple[str, ...] = ()
    groepen = treffer.groupdict()
    for naam in ("wie", "haak"):
        if groepen.get(naam):
            begin, eind = treffer.span(naam)
            woorden = zoeker.tekst(zin.begin + begin, zin.begin + eind)
            wie = names_only(woorden, zoeker.namen)
    return Aanhef(
        regel=regel,
        wie=wie,
        nummer=groepen.get("nr"),
        soort=_SOORTEN.get(groepen.get("kop") or "", Actiesoort.ACTIE),
        rest=zin.begin + treffer.end(),
        vol=len(zin.klein[treffer.end() :].strip(" .")) >= _KORTSTE,
    )
