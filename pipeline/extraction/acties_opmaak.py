"""Descriptions that can be read by themselves."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from pipeline.extraction.lakmarken import NEUTRAAL

if TYPE_CHECKING:
    from pipeline.extraction.acties_tekst import Lezing, Passage, Zin

_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_VOORAAN = re.compile(r"^(?:[\s•▪●*–—:;,>→-]|o\s)+(?=\S)")
_LAK = re.compile(rf"{NEUTRAAL}[{NEUTRAAL}\s]*")
_VERWIJST = re.compile(
    r"(?:dit|deze|dat|die|daar\w*|hier\w*|zij|ze|hij|het|er|ook|wordt|worden|in\sdit|in\sdat|"
    r"komt|komen|volgt|terug\w*)\b"
)
_WERKWOORD = re.compile(r"\w+t|word\w*|moet\w*|zal|zull\w*|gaan|zijn|kom\w*|kunnen")
_NAAMWOORD = re.compile(r"(?:de|het|deze|dit|dat|die)\s(\w{4,})\b")
_BIJWOORD = re.compile(
    r"\b(?:hier|daar)(?:over|op|aan|bij|voor|van|naar|mee|mede|toe|om)\b"
)
_LANGSTE_CONTEXT = 260
_WEINIG_WOORDEN = 6


def make_leesbaar(tekst: str) -> str:
    """Words of a source as one line: no bullets, tags or runs of white space."""
    kaal = unescape(_TAG.sub(" ", tekst)).replace("\u00ad", "")
    kaal = " ".join(_LAK.sub("[gelakt] ", kaal).split())
    return _VOORAAN.sub("", kaal).strip()


def add_context(lezing: Lezing, passage: Passage, nummer: int) -> str:
    """A sentence, with the sentence it points back to where it cannot stand alone."""
    zin = passage.zinnen[nummer]
    tekst = make_leesbaar(lezing.tekst[zin.begin : zin.eind])
    bij = _find_bij(passage, nummer)
    if bij is not None:
        eerder = make_leesbaar(lezing.tekst[bij.begin : bij.eind])
        return f"{_shorten(eerder)} {tekst}"
    if passage.kop and not nummer and _needs_kop(zin):
        return f"{passage.kop.rstrip(' :')}: {tekst}"
    return tekst


def _needs_kop(zin: Zin) -> bool:
    return bool(_VERWIJST.match(zin.klein)) or len(zin.klein.split()) < _WEINIG_WOORDEN


def _find_bij(passage: Passage, nummer: int) -> Zin | None:
    """The sentence an opening like "Dit", "De brief" or "hierover" points back to."""
    eerdere = passage.zinnen[:nummer]
    klein = passage.zinnen[nummer].klein.lstrip("•▪●-– ")
    if not eerdere:
        return None
    naamwoord = _NAAMWOORD.match(klein)
    if naamwoord and not _WERKWOORD.fullmatch(naamwoord[1]):
        for zin in reversed(eerdere):
            if re.search(rf"{re.escape(naamwoord[1])}\b", zin.klein):
                return zin
        aanwijzend = klein.startswith(("dit", "deze", "dat", "die"))
        return eerdere[0] if aanwijzend else None
    kort = len(klein.split()) < _WEINIG_WOORDEN
    if kort or _VERWIJST.match(klein) or _BIJWOORD.search(klein):
        return eerdere[-1]
    return None


def _shorten(tekst: str) -> str:
    if len(tekst) <= _LANGSTE_CONTEXT:
        return tekst
    return tekst[:_LANGSTE_CONTEXT].rsplit(" ", 1)[0] + " …"
