"""Initials under a head that says so: of who is named in the same row."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from pipeline.extraction.persoonsgegevens.kandidaten import acts
from pipeline.taal.namen.naam import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.extraction.persoonsgegevens.initialen import Verkortingen
    from pipeline.extraction.persoonsgegevens.kennis import Kennis
    from pipeline.extraction.persoonsgegevens.personen import Wie
    from pipeline.extraction.persoonsgegevens.structuur import Vakken
    from pipeline.extraction.persoonsgegevens.treffer import Blad

_KLINKER = re.compile(r"[aeiouy]")
_DOET = re.compile(r"[ ](?:heeft|had|zal|zou|wil|wilde|kan|gaat|ging|is|was|moet)\b")
_RIJ = 300
"""Characters of a row at both sides of initials in which who they are of is named."""


def find_signed(
    blad: Blad,
    raken: Sequence[re.Match[str]],
    vakken: Vakken,
    korte: Verkortingen,
    kennis: Kennis,
) -> Iterator[tuple[str, Wie]]:
    """Of whom initials are that stand under "Paraaf", with one person in their row."""
    if kennis.paraafkoppen.isdisjoint(vakken.koppen):
        return
    plekken = korte.plekken.get(blad.nummer, [])
    for raak in raken:
        begin, eind = raak.span()
        if not vakken.has_initials(*blad.schoon.span(begin, eind)):
            continue
        mensen = {id(wie): wie for wie in _in_row(blad.tekst, begin, eind, plekken)}
        laag = fold_name(raak["letters"])
        for wie in mensen.values() if len(mensen) == 1 else ():
            eerste = wie.letters | {kern[:1] for kern in wie.kernen}
            kan = laag[0] in eerste and not is_word(laag, kennis)
            if kan or wie in korte.vormen.get(laag, ()):
                yield raak["letters"], wie


def _in_row(
    tekst: str, begin: int, eind: int, plekken: Sequence[tuple[int, Wie]]
) -> Iterator[Wie]:
    """Who is named in the row of a stretch, as often as it names them."""
    vanaf = max(0, begin - _RIJ)
    van = max(vanaf, tekst.rfind("\n", vanaf, begin) + 1)
    tot = tekst.find("\n", eind, eind + _RIJ)
    tot = tot if tot >= 0 else eind + _RIJ
    for plek in range(bisect_left(plekken, van, key=itemgetter(0)), len(plekken)):
        if plekken[plek][0] >= tot:
            return
        yield plekken[plek][1]


def does(tekst: str, eind: int, kennis: Kennis) -> bool:
    """Whether a verb of one person stands behind initials, also one of all things."""
    return _DOET.match(tekst, eind) is not None or acts(tekst, eind, kennis)


def is_word(laag: str, kennis: Kennis) -> bool:
    """Whether letters are a word as well; without a vowel they only shorten one."""
    return laag in kennis.lijsten.woorden and bool(_KLINKER.search(laag))
