"""The same document published twice with different marks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from modellen.naloop import Naloopdossier, Vindplaats
from pipeline.lakken.dubbelen import find_doubles
from pipeline.lakken.naloop.nabij import place
from pipeline.lakken.naloop.passages import find_pairs
from pipeline.taal.letters import klein

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modellen.naloop import Naloopbevinding, Openbaarstuk
    from pipeline.lakken.naloop.kennis import Naloopkennis

_WOORD = re.compile(r"[^\W\d_]+")
_TELT = 3
_MINST = 2
KORTST = 200
"""Characters below which two documents are alike by chance."""


def check_doubles(
    dossier: Naloopdossier, kennis: Naloopkennis
) -> Iterator[Naloopbevinding]:
    """Files that say the same and do not hide the same."""
    stukken = {str(n): s for n, s in enumerate(dossier.stukken)}
    teksten = {n: t for n, s in stukken.items() if len(t := _bare(s)) >= KORTST}
    for dubbel in find_doubles(teksten).values():
        een, twee = stukken[dubbel.van], stukken[dubbel.nummer]
        if not _differ(een, twee, kennis):
            continue
        yield kennis.report(
            "dubbel_anders",
            [_source(een), _source(twee)],
            deel=f"{dubbel.deel:.0%}",
            een=str(len(een.maskers)),
            twee=str(len(twee.maskers)),
        )


def _differ(een: Openbaarstuk, twee: Openbaarstuk, kennis: Naloopkennis) -> bool:
    """Whether one shows what the other masks.

    A passage tells so; or else words that only the one with fewer marks has, as many as
    it has fewer marks: two prints of one mail differ in a word of their heads.
    """
    minder, meer = sorted((een, twee), key=lambda s: len(s.maskers))
    samen = Naloopdossier(stukken=(een, twee), personen=())
    if any(p.stuk is not p.ander for p in find_pairs(samen, kennis)):
        return True
    verschil = len(meer.maskers) - len(minder.maskers)
    woorden = Counter(_WOORD.findall(klein(_bare(minder))))
    woorden.subtract(_WOORD.findall(klein(_bare(meer))))
    eigen = [
        w for w, n in woorden.items()
        if n > 0 and len(w) >= _TELT and w not in kennis.stop
    ]  # fmt: skip
    return _MINST <= verschil <= len(eigen)


def _bare(stuk: Openbaarstuk) -> str:
    """The text without its marks and without its legend."""
    delen, vorige = [], 0
    for masker in stuk.maskers:
        delen.append(stuk.tekst[vorige : masker.begin])
        vorige = masker.eind
    slot = len(stuk.tekst)
    if stuk.legendabladen:
        slot = max(vorige, stuk.paginas[min(stuk.legendabladen) - 1])
    return "".join((*delen, stuk.tekst[vorige:slot]))


def _source(stuk: Openbaarstuk) -> Vindplaats:
    if stuk.maskers:
        return place(stuk, stuk.maskers[0].begin, stuk.maskers[0].eind)
    return Vindplaats(bestand=stuk.bestand, woorden=stuk.woorden(0, 1), pagina=1)
