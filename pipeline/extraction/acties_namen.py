"""Owners in or around the words of an action: a mark, a prefix, its subject."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pipeline.extraction.acties_houder import find_door, with_partners
from pipeline.taal.datum import find_data
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from pipeline.extraction.acties_wie import Namen

HAAKJES = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\s*[.;]?\s*$")
_STREEP = re.compile(r"\s[–—-]\s|\s\|\s|\s?(?:→|➔|➜|=>|-?->|>>|»)\s?|\s>\s")
_DEEL = re.compile(r"\s*[,;]\s*|\s(?=uiterlijk\b|v[oó][oó]r\b|per\b)")
_DAG = date(2000, 1, 1)
_NAAMPREFIX = re.compile(r"([^:.;]{2,50}?)\s?:\s+(?=\S)")
_HAAKJE = re.compile(r"\s\([^()]{2,40}\)")
_ACHTERAAN = re.compile(r"[^,]*[a-z][^,A-Z]*,\s([^,]{3,40}?)\s*\.?\s*$")
_LABEL = re.compile(r"(?i)^\s*(?:actie(?:houder)?|wie|door|namens)\s?:?\s*")
_VERB = re.compile(r"\s([a-z]+(?:t|en)|zal|gaan?)\b")
_LIJDEND = {"wordt", "worden"}
_HULP = {"zal", "gaat"}
_NIET_DOEN = {
    "wordt", "worden", "komt", "komen", "moet", "moeten", "ligt", "staat", "blijft",
    "niet", "met", "het", "dat", "uit", "wat", "tot", "en", "een", "ontbreekt", "volgt",
    "gaat",
}  # fmt: skip
_NEVEN = re.compile(r"(?:\sen|,)\s(?:de\s|het\s)?$")
_MEESTE_WOORDEN = 6


def split_wie(tekst: str, namen: Namen) -> tuple[tuple[str, ...], str]:
    """The owner in or around the words of an action, and the words without its mark."""
    haak = HAAKJES.search(tekst)
    if haak and (wie := names_only(haak[1], namen)):
        return wie, tekst[: haak.start()].rstrip() + "."
    prefix = _NAAMPREFIX.match(tekst)
    if prefix and (wie := names_only(prefix[1], namen)):
        return wie, tekst[prefix.end() :]
    delen = _STREEP.split(tekst)
    for deel in (delen[0], *delen[:0:-1]) if len(delen) > 1 else ():
        if wie := names_only(deel, namen):
            return wie, " – ".join(d for d in delen if d is not deel)
    achter = _ACHTERAAN.fullmatch(tekst)
    if achter and (wie := names_only(achter[1], namen)):
        return wie, tekst[: achter.start(1)].rstrip(" ,")
    return find_subject(tekst, namen), tekst


def find_subject(tekst: str, namen: Namen) -> tuple[str, ...]:
    """The actors that open the words of an action, or do it in a passive."""
    kaal = tekst.lstrip(" •▪●-–*\n")
    laag = klein(kaal)
    for actor in namen.find(kaal):
        verb = _VERB.match(laag, _skip_haakje(kaal, actor.eind))
        if verb and verb[1] not in _LIJDEND and _opens(actor.begin, kaal):
            return with_partners(actor, kaal, namen)
    naam = _find_naam(kaal, laag, namen)
    return namen.split(naam) if naam else find_door(kaal, namen).namen


def _skip_haakje(tekst: str, positie: int) -> int:
    """Past "(Emmen)" behind a name."""
    haakje = _HAAKJE.match(tekst, positie)
    return haakje.end() if haakje else positie


def _find_naam(kaal: str, laag: str, namen: Namen) -> str | None:
    """A name that opens the words: "Jansen belt", but not "Memo aanvullen"."""
    for verb in _VERB.finditer(laag):
        naam = namen.find_onderwerp(kaal, 0, verb.start())
        if naam is None:
            return None
        enkel = verb[1].endswith("t") or verb[1] in _HULP
        if verb[1] not in _NIET_DOEN and (enkel or " en " in naam.naam):
            return naam.naam
    return None


def names_only(woorden: str, namen: Namen) -> tuple[str, ...]:
    """The owners in a few words, if those words are nothing but names and roles."""
    kaal = without_termijn(_LABEL.sub("", woorden))
    vol = len(kaal.split()) > _MEESTE_WOORDEN or re.search(r"\d", kaal)
    if not kaal.strip() or vol:
        return ()
    gevonden = namen.split(kaal)
    return gevonden if all(_is_naam(n, namen) for n in gevonden) else ()


def without_termijn(woorden: str) -> str:
    """The words between brackets or behind an arrow that name no day."""
    delen = _DEEL.split(woorden)
    zonder = [d for d in delen if not find_data(d, _DAG)]
    return woorden if len(zonder) == len(delen) else ", ".join(zonder)


def _is_naam(naam: str, namen: Namen) -> bool:
    if any(a.begin == 0 and a.eind >= len(naam) - 2 for a in namen.find(naam)):
        return True
    return namen.find_onderwerp(naam, 0, len(naam)) is not None


def _opens(begin: int, tekst: str) -> bool:
    """Whether only other names stand before a place."""
    return begin == 0 or _NEVEN.search(tekst[:begin]) is not None
